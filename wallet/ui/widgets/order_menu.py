"""The menu of orders in which the grid can be shown."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from wallet.ui.models.credential_model import Order


class OrderMenu(QMenu):
    """One order is ticked; `reorder` is told the action of another."""

    def __init__(self, reorder: Callable[[QAction], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        group = QActionGroup(self)
        self._reorder = reorder
        self._action_of: dict[Order, QAction] = {}
        for order, words in (
            (Order.NEWEST, self.tr("Newest first")),
            (Order.OLDEST, self.tr("Oldest first")),
            (Order.NAME, self.tr("Name, A to Z")),
            (Order.ISSUER, self.tr("Issuer, A to Z")),
            (Order.COLLECTION, self.tr("As in the collection")),
        ):
            action = QAction(words, self)
            action.setCheckable(True)
            action.setChecked(order is Order.NEWEST)
            action.setData(order.value)
            group.addAction(action)
            self.addAction(action)
            self._action_of[order] = action
        self.show_for(in_collection=False)
        group.triggered.connect(reorder)

    def show_for(self, *, in_collection: bool) -> None:
        """A collection has an order of its own, which is of no use elsewhere: there the newest come first again."""
        own = self._action_of[Order.COLLECTION]
        own.setVisible(in_collection)
        if own.isChecked() and not in_collection:
            newest = self._action_of[Order.NEWEST]
            newest.setChecked(True)
            self._reorder(newest)
