"""A QR code, always dark on white, whatever the theme: readers need it so."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wallet.ui.theme.tokens import QR_DARK, QR_LIGHT

QUIET_ZONE = 4


class QrView(QWidget):
    """Paints a matrix of modules in whole pixels with its quiet zone, as large as its room allows."""

    def __init__(self, name: str, at_least: int, parent: QWidget | None = None) -> None:
        """`at_least` is the smallest edge in logical pixels."""
        super().__init__(parent)
        self._rows: Sequence[bytes] = ()
        self.setAccessibleName(name)
        self.setMinimumSize(QSize(at_least, at_least))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_code(self, rows: Sequence[bytes]) -> None:
        """Shows this matrix (1 is dark); an empty one shows nothing."""
        self._rows = rows
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt: the code."""
        del event
        if not self._rows:
            return
        modules = len(self._rows) + 2 * QUIET_ZONE
        ratio = self.devicePixelRatioF()
        edge = min(self.width(), self.height()) * ratio
        module = max(1, int(edge // modules))
        painter = QPainter(self)
        painter.scale(1 / ratio, 1 / ratio)
        left = int((self.width() * ratio - module * modules) / 2)
        top = int((self.height() * ratio - module * modules) / 2)
        painter.fillRect(QRect(left, top, module * modules, module * modules), QColor(QR_LIGHT))
        painter.setPen(Qt.PenStyle.NoPen)
        dark = QColor(QR_DARK)
        for y, line in enumerate(self._rows):
            for x, on in enumerate(line):
                if on:
                    painter.fillRect(
                        left + (x + QUIET_ZONE) * module,
                        top + (y + QUIET_ZONE) * module,
                        module,
                        module,
                        dark,
                    )
        painter.end()
