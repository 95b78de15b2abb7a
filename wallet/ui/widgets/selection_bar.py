"""The bar that stands above the grid while several credentials are being selected."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Surface, column
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.flow import FlowLayout
from wallet.ui.widgets.labels import PlainLabel

_MAX_NAME = 80


class SelectionBar(Surface):
    """How many are selected, and what can be done with all of them. `collect` and `tag` carry a name."""

    share = Signal()
    collect = Signal(str)
    tag = Signal(str)
    bin = Signal()
    done = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("wait", parent)
        self.count = PlainLabel("", "secondary_strong", tone="text")
        self.name = QLineEdit()
        self.name.setMaxLength(_MAX_NAME)
        self.name.setAccessibleName(self.tr("Name of a collection or a tag"))
        self.name.setPlaceholderText(self.tr("Name of a collection or a tag"))
        self.name.setMinimumWidth(look.px(220))
        self.collect_button = Button(look, self.tr("Add to the collection"), "folder")
        self.tag_button = Button(look, self.tr("Add the tag"), "tag")
        self.share_button = Button(look, self.tr("Share them"), "send", "primary")
        self.bin_button = Button(look, self.tr("Move to the bin"), "trash")
        self.done_button = Button(look, self.tr("Stop selecting"), "close")
        layout = column(look, 8, (14, 10, 14, 10))
        layout.addWidget(self.count)
        acts = QWidget()
        flow = FlowLayout(look.px(8))
        for widget in (
            self.share_button,
            self.bin_button,
            self.name,
            self.collect_button,
            self.tag_button,
            self.done_button,
        ):
            flow.addWidget(widget)
        acts.setLayout(flow)
        layout.addWidget(acts)
        self.setLayout(layout)
        self.share_button.clicked.connect(self.share)
        self.bin_button.clicked.connect(self.bin)
        self.done_button.clicked.connect(self.done)
        self.collect_button.clicked.connect(lambda: self.collect.emit(self.name.text().strip()))
        self.tag_button.clicked.connect(lambda: self.tag.emit(self.name.text().strip()))
        self.name.textChanged.connect(self._judge)
        self._number = 0
        self.show_count(0)

    def show_count(self, number: int) -> None:
        """How many are selected now."""
        self._number = number
        self.count.setText(
            self.tr("%n selected", "", number)
            if number
            else self.tr("Click the credentials, or press Space on them.")
        )
        self.setAccessibleName(self.count.text())
        self._judge()

    def _judge(self) -> None:
        some = self._number > 0
        named = some and bool(self.name.text().strip())
        for button, ready in (
            (self.share_button, some),
            (self.bin_button, some),
            (self.collect_button, named),
            (self.tag_button, named),
        ):
            button.setEnabled(ready)
