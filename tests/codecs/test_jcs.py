"""Canonical JSON against the examples published in RFC 8785, and properties that must hold for any value."""

import json
import struct
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.codecs import jcs, strict_json
from wallet.errors import CodecError, Reason

# RFC 8785, appendix B: the bits of a double and its text.
NUMBERS = {
    "0000000000000000": "0",
    "8000000000000000": "0",
    "0000000000000001": "5e-324",
    "8000000000000001": "-5e-324",
    "7fefffffffffffff": "1.7976931348623157e+308",
    "ffefffffffffffff": "-1.7976931348623157e+308",
    "4340000000000000": "9007199254740992",
    "c340000000000000": "-9007199254740992",
    "4430000000000000": "295147905179352830000",
    "44b52d02c7e14af5": "9.999999999999997e+22",
    "44b52d02c7e14af6": "1e+23",
    "44b52d02c7e14af7": "1.0000000000000001e+23",
    "444b1ae4d6e2ef4e": "999999999999999700000",
    "444b1ae4d6e2ef4f": "999999999999999900000",
    "444b1ae4d6e2ef50": "1e+21",
    "3eb0c6f7a0b5ed8c": "9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d": "0.000001",
    "41b3de4355555553": "333333333.3333332",
    "41b3de4355555554": "333333333.33333325",
    "41b3de4355555555": "333333333.3333333",
    "41b3de4355555556": "333333333.3333334",
    "41b3de4355555557": "333333333.33333343",
    "becbf647612f3696": "-0.0000033333333333333333",
    "43143ff3c1cb0959": "1424953923781206.2",
}


def double(bits: str) -> float:
    value: float = struct.unpack(">d", bytes.fromhex(bits))[0]
    return value


@pytest.mark.parametrize("bits", NUMBERS)
def test_published_numbers(bits: str) -> None:
    assert jcs.canonicalize(double(bits)).decode() == NUMBERS[bits]


@pytest.mark.parametrize("bits", ["7fffffffffffffff", "7ff0000000000000", "fff0000000000000"])
def test_numbers_json_does_not_have(bits: str) -> None:
    with pytest.raises(CodecError) as refused:
        jcs.canonicalize(double(bits))
    assert refused.value.reason is Reason.JSON_NUMBER_INVALID


def test_published_document() -> None:
    """RFC 8785, sections 3.2.2 and 3.2.3, the worked example."""
    text = (
        r'{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],'
        r' "string": "\u20ac$\u000F\u000aA\u0027\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}'
    )
    expected = (
        '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],'
        r'"string":"€$\u000f\nA' + "'" + r'B\"\\\\\"/"}'
    )
    assert jcs.canonicalize(strict_json.loads(text)).decode() == expected


def test_published_order_of_names() -> None:
    """RFC 8785, section 3.2.3: by UTF-16 code units, so that an emoji comes before a Hebrew presentation form."""
    names = {"\u20ac": 5, "\r": 1, "\ufb33": 7, "1": 2, "\U0001f600": 6, "\u0080": 3, "\u00f6": 4}
    assert list(json.loads(jcs.canonicalize(names)).values()) == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize("value", [{1: 2}.values(), object(), b"bytes", {"a": {1, 2}}])
def test_values_json_does_not_have(value: Any) -> None:
    with pytest.raises(CodecError):
        jcs.canonicalize(value)


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    lambda children: (
        st.lists(children, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), children, max_size=4)
    ),
    max_leaves=20,
)


@given(JSON_VALUES)
def test_read_back_it_is_the_same_and_stays_so(value: Any) -> None:
    text = jcs.canonicalize(value)
    again = strict_json.loads(text)
    assert jcs.canonicalize(again) == text
    # beyond 2^53 a whole number is written with digits a double does not have
    assert json.loads(text, parse_int=float) == json.loads(json.dumps(value), parse_int=float)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), st.integers(0, 9), max_size=8))
def test_the_order_of_members_does_not_matter(members: dict[str, int]) -> None:
    reverse = dict(reversed(list(members.items())))
    assert jcs.canonicalize(members) == jcs.canonicalize(reverse)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_read_back_to_the_same_double(number: float) -> None:
    assert float(jcs.canonicalize(number)) == number


@pytest.mark.parametrize("whole", [2**53 - 1, 2**53, 2**60, 295147905179352830000, 10**21, 10**22, -(10**30)])
def test_integers_that_a_double_holds_are_written(whole: int) -> None:
    assert float(jcs.canonicalize(whole)) == float(whole)


@pytest.mark.parametrize("whole", [2**53 + 1, 2**60 + 1, 10**22 + 1, -(2**53) - 1, 10**400])
def test_integers_whose_digits_would_not_be_signed_are_refused(whole: int) -> None:
    with pytest.raises(CodecError) as caught:
        jcs.canonicalize({"number": [whole]})
    assert caught.value.reason is Reason.JSON_NUMBER_INVALID
