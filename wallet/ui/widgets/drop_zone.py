"""The dashed box that says where badges can be dropped. Dropping itself works on the whole window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from wallet.ui.theme.look import Look


class DashedBox(QWidget):
    """A card with a dashed edge."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt: the edge."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self._look.tokens.line_strong), 2)
        pen.setDashPattern([5, 2.5])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(QColor(self._look.tokens.surface))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), self._look.px(12), self._look.px(12))
        painter.end()
