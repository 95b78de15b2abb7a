"""Badge art for the sample credentials: one description, drawn as SVG text or as a small PNG.

Lives here: frames (hexagon, circle, shield, star), glyphs made of strokes, a distance-based rasteriser and a
PNG writer. Standard library only; the same description gives the same bytes on every run.
"""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
Colour = tuple[int, int, int]

# Everything is drawn on a 100 x 100 canvas; glyphs sit on a 24 x 24 grid in its middle.
CANVAS = 100.0
GLYPH_GRID = 24.0
GLYPH_SCALE = 2.0
GLYPH_STROKE = 1.8 * GLYPH_SCALE
RING_WIDTH = 1.6
RING_INSET = 0.8
RING_OPACITY = 0.55


@dataclass(frozen=True, slots=True)
class Glyph:
    """Strokes on the glyph grid: open lines, and rings of (centre x, centre y, radius)."""

    lines: Sequence[Sequence[Point]] = ()
    rings: Sequence[tuple[float, float, float]] = ()


@dataclass(frozen=True, slots=True)
class Art:
    """One badge picture: the outline of its frame, the colours at its top and bottom, and what is in it."""

    frame: Sequence[Point]
    top: Colour
    bottom: Colour
    glyph: Glyph


def _round(points: Iterable[Point]) -> tuple[Point, ...]:
    """Three decimals: sine and cosine differ in the last bit between machines, and the bytes must not."""
    return tuple((round(x, 3), round(y, 3)) for x, y in points)


def _around(count: int, radius: Callable[[int], float], turn: float = -90.0) -> tuple[Point, ...]:
    """Points round the middle of the canvas, the first at `turn` degrees."""
    angles = [math.radians(turn + 360.0 * number / count) for number in range(count)]
    return _round(
        (50 + radius(number) * math.cos(angle), 50 + radius(number) * math.sin(angle))
        for number, angle in enumerate(angles)
    )


HEXAGON = _around(6, lambda _: 48.0)
CIRCLE = _around(64, lambda _: 45.0)
STAR = _around(24, lambda number: 48.0 if number % 2 == 0 else 43.0)
_SHIELD_RIGHT = ((60, 8.5), (72, 11.8), (86, 12.5), (88, 30), (87, 46), (83, 60), (75, 74), (63, 87))
SHIELD = _round([(50, 3), *_SHIELD_RIGHT, (50, 97), *((100 - x, y) for x, y in reversed(_SHIELD_RIGHT))])

