"""`verify` of what holds many things: a report on each, with its place, and the worst of them as the exit code."""

import json
import zipfile
from pathlib import Path

import pytest

from tests import other_wallets as made
from tests.cli.in_process import InProcess, new_in_process
from tests.sample_documents import as_bytes
from tests.sample_files import EVALUATED_AT, good

AT = ("--at", EVALUATED_AT)
BADGE = good("small-sewing.json").read_bytes()
TOKEN = good("python-programming.jwt").read_bytes()


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


def forged() -> bytes:
    document = json.loads(BADGE)
    return as_bytes({**document, "name": "Another name"})


BOXES = {
    "zip": (made.zipped({"a/good.json": BADGE, "token.jwt": TOKEN}), ["a/good.json", "token.jwt"]),
    "mail": (made.mail(("b.json", BADGE, "application/json")).as_bytes(), ["b.json"]),
    "mailbox": (
        made.mailbox(
            made.mail(("b.json", BADGE, "application/json")), made.mail(("t.jwt", TOKEN, "text/plain"))
        ),
        ["#0/b.json", "#1/t.jwt"],
    ),
    "list": (as_bytes([json.loads(BADGE), TOKEN.decode().strip()]), ["#0", "#1"]),
    "words": (b"Hi, my badge:\n" + BADGE + b"\nand " + TOKEN + b"\n", ["#0", "#1"]),
    "zip in a mail": (
        made.mail(("all.zip", made.zipped({"good.json": BADGE}), "application/zip")).as_bytes(),
        ["all.zip/good.json"],
    ),
}


@pytest.mark.parametrize("kind", sorted(BOXES))
def test_every_item_has_a_report_of_its_own(program: InProcess, kind: str) -> None:
    data, places = BOXES[kind]
    (program.folder / "box").write_bytes(data)
    done = program.run("verify", "box", "--json", *AT)
    assert done.err == ""
    assert [(one["input"], one["item"]) for one in done.objects] == [("box", place) for place in places]
    assert [list(one)[:3] for one in done.objects] == [["input", "item", "format"]] * len(places)
    assert {one["verdict"] for one in done.objects} <= {"check", "unchecked"}
    shown = program.run("verify", "box", *AT).out
    assert all(f"box, {place}: " in shown for place in places)


def test_the_worst_item_decides_and_the_others_are_told_all_the_same(program: InProcess) -> None:
    (program.folder / "box.zip").write_bytes(
        made.zipped({"good.json": BADGE, "forged.json": forged(), "notes.txt": b"hello"})
    )
    done = program.run("verify", "box.zip", "--json", "--csv", "table.csv", *AT)
    verdicts = {one["item"]: one["verdict"] for one in done.objects}
    assert (done.code, verdicts) == (
        1,
        {"good.json": "check", "forged.json": "invalid", "notes.txt": "unreadable"},
    )
    rows = (program.folder / "table.csv").read_text("utf-8-sig").splitlines()
    assert len(rows) == 4
    assert '"box.zip, forged.json"' in rows[2]


def test_a_backup_has_a_report_on_each(program: InProcess) -> None:
    (program.folder / "backup.json").write_bytes(made.learner_backup([json.loads(BADGE)]))
    done = program.run("verify", "backup.json", "--json", *AT)
    assert (done.code, done.object["verdict"], done.object["input"]) == (0, "check", "backup.json")
    locked = as_bytes(made.locked_learner_backup([json.loads(BADGE)], rounds=10_000))
    (program.folder / "locked.json").write_bytes(locked)
    refused = program.run("verify", "locked.json", "--json", *AT)
    assert (refused.code, refused.object["reason"]) == (1, "backup_passphrase_needed")
    words = {"LER_WALLET_BACKUP_PASSPHRASE": made.BACKUP_WORDS.decode()}
    opened = program.run("verify", "locked.json", "--json", *AT, variables=words)
    assert (opened.code, opened.object["verdict"]) == (0, "check")


def test_an_unpacked_export_is_one_thing(program: InProcess) -> None:
    vault = program.make_vault()
    program.run("import", "--vault", vault, good("small-sewing.json"), *AT)
    assert program.run("export", "--vault", vault, "all").code == 0
    done = program.run("verify", "all", "--json", *AT)
    assert done.code == 0, done.out
    assert [one["verdict"] for one in done.objects] == ["check"]
    assert done.object["item"].startswith("credentials/")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (made.zipped({}), "nothing_inside"),
        (made.zipped({"a.json": BADGE})[:-30], "archive_damaged"),
        (made.mail().as_bytes(), "nothing_inside"),
        (b"hello", "not_a_credential"),
        (b"[]", "nothing_inside"),
    ],
)
def test_what_holds_nothing_has_one_row_that_says_so(program: InProcess, data: bytes, reason: str) -> None:
    (program.folder / "box").write_bytes(data)
    done = program.run("verify", "box", "--json", *AT)
    assert (done.code, done.object["reason"], "item" in done.object) == (1, reason, False)


def test_an_empty_folder_is_called_that(program: InProcess) -> None:
    (program.folder / "empty").mkdir()
    done = program.run("verify", "empty", "--json", *AT)
    assert (done.code, done.object["reason"]) == (1, "folder_empty")
    assert "no file in this folder" in program.run("verify", "empty", *AT).out


def test_a_share_with_a_file_added_is_not_taken_for_a_box_of_good_things(program: InProcess) -> None:
    vault = program.make_vault()
    program.run("import", "--vault", vault, good("small-sewing.json"), *AT)
    record = program.run("list", "--vault", vault, "--json").object["id"]
    words = ("share", "--vault", vault, "--credential", record, "--to", "A", "--purpose", "b", *AT)
    assert program.run(*words, "--out", "share.zip").code == 0
    with zipfile.ZipFile(program.folder / "share.zip", "a") as archive:
        archive.writestr("credential-2.json", BADGE)
        archive.writestr("more/good.json", BADGE)
    done = program.run("verify", "share.zip", "--json", *AT)
    assert (done.code, done.object["reason"]) == (1, "archive_differs")
