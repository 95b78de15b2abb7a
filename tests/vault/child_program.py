"""A second program for the tests: run as ``python -m tests.vault.child_program WHAT PATH ...``.

It says on standard output what it has acknowledged, one record id a line, each after the vault said it was kept.
"""

import os
import signal
import sys
from pathlib import Path

from tests.vault.builders import KEY, NOW, SALT, key, new_credential
from wallet.errors import NoRoomError, VaultError
from wallet.vault.connection import Connection, Vault, open_vault_file
from wallet.vault.take_place import take_place
from wallet.vault.vault_copy import copy_vault
from wallet.verification.report import Verdict

SIZES = (200, 60_000, 3000, 250_000, 120_000)


def work_for_ever(path: Path, first: int) -> None:
    """Adds, checks again, notes and bins, one after the other, until somebody kills it; says each once it is kept."""
    with open_vault_file(path, key()) as vault:
        number = first
        while True:
            size = SIZES[number % len(SIZES)]
            record_id = vault.credentials.add(new_credential(number, size=size)).record_id
            print("added", number, record_id, flush=True)
            if number % 3 == 0:
                report = recheck_report(number)
                vault.credentials.record_report(record_id, report, Verdict.VERIFIED, None, NOW)
                print("checked", number, record_id, flush=True)
            if number % 3 == 1:
                vault.notes.add(record_id, note_text(number), NOW)
                print("noted", number, record_id, flush=True)
            if number % 4 == 3:
                vault.bin.put([record_id], NOW)
                print("binned", number, record_id, flush=True)
            number += 1


def recheck_report(number: int) -> str:
    """The report of the second check of a credential."""
    return f'{{"again":{number}}}'


def note_text(number: int) -> str:
    """What the owner wrote about a credential; longer than a page."""
    return f"about {number} " * 500


def serve() -> None:
    """For each line ``PATH<TAB>FIRST`` on standard input makes a child that works for ever, and says when it is dead.

    The children are forked from a process that has everything loaded, so that a thousand of them cost little.
    """
    for line in sys.stdin:
        path, _, first = line.rstrip("\n").partition("\t")
        child = os.fork()
        if child == 0:
            print("child", os.getpid(), flush=True)
            work_for_ever(Path(path), int(first))
        os.waitpid(child, 0)
        print("dead", flush=True)


def add_under_limits(path: Path, limits: str) -> None:
    """For each file-size limit adds until the vault refuses, says the refusal, and shows that reading still works."""
    import resource  # noqa: PLC0415 - not on every system

    number = 0
    with open_vault_file(path, key()) as vault:
        for limit in map(int, limits.split(",")):
            resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + limit, resource.RLIM_INFINITY))
            number = _add_until_refused(vault, number)
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def fill(path: Path) -> None:
    """Adds until the vault refuses."""
    with open_vault_file(path, key()) as vault:
        _add_until_refused(vault, 0)


def die_within_a_transaction(path: Path) -> None:
    """Leaves a journal that must be played back: half a transaction is in the file already."""
    database = Connection(path, bytearray(KEY), SALT)
    database.run("PRAGMA cache_size = 5")
    with database.transaction():
        database.run("UPDATE original SET content = zeroblob(length(content))")
        database.run("CREATE TABLE ballast (content BLOB)")
        for _ in range(50):
            database.run("INSERT INTO ballast VALUES (randomblob(20000))")
        print("written", flush=True)
        os.kill(os.getpid(), signal.SIGKILL)


def copy_under_limits(path: Path, target: Path, limits: str) -> None:
    """Copies under one file-size limit after the other, then without one; says how each try ended."""
    import resource  # noqa: PLC0415 - not on every system

    with open_vault_file(path, key()) as vault:
        for limit in [*map(int, limits.split(",")), resource.RLIM_INFINITY]:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
            try:
                print("copied", copy_vault(vault, target))
            except NoRoomError as error:
                print(error.reason, error.needed_bytes)


def copy_and_die(path: Path, target: Path, step: int) -> None:
    """Copies and is killed at call number `step` of it; with 0 says how many calls a copy takes."""
    calls = 0

    def count(_frame: object, _event: str, _what: object) -> None:
        nonlocal calls
        calls += 1
        if calls == step:
            os.kill(os.getpid(), signal.SIGKILL)

    with open_vault_file(path, key()) as vault:
        sys.setprofile(count)
        copy_vault(vault, target)
        sys.setprofile(None)
    print(calls)


def take_place_and_die(backup: Path, path: Path, step: int) -> None:
    """Puts a copy of a vault in the place of another one and is killed at call number `step` of it."""
    calls = 0

    def count(_frame: object, _event: str, _what: object) -> None:
        nonlocal calls
        calls += 1
        if calls == step:
            os.kill(os.getpid(), signal.SIGKILL)

    with open_vault_file(backup, key(), read_only=True) as vault:
        sys.setprofile(count)
        take_place(vault, path, path.with_name("kept"))
        sys.setprofile(None)
    print(calls)


def export_and_die(path: Path, folder: Path, item: int) -> None:
    """Exports and is killed after so many items, the folder's last steps counted as one more."""
    from wallet.app.container import make_services  # noqa: PLC0415 - only here
    from wallet.app.export import export_vault  # noqa: PLC0415

    done = 0

    def count() -> None:
        nonlocal done
        done += 1
        if done == item:
            os.kill(os.getpid(), signal.SIGKILL)

    with open_vault_file(path, key()) as vault:
        export_vault(vault, folder, make_services(), progress=count)
    os.kill(os.getpid(), signal.SIGKILL)


def _add_until_refused(vault: Vault, number: int) -> int:
    """Returns the number after the one that was refused."""
    while True:
        try:
            size = SIZES[number % len(SIZES)]
            print(number, vault.credentials.add(new_credential(number, size=size)).record_id, flush=True)
        except VaultError as error:
            print("refused", error.reason, len(vault.credentials.heads()), flush=True)
            return number + 1
        number += 1


def main() -> None:
    """Does what it was asked for."""
    what, path = sys.argv[1], Path(sys.argv[2])
    match what:
        case "serve":
            serve()
        case "add-under-limits":
            add_under_limits(path, sys.argv[3])
        case "fill":
            fill(path)
        case "copy-under-limits":
            copy_under_limits(path, Path(sys.argv[3]), sys.argv[4])
        case "copy-and-die":
            copy_and_die(path, Path(sys.argv[3]), int(sys.argv[4]))
        case "take-place-and-die":
            take_place_and_die(path, Path(sys.argv[3]), int(sys.argv[4]))
        case "export-and-die":
            export_and_die(path, Path(sys.argv[3]), int(sys.argv[4]))
        case "die-within-a-transaction":
            die_within_a_transaction(path)
        case _:
            sys.exit(2)


if __name__ == "__main__":
    main()