SCISSORS = Glyph(
    lines=[[(20, 4), (8.2, 15.8)], [(14.5, 14.5), (20, 20)], [(8.2, 8.2), (12, 12)]],
    rings=[(6, 6, 3), (6, 18, 3)],
)
COINS = Glyph(
    lines=[[(9, 6.2), (9, 11.8)], [(7.2, 7.4), (10.6, 7.4)], [(16, 12.4), (16, 17.6)]],
    rings=[(9, 9, 6), (16, 15, 5)],
)
SPEECH = Glyph(
    lines=[
        [(3, 4), (15, 4), (15, 12), (8, 12), (4.5, 15), (4.5, 12), (3, 12), (3, 4)],
        [(18, 9), (21, 9), (21, 17), (19.5, 17), (19.5, 20), (16, 17), (10, 17), (10, 15)],
        [(6, 8), (12, 8)],
    ]
)
HEART = Glyph(
    lines=[
        [(12, 20), (4.2, 12), (3, 9), (4, 6), (6.8, 4.4), (9.6, 5), (12, 7.4)],
        [(12, 7.4), (14.4, 5), (17.2, 4.4), (20, 6), (21, 9), (19.8, 12), (12, 20)],
        [(4, 12), (9, 12), (10.5, 9.5), (13, 14.5), (14.5, 12), (20, 12)],
    ]
)
BRACKETS = Glyph(lines=[[(8, 6), (2, 12), (8, 18)], [(16, 6), (22, 12), (16, 18)], [(13.5, 5), (10.5, 19)]])
PEOPLE = Glyph(
    lines=[
        [(3, 20), (3, 17.5), (5, 15.4), (13, 15.4), (15, 17.5), (15, 20)],
        [(17, 15.6), (19.4, 16), (21, 18), (21, 20)],
        [(16, 4.6), (18.4, 6.4), (18.4, 9.6), (16, 11.4)],
    ],
    rings=[(9, 8, 4)],
)
BULB = Glyph(
    lines=[
        [(9, 17), (9, 15), (6.6, 12.4), (6, 9.5), (7, 6.4), (9.4, 4.4), (12, 3.8)],
        [(12, 3.8), (14.6, 4.4), (17, 6.4), (18, 9.5), (17.4, 12.4), (15, 15), (15, 17)],
        [(9, 17), (15, 17)],
        [(10, 20.5), (14, 20.5)],
    ]
)
FORKLIFT = Glyph(
    lines=[
        [(4, 15), (4, 9.5), (9, 9.5), (9, 4), (12.5, 4), (15.5, 13), (15.5, 16.5), (14.4, 16.5)],
        [(9, 9.5), (14.2, 9.5)],
        [(8.6, 17), (10.4, 17)],
        [(18.5, 5), (18.5, 18.5), (22, 18.5)],
    ],
    rings=[(6.5, 17, 2.1), (12.5, 17, 2.1)],
)
SPARK = Glyph(
    lines=[
        [(12, 3), (12, 8)],
        [(12, 16), (12, 21)],
        [(3, 12), (8, 12)],
        [(16, 12), (21, 12)],
        [(5.5, 5.5), (8.5, 8.5)],
        [(15.5, 15.5), (18.5, 18.5)],
        [(18.5, 5.5), (15.5, 8.5)],
        [(8.5, 15.5), (5.5, 18.5)],
    ]
)
WAVES = Glyph(
    lines=[
        [(2, 15), (5, 13), (8, 15), (11, 17), (14, 15), (17, 13), (22, 15)],
        [(2, 20), (5, 18), (8, 20), (11, 22), (14, 20), (17, 18), (22, 20)],
        [(5, 11), (9.5, 6.5), (14, 9.5), (17, 11)],
    ],
    rings=[(17.5, 6, 2.2)],
)


def render_svg(art: Art) -> str:
    """The picture as an SVG document (UTF-8, without declaration or DOCTYPE)."""
    ring = _scaled(art.frame, RING_INSET)
    lines = "".join(f"M{_path(_on_canvas(line))}" for line in art.glyph.lines)
    rings = "".join(
        f'<circle cx="{x:g}" cy="{y:g}" r="{r * GLYPH_SCALE:g}"/>' for x, y, r in _placed_rings(art)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="200" height="200">\n'
        '<defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1">'
        f'<stop offset="0" stop-color="{_hex(art.top)}"/><stop offset="1" stop-color="{_hex(art.bottom)}"/>'
        "</linearGradient></defs>\n"
        f'<path fill="url(#g)" d="M{_path(art.frame)}Z"/>\n'
        f'<path fill="none" stroke="#fff" stroke-opacity="{RING_OPACITY}" stroke-width="{RING_WIDTH}" '
        f'd="M{_path(ring)}Z"/>\n'
        f'<g fill="none" stroke="#fff" stroke-width="{GLYPH_STROKE:g}" stroke-linecap="round" '
        f'stroke-linejoin="round"><path d="{lines}"/>{rings}</g>\n</svg>\n'
    )


def render_png(art: Art, size: int) -> bytes:
    """The picture as a PNG of `size` x `size` pixels, 8-bit RGBA, edges smoothed over one pixel."""
    painter = _Painter(art, CANVAS / size)
    rows = []
    for row in range(size):
        y = (row + 0.5) * CANVAS / size
        pixels = b"".join(painter.pixel((column + 0.5) * CANVAS / size, y) for column in range(size))
        # PNG filter 1 (Sub): each byte less the one four before it, so that even stretches become zeros.
        filtered = bytes(
            (value - before) & 0xFF for value, before in zip(pixels, bytes(4) + pixels, strict=False)
        )
        rows.append(b"\x01" + filtered)
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, body)
        for kind, body in ((b"IHDR", header), (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b""))
    )


