"""Choosing a passphrase: suggested words, how hard it is to guess while typing, and typing it again."""

import os

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wallet.app.passphrase import Strength
from wallet.app.suggest import Language, suggest_passphrase
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import column, flow
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.fields import PassphraseField
from wallet.ui.widgets.labels import PlainLabel
from wallet.ui.widgets.reading import WordsField
from wallet.ui.widgets.strength import StrengthMeter


class NewPassphrase(QWidget):
    """Two fields that must agree on something that is not weak. Nothing of it is kept."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, look: Look, label: str, parent: QWidget | None = None) -> None:
        """`label` is what the first field is called."""
        super().__init__(parent)
        self.first = PassphraseField(look, label)
        self.second = PassphraseField(look, self.tr("Type it again"))
        self.meter = StrengthMeter(look)
        self.match = PlainLabel(self.tr("The two are not the same yet."), "secondary", tone="warn")
        self.match.hide()
        self.suggest = Button(look, self.tr("Suggest words"), "refresh")
        self.language = WordsField(look)
        self._strength = Strength.WEAK
        self._build(look, label)
        self.suggest.clicked.connect(self._suggest)
        for field in (self.first.line, self.second.line):
            field.textChanged.connect(self._judge)
            field.returnPressed.connect(self.submitted)

    @property
    def acceptable(self) -> bool:
        """Whether it may be taken: typed twice alike, and not weak."""
        return self._strength is not Strength.WEAK and self.second.text() == self.first.text()

    def take(self) -> bytearray:
        """What was chosen, as UTF-8; both fields are empty afterwards. The caller wipes the bytes."""
        taken = self.first.take()
        self.second.wipe()
        return taken

    def wipe(self) -> None:
        """Empties both fields."""
        self.first.wipe()
        self.second.wipe()

    def _build(self, look: Look, label: str) -> None:
        layout = column(look, 10)
        for field, words in ((self.first, label), (self.second, self.tr("Type it again"))):
            name = PlainLabel(words, "strong")
            name.setBuddy(field.line)
            layout.addSpacing(look.px(4))
            layout.addWidget(name)
            layout.addWidget(field)
            if field is self.first:
                layout.addWidget(self.meter)
                line = flow(look, 10)
                line.addWidget(self.suggest)
                line.addWidget(self.language)
                layout.addLayout(line)
        layout.addWidget(self.match)
        self.setLayout(layout)

    def _suggest(self) -> None:
        """Six random words, shown, so that they can be read and typed again."""
        self.second.wipe()
        self.first.line.setText(suggest_passphrase(Language(self.language.currentData()), os.urandom))
        self.first.eye.setChecked(True)

    def _judge(self) -> None:
        self._strength = self.meter.judge(self.first.text())
        typed = self.second.text()
        self.match.setVisible(bool(typed) and typed != self.first.text())
        self.changed.emit()
