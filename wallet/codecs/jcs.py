"""JSON Canonicalization Scheme: one byte string for one JSON value.

Lives here: serialisation only (RFC 8785). Reading JSON is `strict_json`'s work.
"""

import json
import math
from collections.abc import Mapping
from typing import Any

from wallet.errors import CodecError, Reason

_SAFE_INTEGER = 2**53
_EXPONENT_FROM = 21
_FRACTION_TO = -7


def canonicalize(value: Any) -> bytes:
    """The canonical UTF-8 bytes of a JSON value.

    Args:
        value: what a JSON parser returns: None, bool, int, float, str, list, dict with str keys.

    Raises:
        CodecError: JSON_NUMBER_INVALID for NaN, infinities and integers that a double does not hold, JSON_INVALID for
            values JSON does not have.

    Source: RFC 8785, section 3.2.
    """
    parts: list[str] = []
    _write(value, parts.append)
    return "".join(parts).encode("utf-8")


def _write(value: Any, emit: Any) -> None:
    if isinstance(value, str):
        emit(_string(value))
    elif value is None or isinstance(value, bool):
        emit("null" if value is None else "true" if value else "false")
    elif isinstance(value, int | float):
        emit(_number(value))
    elif isinstance(value, Mapping):
        _write_object(value, emit)
    elif isinstance(value, list | tuple):
        emit("[")
        for position, item in enumerate(value):
            if position:
                emit(",")
            _write(item, emit)
        emit("]")
    else:
        raise CodecError(Reason.JSON_INVALID, "not a JSON value")


def _write_object(value: Mapping[str, Any], emit: Any) -> None:
    emit("{")
    # RFC 8785, section 3.2.3: names sort by their UTF-16 code units
    for position, name in enumerate(sorted(value, key=lambda n: n.encode("utf-16-be", "surrogatepass"))):
        if position:
            emit(",")
        emit(_string(name))
        emit(":")
        _write(value[name], emit)
    emit("}")


def _string(text: str) -> str:
    # Python's encoder writes control characters as RFC 8785, section 3.2.2.2 asks (lower-case \u00xx, short forms)
    return json.dumps(text, ensure_ascii=False)


def _number(value: float) -> str:
    """ECMAScript's Number::toString. Source: RFC 8785, section 3.2.2.3."""
    try:
        number = float(value)
    except OverflowError as error:
        raise CodecError(Reason.JSON_NUMBER_INVALID, "too large") from error
    if not math.isfinite(number):
        raise CodecError(Reason.JSON_NUMBER_INVALID, "not finite")
    if number == 0:
        return "0"
    if number.is_integer() and abs(number) < _SAFE_INTEGER:
        return str(int(number))
    text = _decimal(number)
    if isinstance(value, int) and value not in (int(number), _integer_of(text)):
        # other digits with the same canonical form: what is signed and what is shown would differ
        raise CodecError(Reason.JSON_NUMBER_INVALID, "more digits than a double holds")
    return text


def _integer_of(text: str) -> int:
    from decimal import Decimal  # noqa: PLC0415 - slow to load, and such numbers are rare

    return int(Decimal(text))


def _decimal(number: float) -> str:
    sign = "-" if number < 0 else ""
    digits, exponent = _shortest_digits(abs(number))
    point = exponent + 1
    if len(digits) <= point <= _EXPONENT_FROM:
        return f"{sign}{digits}{'0' * (point - len(digits))}"
    if 0 < point <= _EXPONENT_FROM:
        return f"{sign}{digits[:point]}.{digits[point:]}"
    if _FRACTION_TO < exponent < 0:
        return f"{sign}0.{'0' * -point}{digits}"
    mantissa = digits if len(digits) == 1 else f"{digits[0]}.{digits[1:]}"
    return f"{sign}{mantissa}e{'+' if exponent > 0 else '-'}{abs(exponent)}"


def _shortest_digits(number: float) -> tuple[str, int]:
    """The shortest digits that read back as the number, and the decimal exponent of the first of them."""
    mantissa, _, exponent = f"{number!r}".partition("e")
    whole, _, fraction = mantissa.partition(".")
    fraction = "" if fraction == "0" else fraction
    digits = (whole + fraction).lstrip("0")
    leading = len(whole) - 1 if whole != "0" else -(len(fraction) - len(fraction.lstrip("0")) + 1)
    return digits.rstrip("0") or "0", leading + int(exponent or 0)
