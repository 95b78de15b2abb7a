"""Badge pictures: found in a credential, decoded small, off the window's thread.

Lives here: the limits. Only PNG and JPEG are decoded, the header is read before any pixel, and a picture
larger than 16 million pixels is not shown. Addresses are never fetched; SVG is not drawn.
"""

import base64
import binascii

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from wallet.credentials.model import Credential

MAX_PIXELS = 16_000_000
MAX_BYTES = 4_000_000
EDGE = 192
"""Pictures are kept at most this wide and high, in device pixels: twice the largest place they are shown in."""

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"


def picture_bytes(credential: Credential, original: bytes) -> bytes | None:
    """The picture a credential carries: the baked image itself, else the first data: URL of its images."""
    if original.startswith(_PNG):
        return original
    achievement = credential.subject.achievement
    images = (credential.image, achievement.image if achievement else None, credential.issuer.image)
    for image in images:
        found = _from_data_url(image.id) if image is not None else None
        if found is not None:
            return found
    return None


def decode_picture(data: bytes | None) -> QImage | None:
    """A small copy of a PNG or JPEG picture, None for anything else, too large or damaged."""
    kind = _kind(data)
    if data is None or kind is None or len(data) > MAX_BYTES:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setDecideFormatFromContent(False)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MAX_PIXELS:
        return None
    if size.width() > EDGE or size.height() > EDGE:
        reader.setScaledSize(
            size.scaled(QSize(EDGE, EDGE), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
        )
    image = reader.read()
    return None if image.isNull() else image


def _kind(data: bytes | None) -> bytes | None:
    if data is None:
        return None
    if data.startswith(_PNG):
        return b"png"
    return b"jpeg" if data.startswith(_JPEG) else None


def _from_data_url(address: str) -> bytes | None:
    head, comma, body = address.partition(",")
    if not comma or head.lower() not in ("data:image/png;base64", "data:image/jpeg;base64"):
        return None
    try:
        return base64.b64decode(body, validate=True)
    except (binascii.Error, ValueError):
        return None
