"""Checking many credentials again without keeping anything else waiting.

Lives here: cutting the work into small pieces on the vault's thread, so that a click is answered between two of them.
Does not live here: the check (`use_cases`) or words about it.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from wallet.ui.ports import OpenWallet
from wallet.ui.tasks import Callbacks, Job, Tasks

_AT_ONCE = 10


class CheckQueue(QObject):
    """One run at a time; what comes while one is under way joins it."""

    progressed = Signal(int, int)
    finished = Signal(int)

    def __init__(self, tasks: Tasks, wallet: OpenWallet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._wallet = wallet
        self._waiting: list[str] = []
        self._total = 0
        self._changed = 0
        self._busy = False

    def add(self, record_ids: Sequence[str]) -> None:
        """Checks these, after those that wait already."""
        self._waiting += record_ids
        self._total += len(record_ids)
        if not self._busy:
            self._busy = True
            self._next()

    def _next(self) -> None:
        now, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        if not now:
            changed, self._changed, self._total, self._busy = self._changed, 0, 0, False
            self.finished.emit(changed)
            return
        self.progressed.emit(self._total - len(self._waiting), self._total)
        work = partial(_checked_some, self._wallet, tuple(now))
        self._tasks.run_on_vault(work, self, Callbacks(done=self._checked))

    def _checked(self, changed: int) -> None:
        self._changed += changed
        self._next()


def _checked_some(wallet: OpenWallet, record_ids: Sequence[str], job: Job) -> int:
    return 0 if job.stopped else wallet.check_some(record_ids)
