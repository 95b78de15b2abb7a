"""The bin: deleting with 30 days to think again.

Lives here: when something goes for good. Nothing goes by itself: what has been in the bin for more than 30 days goes
with the next deletion, which says so, or when the bin is emptied. Opening the file, looking and importing delete
nothing, so that a computer with a wrong date loses nobody's records by being used.
Does not live here: moving records (`wallet.vault.bin`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from wallet.app.container import Services
from wallet.vault.connection import Vault

UNDO_DAYS = 30


@dataclass(frozen=True, slots=True)
class Deleted:
    """What a deletion did.

    Attributes:
        moved: how many went into the bin.
        gone: how many older ones went for good.
    """

    moved: int
    gone: int


def delete(vault: Vault, ids: Sequence[str], services: Services) -> Deleted:
    """Moves credentials into the bin, all or none; what has been there for more than 30 days goes for good.

    Durable on return. Notes, tags and collections stay with what is in the bin; shares stay in the history.

    Raises:
        VaultError: RECORD_NOT_FOUND, RECORD_AMBIGUOUS ...; then nothing was moved and nothing is gone.
    """
    now = services.clock.now()
    moved = vault.bin.put(ids, now)
    return Deleted(moved, vault.bin.empty(put_before=now - timedelta(days=UNDO_DAYS)))


def undelete(vault: Vault, ids: Sequence[str]) -> int:
    """Takes credentials out of the bin with everything they had, all or none; how many. Durable on return.

    Raises:
        VaultError: RECORD_NOT_FOUND, RECORD_AMBIGUOUS ...
    """
    return vault.bin.take_back(ids)


def empty_bin(vault: Vault) -> int:
    """Deletes for good everything in the bin; how many credentials that were. Durable on return."""
    return vault.bin.empty()


def kept_until(deleted_at: datetime) -> datetime:
    """Until when a deletion can be undone for sure."""
    return deleted_at + timedelta(days=UNDO_DAYS)
