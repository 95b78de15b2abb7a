"""What the skills page shows while no credential names a skill: where skills come from, and what to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wallet.ui.pages.nothing_yet import fill_nothing_yet
from wallet.ui.theme.look import Look
from wallet.ui.widgets.buttons import Button


class NoSkills(QWidget):
    """Words and one button."""

    add = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_button = Button(look, self.tr("Add a credential"), "plus", "primary")
        self.add_button.clicked.connect(self.add)
        text = self.tr(
            "Many badges and certificates say which skills they show. "
            "Add one, and its skills appear here with what shows them."
        )
        words = ("sparkle", self.tr("No skills yet"), text)
        fill_nothing_yet(self, look, QWidget(), words, (self.add_button,))
