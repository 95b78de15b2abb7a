"""Asks the file behind everything else what keeping each thing would do: is it had, newer, given to the learner.

Lives here: in which portions it is asked, so that nothing waits long behind them on the vault's thread. Does not live
here: the answer (`OpenWallet.place_of`), or showing it.
"""

from collections import deque
from functools import partial

from PySide6.QtCore import QObject, Signal

from wallet.errors import WalletError
from wallet.ui.found_words import FindingMaker
from wallet.ui.models.findings import Entry, Finding
from wallet.ui.pages import add_jobs
from wallet.ui.ports import OpenWallet, Place
from wallet.ui.tasks import Callbacks, Task, Tasks

_PORTION = 40


class Placing(QObject):
    """`placed` carries an entry, its `Place`, and its row as the owner sees it."""

    placed = Signal(object, object, object)

    def __init__(self, tasks: Tasks, wallet: OpenWallet, maker: FindingMaker, parent: QObject) -> None:
        super().__init__(parent)
        self._maker = maker
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
            work = partial(add_jobs.places_of, self._wallet, self._maker, portion)
            told = Callbacks(done=lambda _: self._next(), item=self._tell, error=self._give_up)
            self._task = self._tasks.run_on_vault(work, self, told)

    def _tell(self, found: tuple[Entry, Place, Finding]) -> None:
        self.placed.emit(*found)

    def _give_up(self, _error: WalletError) -> None:
        """The rows stay as they are: saving will say what is wrong."""
        self._next()
