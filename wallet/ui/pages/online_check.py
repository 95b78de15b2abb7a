"""Leads a check with the network from question to question.

Lives here: the order of jobs and questions. Does not live here: the question's look (`check_part`).
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from wallet.errors import WalletError
from wallet.ui.online_ports import ChecksOnline, OnlineStep, SiteAnswer
from wallet.ui.pages.detail import DetailPane
from wallet.ui.ports import Details
from wallet.ui.tasks import Callbacks, Job, Tasks


class OnlineCheckFlow(QObject):
    """One check at a time, of the credential that is shown."""

    def __init__(
        self, wallet: ChecksOnline, tasks: Tasks, detail: DetailPane, shows: Callable[[Details], None]
    ) -> None:
        """`shows` is told how the credential stands at the end."""
        super().__init__(detail)
        self._wallet = wallet
        self._tasks = tasks
        self._detail = detail
        self._shows = shows
        detail.check_online.connect(self._go_on)

    def _go_on(self, record_id: str, answer: SiteAnswer | None) -> None:
        work = partial(_step, self._wallet, record_id, answer)
        self._tasks.run_on_vault(work, self, Callbacks(done=self._show, error=self._fail))

    def _fail(self, error: WalletError) -> None:
        self._detail.show_again()
        self._tasks.failed.emit(error)

    def _show(self, step: OnlineStep) -> None:
        if step.question is not None:
            self._detail.ask_about_site(step.record_id, step.question)
        elif step.details is not None:
            self._shows(step.details)


def _step(wallet: ChecksOnline, record_id: str, answer: SiteAnswer | None, job: Job) -> OnlineStep:
    return wallet.check_online(record_id, answer, lambda: job.stopped)
