"""CBOR as proof values use it: what is written is read back, and nothing has a second spelling."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.codecs import cbor
from wallet.errors import CodecError, Reason

# RFC 8949, appendix A, as far as these types go.
PUBLISHED: dict[str, cbor.Value] = {
    "00": 0,
    "17": 23,
    "1818": 24,
    "1864": 100,
    "1903e8": 1000,
    "1a000f4240": 1000000,
    "1b000000e8d4a51000": 1000000000000,
    "1bffffffffffffffff": 18446744073709551615,
    "40": b"",
    "4401020304": b"\x01\x02\x03\x04",
    "60": "",
    "6449455446": "IETF",
    "62c3bc": "\u00fc",
    "64f0908591": "\U00010151",
    "80": (),
    "83010203": (1, 2, 3),
    "8301820203820405": (1, (2, 3), (4, 5)),
    "a0": {},
}
VALUES = st.recursive(
    st.integers(0, 2**64 - 1)
    | st.binary()
    | st.text()
    | st.dictionaries(st.integers(0, 2**64 - 1), st.integers(0, 99) | st.binary()),
    lambda inner: st.lists(inner).map(tuple),
    max_leaves=30,
).filter(lambda value: _depth(value) <= 4)


def _depth(value: object) -> int:
    if isinstance(value, dict):
        return 1
    return 1 + max(map(_depth, value), default=0) if isinstance(value, tuple) else 0


@pytest.mark.parametrize("text", PUBLISHED)
def test_published_examples(text: str) -> None:
    assert cbor.decode(bytes.fromhex(text)) == PUBLISHED[text]
    assert cbor.encode(PUBLISHED[text]).hex() == text


@given(VALUES)
def test_what_is_written_is_read_back(value: cbor.Value) -> None:
    assert cbor.decode(cbor.encode(value)) == value


@given(st.binary(max_size=40))
def test_what_is_read_has_one_spelling(data: bytes) -> None:
    with contextlib.suppress(CodecError):
        assert cbor.encode(cbor.decode(data)) == data


OTHER_SPELLINGS = {
    "number in two bytes where one does": "1817",
    "number in three": "190018",
    "number in five": "1a0000ffff",
    "number in nine": "1b00000000ffffffff",
    "length in two bytes": "580101",
    "list length in two bytes": "980101",
    "byte string in pieces": "5f4101ff",
    "text in pieces": "7f6161ff",
    "list without a length": "9f01ff",
    "map without a length": "bf004100ff",
    "reserved length": "1c",
    "tag": "c000",
    "byte string with the tag of typed arrays": "d84040",
    "negative number": "20",
    "true": "f5",
    "null": "f6",
    "double": "fb3ff0000000000000",
    "lone end mark": "ff",
    "map of texts": "a1616141ff",
    "map to a text": "a10061",
    "map to a list": "a10080",
    "map key twice": "a2004100004101",
    "text that is no UTF-8": "61ff",
    "surrogate in a text": "63eda080",
    "more after the value": "0000",
    "nothing": "",
    "list that ends too early": "8201",
    "list longer than any file": "9bffffffffffffffff",
    "map longer than any file": "bbffffffffffffffff",
    "bytes longer than any file": "5bffffffffffffffff",
    "map entry cut off": "a10041",
    "lists in lists in lists": "8181818181" + "80",
}


@pytest.mark.parametrize("text", OTHER_SPELLINGS.values(), ids=OTHER_SPELLINGS)
def test_other_spellings_are_refused(text: str) -> None:
    with pytest.raises(CodecError) as caught:
        cbor.decode(bytes.fromhex(text))
    assert caught.value.reason is Reason.ENCODING_INVALID


@pytest.mark.parametrize("number", [-1, 2**64])
def test_numbers_out_of_range_are_not_written(number: int) -> None:
    with pytest.raises(CodecError):
        cbor.encode(number)
