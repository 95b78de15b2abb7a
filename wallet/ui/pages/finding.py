"""Fetches what the grid shows: the first cards at once, then all, and then only what has changed.

Lives here: which question the file is asked. Does not live here: the jobs (`wallet.ui.part_jobs`), showing
(`credentials`).
"""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from wallet.app.filter_view import ListFilters
from wallet.ui import part_jobs
from wallet.ui.marks import Filter
from wallet.ui.part_jobs import Found, Wanted
from wallet.ui.ports import OpenWallet
from wallet.ui.tasks import Callbacks, Task, Tasks


class Finder(QObject):
    """`found` tells the answer to the last question; earlier ones that are not answered yet are dropped.

    All cards of a part are fetched once. After that a search brings only which of them match, until the file changes.
    """

    found = Signal(object)

    def __init__(self, tasks: Tasks, wallet: OpenWallet, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._wallet = wallet
        self._part = Filter()
        self._known = -1
        self._task: Task | None = None

    def find(self, search: str, part: Filter, filters: ListFilters, *, whole: bool = False) -> None:
        """Asks for what matches in a part; `whole` when even at the beginning the first cards are not enough."""
        is_first = self._known < 0 and part == Filter() and not search and filters.is_empty and not whole
        known = self._known if part == self._part else -1
        self._ask(Wanted(search, part, known, filters), is_first=is_first)

    def _ask(self, wanted: Wanted, *, is_first: bool = False) -> None:
        if self._task is not None:
            self._task.drop()
        work = partial(part_jobs.first_found if is_first else part_jobs.found, self._wallet, wanted)
        self._task = self._tasks.run_on_vault(work, self, Callbacks(done=self._tell))

    def _tell(self, found: Found) -> None:
        self._task = None
        if found.cards is not None and not found.more:
            self._part, self._known = found.wanted.part, found.revision
        self.found.emit(found)
        if found.more:  # not before these are painted
            QTimer.singleShot(0, self, self._ask_for_all)

    def _ask_for_all(self) -> None:
        """All cards, unless something else was asked meanwhile, which brings them too."""
        if self._task is None and self._known < 0:
            self._ask(Wanted("", Filter()))
