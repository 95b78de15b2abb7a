"""Work away from the window's thread: progress, Stop, and one place where errors arrive.

Lives here: three pools. The vault's has exactly one thread that never ends, because an open vault belongs to
the thread that opened it; the second runs what needs no vault, the third what waits for websites. Callbacks run on the
window's thread, and only while their owner still exists.
Does not live here: what the work is (`use_cases`) or how an error is worded (`messages`).
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from shiboken6 import Shiboken

from wallet.errors import AppError, Reason, WalletError

_LOG = logging.getLogger(__name__)
_OUTCOME, _END = "outcome", "end"

_ONLINE_THREADS = 2
"""Few websites are asked at once; each of these threads may be kept waiting for as long as `wallet.exchange` waits."""

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


class Task:
    """One running piece of work, as the window's thread sees it; a plain object, so it may be freed anywhere.

    It keeps what the work holds, and afterwards what the work made, until the window's thread has heard the last
    word: a widget whose last reference went with a worker's frame would be destroyed on the worker's thread.
    """

    def __init__(self, work: Callable[[Job], object], owner: QObject, callbacks: Callbacks) -> None:
        self.work = work
        self.stopping = threading.Event()
        self.outcome: list[tuple[str, Any]] = []
        self._owner = owner
        self._callbacks = callbacks
        self._dropped = False

    def stop(self) -> None:
        """Asks the work to end early; what it has reported so far stays."""
        self.stopping.set()

    def drop(self) -> None:
        """Stops it and tells nobody any more."""
        self.stopping.set()
        self._dropped = True

    def hear(self, kind: str, value: Any, otherwise: Callable[[WalletError], None]) -> None:
        """Passes on what the work told, while there is somebody to tell; `otherwise` is for errors nobody expects."""
        if self._dropped or not Shiboken.isValid(self._owner):
            return
        if kind == "error":
            (self._callbacks.error or otherwise)(value)
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
    _told = Signal(int, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[int, Task] = {}
        self._numbers = count()
        self._told.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._vault = QThreadPool(self)
        self._vault.setMaxThreadCount(1)
        self._vault.setExpiryTimeout(-1)
        self._free = QThreadPool(self)
        self._free.setMaxThreadCount(max(1, min(4, QThreadPool.globalInstance().maxThreadCount())))
        self._online = QThreadPool(self)
        self._online.setMaxThreadCount(_ONLINE_THREADS)

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

    def run_online(
        self, work: Callable[[Job], object], owner: QObject, callbacks: Callbacks | None = None
    ) -> Task:
        """Starts work that waits for websites, on a thread that nothing else waits for."""
        return self._start(self._online, work, owner, callbacks or Callbacks())

    def drop_all(self) -> None:
        """Stops everything under way; none of it is heard of again."""
        for task in self._running.values():
            task.drop()

    def close(self) -> None:
        """Stops everything and waits for the threads to end."""
        self.drop_all()
        self._vault.waitForDone()
        self._free.waitForDone()
        self._online.waitForDone()

    def _start(
        self, pool: QThreadPool, work: Callable[[Job], object], owner: QObject, callbacks: Callbacks
    ) -> Task:
        number = next(self._numbers)
        task = self._running[number] = Task(work, owner, callbacks)
        pool.start(_Runner(number, task, self._told.emit).run)
        return task

    def _deliver(self, number: int, kind: str, value: object) -> None:
        task = self._running[number]
        if kind == _OUTCOME:
            task.hear(*task.outcome.pop(), self.failed.emit)
        elif kind == _END:
            del self._running[number]
            if not self._running:
                self.idle.emit()
        else:
            task.hear(kind, value, self.failed.emit)


class _Runner:
    """Carries one piece of work to a pool's thread. A plain object: a QRunnable of our own would never be freed."""

    def __init__(self, number: int, task: Task, emit: Callable[[int, str, Any], None]) -> None:
        self._number = number
        self._task = task
        self._emit = emit

    def run(self) -> None:
        """Runs the work; whatever it raises becomes the task's error.

        The outcome is told when nothing on this thread holds anything of the work any more.
        """
        self._work()
        del self._task
        self._emit(self._number, _OUTCOME, None)
        self._emit(self._number, _END, None)

    def _work(self) -> None:
        job = Job(partial(self._emit, self._number), self._task.stopping)
        try:
            result = self._task.work(job)
        except WalletError as error:
            self._task.outcome.append(("error", error))
        except Exception as error:  # noqa: BLE001 - the edge of a thread: anything else would be lost
            self._task.outcome.append(("error", internal_error(error)))
        else:
            self._task.outcome.append(("done", result))


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
