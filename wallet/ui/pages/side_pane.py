"""The pane beside a list that shows one thing of it, and is a page of its own on small windows, with a way back.

Lives here: its width, the way back, and putting one body in place of another. Does not live here: what is in the body.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Surface, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel

_ANY_WIDTH = 16_777_215  # QWIDGETSIZE_MAX


class SidePane(Surface):
    """Base of such panes. `back` tells that somebody leaves it for the list."""

    back = Signal()

    WIDTH = 372

    def __init__(self, look: Look, back_words: str, parent: QWidget | None = None) -> None:
        """`back_words` is what the way back is called."""
        super().__init__("pane", parent)
        self._look = look
        self.back_button = Button(look, back_words, "arrow-left", "link")
        self.back_button.clicked.connect(self.back)
        self.back_button.hide()
        head = row(look, 0, (8, 8, 8, 0))
        head.addWidget(self.back_button)
        head.addStretch(1)
        self._layout = column(look, 0)
        self._layout.addLayout(head)
        self._body: QWidget | None = None
        self.setLayout(self._layout)

    def set_alone(self, alone: bool) -> None:
        """Whether the pane is the whole page, with a way back."""
        self.back_button.setVisible(alone)
        if alone:
            self.setMinimumWidth(0)
            self.setMaximumWidth(_ANY_WIDTH)
        else:
            self.setFixedWidth(self._look.px(self.WIDTH))

    def _show_hint(self, hint: str) -> None:
        """Nothing is chosen: only these words."""
        body = QWidget()
        layout = column(self._look, 8, (24, 24, 24, 24))
        layout.addStretch(1)
        words = PlainLabel(hint, "secondary")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(words)
        layout.addStretch(1)
        body.setLayout(layout)
        self._replace(body)

    def _replace(self, body: QWidget) -> None:
        if self._body is not None:
            self._layout.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = body
        self._layout.addWidget(body, 1)
