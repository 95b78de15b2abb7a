"""The page receivers open: where it lies for links and codes, and a copy of it for a stick or a host.

Lives here: the address the learner or their school keeps it at, a value of the file. Does not live here: the page
itself (`wallet.sharing.html_page`), or serving it in the same room (`nearby_share`).
"""

from pathlib import Path

from wallet.app.output import write_new_file
from wallet.errors import AppError, Reason, SharingError
from wallet.sharing.html_page import receiver_page
from wallet.sharing.link import BASE, is_page_base
from wallet.vault.connection import Vault

FILE_NAME = "verify.html"
"""What a copy of the page is called unless somebody says otherwise."""

_SETTING = "receiver_page"
_LONGEST = 200


def page_address(vault: Vault) -> str:
    """Where links and codes lead: the address of the page, "" when it lies nowhere."""
    kept = vault.settings.get(_SETTING) or ""
    return kept if is_page_base(kept) else ""


def keep_page_address(vault: Vault, address: str) -> str:
    """Keeps where the page lies, "" for nowhere; durable on return.

    Args:
        address: https, without `#`; spaces around it are left out.

    Returns:
        The address as it was kept.

    Raises:
        AppError: PAGE_ADDRESS_INVALID; the earlier one stays.
    """
    cleaned = address.strip()
    if not cleaned:
        vault.settings.remove(_SETTING)
        return ""
    vault.settings.set(_SETTING, checked_address(cleaned))
    return cleaned


def checked_address(address: str) -> str:
    """The address, when links may lead there.

    Raises:
        AppError: PAGE_ADDRESS_INVALID.
    """
    if len(address) > _LONGEST or not is_page_base(address):
        raise AppError(Reason.PAGE_ADDRESS_INVALID)
    return address


def link_base(vault: Vault, address: str | None) -> str:
    """What a link begins with: the given address, else the one the file keeps, else our own scheme.

    Raises:
        AppError: PAGE_ADDRESS_INVALID.
    """
    if address is not None:
        return checked_address(address)
    return page_address(vault) or BASE


def has_page() -> bool:
    """Whether the page was built on this computer."""
    try:
        receiver_page()
    except SharingError:
        return False
    return True


def write_page(out: Path) -> None:
    """Writes the page, without a share in it, to a new file.

    Raises:
        SharingError: RECEIVER_PAGE_MISSING.
        AppError: OUTPUT_EXISTS, OUTPUT_NOT_WRITABLE, DISK_FULL.
    """
    write_new_file(out, receiver_page())
