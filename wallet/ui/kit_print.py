"""The page of a recovery kit on paper, straight from the window: no file is written on the way."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

from wallet.ui.ports import Kit
from wallet.ui.printing import print_painted
from wallet.ui.safe_text import display_text

_PAGE = 1000.0  # the page's width in units of its own
_GAP, _CODE, _COLUMNS = 20.0, 300.0, 4
_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


def print_kit(parent: QWidget, kit: Kit) -> bool:
    """Asks for a printer and prints one page; whether it was sent."""
    return print_painted(parent, lambda painter, page: paint_kit(painter, page, kit))


def paint_kit(painter: QPainter, page: QRectF, kit: Kit) -> None:
    """Draws the page, black on white, as wide as `page`."""
    scale = page.width() / _PAGE
    painter.save()
    painter.scale(scale, scale)
    painter.setPen(QColor(Qt.GlobalColor.black))
    y = _write(painter, "LER Wallet", 22, 0)
    y = _write(painter, kit.title, 46, y, bold=True)
    y = _write(painter, kit.lead, 24, y) + _GAP
    _paint_code(painter, QRectF(_PAGE - _CODE, y, _CODE, _CODE), kit)
    below = y + _CODE
    for label, value in kit.facts:
        y = _write(painter, label, 19, y, width=_PAGE - _CODE - 2 * _GAP) - _GAP / 2
        y = _write(painter, value, 26, y, bold=True, width=_PAGE - _CODE - 2 * _GAP)
    y = _write(painter, kit.words_title, 28, max(y, below) + _GAP, bold=True)
    y = _paint_words(painter, y, kit)
    for note in kit.notes:
        y = _write(painter, note, 22, y)
    painter.restore()


def _write(
    painter: QPainter, text: str, size: int, y: float, *, bold: bool = False, width: float = _PAGE
) -> float:
    """Writes a paragraph and says where the next one begins."""
    painter.setFont(_font(painter, size, bold=bold))
    box = QRectF(0, y, width, _PAGE)
    written = painter.boundingRect(box, _WRAP, display_text(text))
    painter.drawText(written, _WRAP, display_text(text))
    return written.bottom() + _GAP / 2


def _paint_words(painter: QPainter, y: float, kit: Kit) -> float:
    row = 46.0
    painter.setFont(_font(painter, 28, bold=True))
    for place, word in enumerate(kit.words):
        left = place % _COLUMNS * _PAGE / _COLUMNS
        painter.drawText(
            QRectF(left, y + place // _COLUMNS * row, _PAGE / _COLUMNS, row), _WRAP, f"{place + 1}  {word}"
        )
    return y + -(-len(kit.words) // _COLUMNS) * row + _GAP


def _paint_code(painter: QPainter, box: QRectF, kit: Kit) -> None:
    module = box.width() / len(kit.code_rows)
    painter.fillRect(box, QColor(Qt.GlobalColor.white))
    for line, modules in enumerate(kit.code_rows):
        for place, dark in enumerate(modules):
            if dark:
                spot = QRectF(box.x() + place * module, box.y() + line * module, module * 1.02, module * 1.02)
                painter.fillRect(spot, QColor(Qt.GlobalColor.black))


def _font(painter: QPainter, size: int, *, bold: bool) -> QFont:
    """A size in the page's own units, whatever the printer's resolution."""
    font = QFont(painter.font())
    font.setPixelSize(size)
    font.setBold(bold)
    return font
