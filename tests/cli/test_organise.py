"""Collections, tags, notes, pins, files and the bin from the command line, by the contract."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.cli.in_process import InProcess
from tests.program import Result
from tests.sample_files import EVALUATED_AT, good

AT = ("--at", EVALUATED_AT)
LATER = ("--at", "2026-12-20T00:00:00Z")
MUCH_LATER = ("--at", "2027-01-20T00:00:00Z")


class Wallet:
    """A vault with two credentials, and the program on it."""

    def __init__(self, program: InProcess, vault: Path) -> None:
        self.program, self.vault = program, vault
        files = (good("laser-cutting.png"), good("small-sewing.json"))
        self.laser, self.sewing = (item["id"] for item in self.run("import", *files, "--json", *AT).objects)

    def run(self, *arguments: str | Path, stdin: bytes | None = None) -> Result:
        """One command on the vault, which is named behind it."""
        return self.program.run(*arguments, "--vault", self.vault, stdin=stdin)

    def done(self, *arguments: str | Path, stdin: bytes | None = None) -> Sequence[dict[str, Any]]:
        """The objects of a command that does its work."""
        result = self.run(*arguments, "--json", stdin=stdin)
        assert result.code == 0, result.err
        return result.objects

    def ids(self, *options: str) -> Sequence[str]:
        """The ids in a list."""
        return [item["id"] for item in self.done("list", *options)]


@pytest.fixture
def wallet(vault: Path, monkeypatch: pytest.MonkeyPatch) -> Wallet:
    return Wallet(InProcess(vault.parent, monkeypatch), vault)


def test_a_collection_is_made_filled_renamed_emptied_and_removed(wallet: Wallet) -> None:
    (made,) = wallet.done("collection", "add", "First job", wallet.sewing, wallet.laser[:8])
    assert made == {"name": "First job", "credentials": 2}
    assert wallet.ids("--collection", "first JOB") == [wallet.sewing, wallet.laser]
    assert wallet.done("collection", "add", "College") == [{"name": "College", "credentials": 0}]
    assert wallet.run("collection", "add", "cóllege").code == 1
    assert wallet.done("collection", "rename", "first job", "Jobs") == [{"name": "Jobs", "credentials": 2}]
    assert wallet.done("list")[0]["collections"] == ["Jobs"]
    assert wallet.done("collection", "remove", "Jobs", wallet.laser)[0]["credentials"] == 1
    listed = wallet.done("collection", "list")
    assert [one["name"] for one in listed] == ["Jobs", "College"]
    assert wallet.program.run("collection", "--vault", wallet.vault).out == "Jobs: 1\nCollege: 0\n"
    wallet.done("collection", "remove", "Jobs")
    assert [one["name"] for one in wallet.done("collection", "list")] == ["College"]
    assert len(wallet.ids()) == 2
    missing = wallet.run("list", "--collection", "Jobs", "--json")
    assert (missing.code, missing.object["reason"]) == (1, "name_not_found")


def test_a_tag_is_put_on_found_by_and_taken_off(wallet: Wallet) -> None:
    assert wallet.done("tag", "add", "Año nuevo", wallet.laser) == [{"name": "Año nuevo", "credentials": 1}]
    before = wallet.program.run("tag", "--vault", wallet.vault, "add", "ANO NUEVO", wallet.sewing, "--json")
    assert before.object == {"name": "Año nuevo", "credentials": 2}
    assert wallet.done("list", "--tag", "ano nuevo")[0]["tags"] == ["Año nuevo"]
    assert wallet.ids("--search", "ano nue", "--tag", "ano nuevo")
    assert wallet.run("list", "--tag", "ano nuevo").out.count("#Año nuevo") == 2
    assert wallet.done("tag", "remove", "ano nuevo", wallet.laser, wallet.sewing)[0]["credentials"] == 0
    assert wallet.done("tag", "list") == []


def test_notes_are_written_from_arguments_and_from_standard_input(wallet: Wallet) -> None:
    (first,) = wallet.done("note", "add", wallet.laser, "Ask Ms. Lee", *AT)
    assert first == {"number": 1, "text": "Ask Ms. Lee", "written_at": EVALUATED_AT, "changed_at": None}
    wallet.done("note", "add", wallet.laser, stdin="Señal\r\nzwei\n".encode())
    assert [note["text"] for note in wallet.done("note", "list", wallet.laser)] == [
        "Ask Ms. Lee",
        "Señal\nzwei",
    ]
    assert wallet.ids("--search", "senal") == [wallet.laser]
    (changed,) = wallet.done("note", "edit", "1", "Letter came", *LATER)
    assert (changed["text"], changed["changed_at"]) == ("Letter came", LATER[1])
    shown = wallet.done("show", wallet.laser)[0]
    assert [note["text"] for note in shown["notes"]] == ["Letter came", "Señal\nzwei"]
    assert "Your note 2: Señal zwei" in wallet.run("show", wallet.laser).out
    assert wallet.run("note", "remove", "1", "99").code == 1
    wallet.done("note", "remove", "1", "2")
    assert wallet.done("note", "list", wallet.laser) == []
    broken = wallet.run("note", "add", wallet.laser, "--json", stdin=b"\xff\xfe")
    assert (broken.code, broken.object["reason"]) == (1, "note_not_usable")


def test_terminals_get_no_control_characters_from_what_people_wrote(wallet: Wallet) -> None:
    wallet.done("note", "add", wallet.laser, "red \x1b[31m alert")
    assert "\x1b" not in wallet.run("show", wallet.laser).out
    assert "\x1b" not in wallet.run("note", "list", wallet.laser).out
    assert wallet.run("tag", "add", "\x1b[31m", wallet.laser).code == 1


def test_what_is_pinned_stands_first(wallet: Wallet) -> None:
    assert wallet.ids() == [wallet.sewing, wallet.laser]
    assert [item["id"] for item in wallet.done("pin", "add", wallet.laser)] == [wallet.laser]
    assert wallet.ids() == [wallet.laser, wallet.sewing]
    assert [item["id"] for item in wallet.done("pin", "list")] == [wallet.laser]
    assert wallet.done("pin", "remove", wallet.laser) == []
    assert wallet.ids() == [wallet.sewing, wallet.laser]


def test_files_are_kept_with_a_credential_byte_for_byte(wallet: Wallet) -> None:
    content = good("laser-cutting.png").read_bytes()
    (wallet.program.folder / "letter.txt").write_text("Dear Dana\n")
    kept = wallet.done("file", "add", wallet.sewing, good("laser-cutting.png"), "letter.txt")
    assert [(one["name"], one["media_type"], one["size"]) for one in kept] == [
        ("laser-cutting.png", "image/png", len(content)),
        ("letter.txt", "text/plain", 10),
    ]
    assert wallet.done("file", "list", wallet.sewing) == kept
    assert "Your file: 2: letter.txt, text/plain, 10 bytes" in wallet.run("show", wallet.sewing).out
    wallet.done("file", "save", "1", "out.png")
    assert (wallet.program.folder / "out.png").read_bytes() == content
    assert wallet.run("file", "save", "2", "out.png").code == 1
    wallet.done("file", "remove", "1")
    assert wallet.done("file", "list", wallet.sewing) == kept[1:]
    assert wallet.run("file", "add", wallet.sewing, "gone.txt").code == 1
    assert wallet.run("vault", "check", wallet.vault).code == 2, "the vault is no option there"


def test_what_is_deleted_can_be_taken_back_with_everything(wallet: Wallet) -> None:
    wallet.done("tag", "add", "summer", wallet.laser)
    wallet.done("note", "add", wallet.laser, "remember")
    wallet.done("collection", "add", "Jobs", wallet.laser)
    (deleted,) = wallet.done("delete", wallet.laser[:6], *AT)
    assert (deleted["id"], deleted["result"]) == (wallet.laser, "in_the_bin")
    assert wallet.ids() == [wallet.sewing]
    assert wallet.ids("--collection", "Jobs") == wallet.ids("--search", "remember") == []
    (in_bin,) = wallet.done("list", "--bin")
    assert (in_bin["id"], in_bin["tags"], in_bin["deleted_at"]) == (wallet.laser, ["summer"], EVALUATED_AT)
    assert "kept until 2026-12-23" in wallet.run("list", "--bin").out
    assert "In the bin since" in wallet.run("show", wallet.laser).out
    refused = wallet.run(
        *("share", "--credential", wallet.laser, "--to", "Corp", "--purpose", "Job", "--out", "s.json"),
        "--json",
    )
    assert (refused.code, refused.object["reason"]) == (1, "in_the_bin")
    assert not (wallet.program.folder / "s.json").exists()
    wallet.done("undelete", wallet.laser)
    shown = wallet.done("show", wallet.laser)[0]
    assert (shown["tags"], shown["collections"], shown["notes"][0]["text"]) == (
        ["summer"],
        ["Jobs"],
        "remember",
    )
    assert "None of these was in the bin." in wallet.run("undelete", wallet.laser).err


def test_nothing_is_deleted_when_one_id_is_wrong(wallet: Wallet) -> None:
    done = wallet.run("delete", wallet.laser, "ffffffff", "--json")
    assert (done.code, done.object["reason"]) == (1, "record_not_found")
    assert len(wallet.ids()) == 2


def test_the_same_file_again_comes_out_of_the_bin_and_says_so(wallet: Wallet) -> None:
    wallet.done("tag", "add", "summer", wallet.laser)
    wallet.done("delete", wallet.laser)
    again = wallet.run("import", good("laser-cutting.png"), "--json", *AT)
    assert (again.code, again.object["result"], again.object["id"]) == (0, "added", wallet.laser)
    assert "was in the bin" in again.err
    assert wallet.done("list", "--tag", "summer")[0]["id"] == wallet.laser


def test_only_a_later_deletion_or_emptying_takes_something_for_good(wallet: Wallet) -> None:
    wallet.done("delete", wallet.laser, *AT)
    wallet.run("list", "--bin")
    wallet.done("note", "add", wallet.sewing, "a year on", *MUCH_LATER)
    assert wallet.ids("--bin") == [wallet.laser], "opening and using the file deletes nothing"
    within = wallet.run("delete", wallet.sewing, *LATER)
    assert "gone for good" not in within.err
    wallet.done("undelete", wallet.sewing)
    after = wallet.run("delete", wallet.sewing, *MUCH_LATER)
    assert "gone for good now: 1" in after.err
    assert wallet.ids("--bin") == [wallet.sewing]
    assert wallet.done("empty-bin") == [{"deleted_for_good": 1}]
    assert wallet.done("empty-bin") == [{"deleted_for_good": 0}]
    assert wallet.ids("--bin") == wallet.ids() == []
    assert wallet.program.run("vault", "check", wallet.vault).code == 0


def test_a_share_outlives_what_was_shared(wallet: Wallet) -> None:
    chosen = ("--credential", wallet.laser, "--to", "Corp", "--purpose", "Job", "--out", "s.json", *AT)
    (made,) = wallet.done("share", *chosen)
    wallet.done("delete", wallet.laser)
    wallet.done("empty-bin")
    wallet.done("shares", "show", made["id"], "--original", "again.json")
    assert (wallet.program.folder / "again.json").read_bytes() == (
        wallet.program.folder / "s.json"
    ).read_bytes()


@pytest.mark.parametrize(
    "command",
    [
        *("collection add", "collection remove", "collection rename", "collection list"),
        *("tag add", "tag remove", "tag list", "note add", "note edit", "note remove", "note list"),
        *("pin add", "pin remove", "pin list", "file add", "file save", "file remove", "file list"),
        *("delete", "undelete", "empty-bin", "profile list", "profile add", "profile edit", "profile use"),
    ],
)
def test_every_help_shows_an_example(wallet: Wallet, command: str) -> None:
    done = wallet.program.run(*command.split(), "--help")
    assert done.code == 0
    assert f"Example: ler-wallet {command} --vault" in " ".join(done.out.split())


@pytest.mark.parametrize(
    "arguments",
    [
        ("collection",),
        ("collection", "add", "--vault", "v"),
        ("tag", "--vault", "v", "add", "summer"),
        ("note", "--vault", "v"),
        ("note", "remove", "--vault", "v", "first"),
        ("file", "save", "--vault", "v", "0", "out"),
        ("delete", "--vault", "v"),
        ("undelete", "x"),
        ("empty-bin",),
        ("profile", "use", "--vault", "v"),
    ],
)
def test_wrong_usage_is_2_with_nothing_on_stdout(wallet: Wallet, arguments: tuple[str, ...]) -> None:
    done = wallet.program.run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err
