"""From what the learner wrote to who can sign for it: the two sheets, and what the detail pane asks of the file.

Lives here: starting the use case, showing what came of it. Does not live here: the pane (`sign_part`), the sheets.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from wallet.ui.own_ports import Written
from wallet.ui.pages.ask_sheet import AskSheet
from wallet.ui.pages.credentials import CredentialsPage
from wallet.ui.pages.sign_part import ASK, CHOOSE, JOIN, PART
from wallet.ui.pages.signed_sheet import SignedSheet
from wallet.ui.ports import Card, OpenWallet
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools


class SignLinks(QObject):
    """`opened` carries a sheet to be shown, `left` that it is to be closed."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, tools: Tools, wallet: OpenWallet, page: CredentialsPage) -> None:
        super().__init__(page)
        self._tools = tools
        self._wallet = wallet
        self._page = page
        page.detail.signing.connect(self._wanted)

    def _wanted(self, act: str, other: str) -> None:
        shown = self._page.detail.shown
        if shown is None:
            return
        record_id = shown.card.id
        if act == ASK:
            self._run(partial(_written, self._wallet, record_id), partial(self._ask, record_id))
        elif act == CHOOSE:
            self._run(partial(_cards, self._wallet), partial(self._choose, record_id, shown.card.name))
        elif act == JOIN:
            self._join(record_id, other)
        elif act == PART:
            self._run(partial(_parted, self._wallet, record_id, other), self._changed)
        else:
            self._page.refresh(select=other)

    def _ask(self, record_id: str, written: Written) -> None:
        sheet = AskSheet(self._tools, self._wallet, record_id, written)
        sheet.asked.connect(self._page.reload)
        self.opened.emit(sheet)

    def _choose(self, record_id: str, title: str, cards: Sequence[Card]) -> None:
        sheet = SignedSheet(self._tools.look, title, cards)
        sheet.chosen.connect(partial(self._join, record_id))
        sheet.chosen.connect(self.left)
        self.opened.emit(sheet)

    def _join(self, record_id: str, other: str) -> None:
        self._run(partial(_joined, self._wallet, record_id, other), self._told_joined)

    def _told_joined(self, result: object) -> None:
        self._tools.messages.tell(self.tr("Joined. Both show it."))
        self._changed(result)

    def _changed(self, _result: object) -> None:
        self._page.reload()

    def _run(self, work: Callable[[Job], object], done: Callable[[Any], None]) -> None:
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=done))


def _written(wallet: OpenWallet, record_id: str, job: Job) -> Written:
    del job
    return wallet.written(record_id)


def _cards(wallet: OpenWallet, job: Job) -> Sequence[Card]:
    del job
    return wallet.cards("")


def _joined(wallet: OpenWallet, record_id: str, other: str, job: Job) -> None:
    del job
    wallet.join_signed(record_id, other)


def _parted(wallet: OpenWallet, record_id: str, other: str, job: Job) -> None:
    del job
    wallet.part_signed(record_id, other)
