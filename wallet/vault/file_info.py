"""What can be said about a vault file without its passphrase.

Does not live here: anything that needs the key (`connection`, `integrity`).
"""

from dataclasses import dataclass
from pathlib import Path

from wallet.vault.key_derivation import KdfProfile, file_error, profile_of, read_salt
from wallet.vault.page_seal import PAGE_BYTES


@dataclass(frozen=True, slots=True)
class VaultInfo:
    """Facts anybody can read off the file.

    Attributes:
        size: in bytes.
        profile: how the key is derived from the passphrase.
        page_bytes: size of an encrypted page.
        has_whole_pages: False means the file was cut, or a write was interrupted that the next opening undoes.
    """

    size: int
    profile: KdfProfile
    page_bytes: int
    has_whole_pages: bool


def info(path: Path) -> VaultInfo:
    """Facts about a vault file; nothing is opened or changed.

    Raises:
        VaultError: as `key_derivation.read_salt`.
    """
    profile = profile_of(read_salt(path))
    try:
        size = path.stat().st_size
    except OSError as error:
        raise file_error(error) from error
    return VaultInfo(size, profile, PAGE_BYTES, has_whole_pages=size > 0 and size % PAGE_BYTES == 0)
