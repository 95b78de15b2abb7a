"""A new key for a vault: a second file under it takes the place of the first, so that the old key opens nothing more.

Lives here: the order of the steps, and who holds which lock meanwhile. Does not live here: copying and comparing
(`vault_copy`), or where keys come from.

SQLCipher can change the key in place, page by page; a stick that is pulled meanwhile would leave half a file of each.
Instead: copy into a second file under the new key, compare every record, sync, put it in place of the first (one
rename), sync the folder. Killed before the rename, the old key works and the next opening removes what is left over;
killed after it, the new key works. Both files are locked throughout; whoever waited for the first is sent on to the
second (`FileLock.acquire`).

On Windows nothing can be renamed while it is open, so there both files are closed for the moment of the rename. Should
that fail for all the tries, both files keep a name: the old one its own, the new one a plain one beside it.
"""

import contextlib
import os
import secrets
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from wallet.errors import Reason, VaultError
from wallet.vault.connection import Vault, open_locked_file, open_vault_file
from wallet.vault.file_lock import FileLock
from wallet.vault.new_file import (
    flush_folder,
    remove_abandoned_drafts,
    remove_draft,
    replace_durably,
    successor_of,
)
from wallet.vault.vault_copy import copy_vault

_MUST_BE_CLOSED = sys.platform == "win32"


def rekey_vault(
    vault: Vault, key: bytearray, salt: bytes, prepare: Callable[[Vault], object] | None = None
) -> Vault:
    """Gives an open vault another key and salt, and opens it with them.

    Args:
        vault: open; closed when this returns. When this raises it is open and unchanged, unless the reason is
            VAULT_NOT_REPLACED or STORAGE_FAILED.
        key: 32 bytes; the caller's to wipe.
        salt: 16 bytes from `new_salt`, other than the present ones.
        prepare: writes what must be in the new file before it takes the old one's place.

    Raises:
        VaultError: VAULT_READ_ONLY, VAULT_CHANGED_ELSEWHERE, DISK_FULL, VAULT_DAMAGED, OUTPUT_NOT_WRITABLE; nothing
            has changed.
            VAULT_NOT_REPLACED: the old file is untouched, the new one lies beside it.
            STORAGE_FAILED: also when the new file is in place but may not outlast a power cut.
    """
    if vault.read_only:
        raise VaultError(Reason.VAULT_READ_ONLY, "a new key makes a new file")
    path = Path(os.path.realpath(vault.path))  # a link stays a link
    vault.database.require_untouched()
    remove_abandoned_drafts(path)
    successor = successor_of(path, secrets.token_hex(8))
    try:
        copy_vault(vault, successor, (key, salt))
        if prepare is not None:
            with open_vault_file(successor, key) as new:
                prepare(new)
        _keep_permissions(path, successor)
        vault.database.require_untouched()  # what a sync program put there meanwhile must not be replaced unseen
        lock = _take_place(vault, successor, path)
    except BaseException:
        remove_draft(successor)
        raise
    return open_locked_file(vault.path, key, salt, lock)


def _take_place(vault: Vault, successor: Path, path: Path) -> FileLock:
    """Renames the new file over the old one and closes the old one; the lock on the new one is held."""
    lock = FileLock.acquire(successor)
    try:
        if _MUST_BE_CLOSED:
            vault.close()
            lock.release()
        try:
            replace_durably(successor, path)
        except OSError as error:
            lock.release()
            _keep_beside(successor, path)
            raise VaultError(Reason.VAULT_NOT_REPLACED, type(error).__name__) from error
        if _MUST_BE_CLOSED:
            lock = FileLock.acquire(path)
        else:
            vault.close()
    except BaseException:
        lock.release()
        raise
    return lock


def _keep_beside(successor: Path, path: Path) -> None:
    """Gives the new file a plain name beside the old one; what has that name is left alone."""
    for number in range(1, 100):
        kept = path.with_name(f"{path.stem}-new-{number}{path.suffix}")
        if not os.path.lexists(kept):
            with contextlib.suppress(OSError):
                successor.rename(kept)
                flush_folder(path.parent)
            return


def _keep_permissions(path: Path, successor: Path) -> None:
    """The new file gets the mode of the old one, and its owner where that may be given away. FAT knows neither."""
    with contextlib.suppress(OSError):
        shutil.copymode(path, successor)
        if sys.platform != "win32":
            old = path.stat()
            os.chown(successor, old.st_uid, old.st_gid)
