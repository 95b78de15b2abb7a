"""Compressed data never unpacks to more than it may."""

import gzip
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wallet.codecs import deflate
from wallet.errors import CodecError, Reason

_READERS: list[tuple[Callable[[bytes], bytes], Callable[..., bytes]]] = [
    (deflate.deflate_raw, deflate.inflate_raw),
    (zlib.compress, deflate.inflate_zlib),
    (gzip.compress, deflate.inflate_gzip),
]


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300), st.binary(max_size=100))
def test_raw_deflate_with_a_dictionary_gives_the_bytes_back(data: bytes, dictionary: bytes) -> None:
    packed = deflate.deflate_raw(data, dictionary=dictionary)
    assert deflate.inflate_raw(packed, limit=300, dictionary=dictionary) == data


def test_a_dictionary_makes_known_text_small() -> None:
    text = b'"type":["VerifiableCredential","OpenBadgeCredential"]'
    assert len(deflate.deflate_raw(text, dictionary=text)) < 10
    with pytest.raises(CodecError):
        deflate.inflate_raw(deflate.deflate_raw(text, dictionary=text), limit=100)


@pytest.mark.parametrize(("pack", "unpack"), _READERS)
def test_the_cap_is_exact(pack: Callable[[bytes], bytes], unpack: Callable[..., bytes]) -> None:
    packed = pack(bytes(5000))
    assert unpack(packed, limit=5000) == bytes(5000)
    with pytest.raises(CodecError) as refusal:
        unpack(packed, limit=4999)
    assert refusal.value.reason is Reason.FILE_TOO_LARGE


@pytest.mark.parametrize(("pack", "unpack"), _READERS)
@pytest.mark.parametrize(
    "damage", [lambda b: b[:-1], lambda b: b + b"x", lambda b: b[:0], lambda b: b"\xff" + b]
)
def test_damage_is_refused(
    pack: Callable[[bytes], bytes], unpack: Callable[..., bytes], damage: Callable[[bytes], bytes]
) -> None:
    with pytest.raises(CodecError) as refusal:
        unpack(damage(pack(b"abc" * 50)), limit=1000)
    assert refusal.value.reason is Reason.ENCODING_INVALID


def test_a_second_gzip_member_is_refused() -> None:
    with pytest.raises(CodecError):
        deflate.inflate_gzip(gzip.compress(b"a") * 2, limit=100)
