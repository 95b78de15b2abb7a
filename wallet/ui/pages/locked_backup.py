"""The question for the passphrase of a backup that another wallet locked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wallet.errors import Reason
from wallet.ui.reason_words import words
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Surface, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.fields import PassphraseField
from wallet.ui.widgets.labels import PlainLabel

_FIELD = 40


class LockedBackup(Surface):
    """Shown when a locked backup is met; hands out the file and what was typed, and hides."""

    given = Signal(str, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._source = ""
        self.label = PlainLabel("", "strong")
        self.field = PassphraseField(look, self.tr("Passphrase of the backup, chosen in the other wallet"))
        self.open = Button(look, self.tr("Open the backup"), "lock", "primary")
        self.open.clicked.connect(self._give)
        self.field.line.returnPressed.connect(self._give)
        layout = column(look, 8, (14, 12, 14, 12))
        layout.addWidget(self.label)
        layout.addWidget(
            PlainLabel(self.tr("Passphrase of the backup, chosen in the other wallet"), "secondary")
        )
        self.field.setMinimumHeight(look.px(_FIELD))
        line = row(look, 8)
        line.addWidget(self.field, 1)
        line.addWidget(self.open)
        layout.addLayout(line)
        self.setLayout(layout)
        self.hide()

    def ask(self, source: str, name: str, reason: Reason) -> None:
        """Asks for the passphrase of this file."""
        self._source = source
        self.label.setText(f"{name}: {words(reason).happened}")
        self.field.set_bad(reason is Reason.BACKUP_PASSPHRASE_WRONG)
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        if not self.field.text():
            return
        typed = self.field.take()
        self.hide()
        self.given.emit(self._source, typed)
