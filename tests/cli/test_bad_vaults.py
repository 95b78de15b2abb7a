"""Every bad file that may be handed in as a vault: one code, the right exit code, nothing changed and nothing left."""

import os
import re
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.program import PASSPHRASE, Program
from tests.sample_files import EVALUATED_AT, good
from wallet.app.unlock import open_vault
from wallet.vault.page_seal import PAGE_BYTES

AT = ("--at", EVALUATED_AT)
COMMANDS = {
    "list": ("list", "--vault", "{}"),
    "import": ("import", "--vault", "{}", str(good("small-sewing.json"))),
    "check": ("vault", "check", "{}"),
    "salvage": ("vault", "salvage", "{}", "saved.lerwallet"),
}


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: PAGE_BYTES * 3 + 17])


def swapped(path: Path) -> None:
    content = path.read_bytes()
    first, second = content[:PAGE_BYTES], content[PAGE_BYTES : 2 * PAGE_BYTES]
    path.write_bytes(first[:16] + second[16:] + first + content[2 * PAGE_BYTES :])


def foreign(path: Path) -> None:
    path.write_bytes(good("laser-cutting.png").read_bytes())


def other_database(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE something (a)")
    database.close()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def only_its_beginning(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9])


def newer_profile(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4] = 200
    path.write_bytes(content)


def newer_format(path: Path) -> None:
    with open_vault(path, bytearray(PASSPHRASE.encode())) as vault:
        vault.database.run("PRAGMA user_version = 99")


BAD: dict[str, tuple[Callable[[Path], None], int, str]] = {
    "cut": (cut, 5, "vault_damaged"),
    "swapped": (swapped, 5, "vault_damaged"),
    "foreign": (foreign, 5, "not_a_vault"),
    "other database": (other_database, 5, "not_a_vault"),
    "empty": (empty, 5, "not_a_vault"),
    "only its beginning": (only_its_beginning, 5, "vault_damaged"),
    "newer profile": (newer_profile, 5, "vault_newer"),
    "newer format": (newer_format, 5, "vault_newer"),
}


@pytest.mark.parametrize("kind", BAD)
@pytest.mark.parametrize("command", ["import", "check"])
def test_a_bad_file_is_refused_and_left_as_it_is(
    program: Program, vault: Path, kind: str, command: str
) -> None:
    spoil, code, reason = BAD[kind]
    spoil(vault)
    before = vault.read_bytes()
    done = program.run(*(part.format(vault) for part in COMMANDS[command]), "--json")
    assert done.code == code, done.err
    assert f"[{reason}]" in done.err
    assert vault.read_bytes() == before
    assert [entry.name for entry in program.folder.iterdir()] == [vault.name]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_wrong_passphrase_is_4_for_every_command(program: Program, vault: Path, command: str) -> None:
    before = vault.read_bytes()
    done = program.run(*(part.format(vault) for part in COMMANDS[command]), passphrase="another one entirely")
    assert (done.code, "[wrong_passphrase]" in done.err) == (4, True)
    assert vault.read_bytes() == before
    assert [entry.name for entry in program.folder.iterdir()] == [vault.name]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_is_no_vault(program: Program, command: str) -> None:
    (program.folder / "folder").mkdir()
    done = program.run(*(part.format("folder") for part in COMMANDS[command]))
    assert (done.code, "[vault_is_folder]" in done.err) == (5, True)


@pytest.mark.skipif(
    not hasattr(os, "getuid") or os.getuid() == 0, reason="only an ordinary user can be without permission"
)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_nobody_may_read_is_said(program: Program, vault: Path, command: str) -> None:
    vault.chmod(0)
    done = program.run(*(part.format(vault) for part in COMMANDS[command]))
    assert (done.code, "[file_not_readable]" in done.err) == (1, True)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only on Linux do locks tell whose they are")
def test_a_vault_that_is_open_elsewhere_is_5_and_says_by_whom(program: Program, vault: Path) -> None:
    with open_vault(vault, bytearray(PASSPHRASE.encode())):
        done = program.run("list", "--vault", vault)
    assert done.code == 5
    assert f"process {os.getpid()})" in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="only where files have a size limit")
def test_a_full_disk_says_how_much_room_is_needed(program: Program, vault: Path) -> None:
    import resource  # noqa: PLC0415 - not on every system

    size = vault.stat().st_size

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    done = program.run("import", "--vault", vault, good("laser-cutting.png"), *AT, preexec_fn=limited)
    assert (done.code, "[disk_full]" in done.err) == (1, True), done.err
    assert re.search(r"\(0\.[2-9] MB needed\)", done.err), done.err
    again = program.run("import", "--vault", vault, good("laser-cutting.png"), *AT)
    assert (again.code, "added" in again.out) == (0, True)


def test_a_newer_file_is_not_salvaged_either(program: Program, vault: Path) -> None:
    """What a newer program keeps in tables of its own would be left out, and every page called read."""
    newer_format(vault)
    before = vault.read_bytes()
    done = program.run("vault", "salvage", vault, "saved.lerwallet")
    assert (done.code, "[vault_newer]" in done.err) == (5, True)
    assert vault.read_bytes() == before
    assert [entry.name for entry in program.folder.iterdir()] == [vault.name]
