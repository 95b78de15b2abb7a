"""Evidence that travels inside a credential: what it is, how large, and its bytes.

Only `data:` addresses are read; every other address is text that nobody follows. Does not live here: showing (ui).
"""

import base64
import binascii
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from wallet.app.media_type import media_type_of
from wallet.errors import AppError, Reason

MAX_BYTES = 50_000_000
_BASE64 = ";base64"
_HEAD = 64


@dataclass(frozen=True, slots=True)
class Glance:
    """What can be said of enclosed evidence at a glance.

    Attributes:
        media_type: what its content looks like by its beginning, whatever it is called.
        size: in bytes; near enough where it is written in an unusual way.
    """

    media_type: str
    size: int


def glance(address: str | None) -> Glance | None:
    """What an address carries; None when it carries nothing."""
    parts = _parts(address)
    if parts is None:
        return None
    body, is_base64 = parts
    if not is_base64:
        return Glance(media_type_of(unquote_to_bytes(body[:_HEAD])), len(body))
    try:
        head = base64.b64decode(body[:_HEAD], validate=True)
    except (binascii.Error, ValueError):
        return None
    return Glance(media_type_of(head), len(body) * 3 // 4 - body[-2:].count("="))


def content_of(address: str | None) -> bytes:
    """The bytes an address carries.

    Raises:
        AppError: FILE_NOT_READABLE when it carries none, FILE_TOO_LARGE.
    """
    parts = _parts(address)
    if parts is None:
        raise AppError(Reason.FILE_NOT_READABLE, "no data in the address")
    body, is_base64 = parts
    if len(body) > MAX_BYTES * 4 // 3:
        raise AppError(Reason.FILE_TOO_LARGE, "enclosed evidence")
    if not is_base64:
        return unquote_to_bytes(body)
    try:
        return base64.b64decode(body, validate=True)
    except (binascii.Error, ValueError) as error:
        raise AppError(Reason.FILE_NOT_READABLE, "not base64") from error


def _parts(address: str | None) -> tuple[str, bool] | None:
    """The body of a data: URL and whether it is base64.

    Source: RFC 2397, section 2.
    """
    if address is None or address[:5].lower() != "data:":
        return None
    head, comma, body = address.partition(",")
    return (body, head.lower().endswith(_BASE64)) if comma else None
