"""The list of skills under its heads, with the words a screen reader needs.

Does not live here: which rows there are (`wallet.ui.skill_rows`), painting (`skill_delegate`).
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from wallet.app.skill_view import Skill
from wallet.ui.skill_rows import Head, Row, framework_of
from wallet.ui.skill_words import Counted, head_note, head_title, list_words, name_of

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
PLACE_ROLE = ROW_ROLE + 1
"""Whether a row is the first and whether it is the last of its group: a pair."""

_SKILL = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_HEAD = Qt.ItemFlag.ItemNeverHasChildren


class SkillModel(QStringListModel):
    """Heads, which the keyboard goes past, and skills. Qt itself counts the rows (as in `CredentialModel`)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()
        self._places: dict[str, int] = {}
        self._counted = Counted(self)

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown, in its order."""
        return self._rows

    @property
    def skills(self) -> Sequence[Skill]:
        """The skills among them."""
        return [row for row in self._rows if isinstance(row, Skill)]

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replaces everything."""
        self._rows = rows
        self._places = {row.key: place for place, row in enumerate(rows) if isinstance(row, Skill)}
        self.setStringList([""] * len(rows))

    def row_of(self, key: str) -> int:
        """Where a skill is; -1 when it is not shown."""
        return self._places.get(key, -1)

    def first(self) -> int:
        """The first row that is a skill; -1 when there is none."""
        return next((place for place, row in enumerate(self._rows) if isinstance(row, Skill)), -1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: a skill can be chosen, a head cannot."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _SKILL if isinstance(self._rows[index.row()], Skill) else _HEAD

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Qt: one row in the wanted role."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == PLACE_ROLE:
            return self._place(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return name_of(row) if isinstance(row, Skill) else head_title(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return self._described(row) if role == Qt.ItemDataRole.AccessibleDescriptionRole else None

    def _place(self, row: int) -> tuple[bool, bool]:
        after = self._rows[row + 1] if row + 1 < len(self._rows) else None
        return not row or isinstance(self._rows[row - 1], Head), not isinstance(after, Skill)

    def _spoken(self, row: Row) -> str:
        if isinstance(row, Head):
            return f"{head_title(row)}, {self._counted.skills(row.count)}"
        return ", ".join(
            part for part in (name_of(row), list_words(row), self._counted.shown_by(row)) if part
        )

    def _described(self, row: Row) -> str:
        if isinstance(row, Head):
            return head_note(row)
        listed = framework_of(row)
        parts = (self._counted.result(row), listed if listed != list_words(row) else "")
        return ", ".join(part for part in parts if part)
