"""Text on one or two painted lines, the last cut with an ellipsis where there is no room for all of it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

LINE = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)


def cut(text: str, metrics: QFontMetrics, room: int) -> str:
    """As much of a line as there is room for, in logical pixels."""
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


def draw_two_lines(painter: QPainter, rect: QRect, text: str, metrics: QFontMetrics) -> int:
    """Draws text in the painter's font in at most two lines; returns the height used in logical pixels."""
    lines = two_lines(text, painter.font(), rect.width(), metrics)
    height = metrics.height()
    for i, line in enumerate(lines):
        shown = cut(line.strip(), metrics, rect.width())
        painter.drawText(QRect(rect.x(), rect.y() + i * height, rect.width(), height), LINE, shown)
    return len(lines) * height


def two_lines(text: str, font: QFont, width: int, metrics: QFontMetrics) -> list[str]:
    """What stands on the first line, and all that does not; one part where all of it does."""
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(width)
    start = first.textStart() + first.textLength()
    layout.endLayout()
    return [text[:start], text[start:]] if start < len(text) else [text]
