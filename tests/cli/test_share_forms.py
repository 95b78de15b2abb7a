"""Every form a share can leave in, made and checked by the program itself; locked ones opened and refused."""

import io
import json
import os
import random
import zipfile
from pathlib import Path
from typing import Any

import pytest
from joserfc.jwk import OKPKey

from build_verify_page import OUT
from tests import identities, issuing, selections
from tests import older_badges as school
from tests.cli.in_process import InProcess, new_in_process
from tests.program import PASSPHRASE, Result
from tests.sample_files import EVALUATED_AT, good

AT = ("--at", EVALUATED_AT)
WORDS = "copper meadow lantern"
RECIPIENT = {"type": "email", "hashed": False, "identity": "ada@learner.example"}
SHARE_WORDS = {"LER_WALLET_SHARE_PASSPHRASE": WORDS}
NEEDS_PAGE = pytest.mark.skipif(
    not OUT.is_file(), reason="only where the page for receivers could be built (Node and npm)"
)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


def keep(program: InProcess, vault: Path, name: str) -> str:
    return str(program.run("import", "--vault", vault, good(name), "--json", *AT).object["id"])


def share(program: InProcess, vault: Path, record_id: str, out: str, *more: str, **how: Any) -> Result:
    said = ("--to", "Example Corp HR", "--purpose", "Summer job", "--until", "2026-12-31")
    chosen = ("share", "--vault", vault, "--credential", record_id, *said, "--out", out, "--json")
    return program.run(*chosen, *more, *AT, **how)


@pytest.mark.parametrize(
    ("out", "channel", "envelope"),
    [
        pytest.param("share.html", "page", "page", marks=NEEDS_PAGE),
        ("share.pdf", "paper", "pdf"),
        ("share.zip", "archive", "zip"),
    ],
)
def test_a_form_is_made_recorded_and_checked_elsewhere(
    program: InProcess, vault: Path, out: str, channel: str, envelope: str
) -> None:
    record_id = keep(program, vault, "laser-cutting.png")
    made = share(program, vault, record_id, out)
    assert (made.code, made.object["channel"]) == (0, channel), made.err
    report = program.run("verify", out, "--json", *AT, passphrase=None).object
    assert (report["verdict"], report["envelope"], len(report["inner"])) == ("check", envelope, 1)
    program.run("shares", "show", "--vault", vault, made.object["id"], "--original", f"copy-{out}")
    assert (program.folder / f"copy-{out}").read_bytes() == (program.folder / out).read_bytes()
    assert share(program, vault, record_id, out).code == 1


def test_the_archive_holds_the_badge_as_it_came(program: InProcess, vault: Path) -> None:
    share(program, vault, keep(program, vault, "laser-cutting.png"), "share.zip")
    with zipfile.ZipFile(program.folder / "share.zip") as archive:
        assert archive.read("credential-1.png") == good("laser-cutting.png").read_bytes()


@pytest.mark.parametrize("out", [pytest.param("share.html", marks=NEEDS_PAGE), "share.pdf", "share.zip"])
def test_a_changed_form_is_not_good(program: InProcess, vault: Path, out: str) -> None:
    share(program, vault, keep(program, vault, "small-sewing.json"), out)
    path = program.folder / out
    data = path.read_bytes()
    if out.endswith(".zip"):
        target = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
            for name in old.namelist():
                new.writestr(name, old.read(name).replace(b"Machine Sewing", b"Machine Sowing"))
        data = target.getvalue()
    else:
        assert data.count(b"Machine Sewing") >= 1
        data = data.replace(b"Machine Sewing", b"Machine Sowing")
    path.write_bytes(data)
    done = program.run("verify", out, "--json", *AT, passphrase=None)
    assert (done.code, done.object["verdict"]) == (1, "invalid")


def test_a_locked_share_is_opened_by_its_words_alone(program: InProcess, vault: Path) -> None:
    made = share(
        program, vault, keep(program, vault, "small-sewing.json"), "for.lershare", variables=SHARE_WORDS
    )
    assert (made.code, made.object["channel"]) == (0, "locked"), made.err
    assert b"Sewing" not in (program.folder / "for.lershare").read_bytes()
    opened = program.run("verify", "for.lershare", "--json", *AT, passphrase=None, variables=SHARE_WORDS)
    assert (opened.code, opened.object["verdict"]) == (0, "check")
    for given, reason in ((None, "share_passphrase_needed"), ("copper meadow", "share_passphrase_wrong")):
        other = {} if given is None else {"LER_WALLET_SHARE_PASSPHRASE": given}
        done = program.run("verify", "for.lershare", "--json", *AT, passphrase=None, variables=other)
        assert (done.code, done.object["verdict"], done.object["reason"]) == (1, "unreadable", reason)


