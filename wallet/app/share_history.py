"""What was shared, with whom, why, when, how and until when.

Lives here: reading the history. Does not live here: making shares (`share`).
"""

from collections.abc import Sequence

from wallet.vault.connection import Vault
from wallet.vault.shares import ShareHead, ShareRecord

__all__ = ["ShareHead", "ShareRecord", "get_share", "list_shares"]


def list_shares(vault: Vault) -> Sequence[ShareHead]:
    """All shares, the latest first."""
    return vault.shares.list()


def get_share(vault: Vault, share_id: str) -> ShareRecord:
    """One share with the exact bytes that left.

    Args:
        share_id: its id, or the first 4 or more letters of it.

    Raises:
        VaultError: RECORD_NOT_FOUND, RECORD_AMBIGUOUS, VAULT_DAMAGED.
    """
    return vault.shares.get(share_id)
