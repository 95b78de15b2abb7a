"""`ask`: a letter about what the learner wrote, what came in that names it, and joining the two."""

import json
from pathlib import Path

import pytest

from tests.cli.in_process import InProcess, new_in_process
from tests.sample_files import EVALUATED_AT, good
from tests.ui.test_sign_later import signed
from wallet.sharing.pdf_attachment import ATTACHMENT_NAME

AT = ("--at", EVALUATED_AT)
TITLE, STORY = "Taught my brother to read", "Every evening for a year."


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


@pytest.fixture
def own(program: InProcess, vault: Path) -> str:
    """What the learner wrote; its record id."""
    wrote = program.run("write", "--vault", vault, TITLE, "--story", STORY, "--json", *AT)
    return str(wrote.object["id"])


def make(program: InProcess, vault: Path, own: str, out: str, *more: str) -> object:
    return program.run(
        "ask", "make", "--vault", vault, own, "--to", "Ms. Lee", "--out", out, "--json", *more, *AT
    )


def shown(program: InProcess, vault: Path, record_id: str) -> dict[str, object]:
    return dict(program.run("ask", "show", "--vault", vault, record_id, "--json").object)


@pytest.mark.parametrize("out", ["letter.pdf", "letter.txt", "badge.json"])
def test_a_request_is_written_in_three_forms_and_remembered(
    program: InProcess, vault: Path, own: str, out: str
) -> None:
    make(program, vault, own, out)
    made = (program.folder / out).read_bytes()
    if out.endswith(".txt"):
        assert STORY in made.decode()
    else:
        assert ATTACHMENT_NAME.encode() not in made, "it is no share"
        assert TITLE.encode() in made
    assert shown(program, vault, own)["asked"] == [{"at": "2026-11-23T00:00:00Z", "to": "Ms. Lee"}]


def test_no_program_takes_the_file_for_a_credential(program: InProcess, vault: Path, own: str) -> None:
    make(program, vault, own, "badge.json")
    done = program.run("verify", "badge.json", "--json", *AT, passphrase=None)
    assert (done.code, done.object["verdict"]) == (1, "invalid")


def test_what_the_learner_leaves_out_is_not_in_it(program: InProcess, vault: Path, own: str) -> None:
    make(program, vault, own, "badge.json", "--title-only", "--without-name")
    document = json.loads((program.folder / "badge.json").read_text())
    assert STORY not in json.dumps(document)
    assert "identifier" not in document["credentialSubject"]


def test_what_names_it_is_offered_and_joined_by_choice_alone(
    program: InProcess, vault: Path, own: str
) -> None:
    make(program, vault, own, "badge.json")
    written = json.loads((program.folder / "badge.json").read_text())["evidence"][0]["id"]
    (program.folder / "signed.json").write_text(json.dumps(signed(written)))
    kept = program.run("import", "--vault", vault, "signed.json", "--json", *AT).object["id"]
    named = [{"id": kept, "name": "Reading tutor"}]
    assert (shown(program, vault, own)["signed"], shown(program, vault, own)["names_it"]) == ([], named)
    program.run("ask", "join", "--vault", vault, own, kept)
    assert (shown(program, vault, own)["signed"], shown(program, vault, own)["names_it"]) == (named, [])
    assert shown(program, vault, str(kept))["written"] == [{"id": own, "name": TITLE}]
    reworded = program.run("write", "--vault", vault, TITLE, "--in-place-of", own, "--json", *AT)
    assert reworded.code == 0, reworded.err
    assert shown(program, vault, str(reworded.object["id"]))["signed"] == named, (
        "it stays through new wordings"
    )
    program.run("ask", "join", "--vault", vault, str(reworded.object["id"]), kept, "--apart")
    assert shown(program, vault, str(reworded.object["id"]))["signed"] == []


def test_only_what_the_learner_wrote_can_be_asked_about(program: InProcess, vault: Path, own: str) -> None:
    other = program.run("import", "--vault", vault, good("small-sewing.json"), "--json", *AT).object["id"]
    for words in (
        ("make", other, "--to", "Ms. Lee", "--out", "a.pdf"),
        ("join", other, own),
        ("join", own, own),
    ):
        done = program.run("ask", words[0], "--vault", vault, *words[1:], "--json")
        assert (done.code, done.object["reason"]) == (1, "record_not_found")
