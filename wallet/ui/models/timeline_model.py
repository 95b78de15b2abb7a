"""The timeline for a list view, with the words a person reads and a screen reader says.

Does not live here: which lines there are (`wallet.ui.timeline`), painting (`timeline_delegate`).
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from wallet.ui.chips import spoken_status
from wallet.ui.dates import long_date
from wallet.ui.kind_words import kind_word
from wallet.ui.safe_text import one_line
from wallet.ui.timeline import Line, Moment, YearHead, timeline

Index = QModelIndex | QPersistentModelIndex

LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren


class TimelineModel(QStringListModel):
    """Heads and moments in one order. Qt itself counts the rows, as in `CredentialModel`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: Sequence[Moment] = ()
        self._lines: Sequence[Line] = ()
        self.newest_first = True

    @property
    def lines(self) -> Sequence[Line]:
        """What is shown, in its order."""
        return self._lines

    def tell(self, told: Sequence[Moment]) -> None:
        """Replaces everything, unless nothing is new."""
        if told != self._told:
            self._told = told
            self._show()

    def turn(self, *, newest_first: bool) -> None:
        """Which end comes first."""
        self.newest_first = newest_first
        self._show()

    def line(self, index: Index) -> Line | None:
        """What stands at this index."""
        return self._lines[index.row()] if 0 <= index.row() < len(self._lines) else None

    def row_of(self, record_id: str) -> int:
        """Where a credential was earned; -1 where it is not told."""
        return next(
            (
                row
                for row, one in enumerate(self._lines)
                if isinstance(one, Moment) and one.record_id == record_id and not one.is_end
            ),
            -1,
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: what stands here can be chosen, and not be written over."""
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Qt: one line in the wanted role."""
        line = self.line(index)
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title_of(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line)
        return None

    def title_of(self, line: Line) -> str:
        """The words that stand first."""
        if isinstance(line, YearHead):
            return self.tr("Without a date") if line.year is None else str(line.year)
        name = one_line(line.name) or self.tr("Without a name")
        if not line.is_end:
            return name
        return (self.tr("Ended: {name}") if line.has_passed else self.tr("Ends: {name}")).format(name=name)

    def words_of(self, line: Line) -> str:
        """The words below them, or beside a year."""
        if isinstance(line, Moment):
            return " · ".join(part for part in (kind_word(line.kind), one_line(line.issuer)) if part)
        if line.year is None:
            return self.tr("Nobody wrote a date in these that can be read.")
        return " · ".join(self._counts(line))

    def _counts(self, head: YearHead) -> list[str]:
        parts = [self.tr("%n earned", "", head.earned)] if head.earned else []
        parts += [self.tr("%n added by you", "", head.own)] if head.own else []
        return [*parts, self.tr("%n ending(s)", "", head.ends)] if head.ends else parts

    def _spoken(self, line: Line) -> str:
        if isinstance(line, YearHead):
            return f"{self.title_of(line)}: {self.words_of(line)}"
        status = spoken_status(line.verdict, line.reason, self_asserted=line.is_own)
        parts = (
            self.title_of(line),
            long_date(line.day),
            kind_word(line.kind),
            one_line(line.issuer),
            status,
        )
        return ", ".join(part for part in parts if part)

    def _show(self) -> None:
        self._lines = timeline(self._told, newest_first=self.newest_first)
        self.setStringList([""] * len(self._lines))
