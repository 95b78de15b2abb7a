"""What the skills page shows while no credential names a skill: where skills come from, and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Middle, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import IconLabel, PlainLabel


class NoSkills(QWidget):
    """Words and one button."""

    add = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = QWidget()
        layout = column(look, 10, (32, 24, 32, 24))
        layout.addStretch(1)
        layout.addWidget(IconLabel(look, "sparkle", "primary", 60), 0, Qt.AlignmentFlag.AlignHCenter)
        title = PlainLabel(self.tr("No skills yet"), "dialog")
        text = PlainLabel(
            self.tr(
                "Many badges and certificates say which skills they show. "
                "Add one, and its skills appear here with what shows them."
            ),
            "lead",
        )
        for label in (title, text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        self.add_button = Button(look, self.tr("Add a credential"), "plus", "primary")
        self.add_button.clicked.connect(self.add)
        line = row(look, 0, (0, 8, 0, 0))
        line.addStretch(1)
        line.addWidget(self.add_button)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addStretch(1)
        content.setLayout(layout)
        outer = column(look, 0, (0, 0, 0, 16))
        outer.addWidget(Middle(content, self.tr("No skills yet")))
        self.setLayout(outer)
