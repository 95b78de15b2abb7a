"""Paints one line of the timeline: a year's head, what was earned, or what ends.

The state stands at the end of the line as a chip. Where there is less room, the day stands with the words below.
"""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wallet.ui.chips import Chip, chip_of
from wallet.ui.dates import day_and_month
from wallet.ui.models.card_stamps import CardStamps
from wallet.ui.models.timeline_model import LINE_ROLE, TimelineModel
from wallet.ui.theme.look import Look
from wallet.ui.timeline import Moment, YearHead

_PAD, _GAP, _DAY, _NARROW = 8, 10, 70, 470
_LINE = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)


class TimelineDelegate(QStyledItemDelegate):
    """The painter of the timeline; all lines are of one height."""

    def __init__(self, look: Look, model: TimelineModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model
        self._stamps: dict[float, CardStamps] = {}
        self._width = 0
        look.changed.connect(self._stamps.clear)

    def fit(self, width: int) -> None:
        """How wide the lines are, in logical pixels."""
        self._width = width

    def height(self) -> int:
        """How tall every line is, in logical pixels."""
        look = self._look
        words = QFontMetrics(look.font("card")).height() + QFontMetrics(look.font("secondary")).height()
        return words + 2 * look.px(_PAD)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Qt: as wide as the list."""
        del option, index
        return QSize(self._width, self.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt: one line."""
        line = index.data(LINE_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if isinstance(line, YearHead):
            self._paint_head(painter, rect, line)
        elif isinstance(line, Moment):
            self._paint_moment(painter, rect, line)
        self._paint_state(painter, rect, state)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, head: YearHead) -> None:
        look = self._look
        painter.setPen(QPen(QColor(look.tokens.line_strong), 1))
        painter.drawLine(
            rect.bottomLeft() + QPoint(look.px(_PAD), -1), rect.bottomRight() - QPoint(look.px(_PAD), 1)
        )
        title, words = self._model.title_of(head), self._model.words_of(head)
        big, small = look.font("detail"), look.font("secondary")
        row = rect.adjusted(
            look.px(_PAD),
            rect.height() - QFontMetrics(big).height() - look.px(7),
            -look.px(_PAD),
            -look.px(3),
        )
        used = self._draw(painter, row, title, big, look.tokens.text)
        rest = self._after(row, used + look.px(_GAP + 2))
        self._draw(painter, rest, words, small, look.tokens.text2)

    def _paint_moment(self, painter: QPainter, rect: QRect, moment: Moment) -> None:
        look = self._look
        row = rect.adjusted(look.px(_PAD), look.px(_PAD), -look.px(_PAD), -look.px(_PAD))
        name, small = look.font("card"), look.font("secondary")
        day, below = day_and_month(moment.day), self._model.words_of(moment)
        words = self._paint_chip(painter, row, moment)
        if self._width < look.px(_NARROW):
            below = f"{day} · {below}" if day else below
        else:
            first = QRect(row.x(), row.y(), row.width(), QFontMetrics(name).height())
            self._draw(painter, first, day, small, look.tokens.text2)
            words = self._after(words, look.px(_DAY))
        first = QRect(words.x(), words.y(), words.width(), QFontMetrics(name).height())
        second = QRect(words.x(), first.bottom() + 1, words.width(), QFontMetrics(small).height())
        self._draw(painter, first, self._model.title_of(moment), name, look.tokens.text)
        self._draw(painter, second, below, small, look.tokens.text2)

    def _paint_chip(self, painter: QPainter, words: QRect, moment: Moment) -> QRect:
        """The state; what room it leaves for words."""
        look = self._look
        ratio = painter.device().devicePixelRatio()
        stamps = self._stamps.get(ratio) or self._stamps.setdefault(ratio, CardStamps(look, ratio))
        pixmap = stamps.chip(self._chip(moment))
        wide, tall = round(pixmap.width() / ratio), round(pixmap.height() / ratio)
        left = words.x() if look.mirrored else words.right() - wide + 1
        painter.drawPixmap(QPoint(left, words.y() + (words.height() - tall) // 2), pixmap)
        room = wide + look.px(_GAP)
        return words.adjusted(room, 0, 0, 0) if look.mirrored else words.adjusted(0, 0, -room, 0)

    def _chip(self, moment: Moment) -> Chip:
        """Of an end, that it is one; the state of the credential stands where it was earned."""
        if moment.is_end:
            return Chip(self.tr("Ended") if moment.has_passed else self.tr("Ends"), "clock", "wait")
        return chip_of(moment.verdict, self_asserted=moment.is_own)

    def _draw(self, painter: QPainter, rect: QRect, text: str, font: QFont, colour: str) -> int:
        """One line, cut where it is too long; how wide it is, in logical pixels."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, rect.width()))
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(rect, _LINE, shown)
        return metrics.horizontalAdvance(shown)

    def _after(self, rect: QRect, used: int) -> QRect:
        """What is left of a line after so many pixels at its start."""
        return rect.adjusted(0, 0, -used, 0) if self._look.mirrored else rect.adjusted(used, 0, 0, 0)

    def _paint_state(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        """The edge says *selected*, the ring says *the keyboard is here*."""
        look = self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = look.px(8)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(look.tokens.focus), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), radius, radius)
        elif state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(look.tokens.primary), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), radius, radius)
