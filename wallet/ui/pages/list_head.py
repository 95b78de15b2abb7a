"""What stands above the list of credentials: the search line with its buttons, the title, how many there are.

Does not live here: what any of it does (`credentials`), what the list is narrowed to (`narrowing`).
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.fields import SearchField
from wallet.ui.widgets.labels import PlainLabel
from wallet.ui.widgets.order_menu import OrderMenu


class ListHead(QWidget):
    """Fields and buttons for the page to connect."""

    def __init__(self, look: Look, reorder: Callable[[QAction], None], parent: QWidget | None = None) -> None:
        """`reorder` is told the action of another order."""
        super().__init__(parent)
        self.search = SearchField(look, self.tr("Search credentials, skills, issuers"))
        self.order_button = Button(look, self.tr("Newest first"), "sort")
        self.order_button.setMenu(OrderMenu(reorder, self))
        self.select = Button(look, self.tr("Select several"), "check")
        self.select.setCheckable(True)
        self.add_button = Button(look, self.tr("Add"), "plus", "primary")
        top = row(look, 8)
        top.addWidget(self.search, 1)
        for button in (self.order_button, self.select, self.add_button):
            top.addWidget(button)
        self.title = PlainLabel(self.tr("Credentials"), "page", wrap=False)
        self.count = PlainLabel("", "secondary", wrap=False)
        self.empty_bin = Button(look, self.tr("Empty the bin"), "trash", "danger")
        self.empty_bin.hide()
        self.name_line = QWidget()
        line = row(look, 12)
        line.addWidget(self.title)
        line.addWidget(self.count, 1, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self.empty_bin)
        self.name_line.setLayout(line)
        layout = column(look, 10)
        layout.addLayout(top)
        layout.addWidget(self.name_line)
        self.setLayout(layout)
