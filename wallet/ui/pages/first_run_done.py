"""The last step of the first run: where the file is, what waits for its owner, and whether there is a recovery kit."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Notice, column, row
from wallet.ui.widgets.labels import IconLabel, PlainLabel


class DoneStep(QWidget):
    """Words only."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = column(look, 14)
        title = row(look, 14)
        title.addWidget(IconLabel(look, "circle-check", "ok", 36))
        title.addWidget(PlainLabel(self.tr("Your file is ready"), "page"), 1)
        layout.addLayout(title)
        self.made = PlainLabel("", "lead")
        layout.addWidget(self.made)
        self.waiting = Notice(look, "ok", "")
        self.waiting.hide()
        layout.addWidget(self.waiting)
        self.outlook = Notice(look, "warn", "")
        layout.addWidget(self.outlook)
        layout.addWidget(
            Notice(
                look,
                "wait",
                self.tr("It is an ordinary file."),
                self.tr(
                    "You can copy it to a stick and open it on another computer with the same passphrase."
                ),
            )
        )
        layout.addStretch(1)
        self.setLayout(layout)

    def show_file(self, path: Path) -> None:
        """Where the file is."""
        self.made.setText(
            self.tr("Your file is {name}, in {folder}.").format(name=path.name, folder=path.parent)
        )

    def show_waiting(self, count: int) -> None:
        """How many files of a class pack wait to be looked at."""
        self.waiting.setVisible(count > 0)
        self.waiting.tell(
            "ok",
            self.tr("%n file(s) from your school wait for you.", "", count),
            self.tr("You see each one first and choose what to keep."),
        )

    def show_kit(self, *, has_kit: bool) -> None:
        """What follows from having a kit, or none."""
        if has_kit:
            self.outlook.tell(
                "ok",
                self.tr("You have a recovery kit."),
                self.tr("Keep it away from this computer. A new passphrase ends it; then make a new one."),
            )
        else:
            self.outlook.tell(
                "warn",
                self.tr("You have no recovery kit yet."),
                self.tr(
                    "If you forget your passphrase, nobody can open the file. You can make one in Settings."
                ),
            )

    def forget(self) -> None:
        """Nothing of a file is said any more."""
        self.made.setText("")
        self.waiting.hide()
