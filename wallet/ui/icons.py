"""Our outline icons: SVG files of `resources/icons`, drawn in any colour.

An icon file is written with `currentColor`; here the colour of a token takes its place, so that no icon
vanishes in the other theme.
"""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from wallet import resources


class IconPainter:
    """Draws icons and remembers what it drew."""

    def __init__(self) -> None:
        self._sources: dict[str, bytes] = {}
        self._drawn: dict[tuple[str, str, int, float, int], QPixmap] = {}

    def pixmap(self, name: str, colour: str, size: int, ratio: float, gap: int) -> QPixmap:
        """One icon.

        Args:
            name: the file name in `resources/icons`, without `.svg`.
            colour: `#RRGGBB`.
            size: edge in logical pixels.
            ratio: device pixels per logical pixel.
            gap: empty logical pixels after the icon (after is to the right in left-to-right layouts).
        """
        key = (name, colour, size, ratio, gap)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, colour, size, ratio, gap)
        return self._drawn[key]

    def _draw(self, name: str, colour: str, size: int, ratio: float, gap: int) -> QPixmap:
        source = self._source(name).replace(b"currentColor", colour.encode("ascii"))
        pixmap = QPixmap(round((size + gap) * ratio), round(size * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, size * ratio, size * ratio))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, name: str) -> bytes:
        if name not in self._sources:
            self._sources[name] = resources.read_bytes("icons", f"{name}.svg")
        return self._sources[name]
