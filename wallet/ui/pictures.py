"""Badge pictures: found in a credential, decoded by another process, handed over as images.

Addresses are never fetched, and SVG is not drawn. Everything here is called on worker threads.
"""

import base64
import binascii
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from wallet.app.thumbnails import Thumbnail, ThumbnailMaker

if TYPE_CHECKING:
    from wallet.credentials.model import Credential

_PNG = b"\x89PNG\r\n\x1a\n"
_HEADS = ("data:image/png;base64", "data:image/jpeg;base64")


class Pictures:
    """Turns the bytes of a picture into a small image."""

    def __init__(self) -> None:
        self._maker = ThumbnailMaker()

    def decode(self, data: bytes | None) -> QImage | None:
        """A small copy of a PNG or JPEG picture, None for anything else, too large or damaged."""
        return _image(self._maker.make(data) if data is not None else None)

    def decode_large(self, data: bytes) -> QImage | None:
        """A copy to look at; None as `decode`."""
        return _image(self._maker.make_large(data))

    def close(self) -> None:
        """Ends the decoding process."""
        self._maker.close()


def _image(made: Thumbnail | None) -> QImage | None:
    if made is None:
        return None
    image = QImage(made.pixels, made.width, made.height, made.width * 4, QImage.Format.Format_RGBA8888)
    return image.copy()  # an image of its own, not a view of Python's bytes


def picture_bytes(credential: "Credential", original: bytes) -> bytes | None:
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


def _from_data_url(address: str) -> bytes | None:
    head, comma, body = address.partition(",")
    if not comma or head.lower() not in _HEADS:
        return None
    try:
        return base64.b64decode(body, validate=True)
    except (binascii.Error, ValueError):
        return None
