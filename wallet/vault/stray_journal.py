"""A rollback journal that lies beside the vault but is not its own.

Lives here: telling it, and moving it out of the way, also before a new file gets its name beside one. SQLite ties a
journal to its database by name only; a journal that came from another vault (a copied folder, a sync program) would be
played back into this one and destroy it.
Does not live here: playing back our own journal after a crash; that is SQLite's, and it does.
"""

import contextlib
import os
from pathlib import Path

from wallet.errors import Reason, VaultError
from wallet.vault.page_seal import PAGE_BYTES, PageSeal
from wallet.vault.rollback_journal import JournalStart, journal_of, start_of


def set_aside_stray_journal(path: Path, seal: PageSeal) -> bool:
    """Renames the journal beside `path` when its pages were sealed with another key. Nothing is deleted.

    Returns:
        Whether there was one.

    Raises:
        VaultError: VAULT_DAMAGED when there is one and it cannot be moved: opening the vault would ruin it.
    """
    journal = journal_of(path)
    start = start_of(journal)
    if start is None or _is_own(start, path, seal):
        return False
    try:
        journal.replace(_free_name(journal))
    except OSError as error:
        raise VaultError(Reason.VAULT_DAMAGED, "a journal of another vault lies beside this one") from error
    return True


def set_aside_left_journal(path: Path) -> None:
    """Renames whatever journal lies where a new file is about to get its name: it cannot be that file's.

    A vault that crashed and was then moved or deleted leaves one. Its pages are sealed with the vault's key, so beside
    a backup of the same vault nobody could tell it from the backup's own.

    Raises:
        OSError: it cannot be moved.
        VaultError: as `set_aside_stray_journal`.
    """
    journal = journal_of(path)
    if os.path.lexists(journal):
        journal.replace(_free_name(journal))


def _is_own(start: JournalStart, path: Path, seal: PageSeal) -> bool:
    """Whether a page in it is sealed with this vault's key, or, without one, it would not change the file's length.

    A journal gets its records before the database gets its writes: one without records is ours only while nothing
    has happened.
    """
    if start.first is not None:
        return seal.holds(start.first.number, start.first.content)
    return path.stat().st_size == start.pages_before * PAGE_BYTES


def _free_name(journal: Path) -> Path:
    """A name beside the journal that nothing has yet."""
    candidates = (journal.with_name(f"{journal.name}.not-ours-{number}") for number in range(1, 1000))
    with contextlib.suppress(StopIteration):
        return next(name for name in candidates if not os.path.lexists(name))
    raise VaultError(Reason.VAULT_DAMAGED, "journals of other vaults lie beside this one")
