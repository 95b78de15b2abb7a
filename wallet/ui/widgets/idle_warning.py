"""The bar that says the wallet is about to lock, with the button that says somebody is still there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wallet.ui.announce import announce
from wallet.ui.lock_guard import LockGuard
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Surface, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import IconLabel, PlainLabel

_SAID_AGAIN_AT = 10


class IdleWarning(QWidget):
    """Counts down; hidden while there is nothing to warn of."""

    still_here = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said_at = 0
        self.strong = PlainLabel("", "secondary_strong", tone="text")
        panel = Surface("warn")
        inner = row(look, 12, (14, 8, 8, 8))
        inner.addWidget(IconLabel(look, "clock", "warn", 20))
        words = column(look, 1)
        words.addWidget(self.strong)
        words.addWidget(
            PlainLabel(self.tr("Any key or click keeps your file open."), "secondary", tone="text")
        )
        inner.addLayout(words, 1)
        self.button = Button(look, self.tr("I'm still here"), "", "primary")
        self.button.clicked.connect(self.still_here)
        inner.addWidget(self.button)
        panel.setLayout(inner)
        layout = column(look, 0, (12, 8, 12, 0))
        layout.addWidget(panel)
        self.setLayout(layout)
        self.hide()

    @property
    def spoken(self) -> str:
        """What it says now; "" while it is hidden."""
        return self.accessibleName()

    def follow(self, guard: LockGuard) -> None:
        """Warns when this one does, and tells it when somebody is there."""
        guard.warned.connect(self.count)
        guard.relaxed.connect(self.clear)
        self.still_here.connect(guard.still_here)

    def count(self, seconds: int) -> None:
        """So many seconds are left. A screen reader is told at the start and once more, not every second."""
        words = self.tr("Nobody seems to be here. Locking in %n second(s).", "", seconds)
        self.strong.setText(words)
        self.setAccessibleName(words)
        if self.isHidden() or (seconds <= _SAID_AGAIN_AT < self._said_at):
            self._said_at = seconds
            self.show()
            announce(self, f"{words} {self.tr('Any key or click keeps your file open.')}", urgent=True)

    def clear(self) -> None:
        """Somebody is there, or the file is locked."""
        self._said_at = 0
        self.setAccessibleName("")
        self.strong.setText("")
        self.hide()
