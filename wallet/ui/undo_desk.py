"""What was done to the open file and can be taken back, with a label each. It is gone with the file at lock.

Lives here: Qt's undo stack over work that is done on the vault's thread. Does not live here: what can be taken back
(`pages.curating`).
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

_MOST = 50


class UndoDesk(QObject):
    """`changed` carries what undo would take back and what redo would do again, "" for nothing."""

    changed = Signal(str, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(_MOST)
        self.stack.indexChanged.connect(self._tell)

    def note(self, label: str, back: Callable[[], object], again: Callable[[], object]) -> None:
        """Something was done just now.

        Args:
            label: what it was, as it stands behind "Undo".
            back: starts taking it back.
            again: starts doing it once more.
        """
        self.stack.push(_Done(label, back, again))

    def undo(self) -> None:
        """Takes the last thing back."""
        self.stack.undo()

    def redo(self) -> None:
        """Does it again."""
        self.stack.redo()

    def clear(self) -> None:
        """Nothing can be taken back any more."""
        self.stack.clear()
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.stack.undoText(), self.stack.redoText())


class _Done(QUndoCommand):
    """One thing that is done already when it comes onto the stack."""

    def __init__(self, label: str, back: Callable[[], object], again: Callable[[], object]) -> None:
        super().__init__(label)
        self._back = back
        self._again = again
        self._is_new = True

    def undo(self) -> None:
        """Qt: takes it back."""
        self._back()

    def redo(self) -> None:
        """Qt: called at once when it is pushed, which does nothing; later does it again."""
        if not self._is_new:
            self._again()
        self._is_new = False
