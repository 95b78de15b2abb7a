"""The part of CBOR that the proof values of selective disclosure use, in exactly one spelling.

Lives here: unsigned integers, byte strings, texts, arrays and maps of integers to integers or byte strings, each in
its shortest form and of definite length. Does not live here: what the values mean (`proof_value` of each suite).
Refused although it is CBOR: tags, negative numbers, floats, simple values, indefinite lengths, longer forms than
needed, repeated map keys, bytes after the value. What is read is therefore always what `encode` writes.

Source: RFC 8949, sections 3.1 (major types) and 4.2.1 (core deterministic encoding, without its order of map keys).
"""

from collections.abc import Mapping, Sequence

from wallet.errors import CodecError, Reason

Value = int | bytes | str | Sequence["Value"] | Mapping[int, int | bytes]

# Proof values hold lists and one map inside one list.
_MAX_DEPTH = 4
_UNSIGNED, _BYTES, _TEXT, _ARRAY, _MAP = 0, 2, 3, 4, 5
# How many bytes follow the first one, and the least number that needs them.
_ARGUMENT_BYTES = {24: 1, 25: 2, 26: 4, 27: 8}
_LEAST = {24: 24, 25: 2**8, 26: 2**16, 27: 2**32}
_LARGEST = 2**64 - 1


def decode(data: bytes) -> Value:
    """The one value these bytes are: int, bytes, str, a tuple of such, or a dict of int to int or bytes.

    Raises:
        CodecError: ENCODING_INVALID.
    """
    reader = _Reader(data)
    value = reader.value(0)
    if reader.position != len(data):
        raise CodecError(Reason.ENCODING_INVALID, "bytes after the CBOR value")
    return value


def encode(value: Value) -> bytes:
    """The bytes of a value; the order of map entries is kept.

    Raises:
        CodecError: ENCODING_INVALID for a value this part of CBOR does not have.
    """
    if isinstance(value, bytes):
        return _head(_BYTES, len(value)) + value
    if isinstance(value, str):
        text = value.encode("utf-8")
        return _head(_TEXT, len(text)) + text
    if isinstance(value, int):
        return _head(_UNSIGNED, value)
    if isinstance(value, Mapping):
        entries = (encode(key) + encode(item) for key, item in value.items())
        return _head(_MAP, len(value)) + b"".join(entries)
    return _head(_ARRAY, len(value)) + b"".join(encode(item) for item in value)


def _head(major: int, argument: int) -> bytes:
    if not 0 <= argument <= _LARGEST:
        raise CodecError(Reason.ENCODING_INVALID, "CBOR number out of range")
    for additional in reversed(_ARGUMENT_BYTES):
        if argument >= _LEAST[additional]:
            return bytes([major << 5 | additional]) + argument.to_bytes(_ARGUMENT_BYTES[additional], "big")
    return bytes([major << 5 | argument])


class _Reader:
    """Reads values from the front; every length is checked against what is left before anything is made of it."""

    __slots__ = ("data", "position")

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.position = 0

    def value(self, depth: int) -> Value:
        major, argument = self._head()
        if major == _UNSIGNED:
            return argument
        if major == _BYTES:
            return self._take(argument)
        if major == _TEXT:
            return self._text(argument)
        if major in (_ARRAY, _MAP) and depth < _MAX_DEPTH and argument <= len(self.data) - self.position:
            if major == _MAP:
                return self._map(argument)
            return tuple(self.value(depth + 1) for _ in range(argument))
        raise CodecError(Reason.ENCODING_INVALID, "CBOR type, depth or length")

    def _head(self) -> tuple[int, int]:
        (first,) = self._take(1)
        major, additional = first >> 5, first & 0x1F
        if additional not in _ARGUMENT_BYTES:
            if additional > min(_ARGUMENT_BYTES):
                raise CodecError(Reason.ENCODING_INVALID, "CBOR length")
            return major, additional
        argument = int.from_bytes(self._take(_ARGUMENT_BYTES[additional]), "big")
        if argument < _LEAST[additional]:
            raise CodecError(Reason.ENCODING_INVALID, "CBOR longer than needed")
        return major, argument

    def _take(self, count: int) -> bytes:
        taken = self.data[self.position : self.position + count]
        if len(taken) != count:
            raise CodecError(Reason.ENCODING_INVALID, "CBOR ends too early")
        self.position += count
        return taken

    def _text(self, count: int) -> str:
        try:
            return self._take(count).decode("utf-8")
        except UnicodeDecodeError as error:
            raise CodecError(Reason.ENCODING_INVALID, "CBOR text") from error

    def _map(self, count: int) -> Mapping[int, int | bytes]:
        entries: dict[int, int | bytes] = {}
        for _ in range(count):
            (key_major, key), (item_major, argument) = self._head(), self._head()
            if key_major != _UNSIGNED or item_major not in (_UNSIGNED, _BYTES) or key in entries:
                raise CodecError(Reason.ENCODING_INVALID, "CBOR map entry")
            entries[key] = self._take(argument) if item_major == _BYTES else argument
        return entries
