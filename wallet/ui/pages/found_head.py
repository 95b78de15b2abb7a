"""The line above many rows in the add sheet: how many of each kind, which of them to show, and turning the pages.

Lives here: that line. Does not live here: the rows (`found_rows`), or counting (`models.findings`).
"""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QWidget

from wallet.ui.models.findings import Findings, Kind
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import row
from wallet.ui.widgets.buttons import IconButton
from wallet.ui.widgets.fields import ListField
from wallet.ui.widgets.labels import PlainLabel

PAGE = 25
"""Rows that are widgets at one time: few enough to be made without the window standing still."""

_BESIDE = 860
_ONE_LINE = 560
"""Logical pixels; below this, which rows to show stands above the pages instead of beside them."""


class FoundHead(QWidget):
    """`filtered` carries a `Kind` or None for all, `turned` the number of a page from 0."""

    filtered = Signal(object)
    turned = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown = 0
        self.counted = PlainLabel("", "strong")
        self.show_only = ListField(look, self.tr("Show"))
        for words, kind in (
            (self.tr("Show all"), None),
            (self.tr("Ready to save"), Kind.READY),
            (self.tr("Not valid"), Kind.NOT_VALID),
            (self.tr("You have these already"), Kind.HAD),
            (self.tr("To fetch or to answer"), Kind.ELSEWHERE),
            (self.tr("Could not be read"), Kind.UNREADABLE),
        ):
            self.show_only.addItem(words, kind)
        self.show_only.currentIndexChanged.connect(self._filter)
        back, on = ("chevron-right", "chevron-left") if look.mirrored else ("chevron-left", "chevron-right")
        self.before = IconButton(look, self.tr("The rows before these"), back)
        self.after = IconButton(look, self.tr("The rows after these"), on)
        self.before.clicked.connect(lambda: self._step(-1))
        self.after.clicked.connect(lambda: self._step(1))
        self.pages = ListField(look, self.tr("Rows"))
        self.pages.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.pages.currentIndexChanged.connect(self._turn)
        pages = row(look, 8)
        for field in (self.before, self.pages, self.after):
            pages.addWidget(field)
        pages.addStretch(1)
        self._controls: QBoxLayout = row(look, 8)
        self._controls.addWidget(self.show_only)
        self._controls.addLayout(pages, 1)
        self._layout: QBoxLayout = row(look, 8)
        self._layout.addWidget(self.counted, 1)
        self._layout.addLayout(self._controls)
        self.setLayout(self._layout)
        self.hide()

    @property
    def kind(self) -> Kind | None:
        """Which rows are shown; None for all."""
        chosen = self.show_only.currentData()
        return None if chosen is None else Kind(chosen)

    def count(self, findings: Findings) -> None:
        """Says how many there are of each kind; shows itself when they are more than fit on one page."""
        said = {
            Kind.READY: self.tr("%n ready", "", findings.count(Kind.READY)),
            Kind.NOT_VALID: self.tr("%n not valid", "", findings.count(Kind.NOT_VALID)),
            Kind.HAD: self.tr("%n you have already", "", findings.count(Kind.HAD)),
            Kind.ELSEWHERE: self.tr("%n to fetch or to answer", "", findings.count(Kind.ELSEWHERE)),
            Kind.UNREADABLE: self.tr("%n could not be read", "", findings.count(Kind.UNREADABLE)),
        }
        self.counted.setText(" · ".join(words for kind, words in said.items() if findings.count(kind)))
        self.setVisible(len(findings) > PAGE)

    def show_pages(self, shown: int, page: int) -> None:
        """There are so many rows to show, and this page of them is in sight; an open list waits to be closed."""
        if self.pages.view().isVisible():
            return
        with QSignalBlocker(self.pages):
            if shown < self._shown:
                self.pages.clear()
            elif self.pages.count():  # the last page may have been a part of one
                self.pages.removeItem(self.pages.count() - 1)
            first = range(self.pages.count() * PAGE, shown, PAGE)
            words = self.tr("Rows {rows}")
            self.pages.addItems([words.format(rows=_span(start, shown)) for start in first])
            self.pages.setCurrentIndex(page)
        self._shown = shown
        self._mark()

    def words(self) -> str:
        """Which rows are in sight, for a screen reader."""
        words = self.tr("{rows} of {total}")
        return words.format(rows=self.pages.currentText(), total=self._shown) if self._shown else ""

    def _filter(self) -> None:
        self.filtered.emit(self.kind)

    def _turn(self, page: int) -> None:
        self._mark()
        self.turned.emit(page)

    def _step(self, by: int) -> None:
        self.pages.setCurrentIndex(self.pages.currentIndex() + by)

    def _mark(self) -> None:
        """The ends have no way on; a button that holds the keyboard hands it to its neighbour first."""
        page, last = self.pages.currentIndex(), self.pages.count() - 1
        for button, has_way in ((self.before, page > 0), (self.after, page < last)):
            if button.hasFocus() and not has_way:
                self.pages.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(has_way)
        self.pages.setEnabled(last > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: beside the words, or below them."""
        super().resizeEvent(event)
        for layout, least in ((self._layout, _BESIDE), (self._controls, _ONE_LINE)):
            beside = self.width() >= self._look.px(least)
            direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
            if layout.direction() != direction:
                layout.setDirection(direction)


def _span(start: int, shown: int) -> str:
    """The rows of one page, counted from 1."""
    return f"{start + 1}\u2013{min(start + PAGE, shown)}"
