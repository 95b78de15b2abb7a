"""Any CBOR value of definite length, as other programs write it. `cbor` is the strict reader of our own proof values.

Refused: indefinite lengths, simple values but false, true, null and undefined, repeated keys, keys that are neither
integers nor texts, more than 64 levels, bytes after the value.

Source: RFC 8949, sections 3.1 to 3.4.
"""

import struct
from dataclasses import dataclass
from typing import Any

from wallet.codecs.strict_json import MAX_DEPTH
from wallet.errors import CodecError, Reason

_UNSIGNED, _NEGATIVE, _BYTES, _TEXT, _ARRAY, _MAP, _TAG, _OTHER = range(8)
_ARGUMENT_BYTES = {24: 1, 25: 2, 26: 4, 27: 8}
_FLOATS = {25: ">e", 26: ">f", 27: ">d"}
_SIMPLE = {20: False, 21: True, 22: None, 23: None}


@dataclass(frozen=True, slots=True)
class Tagged:
    """A value with its tag."""

    tag: int
    value: Any


def decode_value(data: bytes) -> Any:
    """The one value these bytes are: int, float, str, bytes, bool, None, list, dict or `Tagged`.

    Raises:
        CodecError: ENCODING_INVALID.
    """
    reader = _Reader(data)
    value = reader.value(0)
    if reader.position != len(data):
        raise _invalid("bytes after it")
    return value


def _invalid(detail: str) -> CodecError:
    return CodecError(Reason.ENCODING_INVALID, f"CBOR: {detail}")


class _Reader:
    """Reads from the front; every length is compared with what is left before anything is made of it."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.position = 0

    def value(self, depth: int) -> Any:
        if depth > MAX_DEPTH:
            raise _invalid("depth")
        first = self._take(1)[0]
        major, more = first >> 5, first & 0x1F
        if major == _OTHER:
            return self._other(more)
        argument = self._argument(more)
        if major in (_UNSIGNED, _NEGATIVE):
            return argument if major == _UNSIGNED else -1 - argument
        if major == _TAG:
            return Tagged(argument, self.value(depth + 1))
        if major == _BYTES:
            return self._take(argument)
        if major == _TEXT:
            return self._text(argument)
        if argument > len(self._data) - self.position:
            raise _invalid("length")
        if major == _ARRAY:
            return [self.value(depth + 1) for _ in range(argument)]
        return self._map(argument, depth)

    def _map(self, count: int, depth: int) -> dict[int | str, Any]:
        found: dict[int | str, Any] = {}
        for _ in range(count):
            key = self.value(depth + 1)
            if isinstance(key, bool) or not isinstance(key, int | str) or key in found:
                raise _invalid("key")
            found[key] = self.value(depth + 1)
        return found

    def _argument(self, more: int) -> int:
        if more < min(_ARGUMENT_BYTES):
            return more
        if more not in _ARGUMENT_BYTES:
            raise _invalid("length")
        return int.from_bytes(self._take(_ARGUMENT_BYTES[more]), "big")

    def _other(self, more: int) -> Any:
        if more in _SIMPLE:
            return _SIMPLE[more]
        if more not in _FLOATS:
            raise _invalid("simple value")
        return struct.unpack(_FLOATS[more], self._take(_ARGUMENT_BYTES[more]))[0]

    def _text(self, count: int) -> str:
        try:
            return self._take(count).decode("utf-8")
        except UnicodeDecodeError as error:
            raise _invalid("text") from error

    def _take(self, count: int) -> bytes:
        taken = self._data[self.position : self.position + count]
        if len(taken) != count:
            raise _invalid("ends too early")
        self.position += count
        return taken
