"""Base64url without padding, as JOSE and multibase use it. Lives here: one strict reader, one writer."""

import binascii

from wallet.errors import CodecError, Reason

_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_TO_STANDARD = bytes.maketrans(b"-_", b"+/")
_FROM_STANDARD = bytes.maketrans(b"+/", b"-_")


def encode(data: bytes) -> str:
    """Write bytes as base64url without padding."""
    letters = binascii.b2a_base64(data, newline=False).rstrip(b"=")
    return letters.translate(_FROM_STANDARD).decode("ascii")


def decode_strict(text: str) -> bytes:
    """Read base64url, accepting only the one text that `encode` would have written.

    Raises:
        CodecError: ENCODING_INVALID for padding, white space, foreign letters, an impossible length or unused
            bits that are not zero.

    Source: RFC 7515 section 2 and appendix C; RFC 4648 section 3.5 (unused bits).
    """
    letters = text.encode("ascii", "replace")
    # Python's own decoder skips foreign letters, so they are looked for first.
    if letters.translate(None, _LETTERS):
        raise CodecError(Reason.ENCODING_INVALID, "not a base64url letter")
    padding = b"=" * (-len(text) % 4)
    try:
        data = binascii.a2b_base64(letters.translate(_TO_STANDARD) + padding)
    except binascii.Error as error:
        raise CodecError(Reason.ENCODING_INVALID, "base64url length") from error
    if padding and encode(data[-(len(data) % 3) :]) != text[-(len(text) % 4) :]:
        raise CodecError(Reason.ENCODING_INVALID, "base64url unused bits")
    return data
