"""Bytes as decimal digits, so that a QR code can carry them in its dense numeric mode inside a link.

Lives here: the digit coding, both directions. 7 bytes (56 bits) become 17 digits; a shorter last block of n
bytes becomes 3, 5, 8, 10, 13 or 15 digits. Does not live here: the link around the digits
(`wallet.sharing.link`).
"""

from wallet.errors import CodecError, Reason

BLOCK_BYTES = 7
BLOCK_DIGITS = 17
MAX_DIGITS = 25_000_000
"""More digits than any file that is looked at could hold (`strict_json.MAX_FILE_BYTES`)."""

_DIGITS_FOR_BYTES = (0, 3, 5, 8, 10, 13, 15, BLOCK_DIGITS)
_BYTES_FOR_DIGITS = {digits: count for count, digits in enumerate(_DIGITS_FOR_BYTES)}


def encode(data: bytes) -> str:
    """Write bytes as digits; the length of the text gives the length of the bytes back."""
    blocks = (data[start : start + BLOCK_BYTES] for start in range(0, len(data), BLOCK_BYTES))
    return "".join(f"{int.from_bytes(block):0{_DIGITS_FOR_BYTES[len(block)]}d}" for block in blocks)


def decode(text: str) -> bytes:
    """Read digits back into bytes, accepting only what `encode` writes.

    Raises:
        CodecError: ENCODING_INVALID for anything but ASCII digits, a length no bytes give, or a block whose
            number is too large for its bytes.
    """
    if len(text) > MAX_DIGITS or not (text.isascii() and (text.isdigit() or not text)):
        raise CodecError(Reason.ENCODING_INVALID, "not decimal digits")
    if len(text) % BLOCK_DIGITS not in _BYTES_FOR_DIGITS:
        raise CodecError(Reason.ENCODING_INVALID, "number of digits")
    blocks = (text[start : start + BLOCK_DIGITS] for start in range(0, len(text), BLOCK_DIGITS))
    try:
        return b"".join(int(block).to_bytes(_BYTES_FOR_DIGITS[len(block)]) for block in blocks)
    except OverflowError as error:
        raise CodecError(Reason.ENCODING_INVALID, "block of digits too large") from error
