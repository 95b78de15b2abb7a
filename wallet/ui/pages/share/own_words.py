"""Words of the learner's own that go along with what is shared."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from wallet.app.share_note import MOST_LETTERS
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import column
from wallet.ui.widgets.disclosure import Disclosure
from wallet.ui.widgets.labels import PlainLabel

_HEIGHT = 96


class OwnWordsPart(QWidget):
    """A field behind a link; closed and empty unless the purpose asks for it."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(self.tr("Words of your own"))
        self.field.setFixedHeight(look.px(_HEIGHT))
        self.hint = PlainLabel("", "hint")
        inner = QWidget()
        lines = column(look, 6)
        lines.addWidget(self.field)
        lines.addWidget(self.hint)
        inner.setLayout(lines)
        self.part = Disclosure(look, self.tr("Add words of your own"), inner)
        layout = column(look, 0)
        layout.addWidget(self.part)
        self.setLayout(layout)
        self.ask(False)
        self.field.textChanged.connect(self._typed)

    @property
    def words(self) -> str:
        """What was written, "" for nothing."""
        return self.field.toPlainText().strip()

    def begin(self, words: str) -> None:
        """Words the learner has written elsewhere, to be changed here."""
        if words:
            self.field.setPlainText(words)
            self.part.link.setChecked(True)

    def ask(self, asks: bool) -> None:
        """Opens the field where the purpose usually needs it, with a hint what to write."""
        said = self.tr("They see that you wrote this, and that no issuer stands behind it.")
        courses = self.tr("Say which of their courses yours is like, and why.")
        self.hint.setText(f"{courses} {said}" if asks else said)
        if asks:
            self.part.link.setChecked(True)

    def _typed(self) -> None:
        """More than fits is not taken."""
        text = self.field.toPlainText()
        if len(text) > MOST_LETTERS:
            cursor = self.field.textCursor()
            place = min(cursor.position(), MOST_LETTERS)
            self.field.setPlainText(text[:MOST_LETTERS])
            cursor.setPosition(place)
            self.field.setTextCursor(cursor)
            return
        self.changed.emit()
