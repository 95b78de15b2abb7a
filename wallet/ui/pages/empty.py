"""What the credentials page shows while there is nothing: what to do first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wallet.ui.pages.nothing_yet import fill_nothing_yet
from wallet.ui.theme.look import Look
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.drop_zone import DashedBox


class EmptyState(QWidget):
    """A large place to drop things on, with the same acts as buttons."""

    add = Signal()
    samples = Signal()
    write = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_button = Button(look, self.tr("Add a credential"), "plus", "primary")
        self.add_button.clicked.connect(self.add)
        self.samples_button = Button(look, self.tr("Look around with sample credentials"), "star", "link")
        self.samples_button.clicked.connect(self.samples)
        self.write_button = Button(look, self.tr("Write about something you did yourself"), "pencil", "link")
        self.write_button.clicked.connect(self.write)
        text = self.tr(
            "Add a badge or certificate you earned, at school or anywhere else. "
            "Drop its file anywhere on this window, or press the button."
        )
        words = ("award", self.tr("Nothing here yet"), text)
        buttons = (self.add_button, self.write_button, self.samples_button)
        fill_nothing_yet(self, look, DashedBox(look), words, buttons)
