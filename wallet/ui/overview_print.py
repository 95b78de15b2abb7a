"""The overview on paper, straight from the window: no file is written on the way.

The page is drawn by Qt, which knows every script.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTransform
from PySide6.QtWidgets import QWidget

from wallet.app.overview_page import MEASURES, OverviewPaper, Paragraph, Style
from wallet.ui.printing import print_painted
from wallet.ui.safe_text import display_text

_POINT = 0.352778  # millimetres
_WIDTH = 174.0  # millimetres: of the text, as in the PDF
_TALL = 10_000.0
_BEFORE_HEADING, _MARGIN = 2.2, 18.0
_WRAP = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


def print_overview(parent: QWidget, paper: OverviewPaper) -> bool:
    """Asks for a printer and prints one page; whether it was sent."""
    return print_painted(parent, lambda painter, page: paint_overview(painter, page, paper))


def paint_overview(painter: QPainter, page: QRectF, paper: OverviewPaper) -> None:
    """Draws the page, black on white, inside `page`; smaller where this computer's type needs more room."""
    painter.save()
    painter.setPen(QColor(Qt.GlobalColor.black))
    scale = page.width() / (_WIDTH + _MARGIN)
    room = page.height() / scale - _MARGIN
    smaller = min(1.0, room / _paint(painter, paper, draw=False))
    corner = page.topLeft() + QPointF(_MARGIN, _MARGIN) * scale / 2
    painter.setTransform(QTransform.fromTranslate(corner.x(), corner.y()), True)
    painter.scale(scale * smaller, scale * smaller)
    _paint(painter, paper, draw=True)
    painter.restore()


def _paint(painter: QPainter, paper: OverviewPaper, *, draw: bool) -> float:
    """Draws the paragraphs in millimetres, or only measures them; how tall they are."""
    y = 0.0
    for number, one in enumerate(paper.paragraphs):
        if one.style is Style.HEADING and number:
            y += _BEFORE_HEADING
        y += _paint_one(painter, one, y, draw=draw) + MEASURES[one.style].gap
    return y


def _paint_one(painter: QPainter, one: Paragraph, y: float, *, draw: bool) -> float:
    """One paragraph; how tall it is. Type is measured in tenths of a millimetre, because Qt rounds its sizes."""
    how = MEASURES[one.style]
    font = QFont(painter.font())
    font.setPixelSize(max(1, round(how.size * _POINT * 10)))
    font.setBold(how.bold)
    painter.save()
    painter.scale(0.1, 0.1)
    painter.setFont(font)
    text = display_text(one.text)
    box = QRectF(0, y * 10, _WIDTH * 10, _TALL)
    tall = painter.boundingRect(box, _WRAP, text).height() / 10
    if draw:
        painter.drawText(box, _WRAP, text)
    painter.restore()
    return tall
