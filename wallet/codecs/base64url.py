"""Base64url without padding, as JOSE and multibase use it. Lives here: one strict reader, one writer."""

import binascii
import re
from base64 import urlsafe_b64encode

from wallet.errors import CodecError, Reason

_LETTERS = re.compile(r"[A-Za-z0-9_-]*", re.ASCII)
_TO_STANDARD = str.maketrans("-_", "+/")


def encode(data: bytes) -> str:
    """Write bytes as base64url without padding."""
    return urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def decode_strict(text: str) -> bytes:
    """Read base64url, accepting only the one text that `encode` would have written.

    Raises:
        CodecError: ENCODING_INVALID for padding, white space, foreign letters, an impossible length or unused
            bits that are not zero.

    Source: RFC 7515 section 2 and appendix C; RFC 4648 section 3.5 (unused bits).
    """
    if not _LETTERS.fullmatch(text):
        raise CodecError(Reason.ENCODING_INVALID, "not a base64url letter")
    padding = "=" * (-len(text) % 4)
    try:
        data = binascii.a2b_base64(text.translate(_TO_STANDARD) + padding)
    except binascii.Error as error:
        raise CodecError(Reason.ENCODING_INVALID, "base64url length") from error
    if padding and encode(data[-(len(data) % 3) :]) != text[-(len(text) % 4) :]:
        raise CodecError(Reason.ENCODING_INVALID, "base64url unused bits")
    return data
