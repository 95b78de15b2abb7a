"""Places that cannot be: a name the system does not allow, a folder that may not be entered, a link to nowhere."""

import os
import sys
from pathlib import Path

import pytest

from tests.cli.in_process import InProcess, new_in_process

TOO_LONG = "a" * 300
MISSING_IN = {
    "list": ("list", "--vault", "{}"),
    "info": ("vault", "info", "{}"),
    "passphrase": ("vault", "passphrase", "{}"),
    "merge": ("vault", "merge", "my.lerwallet", "{}"),
    "restore from": ("vault", "restore", "{}", "new"),
    "salvage from": ("vault", "salvage", "{}", "new"),
}
NEW = {
    "create": ("vault", "create", "{}"),
    "kit": ("vault", "create", "new", "--recovery-kit", "{}.pdf"),
    "backup": ("vault", "backup", "my.lerwallet", "{}"),
    "restore": ("vault", "restore", "my.lerwallet", "{}"),
    "salvage": ("vault", "salvage", "my.lerwallet", "{}"),
    "move": ("vault", "move", "my.lerwallet", "{}"),
    "export": ("export", "--vault", "my.lerwallet", "{}"),
}


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


@pytest.mark.parametrize("command", [*MISSING_IN, *NEW])
def test_a_name_that_cannot_be_is_a_refusal(program: InProcess, vault: Path, command: str) -> None:
    """Before, the program took it for a mistake of its own; and a kit's was noticed when the file was made."""
    line = MISSING_IN.get(command) or NEW[command]
    done = program.run(*(part.format(TOO_LONG) for part in line))
    expected = "output_not_writable" if command in NEW else "file_not_readable"
    assert (done.code, f"[{expected}]" in done.err) == (1, True), done.err
    assert list(program.folder.iterdir()) == [vault]


@pytest.mark.skipif(
    not hasattr(os, "getuid") or os.getuid() == 0, reason="only an ordinary user can be without permission"
)
@pytest.mark.parametrize("command", [*MISSING_IN, *NEW])
def test_a_folder_that_may_not_be_entered_is_a_refusal(program: InProcess, vault: Path, command: str) -> None:
    assert vault.exists()
    closed = program.folder / "closed"
    closed.mkdir(mode=0)
    try:
        line = MISSING_IN.get(command) or NEW[command]
        done = program.run(*(part.format("closed/x") for part in line))
        expected = "output_not_writable" if command in NEW else "file_not_readable"
        assert (done.code, f"[{expected}]" in done.err) == (1, True), done.err
    finally:
        closed.chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="only where anybody may make symbolic links")
@pytest.mark.parametrize("command", sorted(NEW.keys() - {"kit", "export"}))
def test_a_link_to_nowhere_is_a_name_that_is_taken(program: InProcess, vault: Path, command: str) -> None:
    link = program.folder / "link"
    link.symlink_to("nowhere")
    done = program.run(*(part.format("link") for part in NEW[command]))
    assert (done.code, "[vault_exists]" in done.err) == (1, True), done.err
    assert sorted(program.folder.iterdir()) == sorted([vault, link])
