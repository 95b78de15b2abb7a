"""The list of credentials for the grid, with the words a screen reader needs.

Does not live here: painting (`card_delegate`) or fetching (`wallet.ui.pages.credentials`).
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtGui import QImage

from wallet.ui.chips import spoken_status
from wallet.ui.dates import month
from wallet.ui.ports import Card
from wallet.ui.safe_text import one_line

Index = QModelIndex | QPersistentModelIndex

CARD_ROLE = int(Qt.ItemDataRole.UserRole) + 1
PICTURE_ROLE = CARD_ROLE + 1
_PICTURES_KEPT = 400
_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren


class Order(StrEnum):
    """How the grid is sorted."""

    NEWEST = "newest"
    OLDEST = "oldest"
    NAME = "name"
    ISSUER = "issuer"
    COLLECTION = "collection"
    """As they stand in a collection."""


_KEYS: dict[Order, tuple[Callable[[Card], Any], bool]] = {
    Order.NEWEST: (lambda card: (card.issued or "", card.added_at), True),
    Order.OLDEST: (lambda card: (card.issued or "9999", card.added_at), False),
    Order.NAME: (lambda card: card.name.casefold(), False),
    Order.ISSUER: (lambda card: (card.issuer.casefold(), card.name.casefold()), False),
}


class CredentialModel(QStringListModel):
    """Cards in one order, with the pictures that were decoded so far.

    Qt itself counts the rows: it keeps an empty text for each. At every change a view asks for the number of rows as
    often as there are rows, and each answer from Python takes a thousand times as long.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._given: Sequence[Card] = ()
        self._all: list[Card] = []
        self._cards: list[Card] = []
        self._matching: frozenset[str] | None = None
        self._rows: dict[str, int] = {}
        self._pictures: dict[str, QImage | None] = {}
        self._order = Order.NEWEST

    @property
    def order(self) -> Order:
        """The present order."""
        return self._order

    @property
    def cards(self) -> Sequence[Card]:
        """What is shown, in its order."""
        return self._cards

    @property
    def matching(self) -> frozenset[str] | None:
        """Which cards match what is searched for; None when all are shown."""
        return self._matching

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: what stands here can be chosen, and not be written over."""
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Qt: one card in the wanted role."""
        if not 0 <= index.row() < len(self._cards):
            return None
        card = self._cards[index.row()]
        if role == CARD_ROLE:
            return card
        if role == PICTURE_ROLE:
            return self._pictures.get(card.id)
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(card.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(card)
        return self._described(card) if role == Qt.ItemDataRole.AccessibleDescriptionRole else None

    def show_cards(self, cards: Sequence[Card], matching: frozenset[str] | None = None) -> None:
        """Replaces all cards, and shows those that match. What only became longer stays where it is."""
        self._given = cards
        before, self._all, self._matching = self._cards, self._sorted(cards), matching
        shown = self._shown()
        if before and len(shown) > len(before) and shown[: len(before)] == before:
            self._cards = shown
            self._count_places()
            self.insertRows(len(before), len(shown) - len(before))
        else:
            self._show(shown)

    def show_only(self, matching: frozenset[str] | None) -> None:
        """Shows those of the cards that match; all for None."""
        self._matching = matching
        self._show(self._shown())

    def sort_by(self, order: Order) -> None:
        """Another order."""
        self._order = order
        self._all = self._sorted(self._given)
        self._show(self._shown())

    def card(self, index: Index) -> Card:
        """The card at this index."""
        return self._cards[index.row()]

    def row_of(self, record_id: str) -> int:
        """Where a card is; -1 when it is not shown."""
        return self._rows.get(record_id, -1)

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
        before, self._pictures[record_id] = self._pictures.get(record_id), image
        row = self.row_of(record_id)
        if row >= 0 and image is not before:
            self.dataChanged.emit(self.index(row), self.index(row), [PICTURE_ROLE])

    def _shown(self) -> list[Card]:
        matching = self._matching
        return self._all if matching is None else [card for card in self._all if card.id in matching]

    def _show(self, cards: list[Card]) -> None:
        self._cards = cards
        self._count_places()
        self.setStringList([""] * len(cards))

    def _count_places(self) -> None:
        self._rows = {card.id: row for row, card in enumerate(self._cards)}

    def _sorted(self, cards: Sequence[Card]) -> list[Card]:
        if self._order is Order.COLLECTION:
            return list(cards)
        key, backwards = _KEYS[self._order]
        ordered = sorted(cards, key=key, reverse=backwards)
        pinned = sorted((card for card in ordered if card.pin), key=lambda card: card.pin)
        return [*pinned, *(card for card in ordered if not card.pin)] if pinned else ordered

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
