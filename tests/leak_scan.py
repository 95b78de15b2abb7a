"""Looking through what leaves for words that were to stay: every wrapping is taken off, every stream and code is read.

Does not live here: making what leaves (`selections`), or any judgement.
"""

import base64
import binascii
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence

import zxingcpp
from joserfc.jwk import OKPKey
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import StreamObject

from tests.selections import WORD
from wallet.app.share_forms import LOCKED, ShareLock
from wallet.codecs import base64url
from wallet.errors import CodecError
from wallet.sharing import encrypted_share, link, qr_reader
from wallet.sharing.frames import FrameCollector, is_frame
from wallet.sharing.qr import QrMatrix, render_png

PASSPHRASE = b"words for the lock"
RECEIVER = OKPKey.generate_key("X25519")
_TOKEN_PART = re.compile(r"[A-Za-z0-9_-]{16,}")
_PICTURE = re.compile(r"base64,([A-Za-z0-9+/=]+)")
_DEPTH = 4  # a picture in a disclosure of a token in a share
_RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-\d+z")


def lock(number: int) -> ShareLock:
    """A lock of either kind in turn; `words_in` opens both."""
    if number % 2:
        return ShareLock(public_key=json.dumps(RECEIVER.as_dict(private=False)).encode())
    return ShareLock(bytearray(PASSPHRASE))


def words_of(texts: Iterable[str]) -> set[str]:
    """Every word in these texts, in the tokens and pictures that stand in them, and in those inside these."""
    found, look_into = set[str](), list(texts)
    for _ in range(_DEPTH):
        found |= {word for text in look_into for word in WORD.findall(text)}
        tokens = [part for text in look_into for part in _TOKEN_PART.findall(text)]
        pictures = [part for text in look_into for part in _PICTURE.findall(text)]
        look_into = [*map(_token_part, tokens), *map(_picture, pictures)]
    return found


def words_in(data: bytes, kind: str) -> set[str]:
    """Every word in the bytes of a share, whatever they are wrapped in."""
    texts = [data.decode("latin-1"), *_unwrapped(data, kind)]
    texts += [link.decode_link(text.strip()).decode() for text in texts if text.startswith("ler-wallet:")]
    return words_of(texts)


def words_in_frames(codes: Sequence[QrMatrix]) -> set[str]:
    """Every word in a row of codes, each read from its picture."""
    collector = FrameCollector()
    pictures = [render_png(code) for code in codes]
    texts = [text for picture in pictures for text in qr_reader.read_codes(picture)]
    assert len(texts) == len(codes)
    assert all(map(is_frame, texts))
    links = [whole for whole in map(collector.add, texts) if whole is not None]
    assert len(links) == 1
    opened = [link.decode_link(one).decode() for one in links]
    return words_of([*texts, *(picture.decode("latin-1") for picture in pictures), *opened])


def pictures_in(pdf: bytes) -> int:
    """How many pictures are drawn in a PDF."""
    return sum(len(page.images) for page in PdfReader(io.BytesIO(pdf)).pages)


def _unwrapped(data: bytes, kind: str) -> Iterator[str]:
    if kind == ".png":
        yield from qr_reader.read_codes(data)
    elif kind == ".svg":
        yield from _codes_in_drawing(data.decode("ascii"))
    elif kind == ".zip":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                yield f"{entry.filename} {entry.comment!r} {entry.extra!r}"
                yield archive.read(entry).decode("latin-1")
    elif kind == ".pdf":
        yield from _texts_in_pdf(PdfReader(io.BytesIO(data)))
    elif kind == LOCKED:
        yield _unlocked(data).decode("latin-1")


def _unlocked(data: bytes) -> bytes:
    if encrypted_share.needs_passphrase(data):
        return encrypted_share.decrypt(data, passphrase=bytearray(PASSPHRASE))
    return encrypted_share.decrypt(data, private_key=json.dumps(RECEIVER.as_dict(private=True)).encode())


def _texts_in_pdf(reader: PdfReader) -> Iterator[str]:
    """What people read, and what they do not: properties, attachments, every stream and every text of every object."""
    for page in reader.pages:
        yield page.extract_text()
    yield str(reader.metadata)
    yield str(reader.xmp_metadata and reader.xmp_metadata.stream.get_data())
    for name, parts in reader.attachments.items():
        yield name
        yield from (part.decode("latin-1") for part in parts)
    for number in range(1, int(str(reader.trailer["/Size"]))):
        found = reader.get_object(number)
        yield str(found)
        if isinstance(found, StreamObject):
            yield found.get_data().decode("latin-1")


def _codes_in_drawing(drawing: str) -> Sequence[str]:
    """Fills the runs of the black path, 4 pixels a module, and reads the result."""
    side = int(re.findall(r'viewBox="0 0 (\d+)', drawing)[0])
    picture = Image.new("L", (side, side), 255)
    for x, y, length in _RUN.findall(drawing):
        picture.paste(0, (int(x), int(y), int(x) + int(length), int(y) + 1))
    large = picture.resize((side * 4, side * 4), Image.Resampling.NEAREST)
    return [code.text for code in zxingcpp.read_barcodes(large)]


def _token_part(part: str) -> str:
    try:
        return base64url.decode_strict(part).decode("latin-1")
    except CodecError:
        return ""


def _picture(part: str) -> str:
    try:
        return base64.b64decode(part).decode("latin-1")
    except binascii.Error:
        return ""
