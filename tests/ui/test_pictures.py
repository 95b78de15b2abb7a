"""Badge pictures: where they are found, and how they come back from the process that decodes them."""

import base64
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from wallet.credentials.model import Credential, Image, Issuer
from wallet.ui.pictures import Pictures, picture_bytes


def encoded(width: int, height: int, kind: str = "PNG") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#a03020"))
    body = QByteArray()
    buffer = QBuffer(body)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)  # type: ignore[call-overload]
    return bytes(body.data())


def credential(image: str | None) -> Credential:
    picture = Image(image) if image else None
    return Credential(None, (), None, None, Issuer("did:example:i"), (), None, None, image=picture)


@pytest.fixture
def pictures(qapp: QApplication) -> Iterator[Pictures]:
    del qapp
    made = Pictures()
    yield made
    made.close()


def test_a_picture_is_made_small_and_keeps_its_shape_and_colour(pictures: Pictures) -> None:
    image = pictures.decode(encoded(900, 300))
    assert image is not None
    assert (image.width(), image.height()) == (192, 64)
    assert image.pixelColor(10, 10).name() == "#a03020"


def test_a_small_picture_stays_as_it_is(pictures: Pictures) -> None:
    image = pictures.decode(encoded(7, 5))
    assert image is not None
    assert (image.width(), image.height()) == (7, 5)


def test_a_jpeg_is_shown_too(pictures: Pictures) -> None:
    assert pictures.decode(encoded(40, 40, "JPEG")) is not None


def test_what_is_no_picture_is_not_shown(pictures: Pictures) -> None:
    assert pictures.decode(None) is None
    assert pictures.decode(b'<svg xmlns="http://www.w3.org/2000/svg"/>') is None
    assert pictures.decode(encoded(10, 10, "BMP")) is None


def test_a_baked_picture_is_its_own_badge() -> None:
    assert picture_bytes(credential(None), b"\x89PNG\r\n\x1a\nrest") == b"\x89PNG\r\n\x1a\nrest"


def test_a_picture_inside_is_found_and_an_address_is_not_fetched() -> None:
    inside = "data:image/png;base64," + base64.b64encode(b"\x89PNG").decode()
    assert picture_bytes(credential(inside), b"{}") == b"\x89PNG"
    assert picture_bytes(credential("https://example.org/badge.png"), b"{}") is None
    assert picture_bytes(credential("data:image/svg+xml;base64,AAAA"), b"{}") is None
    assert picture_bytes(credential("data:image/png;base64,&&&"), b"{}") is None
    assert picture_bytes(credential("file:///etc/passwd"), b"{}") is None
