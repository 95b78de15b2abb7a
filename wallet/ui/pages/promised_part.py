"""What issuers have promised for later, in the add sheet: who, what, from when on, and asking for it.

Lives here: that panel. Does not live here: asking (`offer_ports.PromiseWork`), or looking at what came (`add`).
"""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wallet.errors import WalletError
from wallet.ui.dates import day_of
from wallet.ui.offer_ports import PromisedItem, PromiseWork, Taken
from wallet.ui.online_ports import SiteAnswer, SiteQuestion
from wallet.ui.pages.check_part import SitePanel
from wallet.ui.pages.online_check import remember_website
from wallet.ui.pages.site_flow import SiteFlow
from wallet.ui.ports import Desk, OpenWallet
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Surface, column
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel

_Found = tuple[Sequence[PromisedItem], Mapping[str, bool]]


class PromisedPart(Surface):
    """Hidden while nothing is promised; `came` carries a `Taken`."""

    came = Signal(object)

    def __init__(self, tools: Tools, desk: Desk, wallet: OpenWallet, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._tools = tools
        self._desk = desk
        self._wallet = wallet
        self._due: list[PromisedItem] = []
        self._allowed: Mapping[str, bool] = {}
        self.panel: SitePanel | None = None
        self._column = column(tools.look, 8, (14, 12, 14, 12))
        self._column.addWidget(PlainLabel(self.tr("Promised for later"), "strong"))
        self.lines = PlainLabel("", "secondary", tone="text")
        self.ask = Button(tools.look, self.tr("Ask whether it is ready"), "globe")
        self.ask.clicked.connect(self._begin)
        self._column.addWidget(self.lines)
        self._column.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(self._column)
        self._flow = SiteFlow(tools.tasks, self._remember, self)
        self._flow.asked.connect(self._question)
        self._flow.finished.connect(self._finish)
        self._flow.failed.connect(self._fail)
        self.hide()

    def refresh(self) -> None:
        """Asks the file what is promised."""
        self._tools.tasks.run_on_vault(partial(_found, self._wallet), self, Callbacks(done=self._show))

    def stop(self) -> None:
        """Asks no further website."""
        self._flow.stop()

    def _show(self, found: _Found) -> None:
        items, self._allowed = found
        now = self._tools.now()
        self._due = [item for item in items if item.ask_after <= now]
        self.lines.setText("\n".join(self._line(item) for item in items))
        self.ask.setEnabled(bool(self._due))
        self.setVisible(bool(items))

    def _line(self, item: PromisedItem) -> str:
        words = self.tr("{site} will have “{name}” for you. It can be asked from {date}.")
        return words.format(site=item.host, name=item.name, date=day_of(item.ask_after))

    def _begin(self) -> None:
        self.ask.setEnabled(False)
        self._flow.start(partial(self._desk.ask_for_promised, self._due, self._allowed))

    def _question(self, question: SiteQuestion) -> None:
        for part in (self.lines, self.ask):  # one thing at a time: a small window has no room for both
            part.hide()
        self.panel = SitePanel(self._tools.look, question)
        self.panel.answered.connect(self._answer)
        self._column.addWidget(self.panel)
        self.panel.no.setFocus()

    def _answer(self, answer: SiteAnswer) -> None:
        if self.panel is not None:
            self._column.removeWidget(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
        for part in (self.lines, self.ask):
            part.show()
        self._flow.answer(answer)

    def _finish(self, work: PromiseWork) -> None:
        settle = partial(_settled, self._wallet, work)
        self._tools.tasks.run_on_vault(settle, self, Callbacks(done=self._settled, error=self._fail))

    def _settled(self, taken: Taken) -> None:
        self.refresh()
        self.came.emit(taken)

    def _fail(self, error: WalletError) -> None:
        self.ask.setEnabled(bool(self._due))
        self._tools.tasks.failed.emit(error)

    def _remember(self, question: SiteQuestion) -> None:
        remember_website(self._tools.tasks, self._wallet, self, question)


def _found(wallet: OpenWallet, job: Job) -> _Found:
    del job
    return wallet.promised(), {site.host: site.of_one for site in wallet.allowed_websites()}


def _settled(wallet: OpenWallet, work: PromiseWork, job: Job) -> Taken:
    del job
    return wallet.settle_promised(work)
