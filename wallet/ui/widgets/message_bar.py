"""The bar at the top of the window where every message ends: what happened, what it means, what to do."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from wallet.ui.announce import announce
from wallet.ui.messages import Message
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Notice, Surface, column, row
from wallet.ui.widgets.buttons import Button, IconButton
from wallet.ui.widgets.disclosure import TechnicalDetails
from wallet.ui.widgets.labels import IconLabel, PlainLabel


class MessageBar(QWidget):
    """Shows the newest message until it is closed or another one takes its place."""

    def __init__(self, look: Look, copy: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._copy = copy
        self._column = column(look, 0, (12, 8, 12, 0))
        self.setLayout(self._column)
        self._panel: QWidget | None = None
        self.hide()

    @property
    def spoken(self) -> str:
        """What the bar says now; "" while it is closed."""
        return self.accessibleName() if self._panel is not None else ""

    def show_message(self, message: Message) -> None:
        """Shows a message and tells screen readers."""
        self.clear()
        self._panel = self._build(message)
        self._column.addWidget(self._panel)
        self.setAccessibleName(message.spoken)
        self.show()
        announce(self, message.spoken)

    def clear(self) -> None:
        """Closes the bar."""
        if self._panel is not None:
            self._column.removeWidget(self._panel)
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None
        self.setAccessibleName("")
        self.hide()

    def _build(self, message: Message) -> QWidget:
        panel = Surface(message.tone)
        layout = row(self._look, 12, (14, 8, 8, 8))
        icon = IconLabel(self._look, Notice.ICONS[message.tone], message.tone, 20)
        layout.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.setAlignment(
            icon, Qt.AlignmentFlag.AlignVCenter if not message.means else Qt.AlignmentFlag.AlignTop
        )
        words = column(self._look, 1)
        words.addWidget(PlainLabel(message.happened, "secondary_strong", tone="text"))
        rest = " ".join(part for part in (message.means, message.do) if part)
        if rest:
            words.addWidget(PlainLabel(rest, "secondary", tone="text"))
        if message.technical:
            words.addWidget(TechnicalDetails(self._look, message.technical, self._copy))
        layout.addLayout(words, 1)
        if message.act is not None:
            act = Button(self._look, message.button, "", "plain")
            act.clicked.connect(partial(self._act, message.act))
            layout.addWidget(act, 0, Qt.AlignmentFlag.AlignVCenter)
        close = IconButton(self._look, self.tr("Close this message"), "close")
        close.clicked.connect(self.clear)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        panel.setLayout(layout)
        return panel

    def _act(self, act: Callable[[], object], _checked: bool = False) -> None:
        self.clear()
        act()
