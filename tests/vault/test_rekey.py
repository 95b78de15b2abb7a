"""A new key: the old one opens nothing more, nothing is lost, and whenever the program dies exactly one key works."""

import os
import stat
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.assurance import rounds
from tests.shared_data import PROJECT
from tests.vault.builders import KEY, SALT, key, make_vault, new_credential, original_bytes, record_id_of
from tests.vault.rekey_program import NEW_KEY, NEW_SALT
from wallet.errors import Reason, VaultError
from wallet.vault import new_file, rekey
from wallet.vault.connection import Vault, open_vault_file
from wallet.vault.file_lock import FileLock
from wallet.vault.page_seal import PageSeal
from wallet.vault.rekey import rekey_vault

CREDENTIALS = 6
KILL_POINTS = rounds(12, 60)
posix = pytest.mark.skipif(sys.platform == "win32", reason="only on POSIX systems")


def new_key() -> bytearray:
    return bytearray(NEW_KEY)


@pytest.fixture
def filled(path: Path) -> Path:
    with make_vault(path) as vault:
        for number in range(CREDENTIALS):
            vault.credentials.add(new_credential(number))
    return path


def is_whole(vault: Vault) -> bool:
    found = [vault.credentials.get(record_id_of(number)).original for number in range(CREDENTIALS)]
    return found == [original_bytes(number) for number in range(CREDENTIALS)] and vault.check() == ()


def works(path: Path, candidate: bytearray) -> bool:
    """Whether this key opens the file; then everything must be in it."""
    try:
        with open_vault_file(path, candidate, patience=30) as vault:
            assert is_whole(vault)
            return True
    except VaultError as error:
        if error.reason is not Reason.WRONG_PASSPHRASE:
            raise
        return False


def names(path: Path) -> Sequence[str]:
    return sorted(entry.name for entry in path.parent.iterdir())


