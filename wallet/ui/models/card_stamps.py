"""What many cards have in common, drawn or measured once: their ground, chips, shapes without a picture, fonts.

All of it depends on the look and is made anew with it. Does not live here: what differs from card to card
(`card_delegate`).
"""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from wallet.ui.chips import Chip, chip_of
from wallet.ui.theme.look import Look
from wallet.ui.widgets.painting import chip_size, paint_chip, paint_placeholder, shape_of
from wallet.verification.report import Verdict

RADIUS = 12
"""Of a card's corners, at 100 %."""


class CardStamps:
    """Ready-made parts of cards under one look, for a screen of one resolution."""

    def __init__(self, look: Look, ratio: float) -> None:
        """`ratio` is device pixels per logical pixel."""
        self._look = look
        self._ratio = ratio
        self._drawn: dict[object, QPixmap] = {}

    @cached_property
    def name_font(self) -> QFont:
        """The font of a card's first lines."""
        return self._look.font("card")

    @cached_property
    def issuer_font(self) -> QFont:
        """The font of the line below them."""
        return self._look.font("secondary")

    @cached_property
    def foot_font(self) -> QFont:
        """The font of dates and counts."""
        return self._look.font("count")

    @cached_property
    def name_metrics(self) -> QFontMetrics:
        """Its measures."""
        return QFontMetrics(self.name_font)

    @cached_property
    def issuer_metrics(self) -> QFontMetrics:
        """Its measures."""
        return QFontMetrics(self.issuer_font)

    @cached_property
    def foot_metrics(self) -> QFontMetrics:
        """Its measures."""
        return QFontMetrics(self.foot_font)

    @cached_property
    def widest_chip(self) -> int:
        """The width in logical pixels that the widest verdict takes."""
        return max(chip_size(self._look, chip_of(verdict)).width() for verdict in Verdict)

    def ground(self, size: QSize) -> QPixmap:
        """An empty card."""

        def paint(painter: QPainter, rect: QRect) -> None:
            look = self._look
            painter.setPen(QPen(QColor(look.tokens.line), 1))
            painter.setBrush(QColor(look.tokens.surface))
            painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), look.px(RADIUS), look.px(RADIUS))

        return self._once(("ground", size.width(), size.height()), lambda: size, paint)

    def chip(self, chip: Chip) -> QPixmap:
        """A status chip."""
        return self._once(
            chip,
            lambda: chip_size(self._look, chip),
            lambda painter, rect: paint_chip(painter, rect, self._look, chip),
        )

    def shape(self, side: int, seed: str) -> QPixmap:
        """The shape of a credential without a picture, in a square of so many logical pixels."""
        return self._once(
            ("shape", side, shape_of(seed)),
            lambda: QSize(side, side),
            lambda painter, rect: paint_placeholder(painter, rect, self._look, seed),
        )

    def _once(
        self, key: object, size: Callable[[], QSize], paint: Callable[[QPainter, QRect], None]
    ) -> QPixmap:
        pixmap = self._drawn.get(key)
        if pixmap is None:
            room = size()
            pixmap = self._drawn[key] = QPixmap(room * self._ratio)
            pixmap.setDevicePixelRatio(self._ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint(painter, QRect(0, 0, room.width(), room.height()))
            painter.end()
        return pixmap
