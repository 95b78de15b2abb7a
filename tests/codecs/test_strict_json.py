"""One reading of JSON, or none."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wallet.codecs import strict_json
from wallet.codecs.strict_json import MAX_DEPTH, MAX_INTEGER_DIGITS, MAX_JSON_BYTES
from wallet.errors import CodecError, Reason

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=200, deadline=None)
@given(_VALUES)
def test_what_is_written_is_read_back(value: Any) -> None:
    assert strict_json.loads(strict_json.dumps(value)) == value
    assert strict_json.loads(json.dumps(value).encode()) == value


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=60) | st.text(alphabet='{}[]",:\\u0dD8 1e-', max_size=40).map(str.encode))
def test_any_bytes_are_read_as_the_library_reads_them_or_refused(data: bytes) -> None:
    try:
        value = strict_json.loads(data)
    except CodecError:
        return
    assert value == json.loads(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'\xef\xbb\xbf{"a":1}', Reason.ENCODING_INVALID),
        ('{"a":1}'.encode("utf-16"), Reason.ENCODING_INVALID),
        ('{"a":1}'.encode("utf-16-be"), Reason.ENCODING_INVALID),
        ('{"a":1}'.encode("utf-16-le"), Reason.ENCODING_INVALID),
        ('{"a":1}'.encode("utf-32-be"), Reason.ENCODING_INVALID),
        (b'{"a":"\xe9"}', Reason.ENCODING_INVALID),
        (b'{"a":"\xed\xa0\x80"}', Reason.ENCODING_INVALID),
        (b'{"a":"\xc0\x80"}', Reason.ENCODING_INVALID),
        (b'{"a":1,"a":1}', Reason.JSON_DUPLICATE_KEY),
        (b'{"a":1,"\\u0061":2}', Reason.JSON_DUPLICATE_KEY),
        (b'[{"b":{"a":1,"a":2}}]', Reason.JSON_DUPLICATE_KEY),
        (b'{"a":"\\ud800"}', Reason.TEXT_INVALID),
        (b'{"\\uDFFF":1}', Reason.TEXT_INVALID),
        (b'["\\uD834\\uD834\\uDD1E"]', Reason.TEXT_INVALID),
        ("\ud800", Reason.TEXT_INVALID),
        (b'{"a":NaN}', Reason.JSON_NUMBER_INVALID),
        (b"[Infinity]", Reason.JSON_NUMBER_INVALID),
        (b"[-Infinity]", Reason.JSON_NUMBER_INVALID),
        (b"[1e400]", Reason.JSON_NUMBER_INVALID),
        (b"[-1e999999999999]", Reason.JSON_NUMBER_INVALID),
        (b"[" + b"1" * (MAX_INTEGER_DIGITS + 1) + b"]", Reason.JSON_NUMBER_INVALID),
        (b'{"a":1} x', Reason.JSON_INVALID),
        (b'{"a":1,}', Reason.JSON_INVALID),
        (b"{'a':1}", Reason.JSON_INVALID),
        (b'["\n"]', Reason.JSON_INVALID),
        (b"[01]", Reason.JSON_INVALID),
        (b"", Reason.JSON_INVALID),
        (b'"' + b"a" * MAX_JSON_BYTES + b'"', Reason.JSON_TOO_LARGE),
    ],
)
def test_a_second_reading_is_refused(data: bytes | str, reason: Reason) -> None:
    with pytest.raises(CodecError) as refusal:
        strict_json.loads(data)
    assert refusal.value.reason is reason


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b'{"a":"\\ud834\\udd1e"}', {"a": "\N{MUSICAL SYMBOL G CLEF}"}),
        (b'{"a":"\\\\ud800"}', {"a": "\\ud800"}),
        (b' \r\n\t{"a":{"a":1}}\n', {"a": {"a": 1}}),
        (b"[1e308, -0, 9223372036854775808]", [1e308, 0, 9223372036854775808]),
        (b"[" + b"1" * MAX_INTEGER_DIGITS + b"]", [int("1" * MAX_INTEGER_DIGITS)]),
        ('["\N{SNOWMAN}\\u0000"]', ["\N{SNOWMAN}\0"]),
    ],
)
def test_the_good_twin_is_read(data: bytes | str, value: Any) -> None:
    assert strict_json.loads(data) == value


def _nested(depth: int, opening: bytes = b"[", closing: bytes = b"]", middle: bytes = b"") -> bytes:
    return opening * depth + middle + closing * depth


@pytest.mark.parametrize("brackets", [(b"[", b"]", b""), (b'{"a":', b"}", b"1"), (b'[{"a":[', b"]}]", b"")])
def test_depth_is_counted_to_the_level(brackets: tuple[bytes, bytes, bytes]) -> None:
    opening, closing, middle = brackets
    repeats = MAX_DEPTH // (opening.count(b"[") + opening.count(b"{"))
    strict_json.loads(_nested(repeats, opening, closing, middle))
    beside = b"[" + _nested(repeats, opening, closing, middle)[1:-1] + b", [], []]"
    assert opening != b"[" or strict_json.loads(beside)
    with pytest.raises(CodecError) as refusal:
        strict_json.loads(_nested(repeats + 1, opening, closing, middle))
    assert refusal.value.reason is Reason.JSON_TOO_DEEP


@pytest.mark.parametrize(
    "text",
    [
        b'["' + b"[{" * 500 + b'"]',
        b'["' + b'\\"[{' * 500 + b'"]',
        b'["\\\\", "' + b"[" * 500 + b'\\\\"]',
        b'["' + b"[" * 200 + b'", "", "", "' + b"[" * 200 + b'"]',
        b"[" + b"[],{}," * 500 + b"[]]",
        b'["' + b"]" * 500 + b'", {"[[[": "\\\\\\""}' + b", {}" * 70 + b"]",
    ],
)
def test_brackets_in_strings_and_side_by_side_do_not_nest(text: bytes) -> None:
    assert strict_json.loads(text) == json.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        b"[" * 1_000_000,
        _nested(100_000),
        b'{"a":' * 200_000,
        b'["]]]]", "\\"", "\\\\"' + b',["]"' * 500,
        b'["' + b"]" * 300 + b'",' + b"[" * 100 + b"]" * 101,
        b'["",""' + b',[""' * 500,
    ],
)
def test_deep_text_is_refused_before_it_is_parsed(text: bytes) -> None:
    with pytest.raises(CodecError) as refusal:
        strict_json.loads(text)
    assert refusal.value.reason is Reason.JSON_TOO_DEEP


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='[]{}",\\:a', max_size=30), st.integers(min_value=0, max_value=140))
def test_depth_agrees_with_a_slow_count(inside: str, depth: int) -> None:
    """Whatever stands in a string beside them, the brackets around it decide."""
    text = ("[" * depth + json.dumps(inside) + "]" * depth).encode()
    if depth <= MAX_DEPTH:
        assert json.dumps(strict_json.loads(text)) == text.decode()
        return
    with pytest.raises(CodecError) as refusal:
        strict_json.loads(text)
    assert refusal.value.reason is Reason.JSON_TOO_DEEP


def test_infinite_values_are_not_written() -> None:
    assert strict_json.dumps({"a": [1.5, "\N{SNOWMAN}"]}) == '{"a":[1.5,"\N{SNOWMAN}"]}'
    with pytest.raises(CodecError):
        strict_json.dumps(float("inf"))
