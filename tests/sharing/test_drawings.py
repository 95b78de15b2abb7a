"""Codes drawn as SVG: ours are painted and read, any other drawing is no picture to us."""

import re

import pytest

from wallet.errors import Reason, SharingError
from wallet.sharing.qr import make_qr, render_svg
from wallet.sharing.qr_reader import is_picture, read_codes

LINK = "ler-wallet:#1." + "1234567890" * 20


def test_a_drawing_of_our_own_is_painted_and_read() -> None:
    for scale in (4, 8, 40):
        drawing = render_svg(make_qr(LINK), scale)
        assert is_picture(drawing)
        assert read_codes(drawing) == (LINK,)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"</svg>", b"<script>alert(1)</script></svg>"),
        (b"<path fill", b'<image href="file:///etc/passwd"/><path fill'),
        (b'fill="#fff"', b'fill="#000"'),
        (b'z"/></svg>', b'z M1 1"/></svg>'),
        (b"M4 4h", b"M999 4h"),
        (b"M4 4h7", b"M4 4h999"),
        (b"v1h-7z", b"v1h-6z"),
        (b'shape-rendering="crispEdges"', b'onload="x()"'),
    ],
)
def test_any_other_drawing_is_no_picture(old: bytes, new: bytes) -> None:
    drawing = render_svg(make_qr(LINK))
    assert drawing.count(old) >= 1
    other = drawing.replace(old, new, 1)
    assert not is_picture(other)
    with pytest.raises(SharingError) as refused:
        read_codes(other)
    assert refused.value.reason is Reason.PICTURE_NOT_READABLE


def test_a_huge_drawing_is_no_picture() -> None:
    drawing = render_svg(make_qr(LINK))
    assert not is_picture(drawing + b" " * 1_000_000)
    side = re.findall(rb"viewBox=\"0 0 (\d+)", drawing)[0]
    assert not is_picture(
        drawing.replace(side + b" " + side, b"999 999").replace(b"h" + side + b"v" + side, b"h999v999")
    )
