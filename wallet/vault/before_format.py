"""A copy of the vault as it was, kept beside it before it takes a new format version.

Lives here: making that copy, once for each state, and keeping only the latest few. Does not live here: the steps
(`migrations`).
"""

import contextlib
from pathlib import Path

from wallet.errors import Reason, VaultError
from wallet.vault.copy_names import copies_before_format, copy_before_format, free_name
from wallet.vault.vault import OpenDatabase
from wallet.vault.vault_copy import copy_database, table_digests

KEPT_COPIES = 3
_NO_PLACE = (Reason.DISK_FULL, Reason.OUTPUT_NOT_WRITABLE)


def keep_before_format(database: OpenDatabase, path: Path, version: int) -> Path | None:
    """Keeps a copy, compared like any other, before the file takes format `version`.

    Where there is no room, or no other file may be written, the file goes on without one: each step is carried out as a
    whole or not at all, and the copy only guards against a mistake in a step.

    Returns:
        Where it is, None when it could not be kept.

    Raises:
        VaultError: VAULT_DAMAGED, STORAGE_FAILED: the file cannot be read as a whole, and must not be changed then.
    """
    place = copy_before_format(path, version)
    if place.exists() and _holds_the_same(database, place):
        return place  # an upgrade that was interrupted after its copy
    place = free_name(place)
    try:
        copy_database(database, place)
    except VaultError as error:
        if error.reason not in _NO_PLACE:
            raise
        return None
    for old in copies_before_format(path)[:-KEPT_COPIES]:
        with contextlib.suppress(OSError):
            old.unlink()
    return place


def _holds_the_same(database: OpenDatabase, place: Path) -> bool:
    try:
        with contextlib.closing(database.another(place, read_only=True)) as kept:
            return table_digests(kept) == table_digests(database)
    except VaultError:
        return False  # another key, or not a vault at all
