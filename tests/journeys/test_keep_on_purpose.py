"""What is not valid, and what was given to somebody else, is kept only on purpose; each item says which it is."""

import json
import os
import sys
from pathlib import Path

import pytest

from tests import other_wallets as made
from tests.cli.in_process import InProcess, new_in_process
from tests.cli.terminal import answer_questions
from tests.program import Program, Result, new_program
from tests.sample_documents import as_bytes
from tests.sample_files import EVALUATED_AT
from tests.sharing.shares import signed_badge

AT = ("--at", EVALUATED_AT)
BADGE = signed_badge().original
FORGED = as_bytes({**json.loads(BADGE), "name": "Another name"})
OLDER = signed_badge(validFrom="2001-01-01T00:00:00Z").original
NEWER = signed_badge(validFrom="2026-06-01T00:00:00Z").original
OVER = signed_badge(id="urn:uuid:over", validUntil="2026-02-01T00:00:00Z").original


def given_to(*identifiers: str) -> bytes:
    """A badge that names its recipient by these e-mails; by none, it names nobody."""
    subject = json.loads(BADGE)["credentialSubject"]
    subject.pop("id", None)
    subject.pop("identifier", None)
    if identifiers:
        subject["identifier"] = [
            {
                "type": "IdentityObject",
                "identityType": "emailAddress",
                "identityHash": one,
                "hashed": False,
            }
            for one in identifiers
        ]
    return signed_badge(id=f"urn:uuid:given-{'-'.join(identifiers)}", credentialSubject=subject).original


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


def write(folder: Path, **files: bytes) -> None:
    (folder / "in").mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / "in" / f"{name}.json").write_bytes(content)


def take_in(program: InProcess, vault: Path, *more: str) -> Result:
    return program.run("import", "--vault", vault, "in", "--json", *AT, *more)


def kept(program: InProcess, vault: Path) -> int:
    return len(program.run("list", "--vault", vault, "--json").objects)


def test_what_is_not_valid_is_left_out_and_says_how_to_keep_it(program: InProcess) -> None:
    vault = program.make_vault()
    write(program.folder, a=BADGE, b=FORGED, c=OVER)
    done = take_in(program, vault)
    assert done.code == 1
    assert [
        (one["result"], one["id"] is None, one["left_out"], one["keep_with"]) for one in done.objects
    ] == [
        ("added", False, None, None),
        ("refused", True, "not_valid", "--not-valid"),
        ("refused", True, "not_valid", "--not-valid"),
    ]
    assert [one["reason"] for one in done.objects[1:]] == ["signature_invalid", "expired"]
    assert [one["verdict"] for one in done.objects[1:]] == ["invalid", "invalid"]
    assert "3 items: 1 kept, 2 left out, because they are not valid." in done.err
    assert "--not-valid" in done.err
    assert kept(program, vault) == 1
    lines = program.run("import", "--vault", vault, "in/b.json", *AT).out
    assert "[signature_invalid] Left out; --not-valid keeps it all the same" in lines


def test_what_is_not_valid_is_kept_when_asked_for(program: InProcess) -> None:
    vault = program.make_vault()
    write(program.folder, a=BADGE, b=FORGED, c=OVER)
    done = take_in(program, vault, "--not-valid")
    assert (done.code, [one["result"] for one in done.objects]) == (0, ["added"] * 3)
    assert kept(program, vault) == 3
    again = take_in(program, vault)
    assert (again.code, [one["result"] for one in again.objects]) == (0, ["duplicate"] * 3), "had already"


def test_what_scripts_said_before_changes_nothing_and_contradicts_its_opposite(program: InProcess) -> None:
    vault = program.make_vault()
    write(program.folder, a=BADGE, b=FORGED)
    done = take_in(program, vault, "--skip-invalid")
    assert (done.code, [one["result"] for one in done.objects]) == (1, ["added", "refused"])
    assert take_in(program, vault, "--skip-invalid", "--not-valid").code == 2


def test_what_is_not_valid_does_not_come_back_from_the_bin_by_itself(program: InProcess) -> None:
    vault = program.make_vault()
    write(program.folder, a=OVER)
    record = take_in(program, vault, "--not-valid").object["id"]
    program.run("delete", "--vault", vault, record)
    assert take_in(program, vault).object["result"] == "refused"
    assert kept(program, vault) == 0
    back = take_in(program, vault, "--not-valid").object
    assert (back["result"], back["standing"]) == ("added", "in_bin")
    assert kept(program, vault) == 1


def test_each_item_says_what_it_is_to_those_that_are_there(program: InProcess) -> None:
    vault = program.make_vault()
    write(program.folder, a=BADGE)
    assert take_in(program, vault).object["standing"] == "new"
    write(program.folder, b=OLDER, c=NEWER)
    done = take_in(program, vault)
    assert [(one["standing"], one["result"]) for one in done.objects] == [
        ("had", "duplicate"),
        ("older", "added"),
        ("newer", "updated"),
    ]
    assert "1 kept, older than the one you have" in done.err
    assert "1 kept as a newer version" in done.err
    lines = program.run("import", "--vault", vault, "in/a.json", "in/b.json", *AT).out
    assert lines.count("You had it already.") == 2


