"""Looking after the encrypted file: what can be said about it, and whether it is whole.

Lives here: facts and the full check. Does not live here: opening (`unlock`), saving what is left of a damaged
file.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from wallet.app.private_memory import wipe
from wallet.app.unlock import derive_vault_key
from wallet.errors import Reason, VaultError
from wallet.vault.connection import Vault, damaged_pages, open_vault_file
from wallet.vault.file_info import VaultInfo, info
from wallet.vault.integrity import Finding, FindingKind
from wallet.vault.rollback_journal import journal_of

__all__ = [
    "Finding",
    "FindingKind",
    "VaultInfo",
    "VaultSummary",
    "check_file",
    "info",
    "look_into",
    "summarize",
]


@dataclass(frozen=True, slots=True)
class VaultSummary:
    """What an open vault says about itself.

    Attributes:
        format_version: of the file format, counted from 1.
        credentials, shares: how many there are now.
        last_backup: when the last copy was made, None for never.
        new_since_backup: credentials that came since.
        damaged: what is damaged, empty when everything is whole.
    """

    name: str
    created_at: datetime
    format_version: int
    credentials: int
    shares: int
    last_backup: datetime | None
    new_since_backup: int
    damaged: Sequence[Finding]


def look_into(path: Path, passphrase: bytearray) -> VaultSummary:
    """The summary of a file that is left as it is: not even its format changes by being looked at.

    Only a change that was interrupted is finished or undone first.

    Args:
        passphrase: UTF-8; wiped in every case.

    Raises:
        VaultError: as `open_vault`.
    """
    key = derive_vault_key(path, passphrase)
    try:
        with _opened_to_look(path, key) as vault:
            return summarize(vault)
    finally:
        wipe(key)


def summarize(vault: Vault) -> VaultSummary:
    """Counts and the full check of an open vault."""
    return VaultSummary(
        name=vault.name,
        created_at=vault.created_at,
        format_version=vault.format_version,
        credentials=vault.credentials.count(),
        shares=len(vault.shares.list()),
        last_backup=vault.backups.last_at(),
        new_since_backup=vault.backups.new_items(),
        damaged=vault.check(),
    )


def check_file(path: Path, passphrase: bytearray) -> Sequence[Finding]:
    """Everything that is damaged in a file, empty when it is whole; also for a file too damaged to be opened.

    The file is left as it is, as by `look_into`.

    Args:
        passphrase: UTF-8; wiped in every case.

    Raises:
        VaultError: WRONG_PASSPHRASE, VAULT_MISSING, NOT_A_VAULT, VAULT_NEWER, VAULT_IN_USE ...
    """
    key = derive_vault_key(path, passphrase)
    try:
        with _opened_to_look(path, key) as vault:
            return vault.check()
    except VaultError as error:
        if error.reason is not Reason.VAULT_DAMAGED:
            raise
        return damaged_pages(path, key) or (Finding(FindingKind.STRUCTURE, error.detail),)
    finally:
        wipe(key)


def _opened_to_look(path: Path, key: bytearray) -> Vault:
    return open_vault_file(path, key, read_only=not os.path.lexists(journal_of(path)))
