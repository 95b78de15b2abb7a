"""Paints one credential as a card: picture, chip, title, issuer, date, skills. Selection and focus are drawn apart.

A card is painted once into a pixmap and kept, keyed by everything it depends on; scrolling only copies.
"""

from collections import OrderedDict

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen, QPixmap, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wallet.ui.chips import chip_of
from wallet.ui.dates import month
from wallet.ui.languages import translate
from wallet.ui.models.credential_model import CARD_ROLE, PICTURE_ROLE
from wallet.ui.ports import Card
from wallet.ui.safe_text import one_line
from wallet.ui.theme.look import Look
from wallet.ui.widgets.painting import chip_size, paint_badge, paint_chip
from wallet.verification.report import Verdict

CARD_HEIGHT = 206
GAP = 12
_PAD = 13
_PICTURE = 68
_KEPT = 300
_RADIUS = 12

Key = tuple[object, ...]


class CardDelegate(QStyledItemDelegate):
    """The painter of the grid."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()
        look.changed.connect(self._forget)  # a method of this object: the connection ends with it

    def _forget(self) -> None:
        self._kept.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Qt: the view's grid decides the width; the height follows the text size."""
        del index
        return QSize(option.rect.width(), self._look.px(CARD_HEIGHT + GAP))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt: one card."""
        half = self._look.px(GAP) // 2
        rect: QRect = option.rect.adjusted(half, half, -half, -half)
        state: QStyle.StateFlag = option.state
        card: Card = index.data(CARD_ROLE)
        picture: QImage | None = index.data(PICTURE_ROLE)
        painter.drawPixmap(
            rect.topLeft(), self._card(card, picture, rect.size(), painter.device().devicePixelRatio())
        )
        self._paint_state(painter, rect, state)

    def _paint_state(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        """The edge says *selected*, the ring outside it says *the keyboard is here*."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._look.px(_RADIUS)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(self._look.tokens.primary), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), radius, radius)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self._look.tokens.focus), 2))
            painter.drawRoundedRect(rect.adjusted(-3, -3, 2, 2), radius + 3, radius + 3)
        painter.restore()

    def _card(self, card: Card, picture: QImage | None, size: QSize, ratio: float) -> QPixmap:
        key: Key = (card, picture.cacheKey() if picture else 0, size.width(), size.height(), ratio)
        pixmap = self._kept.get(key)
        if pixmap is None:
            pixmap = QPixmap(size * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            self._paint_card(pixmap, card, picture, QRect(QPoint(0, 0), size))
            self._kept[key] = pixmap
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return pixmap

    def _paint_card(self, pixmap: QPixmap, card: Card, picture: QImage | None, rect: QRect) -> None:
        look, pad = self._look, self._look.px(_PAD)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.tokens.line), 1))
        painter.setBrush(QColor(look.tokens.surface))
        painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), look.px(_RADIUS), look.px(_RADIUS))
        chip = chip_of(card.verdict, self_asserted=card.self_asserted)
        size = chip_size(look, chip)
        mirrored = look.mirrored
        side, room = self._picture_side(rect.width()), look.px(_PICTURE)
        left = rect.right() - pad - side if mirrored else pad
        paint_badge(painter, QRect(left, pad + (room - side) // 2, side, side), look, picture, card.id)
        chip_left = pad if mirrored else rect.width() - pad - size.width()
        paint_chip(painter, QRect(QPoint(chip_left, pad), size), look, chip)
        words = rect.adjusted(pad, pad + room + look.px(8), -pad, -pad)
        self._paint_words(painter, words, card)
        painter.end()

    def _picture_side(self, width: int) -> int:
        """The same for all cards: as large as fits beside the widest chip, at most 68 px (at 100 %)."""
        widest = max(chip_size(self._look, chip_of(verdict)).width() for verdict in Verdict)
        room = width - 2 * self._look.px(_PAD) - widest - self._look.px(4)
        return max(self._look.px(44), min(self._look.px(_PICTURE), room))

    def _paint_words(self, painter: QPainter, rect: QRect, card: Card) -> None:
        look = self._look
        painter.setPen(QColor(look.tokens.text))
        painter.setFont(look.font("card"))
        used = _draw_two_lines(
            painter, rect, one_line(card.name) or translate("CardDelegate", "Without a name")
        )
        secondary = look.font("secondary")
        metrics = QFontMetrics(secondary)
        painter.setFont(secondary)
        painter.setPen(QColor(look.tokens.text2))
        issuer = QRect(rect.x(), rect.y() + used + look.px(2), rect.width(), metrics.height())
        flags = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(
            issuer,
            flags,
            metrics.elidedText(one_line(card.issuer), Qt.TextElideMode.ElideRight, rect.width()),
        )
        self._paint_foot(painter, rect, card)

    def _paint_foot(self, painter: QPainter, rect: QRect, card: Card) -> None:
        look = self._look
        metrics = QFontMetrics(look.font("count"))
        painter.setFont(look.font("count"))
        foot = QRect(rect.x(), rect.bottom() - metrics.height(), rect.width(), metrics.height())
        count = card.skills_count
        skills = self.tr("%n skill(s)", "", count) if count else ""
        room = rect.width() - metrics.horizontalAdvance(skills) - look.px(8)
        dates = metrics.elidedText(_dates(card), Qt.TextElideMode.ElideRight, room)
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), dates)
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter), skills)


def _dates(card: Card) -> str:
    issued, ends = month(card.issued), month(card.ends)
    if ends:
        return (
            f"{issued} · " + translate("CardDelegate", "ends {date}").format(date=ends)
            if issued
            else translate("CardDelegate", "ends {date}").format(date=ends)
        )
    return issued


def _draw_two_lines(painter: QPainter, rect: QRect, text: str) -> int:
    """Draws text in at most two lines, the second cut with an ellipsis; returns the height used in logical pixels."""
    layout = QTextLayout(text, painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    metrics = QFontMetrics(painter.font())
    flags = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(rect.width())
    start = first.textStart() + first.textLength()
    layout.endLayout()
    lines = [text[:start], text[start:]] if start < len(text) else [text]
    height = metrics.height()
    for i, line in enumerate(lines):
        shown = metrics.elidedText(line.strip(), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(QRect(rect.x(), rect.y() + i * height, rect.width(), height), flags, shown)
    return len(lines) * height