def test_the_new_key_opens_what_the_old_one_opened(filled: Path) -> None:
    before = filled.read_bytes()
    old = open_vault_file(filled, key())
    with rekey_vault(old, new_key(), NEW_SALT) as vault:
        assert is_whole(vault)
        assert vault.path == filled
        vault.credentials.add(new_credential(CREDENTIALS))
    with pytest.raises(VaultError):
        old.credentials.count()
    assert (works(filled, key()), works(filled, new_key())) == (False, True)
    after = filled.read_bytes()
    assert (before[:16], after[:16]) == (SALT, NEW_SALT)
    assert not any(
        PageSeal(KEY, SALT).holds(1 + at // 4096, after[at : at + 4096]) for at in range(0, len(after), 4096)
    )
    assert names(filled) == [filled.name]


def test_what_must_be_in_the_new_file_is_there_before_it_counts(filled: Path) -> None:
    def prepare(new: Vault) -> None:
        assert new.path != filled
        assert not works_at_once(filled, new_key())
        new.settings.set("mark", "prepared")

    with rekey_vault(open_vault_file(filled, key()), new_key(), NEW_SALT, prepare) as vault:
        assert vault.settings.get("mark") == "prepared"


def works_at_once(path: Path, candidate: bytearray) -> bool:
    """Without the lock: whether the file now under this name is sealed with this key."""
    with path.open("rb") as file:
        return bool(PageSeal(candidate, file.read(16)).fits(file))


def test_a_refusal_on_the_way_changes_nothing_and_leaves_the_vault_open(filled: Path) -> None:
    before = filled.read_bytes()

    def refuse(_new: Vault) -> None:
        raise VaultError(Reason.DISK_FULL, "no room for the kit")

    with open_vault_file(filled, key()) as vault:
        with pytest.raises(VaultError) as caught:
            rekey_vault(vault, new_key(), NEW_SALT, refuse)
        assert caught.value.reason is Reason.DISK_FULL
        assert is_whole(vault)
    assert filled.read_bytes() == before
    assert names(filled) == [filled.name]


def test_a_copy_that_differs_never_takes_the_place(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def copy_with_a_fault(*_: object) -> int:
        raise VaultError(Reason.STORAGE_FAILED, "the copy differs from the file it was made from")

    monkeypatch.setattr(rekey, "copy_vault", copy_with_a_fault)
    with open_vault_file(filled, key()) as vault, pytest.raises(VaultError) as caught:
        rekey_vault(vault, new_key(), NEW_SALT)
    assert caught.value.reason is Reason.STORAGE_FAILED
    assert (works(filled, key()), names(filled)) == (True, [filled.name])


def test_where_nothing_can_be_replaced_both_files_keep_a_name(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(_self: Path, _target: object) -> None:
        raise PermissionError(13, "held by a scanner")

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(new_file, "_REPLACE_PAUSE_SECONDS", 0)
    with open_vault_file(filled, key()) as vault, pytest.raises(VaultError) as caught:
        rekey_vault(vault, new_key(), NEW_SALT)
    monkeypatch.undo()
    assert caught.value.reason is Reason.VAULT_NOT_REPLACED
    beside = filled.with_name(f"{filled.stem}-new-1{filled.suffix}")
    assert names(filled) == sorted([filled.name, beside.name])
    assert (works(filled, key()), works(filled, new_key())) == (True, False)
    assert (works(beside, key()), works(beside, new_key())) == (False, True)


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640])
def test_the_permissions_stay(filled: Path, mode: int) -> None:
    filled.chmod(mode)
    rekey_vault(open_vault_file(filled, key()), new_key(), NEW_SALT).close()
    assert stat.S_IMODE(filled.stat().st_mode) == mode


@posix
def test_a_link_to_the_file_stays_a_link(filled: Path) -> None:
    link = filled.with_name("link.lerwallet")
    link.symlink_to(filled)
    with rekey_vault(open_vault_file(link, key()), new_key(), NEW_SALT) as vault:
        vault.settings.set("through", "the link")
    assert link.is_symlink()
    assert works(filled, new_key())
    assert names(filled) == sorted([filled.name, link.name])


def test_what_a_sync_program_put_there_meanwhile_is_not_replaced(filled: Path) -> None:
    other = filled.read_bytes()

    def sync(_new: Vault) -> None:
        filled.with_name("download").write_bytes(other)
        filled.with_name("download").replace(filled)

    with open_vault_file(filled, key()) as vault, pytest.raises(VaultError) as caught:
        rekey_vault(vault, new_key(), NEW_SALT, sync)
    assert caught.value.reason is Reason.VAULT_CHANGED_ELSEWHERE
    assert filled.read_bytes() == other
    assert names(filled) == [filled.name]


def test_a_read_only_vault_is_refused(filled: Path) -> None:
    with open_vault_file(filled, key()) as vault:
        vault.read_only = True
        with pytest.raises(VaultError) as caught:
            rekey_vault(vault, new_key(), NEW_SALT)
    assert caught.value.reason is Reason.VAULT_READ_ONLY


def test_the_file_stays_locked_from_before_to_after(filled: Path) -> None:
    with (
        rekey_vault(open_vault_file(filled, key()), new_key(), NEW_SALT),
        pytest.raises(VaultError) as caught,
    ):
        open_vault_file(filled, new_key(), patience=0)
    assert caught.value.reason is Reason.VAULT_IN_USE


@posix
def test_whoever_waited_for_the_old_file_gets_the_new_one(filled: Path) -> None:
    """The second program has the old file open already when it is replaced."""
    vault = open_vault_file(filled, key())
    waiting = child("wait-for-the-lock", filled)
    assert waiting.stdout is not None
    assert waiting.stdout.readline() == "waiting\n"
    rekey_vault(vault, new_key(), NEW_SALT).close()
    out, _ = waiting.communicate(timeout=60)
    assert out.strip() == NEW_SALT.hex()


# -- killed


def child(what: str, path: Path, *more: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.vault.rekey_program", what, str(path), *map(str, more)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=PROJECT)


def last_number(process: "subprocess.Popen[str]") -> int:
    out, _ = process.communicate(timeout=120)
    return int(out.split()[-1])


@posix
@pytest.mark.long
@pytest.mark.slow
def test_killed_at_any_point_exactly_one_of_the_two_keys_works(filled: Path, tmp_path: Path) -> None:
    """The child counts every call below the vault's code and dies at the n-th; n goes over the whole way."""
    content = filled.read_bytes()
    total = last_number(child("rekey-and-count", filled))
    assert works(filled, new_key())
    # Evenly over the way, and closer around its end, where the one file takes the place of the other.
    points = [1 + index * (total - 1) // (KILL_POINTS // 2 - 1) for index in range(KILL_POINTS // 2)]
    points += [total - index * 12 for index in range(KILL_POINTS - len(points))]
    outcomes = {"old": 0, "new": 0}
    leftovers = 0
    for number, point in enumerate(points):
        place = tmp_path / f"round-{number}"
        place.mkdir()
        vault = place / filled.name
        vault.write_bytes(content)
        process = child("rekey-and-die", vault, point)
        process.communicate(timeout=120)
        assert process.returncode in (-9, 0)
        leftovers += len(names(vault)) > 1
        old, new = works(vault, key()), works(vault, new_key())
        assert old != new, f"killed at {point} of {total}: old {old}, new {new}"
        outcomes["new" if new else "old"] += 1
        assert names(vault) == [vault.name], "the next opening clears up"
    found = ", ".join(f"{count} {which}" for which, count in outcomes.items())
    print(f"{len(points)} kills of {total} calls: {found}, {leftovers} with leftovers")
    assert outcomes["old"]
    assert outcomes["new"]
    assert leftovers


def test_what_a_killed_program_left_is_not_removed_while_it_is_written(filled: Path) -> None:
    draft = new_file.successor_of(filled, os.urandom(8).hex())
    draft.write_bytes(b"half a file")
    with FileLock.acquire(draft):
        open_vault_file(filled, key()).close()
        assert draft.exists()
    open_vault_file(filled, key()).close()
    assert not draft.exists()
