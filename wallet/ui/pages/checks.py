"""Checks batches of things behind the window: what is under way, how far it is, and Stop.

Lives here: counting and stopping. Does not live here: checking one thing (`add_jobs`), or showing what was found.
"""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from wallet.errors import WalletError
from wallet.ui.pages import add_jobs
from wallet.ui.pages.add_jobs import Checking, Found
from wallet.ui.ports import Incoming
from wallet.ui.profile_ports import BroughtKeys
from wallet.ui.tasks import Callbacks, Task, Tasks

_OFTEN = 80
"""Milliseconds: thousands of things are told of a few times a second, not each."""


class Checks(QObject):
    """`found` carries a `Found` or `BroughtKeys`, `ended` whether it was stopped; `told` comes when there is news."""

    found = Signal(object)
    told = Signal()
    ended = Signal(bool)

    def __init__(self, tasks: Tasks, checking: Checking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._checking = checking
        self._running: list[Task] = []
        self._under_way = 0
        self.done = 0
        self.total = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_OFTEN)
        self._soon.timeout.connect(self.told)

    @property
    def is_busy(self) -> bool:
        """Whether anything is being checked."""
        return self._under_way > 0

    def start(self, source: Callable[[], Iterable[Incoming]], count: int, pictures: int) -> None:
        """Checks one more batch, `count` things as far as is known; a batch stops no other."""
        self.total += count
        self._under_way += 1
        work = partial(add_jobs.check_all, self._checking, source, pictures)
        told = Callbacks(done=self._end, item=self._hear, error=self._break_off)
        self._running.append(self._tasks.run(work, self, told))

    def stop(self) -> None:
        """Checks no further; what was found stays."""
        for task in self._running:
            task.stop()

    def take_back(self, count: int) -> None:
        """So many of what was checked are not there any more."""
        self.done -= count
        self.total -= count

    def tell(self) -> None:
        """There is news, which is told with the next."""
        if not self._soon.isActive():
            self._soon.start()

    def _hear(self, found: Found | BroughtKeys) -> None:
        self.done += not isinstance(found, BroughtKeys)
        self.found.emit(found)
        self.tell()

    def _end(self, stopped: bool) -> None:
        self._under_way -= 1
        if not self._under_way:
            self._running.clear()
            self.total = self.done
            self.ended.emit(stopped)

    def _break_off(self, error: WalletError) -> None:
        self._end(True)
        self._tasks.failed.emit(error)