@pytest.mark.parametrize(
    ("badge", "known", "said", "words"),
    [
        (given_to("dana@home.example"), ["Dana@Home.example"], "you", "Given to you."),
        (given_to("lee@home.example"), ["dana@home.example"], "somebody_else", "Given to somebody else."),
        (given_to(), ["dana@home.example"], "nobody", "It names nobody it was given to."),
        (given_to("dana@home.example"), [], "no_identifiers", "no e-mail or other identifier of yours"),
        (
            given_to("dana@home.example"),
            ["https://dana.example"],
            "unknown",
            "names its holder in another way",
        ),
    ],
)
def test_each_item_says_whether_it_was_given_to_you(
    program: InProcess, badge: bytes, known: list[str], said: str, words: str
) -> None:
    vault = program.make_vault()
    for identifier in known:
        assert program.run("profile", "edit", "my", "--id", identifier, "--vault", vault).code == 0
    write(program.folder, a=badge)
    rehearsed = take_in(program, vault, "--dry-run")
    done = take_in(program, vault)
    assert (rehearsed.object["given_to"], done.object["given_to"]) == (said, said)
    assert (done.code, done.object["result"]) == (0, "added"), "without a terminal it is kept, and says so"
    assert words in program.run("import", "--vault", vault, "in", *AT).out


def test_a_dry_run_says_the_same_and_keeps_nothing(program: InProcess) -> None:
    vault = program.make_vault()
    write(program.folder, a=BADGE)
    take_in(program, vault)
    write(program.folder, b=OLDER, c=NEWER, d=FORGED, e=made.as_json(json.loads(NEWER), 2), f=b"nothing")
    write(program.folder, g=OVER, h=OVER + b" ")
    before = vault.read_bytes()
    rehearsed = take_in(program, vault, "--dry-run", "--not-valid")
    assert vault.read_bytes() == before
    assert kept(program, vault) == 1
    assert "Nothing was kept: this was a dry run." in rehearsed.err
    assert all(one["dry_run"] for one in rehearsed.objects)
    done = take_in(program, vault, "--not-valid")
    told = ("input", "item", "result", "verdict", "reason", "standing", "given_to", "left_out", "keep_with")
    assert [[one[name] for name in told] for one in rehearsed.objects] == [
        [one[name] for name in told] for one in done.objects
    ]
    assert rehearsed.code == done.code == 1
    assert [one["result"] for one in done.objects] == [
        *("duplicate", "added", "updated", "added", "duplicate", "refused", "added", "duplicate")
    ]


def test_a_dry_run_brings_in_no_keys_and_deletes_no_file(program: InProcess) -> None:
    vault = program.make_vault()
    backup = program.folder / "backup.json"
    backup.write_bytes(made.learner_backup(made.badges(1)))
    done = program.run("import", "--vault", vault, backup.name, "--holder-keys", "--dry-run", *AT)
    assert "would be added" in done.out
    assert "would be brought in" in done.err
    assert made.DID not in program.run("profile", "list", "--vault", vault, "--json").out
    assert program.run("import", "--vault", vault, backup.name, "--dry-run", "--delete-plain").code == 2
    assert backup.exists()


# -- at a terminal


def _at_a_terminal(program: Program, answers: list[str], *more: str) -> Result:
    pty = pytest.importorskip("pty", reason="only on POSIX systems")
    try:
        child, terminal = pty.fork()
    except OSError:
        pytest.skip("only where there are pseudo-terminals")
    if child == 0:
        os.chdir(program.folder)
        words = ["import", "--vault", "my.lerwallet", "in", *AT, *more]
        os.execve(sys.executable, [sys.executable, "-m", "wallet", *words], dict(program.environment()))
    code, shown = answer_questions(child, terminal, answers, lambda shown: shown.count(b"Keep it? "))
    return Result(code, shown.decode(), "")


@pytest.mark.parametrize(
    ("answers", "more", "kept_now", "code"),
    [(["n", "y"], (), 2, 1), (["a"], (), 3, 0), ([], ("--yes",), 3, 0), (["", ""], (), 1, 1)],
)
def test_at_a_terminal_you_are_asked_about_what_names_somebody_else(
    tmp_path: Path, answers: list[str], more: tuple[str, ...], kept_now: int, code: int
) -> None:
    program = new_program(tmp_path)
    vault = program.make_vault()
    assert program.run("profile", "edit", "my", "--id", "dana@home.example", "--vault", vault).code == 0
    write(program.folder, a=given_to("lee@home.example"), b=given_to("sam@home.example"))
    write(program.folder, c=given_to("dana@home.example"))
    done = _at_a_terminal(program, answers, *more)
    assert done.code == code, done.out
    assert done.out.count("Keep it? ") == len(answers)
    assert done.out.count("Given to somebody else.") >= len(answers)
    assert len(program.run("list", "--vault", vault, "--json").objects) == kept_now
    assert ("keeping_declined" in done.out) == (code == 1)
