"""A place for a text, a share link or a web address that somebody pastes, hidden until it is asked for.

Lives here: the field and its button. Does not live here: what becomes of the text (`add`).
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Surface, column
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel


class PastePanel(Surface):
    """One field; what was in it is handed out and gone from there."""

    given = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        layout = column(look, 8, (14, 12, 14, 12))
        words = self.tr("Text of a credential, a share link, or the web address of a badge")
        label = PlainLabel(words, "strong")
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(words)
        self.text.setTabChangesFocus(True)
        self.text.setMaximumHeight(look.px(110))
        label.setBuddy(self.text)
        self.check = Button(look, self.tr("Check this text"), "check", "primary")
        self.check.clicked.connect(self._give)
        layout.addWidget(label)
        layout.addWidget(self.text)
        layout.addWidget(self.check, 0, Qt.AlignmentFlag.AlignRight)
        self.setLayout(layout)
        self.hide()

    def open(self, shown: bool) -> None:
        """Shows or hides it."""
        self.setVisible(shown)
        if shown:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        text = self.text.toPlainText()
        self.text.clear()
        self.given.emit(text)
