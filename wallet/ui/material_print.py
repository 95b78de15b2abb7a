"""A handout or guide on paper, straight from the window: one page, in the largest letters that fit."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

from wallet.app.materials import POSTER, Kind, Material, Part
from wallet.sharing.qr import QrMatrix
from wallet.ui.printing import print_painted

_PAGE = 1000.0  # the page's width in units of its own
_SIZES = (26, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14)
_POSTER_SIZES = (40, 36, 32, 28, 24)
_CODE, _INDENT, _LABEL = 560.0, 40.0, 270.0
_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


def print_material(parent: QWidget, material: Material) -> bool:
    """Asks for a printer and prints one page; whether it was sent."""
    return print_painted(
        parent, lambda painter, page: paint_material(painter, page, material), material.title
    )


def paint_material(painter: QPainter, page: QRectF, material: Material) -> int:
    """Draws the page, black on white, as wide as `page`; the size of the letters that fitted, in thousandths of it."""
    scale = page.width() / _PAGE
    height = page.height() / scale
    painter.save()
    painter.scale(scale, scale)
    painter.setPen(QColor(Qt.GlobalColor.black))
    sizes = _POSTER_SIZES if material.name == POSTER else _SIZES
    fitting = (size for size in sizes if _Page(painter, size, draws=False).lay_out(material) <= height)
    size = next(fitting, sizes[-1])
    _Page(painter, size, draws=True).lay_out(material)
    painter.restore()
    return size


class _Page:
    """One page that is measured or drawn."""

    def __init__(self, painter: QPainter, size: int, *, draws: bool) -> None:
        self._painter = painter
        self._size = size
        self._draws = draws
        self._y = 0.0

    def lay_out(self, material: Material) -> float:
        """From the title to the foot; where it ends."""
        self._write(material.title, self._size * 1.7, bold=True)
        self._write(material.about, self._size)
        self._y += self._size * 0.6
        for part in material.parts:
            self._part(part, material)
        self._y += self._size * 0.6
        self._write(material.mark, self._size * 0.75)
        return self._y

    def _part(self, part: Part, material: Material) -> None:
        if part.kind is Kind.CODE:
            if material.code is not None:
                self._code(material.code)
        elif part.kind is Kind.HEADING:
            self._y += self._size * 0.4
            self._write(part.text, self._size * 1.2, bold=True)
        elif part.kind in (Kind.STEP, Kind.POINT, Kind.FACT):
            is_fact = part.kind is Kind.FACT
            label = part.label if is_fact else f"{part.label}." if part.label else "•"
            left, top = _LABEL if is_fact else _INDENT, self._y
            self._write(label, self._size, bold=bool(part.label), width=left - 8)
            below, self._y = self._y, top
            self._write(part.text, self._size, left=left)
            self._y = max(self._y, below)
        else:
            typed = part.kind is Kind.TYPED
            self._write(part.text, self._size, bold=typed, left=_INDENT if typed else 0)

    def _write(
        self, text: str, size: float, *, bold: bool = False, left: float = 0, width: float | None = None
    ) -> None:
        font = QFont(self._painter.font())
        font.setPixelSize(max(1, round(size)))
        font.setBold(bold)
        self._painter.setFont(font)
        box = QRectF(left, self._y, (_PAGE - left) if width is None else width, 100_000)
        written = self._painter.boundingRect(box, _WRAP, text)
        if self._draws:
            self._painter.drawText(written, _WRAP, text)
        self._y = written.bottom() + self._size * 0.3

    def _code(self, code: QrMatrix) -> None:
        module = _CODE / len(code.rows)
        left, top = (_PAGE - _CODE) / 2, self._y + 4 * module
        if self._draws:
            for line, modules in enumerate(code.rows):
                for place, dark in enumerate(modules):
                    if dark:
                        spot = QRectF(
                            left + place * module, top + line * module, module * 1.02, module * 1.02
                        )
                        self._painter.fillRect(spot, QColor(Qt.GlobalColor.black))
        self._y = top + _CODE + 4 * module
