"""Putting a backup back, without ever taking anything away.

Lives here: the order of the steps. The backup is opened and checked as a whole before anything else is looked at; what
was at the place is kept under another name; nothing is merged. Does not live here: joining two versions (`merge`).
"""

import os
from dataclasses import dataclass
from pathlib import Path

from wallet.app.container import Services
from wallet.app.unlock import derive_vault_key
from wallet.errors import Reason, VaultError
from wallet.vault.comparison import Lacking, lacking_in
from wallet.vault.connection import Vault, open_vault_file
from wallet.vault.copy_names import kept_before_restore
from wallet.vault.revision import State
from wallet.vault.take_place import take_place
from wallet.vault.vault_copy import copy_vault

__all__ = ["Lacking", "Restored", "open_backup", "restore", "what_would_be_missing"]


@dataclass(frozen=True, slots=True)
class Restored:
    """A backup that is in its place.

    Attributes:
        kept_as: the name of what was there before, None when nothing was.
        credentials: how many current ones the restored file holds.
        state: how far it has come.
    """

    path: Path
    kept_as: Path | None
    credentials: int
    state: State | None


def open_backup(path: Path, passphrase: bytearray) -> Vault:
    """Opens a backup for reading and reads every page and every record of it; the file is not changed in any way.

    Args:
        passphrase: UTF-8; wiped in every case.

    Raises:
        VaultError: WRONG_PASSPHRASE, VAULT_DAMAGED when anything in it is not as it was kept, VAULT_NEWER,
            NOT_A_VAULT, VAULT_MISSING ...
    """
    key = derive_vault_key(path, passphrase)
    try:
        backup = open_vault_file(path, key, read_only=True)
    finally:
        key[:] = bytes(len(key))
    try:
        damaged = backup.check()
    except BaseException:
        backup.close()
        raise
    if damaged:
        backup.close()
        raise VaultError(Reason.VAULT_DAMAGED, "the backup is not whole")
    return backup


def what_would_be_missing(backup: Vault, path: Path, passphrase: bytearray) -> Lacking:
    """What the file at a place holds and the backup lacks. Nothing is changed.

    Args:
        path: an existing file.
        passphrase: of that file; UTF-8, wiped in every case.

    Raises:
        VaultError: when that file cannot be read: WRONG_PASSPHRASE, VAULT_DAMAGED ...
    """
    key = derive_vault_key(path, passphrase)
    try:
        with open_vault_file(path, key) as present:
            return lacking_in(backup.database, present.database)
    finally:
        key[:] = bytes(len(key))


def restore(backup: Vault, path: Path, services: Services, *, replace: bool) -> Restored:
    """Makes a copy of the backup at a place: complete and compared, or not at all.

    Args:
        replace: a file that is there already keeps everything under another name beside it; without this it is refused.

    Raises:
        VaultError: VAULT_EXISTS, VAULT_IN_USE, OUTPUT_NOT_WRITABLE ...; what was there is still there then.
    """
    kept_as = None
    if replace and os.path.lexists(path):
        kept_as = kept_before_restore(path, services.clock.now())
        take_place(backup, path, kept_as)
    else:
        copy_vault(backup, path)
    return Restored(path, kept_as, backup.credentials.count(), backup.state)
