"""Sharing in the same room: the page for receivers is served while this is open, the share travels in the link's code.

Lives here: the order of the steps: the page is served, the code is drawn and read back, the share is recorded, and only
then is there anything to show. Does not live here: the server (`wallet.exchange.nearby`).
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from wallet.app.container import Services
from wallet.app.school_policy import load_policy
from wallet.app.share import PreparedShare, ShareRecord, record
from wallet.errors import AppError, Reason, WalletError
from wallet.sharing.html_page import receiver_page
from wallet.sharing.link import encode_link
from wallet.sharing.qr import QrMatrix, make_qr, require_room
from wallet.vault.connection import Vault

CHANNEL = "nearby"
"""How it left, in the history."""

_LONGEST_ADDRESS = "http://255.255.255.255:65535/"


@dataclass(frozen=True, slots=True)
class NearbyShare:
    """One share that can be opened in the same room until `close` is called.

    Attributes:
        address: where the page is served, "http://192.168.1.20:40123/".
        qr: the code of the link, the address with the share behind its `#`.
        made: what the history keeps.
        times_opened: how often the page was handed out.
        close: ends it; harmless when done twice, from any thread.
    """

    address: str
    qr: QrMatrix = field(repr=False)
    made: ShareRecord
    times_opened: Callable[[], int] = field(repr=False)
    close: Callable[[], None] = field(repr=False)


def refusal(prepared: PreparedShare) -> WalletError | None:
    """Why a share cannot be shown in the same room, as far as it can be known before; None when it can."""
    try:
        _require_network()
        receiver_page()
        require_room(_LONGEST_ADDRESS + encode_link(prepared.bundle).partition(":")[2])
    except WalletError as error:
        return error
    return None


def _require_network() -> None:
    """Refuses where a school has set that there is to be no network.

    Raises:
        AppError: SCHOOL_FORBIDS; SCHOOL_POLICY_INVALID, SCHOOL_POLICY_NOT_PROTECTED.
    """
    policy = load_policy()
    if policy is not None and not policy.network:
        raise AppError(Reason.SCHOOL_FORBIDS)


def open_nearby(vault: Vault, prepared: PreparedShare, services: Services) -> NearbyShare:
    """Serves the page, and records the share before anything of it can be seen.

    Raises:
        AppError: SCHOOL_FORBIDS.
        ExchangeError: NO_LOCAL_NETWORK.
        SharingError: RECEIVER_PAGE_MISSING, TOO_BIG_FOR_QR, QR_NOT_READABLE.
        VaultError: it could not be recorded; nothing is served then.
    """
    from wallet.exchange.nearby import NearbyPage, local_address  # noqa: PLC0415 - loads a web server

    _require_network()
    page = NearbyPage(receiver_page(), (services.local_address or local_address)())
    try:
        link = encode_link(prepared.bundle, page.url)
        qr = make_qr(link)
        made = record(vault, prepared, CHANNEL, services, content=link.encode("ascii"))
    except BaseException:
        page.close()
        raise
    return NearbyShare(page.url, qr, made, lambda: page.times_opened, page.close)
