"""The view of the timeline: one column of lines; Enter or a click opens what a line is about."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from wallet.ui.models.timeline_delegate import TimelineDelegate
from wallet.ui.models.timeline_model import TimelineModel
from wallet.ui.theme.look import Look
from wallet.ui.timeline import YearHead


class TimelineList(QListView):
    """`credential` tells the record id of a line, `year` the year of a head."""

    credential = Signal(str)
    year = Signal(int)

    def __init__(self, look: Look, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timeline = model
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("What you earned, year by year"))
        self.setModel(model)
        self._lines = TimelineDelegate(look, model, self)
        self.setItemDelegate(self._lines)
        self.clicked.connect(self._open)
        look.changed.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: Enter opens, whatever the desktop's own way is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: shares out the width anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Qt: a new font may need other heights."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _open(self, index: QModelIndex) -> None:
        line = self._timeline.line(index)
        if isinstance(line, YearHead):
            if line.year is not None:
                self.year.emit(line.year)
        elif line is not None:
            self.credential.emit(line.record_id)

    def _fit(self) -> None:
        self._lines.fit(self.viewport().width())
        self.scheduleDelayedItemsLayout()
