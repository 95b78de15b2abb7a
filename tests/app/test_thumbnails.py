"""Pictures made small in a process of their own: what comes back, and what trouble stays there."""

import io
import struct
import threading
import zlib
from collections.abc import Iterator

import pytest
from PIL import Image

from tests.shared_data import shared
from wallet.app.thumbnail_process import answer, small_copy
from wallet.app.thumbnails import MAX_BYTES, ThumbnailMaker


@pytest.fixture
def maker() -> Iterator[ThumbnailMaker]:
    made = ThumbnailMaker()
    yield made
    made.close()


def picture(width: int, height: int, kind: str = "PNG", mode: str = "RGB") -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (width, height), (160, 48, 32)).convert(mode).save(stream, kind)
    return stream.getvalue()


def promised(width: int, height: int) -> bytes:
    """A PNG that is nothing but a promise of this many pixels."""
    chunk = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))


def test_a_picture_comes_back_small_in_its_shape(maker: ThumbnailMaker) -> None:
    made = maker.make(picture(1000, 500))
    assert made is not None
    assert (made.width, made.height) == (192, 96)
    assert len(made.pixels) == 192 * 96 * 4
    assert made.pixels[:4] == bytes((160, 48, 32, 255))


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1"])
def test_every_kind_of_colour_is_shown(maker: ThumbnailMaker, mode: str) -> None:
    assert maker.make(picture(20, 10, mode=mode)) is not None


def test_one_child_serves_many_pictures(maker: ThumbnailMaker) -> None:
    widths = []
    for edge in range(1, 30):
        made = maker.make(picture(edge, edge))
        assert made is not None
        widths.append(made.width)
    assert widths == list(range(1, 30))


def test_several_threads_may_ask(maker: ThumbnailMaker) -> None:
    widths: dict[int, int] = {}

    def ask(edge: int) -> None:
        made = maker.make(picture(edge, 3))
        widths[edge] = made.width if made else 0

    threads = [threading.Thread(target=ask, args=(edge,)) for edge in range(1, 9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert widths == {edge: edge for edge in range(1, 9)}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"<svg/>",
        promised(2**31 - 1, 2**31 - 1),
        promised(5000, 5000),
        picture(40, 40)[:60],
        b"\xff\xd8\xff" + b"\0" * 500,
        picture(40, 40) + b"\0" * MAX_BYTES,
    ],
    ids=["empty", "gif", "svg", "endless", "too many pixels", "cut", "no jpeg", "too many bytes"],
)
def test_trouble_is_not_shown_and_the_next_picture_is(maker: ThumbnailMaker, data: bytes) -> None:
    assert maker.make(data) is None
    assert maker.make(picture(20, 20)) is not None


def test_broken_pictures_of_others_never_end_the_service(maker: ThumbnailMaker) -> None:
    files = [
        *sorted(shared("adversarial", "pngsuite").rglob("*.png")),
        *sorted(shared("adversarial", "libpng").rglob("*.png")),
    ]
    assert files
    for file in files:
        maker.make(file.read_bytes())
    assert maker.make(picture(20, 20)) is not None


def test_a_child_that_died_is_replaced(maker: ThumbnailMaker) -> None:
    assert maker.make(picture(20, 20)) is not None
    child = maker._child
    assert child is not None
    child.kill()
    child.wait()
    assert maker.make(picture(20, 20)) is None
    assert maker.make(picture(20, 20)) is not None


def test_a_picture_that_takes_too_long_is_given_up() -> None:
    maker = ThumbnailMaker(max_seconds=0.0)
    try:
        assert maker.make(picture(3000, 3000)) is None
    finally:
        maker.close()


def test_the_child_ends_with_the_maker() -> None:
    maker = ThumbnailMaker()
    assert maker.make(picture(20, 20)) is not None
    child = maker._child
    assert child is not None
    maker.close()
    assert child.poll() is not None


def test_the_childs_side_by_itself() -> None:
    assert small_copy(picture(400, 200))[:2] == (192, 96)
    assert answer(b"no picture") == struct.pack(">HH", 0, 0)