@pytest.mark.skipif(os.name == "nt", reason="only on systems whose programs inherit descriptors by number")
def test_both_passphrases_from_one_descriptor(program: InProcess, vault: Path) -> None:
    record_id = keep(program, vault, "small-sewing.json")
    reading, writing = os.pipe()
    os.write(writing, f"{PASSPHRASE}\n{WORDS}\n".encode())
    os.close(writing)
    made = share(
        program,
        vault,
        record_id,
        "for.lershare",
        *("--passphrase-fd", str(reading)),
        passphrase=None,
        pass_fds=(reading,),
    )
    os.close(reading)
    assert made.code == 0, made.err
    opened = program.run("verify", "for.lershare", "--json", *AT, passphrase=None, variables=SHARE_WORDS)
    assert opened.object["verdict"] == "check"


def test_a_share_locked_for_a_key(program: InProcess, vault: Path) -> None:
    key = OKPKey.generate_key("X25519")
    for name, private in (("public.jwk", False), ("private.jwk", True)):
        (program.folder / name).write_text(json.dumps(key.as_dict(private=private)), encoding="utf-8")
    record_id = keep(program, vault, "small-sewing.json")
    assert share(program, vault, record_id, "for.lershare", "--for-key", "public.jwk").code == 0
    opened = program.run("verify", "for.lershare", "--key", "private.jwk", "--json", *AT, passphrase=None)
    assert (opened.code, opened.object["verdict"]) == (0, "check")
    refused = share(program, vault, record_id, "other.lershare", "--for-key", "private.jwk")
    assert (refused.code, refused.object["reason"]) == (1, "receiver_key_invalid")
    assert not (program.folder / "other.lershare").exists()
    assert share(program, vault, record_id, "other.json", "--for-key", "public.jwk").code == 2


def test_without_words_nothing_is_made_and_nothing_recorded(program: InProcess, vault: Path) -> None:
    record_id = keep(program, vault, "small-sewing.json")
    for words, code, reason in (("", 2, "passphrase_missing"), ("x", 1, "passphrase_too_weak")):
        given = {"LER_WALLET_SHARE_PASSPHRASE": words}
        refused = share(program, vault, record_id, "for.lershare", variables=given)
        assert (refused.code, refused.object["reason"]) == (code, reason)
        assert "wallet file" not in refused.err
        assert not (program.folder / "for.lershare").exists()
    assert program.run("shares", "--vault", vault, "--json").objects == []


@pytest.mark.parametrize(
    ("words", "said"), [("copper meadow lantern", "is fair"), ("paper river seven lantern oak", "is strong")]
)
def test_how_hard_the_words_of_a_share_are_to_guess_is_said(
    program: InProcess, vault: Path, words: str, said: str
) -> None:
    record_id = keep(program, vault, "small-sewing.json")
    given = {"LER_WALLET_SHARE_PASSPHRASE": words}
    made = share(program, vault, record_id, "for.lershare", variables=given)
    assert (made.code, said in made.err) == (0, True), made.err


def test_the_signature_names_the_address_and_the_history_the_name(program: InProcess, vault: Path) -> None:
    record_id = keep(program, vault, "small-sewing.json")
    address = "https://jobs.example/answers"
    asked = ("--audience", address, "--nonce", "n-7Qd2kVxX")
    made = share(program, vault, record_id, "share.json", *asked)
    assert (made.code, made.object["to"]) == (0, "Example Corp HR"), made.err
    report = program.run("verify", "share.json", "--json", *asked, *AT, passphrase=None).object
    assert (report["verdict"], report["presentation"]["to"]) == ("check", address)
    other = program.run(
        "verify", "share.json", "--json", "--audience", "Example Corp HR", *AT, passphrase=None
    )
    assert (other.code, other.object["verdict"]) == (1, "invalid")
    assert share(program, vault, record_id, "other.json", "--audience", " ").code == 2


