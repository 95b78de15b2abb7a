"""The view of the list of skills: one column as wide as there is room, rows as tall as their words."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from wallet.ui.models.skill_delegate import SkillDelegate
from wallet.ui.models.skill_model import SkillModel
from wallet.ui.theme.look import Look


class SkillList(QListView):
    """Up and down go from skill to skill, past the heads."""

    def __init__(self, look: Look, model: SkillModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("All skills"))
        self._painter = SkillDelegate(look, self)
        self.setItemDelegate(self._painter)
        self.setModel(model)
        look.changed.connect(self._fit)

    def select_row(self, row: int) -> None:
        """Makes a skill the present one, in sight with the head above it."""
        index = self.model().index(row, 0, QModelIndex())
        self.setCurrentIndex(index)
        if row == 1:
            self.scrollToTop()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: other lines fit."""
        self._painter.fit(self._room())
        super().resizeEvent(event)

    def _room(self) -> int:
        """What is left beside the scroll bar, there or not: rows keep their width when it comes."""
        return max(1, self.width() - self.verticalScrollBar().sizeHint().width() - 2)

    def _fit(self) -> None:
        self._painter.fit(self._room())
        self.scheduleDelayedItemsLayout()
