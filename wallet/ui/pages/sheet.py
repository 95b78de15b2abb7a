"""The frame of a sheet: a title, a way out, a middle, and buttons that stay in view.

It fills the window instead of lying over it as a dialog, so that Lock always works.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wallet.ui.announce import announce
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Rule, column, row
from wallet.ui.widgets.buttons import IconButton
from wallet.ui.widgets.labels import PlainLabel

_WIDEST = 1080


class Sheet(QWidget):
    """Base of all sheets. `closed` tells that a person left it."""

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.title = PlainLabel("", "dialog")
        self.intro = PlainLabel("", "secondary")
        self.close_button = IconButton(look, self.tr("Close"), "close")
        self.foot_note = PlainLabel("", "secondary")
        self._inner = QWidget()
        self._inner.setMaximumWidth(look.px(_WIDEST))
        layout = column(look, 12, (24, 18, 24, 16))
        head = row(look, 12)
        words = column(look, 4)
        words.addWidget(self.title)
        words.addWidget(self.intro)
        head.addLayout(words, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        self.body: QVBoxLayout = column(look, 12)
        layout.addLayout(self.body, 1)
        layout.addWidget(Rule())
        self.foot: QHBoxLayout = row(look, 10)
        layout.addLayout(self.foot)
        self._inner.setLayout(layout)
        outer = row(look, 0)
        outer.addStretch(1)
        outer.addWidget(self._inner, 100)
        outer.addStretch(1)
        self.setLayout(outer)
        look.changed.connect(self._restyle)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: Escape leaves, as the cross does; a field that needs it for itself has it first."""
        if (
            event.key() == Qt.Key.Key_Escape
            and self.close_button.isVisible()
            and self.close_button.isEnabled()
        ):
            self.close_button.click()
            return
        super().keyPressEvent(event)

    def first_field(self) -> QWidget:
        """Where the keyboard goes first."""
        return self.close_button

    def end(self) -> None:
        """The file locks, or another sheet takes this one's place: what is under way ends. Most have nothing to end."""

    def set_title(self, title: str) -> None:
        """What the sheet is about."""
        self.title.setText(title)
        self.setAccessibleName(title)

    def announce(self, words: str) -> None:
        """Tells a screen reader what changed."""
        self.setAccessibleDescription(words)
        announce(self, words)

    def _restyle(self) -> None:
        self._inner.setMaximumWidth(self.look.px(_WIDEST))
