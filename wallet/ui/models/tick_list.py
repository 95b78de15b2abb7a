"""Credentials with a tick each, for lists of any length: a model, its painter and its view.

A click anywhere on a line, Space or Enter ticks it.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wallet.ui.chips import chip_of
from wallet.ui.dates import month
from wallet.ui.ports import Card
from wallet.ui.safe_text import one_line
from wallet.ui.theme.look import Look

Index = QModelIndex | QPersistentModelIndex

_WORDS_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_FLAGS = (
    Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsUserCheckable
    | Qt.ItemFlag.ItemNeverHasChildren
)
_PAD, _BOX, _GAP, _ROWS = 6, 20, 12, 6
_LINE = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)


class TickModel(QStringListModel):
    """Cards and which of them are ticked. Qt itself counts the rows, as in `CredentialModel`."""

    ticked_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: Sequence[Card] = ()
        self._ticked: set[str] = set()

    @property
    def ticked(self) -> Sequence[str]:
        """The record ids of what is ticked, in the order of the list."""
        return tuple(card.id for card in self._cards if card.id in self._ticked)

    def show_cards(self, cards: Sequence[Card], ticked: frozenset[str]) -> None:
        """Replaces everything."""
        self._cards, self._ticked = cards, set(ticked)
        self.setStringList([""] * len(cards))

    def toggle(self, index: Index) -> None:
        """Ticks a line, or takes its tick away."""
        if 0 <= index.row() < len(self._cards):
            self._ticked ^= {self._cards[index.row()].id}
            self.dataChanged.emit(
                self.index(index.row()), self.index(index.row()), [Qt.ItemDataRole.CheckStateRole]
            )
            self.ticked_changed.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: what stands here can be ticked, and not be written over."""
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Qt: one line in the wanted role."""
        if not 0 <= index.row() < len(self._cards):
            return None
        card = self._cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(card.name) or self.tr("Without a name")
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if card.id in self._ticked else Qt.CheckState.Unchecked
        if role == _WORDS_ROLE:
            return _below(card)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = one_line(card.name) or self.tr("Without a name")
            return ", ".join(part for part in (name, *_facts(card)) if part)
        return None


class TickList(QListView):
    """The view; about six lines high, the rest by scrolling."""

    def __init__(self, look: Look, model: TickModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._ticks = model
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(model)
        self._painter = _TickPainter(look, self)
        self.setItemDelegate(self._painter)
        self.clicked.connect(model.toggle)
        look.changed.connect(self._fit)
        model.modelReset.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: Space and Enter tick."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ticks.toggle(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        rows = max(1, min(_ROWS, self._ticks.rowCount()))
        self.setFixedHeight(rows * self._painter.height() + self._look.px(4))
        self.scheduleDelayedItemsLayout()


class _TickPainter(QStyledItemDelegate):
    """A box, a name, and facts below it."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def height(self) -> int:
        """How tall every line is, in logical pixels."""
        words = sum(QFontMetrics(self._look.font(role)).height() for role in ("body", "secondary"))
        return words + 2 * self._look.px(_PAD)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Qt: as wide as the list."""
        del index
        return QSize(option.rect.width(), self.height())

    def editorEvent(  # noqa: N802
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Qt: the view ticks, wherever on the line the click is; Qt would do so once more on the box."""
        del event, model, option, index
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: one line."""
        look, tokens = self._look, self._look.tokens
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(_BOX)
        box = QRect(rect.x() + look.px(_PAD), rect.y() + (rect.height() - side) // 2, side, side)
        words = rect.adjusted(look.px(_PAD + _BOX + _GAP), look.px(_PAD), -look.px(_PAD), -look.px(_PAD))
        if look.mirrored:
            box.moveRight(rect.right() - look.px(_PAD))
            words = rect.adjusted(look.px(_PAD), look.px(_PAD), -look.px(_PAD + _BOX + _GAP), -look.px(_PAD))
        ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        painter.setPen(QPen(QColor(tokens.primary if ticked else tokens.line_strong), 2))
        painter.setBrush(QColor(tokens.primary if ticked else tokens.surface))
        painter.drawRoundedRect(box, look.px(5), look.px(5))
        if ticked:
            space = (side - look.px(16)) // 2
            painter.drawPixmap(box.x() + space, box.y() + space, look.pixmap("check", "on_primary", 16))
        self._write(painter, words, str(index.data()), str(index.data(_WORDS_ROLE)))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), look.px(8), look.px(8))
        painter.restore()

    def _write(self, painter: QPainter, words: QRect, name: str, below: str) -> None:
        look = self._look
        top = words.y()
        for role, text, colour in (("body", name, look.tokens.text), ("secondary", below, look.tokens.text2)):
            font = look.font(role)
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(QRect(words.x(), top, words.width(), metrics.height()), _LINE, shown)
            top += metrics.height()


def _facts(card: Card) -> Sequence[str]:
    status = chip_of(card.verdict, self_asserted=card.self_asserted).word
    return one_line(card.issuer), month(card.issued), status


def _below(card: Card) -> str:
    return " · ".join(part for part in _facts(card) if part)
