"""Paints heads and skills: a group of skills is one card, each skill a line of it with its sign, words and list.

A name takes one line or two, so rows differ in height; heights are kept for as long as the width stays.
"""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wallet.app.skill_view import Skill
from wallet.ui.models.painted_lines import LINE, cut, draw_two_lines, two_lines
from wallet.ui.models.skill_model import PLACE_ROLE, ROW_ROLE
from wallet.ui.skill_rows import Head, Row
from wallet.ui.skill_words import Counted, head_note, head_title, list_words, name_of, sign_of, tone_of
from wallet.ui.theme.look import Look

_PAD, _GAP, _ICON = 14, 12, 20
_ABOVE, _BELOW = 16, 6
_RADIUS = 12
_CHIP_PAD, _CHIP_MOST = 10, 150
_WRAP = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class SkillDelegate(QStyledItemDelegate):
    """The painter of the list of skills."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._counted = Counted(self)
        self._width = 0
        self._heights: dict[tuple[str, str, str], int] = {}
        self._faces: dict[str, tuple[QFont, QFontMetrics]] = {}
        look.changed.connect(self._forget)

    def fit(self, width: int) -> None:
        """The room that rows have, in logical pixels."""
        if width != self._width:
            self._width = width
            self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Qt: as tall as its words are at the present width."""
        del option
        row: Row = index.data(ROW_ROLE)
        if isinstance(row, Head):
            return QSize(self._width, self._head_height(row))
        is_last = index.row() == index.model().rowCount() - 1
        return QSize(self._width, self._height(row) + (self._look.px(_ABOVE) if is_last else 0))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt: one row."""
        row: Row = index.data(ROW_ROLE)
        rect: QRect = option.rect
        if self._look.mirrored:
            rect.setLeft(rect.right() - self._width + 1)
        else:
            rect.setWidth(self._width)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Skill):
            rect.setHeight(self._height(row))
            self._paint_skill(painter, rect, option.state, row, index.data(PLACE_ROLE))
        else:
            self._paint_head(painter, rect, row)
        painter.restore()

    # -- heights

    def _height(self, skill: Skill) -> int:
        drawn_from = (skill.name, skill.framework, skill.family)
        known = self._heights.get(drawn_from)
        if known is None:
            font, metrics = self._face("strong")
            room = self._words_width(skill)
            lines = len(two_lines(name_of(skill), font, room, metrics))
            needed = lines * metrics.height() + self._face("secondary")[1].height() + self._look.px(2)
            known = self._heights[drawn_from] = max(self._look.px(32), needed) + self._look.px(20)
        return known

    def _head_height(self, head: Head) -> int:
        note = self._note_height(head)
        above = self._look.px(_ABOVE + _BELOW)
        return above + self._face("section")[1].height() + (note + self._look.px(2) if note else 0)

    def _note_height(self, head: Head) -> int:
        note = head_note(head)
        room = QRect(0, 0, max(1, self._width - self._look.px(4)), 10_000)
        return self._face("hint")[1].boundingRect(room, _WRAP, note).height() if note else 0

    def _words_width(self, skill: Skill) -> int:
        chip = self._chip_width(skill)
        taken = (
            2 * self._look.px(_PAD)
            + self._look.px(_ICON + _GAP)
            + (chip + self._look.px(_GAP) if chip else 0)
        )
        return max(self._look.px(60), self._width - taken)

    def _chip_width(self, skill: Skill) -> int:
        words = list_words(skill)
        if not words:
            return 0
        most = min(self._look.px(_CHIP_MOST), self._width // 3)
        return min(self._face("chip")[1].horizontalAdvance(words), most) + 2 * self._look.px(_CHIP_PAD)

    # -- painting

    def _paint_head(self, painter: QPainter, rect: QRect, head: Head) -> None:
        look, tokens = self._look, self._look.tokens
        font, metrics = self._face("section")
        inner = rect.adjusted(look.px(2), look.px(_ABOVE), -look.px(2), 0)
        count = self._counted.skills(head.count)
        count_font, count_metrics = self._face("count")
        taken = count_metrics.horizontalAdvance(count) + look.px(_GAP)
        line = QRect(inner.x(), inner.y(), inner.width(), metrics.height())
        painter.setPen(QColor(tokens.text2))
        painter.setFont(count_font)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignBottom), count)
        painter.setPen(QColor(tokens.text))
        painter.setFont(font)
        words = line.adjusted(taken, 0, 0, 0) if look.mirrored else line.adjusted(0, 0, -taken, 0)
        painter.drawText(words, LINE, cut(head_title(head), metrics, words.width()))
        if note := head_note(head):
            painter.setPen(QColor(tokens.text3))
            painter.setFont(self._face("hint")[0])
            below = QRect(line.x(), line.bottom() + look.px(2), inner.width(), self._note_height(head) + 2)
            painter.drawText(below, _WRAP, note)

    def _paint_skill(
        self,
        painter: QPainter,
        rect: QRect,
        state: QStyle.StateFlag,
        skill: Skill,
        place: tuple[bool, bool],
    ) -> None:
        look, tokens = self._look, self._look.tokens
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, rect, place, chosen=chosen)
        inner = rect.adjusted(look.px(_PAD), look.px(10), -look.px(_PAD), -look.px(10))
        sign = sign_of(skill)
        icon = QRect(inner.x(), inner.y(), look.px(_ICON), look.px(_ICON))
        chip = QRect(
            inner.x(), inner.y(), self._chip_width(skill), self._face("chip")[1].height() + look.px(6)
        )
        words = QRect(0, inner.y(), self._words_width(skill), inner.height())
        icon.moveRight(inner.right()) if look.mirrored else chip.moveRight(inner.right())
        start = icon.left() - look.px(_GAP) - words.width() if look.mirrored else icon.right() + look.px(_GAP)
        words.moveLeft(start)
        painter.drawPixmap(icon.topLeft(), look.pixmap(sign, tone_of(sign), _ICON))
        font, metrics = self._face("strong")
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        used = draw_two_lines(painter, words, name_of(skill), metrics)
        font, metrics = self._face("secondary")
        painter.setFont(font)
        painter.setPen(QColor(tokens.text2))
        said = " · ".join(
            part for part in (self._counted.shown_by(skill), self._counted.result(skill)) if part
        )
        below = QRect(words.x(), words.y() + used + look.px(2), words.width(), metrics.height())
        painter.drawText(below, LINE, cut(said, metrics, below.width()))
        if chip.width():
            self._paint_chip(painter, chip, list_words(skill), chosen=chosen)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(2, 2, -3, -3), look.px(_RADIUS - 2), look.px(_RADIUS - 2))

    def _paint_ground(
        self, painter: QPainter, rect: QRect, place: tuple[bool, bool], *, chosen: bool
    ) -> None:
        """A piece of the group's card: rounded where the group begins or ends, a line to the next skill else."""
        look, tokens = self._look, self._look.tokens
        first, last = place
        radius = look.px(_RADIUS)
        card = rect.adjusted(1, 1 if first else -radius, -2, -2 if last else radius)
        path = QPainterPath()
        path.addRoundedRect(card, radius, radius)
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(QColor(tokens.primary_soft if chosen else tokens.surface))
        painter.drawPath(path)
        if not last:
            painter.fillRect(rect.left() + 1, rect.bottom(), rect.width() - 3, 1, QColor(tokens.line))
        if chosen:
            painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
            edge = QRect(rect.left(), rect.top(), look.px(4), rect.height())
            if look.mirrored:
                edge.moveRight(rect.right())
            painter.fillRect(edge, QColor(tokens.primary))
        painter.restore()

    def _paint_chip(self, painter: QPainter, rect: QRect, words: str, *, chosen: bool) -> None:
        tokens = self._look.tokens
        painter.setPen(
            QColor(tokens.line_strong) if self._look.strong else QColor(Qt.GlobalColor.transparent)
        )
        painter.setBrush(QColor(tokens.surface if chosen else tokens.sunken))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        font, metrics = self._face("chip")
        painter.setPen(QColor(tokens.text2))
        painter.setFont(font)
        shown = cut(words, metrics, rect.width() - 2 * self._look.px(_CHIP_PAD) + 1)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), shown)

    def _face(self, role: str) -> tuple[QFont, QFontMetrics]:
        if role not in self._faces:
            font = self._look.font(role)
            self._faces[role] = (font, QFontMetrics(font))
        return self._faces[role]

    def _forget(self) -> None:
        self._heights.clear()
        self._faces.clear()
