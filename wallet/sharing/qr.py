"""Drawing QR codes: a link as a byte and a digit segment, painted as PNG or SVG, read back before it is handed out.

Lives here: the smallest code that holds a link, our own painters, the read-back. Does not live here: making the link
(`link`) or reading pictures that come from outside (`qr_reader`).
"""

import re
import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wallet.errors import Reason, SharingError

MAX_VERSION = 25
"""Larger codes are hard for phone cameras (`sharing.md` section 2); 117 modules a side."""
MAX_CODE_BYTES = 1000
"""Data codewords of a version 25 code at level M. Source: ISO/IEC 18004, table 7."""
QUIET_ZONE = 4
MIN_SCALE = 4
MAX_SCALE = 40

# ISO/IEC 18004, table 2 and table 3: the mode indicator, and the character count indicators of versions 10 to 26.
_MODE_BITS = 4
_BYTE_COUNT_BITS = 16
_DIGIT_COUNT_BITS = 12
_BITS_OF_DIGITS = (0, 4, 7)

# Digits at the end of a link are worth a segment of their own when they are many; a short run costs more than it saves.
_MIN_DIGITS = 24
_LINK = re.compile(r"(?P<text>[!-~]*?)(?P<digits>[0-9]*)", re.ASCII)

# What `render_svg` writes, and nothing else.
_RUN = re.compile(rb"M(\d{1,3}) (\d{1,3})h(\d{1,3})v1h-\3z")
_DRAWING = re.compile(
    rb'<svg xmlns="http://www\.w3\.org/2000/svg" width="\d{1,5}" height="\d{1,5}" '
    rb'viewBox="0 0 (?P<side>\d{1,3}) (?P=side)" shape-rendering="crispEdges">'
    rb'<path fill="#fff" d="M0 0h(?P=side)v(?P=side)H0z"/><path d="(?P<runs>[Mhvz0-9 -]*)"/></svg>\s*'
)
_MOST_MODULES = 17 + 4 * MAX_VERSION
_LONGEST_DRAWING = 300_000

_BLACK = b"\x00"
_WHITE = b"\xff"
_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class QrMatrix:
    """A QR code that was read back correctly.

    Attributes:
        link: the text it holds.
        version: 1 to 25; the code is `17 + 4 * version` modules a side, quiet zone not counted.
        rows: one string of bytes per row of modules, 1 for dark and 0 for light.
    """

    link: str
    version: int
    rows: Sequence[bytes]


def make_qr(link: str) -> QrMatrix:
    """The smallest code of level M that holds a link, its trailing digits in the dense numeric mode.

    Args:
        link: printable ASCII without spaces.

    Raises:
        SharingError: TOO_BIG_FOR_QR beyond version 25, LINK_MALFORMED for other letters, QR_NOT_READABLE when our own
            decoder does not read the very same text back.
    """
    require_room(link)
    version, rows = _draw(*_segments(link))
    matrix = QrMatrix(link, version, rows)
    _require_readable(link, _paint(matrix, MIN_SCALE))
    return matrix


def require_room(link: str) -> None:
    """Whether a link fits, without drawing it.

    Raises:
        SharingError: TOO_BIG_FOR_QR, LINK_MALFORMED.
    """
    needed = (_bits_of(*_segments(link)) + 7) // 8
    if needed > MAX_CODE_BYTES:
        raise SharingError(Reason.TOO_BIG_FOR_QR, f"{needed} bytes of {MAX_CODE_BYTES}")


def render_png(matrix: QrMatrix, scale: int = 8) -> bytes:
    """The code as a grey-scale PNG with its quiet zone, read back from its pixels before it is handed out.

    Args:
        scale: pixels per module, 4 to 40.

    Raises:
        SharingError: QR_NOT_READABLE.

    Source: PNG (ISO/IEC 15948), sections 5 and 11.2: colour type 0, eight bits, filter 0.
    """
    lines = _paint(matrix, _checked(scale))
    _require_readable(matrix.link, lines)
    return _png(lines)


def _png(lines: Sequence[bytes]) -> bytes:
    side = len(lines)
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\x00" + line for line in lines), 9)
    chunks = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    return _PNG_SIGNATURE + b"".join(_chunk(name, body) for name, body in chunks)


