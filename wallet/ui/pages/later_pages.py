"""The pages nobody sees first, skills, overview, sharing and settings, and what belongs to them.

They are made when the credentials are in sight, or when somebody goes there sooner: made before, they would be half of
the wait for the first page. Lives here: the sheets these pages lead to. Does not live here: showing any of it
(`shell`).
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from wallet.ui import shell_jobs
from wallet.ui.backup_desk import BackupDesk
from wallet.ui.pages.age_links import AgeLinks
from wallet.ui.pages.check_links import CheckLinks
from wallet.ui.pages.credentials import CredentialsPage
from wallet.ui.pages.overview import OverviewPage
from wallet.ui.pages.overview_links import OverviewLinks
from wallet.ui.pages.past_share import PastShareSheet
from wallet.ui.pages.place_page import PlacePage
from wallet.ui.pages.preferences import SettingsPage
from wallet.ui.pages.profile_sheet import ProfileSheet
from wallet.ui.pages.sharing import SharingPage
from wallet.ui.pages.skill_links import SkillLinks
from wallet.ui.pages.skills import SkillsPage
from wallet.ui.places import OVERVIEW, SETTINGS, SHARING, SKILLS
from wallet.ui.ports import OpenWallet
from wallet.ui.profile_ports import Me
from wallet.ui.share_ports import WholeShare
from wallet.ui.tasks import Callbacks
from wallet.ui.tools import Tools


class LaterPages(QObject):
    """All pages of one open file but the first. `opened` carries a sheet to be shown, `place` where to go."""

    opened = Signal(object)
    place = Signal(str)

    def __init__(
        self,
        tools: Tools,
        wallet: OpenWallet,
        beside: tuple[CredentialsPage, BackupDesk],
        parent: QObject,
    ) -> None:
        """`beside` is what there was before them, which they work with."""
        super().__init__(parent)
        self._tools = tools
        self._wallet = wallet
        credentials, self._backups = beside
        self.skills = SkillsPage(tools, wallet, credentials.curating.undo)
        self.skill_links = SkillLinks(tools, wallet, self.skills, credentials)
        self.overview = OverviewPage(tools, wallet)
        self.overview_links = OverviewLinks(tools, wallet, self.overview, credentials)
        self.sharing = SharingPage(tools, wallet)
        self.settings = SettingsPage(tools, wallet, self._backups)
        self.ages = AgeLinks(tools, wallet, self.settings.age)
        self.checks = CheckLinks(tools, wallet, credentials, self.settings)
        self.places: dict[str, PlacePage] = {
            SKILLS: self.skills,
            OVERVIEW: self.overview,
            SHARING: self.sharing,
            SETTINGS: self.settings,
        }
        self.skill_links.opened.connect(self.opened)
        self.skill_links.place.connect(self.place)
        self.overview_links.opened.connect(self.opened)
        self.overview_links.place.connect(self.place)
        self.settings.about.edit.connect(self._edit_profile)
        self.sharing.open_share.connect(self._ask_for_share)
        self.ages.open_share.connect(self._ask_for_share)
        self.ages.opened.connect(self.opened)

    def page(self, place: str) -> PlacePage:
        """The page of a place."""
        return self.places[place]

    def refresh(self) -> None:
        """Fetches what they show."""
        self.sharing.refresh()
        self.settings.trusted.refresh()
        self.settings.page_place.refresh()
        self.settings.age.refresh()
        self.settings.about.refresh()
        self._backups.refresh()

    def _ask_for_share(self, share_id: str) -> None:
        work = partial(shell_jobs.whole_share, self._wallet, share_id)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._show_share))

    def _show_share(self, share: WholeShare) -> None:
        has_code = self.settings.age.rule.has_code
        sheet = PastShareSheet(self._tools, self._wallet, share, has_code=has_code)
        sheet.withdrawn.connect(self.sharing.refresh)
        self.opened.emit(sheet)

    def _edit_profile(self, me: Me | None) -> None:
        sheet = ProfileSheet(self._tools, self._wallet, me)
        sheet.saved.connect(self._profile_saved)
        self.opened.emit(sheet)

    def _profile_saved(self, record_ids: Sequence[str]) -> None:
        self.place.emit(SETTINGS)
        self.settings.about.refresh()
        self.settings.about.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tools.messages.tell(self.tr("Saved in your file."))
        if record_ids:
            self.checks.check_everything(record_ids)
