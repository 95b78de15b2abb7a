"""What the credentials page shows while there is nothing: what to do first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Middle, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.drop_zone import DashedBox
from wallet.ui.widgets.labels import IconLabel, PlainLabel


class EmptyState(QWidget):
    """A large place to drop things on, with the same acts as buttons."""

    add = Signal()
    samples = Signal()
    write = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = DashedBox(look)
        layout = column(look, 10, (32, 24, 32, 24))
        layout.addStretch(1)
        layout.addWidget(IconLabel(look, "award", "primary", 60), 0, Qt.AlignmentFlag.AlignHCenter)
        title = PlainLabel(self.tr("Nothing here yet"), "dialog")
        text = PlainLabel(
            self.tr(
                "Add a badge or certificate you earned, at school or anywhere else. "
                "Drop its file anywhere on this window, or press the button."
            ),
            "lead",
        )
        for label in (title, text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        self.add_button = Button(look, self.tr("Add a credential"), "plus", "primary")
        self.add_button.clicked.connect(self.add)
        self.samples_button = Button(look, self.tr("Look around with sample credentials"), "star", "link")
        self.samples_button.clicked.connect(self.samples)
        self.write_button = Button(look, self.tr("Write about something you did yourself"), "pencil", "link")
        self.write_button.clicked.connect(self.write)
        for button in (self.add_button, self.write_button, self.samples_button):
            line = row(look, 0, (0, 8, 0, 0))
            line.addStretch(1)
            line.addWidget(button)
            line.addStretch(1)
            layout.addLayout(line)
        layout.addStretch(1)
        box.setLayout(layout)
        outer = column(look, 0, (0, 0, 0, 16))
        outer.addWidget(Middle(box, self.tr("Nothing here yet")))
        self.setLayout(outer)
