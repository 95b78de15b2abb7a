"""The first step of the first run: what this is, and the doors that need no file."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import column, flow, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import IconLabel, PlainLabel


class WelcomeStep(QWidget):
    """Two buttons beside the words: check something without a file, and say that others use this computer."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = column(look, 14)
        layout.addWidget(PlainLabel(self.tr("Your credentials, in a file you own"), "page"))
        layout.addWidget(
            PlainLabel(
                self.tr("Keep badges, certificates and records from every school and job in one place."),
                "lead",
            )
        )
        for icon, words in (
            ("award", self.tr("Add what you earned. We check each one and tell you plainly what we found.")),
            ("lock", self.tr("Everything stays in one locked file. Only your passphrase opens it.")),
            ("send", self.tr("Share what you choose. You see what they will see, before it leaves.")),
        ):
            line = row(look, 14)
            line.addWidget(IconLabel(look, icon, "primary", 24), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(PlainLabel(words), 1)
            layout.addLayout(line)
        doors = flow(look, 4)
        self.check_button = Button(look, self.tr("Check a credential without a file"), "search", "link")
        self.share_button = Button(look, self.tr("Others use this computer, too"), "users", "link")
        doors.addWidget(self.check_button)
        doors.addWidget(self.share_button)
        layout.addLayout(doors)
        layout.addStretch(1)
        self.setLayout(layout)
