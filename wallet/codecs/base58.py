"""Base58 with the Bitcoin alphabet, both directions.

Lives here: the digits, one text per byte string. Does not live here: checksums, multibase headers.
"""

from wallet.errors import CodecError, Reason

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
MAX_CHARACTERS = 2048
"""Longer texts are refused: work grows with the square; no key or signature comes near."""

_VALUES = {letter: value for value, letter in enumerate(ALPHABET)}


def encode(data: bytes) -> str:
    """Write bytes as base58; each leading zero byte becomes a leading "1".

    Source: draft-msporny-base58-03, section 3.
    """
    number = int.from_bytes(data)
    digits: list[str] = []
    while number:
        number, remainder = divmod(number, 58)
        digits.append(ALPHABET[remainder])
    zeros = len(data) - len(data.lstrip(b"\0"))
    return "1" * zeros + "".join(reversed(digits))


def decode(text: str) -> bytes:
    """Read base58. Every byte string has exactly one text, so nothing needs to be compared afterwards.

    Raises:
        CodecError: ENCODING_INVALID for a foreign letter or a text beyond `MAX_CHARACTERS`.

    Source: draft-msporny-base58-03, section 4.
    """
    if len(text) > MAX_CHARACTERS:
        raise CodecError(Reason.ENCODING_INVALID, "base58 text too long")
    number = 0
    try:
        for letter in text:
            number = number * 58 + _VALUES[letter]
    except KeyError as error:
        raise CodecError(Reason.ENCODING_INVALID, "not a base58 letter") from error
    zeros = len(text) - len(text.lstrip("1"))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8)
