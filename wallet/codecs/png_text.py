"""PNG files as a list of chunks, for the text they carry. No pixel is ever decoded.

Lives here: the chunk walker, reading `iTXt` and the keyword of `tEXt`/`zTXt`, adding one `iTXt` chunk.
Does not live here: which keyword means what (`wallet.credentials.baked_image`).
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from wallet.codecs.deflate import inflate_zlib
from wallet.errors import CodecError, Reason

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MAX_CHUNKS = 10_000
"""A 20 MB picture cut into 8 kB pieces has 2,500 chunks."""
MAX_INFLATED_BYTES = 1_000_000
"""The most a compressed text may unpack to."""

_HEADER_BYTES = 8  # length and type
_CRC_BYTES = 4
_IHDR_BYTES = 13
_MAX_CHUNK_BYTES = 2**31 - 1
_MAX_KEYWORD_BYTES = 79
_TEXT_TYPES = (b"tEXt", b"zTXt", b"iTXt")
_DEPTHS_FOR_COLOUR = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}


@dataclass(frozen=True, slots=True)
class TextChunk:
    """One text chunk that was not unpacked yet.

    Attributes:
        keyword: Latin-1, 1 to 79 characters, case matters.
        international: whether it is an `iTXt` chunk (UTF-8), the only kind `read_text` reads.
        body: the chunk's data behind the keyword and its NUL.
    """

    keyword: str
    international: bool
    body: bytes = field(repr=False)

    def read_text(self) -> bytes:
        """The text of an `iTXt` chunk as the UTF-8 bytes it was written with (not decoded here).

        Raises:
            CodecError: PNG_DAMAGED; PICTURE_TEXT_TOO_LARGE when it unpacks to more than `MAX_INFLATED_BYTES`.

        Source: PNG (Third Edition), section 11.3.3.4 iTXt.
        """
        flags, separator, text = self._split_international()
        if flags[0] > 1 or flags[1] != 0 or not separator:
            raise _damaged("iTXt compression")
        if flags[0] == 0:
            return text
        try:
            return inflate_zlib(text, limit=MAX_INFLATED_BYTES)
        except CodecError as error:
            if error.reason is Reason.FILE_TOO_LARGE:
                raise CodecError(Reason.PICTURE_TEXT_TOO_LARGE, error.detail) from error
            raise _damaged("iTXt compressed text") from error

    def _split_international(self) -> tuple[bytes, bytes, bytes]:
        """Compression flag and method; the NUL before the text (empty when missing); the text."""
        if not self.international or len(self.body) < len(b"\0\0"):
            raise _damaged("iTXt header")
        _language, _, rest = self.body[2:].partition(b"\0")
        _translated_keyword, separator, text = rest.partition(b"\0")
        return self.body[:2], separator, text


def read_text_chunks(png: bytes) -> Sequence[TextChunk]:
    """All text chunks up to IEND, in file order; what stands behind IEND is not part of the picture.

    Raises:
        CodecError: PNG_DAMAGED for a wrong signature, order, length, checksum or header, a missing IEND or
            too many chunks.

    Source: PNG (Third Edition), sections 5.3 (chunk layout), 5.6 (order) and 11.3.3 (text).
    """
    return [
        _text_chunk(kind, png[start:end]) for kind, start, end in _walk_chunks(png) if kind in _TEXT_TYPES
    ]


def add_text(png: bytes, keyword: str, text: str) -> bytes:
    """Bake a text in: an uncompressed `iTXt` chunk right behind IHDR; every other byte stays as it is.

    Raises:
        CodecError: PNG_DAMAGED when the picture is not sound; TEXT_INVALID for a keyword PNG does not allow.
    """
    read_text_chunks(png)
    name = keyword.encode("latin-1", "replace")
    if not keyword.isalnum() or not keyword.isascii() or len(name) > _MAX_KEYWORD_BYTES:
        raise CodecError(Reason.TEXT_INVALID, "PNG keyword")
    # keyword NUL, not compressed, method 0, no language NUL, no translated keyword NUL, text
    data = b"iTXt" + name + b"\0\0\0\0\0" + text.encode()
    chunk = (len(data) - 4).to_bytes(4) + data + zlib.crc32(data).to_bytes(4)
    behind_header = len(SIGNATURE) + _HEADER_BYTES + _IHDR_BYTES + _CRC_BYTES
    return png[:behind_header] + chunk + png[behind_header:]


def _walk_chunks(png: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Each chunk's type and the range of its data, after its checksum was compared."""
    if not png.startswith(SIGNATURE):
        raise _damaged("signature")
    position = len(SIGNATURE)
    view = memoryview(png)
    for number in range(MAX_CHUNKS):
        length = int.from_bytes(view[position : position + 4])
        kind = bytes(view[position + 4 : position + 8])
        start, end = position + _HEADER_BYTES, position + _HEADER_BYTES + length
        if length > _MAX_CHUNK_BYTES or end + _CRC_BYTES > len(png):
            raise _damaged("chunk length")
        if zlib.crc32(view[position + 4 : end]) != int.from_bytes(view[end : end + _CRC_BYTES]):
            raise _damaged("chunk checksum")
        if (number == 0) != (kind == b"IHDR"):
            raise _damaged("IHDR is not the first chunk, or not the only one")
        if number == 0:
            _check_header(bytes(view[start:end]))
        if kind == b"IEND":
            return
        yield kind, start, end
        position = end + _CRC_BYTES
    raise _damaged("too many chunks")


def _check_header(header: bytes) -> None:
    """Refuse what no decoder could show. Source: PNG (Third Edition), section 11.2.1 IHDR."""
    if len(header) != _IHDR_BYTES:
        raise _damaged("IHDR length")
    width, height = int.from_bytes(header[:4]), int.from_bytes(header[4:8])
    depth, colour, compression, filtering, interlace = header[8:]
    if not (0 < width <= _MAX_CHUNK_BYTES and 0 < height <= _MAX_CHUNK_BYTES):
        raise _damaged("IHDR size")
    if depth not in _DEPTHS_FOR_COLOUR.get(colour, ()) or compression or filtering or interlace > 1:
        raise _damaged("IHDR colour or method")


def _text_chunk(kind: bytes, data: bytes) -> TextChunk:
    """A malformed keyword is let pass: it is nobody's credential, and pictures carry odd comments."""
    keyword, _, body = data.partition(b"\0")
    return TextChunk(keyword[: _MAX_KEYWORD_BYTES + 1].decode("latin-1"), kind == b"iTXt", body)


def _damaged(what: str) -> CodecError:
    return CodecError(Reason.PNG_DAMAGED, what)
