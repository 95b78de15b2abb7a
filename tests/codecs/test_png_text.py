"""PNG chunks are walked, checked and never decoded."""

import contextlib
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sample_documents import chunk, itxt, png
from wallet.codecs import png_text
from wallet.errors import CodecError, Reason


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_a_baked_text_is_read_back_and_nothing_else_changes(text: str) -> None:
    plain = png(chunk(b"tEXt", b"Comment\0hello"))
    baked = png_text.add_text(plain, "openbadgecredential", text)
    (found,) = [entry for entry in png_text.read_text_chunks(baked) if entry.international]
    assert found.keyword == "openbadgecredential"
    assert found.read_text() == text.encode()
    added = len(baked) - len(plain)
    assert plain == baked[:33] + baked[33 + added :]


def test_compressed_text_is_read_up_to_the_cap() -> None:
    limit = png_text.MAX_INFLATED_BYTES
    (fits,) = png_text.read_text_chunks(png(itxt("a", bytes(limit), compressed=True)))
    assert len(fits.read_text()) == limit
    (too_much,) = png_text.read_text_chunks(png(itxt("a", bytes(limit + 1), compressed=True)))
    with pytest.raises(CodecError) as refusal:
        too_much.read_text()
    assert refusal.value.reason is Reason.PICTURE_TEXT_TOO_LARGE


def test_a_bomb_of_200_megabytes_is_stopped() -> None:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1_000_000)) for _ in range(200)) + packer.flush()
    (bomb,) = png_text.read_text_chunks(png(chunk(b"iTXt", b"openbadgecredential\0\1\0\0\0" + packed)))
    with pytest.raises(CodecError) as refusal:
        bomb.read_text()
    assert refusal.value.reason is Reason.PICTURE_TEXT_TOO_LARGE


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\0",
        b"\0\0",
        b"\0\0en",
        b"\0\0en\0translated",
        b"\2\0\0\0text",
        b"\0\1\0\0text",
        b"\1\0\0\0not zlib",
    ],
)
def test_a_malformed_text_chunk_is_refused_when_it_is_read(body: bytes) -> None:
    (found,) = png_text.read_text_chunks(png(chunk(b"iTXt", b"openbadgecredential\0" + body)))
    with pytest.raises(CodecError) as refusal:
        found.read_text()
    assert refusal.value.reason is Reason.PNG_DAMAGED


def test_other_text_chunks_are_named_but_not_read() -> None:
    picture = png(
        chunk(b"tEXt", b"openbadges\0https://example.org"), chunk(b"zTXt", b"x\0\0abc"), chunk(b"tEXt", b"")
    )
    found = png_text.read_text_chunks(picture)
    assert [entry.keyword for entry in found] == ["openbadges", "x", ""]
    with pytest.raises(CodecError):
        found[0].read_text()


_HEADER = b"\0\0\0\1\0\0\0\1\x08\0\0\0\0"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_END = chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "picture",
    [
        png()[1:],
        b"\x89PNG\n\x1a\n" + png()[8:],
        png()[:-1],
        png()[:-12],
        png()[:33],
        png()[:8],
        png()[:40] + b"\0" + png()[41:],
        _SIGNATURE + chunk(b"IDAT", b"") + _END,
        _SIGNATURE + chunk(b"IHDR", _HEADER) * 2 + _END,
        _SIGNATURE + chunk(b"IHDR", _HEADER[:-1]) + _END,
        _SIGNATURE + chunk(b"IHDR", b"\0\0\0\0" + _HEADER[4:]) + _END,
        _SIGNATURE + chunk(b"IHDR", b"\xff\0\0\0" + _HEADER[4:]) + _END,
        _SIGNATURE + chunk(b"IHDR", _HEADER[:8] + b"\3\0\0\0\0") + _END,
        _SIGNATURE + chunk(b"IHDR", _HEADER[:8] + b"\x08\1\0\0\0") + _END,
        _SIGNATURE + chunk(b"IHDR", _HEADER[:8] + b"\x08\0\0\0\2") + _END,
        _SIGNATURE + chunk(b"IHDR", _HEADER) + b"\x7f\xff\xff\xffjunk" + _END,
        _SIGNATURE + chunk(b"IHDR", _HEADER) + b"\xff\xff\xff\xffjunk" + _END,
        png(*[chunk(b"tEXt", b"a\0b")] * png_text.MAX_CHUNKS),
    ],
)
def test_a_damaged_picture_is_refused(picture: bytes) -> None:
    with pytest.raises(CodecError) as refusal:
        png_text.read_text_chunks(picture)
    assert refusal.value.reason is Reason.PNG_DAMAGED


def test_what_stands_behind_the_end_is_not_part_of_the_picture() -> None:
    assert png_text.read_text_chunks(png() + itxt("openbadgecredential", b"{}")) == []


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=100), st.integers(min_value=0, max_value=120))
def test_any_damage_is_a_codec_error(noise: bytes, position: int) -> None:
    sound = png(itxt("openbadgecredential", b"{}"))
    with contextlib.suppress(CodecError):
        for entry in png_text.read_text_chunks(sound[:position] + noise):
            entry.read_text()


@pytest.mark.parametrize("keyword", ["", "a b", "a" * 80, "schlüssel", "a\0"])
def test_a_keyword_png_does_not_allow_is_not_written(keyword: str) -> None:
    with pytest.raises(CodecError):
        png_text.add_text(png(), keyword, "text")
