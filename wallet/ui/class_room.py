"""Today's class, as long as the program runs: which pack is open, and how many students were set up.

Lives here: two values, in memory. A count is all there is: no name, no e-mail, nothing on this computer. Does not live
here: what is shown of it (`class_flow`).
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from wallet.ui.class_ports import ClassToday


@dataclass(frozen=True, slots=True)
class ClassCount:
    """What the next program is told of the class: where its pack is, and the count."""

    path: Path
    done: int
    seats: int


class ClassRoom(QObject):
    """`changed` after every change."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.today: ClassToday | None = None
        self.counted: ClassCount | None = None
        self.next_waits = False
        """A student is to be set up as soon as the file that was open is locked."""

    def open(self, today: ClassToday) -> None:
        """A pack; the count goes on where the same pack is opened again."""
        same = self.counted is not None and self.counted.path == today.path
        done = self.counted.done if same and self.counted is not None else 0
        self.today, self.counted = today, ClassCount(today.path, done, today.seats)
        self.changed.emit()

    def expect(self, counted: ClassCount | None) -> None:
        """The class of the program before this one; its pack has yet to be opened."""
        self.today, self.counted = None, counted
        self.changed.emit()

    def count(self) -> None:
        """One more student is set up."""
        if self.counted is not None:
            before = self.counted
            self.counted = ClassCount(before.path, before.done + 1, before.seats)
            self.changed.emit()

    def end(self) -> None:
        """The lesson is over."""
        self.today = self.counted = None
        self.changed.emit()
