"""The window while a file is open: sidebar and pages.

It is made anew at every unlock and destroyed at every lock, so that no widget can keep a word of a
credential.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from wallet.ui import shell_jobs
from wallet.ui.backup_desk import BackupDesk
from wallet.ui.care_ports import BackupFacts
from wallet.ui.guardian_ports import NOT_SAID, AgeRule
from wallet.ui.marks import Filter
from wallet.ui.pages.add import AddPage
from wallet.ui.pages.add_links import AddLinks
from wallet.ui.pages.age_links import AgeLinks
from wallet.ui.pages.care_links import CareLinks
from wallet.ui.pages.credentials import CredentialsPage
from wallet.ui.pages.keys_sheet import FIRST_KIT, KeysSheet
from wallet.ui.pages.later_pages import LaterPages
from wallet.ui.pages.overview import OverviewPage
from wallet.ui.pages.page_links import PageLinks
from wallet.ui.pages.place_page import PlacePage
from wallet.ui.pages.preferences import SettingsPage
from wallet.ui.pages.record_links import RecordLinks
from wallet.ui.pages.share.sheet import ShareSheet
from wallet.ui.pages.sharing import SharingPage
from wallet.ui.pages.sheet import Sheet
from wallet.ui.pages.sign_links import SignLinks
from wallet.ui.pages.skills import SkillsPage
from wallet.ui.places import CREDENTIALS, OVERVIEW, SETTINGS, SHARING, SKILLS
from wallet.ui.ports import Card, Desk, OpenWallet
from wallet.ui.request_flow import RequestFlow
from wallet.ui.tasks import Callbacks
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import row
from wallet.ui.widgets.sidebar import LockCard, Sidebar

NARROW_BELOW = 900


class Shell(QStackedWidget):
    """Pages with the sidebar, or one sheet over both."""

    lock = Signal()
    advise = Signal()
    moved = Signal(object)
    undo_changed = Signal(str, str)
    place_changed = Signal()
    theme = Signal(object)
    text_size = Signal(int)
    language = Signal(str)

    def __init__(
        self,
        tools: Tools,
        desk: Desk,
        wallet: OpenWallet,
        *,
        shared: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`shared` is whether others use this computer, too."""
        super().__init__(parent)
        look = tools.look
        self._tools = tools
        self._look = look
        self._tasks = tools.tasks
        self._desk = desk
        self._wallet = wallet
        self.sheet: Sheet | None = None
        self._left: QWidget | None = None
        self.requests = RequestFlow(tools, desk, wallet, self._open_sheet, self)
        self.adding = AddLinks(
            tools, desk, wallet, present=lambda: self.sheet, requests=self.requests, parent=self
        )
        self.offers = self.adding.offers
        path = wallet.path
        place = path.parent.name or str(path.parent)
        self.sidebar = Sidebar(look, LockCard(look, path.name, place, shared=shared))
        self.credentials = CredentialsPage(tools, wallet)
        self.credentials.refresh()
        self.backups = BackupDesk(tools, wallet, shared=shared, parent=self)
        self.records = RecordLinks(tools, wallet, self.credentials)
        self.one_pages = PageLinks(tools, wallet, self)
        self.signing = SignLinks(tools, wallet, self.credentials)
        self.care = CareLinks(tools, wallet, self)
        self.pages = QStackedWidget()
        self._later_pages: LaterPages | None = None
        self._ended = False
        self._build()
        self._connect()
        self.show_place(CREDENTIALS)
        soon = partial(QTimer.singleShot, 0, self, lambda: self._ended or self._later())
        tools.tasks.run_on_vault(shell_jobs.nothing, self, Callbacks(done=lambda _: soon()))

    @property
    def skills(self) -> SkillsPage:
        """What the learner can show."""
        return self._later().skills

    @property
    def wallet(self) -> OpenWallet:
        """The open file."""
        return self._wallet

    @property
    def overview(self) -> OverviewPage:
        """The overview."""
        return self._later().overview

    @property
    def sharing(self) -> SharingPage:
        """The sharing history."""
        return self._later().sharing

    @property
    def settings(self) -> SettingsPage:
        """The settings."""
        return self._later().settings

    @property
    def ages(self) -> AgeLinks:
        """What is asked about the learner's age."""
        return self._later().ages

    def _later(self) -> LaterPages:
        if self._later_pages is None:
            beside = self.credentials, self.backups
            later = self._later_pages = LaterPages(self._tools, self._wallet, beside, self)
            self._connect_later(later)
            for page in later.places.values():
                page.set_wide(self.width())
                self.pages.addWidget(page)
            later.refresh()
            self.refresh_kit()
            self.care.look_beside()
        return self._later_pages

    # -- what the window calls

    def show_place(self, place: str) -> None:
        """Goes to a page; an open sheet is left."""
        self._close_sheet()
        self.pages.setCurrentWidget(self.credentials if place == CREDENTIALS else self._later().page(place))
        self.sidebar.show_place(place)
        self.place_changed.emit()

    def open_add(self) -> AddPage:
        """The add sheet, opened if it is not."""
        return self.adding.open()

    def add_files(self, names: Sequence[str]) -> None:
        """Checks dropped or chosen files, or answers one that asks for credentials."""
        self.adding.add_files(names)

    def add_text(self, text: str) -> None:
        """Checks pasted text, or answers it where it asks for credentials."""
        self.adding.add_text(text)

    def open_share(self, record_id: str = "", ids: Sequence[str] = (), words: str = "") -> None:
        """The share sheet; the given credential (or several), else what is selected, is chosen from the start.

        `words` are the learner's own, which then go along.
        """
        ticked = [record_id] if record_id else list(ids or self.credentials.selected_ids())
        ticked = ticked or [self.credentials.selected_id()]
        work = partial(shell_jobs.shareable, self._wallet)
        self._tasks.run_on_vault(work, self, Callbacks(done=partial(self._offer_share, ticked, words)))

    def open_one_page(self) -> None:
        """The sheet that puts a collection on one page; the one that is shown comes first."""
        self.one_pages.open(self.credentials.title.text())

    def begin(self, place: str, band: str) -> None:
        """The first page; what was said about age in the first steps is kept, or asked further for an adult's word."""
        if place == SETTINGS:
            self.show_place(SETTINGS)
            self.settings.language_field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.credentials.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        if band != NOT_SAID:
            self.ages.begin(band)

    def open_keys(self, what: str) -> KeysSheet:
        """The sheet for another passphrase or a recovery kit; `what` is one of `keys_sheet`."""
        sheet = KeysSheet(self._tools, self._wallet, what)
        sheet.changed.connect(self.refresh_kit)
        self.open_sheet(sheet)
        return sheet

    def refresh_kit(self) -> None:
        """Asks the file whether there is a recovery kit."""
        self._tasks.run_on_vault(
            partial(shell_jobs.has_kit, self._wallet), self, Callbacks(done=self._show_kit_state)
        )

    def start_search(self) -> None:
        """The keyboard goes to the search line of the present page, or of the credentials."""
        page = self.pages.currentWidget()
        if self.sheet is not None or not (isinstance(page, PlacePage) and page.start_search()):
            self.show_place(CREDENTIALS)
            self.credentials.start_search()

    def delete(self) -> None:
        """Moves the present credential to the bin."""
        record_id = self.credentials.selected_id()
        several = self.credentials.selected_ids()
        if (record_id or several) and self.sheet is None and self.pages.currentWidget() is self.credentials:
            self.credentials.delete(record_id)

    def end(self) -> None:
        """The file locks or the program ends: an open sheet ends what it has under way."""
        self._ended = True
        self._end_sheet()

    def check_again(self) -> None:
        """Verifies the present credential now."""
        record_id = self.credentials.selected_id()
        if record_id:
            self.credentials.detail.check_again.emit(record_id)

    def areas(self) -> list[QWidget]:
        """Where F6 goes, in reading order."""
        if self.sheet is not None:
            return [self.sheet]
        page = self.pages.currentWidget()
        inner = page.areas() if isinstance(page, CredentialsPage | PlacePage) else []
        return [self.sidebar, *inner]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: one pane or two, words or icons in the sidebar."""
        super().resizeEvent(event)
        self._fit()

    # -- inside

    def _build(self) -> None:
        for key, words, icon in (
            (CREDENTIALS, self.tr("Credentials"), "grid"),
            (SKILLS, self.tr("Skills"), "sparkle"),
            (OVERVIEW, self.tr("Overview"), "award"),
            (SHARING, self.tr("Sharing"), "send"),
            (SETTINGS, self.tr("Settings"), "settings"),
        ):
            self.sidebar.add_place(key, words, icon)
        self.pages.addWidget(self.credentials)
        home = QWidget()
        layout = row(self._look, 0)
        layout.addWidget(self.sidebar)
        layout.addWidget(self.pages, 1)
        home.setLayout(layout)
        self.addWidget(home)

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self.show_place)
        self.sidebar.advise.connect(self.advise)
        self.records.opened.connect(self.open_sheet)
        self.one_pages.opened.connect(self.open_sheet)
        self.signing.opened.connect(self.open_sheet)
        self.signing.left.connect(self._close_sheet)
        self.one_pages.share_wanted.connect(lambda ids, words: self.open_share(ids=ids, words=words))
        self.credentials.head.one_page.clicked.connect(self.open_one_page)
        self.records.written.connect(self._show_written)
        self.credentials.empty.write.connect(self.records.write_own)
        self.sidebar.lock_card.lock.connect(self.lock)
        self.sidebar.lock_card.make_kit.connect(partial(self.open_keys, FIRST_KIT))
        self.sidebar.lock_card.back_up.connect(self.backups.back_up)
        self.backups.changed.connect(self._show_backup)
        self.care.opened.connect(self.open_sheet)
        self.care.moved.connect(self.moved)
        self.care.joined.connect(self._joined)
        self.credentials.add.connect(self.open_add)
        self.credentials.samples.connect(self.adding.add_samples)
        self.adding.opened.connect(self._open_sheet)
        self.adding.visited.connect(self.open_sheet)
        self.adding.closed.connect(self._close_sheet)
        self.adding.kept.connect(self._kept)
        self.adding.kept_some.connect(self._kept_some)
        self.adding.write_own.connect(self.records.write_own)
        self.credentials.share.connect(self.open_share)
        self.credentials.share_many.connect(lambda ids: self.open_share(ids=ids))
        self.credentials.curating.undo.changed.connect(self.undo_changed)
        self.credentials.parts.connect(self.sidebar.filter.show_parts)
        self.sidebar.filter.chosen.connect(self._show_part)
        self.credentials.counted.connect(self.sidebar.place(CREDENTIALS).set_count)
        self.requests.closed.connect(self._close_sheet)
        self._look.changed.connect(self._fit)

    def _connect_later(self, later: LaterPages) -> None:
        settings, sharing = later.settings, later.sharing
        settings.theme.connect(self.theme)
        settings.text_size.connect(self.text_size)
        settings.language.connect(self.language)
        settings.safe.move_wanted.connect(self.care.move)
        settings.safe.join_wanted.connect(self.care.join)
        settings.keys.wanted.connect(self.open_keys)
        sharing.counted.connect(self.sidebar.place(SHARING).set_count)
        sharing.share.connect(self._share_something)
        sharing.answer.connect(self._answer_something)
        self.requests.shared.connect(sharing.refresh)
        later.skill_links.share.connect(lambda ids: self.open_share(ids=ids))
        later.skill_links.add.connect(self.open_add)
        later.overview_links.add.connect(self.open_add)
        later.opened.connect(self.open_sheet)
        later.place.connect(self.show_place)
        self._look.changed.connect(settings.follow)

    def _fit(self) -> None:
        self.sidebar.set_narrow(self.width() < self._look.px(NARROW_BELOW))
        self.credentials.set_wide(self.width())
        for page in self._later_pages.places.values() if self._later_pages is not None else ():
            page.set_wide(self.width())

    def _show_part(self, part: Filter) -> None:
        self.show_place(CREDENTIALS)
        self.credentials.show_part(part)

    def _share_something(self) -> None:
        self.open_share()

    def _answer_something(self) -> None:
        self.requests.open()

    def _offer_share(self, ticked: Sequence[str], words: str, found: tuple[Sequence[Card], AgeRule]) -> None:
        cards, rule = found
        sheet = ShareSheet(self._tools, self._wallet, rule)
        model = self.credentials.model
        images: dict[str, QImage | None] = {card.id: model.picture(card.id) for card in cards}
        sheet.offer(cards, images, ticked)
        sheet.what.own_words.begin(words)
        sheet.closed.connect(self._close_sheet)
        sheet.shared.connect(self.sharing.refresh)
        self._open_sheet(sheet)
        sheet.who.to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_kit_state(self, has_kit: bool) -> None:
        self.settings.keys.show_kit(has_kit=has_kit)
        self.sidebar.lock_card.show_kit(has_kit=has_kit)

    def _joined(self) -> None:
        """There is more in the file now, wherever one looks."""
        self.credentials.reload()
        self._later().refresh()

    def _show_backup(self, facts: BackupFacts) -> None:
        self.sidebar.lock_card.show_backup(is_due=facts.is_due)

    def _open_sheet(self, sheet: Sheet) -> None:
        self._close_sheet()
        self._left = QApplication.focusWidget()
        self.sheet = sheet
        self.addWidget(sheet)
        self.setCurrentWidget(sheet)

    def open_sheet(self, sheet: Sheet) -> None:
        """A sheet that closes itself."""
        sheet.closed.connect(self._close_sheet)
        self._open_sheet(sheet)
        sheet.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_sheet(self) -> None:
        if self.sheet is not None:
            self.sheet.end()

    def _show_written(self, record_id: str) -> None:
        self._tools.messages.tell(self.tr("Saved. It says “Added by you”."))
        self.show_place(CREDENTIALS)
        self.credentials.reload()
        self.credentials.refresh(select=record_id)
        self.backups.refresh()

    def _close_sheet(self) -> None:
        if self.sheet is None:
            return
        self._end_sheet()
        sheet, self.sheet = self.sheet, None
        self.setCurrentIndex(0)
        self.removeWidget(sheet)
        sheet.deleteLater()
        page = self.pages.currentWidget()
        if isinstance(page, PlacePage):
            page.take_focus(self._left)
        else:
            self.credentials.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kept_some(self) -> None:
        self.credentials.refresh()
        self.backups.refresh()

    def _kept(self, record_id: str) -> None:
        self.show_place(CREDENTIALS)
        self.credentials.refresh(select=record_id)
        self.backups.refresh()
