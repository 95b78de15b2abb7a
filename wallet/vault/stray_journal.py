"""A rollback journal that lies beside the vault but is not its own.

Lives here: telling it, and moving it out of the way. SQLite ties a journal to its database by name only; a
journal that came from another
vault (a copied folder, a sync program) would be played back into this one and destroy it.
Does not live here: playing back our own journal after a crash; that is SQLite's, and it does.

Source: SQLite database file format, section 3 (the rollback journal).
"""

import contextlib
import os
from pathlib import Path

from wallet.errors import Reason, VaultError
from wallet.vault.page_seal import PAGE_BYTES, PageSeal

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_CHECKSUM_STRIDE = 200
_MAX_SECTOR = 65536


def set_aside_stray_journal(path: Path, seal: PageSeal) -> bool:
    """Renames the journal beside `path` when its pages were sealed with another key. Nothing is deleted.

    Returns:
        Whether there was one.

    Raises:
        VaultError: VAULT_DAMAGED when there is one and it cannot be moved: opening the vault would ruin it.
    """
    journal = path.with_name(path.name + "-journal")
    try:
        with journal.open("rb") as file:
            start = file.read(_MAX_SECTOR + 8 + PAGE_BYTES)
    except OSError:
        return False
    if not _is_stray(start, seal):
        return False
    try:
        journal.replace(_free_name(journal))
    except OSError as error:
        raise VaultError(Reason.VAULT_DAMAGED, "a journal of another vault lies beside this one") from error
    return True


def _is_stray(start: bytes, seal: PageSeal) -> bool:
    """Whether a journal's first page is whole by the journal's own checksum, yet not sealed with this vault's key."""
    if start[:8] != _MAGIC:
        return False  # cold: SQLite will not play it back
    nonce, sector = int.from_bytes(start[12:16]), int.from_bytes(start[20:24])
    record = start[sector : sector + 8 + PAGE_BYTES]
    if len(record) != 8 + PAGE_BYTES:
        return False
    number, page, checksum = int.from_bytes(record[:4]), record[4:-4], int.from_bytes(record[-4:])
    offsets = range(PAGE_BYTES - _CHECKSUM_STRIDE, 0, -_CHECKSUM_STRIDE)
    whole = checksum == (nonce + sum(page[offset] for offset in offsets)) & 0xFFFFFFFF
    return whole and not seal.holds(number, page)


def _free_name(journal: Path) -> Path:
    """A name beside the journal that nothing has yet."""
    candidates = (journal.with_name(f"{journal.name}.not-ours-{number}") for number in range(1, 1000))
    with contextlib.suppress(StopIteration):
        return next(name for name in candidates if not os.path.lexists(name))
    raise VaultError(Reason.VAULT_DAMAGED, "journals of other vaults lie beside this one")
