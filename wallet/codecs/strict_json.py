"""JSON text to Python values, in exactly one reading.

Lives here: the only JSON parser for anything that came from outside. What it accepts has one meaning, so the
text that is verified and the text that is shown can never differ. Does not live here: what the values mean.

Refused although `json.loads` would take it: a byte order mark, UTF-16, invalid UTF-8, repeated keys, lone
surrogates, NaN and infinities, numbers that do not fit, nesting beyond 64, text beyond 10 MB.
"""

import json
from collections.abc import Sequence
from itertools import accumulate
from json import JSONDecodeError, JSONDecoder
from math import isinf
from typing import Any

from wallet.errors import CodecError, Reason

MAX_FILE_BYTES = 20_000_000
"""The largest file that is looked at, in bytes."""
MAX_JSON_BYTES = 10_000_000
"""The largest JSON text that is parsed, in bytes of UTF-8."""
MAX_DEPTH = 64
"""How many objects and arrays may stand inside each other, the outermost one counted."""
MAX_INTEGER_DIGITS = 4300
"""Longer integers are refused: turning digits into a number takes quadratic time."""

_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_SURROGATE_ESCAPES = (b"\\ud", b"\\uD")
_STRUCTURE = b'{}[]"'
_NOT_STRUCTURE = bytes(set(range(256)) - set(_STRUCTURE))
_STEP = {ord("{"): 1, ord("["): 1, ord("}"): -1, ord("]"): -1}


def loads(data: bytes | str) -> Any:
    """Parse one JSON text.

    Args:
        data: UTF-8 bytes without a byte order mark, or text.

    Returns:
        dict, list, str, int, float, bool or None; dicts keep the order of the text.

    Raises:
        CodecError: ENCODING_INVALID, TEXT_INVALID, JSON_TOO_LARGE, JSON_TOO_DEEP, JSON_DUPLICATE_KEY,
            JSON_NUMBER_INVALID, or JSON_INVALID for everything else that is not JSON.

    Source: RFC 8259; RFC 7493 (I-JSON) sections 2.1 and 2.3 for encoding, surrogates and repeated names.
    """
    raw, text = _as_bytes_and_text(data)
    if _depth_exceeds_limit(raw):
        raise CodecError(Reason.JSON_TOO_DEEP, f"more than {MAX_DEPTH} levels")
    try:
        value = _DECODER.decode(text)
    except JSONDecodeError as error:
        raise CodecError(Reason.JSON_INVALID, f"at character {error.pos}") from error
    except ValueError as error:  # the interpreter's own limit on digits
        raise CodecError(Reason.JSON_NUMBER_INVALID, "too many digits") from error
    except RecursionError as error:  # called from an already deep stack
        raise CodecError(Reason.JSON_TOO_DEEP, "stack exhausted") from error
    if _SURROGATE_ESCAPES[0] in raw or _SURROGATE_ESCAPES[1] in raw:
        _refuse_lone_surrogates(value)
    return value


def dumps(value: Any) -> str:
    """Write a value as compact JSON text: no spaces, members in their order, letters unescaped.

    Raises:
        CodecError: JSON_NUMBER_INVALID for NaN and infinities.
    """
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except ValueError as error:
        raise CodecError(Reason.JSON_NUMBER_INVALID, "not a finite number") from error


def _as_bytes_and_text(data: bytes | str) -> tuple[bytes, str]:
    if isinstance(data, str):
        try:
            raw = data.encode()
        except UnicodeEncodeError as error:
            raise CodecError(Reason.TEXT_INVALID, "lone surrogate") from error
        _refuse_size(raw)
        return raw, data
    _refuse_size(data)
    if data.startswith(_BYTE_ORDER_MARKS):
        raise CodecError(Reason.ENCODING_INVALID, "byte order mark")
    if b"\0" in data[:4]:
        raise CodecError(Reason.ENCODING_INVALID, "not UTF-8")
    try:
        return data, data.decode()
    except UnicodeDecodeError as error:
        raise CodecError(Reason.ENCODING_INVALID, f"not UTF-8 at byte {error.start}") from error


def _refuse_size(raw: bytes) -> None:
    if len(raw) > MAX_JSON_BYTES:
        raise CodecError(Reason.JSON_TOO_LARGE, f"more than {MAX_JSON_BYTES} bytes")


def _depth_exceeds_limit(raw: bytes) -> bool:
    """Whether the nesting passes the limit; linear, and free for texts with few brackets.

    Runs before the recursive parser. Strings are taken out first, because brackets in them do not nest. For
    text that is not JSON the answer may be wrong only behind the first fault, which the parser never reads
    past.
    """
    if raw.count(b"{") + raw.count(b"[") <= MAX_DEPTH:
        return False
    if b"\\" in raw:
        # After whole pairs of backslashes are gone, a backslash before a quote can only be an escape.
        raw = raw.replace(b"\\\\", b"").replace(b'\\"', b"")
    # Two quotes side by side open and close a string, or close one and open the next: dropping them changes
    # no side.
    structure = raw.translate(None, _NOT_STRUCTURE).replace(b'""', b"")
    if b'"' in structure:
        structure = b"".join(structure.split(b'"')[::2])
    return max(accumulate(map(_STEP.__getitem__, structure)), default=0) > MAX_DEPTH


def _refuse_lone_surrogates(value: Any) -> None:
    """A pair of escapes is one character by now; a single one has no UTF-8."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise CodecError(Reason.TEXT_INVALID, "lone surrogate") from error


def _object(members: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(members)
    if len(result) != len(members):
        raise CodecError(Reason.JSON_DUPLICATE_KEY)
    return result


def _float(digits: str) -> float:
    number = float(digits)
    if isinf(number):
        raise CodecError(Reason.JSON_NUMBER_INVALID, "exponent out of range")
    return number


def _integer(digits: str) -> int:
    # Checked here as well: the interpreter's limit can be switched off from outside.
    if len(digits) > MAX_INTEGER_DIGITS:
        raise CodecError(Reason.JSON_NUMBER_INVALID, "too many digits")
    return int(digits)


def _constant(name: str) -> Any:
    raise CodecError(Reason.JSON_NUMBER_INVALID, name)


_DECODER = JSONDecoder(
    object_pairs_hook=_object, parse_float=_float, parse_int=_integer, parse_constant=_constant
)
