"""The part of the settings page about the file's own keys: passphrase and recovery kit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wallet.ui.pages.keys_sheet import CHANGE_PASSPHRASE, FIRST_KIT, NEW_KIT
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import column, flow
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel


class OwnKeys(QWidget):
    """Two buttons, and whether there is a kit. `wanted` says which sheet to open."""

    wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_kit = True
        self.state = PlainLabel("", "secondary")
        self.passphrase = Button(look, self.tr("Change the passphrase"), "key")
        self.kit = Button(look, self.tr("Make a new recovery kit"), "file-text")
        layout = column(look, 10)
        layout.addWidget(PlainLabel(self.tr("Passphrase and recovery kit"), "section"))
        layout.addWidget(self.state)
        line = flow(look, 10)
        line.addWidget(self.passphrase)
        line.addWidget(self.kit)
        layout.addLayout(line)
        self.setLayout(layout)
        self.passphrase.clicked.connect(self._change)
        self.kit.clicked.connect(self._make)
        self.show_kit(has_kit=True)

    def show_kit(self, *, has_kit: bool) -> None:
        """Whether the person has a kit of this file."""
        self._has_kit = has_kit
        self.state.setText(
            self.tr("You have a recovery kit. A new passphrase or a new kit ends it.")
            if has_kit
            else self.tr(
                "You have no recovery kit yet. If you forget your passphrase, nobody can open your file."
            )
        )
        self.kit.set_words(self.tr("Make a new recovery kit") if has_kit else self.tr("Make a recovery kit"))

    def _change(self) -> None:
        self.wanted.emit(CHANGE_PASSPHRASE)

    def _make(self) -> None:
        self.wanted.emit(NEW_KIT if self._has_kit else FIRST_KIT)
