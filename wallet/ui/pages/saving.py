"""Keeps what is ticked in the add sheet, one after the other, with a way to stop between two of them.

Lives here: one run of that, and what is told of it. Does not live here: keeping (`OpenWallet.save`), or what is ticked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from wallet.errors import WalletError
from wallet.ui.models.findings import Entry
from wallet.ui.pages import add_jobs
from wallet.ui.pages.add_jobs import KeysWish, SavedAll
from wallet.ui.ports import OpenWallet, Saved
from wallet.ui.tasks import Callbacks, Task, Tasks


@dataclass(frozen=True, slots=True)
class Kept:
    """What a run came to: `saved` belongs to the first of the `entries`, all of them where it is complete."""

    entries: Sequence[Entry]
    outcome: SavedAll

    @property
    def pairs(self) -> Sequence[tuple[Entry, Saved]]:
        """What became of each that its turn came to."""
        return list(zip(self.entries, self.outcome.saved, strict=False))


class Saving(QObject):
    """`ended` carries a `Kept`, `counted` how many are done and how many there are; `failed` is a fault of ours."""

    counted = Signal(int, int)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, wallet: OpenWallet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._wallet = wallet
        self._task: Task | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a run is under way."""
        return self._task is not None

    def begin(self, entries: Sequence[Entry], keys: Sequence[KeysWish]) -> None:
        """Keeps these, then the keys."""
        work = partial(add_jobs.save_all, self._wallet, [entry.finding for entry in entries], keys)
        told = Callbacks(
            done=partial(self._end, entries),
            progress=lambda done, total, _words: self.counted.emit(done, total),
            error=self._fail,
        )
        self._task = self._tasks.run_on_vault(work, self, told)

    def stop(self) -> None:
        """Ends after the one that is being kept; what was kept stays."""
        if self._task is not None:
            self._task.stop()

    def _end(self, entries: Sequence[Entry], outcome: SavedAll) -> None:
        self._task = None
        self.ended.emit(Kept(entries, outcome))

    def _fail(self, error: WalletError) -> None:
        self._task = None
        self.failed.emit(error)
