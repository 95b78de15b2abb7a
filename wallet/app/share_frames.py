"""Sharing what one QR code cannot hold as a row of codes: drawn and read back first, then recorded, then shown.

Lives here: the order of the steps. Does not live here: the format of the frames (`wallet.sharing.frames`).
"""

from collections.abc import Sequence

from wallet.app.container import Services
from wallet.app.share import PreparedShare, record
from wallet.errors import Reason, SharingError
from wallet.sharing.frames import split_link
from wallet.sharing.qr import QrMatrix, make_qr
from wallet.vault.connection import Vault

CHANNEL = "frames"
"""How it left, in the history."""


def refusal(prepared: PreparedShare) -> SharingError | None:
    """Why a share cannot be shown as a row of codes; None when it can."""
    try:
        _frames_of(prepared)
    except SharingError as error:
        return error
    return None


def send_frames(vault: Vault, prepared: PreparedShare, services: Services) -> Sequence[QrMatrix]:
    """Draws the codes, and records the share before any of them can be seen.

    Raises:
        SharingError: TOO_BIG_FOR_QR, QR_NOT_READABLE.
        VaultError: it could not be recorded.
    """
    drawn = tuple(make_qr(frame) for frame in _frames_of(prepared))
    record(vault, prepared, CHANNEL, services)
    return drawn


def _frames_of(prepared: PreparedShare) -> Sequence[str]:
    if prepared.link is None:
        raise prepared.qr_refusal or SharingError(Reason.TOO_BIG_FOR_LINK)
    return split_link(prepared.link)