def test_what_hides_all_and_what_is_named_go_together(program: InProcess, vault: Path) -> None:
    ids = []
    for marker in (5, 6):
        badge = program.folder / f"badge-{marker}.json"
        badge.write_bytes(selections.issue(selections.marked_badge(marker), "ecdsa-sd-2023"))
        ids.append(program.run("import", "--vault", vault, badge, "--json", *AT).object["id"])
    first, *rest = (
        part["pointer"]
        for part in program.run("disclose", "--vault", vault, ids[0], "--json").object["selectable"]
    )
    both = share(program, vault, f"{ids[0]}={first}", "both.json", "--credential", ids[1], "--hide-all")
    assert both.object["revealed"] == [f"{ids[0]}={first}"]
    assert {f"{ids[0]}={pointer}" for pointer in rest} < set(both.object["hidden"])
    refused = share(program, vault, f"{ids[0]}={first}", "one.json", "--hide-all")
    assert (refused.code, (program.folder / "one.json").exists()) == (2, False)
    one_left = ",".join([first, *rest[1:]])
    said = ("--to", "Example Corp", "--purpose", "Job", "--out", "said.json", *AT)
    made = program.run("share", "--vault", vault, "--credential", f"{ids[0]}={one_left}", *said)
    assert "1 part is left out. Once sent" in made.err


def test_a_link_leads_to_the_page_that_was_named(program: InProcess, vault: Path) -> None:
    record_id = keep(program, vault, "small-sewing.json")
    page = "https://school.example/check.html"
    assert share(program, vault, record_id, "link.txt", "--page-url", page).code == 0
    assert (program.folder / "link.txt").read_text().startswith(page + "#1.")
    report = program.run("verify", "link.txt", "--json", *AT, passphrase=None).object
    assert report["verdict"] == "check"
    refused = share(program, vault, record_id, "other.txt", "--page-url", "http://school.example/")
    assert refused.code == 2
    assert "page_address_invalid" in refused.err
    assert not (program.folder / "other.txt").exists()


@pytest.mark.parametrize(
    "change", ["another credential", "changed", "a picture", "added", "lost", "renamed", "twice the same"]
)
def test_an_archive_whose_files_are_not_what_was_signed(program: InProcess, vault: Path, change: str) -> None:
    """People open the files beside the signed record, so these must be what it holds."""
    share(program, vault, keep(program, vault, "small-sewing.json"), "share.zip")
    assert program.run("verify", "share.zip", "--json", *AT, passphrase=None).object["verdict"] == "check"
    with zipfile.ZipFile(program.folder / "share.zip") as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    name = "credential-1.json"
    if change == "another credential":
        files[name] = good("peer-tutoring.json").read_bytes()
    elif change == "changed":
        files[name] = files[name].replace(b"Machine Sewing", b"Machine Sowing")
    elif change == "a picture":
        files["credential-1.png"] = good("laser-cutting.png").read_bytes()
        del files[name]
    elif change == "added":
        files["diploma.pdf"] = b"%PDF-1.7"
    elif change == "lost":
        del files[name]
    elif change == "renamed":
        files["credential-2.json"] = files.pop(name)
    else:
        files["credential-01.json"] = files[name]
    with zipfile.ZipFile(program.folder / "other.zip", "w") as archive:
        for each, content in files.items():
            archive.writestr(each, content)
    report = program.run("verify", "other.zip", "--json", *AT, passphrase=None)
    assert (report.code, report.object["verdict"], report.object["reason"]) == (
        1,
        "unreadable",
        "archive_differs",
    )


@pytest.mark.parametrize(
    "name", ["laser-cutting.png", "tutoring-circle-lead.svg", "forklift-safety.jwt", "peer-tutoring.json"]
)
def test_an_archive_of_every_wrapping_is_what_was_signed(program: InProcess, vault: Path, name: str) -> None:
    share(program, vault, keep(program, vault, name), "share.zip")
    report = program.run("verify", "share.zip", "--json", *AT, passphrase=None).object
    assert (report["envelope"], report["verdict"] in ("check", "unchecked")) == ("zip", True)


@pytest.mark.parametrize("out", [pytest.param("share.html", marks=NEEDS_PAGE), "share.pdf"])
def test_what_the_pages_of_a_file_show_is_not_what_was_checked(
    program: InProcess, vault: Path, out: str
) -> None:
    record_id = keep(program, vault, "small-sewing.json")
    for name in (out, "share.json"):
        assert share(program, vault, record_id, name).code == 0
    line = "Only the signed record in this file was checked, not what its pages show"
    assert line in program.run("verify", out, *AT, passphrase=None).out
    assert line not in program.run("verify", "share.json", *AT, passphrase=None).out


