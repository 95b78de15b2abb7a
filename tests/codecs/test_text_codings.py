"""base58, base64url, multibase and decimal digits: one text for each byte string, and no other text is read."""

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wallet.codecs import base58, base64url, decimal_digits, multibase
from wallet.errors import CodecError, Reason

_EXAMPLES = settings(max_examples=200, deadline=None)


@_EXAMPLES
@given(st.binary(max_size=100))
def test_every_coding_gives_the_bytes_back(data: bytes) -> None:
    assert base58.decode(base58.encode(data)) == data
    assert base64url.decode_strict(base64url.encode(data)) == data
    assert multibase.decode(multibase.encode_base58btc(data)) == data
    assert multibase.decode(multibase.encode_base64url(data)) == data
    assert decimal_digits.decode(decimal_digits.encode(data)) == data


@_EXAMPLES
@given(st.text(alphabet="ABab01-_=+/ .", max_size=12) | st.text(max_size=8))
def test_base64url_reads_only_what_it_writes(text: str) -> None:
    try:
        data = base64url.decode_strict(text)
    except CodecError:
        return
    assert base64url.encode(data) == text


@_EXAMPLES
@given(st.text(alphabet="0123456789", max_size=40) | st.text(max_size=8))
def test_digits_are_read_only_as_they_are_written(text: str) -> None:
    try:
        data = decimal_digits.decode(text)
    except CodecError:
        return
    assert decimal_digits.encode(data) == text


@_EXAMPLES
@given(st.text(alphabet=base58.ALPHABET, max_size=40))
def test_base58_texts_are_unique(text: str) -> None:
    assert base58.encode(base58.decode(text)) == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Hello World!", "2NEpo7TZRRrLZSi2U"),
        (b"\0\0\x28\x7f\xb4\xcd", "11233QC4"),
        (b"", ""),
        (b"\0", "1"),
    ],
)
def test_base58_examples_of_the_draft(data: bytes, text: str) -> None:
    assert base58.encode(data) == text
    assert base58.decode(text) == data


@pytest.mark.parametrize("text", ["0", "O", "I", "l", "2NEpo7 ", "2NE po7", "é", "1" * 2049])
def test_base58_refuses(text: str) -> None:
    with pytest.raises(CodecError) as refusal:
        base58.decode(text)
    assert refusal.value.reason is Reason.ENCODING_INVALID


@pytest.mark.parametrize(
    "text", ["QQ==", "QQ=", "QR", "QUJ", "Q", "QUJDR", "Q Q", "QQ\n", " QQ", "Q+", "Q/", "Q.", "Qé", "Q\0"]
)
def test_base64url_refuses(text: str) -> None:
    with pytest.raises(CodecError) as refusal:
        base64url.decode_strict(text)
    assert refusal.value.reason is Reason.ENCODING_INVALID


def test_base64url_reads_all_letters() -> None:
    data = bytes(range(256)) * 3
    text = base64.urlsafe_b64encode(data).decode().rstrip("=")
    assert "-" in text
    assert "_" in text
    assert base64url.decode_strict(text) == data


@pytest.mark.parametrize("text", ["", "m" + "QQ", "Q", "fff", "Zabc", "z0"])
def test_multibase_refuses(text: str) -> None:
    with pytest.raises(CodecError):
        multibase.decode(text)


def test_multibase_reads_only_the_base_that_is_asked_for() -> None:
    assert multibase.decode("uQQ", bases="u") == b"A"
    with pytest.raises(CodecError):
        multibase.decode("uQQ", bases="z")


@pytest.mark.parametrize(
    ("count", "digits"), [(0, 0), (1, 3), (2, 5), (3, 8), (4, 10), (5, 13), (6, 15), (7, 17)]
)
def test_the_shortest_digits_that_hold_the_bytes(count: int, digits: int) -> None:
    assert decimal_digits.encode(b"\xff" * count) == str(256**count - 1 if count else "")
    assert len(decimal_digits.encode(bytes(count))) == digits
    assert len(decimal_digits.encode(bytes(7 + count))) == 17 + digits


@pytest.mark.parametrize(
    "text",
    [
        "1",
        "12",
        "1234",
        "256",
        "65536",
        "72057594037927936",
        "99999999999999999",
        "00\N{ARABIC-INDIC DIGIT ONE}",
        "-01",
        "0x1",
        " 001",
    ],
)
def test_digits_refuse(text: str) -> None:
    with pytest.raises(CodecError) as refusal:
        decimal_digits.decode(text)
    assert refusal.value.reason is Reason.ENCODING_INVALID
