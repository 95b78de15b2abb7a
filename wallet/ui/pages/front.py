"""The frame of every page before a file is open: a card in the middle with the brand, and a quiet note beside it.

Lives here: layout only. Does not live here: the steps (`first_run`, `unlock`).
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Middle, Rule, Surface, column, row
from wallet.ui.widgets.labels import IconLabel, PlainLabel

_CARD = 700
_SIDE = 330
_SIDE_FROM = 1080


class FrontPage(QWidget):
    """Brand on top, something in the scrolling middle, buttons that stay in view at the bottom."""

    def __init__(self, look: Look, middle: QWidget, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.card = Surface("card")
        self.card.setMaximumWidth(look.px(_CARD))
        inner = column(look, 14, (34, 28, 34, 20))
        head = row(look, 10)
        head.addWidget(IconLabel(look, "wallet", "primary", 28))
        head.addWidget(PlainLabel(self.tr("LER Wallet"), "dialog", wrap=False), 1)
        self.corner: QHBoxLayout = row(look, 8)
        head.addLayout(self.corner)
        inner.addLayout(head)
        self.middle = Middle(middle, name)
        inner.addWidget(self.middle, 1)
        inner.addWidget(Rule())
        self.foot: QHBoxLayout = row(look, 10)
        inner.addLayout(self.foot)
        self.card.setLayout(inner)
        self.side = self._promises()
        outer = row(look, 18, (20, 20, 20, 20))
        outer.addStretch(1)
        outer.addWidget(self.card, 100)
        outer.addWidget(self.side, 0, Qt.AlignmentFlag.AlignTop)
        outer.addStretch(1)
        self.setLayout(outer)
        look.changed.connect(self._restyle)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: the note leaves when there is no room for it."""
        super().resizeEvent(event)
        self.side.setVisible(self.width() >= self._look.px(_SIDE_FROM))

    def _restyle(self) -> None:
        self.card.setMaximumWidth(self._look.px(_CARD))
        self.side.setFixedWidth(self._look.px(_SIDE))

    def _promises(self) -> QWidget:
        box = Surface("card")
        box.setFixedWidth(self._look.px(_SIDE))
        layout = column(self._look, 10, (18, 16, 18, 18))
        layout.addWidget(PlainLabel(self.tr("What we keep, and where"), "section"))
        for icon, token, words in (
            ("circle-check", "ok", self.tr("One encrypted file, in a place you choose")),
            ("circle-check", "ok", self.tr("No account, no sign-in, no tracking")),
            ("circle-check", "ok", self.tr("Works without internet")),
            ("info", "warn", self.tr("Without passphrase or recovery kit nobody can open it")),
        ):
            line = row(self._look, 10)
            line.addWidget(IconLabel(self._look, icon, token, 20), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(PlainLabel(words, "secondary", tone="text"), 1)
            layout.addLayout(line)
        box.setLayout(layout)
        return box
