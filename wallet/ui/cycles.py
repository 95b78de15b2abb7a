"""Python's search for reference cycles, kept on the window's thread.

Lives here: the one place where the window's program looks for cycles. Python itself looks on whatever thread just
made an object; a widget, a timer or a model in a cycle would then be destroyed on a worker's thread, which Qt does
not allow (https://doc.qt.io/qt-6/threads-qobject.html, QObject Reentrancy) and which now and then ends the program.
Does not live here: what makes cycles, or the threads (`tasks`).
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500
_TIMES = 10
"""So often a generation is looked at before the next older one, where Python names no number."""


class CycleSearch(QObject):
    """While it is started, cycles are looked for on its own thread only, at Python's own thresholds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._due = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Takes the search over from Python.

        What there is by now, the program's own modules, stays: looking through it each time would be most of the time
        for which the window stands still.
        """
        gc.disable()
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Gives it back."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def look(self) -> None:
        """Looks in the oldest generation whose number is over its threshold; that covers the younger ones, too.

        Python would have looked more often while many objects were made; each of those times counts, so that what a
        page leaves behind does not wait for a hundred looks.
        """
        counts, limits = gc.get_count(), gc.get_threshold()
        due = [generation for generation, number in enumerate(counts) if number > limits[generation]]
        if not due:
            return
        self._due += counts[0] // max(1, limits[0])
        oldest = len(counts) - 1 if self._due > (limits[1] or _TIMES) * (limits[2] or _TIMES) else due[-1]
        if oldest == len(counts) - 1:
            self._due = 0
        gc.collect(oldest)
