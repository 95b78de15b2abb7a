"""A second program for the tests of a new key: run as ``python -m tests.vault.rekey_program WHAT PATH ...``."""

import os
import signal
import sys
from pathlib import Path

from tests.vault.builders import key
from wallet.vault import file_lock
from wallet.vault.connection import open_vault_file
from wallet.vault.rekey import rekey_vault

NEW_KEY = bytes(range(50, 82))
NEW_SALT = b"LERW\x02" + bytes(range(200, 211))


def rekey_and_die(path: Path, deadly: int | None) -> None:
    """Gives the vault another key, and dies at the n-th call made meanwhile; says how many calls there were."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")
        if calls == deadly:
            os.kill(os.getpid(), signal.SIGKILL)

    vault = open_vault_file(path, key())
    sys.setprofile(count)
    rekey_vault(vault, bytearray(NEW_KEY), NEW_SALT, lambda new: new.settings.set("mark", "new"))
    sys.setprofile(None)
    print(calls, flush=True)


def wait_for_the_lock(path: Path) -> None:
    """Opens the file, waits for its lock, and says with which salt the locked file begins."""
    lock_once = file_lock._try_lock

    def say_and_lock(descriptor: int, *, exclusive: bool) -> None:
        try:
            lock_once(descriptor, exclusive=exclusive)
        except OSError:
            print("waiting", flush=True)
            file_lock._try_lock = lock_once
            raise

    file_lock._try_lock = say_and_lock
    with file_lock.FileLock.acquire(path, patience=60) as lock:
        print(lock.file.read(16).hex())


def main() -> None:
    """Does what it was asked for."""
    what, path = sys.argv[1], Path(sys.argv[2])
    match what:
        case "rekey-and-count":
            rekey_and_die(path, None)
        case "rekey-and-die":
            rekey_and_die(path, int(sys.argv[3]))
        case "wait-for-the-lock":
            wait_for_the_lock(path)
        case _:
            sys.exit(2)


if __name__ == "__main__":
    main()
