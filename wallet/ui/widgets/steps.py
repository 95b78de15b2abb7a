"""Pages of which one is in sight. Unlike a stacked widget, the ones out of sight take no room."""

from PySide6.QtWidgets import QWidget

from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import column


class Steps(QWidget):
    """A stack as high as the page in sight."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[QWidget] = []
        self._index = 0
        self._column = column(look, 0)
        self.setLayout(self._column)

    def add_page(self, page: QWidget) -> None:
        """One more page, out of sight unless it is the first."""
        self._pages.append(page)
        self._column.addWidget(page, 1)
        page.setVisible(len(self._pages) == 1)

    @property
    def index(self) -> int:
        """Which page is in sight, from 0."""
        return self._index

    def go(self, index: int) -> None:
        """Shows another page."""
        self._index = index
        for number, page in enumerate(self._pages):
            page.setVisible(number == index)
