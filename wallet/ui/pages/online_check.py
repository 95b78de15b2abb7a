"""Leads a check with the network: read on the vault's thread, asked on another, kept on the vault's thread again.

Lives here: those three jobs for the credential that is shown. Does not live here: the steps between (`site_flow`), or
the question's look (`check_part`).
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from wallet.errors import WalletError
from wallet.ui.online_ports import ChecksOnline, OnlineWork, SiteAnswer, SiteQuestion
from wallet.ui.pages.detail import DetailPane
from wallet.ui.pages.site_flow import SiteFlow
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
        self._record_id = ""
        self._flow = SiteFlow(tasks, partial(remember_website, tasks, wallet, self), self)
        self._flow.asked.connect(self._ask)
        self._flow.finished.connect(self._finish)
        self._flow.failed.connect(self._fail)
        detail.check_online.connect(self._go_on)

    def _go_on(self, record_id: str, answer: SiteAnswer | None) -> None:
        if answer is not None and record_id == self._record_id:
            self._flow.answer(answer)
            return
        self._flow.stop()
        self._record_id = record_id
        work = partial(_begun, self._wallet, record_id)
        self._tasks.run_on_vault(work, self, Callbacks(done=self._start, error=self._fail))

    def _start(self, begun: tuple[str, OnlineWork]) -> None:
        record_id, work = begun
        if record_id == self._record_id:
            self._flow.start(lambda: work)

    def _ask(self, question: SiteQuestion) -> None:
        self._detail.ask_about_site(self._record_id, question)

    def _finish(self, work: OnlineWork) -> None:
        keep = partial(_kept, self._wallet, self._record_id, work)
        self._tasks.run_on_vault(keep, self, Callbacks(done=self._shows, error=self._fail))

    def _fail(self, error: WalletError) -> None:
        self._detail.show_again()
        self._tasks.failed.emit(error)


def remember_website(tasks: Tasks, wallet: ChecksOnline, owner: QObject, question: SiteQuestion) -> None:
    """Notes in the open file that a website was allowed for good."""
    tasks.run_on_vault(partial(_allowed, wallet, question), owner)


def _begun(wallet: ChecksOnline, record_id: str, job: Job) -> tuple[str, OnlineWork]:
    del job
    return record_id, wallet.begin_online(record_id)


def _kept(wallet: ChecksOnline, record_id: str, work: OnlineWork, job: Job) -> Details:
    del job
    return wallet.keep_online(record_id, work)


def _allowed(wallet: ChecksOnline, question: SiteQuestion, job: Job) -> None:
    del job
    wallet.allow_website(question.host, of_one=question.of_one)
