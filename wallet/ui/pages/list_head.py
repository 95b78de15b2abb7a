"""What stands above the list of credentials: the search line with its buttons, the title, how many there are.

Does not live here: what any of it does (`credentials`), what the list is narrowed to (`narrowing`).
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from wallet.ui.pages.narrowing import Narrowing
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.fields import SearchField
from wallet.ui.widgets.labels import PlainLabel
from wallet.ui.widgets.order_menu import OrderMenu

_SEARCH = 150


class ListHead(QWidget):
    """Fields and buttons for the page to connect."""

    def __init__(
        self,
        look: Look,
        reorder: Callable[[QAction], None],
        narrowing: Narrowing,
        parent: QWidget | None = None,
    ) -> None:
        """`reorder` is told the action of another order; `narrowing` brings its button and what it opens."""
        super().__init__(parent)
        self.search = SearchField(look, self.tr("Search credentials, skills, issuers"))
        self.order_button = Button(look, self.tr("Newest first"), "sort")
        self.orders = OrderMenu(reorder, self)
        self.order_button.setMenu(self.orders)
        self.select = Button(look, self.tr("Select several"), "check")
        self.select.setCheckable(True)
        self.add_button = Button(look, self.tr("Add"), "plus", "primary")
        self._look = look
        self._narrowing = narrowing
        self._buttons = (self.order_button, narrowing.button, self.select, self.add_button)
        self._top = QGridLayout()
        self._top.setSpacing(look.px(8))
        self._top.setColumnStretch(0, 1)
        self._is_apart: bool | None = None
        self.title = PlainLabel(self.tr("Credentials"), "page", wrap=False)
        self.count = PlainLabel("", "secondary", wrap=False)
        self.empty_bin = Button(look, self.tr("Empty the bin"), "trash", "danger")
        self.empty_bin.hide()
        self.one_page = Button(look, self.tr("On one page"), "file-text")
        self.one_page.hide()
        self.name_line = QWidget()
        line = row(look, 12)
        line.addWidget(self.title)
        line.addWidget(self.count, 1, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self.one_page)
        line.addWidget(self.empty_bin)
        self.name_line.setLayout(line)
        layout = column(look, 10)
        layout.addLayout(self._top)
        layout.addWidget(self.name_line)
        layout.addWidget(narrowing)
        self.setLayout(layout)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: the buttons beside the search line, or below it where it would become too short to type in."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        gap = self._look.px(8)
        beside = sum(button.sizeHint().width() + gap for button in self._buttons)
        is_apart = self.width() < beside + self._look.px(_SEARCH)
        if is_apart == self._is_apart:
            return
        self._is_apart = is_apart
        self._narrowing.set_tight(tight=is_apart)
        self._top.addWidget(self.search, 0, 0, 1, len(self._buttons) + 1 if is_apart else 1)
        for number, button in enumerate(self._buttons, start=1):
            self._top.addWidget(button, int(is_apart), number)
