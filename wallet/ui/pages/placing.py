"""Asks the file behind everything else what keeping each thing would do: is it had, newer, given to the learner.

Lives here: in which portions it is asked, so that nothing waits long behind them on the vault's thread. Does not live
here: the answer (`OpenWallet.place_of`), or showing it.
"""

from collections import deque
from functools import partial

from PySide6.QtCore import QObject, Signal

from wallet.errors import WalletError
from wallet.ui.models.findings import Entry
from wallet.ui.pages import add_jobs
from wallet.ui.ports import OpenWallet, Place
from wallet.ui.tasks import Callbacks, Task, Tasks

_PORTION = 40


class Placing(QObject):
    """`placed` carries an entry and its `Place`."""

    placed = Signal(object, object)

    def __init__(self, tasks: Tasks, wallet: OpenWallet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._wallet = wallet
        self._waiting: deque[Entry] = deque()
        self._task: Task | None = None

    def ask(self, entry: Entry) -> None:
        """Asks for one; those before it come first."""
        self._waiting.append(entry)
        if self._task is None:
            self._next()

    def stop(self) -> None:
        """Asks for no more."""
        self._waiting.clear()
        if self._task is not None:
            self._task.stop()

    def _next(self) -> None:
        count = min(_PORTION, len(self._waiting))
        portion = [self._waiting.popleft() for _ in range(count)]
        self._task = None
        if portion:
            work = partial(add_jobs.places_of, self._wallet, portion)
            told = Callbacks(done=lambda _: self._next(), item=self._tell, error=self._give_up)
            self._task = self._tasks.run_on_vault(work, self, told)

    def _tell(self, found: tuple[Entry, Place]) -> None:
        self.placed.emit(*found)

    def _give_up(self, _error: WalletError) -> None:
        """The rows stay as they are: saving will say what is wrong."""
        self._next()
