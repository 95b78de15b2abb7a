"""Joining another copy of a vault into the open one, on request only.

Lives here: opening the other for reading, checked as a whole, and naming what happened. Does not live here: the rules
(`wallet.vault.merge`), noticing that there is another copy (`copies`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wallet.app.merge_lists import join_lists
from wallet.app.restore import open_backup
from wallet.errors import Reason, VaultError
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


def merge_copy(vault: Vault, other: Path, passphrase: bytearray, *, may_be_another: bool = False) -> Merged:
    """Adds to an open vault everything only the other copy holds. The other is not changed.

    Args:
        passphrase: of the other; UTF-8, wiped in every case.
        may_be_another: the other may be a vault of its own, whose keys and credentials are then this one's, too. One
            with a key of this vault is the same owner's and needs no such word: what was salvaged from it, for example.

    Raises:
        VaultError: WRONG_PASSPHRASE, VAULT_DAMAGED when the other is not whole, ANOTHER_WALLET, DISK_FULL ...; nothing
            was added then.
    """
    with open_backup(other, passphrase) as held:
        is_another = relation(held.state, vault.state) is Relation.ANOTHER_VAULT
        if is_another and not (may_be_another or _share_a_key(vault, held)):
            raise VaultError(Reason.ANOTHER_WALLET)
        return Merged(merge(vault, held, join_lists), is_another)


def _share_a_key(one: Vault, other: Vault) -> bool:
    return bool({key.did for key in one.holder_keys.all()} & {key.did for key in other.holder_keys.all()})
