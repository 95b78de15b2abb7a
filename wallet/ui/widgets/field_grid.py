"""A few fields with their names above them, side by side where there is room, else in two columns."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import column
from wallet.ui.widgets.labels import PlainLabel

_NARROWEST = 120
_FEW = 2


class FieldGrid(QWidget):
    """All columns have the same width, so that the edges stand in line."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._cells: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.px(10))
        self.setLayout(self._grid)

    def add(self, words: str, field: QWidget) -> None:
        """One more field; `words` stand above it."""
        label = PlainLabel(words, "secondary_strong", wrap=False, tone="text")
        label.setBuddy(field)
        cell = QWidget()
        layout = column(self._look, 2)
        layout.addWidget(label)
        layout.addWidget(field)
        cell.setLayout(layout)
        self._cells.append(cell)
        self._columns = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: one line or two columns."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        fits = self.width() >= len(self._cells) * self._look.px(_NARROWEST + 10)
        columns = len(self._cells) if fits else _FEW
        if columns == self._columns:
            return
        self._columns = columns
        for number, cell in enumerate(self._cells):
            self._grid.addWidget(cell, number // columns, number % columns)
        for number in range(len(self._cells)):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
