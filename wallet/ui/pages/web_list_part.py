"""A list of issuers from a website: its address, the question about each website, and what came of it.

Lives here: the part of the settings page that shows while a list is fetched. Does not live here: the steps between
(`site_flow`), or the lists that are kept (`trusted_issuers`).
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from wallet.errors import WalletError
from wallet.ui.messages import error_message
from wallet.ui.online_ports import OnlineWork, SiteAnswer, SiteQuestion
from wallet.ui.pages.check_part import SitePanel
from wallet.ui.pages.online_check import remember_website
from wallet.ui.pages.site_flow import SiteFlow
from wallet.ui.ports import OpenWallet
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Notice, Surface, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel

EXAMPLE = "https://digitalcredentials.github.io/dcc-registry/registry.json"
"""The registry of the Digital Credentials Consortium; nobody is asked before the learner says so."""


class WebListPart(QWidget):
    """`added` carries the credentials to check again."""

    added = Signal(object)

    def __init__(self, tools: Tools, wallet: OpenWallet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = tools.look
        self._tools = tools
        self._wallet = wallet
        self.question: SitePanel | None = None
        self.address = QLineEdit()
        self.address.setAccessibleName(self.tr("Address of the list"))
        self.fetch = Button(look, self.tr("Fetch the list"), "globe", "primary")
        self.waiting = PlainLabel(self.tr("Fetching from the website"), "strong")
        self.trouble = Notice(look, "warn", "")
        self._build()
        self._flow = SiteFlow(tools.tasks, partial(remember_website, tools.tasks, wallet, self), self)
        self._flow.asked.connect(self._ask)
        self._flow.finished.connect(self._finish)
        self._flow.failed.connect(self._fail)
        self.address.textChanged.connect(self._judge)
        self.address.returnPressed.connect(self._begin)
        self.fetch.clicked.connect(self._begin)
        self._judge()
        self.hide()

    def begin(self) -> None:
        """Shows itself, ready for an address."""
        self.show()
        self.address.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        look = self._tools.look
        card = Surface("note")
        self._layout = column(look, 8, (14, 12, 14, 12))
        label = PlainLabel(self.tr("Address of the list"), "secondary_strong", tone="text")
        label.setBuddy(self.address)
        self._layout.addWidget(label)
        line = row(look, 10)
        line.addWidget(self.address, 1)
        line.addWidget(self.fetch)
        self._layout.addLayout(line)
        words = self.tr(
            "For example {address}. Fetch the same address again to renew it. A federation is told which issuers your "
            "credentials are from, and nothing else."
        )
        self._layout.addWidget(PlainLabel(words.format(address=EXAMPLE), "hint"))
        self._layout.addWidget(self.waiting)
        self._layout.addWidget(self.trouble)
        self.waiting.hide()
        self.trouble.hide()
        card.setLayout(self._layout)
        outer = column(look, 0)
        outer.addWidget(card)
        self.setLayout(outer)

    def _judge(self) -> None:
        self.fetch.setEnabled(bool(self.address.text().strip()) and not self.waiting.isVisibleTo(self))

    def _begin(self) -> None:
        if not self.fetch.isEnabled():
            return
        self._wait()
        work = partial(_begun, self._wallet, self.address.text().strip())
        callbacks = Callbacks(done=self._start, error=self._fail)
        self._tools.tasks.run_on_vault(work, self, callbacks)

    def _start(self, work: OnlineWork) -> None:
        self._flow.start(lambda: work)

    def _ask(self, question: SiteQuestion) -> None:
        self.waiting.hide()
        self.question = SitePanel(self._tools.look, question)
        self.question.answered.connect(self._answer)
        self._layout.addWidget(self.question)
        self.question.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, answer: SiteAnswer) -> None:
        self._close_question()
        self._wait()
        self._flow.answer(answer)

    def _finish(self, work: OnlineWork) -> None:
        keep = partial(_kept, self._wallet, work)
        self._tools.tasks.run_on_vault(keep, self, Callbacks(done=self._done, error=self._fail))

    def _done(self, record_ids: Sequence[str]) -> None:
        self._rest()
        self.address.clear()
        self.hide()
        self.added.emit(record_ids)

    def _fail(self, error: WalletError) -> None:
        self._rest()
        message = error_message(error)
        self.trouble.tell("warn", message.happened, f"{message.means} {message.do}")
        self.trouble.show()

    def _wait(self) -> None:
        self.trouble.hide()
        self.waiting.show()
        self._judge()

    def _rest(self) -> None:
        self._close_question()
        self.waiting.hide()
        self._judge()

    def _close_question(self) -> None:
        if self.question is not None:
            self._layout.removeWidget(self.question)
            self.question.hide()
            self.question.deleteLater()
            self.question = None


def _begun(wallet: OpenWallet, address: str, job: Job) -> OnlineWork:
    del job
    return wallet.begin_list(address)


def _kept(wallet: OpenWallet, work: OnlineWork, job: Job) -> Sequence[str]:
    del job
    return wallet.keep_list(work)