def render_svg(matrix: QrMatrix, scale: int = 8) -> bytes:
    """The code as an SVG with its quiet zone: one white square, one black path, no script, no reference, no text.

    Args:
        scale: pixels per module at the picture's natural size, 4 to 40.
    """
    side = len(matrix.rows) + 2 * QUIET_ZONE
    natural = side * _checked(scale)
    runs = "".join(
        f"M{start + QUIET_ZONE} {row + QUIET_ZONE}h{length}v1h-{length}z"
        for row, modules in enumerate(matrix.rows)
        for start, length in _dark_runs(modules)
    )
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{natural}" height="{natural}" viewBox="0 0 {side} {side}" '
        f'shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{side}v{side}H0z"/><path d="{runs}"/></svg>\n'
    )
    return text.encode("ascii")


def drawing_to_png(svg: bytes) -> bytes | None:
    """The code in a drawing that `render_svg` wrote, as a PNG; None for any other drawing, whatever it looks like."""
    found = _DRAWING.fullmatch(svg) if len(svg) <= _LONGEST_DRAWING else None
    if found is None:
        return None
    size = int(found["side"]) - 2 * QUIET_ZONE
    if not 0 < size <= _MOST_MODULES or _RUN.sub(b"", found["runs"]):
        return None
    rows = [bytearray(size) for _ in range(size)]
    for run in _RUN.finditer(found["runs"]):
        start, row, length = int(run[1]) - QUIET_ZONE, int(run[2]) - QUIET_ZONE, int(run[3])
        if not (0 <= row < size and 0 <= start < start + length <= size):
            return None
        rows[row][start : start + length] = b"\x01" * length
    return _png(_paint(QrMatrix("", 0, [bytes(row) for row in rows]), MIN_SCALE))


def _segments(link: str) -> tuple[str, str]:
    """The part for the byte mode and the part for the digit mode ("" when there are only few digits)."""
    match = _LINK.fullmatch(link)
    if match is None or not link:
        raise SharingError(Reason.LINK_MALFORMED, "not printable ASCII")
    if len(match["digits"]) < _MIN_DIGITS:
        return link, ""
    return match["text"], match["digits"]


def _bits_of(text: str, digits: str) -> int:
    """How many bits two segments take in a code of version 10 to 26; smaller versions take a few less."""
    bits = 0
    if text:
        bits += _MODE_BITS + _BYTE_COUNT_BITS + 8 * len(text)
    if digits:
        bits += _MODE_BITS + _DIGIT_COUNT_BITS + 10 * (len(digits) // 3) + _BITS_OF_DIGITS[len(digits) % 3]
    return bits


def _draw(text: str, digits: str) -> tuple[int, Sequence[bytes]]:
    """The version and the modules. The library is loaded only when a code is drawn."""
    import qrcode  # noqa: PLC0415 - not needed to start the program
    from qrcode import util  # noqa: PLC0415

    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=0)
    if text:
        code.add_data(util.QRData(text.encode("ascii"), mode=util.MODE_8BIT_BYTE))
    if digits:
        code.add_data(util.QRData(digits.encode("ascii"), mode=util.MODE_NUMBER))
    code.make(fit=True)
    return code.version, tuple(bytes(map(bool, row)) for row in code.modules)


def _paint(matrix: QrMatrix, scale: int) -> Sequence[bytes]:
    """The pixels, one string of grey values per line, quiet zone included."""
    side = (len(matrix.rows) + 2 * QUIET_ZONE) * scale
    margin = _WHITE * (QUIET_ZONE * scale)
    quiet = [_WHITE * side] * (QUIET_ZONE * scale)
    dots = (_WHITE * scale, _BLACK * scale)
    lines = [margin + b"".join(dots[module] for module in row) + margin for row in matrix.rows]
    return [*quiet, *(line for line in lines for _ in range(scale)), *quiet]


def _require_readable(link: str, lines: Sequence[bytes]) -> None:
    import zxingcpp  # noqa: PLC0415 - not needed to start the program

    pixels = memoryview(b"".join(lines)).cast("B", (len(lines), len(lines[0])))
    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(pixels, formats=formats, text_mode=zxingcpp.TextMode.Plain)
    if [code.text for code in found] != [link]:
        raise SharingError(Reason.QR_NOT_READABLE, f"{len(found)} codes read back")


def _dark_runs(modules: bytes) -> Iterable[tuple[int, int]]:
    """Where each run of dark modules starts, and its length."""
    return ((run.start(), len(run[0])) for run in re.finditer(b"\x01+", modules))


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _checked(scale: int) -> int:
    if not MIN_SCALE <= scale <= MAX_SCALE:
        raise ValueError("scale")
    return scale