class _Painter:
    """Decides one pixel's colour from its distance to the frame's edge and to the glyph's strokes."""

    def __init__(self, art: Art, pixel: float) -> None:
        self._art = art
        self._pixel = pixel
        self._edge = _segments([*art.frame, art.frame[0]])
        ring = _scaled(art.frame, RING_INSET)
        self._ring = _segments([*ring, ring[0]])
        self._strokes = [piece for line in art.glyph.lines for piece in _segments(_on_canvas(line))]
        self._circles = [(x, y, r * GLYPH_SCALE) for x, y, r in _placed_rings(art)]

    def pixel(self, x: float, y: float) -> bytes:
        distance = _nearest(self._edge, x, y)
        cover = self._cover(distance if _inside(self._art.frame, x, y) else -distance)
        if cover == 0:
            return bytes(4)
        share = y / CANVAS
        white = max(
            self._glyph(x, y), RING_OPACITY * self._cover(RING_WIDTH / 2 - _nearest(self._ring, x, y))
        )
        colour = (
            round((a + (b - a) * share) * (1 - white) + 255 * white)
            for a, b in zip(self._art.top, self._art.bottom, strict=True)
        )
        return bytes([*colour, round(255 * cover)])

    def _glyph(self, x: float, y: float) -> float:
        distance = _nearest(self._strokes, x, y)
        for cx, cy, radius in self._circles:
            distance = min(distance, abs(math.sqrt((x - cx) ** 2 + (y - cy) ** 2) - radius))
        return self._cover(GLYPH_STROKE / 2 - distance)

    def _cover(self, inside: float) -> float:
        """How much of a pixel is covered, from how far its middle lies inside an edge."""
        return min(1.0, max(0.0, inside / self._pixel + 0.5))


Segment = tuple[float, float, float, float, float]


def _segments(points: Sequence[Point]) -> list[Segment]:
    """Start, direction and squared length of each piece of a line."""
    return [
        (ax, ay, bx - ax, by - ay, (bx - ax) ** 2 + (by - ay) ** 2) for (ax, ay), (bx, by) in pairwise(points)
    ]


def _nearest(segments: Sequence[Segment], x: float, y: float) -> float:
    best = math.inf
    for ax, ay, dx, dy, squared in segments:
        along = min(1.0, max(0.0, ((x - ax) * dx + (y - ay) * dy) / squared))
        best = min(best, (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2)
    return math.sqrt(best)


def _inside(polygon: Sequence[Point], x: float, y: float) -> bool:
    """Even-odd rule."""
    crossings = 0
    for (ax, ay), (bx, by) in zip(polygon, (*polygon[1:], polygon[0]), strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            crossings += 1
    return crossings % 2 == 1


def _scaled(points: Sequence[Point], factor: float) -> tuple[Point, ...]:
    return _round((50 + (x - 50) * factor, 50 + (y - 50) * factor) for x, y in points)


def _on_canvas(points: Sequence[Point]) -> tuple[Point, ...]:
    middle = GLYPH_GRID / 2
    return _round((50 + (x - middle) * GLYPH_SCALE, 50 + (y - middle) * GLYPH_SCALE) for x, y in points)


def _placed_rings(art: Art) -> list[tuple[float, float, float]]:
    placed = _on_canvas([(x, y) for x, y, _ in art.glyph.rings])
    return [(x, y, r) for (x, y), (_, _, r) in zip(placed, art.glyph.rings, strict=True)]


def _path(points: Sequence[Point]) -> str:
    return "L".join(f"{x:g} {y:g}" for x, y in _tenths(points))


def _tenths(points: Sequence[Point]) -> Iterable[Point]:
    return ((round(x, 1), round(y, 1)) for x, y in points)


def _hex(colour: Colour) -> str:
    return "#" + bytes(colour).hex()


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
