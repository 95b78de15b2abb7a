"""Whether a key belongs to a file, asked before SQLCipher sees it: by the seals of its pages.

Lives here: telling a wrong key from damage, and the pages whose seals do not hold.
Does not live here: the layout of a seal (`page_seal`), opening (`connection`).
"""

import os
from collections.abc import Sequence
from pathlib import Path

from wallet.errors import Reason, VaultError
from wallet.vault.file_lock import FileLock
from wallet.vault.integrity import Finding, FindingKind
from wallet.vault.key_derivation import KEY_BYTES, SALT_BYTES, profile_of, read_salt
from wallet.vault.page_seal import PageSeal
from wallet.vault.rollback_journal import earlier_pages, journal_of


def require_key(key: bytearray, salt: bytes) -> None:
    """An empty or short key must never reach the library."""
    profile_of(salt)
    if len(key) != KEY_BYTES or len(salt) != SALT_BYTES:
        raise ValueError("a key has 32 bytes, a salt 16")


def require_right_key(seal: PageSeal, lock: FileLock, path: Path) -> None:
    """Refuses a key with which no page is sealed.

    A page in the journal counts too: of a small file all pages may have been in the middle of being written.

    Raises:
        VaultError: WRONG_PASSPHRASE, or VAULT_DAMAGED when there is nothing a key could be tried on.
    """
    fits = seal.fits(lock.file)
    if not fits and any(seal.holds(page.number, page.content) for page in earlier_pages(journal_of(path))):
        return
    if fits is None:
        raise VaultError(Reason.VAULT_DAMAGED, "pages are missing or empty")
    if not fits:
        raise VaultError(Reason.WRONG_PASSPHRASE, "no page is sealed with this key")


def require_sealed(lock: FileLock, key: bytearray, salt: bytes) -> None:
    """A new file must begin with its salt and be sealed throughout, or it is not what was promised."""
    lock.file.seek(0, os.SEEK_SET)
    if lock.file.read(SALT_BYTES) != salt or any(PageSeal(key, salt).broken_pages(lock.file)):
        raise VaultError(Reason.STORAGE_FAILED, "the new file is not encrypted as it must be")


def damaged_pages(path: Path, key: bytearray) -> Sequence[Finding]:
    """The pages of a file whose seals do not hold, found without opening it: for a vault that no longer opens.

    Raises:
        VaultError: as `open_vault_file`, but not VAULT_DAMAGED for damaged pages.
    """
    salt = read_salt(path)
    with FileLock.acquire(path) as lock:
        seal = PageSeal(key, salt)
        if seal.fits(lock.file) is False:
            raise VaultError(Reason.WRONG_PASSPHRASE, "no page is sealed with this key")
        return tuple(Finding(FindingKind.PAGE, str(number)) for number in seal.broken_pages(lock.file))
