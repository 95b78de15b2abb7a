"""Passphrase, recovery kit and recovery from the command line, as scripts and people use them."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.in_process import new_in_process
from tests.program import PASSPHRASE, Program, Result
from tests.sample_files import good
from wallet.sharing.qr import make_qr, render_png

NEW = "paper river seven lantern oak"


def opens(program: Program, passphrase: str) -> bool:
    done = program.run("list", "--vault", "my.lerwallet", passphrase=passphrase)
    assert done.code in (0, 4), done.err
    return done.code == 0


def new_kit(program: Program, *more: str, passphrase: str = PASSPHRASE) -> dict[str, object]:
    done = program.run("vault", "recovery-kit", "my.lerwallet", "--json", *more, passphrase=passphrase)
    assert done.code == 0, done.err
    kit = done.object["recovery_kit"]
    assert isinstance(kit, dict)
    return kit


def words_of(kit: dict[str, object]) -> str:
    words = kit["words"]
    assert isinstance(words, list)
    return " ".join(words)


def recover(program: Program, given: str, *more: str, passphrase: str = NEW) -> Result:
    return program.run("vault", "recover", "my.lerwallet", *more, stdin=given.encode(), passphrase=passphrase)


def test_a_file_made_with_a_kit_is_opened_by_it(program: Program) -> None:
    made = program.run("vault", "create", "my.lerwallet", "--name", "Dana", "--recovery-kit", "kit.pdf")
    assert made.code == 0, made.err
    assert "strong" in made.err or "fair" in made.err
    page = PdfReader(io.BytesIO((program.folder / "kit.pdf").read_bytes())).pages[0].extract_text()
    rows = "\n".join(line for line in page.splitlines() if line[:1].isdigit() and len(line.split()) == 8)
    assert "my.lerwallet" in page
    assert "Dana" in page
    assert program.run("import", "--vault", "my.lerwallet", good("small-sewing.json")).code == 0
    done = recover(program, rows)
    assert done.code == 0, done.err
    assert (opens(program, PASSPHRASE), opens(program, NEW)) == (False, True)
    assert len(program.run("list", "--vault", "my.lerwallet", "--json", passphrase=NEW).objects) == 1


def test_the_kit_on_standard_output_is_the_page_in_words(program: Program) -> None:
    made = program.run("vault", "create", "my.lerwallet", "--recovery-kit", "-", "--language", "es")
    assert made.code == 0, made.err
    assert "Kit de recuperación" in made.out
    assert recover(program, made.out).code == 0
    assert opens(program, NEW)


@pytest.mark.parametrize(
    ("target", "reason"), [("kit.docx", "output_kind_unknown"), ("taken.pdf", "output_exists")]
)
def test_a_kit_that_cannot_be_written_stops_everything(program: Program, target: str, reason: str) -> None:
    (program.folder / "taken.pdf").write_bytes(b"mine")
    done = program.run("vault", "create", "my.lerwallet", "--recovery-kit", target, "--json")
    assert (done.code, done.object["reason"]) == (1, reason)
    assert ("(.pdf, .txt)" in done.err) == (reason == "output_kind_unknown")
    assert not (program.folder / "my.lerwallet").exists()
    assert (program.folder / "taken.pdf").read_bytes() == b"mine"


def test_a_new_kit_ends_the_old_one_and_keeps_the_passphrase(program: Program, vault: Path) -> None:
    assert vault.exists()
    first, second = words_of(new_kit(program)), words_of(new_kit(program))
    assert opens(program, PASSPHRASE)
    refused = recover(program, first, "--json")
    assert (refused.code, refused.object["reason"]) == (4, "recovery_kit_other")
    assert opens(program, PASSPHRASE)
    assert recover(program, second).code == 0
    assert opens(program, NEW)


def test_recovering_ends_the_kit_and_can_make_the_next(program: Program, vault: Path) -> None:
    assert vault.exists()
    kit = words_of(new_kit(program))
    done = recover(program, kit, "--recovery-kit", "next.txt", "--json")
    assert done.code == 0, done.err
    assert done.object["recovery_kit"]["file"] == "next.txt"
    assert recover(program, kit).code == 4
    again = program.run(
        *("vault", "recover", "my.lerwallet", "--kit", "next.txt"), passphrase="violet anchor seven suns"
    )
    assert again.code == 0, again.err


@pytest.mark.parametrize(
    ("given", "reason", "note"),
    [
        ("", "recovery_kit_missing", ""),
        ("zoo zoo", "recovery_kit_incomplete", "2 of 24 words"),
        ("abandon " * 6 + "qqqq " + "abandon " * 17, "recovery_kit_word_unknown", "word 7"),
        ("abandon " * 24, "recovery_kit_mistyped", ""),
        ("abandon " * 23 + "art", "recovery_kit_other", ""),
    ],
)
def test_what_is_not_the_kit_is_refused_and_touches_nothing(
    program: Program, vault: Path, given: str, reason: str, note: str
) -> None:
    before = vault.read_bytes()
    done = recover(program, given, "--json")
    assert done.object["reason"] == reason
    assert done.code == (2 if reason == "recovery_kit_missing" else 4)
    assert note in done.err
    assert vault.read_bytes() == before
    assert [entry.name for entry in program.folder.iterdir()] == [vault.name]


def test_a_picture_of_the_code_is_a_kit(program: Program, vault: Path) -> None:
    assert vault.exists()
    code = str(new_kit(program)["code"])
    (program.folder / "photo.png").write_bytes(render_png(make_qr(code)))
    done = program.run("vault", "recover", "my.lerwallet", "--kit", "photo.png", passphrase=NEW)
    assert done.code == 0, done.err
    assert opens(program, NEW)


def test_the_passphrase_changes_with_both_given_in_the_environment(program: Program, vault: Path) -> None:
    salt = vault.read_bytes()[:16]
    done = program.run("vault", "passphrase", "my.lerwallet", variables={"LER_WALLET_NEW_PASSPHRASE": NEW})
    assert done.code == 0, done.err
    assert "strong" in done.err
    assert (opens(program, PASSPHRASE), opens(program, NEW)) == (False, True)
    assert vault.read_bytes()[:16] != salt


@pytest.mark.skipif(sys.platform == "win32", reason="only on POSIX systems")
def test_the_passphrase_changes_with_both_on_one_descriptor_and_the_stronger_profile(
    program: Program, vault: Path
) -> None:
    assert vault.exists()
    read, write = os.pipe()
    os.write(write, f"{PASSPHRASE}\n{NEW}\n".encode())
    os.close(write)
    done = program.run(
        *("vault", "passphrase", "my.lerwallet", "--passphrase-fd", str(read), "--kdf-profile", "2"),
        passphrase=None,
        pass_fds=(read,),
    )
    os.close(read)
    assert done.code == 0, done.err
    info = program.run("vault", "info", "my.lerwallet", "--json", passphrase=NEW).object
    assert info["kdf_profile"] == 2
    assert opens(program, NEW)


@pytest.mark.parametrize(
    ("present", "new", "code", "reason"),
    [
        ("not the passphrase", NEW, 4, "wrong_passphrase"),
        (PASSPHRASE, "", 2, "passphrase_missing"),
        (PASSPHRASE, "secret1", 1, "passphrase_too_weak"),
    ],
)
def test_a_refused_change_leaves_the_file_as_it_was(  # noqa: PLR0917 - a row of the table
    program: Program, vault: Path, present: str, new: str, code: int, reason: str
) -> None:
    before = vault.read_bytes()
    done = program.run(
        *("vault", "passphrase", "my.lerwallet", "--json"),
        passphrase=present,
        variables={"LER_WALLET_NEW_PASSPHRASE": new},
    )
    assert (done.code, done.object["reason"]) == (code, reason)
    assert vault.read_bytes() == before


@pytest.mark.parametrize("command", ["passphrase", "recovery-kit", "recover"])
def test_a_file_that_is_not_there_is_said_before_anybody_is_asked(program: Program, command: str) -> None:
    done = program.run("vault", command, "none.lerwallet", "--json", passphrase=None)
    assert (done.code, done.object["reason"]) == (1, "vault_missing")


@pytest.mark.parametrize("command", ["recovery-kit", "recover"])
def test_nothing_secret_is_shown_with_debug(program: Program, vault: Path, command: str) -> None:
    """A full walk that ends in a refusal: neither stream may hold the passphrase or a word of the kit."""
    assert vault.exists()
    words = words_of(new_kit(program)).split()
    given = " ".join([*words[:5], "qqqq", *words[6:]])
    done = program.run(
        *("vault", command, "my.lerwallet", "--debug"),
        *(("--out", "nowhere/kit.pdf") if command == "recovery-kit" else ()),
        stdin=given.encode(),
    )
    assert done.code != 0
    said = (done.out + done.err).split()
    assert "recovery_kit_word_unknown" in done.err or "output_not_writable" in done.err
    assert PASSPHRASE not in done.out + done.err
    assert not {word for word in words if len(word) > 6} & set(said)


def test_no_command_of_the_keys_loads_qt(program: Program, vault: Path) -> None:
    code = "import sys; from wallet.cli.main import main; c = main(sys.argv[1:]); print(c, 'PySide6' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, "vault", "recovery-kit", str(vault), "--out", "kit.pdf"],
        cwd=program.folder,
        env=dict(program.environment()),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "0 False"


@pytest.mark.skipif(sys.platform == "win32", reason="only on POSIX systems")
def test_the_copies_that_keep_the_old_passphrase_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A backup, an automatic copy elsewhere, a second name of the file; not a link, nor a file with another key."""
    program = new_in_process(tmp_path, monkeypatch)
    vault, automatic = program.make_vault(), tmp_path / "automatic"
    automatic.mkdir()
    program.run("vault", "backup", vault, "backup.lerwallet")
    program.run("vault", "backup", "--automatic", vault, automatic)
    (program.folder / "second name.lerwallet").hardlink_to(vault)
    (program.folder / "link.lerwallet").symlink_to(vault)
    program.make_vault("other.lerwallet")
    new = {"LER_WALLET_NEW_PASSPHRASE": NEW}
    done = program.run("vault", "passphrase", "link.lerwallet", "--json", variables=new)
    copies = [Path(name) for name in done.object["old_key_copies"]]
    assert [copy.name for copy in copies[:2]] == ["backup.lerwallet", "second name.lerwallet"]
    assert [copy.parent for copy in copies[2:]] == [automatic]
    assert all(f"Such a copy is {copy}" in done.err for copy in copies)
    for copy in copies:
        assert program.run("list", "--vault", copy).code == 0
        assert program.run("vault", "passphrase", copy, variables=new).code == 0
        assert program.run("list", "--vault", copy).code == 4
    again = program.run("vault", "recovery-kit", vault, "--json", passphrase=NEW)
    assert again.object["old_key_copies"] == []


def test_an_older_version_is_pointed_out_before_it_gets_a_new_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = new_in_process(tmp_path, monkeypatch)
    vault = program.make_vault()
    older = vault.read_bytes()
    assert program.run("import", "--vault", vault, good("small-sewing.json")).code == 0
    vault.write_bytes(older)
    new = {"LER_WALLET_NEW_PASSPHRASE": NEW}
    done = program.run("vault", "passphrase", vault, variables=new)
    assert done.code == 0
    assert "this file is older than the one you used" in done.err
    vault.write_bytes(older)
    assert "older" not in program.run("--shared", "vault", "passphrase", vault, variables=new).err
