"""Leads work with the network from question to question, on workers that hold nothing else up.

Lives here: the order of steps and answers. Does not live here: the work (`online_ports.OnlineWork`), or the question's
look (`check_part.SitePanel`).
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from wallet.errors import WalletError
from wallet.ui.online_ports import OnlineWork, SiteAnswer, SiteQuestion
from wallet.ui.tasks import Callbacks, Job, Task, Tasks

Begin = Callable[[], OnlineWork]
_Step = tuple[OnlineWork, SiteQuestion | None]


class SiteFlow(QObject):
    """One piece of work at a time; a new one takes the place of what was under way."""

    asked = Signal(object)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(
        self, tasks: Tasks, remember: Callable[[SiteQuestion], None], parent: QObject | None = None
    ) -> None:
        """`remember` is told of a website that was allowed for good."""
        super().__init__(parent)
        self._tasks = tasks
        self._remember = remember
        self._work: OnlineWork | None = None
        self._question: SiteQuestion | None = None
        self._task: Task | None = None

    @property
    def work(self) -> OnlineWork | None:
        """What is under way."""
        return self._work

    def start(self, begin: Begin) -> None:
        """Begins a piece of work; `begin` is called on a worker."""
        self.stop()
        self._run(partial(_begun, begin))

    def answer(self, answer: SiteAnswer) -> None:
        """What the person said to the last question."""
        work, question = self._work, self._question
        self._question = None
        if work is None or question is None:
            return
        if answer.agreed and answer.remember:
            self._remember(question)
        self._run(partial(_went_on, work, answer))

    def stop(self) -> None:
        """Asks no further website; what is under way is not heard of again."""
        if self._task is not None:
            self._task.drop()
        self._task = self._work = self._question = None

    def _run(self, work: Callable[[Job], _Step]) -> None:
        self._task = self._tasks.run_online(work, self, Callbacks(done=self._stepped, error=self._fail))

    def _stepped(self, step: _Step) -> None:
        self._task = None
        self._work, self._question = step
        if self._question is not None:
            self.asked.emit(self._question)
            return
        work, self._work = self._work, None
        self.finished.emit(work)

    def _fail(self, error: WalletError) -> None:
        self._task = self._work = self._question = None
        self.failed.emit(error)


def _begun(begin: Begin, job: Job) -> _Step:
    work = begin()
    return work, work.step(None, lambda: job.stopped)


def _went_on(work: OnlineWork, answer: SiteAnswer, job: Job) -> _Step:
    return work, work.step(answer, lambda: job.stopped)
