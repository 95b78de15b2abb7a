"""Where the skills page leads, and what leads to it: credentials, sharing, the add sheet, files.

Lives here: passing on. Does not live here: the pages themselves, which page is in sight (`shell`).
"""

from PySide6.QtCore import QObject, Signal

from wallet.ui.pages.credentials import CredentialsPage
from wallet.ui.pages.skills import SkillsPage
from wallet.ui.pages.viewer_sheet import ViewerSheet, save_viewable
from wallet.ui.places import CREDENTIALS, SKILLS
from wallet.ui.ports import OpenWallet
from wallet.ui.record_ports import Viewable
from wallet.ui.tools import Tools


class SkillLinks(QObject):
    """`place` says where to go, `opened` carries a sheet to be shown, `share` the ids of credentials to share."""

    place = Signal(str)
    opened = Signal(object)
    share = Signal(object)
    add = Signal()

    def __init__(
        self, tools: Tools, wallet: OpenWallet, page: SkillsPage, credentials: CredentialsPage
    ) -> None:
        super().__init__(page)
        self._tools = tools
        self._wallet = wallet
        self._page = page
        self._credentials = credentials
        page.empty.add.connect(self.add)
        page.pane.share.connect(self.share)
        page.pane.open.connect(self._open_credential)
        page.pane.view.connect(self._view)
        page.pane.save.connect(self._save)
        credentials.finder.found.connect(page.refresh_if_shown)
        credentials.detail.open_skill.connect(self._open_skill)

    def _open_credential(self, record_id: str) -> None:
        self.place.emit(CREDENTIALS)
        self._credentials.open_record(record_id)

    def _open_skill(self, record_id: str, name: str, url: str) -> None:
        self.place.emit(SKILLS)
        self._page.show_named(record_id, name, url or None)

    def _view(self, viewable: Viewable) -> None:
        self.opened.emit(ViewerSheet(self._tools, self._wallet, viewable))

    def _save(self, viewable: Viewable) -> None:
        save_viewable(self._tools, self._wallet, viewable, self._page)
