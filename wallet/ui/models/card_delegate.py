"""Paints one credential as a card: picture, chip, title, issuer, date, skills. Selection and focus are drawn apart.

A card is painted once into a pixmap and kept with everything it depends on; scrolling only copies.
"""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wallet.ui.chips import chip_of
from wallet.ui.dates import month
from wallet.ui.languages import translate
from wallet.ui.models.card_stamps import RADIUS, CardStamps
from wallet.ui.models.credential_model import CARD_ROLE, PICTURE_ROLE
from wallet.ui.models.painted_lines import LINE, cut, draw_two_lines
from wallet.ui.ports import Card
from wallet.ui.safe_text import one_line
from wallet.ui.theme.look import Look
from wallet.ui.widgets.painting import paint_badge

CARD_HEIGHT = 206
GAP = 12
_PAD = 13
_PICTURE = 68
_SCREENFULS = 8
_BYTES_A_PIXEL = 4
_LINE_END = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class _Painted:
    """A painted card, and what it was painted from."""

    pixmap: QPixmap
    card: Card
    picture: int
    size: QSize
    ratio: float

    @property
    def bytes(self) -> int:
        """How much memory it takes."""
        return _BYTES_A_PIXEL * self.pixmap.width() * self.pixmap.height()

    def shows(self, card: Card, picture: int, size: QSize, ratio: float) -> bool:
        """Whether it still looks right."""
        same = self.card is card or self.card == card
        return same and (self.picture, self.size, self.ratio) == (picture, size, ratio)


class CardDelegate(QStyledItemDelegate):
    """The painter of the grid."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._kept: OrderedDict[str, _Painted] = OrderedDict()
        self._bytes = self._most_bytes = 0
        self._stamps: dict[float, CardStamps] = {}
        look.changed.connect(self._forget)  # a method of this object: the connection ends with it

    def keep_for(self, room: QSize, ratio: float) -> None:
        """Painted cards are kept for so many screenfuls of this room, in logical pixels."""
        self._most_bytes = round(_SCREENFULS * _BYTES_A_PIXEL * room.width() * room.height() * ratio**2)

    def _forget(self) -> None:
        self._kept.clear()
        self._stamps.clear()
        self._bytes = 0

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
        radius = self._look.px(RADIUS)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(self._look.tokens.primary), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), radius, radius)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self._look.tokens.focus), 2))
            painter.drawRoundedRect(rect.adjusted(-3, -3, 2, 2), radius + 3, radius + 3)
        painter.restore()

    def _card(self, card: Card, picture: QImage | None, size: QSize, ratio: float) -> QPixmap:
        drawn_from = (card, picture.cacheKey() if picture else 0, size, ratio)
        kept = self._kept.pop(card.id, None)
        if kept is None or not kept.shows(*drawn_from):
            self._bytes -= kept.bytes if kept is not None else 0
            kept = _Painted(self._paint_card(card, picture, size, ratio), *drawn_from)
            self._bytes += kept.bytes
        self._kept[card.id] = kept  # at the end: what was painted last is dropped last
        while self._bytes > self._most_bytes and len(self._kept) > 1:
            self._bytes -= self._kept.popitem(last=False)[1].bytes
        return kept.pixmap

    def _paint_card(self, card: Card, picture: QImage | None, size: QSize, ratio: float) -> QPixmap:
        look, pad, room = self._look, self._look.px(_PAD), self._look.px(_PICTURE)
        stamps = self._stamps.get(ratio) or self._stamps.setdefault(ratio, CardStamps(look, ratio))
        pixmap = QPixmap(stamps.ground(size))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chip = stamps.chip(chip_of(card.verdict, self_asserted=card.self_asserted))
        side = self._picture_side(size.width(), stamps)
        right = size.width() - pad
        left, chip_left = pad, right - round(chip.width() / ratio)
        if look.mirrored:
            left, chip_left = right - side - 1, pad
        place = QRect(left, pad + (room - side) // 2, side, side)
        if picture is None or picture.isNull():
            painter.drawPixmap(place.topLeft(), stamps.shape(side, card.id))
        else:
            paint_badge(painter, place, look, picture, card.id)
        painter.drawPixmap(QPoint(chip_left, pad), chip)
        words = QRect(QPoint(0, 0), size).adjusted(pad, pad + room + look.px(8), -pad, -pad)
        self._paint_words(painter, words, card, stamps)
        painter.end()
        return pixmap

    def _picture_side(self, width: int, stamps: CardStamps) -> int:
        """The same for all cards: as large as fits beside the widest chip, at most 68 px (at 100 %)."""
        room = width - 2 * self._look.px(_PAD) - stamps.widest_chip - self._look.px(4)
        return max(self._look.px(44), min(self._look.px(_PICTURE), room))

    def _paint_words(self, painter: QPainter, rect: QRect, card: Card, stamps: CardStamps) -> None:
        look = self._look
        painter.setPen(QColor(look.tokens.text))
        painter.setFont(stamps.name_font)
        name = one_line(card.name) or translate("CardDelegate", "Without a name")
        used = draw_two_lines(painter, rect, name, stamps.name_metrics)
        metrics = stamps.issuer_metrics
        painter.setFont(stamps.issuer_font)
        painter.setPen(QColor(look.tokens.text2))
        issuer = QRect(rect.x(), rect.y() + used + look.px(2), rect.width(), metrics.height())
        painter.drawText(issuer, LINE, cut(one_line(card.issuer), metrics, rect.width()))
        self._paint_foot(painter, rect, card, stamps)

    def _paint_foot(self, painter: QPainter, rect: QRect, card: Card, stamps: CardStamps) -> None:
        metrics = stamps.foot_metrics
        painter.setFont(stamps.foot_font)
        foot = QRect(rect.x(), rect.bottom() - metrics.height(), rect.width(), metrics.height())
        count = card.skills_count
        skills = self.tr("%n skill(s)", "", count) if count else ""
        room = rect.width() - metrics.horizontalAdvance(skills) - self._look.px(8)
        painter.drawText(foot, LINE, cut(_dates(card), metrics, room))
        if skills:
            painter.drawText(foot, _LINE_END, skills)


def _dates(card: Card) -> str:
    issued, ends = month(card.issued), month(card.ends)
    if ends:
        return (
            f"{issued} · " + translate("CardDelegate", "ends {date}").format(date=ends)
            if issued
            else translate("CardDelegate", "ends {date}").format(date=ends)
        )
    return issued
