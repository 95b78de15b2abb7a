"""Badge pictures: which are decoded, and how much they may ask for."""

import base64
import struct
import zlib

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from wallet.credentials.model import Credential, Image, Issuer
from wallet.ui.pictures import EDGE, decode_picture, picture_bytes


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


def header_of(width: int, height: int) -> bytes:
    """A PNG that is nothing but a promise of this many pixels."""
    body = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + body
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))


def test_a_picture_is_made_small_and_keeps_its_shape(qapp: QApplication) -> None:
    del qapp
    image = decode_picture(encoded(900, 300))
    assert image is not None
    assert (image.width(), image.height()) == (EDGE, EDGE // 3)


def test_a_jpeg_is_shown_too(qapp: QApplication) -> None:
    del qapp
    assert decode_picture(encoded(40, 40, "JPEG")) is not None


def test_a_picture_with_too_many_pixels_is_not_decoded(qapp: QApplication) -> None:
    del qapp
    assert decode_picture(header_of(2_000_000_000, 2_000_000_000)) is None
    assert decode_picture(header_of(5000, 5000)) is None


def test_other_kinds_are_not_decoded(qapp: QApplication) -> None:
    del qapp
    assert decode_picture(b'<svg xmlns="http://www.w3.org/2000/svg"/>') is None
    assert decode_picture(encoded(10, 10, "BMP")) is None
    assert decode_picture(encoded(40, 40)[:60]) is None
    assert decode_picture(None) is None


def test_a_baked_picture_is_its_own_badge() -> None:
    assert picture_bytes(credential(None), b"\x89PNG\r\n\x1a\nrest") == b"\x89PNG\r\n\x1a\nrest"


def test_a_picture_inside_is_found_and_an_address_is_not_fetched() -> None:
    inside = "data:image/png;base64," + base64.b64encode(b"\x89PNG").decode()
    assert picture_bytes(credential(inside), b"{}") == b"\x89PNG"
    assert picture_bytes(credential("https://example.org/badge.png"), b"{}") is None
    assert picture_bytes(credential("data:image/svg+xml;base64,AAAA"), b"{}") is None
    assert picture_bytes(credential("data:image/png;base64,&&&"), b"{}") is None
    assert picture_bytes(credential("file:///etc/passwd"), b"{}") is None
