"""Backing up: an encrypted copy that was opened and compared, when somebody asks, and by itself now and then.

Lives here: when a copy is made, where to, and how many are kept. Does not live here: copying
(`wallet.vault.vault_copy`), putting a backup back (`restore`).
"""

import contextlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from wallet.app.container import Services
from wallet.errors import VaultError
from wallet.vault.connection import Vault
from wallet.vault.copy_names import automatic_copies, automatic_copy, dated_copy
from wallet.vault.vault_copy import copy_vault

__all__ = ["BackupState", "MadeBackup", "automatic_backup", "back_up", "backup_state"]

KEPT_AUTOMATIC_COPIES = 5
AUTOMATIC_EVERY = timedelta(days=1)
REMIND_AFTER_ITEMS = 5
REMIND_AFTER = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class MadeBackup:
    """A copy that was compared and has its name.

    Attributes:
        size: in bytes.
    """

    path: Path
    size: int
    made_at: datetime


@dataclass(frozen=True, slots=True)
class BackupState:
    """How well a vault is backed up.

    Attributes:
        last_at: when the last copy was made, None for never.
        new_items: credentials that came since then.
        folder: where automatic copies go, None when no place was chosen.
        is_due: it is time to remind the owner.
    """

    last_at: datetime | None
    new_items: int
    folder: Path | None
    is_due: bool


def back_up(vault: Vault, place: Path, services: Services) -> MadeBackup:
    """Makes an encrypted copy under the vault's own key, opens it and compares it. There is no half of one.

    The date is kept in the vault, unless that cannot be written.

    Args:
        place: the name of a new file, or a folder, in which the copy gets a name with today's date.

    Raises:
        VaultError: VAULT_EXISTS, OUTPUT_NOT_WRITABLE, VAULT_DAMAGED, STORAGE_FAILED.
        NoRoomError: DISK_FULL, with the room that is needed.
    """
    now = services.clock.now()
    path = dated_copy(vault.path, place, now) if place.is_dir() else place
    size = copy_vault(vault, path)
    _record(vault, now)
    return MadeBackup(path, size, now)


def backup_state(vault: Vault, services: Services) -> BackupState:
    """When the vault was backed up last, and whether it is time to do it again: after 5 new items or 30 days."""
    last, new, folder = vault.backups.last_at(), vault.backups.new_items(), vault.backups.folder()
    is_old = services.clock.now() - (last or vault.created_at) >= REMIND_AFTER
    return BackupState(last, new, folder, new >= REMIND_AFTER_ITEMS or (new > 0 and is_old))


def automatic_backup(vault: Vault, services: Services) -> MadeBackup | None:
    """Makes a copy in the chosen place when one is due: a day after the last one, and something came since.

    Older automatic copies of this vault beyond five are removed, once the new one is there and compared.

    Returns:
        None when nothing is due, no place was chosen, or the place is not there now (a stick that is not plugged in).

    Raises:
        VaultError, NoRoomError: as `back_up`; the older copies are all still there then.
    """
    state = backup_state(vault, services)
    now = services.clock.now()
    if state.folder is None or state.new_items == 0 or vault.read_only:
        return None
    if state.last_at is not None and now - state.last_at < AUTOMATIC_EVERY:
        return None
    if not state.folder.is_dir():
        return None
    path = automatic_copy(vault.path, state.folder, now)
    size = copy_vault(vault, path)
    _record(vault, now)
    for old in automatic_copies(vault.path, state.folder)[:-KEPT_AUTOMATIC_COPIES]:
        with contextlib.suppress(OSError):
            old.unlink()
    return MadeBackup(path, size, now)


def _record(vault: Vault, now: datetime) -> None:
    if not vault.read_only:
        with contextlib.suppress(VaultError):  # the copy is there and whole; only its date is not remembered
            vault.backups.record(now)