@pytest.mark.parametrize("option", ["--to", "--purpose"])
def test_a_name_that_is_none(program: InProcess, vault: Path, option: str) -> None:
    record_id = keep(program, vault, "small-sewing.json")
    refused = share(program, vault, record_id, "share.json", option, "x" * 1_001)
    assert (refused.code, f"{option} is longer" in refused.err) == (2, True)
    assert not (program.folder / "share.json").exists()
    assert share(program, vault, record_id, "share.json", option, "x" * 1_000).code == 0


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--to", "half \udcff letter", "--to has letters that cannot be written"),
        ("--purpose", "\udcff", "--purpose has letters that cannot be written"),
        ("--nonce", "", "--nonce is empty"),
        ("--nonce", "x" * 1_001, "--nonce is longer"),
        ("--until", "tomorrow", "a day such as 2026-12-31"),
    ],
)
def test_what_was_typed_is_what_the_words_are_about(
    program: InProcess, vault: Path, option: str, value: str, said: str
) -> None:
    record_id = keep(program, vault, "small-sewing.json")
    refused = share(program, vault, record_id, "share.json", option, value)
    assert (refused.code, said in refused.err) == (2, True), refused.err
    assert not (program.folder / "share.json").exists()
    assert program.run("shares", "--vault", vault, "--json").objects == []


def test_too_much_for_one_share_is_said_so_and_nothing_is_made(program: InProcess, vault: Path) -> None:
    issuer, chosen = identities.did_key("big pictures"), []
    for number in range(3):
        document = issuing.credential(issuer, id=f"urn:uuid:0000000{number}-0000-4000-8000-000000000000")
        document["description"] = random.Random(number).randbytes(2_000_000).hex()
        path = program.folder / f"big-{number}.json"
        path.write_text(json.dumps(issuing.secure(document, issuer)))
        added = program.run("import", "--vault", vault, path, "--json", *AT)
        chosen += ["--credential", added.object["id"]]
    for out in ("share.json", "share.zip"):
        refused = share(program, vault, chosen[1], out, *chosen[2:])
        assert (refused.code, refused.object["reason"]) == (1, "share_too_big")
        assert not (program.folder / out).exists()
    assert program.run("shares", "--vault", vault, "--json").objects == []
    fits = share(program, vault, chosen[1], "share.json", *chosen[2:4])
    assert fits.code == 0, fits.err


def test_older_badges_from_import_to_the_receiver(program: InProcess, vault: Path) -> None:
    signed, hosted = program.folder / "signed.txt", program.folder / "hosted.json"
    signed.write_bytes(school.as_bytes(school.sign(school.signed_assertion())))
    hosted.write_bytes(school.as_bytes(school.assertion(recipient=RECIPIENT)))
    ids = [
        program.run("import", "--vault", vault, path, "--json", *AT).object["id"] for path in (signed, hosted)
    ]
    found = program.run("disclose", "--vault", vault, ids[1], "--json").object
    assert (found["mechanism"], found["selectable"]) == ("whole", [])
    told = [(one["group"], one["kind"], one["value"]) for one in found["travels_along"]]
    assert told == [
        ("about_you", "email", RECIPIENT["identity"]),
        ("evidence", "evidence", "Welded a gate."),
        ("evidence", "evidence", "A gate; https://school.example/work/1"),
    ]
    made = share(program, vault, ids[0], "share.zip", "--credential", ids[1])
    assert (made.code, made.object["revealed"], made.object["hidden"]) == (0, ids, []), made.err
    report = program.run("verify", "share.zip", "--json", *AT, passphrase=None).object
    assert (report["verdict"], [one["reason"] for one in report["inner"]]) == (
        "unchecked",
        ["needs_network"] * 2,
    )
    with zipfile.ZipFile(program.folder / "share.zip") as archive:
        assert archive.read("credential-1.jwt") == signed.read_bytes()
        assert archive.read("credential-2.json") == hosted.read_bytes()
    shown = program.run(
        "shares", "show", "--vault", vault, made.object["id"], "--original", "copy.zip", "--json"
    )
    assert shown.object["revealed"] == ids
    assert (program.folder / "copy.zip").read_bytes() == (program.folder / "share.zip").read_bytes()
    too_large = share(program, vault, ids[0], "code.png")
    assert (too_large.code, (program.folder / "code.png").exists()) == (1, False)
    assert "too_big_for_qr" in too_large.err
