"""The rows of the add sheet: a row for everything that was found, and widgets for those in sight only.

Lives here: which rows those are, a page at a time. Does not live here: the line above them (`found_head`), one row
(`add_row`), or what is ticked (`models.findings`).
"""

import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from wallet.ui.models.findings import Entry, Finding, Findings, Kind
from wallet.ui.pages.add_row import AddRow
from wallet.ui.pages.found_head import PAGE, FoundHead
from wallet.ui.ports import Place
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import column

_AT_ONCE = 0.02
"""Seconds in which rows are made before the window does something else."""


class FoundRows(QWidget):
    """`wanted` carries the entries whose pictures are to be decoded, `turned` what a screen reader is to say."""

    changed = Signal()
    turned = Signal(str)
    wanted = Signal(object)
    asked = Signal(str)
    follow = Signal(str)
    offered = Signal(str)

    def __init__(
        self, look: Look, copy: Callable[[str], None], *, keeps: bool, parent: QWidget | None = None
    ) -> None:
        """`keeps` is whether there is a file open to keep things in."""
        super().__init__(parent)
        self._look = look
        self._copy = copy
        self._keeps = keeps
        self.findings = Findings()
        self.head = FoundHead(look)
        self.head.filtered.connect(self._filter)
        self.head.turned.connect(self._turn)
        self.rows: list[AddRow] = []
        self._shown: list[Entry] = []
        self._page = 0
        self._due: deque[tuple[Entry, QImage | None]] = deque()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._make_some)
        self._column = column(look, 8)
        self.setLayout(self._column)

    @property
    def is_filling(self) -> bool:
        """Whether rows are still to be made for what is in sight."""
        return bool(self._due)

    def add(self, finding: Finding, image: QImage | None) -> Entry:
        """One more row, the last."""
        entry = self.findings.add(finding)
        if self.head.kind in (None, entry.kind):
            self._show_more(entry, image)
        return entry

    def take_away(self, goes: Callable[[Finding], bool]) -> int:
        """Takes rows out; how many those were."""
        gone = self.findings.take_away(goes)
        if gone:
            self._show_again()
        return gone

    def show_place(self, entry: Entry, place: Place, seen: Finding | None = None) -> None:
        """What keeping it would do is known, and how its owner sees it; it joins its like where only they are shown."""
        before = entry.kind
        self.findings.place(entry, place, seen or entry.finding)
        self._show_entry(entry)
        if entry.kind is not before and entry.kind is self.head.kind and self._show_more(entry, None):
            self.wanted.emit([entry])

    def show_image(self, entry: Entry, image: QImage) -> None:
        """Its picture is decoded."""
        for line in self.rows:
            if line.entry is entry:
                line.picture.set_image(image)

    def count(self) -> None:
        """Says how many there are, and how many pages they fill."""
        self.head.count(self.findings)
        self.head.show_pages(len(self._shown), self._page)

    # -- what is in sight

    def _filter(self, _kind: Kind | None) -> None:
        self._page = 0
        self._show_again()
        self.turned.emit(self.head.words())

    def _turn(self, page: int) -> None:
        self._page = page
        self._show_page()
        self.turned.emit(self.head.words())

    def _show_more(self, entry: Entry, image: QImage | None) -> bool:
        """One more of those that are shown, behind the others; whether it is on the page in sight."""
        self._shown.append(entry)
        in_sight = len(self.rows) + len(self._due) < PAGE and self._page == (len(self._shown) - 1) // PAGE
        if in_sight:
            self._due.append((entry, image))
            self._soon.start(0)
        return in_sight

    def _show_again(self) -> None:
        self._shown = self.findings.of_kind(self.head.kind)
        self._page = min(self._page, max(0, len(self._shown) - 1) // PAGE)
        self._show_page()
        self.count()

    def _show_page(self) -> None:
        entries = self._shown[self._page * PAGE : (self._page + 1) * PAGE]
        staying = [line for line in self.rows if line.entry in entries]
        if [line.entry for line in staying] != entries[: len(staying)]:
            staying = []  # others come between them
        for line in self.rows:
            if line not in staying:
                self._column.removeWidget(line)
                line.hide()
                line.deleteLater()
        self.rows = staying
        coming = entries[len(staying) :]
        self._due.clear()
        self._due.extend((entry, None) for entry in coming)
        self._make_some()
        if coming:
            self.wanted.emit(coming)

    def _make_some(self) -> None:
        """Makes rows for as long as nobody notices, then goes on a moment later."""
        until = time.monotonic() + _AT_ONCE
        while self._due:
            self._make(*self._due.popleft())
            if self._due and time.monotonic() > until:
                self._soon.start(0)
                return

    def _make(self, entry: Entry, image: QImage | None) -> None:
        line = AddRow(self._look, entry, image, self._copy)
        line.changed.connect(self._tick)
        line.asked.connect(self.asked)
        line.follow.connect(self.follow)
        line.offered.connect(self.offered)
        if not self._keeps:
            line.show_without_file()
        self._column.addWidget(line)
        self.rows.append(line)

    def _tick(self, entry: Entry, ticked: bool) -> None:
        self.findings.tick(entry, ticked)
        self.changed.emit()

    def _show_entry(self, entry: Entry) -> None:
        for line in self.rows:
            if line.entry is entry:
                line.show_entry()

    def takes_all_of(self, source: str) -> bool:
        """Whether nothing that came out of a file is left out, but for what is had already."""
        came = (entry for entry in self.findings.entries if entry.finding.file == source)
        return all(entry.ticked or entry.is_had for entry in came)
