"""Work away from the window's thread: progress, Stop, and one place where errors arrive.

Lives here: two pools. The vault's has exactly one thread that never ends, because an open vault belongs to
the thread that opened it; the other runs what needs no vault. Callbacks run on the window's thread, and only
while their owner still exists.
Does not live here: what the work is (`use_cases`) or how an error is worded (`messages`).
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from shiboken6 import Shiboken

from wallet.errors import AppError, Reason, WalletError

_LOG = logging.getLogger(__name__)

Result = TypeVar("Result")


class Job:
    """What the work sees of its task: it may report progress and items, and must look at `stopped` now and then."""

    def __init__(self, emit: Callable[[str, Any], None], stop: threading.Event) -> None:
        self._emit = emit
        self._stop = stop

    @property
    def stopped(self) -> bool:
        """Whether the person pressed Stop or the window is going away."""
        return self._stop.is_set()

    def progress(self, done: int, total: int, text: str = "") -> None:
        """How far the work is; `total` is 0 while nobody can know."""
        self._emit("progress", (done, total, text))

    def item(self, found: object) -> None:
        """One result of several, to be shown as soon as it is there."""
        self._emit("item", found)


@dataclass(frozen=True, slots=True)
class Callbacks:
    """Whom to tell, always on the window's thread. Without `error` the error goes to `Tasks.failed`."""

    done: Callable[[Any], None] | None = None
    item: Callable[[Any], None] | None = None
    progress: Callable[[int, int, str], None] | None = None
    error: Callable[[WalletError], None] | None = None


class Task(QObject):
    """One running piece of work."""

    _told = Signal(str, object)
    ended = Signal(object)

    def __init__(self, owner: QObject, callbacks: Callbacks, report: Callable[[WalletError], None]) -> None:
        super().__init__()
        self._owner = owner
        self._callbacks = callbacks
        self._report = report
        self._stop = threading.Event()
        self.job = Job(self._told.emit, self._stop)
        self._told.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def stop(self) -> None:
        """Asks the work to end early; what it has reported so far stays."""
        self._stop.set()

    def drop(self) -> None:
        """Stops it and tells nobody any more."""
        self._stop.set()
        self._callbacks = Callbacks()
        self._report = _tell_nobody

    def conclude(self, kind: str, value: object) -> None:
        """The last word of the worker; called on its thread."""
        self._told.emit(kind, value)
        self._told.emit("end", None)

    def _deliver(self, kind: str, value: Any) -> None:
        if kind == "end":
            self.ended.emit(self)
        elif Shiboken.isValid(self._owner):
            self._call(kind, value)

    def _call(self, kind: str, value: Any) -> None:
        if kind == "error":
            (self._callbacks.error or self._report)(value)
        elif kind == "progress" and self._callbacks.progress:
            self._callbacks.progress(*value)
        elif kind == "item" and self._callbacks.item:
            self._callbacks.item(value)
        elif kind == "done" and self._callbacks.done:
            self._callbacks.done(value)


class Tasks(QObject):
    """Starts work and keeps it referenced until its last word has arrived."""

    failed = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: set[Task] = set()
        self._vault = QThreadPool(self)
        self._vault.setMaxThreadCount(1)
        self._vault.setExpiryTimeout(-1)
        self._free = QThreadPool(self)
        self._free.setMaxThreadCount(max(1, min(4, QThreadPool.globalInstance().maxThreadCount())))

    @property
    def busy(self) -> bool:
        """Whether any work is under way."""
        return bool(self._running)

    def run(self, work: Callable[[Job], object], owner: QObject, callbacks: Callbacks | None = None) -> Task:
        """Starts work that needs no vault, on any worker thread."""
        return self._start(self._free, work, owner, callbacks or Callbacks())

    def run_on_vault(
        self, work: Callable[[Job], object], owner: QObject, callbacks: Callbacks | None = None
    ) -> Task:
        """Starts work on the vault's own thread; such work runs one after another, in the order it was given."""
        return self._start(self._vault, work, owner, callbacks or Callbacks())

    def drop_all(self) -> None:
        """Stops everything under way; none of it is heard of again."""
        for task in self._running:
            task.drop()

    def close(self) -> None:
        """Stops everything and waits for the threads to end."""
        self.drop_all()
        self._vault.waitForDone()
        self._free.waitForDone()

    def _start(
        self, pool: QThreadPool, work: Callable[[Job], object], owner: QObject, callbacks: Callbacks
    ) -> Task:
        task = Task(owner, callbacks, self.failed.emit)
        task.ended.connect(self._forget)
        self._running.add(
            task
        )  # stays ours until `ended`: a task collected while it runs crashes the program
        pool.start(_Runner(task, work).run)
        return task

    def _forget(self, task: Task) -> None:
        self._running.discard(task)
        if not self._running:
            self.idle.emit()


class _Runner:
    """Carries one piece of work to a pool's thread. A plain object: a QRunnable of our own would never be freed."""

    def __init__(self, task: Task, work: Callable[[Job], object]) -> None:
        self._task = task
        self._work = work

    def run(self) -> None:
        """Runs the work; whatever it raises becomes the task's error."""
        try:
            result = self._work(self._task.job)
        except WalletError as error:
            self._task.conclude("error", error)
        except Exception as error:  # noqa: BLE001 - the edge of a thread: anything else would be lost
            self._task.conclude("error", internal_error(error))
        else:
            self._task.conclude("done", result)


def internal_error(error: BaseException) -> AppError:
    """Our own mistake, worded without values: the exception's class and the place it came from."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{place.tb_frame.f_globals.get('__name__', '?')}:{place.tb_lineno}" if place else "?"
    detail = f"{type(error).__name__} at {where}"
    _LOG.error("internal error: %s", detail)
    wrapped = AppError(Reason.INTERNAL_ERROR, detail)
    wrapped.__cause__ = error
    return wrapped


def _tell_nobody(error: WalletError) -> None:
    del error
