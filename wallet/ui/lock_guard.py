"""When the file must be locked without being asked: nobody is there, or the file's place has gone.

Lives here: counting the seconds since the last key or click, the warning before they run out, and looking
after the file's place. Does not live here: what the computer itself announces (`session_watch`), or locking.
"""

import errno
import os
import time
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

PRIVATE_SECONDS = 120
"""Without use, on a computer of one's own."""

SHARED_SECONDS = 60
"""Without use, on a computer that others use, too."""

WARNING_SECONDS = 20
"""Before the end of either; any key or click in that time starts the count again (WCAG 2.2.1)."""

_TICK_MILLISECONDS = 1000
_SLEPT_SECONDS = 30
_USE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
_GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ENOTCONN})


class LockReason(StrEnum):
    """Why the file was locked."""

    ASKED = "asked"
    IDLE = "idle"
    SLEEP = "sleep"
    SCREEN = "screen"
    USER = "user"
    STICK = "stick"
    MOVED = "moved"
    COPIED = "copied"
    DAMAGED = "damaged"


def seconds_awake_or_asleep() -> float:
    """A count of seconds that goes on while the computer sleeps, where the system has one."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime(clock) if clock is not None else time.monotonic()


class LockGuard(QObject):
    """Watches while there is something to hide; `lock` says why it must be hidden now."""

    lock = Signal(str)
    warned = Signal(int)
    relaxed = Signal()

    def __init__(self, seconds: Callable[[], float], limit: int, parent: QObject) -> None:
        """Makes a guard at rest.

        Args:
            seconds: a count of seconds that never goes back.
            limit: seconds without a key or click after which the file is locked.
            parent: the window.
        """
        super().__init__(parent)
        self.limit = limit
        self._seconds = seconds
        self._used_at = 0.0
        self._looked_at = 0.0
        self._is_warning = False
        self._path: Path | None = None
        self._device: int | None = None
        self._watched: set[QWindow] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MILLISECONDS)
        self._timer.timeout.connect(self.look)

    @property
    def watching(self) -> bool:
        """Whether there is something to hide."""
        return self._timer.isActive()

    def begin(self, path: Path | None) -> None:
        """Something is open now: the file at `path`, or (None) something that was never kept."""
        self._path = path
        self._device = _device_of(path) if path is not None else None
        self._used_at = self._looked_at = self._seconds()
        self._timer.start()
        self._watch(QGuiApplication.focusWindow())
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)

    def end(self) -> None:
        """Nothing is open any more."""
        if not self.watching:
            return
        self._timer.stop()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.disconnect(self._watch)
        for window in self._watched:
            window.removeEventFilter(self)
        self._watched.clear()
        self._calm()

    def still_here(self) -> None:
        """Somebody is there: the count starts again."""
        self._used_at = self._seconds()
        self._calm()

    def look(self) -> None:
        """Once a second: whether it is time to warn, or to lock."""
        now = self._seconds()
        slept, self._looked_at = now - self._looked_at > _SLEPT_SECONDS, now
        left = self.limit - (now - self._used_at)
        if self._path is not None and _has_gone(self._path, self._device):
            self.lock.emit(LockReason.STICK)
        elif slept:
            self.lock.emit(LockReason.SLEEP)
        elif left <= 0:
            self.lock.emit(LockReason.IDLE)
        elif left <= WARNING_SECONDS:
            self._is_warning = True
            self.warned.emit(max(1, round(left)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Qt: notes that somebody is there; nothing is held back."""
        if event.type() in _USE:
            self.still_here()
        return super().eventFilter(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        """The windows themselves are watched, not every object of the program: that would slow down all drawing."""
        if window is None or window in self._watched:
            return
        self._watched.add(window)
        window.installEventFilter(self)
        window.destroyed.connect(lambda: self._watched.discard(window))
        self.still_here()

    def _calm(self) -> None:
        if self._is_warning:
            self._is_warning = False
            self.relaxed.emit()


def _device_of(path: Path) -> int | None:
    try:
        return os.stat(path).st_dev  # noqa: PTH116 - one call a second, as cheap as it gets
    except OSError:
        return None


def _has_gone(path: Path, device: int | None) -> bool:
    """Whether the file is no longer where it was opened. Another file in its place is the vault's business."""
    try:
        return device is not None and os.stat(path).st_dev != device  # noqa: PTH116
    except OSError as error:
        return error.errno in _GONE
