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
        for order, words in (
            (Order.NEWEST, self.tr("Newest first")),
            (Order.NAME, self.tr("Name, A to Z")),
            (Order.ISSUER, self.tr("Issuer, A to Z")),
        ):
            action = QAction(words, self)
            action.setCheckable(True)
            action.setChecked(order is Order.NEWEST)
            action.setData(order.value)
            group.addAction(action)
            self.addAction(action)
        group.triggered.connect(reorder)
