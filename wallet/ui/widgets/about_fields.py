"""Two fields about the learner: a name to show, and what issuers call them. Both may stay empty."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import column
from wallet.ui.widgets.labels import PlainLabel

_MAX_NAME = 80
_MOST = 30


class AboutFields(QWidget):
    """`changed` after every letter."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = QLineEdit()
        self.name.setMaxLength(_MAX_NAME)
        self.identifiers = QPlainTextEdit()
        self.identifiers.setTabChangesFocus(True)
        self.identifiers.setFixedHeight(look.px(96))
        layout = column(look, 8)
        for words, field, hint, why in (
            (
                self.tr("Name to show"),
                self.name,
                self.tr("For example: Dana"),
                self.tr("Others see it on what you share. Any name you like."),
            ),
            (
                self.tr("E-mails or numbers that schools and issuers use for you"),
                self.identifiers,
                self.tr("One on each line"),
                self.tr("Needed to tell whether a credential was given to you. They stay in your file."),
            ),
        ):
            label = PlainLabel(words, "strong")
            label.setBuddy(field)
            field.setAccessibleName(words)
            field.setAccessibleDescription(why)
            field.setPlaceholderText(hint)
            layout.addWidget(label)
            layout.addWidget(field)
            layout.addWidget(PlainLabel(why, "hint"))
        self.setLayout(layout)
        self.name.textChanged.connect(self.changed)
        self.name.returnPressed.connect(self.submitted)
        self.identifiers.textChanged.connect(self.changed)

    @property
    def lines(self) -> Sequence[str]:
        """The identifiers, each once."""
        typed = (line.strip() for line in self.identifiers.toPlainText().splitlines())
        return tuple(dict.fromkeys(line for line in typed if line))[:_MOST]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not self.name.text().strip() and not self.lines

    def offer(self, name: str, identifiers: Sequence[str]) -> None:
        """Shows what is known already."""
        self.name.setText(name)
        self.identifiers.setPlainText("\n".join(identifiers))

    def wipe(self) -> None:
        """Empties both, undo steps included."""
        self.name.setText("")  # unlike clear(), this leaves nothing to undo
        self.identifiers.clear()
        self.identifiers.document().clearUndoRedoStacks()
