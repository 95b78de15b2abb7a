"""What the settings and the first steps ask of the window about the learner's age, and what adults agreed to.

Lives here: starting the use case or opening the sheet. Does not live here: the sheets themselves.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from wallet.ui import shell_jobs
from wallet.ui.guardian_ports import NOT_SAID, UNDER_13, AgeRule, PastAgreement
from wallet.ui.pages.age_sheet import AgeSheet
from wallet.ui.pages.agreements import AgreementsSheet
from wallet.ui.pages.own_age import OwnAge
from wallet.ui.ports import OpenWallet
from wallet.ui.tasks import Callbacks
from wallet.ui.tools import Tools


class AgeLinks(QObject):
    """`opened` carries a sheet to be shown; `open_share` asks for a past share in full."""

    opened = Signal(object)
    open_share = Signal(str)

    def __init__(self, tools: Tools, wallet: OpenWallet, part: OwnAge) -> None:
        super().__init__(part)
        self._tools = tools
        self._wallet = wallet
        self._part = part
        part.change.connect(self._change)
        part.agreed.connect(self.open_agreements)

    def open_age(self, wanted: str | None = None) -> None:
        """The sheet for the age; `wanted` is chosen from the start, else what is kept now."""
        sheet = AgeSheet(self._tools, self._wallet, self._part.rule, wanted)
        sheet.changed.connect(self._part.refresh)
        self.opened.emit(sheet)

    def begin(self, band: str) -> None:
        """What was said in the first steps: kept, or asked further where an adult chooses a code word."""
        if band == UNDER_13:
            self.open_age(band)
        elif band != NOT_SAID:
            work = partial(shell_jobs.age_kept, self._wallet, band)
            self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._part.show_rule))

    def open_agreements(self) -> None:
        """What adults agreed to."""
        work = partial(shell_jobs.agreements, self._wallet)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._show))

    def _change(self, _rule: AgeRule) -> None:
        self.open_age()

    def _show(self, found: Sequence[PastAgreement]) -> None:
        sheet = AgreementsSheet(self._tools, self._wallet, found)
        sheet.open_share.connect(self.open_share)
        self.opened.emit(sheet)
