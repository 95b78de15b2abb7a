"""Where the overview leads: credentials, skills, the add sheet, the page of paper.

Lives here: passing on. Does not live here: the pages themselves, which page is in sight (`shell`).
"""

from PySide6.QtCore import QObject, Signal

from wallet.ui.marks import Filter
from wallet.ui.pages.counts_part import Shown
from wallet.ui.pages.credentials import CredentialsPage
from wallet.ui.pages.overview import OverviewPage
from wallet.ui.pages.overview_sheet import OverviewSheet
from wallet.ui.places import CREDENTIALS, SKILLS
from wallet.ui.ports import OpenWallet
from wallet.ui.tools import Tools


class OverviewLinks(QObject):
    """`place` says where to go, `opened` carries a sheet to be shown."""

    place = Signal(str)
    opened = Signal(object)
    add = Signal()

    def __init__(
        self, tools: Tools, wallet: OpenWallet, page: OverviewPage, credentials: CredentialsPage
    ) -> None:
        super().__init__(page)
        self._tools = tools
        self._wallet = wallet
        self._credentials = credentials
        page.add.connect(self.add)
        page.paper.connect(self._open_paper)
        page.skills.connect(self._show_skills)
        page.open_record.connect(self._open_credential)
        page.show_only.connect(self._show_only)
        credentials.finder.found.connect(page.refresh_if_shown)

    def _open_credential(self, record_id: str) -> None:
        self.place.emit(CREDENTIALS)
        self._credentials.open_record(record_id)

    def _show_only(self, shown: Shown) -> None:
        """The credentials that a count is about, and no others."""
        self.place.emit(CREDENTIALS)
        self._credentials.show_part(Filter())
        self._credentials.narrowing.narrow(shown.filters, dict(shown.words))

    def _show_skills(self) -> None:
        self.place.emit(SKILLS)

    def _open_paper(self) -> None:
        self.opened.emit(OverviewSheet(self._tools, self._wallet))
