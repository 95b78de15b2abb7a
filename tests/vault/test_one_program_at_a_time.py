"""Two programs, one file: the second is told, a dead one holds nobody up, what cannot be written can still be read."""

import getpass
import os
import platform
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.shared_data import PROJECT
from tests.vault.builders import KEY, key, make_vault, new_credential
from wallet.errors import InUseError, Reason, VaultError
from wallet.vault import file_lock, lock_holder
from wallet.vault.connection import Vault, open_vault_file
from wallet.vault.lock_holder import Holder

_OPEN_AND_SAY = """
import sys
from pathlib import Path
from wallet.errors import VaultError
from wallet.vault.connection import open_vault_file
try:
    vault = open_vault_file(Path(sys.argv[1]), bytearray.fromhex(sys.argv[2]), patience=0.1)
except VaultError as error:
    print(error.reason, flush=True)
else:
    print("open", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_program(path: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """A second process that opens the vault and keeps it open; with it what it said."""
    command = [sys.executable, "-c", _OPEN_AND_SAY, str(path), KEY.hex()]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=PROJECT
    ) as process:
        assert process.stdout is not None
        yield process, process.stdout.readline().strip()
        process.kill()


def open_reason(path: Path) -> Reason | None:
    try:
        open_vault_file(path, key(), patience=0.1).close()
    except VaultError as error:
        return error.reason
    return None


def test_the_wait_for_another_program_is_five_seconds_unless_said_otherwise() -> None:
    assert file_lock.PATIENCE_SECONDS == 5.0


def test_a_second_program_is_told_and_may_open_once_the_first_has_closed(vault: Vault) -> None:
    with another_program(vault.path) as (_, said):
        assert said == "vault_in_use"
    vault.credentials.add(new_credential(1))
    vault.close()
    with another_program(vault.path) as (_, said):
        assert said == "open"


def test_a_killed_program_holds_nobody_up(path: Path) -> None:
    make_vault(path).close()
    with another_program(path) as (process, said):
        assert said == "open"
        assert open_reason(path) is Reason.VAULT_IN_USE
        process.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
        process.wait()
        assert open_reason(path) is None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only on Linux do locks tell whose they are")
def test_the_second_program_is_told_by_whom_the_file_is_open(path: Path) -> None:
    make_vault(path).close()
    with another_program(path) as (process, said):
        assert said == "open"
        with pytest.raises(InUseError) as caught:
            open_vault_file(path, key(), patience=0.1)
        found = caught.value
        assert (found.user, found.computer, found.process) == (
            getpass.getuser(),
            platform.node(),
            process.pid,
        )
        assert [entry.name for entry in path.parent.iterdir()] == [path.name], "nothing is written to say so"
    with path.open("rb") as file:
        assert lock_holder.read(file.fileno()) is None, "whoever is dead says nothing"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only on Linux do locks tell whose they are")
@pytest.mark.parametrize(
    "holder",
    [Holder("dana", "lab-7", 1), Holder("", "", 0), Holder("é" * 40, "computer " * 5, 4_194_304)],
)
def test_what_a_holder_says_of_itself_is_read_by_others(path: Path, holder: Holder) -> None:
    path.write_bytes(b"")
    with path.open("r+b") as ours, path.open("rb") as theirs:
        lock_holder.spell(ours.fileno(), holder)
        assert lock_holder.read(theirs.fileno()) == holder


def test_a_free_file_names_nobody(path: Path) -> None:
    path.write_bytes(b"")
    with path.open("rb") as file:
        assert lock_holder.read(file.fileno()) is None


def test_the_same_program_cannot_open_it_twice(vault: Vault) -> None:
    assert open_reason(vault.path) is Reason.VAULT_IN_USE


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only on systems with locks of one descriptor"
)
def test_reading_the_file_by_other_means_does_not_open_the_door(vault: Vault) -> None:
    vault.credentials.add(new_credential(1))
    assert vault.path.read_bytes()[:4] == b"LERW"  # closing this descriptor drops the process's classic locks
    with another_program(vault.path) as (_, said):
        assert said == "vault_in_use"


def test_a_wrong_passphrase_lets_go_of_the_file(path: Path) -> None:
    make_vault(path).close()
    with pytest.raises(VaultError):
        open_vault_file(path, bytearray(32))
    assert open_reason(path) is None


_READ_ONLY = """
import os, sys
from pathlib import Path
from wallet.errors import VaultError
from wallet.vault.connection import open_vault_file
from tests.vault.builders import key, new_credential
if os.getuid() == 0:
    os.setuid(65534)
with open_vault_file(Path(sys.argv[1]), key()) as vault:
    print(vault.read_only, vault.credentials.count(), len(vault.check()))
    print(vault.credentials.add(new_credential(0)).result)
    try:
        vault.credentials.add(new_credential(9))
    except VaultError as error:
        print(error.reason)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="only on systems whose permissions work this way")
@pytest.mark.parametrize("file_mode", [0o444, 0o666])
def test_what_cannot_be_written_can_be_read(file_mode: int) -> None:
    """A file without write permission, and a writable file in a folder where no journal can be made."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.lerwallet"
        with make_vault(path) as vault:
            vault.credentials.add(new_credential(0))
        path.chmod(file_mode)
        Path(folder).chmod(0o555)
        before = path.read_bytes()
        run = subprocess.run(
            [sys.executable, "-c", _READ_ONLY, str(path)],
            capture_output=True,
            text=True,
            cwd=PROJECT,
            check=False,
        )
        Path(folder).chmod(0o755)
        if os.getuid() == 0 and "Permission" in run.stderr:
            pytest.skip("only where an ordinary user may read this project")
        assert run.stdout.split() == [str(file_mode == 0o444), "1", "0", "duplicate", "vault_read_only"], (
            run.stderr
        )
        assert path.read_bytes() == before
