"""Joining another copy of a vault into the open one, on request only.

Lives here: opening the other for reading, checked as a whole, and naming what happened. Does not live here: the rules
(`wallet.vault.merge`), noticing that there is another copy (`copies`).
"""

from collections.abc import Sequence
from pathlib import Path

from wallet.app.merge_lists import join_lists
from wallet.app.restore import open_backup
from wallet.lazy_dataclasses import dataclass
from wallet.vault.connection import Vault
from wallet.vault.merge import MergedItem, MergeOutcome, merge
from wallet.vault.revision import Relation, relation

__all__ = ["MergeOutcome", "Merged", "MergedItem", "merge_copy"]


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did.

    Attributes:
        items: what was added, and what the copies disagreed about.
        was_another_vault: the other was not a copy of this vault, but one of its own.
    """

    items: Sequence[MergedItem]
    was_another_vault: bool


def merge_copy(vault: Vault, other: Path, passphrase: bytearray) -> Merged:
    """Adds to an open vault everything only the other copy holds. The other is not changed.

    Args:
        passphrase: of the other; UTF-8, wiped in every case.

    Raises:
        VaultError: WRONG_PASSPHRASE, VAULT_DAMAGED when the other is not whole, DISK_FULL ...; nothing was added then.
    """
    with open_backup(other, passphrase) as held:
        is_foreign = relation(held.state, vault.state) is Relation.ANOTHER_VAULT
        return Merged(merge(vault, held, join_lists), is_foreign)
