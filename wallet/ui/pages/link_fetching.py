"""Fetching what a link leads to: the question about each website, and what came of it.

Lives here: the part of the add sheet that shows while a link is followed. Does not live here: the steps between
(`site_flow`), or checking what came (`add`).
"""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wallet.app.deep_links import read_link
from wallet.errors import WalletError
from wallet.ui.online_ports import ChecksOnline, SiteAnswer, SiteQuestion
from wallet.ui.pages.check_part import SitePanel
from wallet.ui.pages.online_check import remember_website
from wallet.ui.pages.site_flow import SiteFlow
from wallet.ui.ports import Desk, FollowsLink
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import column
from wallet.ui.widgets.labels import PlainLabel


class LinkFetching(QWidget):
    """One link at a time; nothing is asked before a yes to its website."""

    fetched = Signal(str, object)

    def __init__(
        self, tools: Tools, desk: Desk, wallet: ChecksOnline | None, parent: QWidget | None = None
    ) -> None:
        """Without a wallet no website is remembered."""
        super().__init__(parent)
        self._tools = tools
        self._desk = desk
        self._wallet = wallet
        self._link = ""
        self.panel: SitePanel | None = None
        self._column = column(tools.look, 8)
        self.waiting = PlainLabel(self.tr("Fetching from the website"), "strong")
        self._column.addWidget(self.waiting)
        self.setLayout(self._column)
        self._flow = SiteFlow(tools.tasks, self._remember, self)
        self._flow.asked.connect(self._ask)
        self._flow.finished.connect(self._finish)
        self._flow.failed.connect(self._fail)
        self.hide()

    def begin(self, link: str) -> None:
        """Follows a link; what was under way is given up."""
        self.stop()
        self._link = link
        self._wait()
        if self._wallet is None:
            self._start({})
            return
        work = partial(_allowed, self._wallet)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._start, error=self._fail))

    def stop(self) -> None:
        """Asks no further website."""
        self._flow.stop()
        self._close()
        self._link = ""
        self.hide()

    def _start(self, allowed: Mapping[str, bool]) -> None:
        if self._link:
            self._flow.start(partial(self._desk.follow, self._link, allowed))

    def _ask(self, question: SiteQuestion) -> None:
        self.waiting.hide()
        self.panel = SitePanel(self._tools.look, question, remembers=self._wallet is not None)
        self.panel.answered.connect(self._answer)
        self._column.addWidget(self.panel)
        self.panel.no.setFocus()

    def _answer(self, answer: SiteAnswer) -> None:
        self._close()
        self._wait()
        self._flow.answer(answer)

    def _wait(self) -> None:
        self.waiting.show()
        self.show()

    def _finish(self, work: FollowsLink) -> None:
        link = self._link
        self.stop()
        self.fetched.emit(link, list(work.incoming()))

    def _fail(self, error: WalletError) -> None:
        self.stop()
        self._tools.tasks.failed.emit(error)

    def _remember(self, question: SiteQuestion) -> None:
        if self._wallet is not None:
            remember_website(self._tools.tasks, self._wallet, self, question)

    def _close(self) -> None:
        if self.panel is not None:
            self._column.removeWidget(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None


def _allowed(wallet: ChecksOnline, job: Job) -> Mapping[str, bool]:
    del job
    return {site.host: site.of_one for site in wallet.allowed_websites()}


def leads_on(text: str) -> str:
    """The link that a text is, when it leads to something that has to be fetched; "" for everything else."""
    try:
        link = read_link(text)
    except WalletError:
        return ""  # its row says why
    return link.text if link is not None and link.is_supported and not link.carries_all else ""
