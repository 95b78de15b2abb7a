"""Base 45, as QR codes carry bytes in their letters and digits. Lives here: reading it.

Source: RFC 9285, section 4.
"""

from wallet.errors import CodecError, Reason

_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUE = {letter: value for value, letter in enumerate(_LETTERS)}
_BASE, _GROUP = 45, 3


def decode(text: str) -> bytes:
    """The bytes: two for every three letters, one for two at the end.

    Raises:
        CodecError: ENCODING_INVALID.
    """
    found = bytearray()
    for start in range(0, len(text), _GROUP):
        group = text[start : start + _GROUP]
        size = len(group) - 1
        try:
            number = sum(_VALUE[letter] * _BASE**place for place, letter in enumerate(group))
            found += number.to_bytes(size, "big") if size else b""
        except (KeyError, OverflowError) as error:
            raise CodecError(Reason.ENCODING_INVALID, "base 45") from error
        if not size:
            raise CodecError(Reason.ENCODING_INVALID, "base 45 length")
    return bytes(found)
