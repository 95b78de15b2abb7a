"""QR codes: the smallest that holds the link, painted by us, never handed out unless it reads back."""

import io
import re
import struct
import zlib
from collections.abc import Sequence
from xml.etree.ElementTree import Element

import defusedxml.ElementTree
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.sharing.pictures import TEXT
from tests.sharing.shares import corpus_badge, present
from wallet.errors import Reason, SharingError
from wallet.sharing import qr
from wallet.sharing.bundle import encode_bundle
from wallet.sharing.link import LinkForm, encode_link
from wallet.sharing.qr import QUIET_ZONE, QrMatrix, make_qr, render_png, render_svg
from wallet.sharing.qr_reader import read_codes

FOLDER = ("dcc-vc-test-fixtures", "v2", "dataIntegrityProof", "didKey")
MINIMAL = (*FOLDER, "legacyRegistry-noStatus-noExpiry-minimal.json")
BASIC = (*FOLDER, "legacyRegistry-noStatus-noExpiry-basicOBv3.json")
RICH = (*FOLDER, "oidf-noStatus-notExpired-complexIssuer.json")
PREFIX = "ler-wallet:#1."
# ISO/IEC 18004, table 7: what fits a version 25 code at level M.
BYTES_OF_V25_M = 997
DIGITS_BEHIND_THE_PREFIX = 2355


def _link(*badges: Sequence[str], form: LinkForm = LinkForm.DIGITS) -> str:
    return encode_link(encode_bundle(present([corpus_badge(*parts) for parts in badges])), form=form)


def _reason_of(link: str) -> SharingError:
    with pytest.raises(SharingError) as caught:
        make_qr(link)
    return caught.value


def test_a_pair_of_small_badges_fits_one_code() -> None:
    matrix = make_qr(_link(MINIMAL, BASIC))

    assert matrix.version <= 25
    assert len(matrix.rows) == 17 + 4 * matrix.version
    assert all(len(row) == len(matrix.rows) for row in matrix.rows)


def test_digits_make_the_smaller_code() -> None:
    assert make_qr(_link(MINIMAL)).version < make_qr(_link(MINIMAL, form=LinkForm.BASE64URL)).version


def test_a_pair_that_does_not_fit_is_refused_with_its_size() -> None:
    error = _reason_of(_link(RICH, BASIC))

    assert error.reason is Reason.TOO_BIG_FOR_QR
    assert re.fullmatch(r"\d{4} bytes of 1000", error.detail)


@pytest.mark.parametrize(
    ("most", "one_more"),
    [
        (PREFIX + "7" * DIGITS_BEHIND_THE_PREFIX, PREFIX + "7" * (DIGITS_BEHIND_THE_PREFIX + 1)),
        ("a" * BYTES_OF_V25_M, "a" * (BYTES_OF_V25_M + 1)),
    ],
    ids=["digits", "bytes"],
)
def test_version_25_is_used_to_the_last_bit(most: str, one_more: str) -> None:
    assert make_qr(most).version == 25
    assert _reason_of(one_more).reason is Reason.TOO_BIG_FOR_QR


def test_a_million_digits_are_refused_at_once() -> None:
    assert _reason_of(PREFIX + "7" * 1_000_000).reason is Reason.TOO_BIG_FOR_QR


@pytest.mark.parametrize("text", ["", "a b", "é", "a\n", "\x00", "ler-wallet:#1.\uff11\uff12"])
def test_only_links_are_drawn(text: str) -> None:
    assert _reason_of(text).reason is Reason.LINK_MALFORMED


@given(text=st.from_regex(re.compile(r"[!-~]{1,60}[0-9]{0,60}", re.ASCII), fullmatch=True))
@settings(max_examples=25, deadline=None)
def test_every_code_reads_back(text: str) -> None:
    assert make_qr(text).link == text


def test_a_code_that_does_not_read_back_is_not_handed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = qr._draw
    assert make_qr(TEXT)

    def damaged(text: str, digits: str) -> tuple[int, Sequence[bytes]]:
        version, rows = draw(text, digits)
        return version, [bytes(len(row)) if 10 < number < 30 else row for number, row in enumerate(rows)]

    monkeypatch.setattr(qr, "_draw", damaged)
    assert _reason_of(TEXT).reason is Reason.QR_NOT_READABLE


def test_a_code_of_another_text_is_not_handed_out() -> None:
    matrix = make_qr(TEXT)
    assert render_png(matrix)

    with pytest.raises(SharingError) as caught:
        render_png(QrMatrix(TEXT + "1", matrix.version, matrix.rows))
    assert caught.value.reason is Reason.QR_NOT_READABLE


# -- pictures


@pytest.mark.parametrize("scale", [4, 7, 12])
def test_the_png_is_what_other_programs_read(scale: int) -> None:
    matrix = make_qr(TEXT)
    data = render_png(matrix, scale)
    side = (len(matrix.rows) + 2 * QUIET_ZONE) * scale

    with Image.open(io.BytesIO(data)) as picture:
        picture.load()
        assert (picture.size, picture.mode) == ((side, side), "L")
        frame = picture.crop((0, 0, side, QUIET_ZONE * scale))
        assert set(frame.tobytes()) == {255}
        assert picture.getpixel((QUIET_ZONE * scale, QUIET_ZONE * scale)) == 0
    assert read_codes(data) == (TEXT,)


def test_the_png_holds_nothing_but_the_picture() -> None:
    data = render_png(make_qr(TEXT))
    names, rest = [], data[8:]
    while rest:
        (length,) = struct.unpack(">I", rest[:4])
        assert zlib.crc32(rest[4 : 8 + length]) == struct.unpack(">I", rest[8 + length : 12 + length])[0]
        names.append(rest[4:8])
        rest = rest[12 + length :]

    assert names == [b"IHDR", b"IDAT", b"IEND"]


def test_the_svg_draws_the_same_code() -> None:
    matrix = make_qr(TEXT)
    drawing = defusedxml.ElementTree.fromstring(render_svg(matrix, 5), forbid_dtd=True)
    side = len(matrix.rows) + 2 * QUIET_ZONE

    assert drawing.get("viewBox") == f"0 0 {side} {side}"
    assert drawing.get("width") == drawing.get("height") == str(side * 5)
    assert [child.tag.rpartition("}")[2] for child in drawing] == ["path", "path"]
    assert _read_drawing(drawing, side) == [TEXT]


def _read_drawing(drawing: Element, side: int) -> list[str]:
    """Fills the runs of the black path, 4 pixels a module, and reads the result."""
    picture = Image.new("L", (side, side), 255)
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", drawing[1].get("d", "")):
        picture.paste(0, (int(x), int(y), int(x) + int(length), int(y) + 1))
    large = picture.resize((side * 4, side * 4), Image.Resampling.NEAREST)
    return [code.text for code in zxingcpp.read_barcodes(large)]


@pytest.mark.parametrize("scale", [0, 3, 41])
def test_other_scales_are_our_own_defect(scale: int) -> None:
    matrix = make_qr(TEXT)
    for render in (render_png, render_svg):
        with pytest.raises(ValueError, match="scale"):
            render(matrix, scale)
