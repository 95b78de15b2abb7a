"""What stands above the list of credentials: the search line with its buttons, the title, how many, "Select several".

Does not live here: what any of it does (`credentials`), what the list is narrowed to (`narrowing`).
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from wallet.ui.pages.narrowing import Narrowing
from wallet.ui.safe_text import display_text
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
        self._buttons = (self.order_button, narrowing.button, self.add_button)
        self._top = QGridLayout()
        self._top.setSpacing(look.px(8))
        self._top.setColumnStretch(0, 1)
        self._is_apart: bool | None = None
        self._is_below: bool | None = None
        self.title = PlainLabel(self.tr("Credentials"), "page", wrap=False)
        self.count = PlainLabel("", "secondary", wrap=False)
        self.empty_bin = Button(look, self.tr("Empty the bin"), "trash", "danger")
        self.empty_bin.hide()
        self.one_page = Button(look, self.tr("On one page"), "file-text")
        self.one_page.hide()
        self.name_line = QWidget()
        self._acts = QWidget()
        acts = row(look, 8)
        acts.addWidget(self.one_page)
        acts.addWidget(self.empty_bin)
        self._acts.setLayout(acts)
        self._name = QGridLayout()
        self._name.setContentsMargins(0, 0, 0, 0)
        self._name.setSpacing(look.px(8))
        self._name.setColumnStretch(1, 1)
        self.name_line.setLayout(self._name)
        self._called = self.title.text()
        self.title.setMinimumWidth(1)  # long names of collections are cut; they do not widen the page
        layout = column(look, 10)
        layout.addLayout(self._top)
        layout.addWidget(self.name_line)
        layout.addWidget(narrowing)
        self.setLayout(layout)
        self._arrange()

    def show_title(self, title: str) -> None:
        """What the list is of; after its count and its own buttons are known."""
        self._called = title
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: the buttons beside the search line, or below it where it would become too short to type in."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        gap = self._look.px(8)
        beside = sum(button.sizeHint().width() + gap for button in self._buttons)
        is_apart = self.width() < beside + self._look.px(_SEARCH)
        if is_apart != self._is_apart:
            self._is_apart = is_apart
            self._narrowing.set_tight(tight=is_apart)
            self._top.addWidget(self.search, 0, 0, 1, len(self._buttons) + 1 if is_apart else 1)
            for number, button in enumerate(self._buttons, start=1):
                self._top.addWidget(button, int(is_apart), number)
        self._arrange_name()

    def _arrange_name(self) -> None:
        """The count and the part's own button go below a full line; a long title is cut, and whole when heard."""
        gap = self._look.px(8)
        letters = self.title.fontMetrics()
        free = self.width() - gap - self.select.sizeHint().width()
        needed = letters.horizontalAdvance(display_text(self._called)) + gap + self.count.sizeHint().width()
        own = [button for button in (self.one_page, self.empty_bin) if not button.isHidden()]
        needed += sum(button.sizeHint().width() + gap for button in own)
        is_below = free < needed
        if is_below != self._is_below:
            self._is_below = is_below
            self._place_name(is_below=is_below)
        self._acts.setVisible(bool(own))
        whole = display_text(self._called)
        shown = letters.elidedText(whole, Qt.TextElideMode.ElideRight, max(free, 0)) if is_below else whole
        self.title.setText(shown)
        self.title.setAccessibleName(whole if shown != whole else "")
        self.title.setToolTip(whole if shown != whole else "")

    def _place_name(self, *, is_below: bool) -> None:
        """In the order of reading, which the keyboard follows."""
        line, end = self._name, Qt.AlignmentFlag.AlignRight
        if is_below:
            line.addWidget(self.title, 0, 0, 1, 3)
            line.addWidget(self.select, 0, 3)
            line.addWidget(self.count, 1, 0)
            line.addWidget(self._acts, 1, 2, 1, 2, end)
        else:
            line.addWidget(self.title, 0, 0)
            line.addWidget(self.count, 0, 1, Qt.AlignmentFlag.AlignBottom)
            line.addWidget(self._acts, 0, 2, end)
            line.addWidget(self.select, 0, 3)
