"""The list of credentials for the grid, with the words a screen reader needs.

Does not live here: painting (`card_delegate`) or fetching (`wallet.ui.pages.credentials`).
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage

from wallet.ui.chips import spoken_status
from wallet.ui.dates import month
from wallet.ui.ports import Card
from wallet.ui.safe_text import one_line

Index = QModelIndex | QPersistentModelIndex

CARD_ROLE = int(Qt.ItemDataRole.UserRole) + 1
PICTURE_ROLE = CARD_ROLE + 1
_PICTURES_KEPT = 400


class Order(StrEnum):
    """How the grid is sorted."""

    NEWEST = "newest"
    NAME = "name"
    ISSUER = "issuer"


_KEYS: dict[Order, tuple[Callable[[Card], Any], bool]] = {
    Order.NEWEST: (lambda card: (card.issued or "", card.added_at), True),
    Order.NAME: (lambda card: card.name.casefold(), False),
    Order.ISSUER: (lambda card: (card.issuer.casefold(), card.name.casefold()), False),
}


class CredentialModel(QAbstractListModel):
    """Cards in one order, with the pictures that were decoded so far."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: list[Card] = []
        self._pictures: dict[str, QImage | None] = {}
        self._order = Order.NEWEST

    @property
    def order(self) -> Order:
        """The present order."""
        return self._order

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """Qt: how many cards."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Qt: one card in the wanted role."""
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(card.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(card)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._described(card)
        if role == CARD_ROLE:
            return card
        return self._pictures.get(card.id) if role == PICTURE_ROLE else None

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Replaces all cards."""
        self.beginResetModel()
        self._cards = self._sorted(cards)
        self.endResetModel()

    def sort_by(self, order: Order) -> None:
        """Another order."""
        self._order = order
        self.show_cards(self._cards)

    def card(self, index: Index) -> Card:
        """The card at this index."""
        return self._cards[index.row()]

    def row_of(self, record_id: str) -> int:
        """Where a card is; -1 when it is not shown."""
        return next((row for row, card in enumerate(self._cards) if card.id == record_id), -1)

    def name_of(self, record_id: str) -> str:
        """What a card is called; "" when it is not shown."""
        row = self.row_of(record_id)
        return one_line(self._cards[row].name) if row >= 0 else ""

    def knows_picture(self, record_id: str) -> bool:
        """Whether its picture was looked for already."""
        return record_id in self._pictures

    def picture(self, record_id: str) -> QImage | None:
        """The decoded picture; None while it is not there, or when there is none."""
        return self._pictures.get(record_id)

    def set_picture(self, record_id: str, image: QImage | None) -> None:
        """A picture arrived, or there is none. The oldest go when there are too many."""
        while len(self._pictures) >= _PICTURES_KEPT:
            self._pictures.pop(next(iter(self._pictures)))
        self._pictures[record_id] = image
        row = self.row_of(record_id)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row), [PICTURE_ROLE])

    def _sorted(self, cards: Sequence[Card]) -> list[Card]:
        key, backwards = _KEYS[self._order]
        ordered = sorted(cards, key=key, reverse=backwards)
        return sorted(ordered, key=lambda card: (card.pin == 0, card.pin))

    def _spoken(self, card: Card) -> str:
        status = spoken_status(card.verdict, card.reason, self_asserted=card.self_asserted)
        return ", ".join(part for part in (one_line(card.name), one_line(card.issuer), status) if part)

    def _described(self, card: Card) -> str:
        parts = []
        if card.issued:
            parts.append(self.tr("Issued {date}").format(date=month(card.issued)))
        if card.ends:
            parts.append(self.tr("Ends {date}").format(date=month(card.ends)))
        if card.pin:
            parts.append(self.tr("Shown first"))
        if card.skills_count:
            parts.append(self.tr("%n skill(s)", "", card.skills_count))
        return ", ".join(parts)
