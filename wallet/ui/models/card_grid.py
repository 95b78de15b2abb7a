"""The view of the credential grid: fluid columns, keyboard, and word of what has come into sight."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from wallet.ui.models.card_delegate import CARD_HEIGHT, GAP, CardDelegate
from wallet.ui.models.credential_model import CredentialModel
from wallet.ui.theme.look import Look

_COLUMN = 216


class CardGrid(QListView):
    """As many columns of at least 216 px (at 100 %) as there is room for; the width is shared out evenly."""

    in_sight = Signal()

    def __init__(self, look: Look, model: CredentialModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(self.tr("Credentials"))
        self.setMouseTracking(False)
        self.setModel(model)
        self._painter = CardDelegate(look, self)
        self.setItemDelegate(self._painter)
        self.verticalScrollBar().valueChanged.connect(self._tell)
        model.modelReset.connect(self._tell)
        look.changed.connect(self._fit)
        self._fit()

    def columns(self) -> int:
        """How many cards stand side by side."""
        return max(1, self._room() // self._look.px(_COLUMN))

    def shown_rows(self) -> range:
        """The rows in sight, and one screenful below them."""
        model = self.model()
        if model is None or model.rowCount() == 0:
            return range(0)
        columns, height = self.columns(), max(1, self.gridSize().height())
        first = max(0, self.verticalScrollBar().value() // height) * columns
        lines = self.viewport().height() // height + 2
        return range(first, min(model.rowCount(), first + 2 * lines * columns))

    def set_several(self, *, several: bool) -> None:
        """Whether clicks and Space select one after another, or always one only."""
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.MultiSelection if several else mode.SingleSelection)
        if several:
            self.clearSelection()
        elif self.currentIndex().isValid():
            self.setCurrentIndex(self.currentIndex())
            self.selectionModel().select(
                self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def select_row(self, row: int) -> None:
        """Makes a card the present one."""
        self.setCurrentIndex(self.model().index(row, 0, QModelIndex()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: shares out the width anew."""
        super().resizeEvent(event)
        self._painter.keep_for(self.viewport().size(), self.devicePixelRatio())
        self._fit()
        self._tell()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Qt: a new font may need other heights."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _room(self) -> int:
        return max(1, self.width() - self.verticalScrollBar().sizeHint().width() - 2)

    def _fit(self) -> None:
        self.setGridSize(QSize(self._room() // self.columns(), self._look.px(CARD_HEIGHT + GAP)))

    def _tell(self) -> None:
        self.in_sight.emit()
