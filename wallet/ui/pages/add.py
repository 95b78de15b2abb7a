"""The sheet that adds credentials: a drop zone, one row per thing as it is checked, and Save.

Lives here: what is ticked and what is saved. Does not live here: checking (`Desk.check`) or keeping
(`OpenWallet.save`). Nothing is kept until Save is pressed.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from wallet.app.deep_links import is_offer
from wallet.errors import WalletError
from wallet.ui.found_words import FindingMaker
from wallet.ui.models.findings import Entry, Finding
from wallet.ui.originals import Originals
from wallet.ui.pages import add_jobs
from wallet.ui.pages.add_foot import AddFoot
from wallet.ui.pages.add_jobs import Checking, Found, locked_source
from wallet.ui.pages.add_row import AddRow
from wallet.ui.pages.add_sources import AddSources
from wallet.ui.pages.camera_panel import CameraPanel
from wallet.ui.pages.checks import Checks
from wallet.ui.pages.found_head import PAGE
from wallet.ui.pages.found_rows import FoundRows
from wallet.ui.pages.keys_part import KeysParts
from wallet.ui.pages.link_fetching import LinkFetching, leads_on
from wallet.ui.pages.locked_backup import LockedBackup
from wallet.ui.pages.paste_panel import PastePanel
from wallet.ui.pages.placing import Placing
from wallet.ui.pages.progress_line import ProgressLine
from wallet.ui.pages.promised_part import PromisedPart
from wallet.ui.pages.saving import Kept, Saving
from wallet.ui.pages.sheet import Sheet
from wallet.ui.ports import Desk, Incoming, OpenWallet, Place
from wallet.ui.profile_ports import BroughtKeys
from wallet.ui.screen_code import ScreenCode
from wallet.ui.tasks import Callbacks
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Middle, column
from wallet.ui.widgets.labels import PlainLabel

_ROOMY, _TALL = 480, 600


class AddPage(Sheet):
    """Checks what was dropped, chosen or pasted, and keeps what is ticked."""

    write_own = Signal()
    from_site = Signal()
    saved = Signal(object)
    asked = Signal(str)
    offered = Signal(str)
    promised_came = Signal(object)
    kept_some = Signal()

    def __init__(self, tools: Tools, desk: Desk, wallet: OpenWallet | None) -> None:
        """Without a wallet it only checks; there is nothing to save to."""
        super().__init__(tools.look)
        self._tools = tools
        self._tasks = tools.tasks
        self._desk = desk
        self._wallet = wallet
        self._checking = Checking(desk, tools.pictures, FindingMaker(Originals()))
        self.checks = Checks(tools.tasks, self._checking, self)
        self.checks.found.connect(self._add)
        self.checks.told.connect(self._tell)
        self.checks.ended.connect(self._finished)
        self.also = ""  # what is to be told beside what was saved
        self._wanted = ""
        self._build()
        self.close_button.clicked.connect(self.leave)
        self._count()

    # -- what the window calls

    def add_files(self, names: Sequence[str]) -> None:
        """Checks files and folders."""
        if names:
            self._start(lambda: self._desk.read(names), len(names))

    def add_samples(self) -> None:
        """Checks the sample credentials."""
        self._start(self._desk.samples, 0)

    def add_text(self, text: str) -> None:
        """Checks pasted text. A link to something on the web is followed, after a question for each website."""
        if self._wallet is not None and not self.entries and is_offer(text):
            self.offered.emit(text)
        elif text.strip():
            self._wanted = leads_on(text)
            data = text.encode("utf-8", "surrogatepass")
            self._start(partial(self._desk.read_text, self.tr("Pasted text"), data), 1)

    def add_fetched(self, incoming: Sequence[Incoming], *, once: bool = False) -> None:
        """Checks what a website gave; `once` for what it does not give again."""
        if once:
            self.once.setText(self.tr("What came from the issuer is only here: save it, or it is gone."))
            self.once.show()
        self._start(lambda: incoming, len(incoming))

    def leave(self) -> None:
        """Leaves without keeping anything; while something is being kept, that is stopped first."""
        if self.saving is not None and self.saving.is_busy:
            self.saving.stop()
            return
        self.end()
        self.closed.emit()

    def end(self) -> None:
        """What is under way ends; what was kept by then stays."""
        if self.saving is not None and self.saving.is_busy:
            self.kept_some.emit()
        self._stop()
        self.camera.stop()
        self.fetching.stop()
        for part in (self.promised, self.placing):
            if part is not None:
                part.stop()

    @property
    def rows(self) -> Sequence[AddRow]:
        """The rows in sight."""
        return self.found.rows

    @property
    def entries(self) -> Sequence[Entry]:
        """Everything that was found."""
        return self.found.findings.entries

    @property
    def ticked(self) -> list[Entry]:
        """What would be saved."""
        return [entry for entry in self.entries if entry.ticked]

    # -- building

    def _build(self) -> None:
        keeps = self._wallet is not None
        self.set_title(self.tr("Add credentials") if keeps else self.tr("Check a credential"))
        self.intro.setText(
            self.tr("Checks run on this computer. Nothing is saved until you press Save.")
            if keeps
            else self.tr("Checks run on this computer. Nothing is saved.")
        )
        content = QWidget()
        self._list = column(self.look, 8, (0, 0, 4, 0))  # whatever asks something scrolls with what was found
        content.setLayout(self._list)
        self._build_sources()
        self.paste_panel = PastePanel(self.look)
        self.paste_panel.given.connect(self._check_pasted)
        self.paste.toggled.connect(self.paste_panel.open)
        self._list.addWidget(self.paste_panel)
        self.locked = LockedBackup(self.look)
        self.locked.given.connect(self._open_backup)
        self._list.addWidget(self.locked)
        self.fetching = LinkFetching(self._tools, self._desk, self._wallet)
        self.fetching.fetched.connect(self._fetched)
        self._list.addWidget(self.fetching)
        self.promised = (
            PromisedPart(self._tools, self._desk, self._wallet) if self._wallet is not None else None
        )
        if self.promised is not None:
            self.promised.came.connect(self.promised_came)
            self._list.addWidget(self.promised)
            self.promised.refresh()
        self.once = PlainLabel("", "secondary", tone="text")
        self.once.hide()
        self._list.addWidget(self.once)
        self.progress = ProgressLine(self.look)
        self.progress.stop.clicked.connect(self._stop)
        self.body.addWidget(self.progress)
        self._build_found()
        self.body.addWidget(self.found.head)
        self.hint = PlainLabel(
            self.tr(
                "You can add badge pictures, JSON files, tokens, pictures of QR codes, ZIP files, saved mails,"
                " and backups of other wallets."
            ),
            "secondary",
        )
        self._list.addWidget(self.hint)
        self._list.addStretch(1)
        self.middle = Middle(content, self.tr("What was found"))
        self.body.addWidget(self.middle, 1)
        self._foot = AddFoot(self.look, self.foot, self.foot_note, keeps=keeps)
        self.cancel, self.samples, self.own = self._foot.cancel, self._foot.samples, self._foot.own
        self.save = self._foot.save
        self.samples.clicked.connect(self.add_samples)
        self.cancel.clicked.connect(self.leave)
        self.own.clicked.connect(self.write_own)
        self.save.clicked.connect(self._save)

    def _build_sources(self) -> None:
        self.sources = AddSources(
            self.look, keeps=self._wallet is not None, has_camera=self._tools.find_camera() is not None
        )
        self.site = self.sources.site
        self.site.clicked.connect(self.from_site)
        self.choose, self.paste = self.sources.choose, self.sources.paste
        self.choose.clicked.connect(self._choose)
        self.on_screen = ScreenCode(self._tools, self)
        self.on_screen.taken.connect(partial(self._check_picture, self.tr("Code on the screen")))
        self.sources.code.clicked.connect(self.on_screen.begin)
        self.body.addWidget(self.sources)
        self.camera = CameraPanel(self._tools, partial(add_jobs.has_code, self._desk))
        self.camera.taken.connect(partial(self._check_picture, self.tr("Code before the camera")))
        if self.sources.camera is not None:
            self.sources.camera.clicked.connect(self.camera.begin)
        self._list.addWidget(self.camera)

    def _build_found(self) -> None:
        self.found = FoundRows(self.look, self._tools.clipboard.copy, keeps=self._wallet is not None)
        self.found.changed.connect(self._count)
        self.found.turned.connect(self._turned)
        self.found.wanted.connect(self._decode)
        self.found.asked.connect(self.asked)
        self.found.follow.connect(self.fetching.begin)
        self.found.offered.connect(self.offered)
        self._list.addWidget(self.found)
        self.keys = KeysParts(self.look, keeps=self._wallet is not None)
        self.keys.changed.connect(self._count)
        self._list.addWidget(self.keys)
        self.placing: Placing | None = None
        self.saving: Saving | None = None
        if self._wallet is not None:
            self.placing = Placing(self._tasks, self._wallet, self._checking.maker, self)
            self.placing.placed.connect(self._placed)
            self.saving = Saving(self._tasks, self._wallet, self)
            self.saving.counted.connect(self._show_saved)
            self.saving.ended.connect(self._was_saved)
            self.saving.failed.connect(self._not_saved)

    # -- checking

    def _open_backup(self, source: str, typed: bytearray) -> None:
        """Reads a locked backup again, now with its passphrase."""
        self._take_away(lambda finding: locked_source(finding) == source)
        self._start(lambda: add_jobs.read_with(self._desk, source, typed), 1)

    def _fetched(self, link: str, found: Sequence[Incoming]) -> None:
        """Checks what a link led to, in place of the link."""
        self._take_away(lambda finding: finding.link == link)
        self._start(lambda: found, len(found))

    def _take_away(self, goes: Callable[[Finding], bool]) -> None:
        self.checks.take_back(self.found.take_away(goes))

    def _start(self, source: Callable[[], Iterable[Incoming]], count: int) -> None:
        """Checks one batch after the other; a second one waits behind the first by stopping nothing."""
        self.progress.begin(self.tr("Checking"))
        self.checks.start(source, count, max(0, PAGE - len(self.entries)))
        self._tell()

    def _add(self, found: Found | BroughtKeys) -> None:
        if isinstance(found, BroughtKeys):
            self.keys.add(found)
            return
        finding, image = found
        entry = self.found.add(finding, image)
        self.hint.hide()
        if finding.link and finding.link == self._wanted:
            self._wanted = ""
            self.fetching.begin(finding.link)
        source = locked_source(finding)
        if source and finding.reason is not None:
            self.locked.ask(source, finding.name, finding.reason)
        else:
            self._ask_place(entry)

    def _ask_place(self, entry: Entry) -> None:
        if self.placing is not None and entry.place is None and entry.finding.can_be_kept:
            self.placing.ask(entry)

    def _placed(self, entry: Entry, place: Place, seen: Finding) -> None:
        self.found.show_place(entry, place, seen)
        self.checks.tell()

    def _decode(self, entries: Sequence[Entry]) -> None:
        """Somebody came to rows whose pictures were not decoded yet."""
        work = partial(add_jobs.pictures_of, self._checking, entries)
        self._tasks.run(work, self, Callbacks(item=lambda found: self.found.show_image(*found)))

    def _tell(self) -> None:
        if self.checks.is_busy:
            self._show_progress()
        self.found.count()
        self._count()

    def _finished(self, stopped: bool) -> None:
        count = self.checks.done
        words = self.tr("Stopped. %n checked", "", count) if stopped else self.tr("%n checked", "", count)
        self.progress.end(words)
        self.announce(words)
        self._tell()

    def _stop(self) -> None:
        self.checks.stop()
        if self.saving is not None:
            self.saving.stop()

    def _show_progress(self) -> None:
        done, total = self.checks.done, self.checks.total
        if total > done:
            self.progress.tell(
                self.tr("Checked {done} of {total}").format(done=done, total=total), done, total
            )
        else:
            self.progress.tell(self.tr("Checked {done}").format(done=done))

    # -- saving

    def _save(self) -> None:
        if self.saving is None or self.placing is None:
            return
        self._stop()
        self.placing.stop()
        self._hold(True)
        self._foot.hold()
        wishes = self.keys.wishes(self.found.takes_all_of)
        self.progress.begin(self.tr("Saving"))
        self._show_saved(0, len(self.ticked))
        self.saving.begin(self.ticked, wishes)

    def _hold(self, held: bool) -> None:
        """While things are kept, what is ticked stays as it is."""
        for part in (self.sources, self.found, self.found.head, self.keys):
            part.setEnabled(not held)

    def _show_saved(self, done: int, total: int) -> None:
        self.progress.tell(self.tr("Saved {done} of {total}").format(done=done, total=total), done, total)

    def _was_saved(self, kept: Kept) -> None:
        if not kept.outcome.is_complete:
            self._ended_early(kept)
            return
        self.also = self.keys.words(kept.outcome.keys)
        self.saved.emit(kept.outcome.saved)

    def _ended_early(self, kept: Kept) -> None:
        """What was kept stays, and says so; the rest can still be saved or left out."""
        there = [entry for entry, one in kept.pairs if one.record_ids]
        for entry in there:
            known = entry.place.given_to_you if entry.place is not None else None
            self.found.show_place(entry, Place("had", known))
        for entry in self.entries:
            self._ask_place(entry)
        words = self.tr("Stopped. %n credential(s) saved", "", len(there))
        self.progress.end(words)
        self.announce(words)
        self._hold(False)
        self._tell()
        self.kept_some.emit()
        if kept.outcome.error is not None:
            self._tasks.failed.emit(kept.outcome.error)

    def _not_saved(self, error: WalletError) -> None:
        self._hold(False)
        self._count()
        self._tasks.failed.emit(error)

    def _count(self) -> None:
        if self.saving is not None and not self.saving.is_busy:
            wanted = bool(self.found.findings.ticked) or self.keys.is_wanted
            self._foot.count(self.found.findings, can_save=wanted and not self.checks.is_busy)

    def _turned(self, words: str) -> None:
        """Other rows are in sight: from the first of them, and said."""
        head = self.found.head
        self.middle.verticalScrollBar().setValue(head.y() if self._list.indexOf(head) >= 0 else 0)
        self.announce(words)

    # -- slots

    def _choose(self) -> None:
        self.add_files(self._tools.dialogs.open_files(self, self.tr("Choose badge files")))

    def _check_picture(self, name: str, picture: bytes) -> None:
        self._start(lambda: [Incoming(name, picture)], 1)

    def _check_pasted(self, text: str) -> None:
        self.paste.setChecked(False)
        self.add_text(text)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: where there is little room, what can be left unsaid is, and the ways in scroll with the list."""
        super().resizeEvent(event)
        roomy = self.height() >= self.look.px(_ROOMY)
        for words in (self.sources.kinds, self.intro):
            words.setVisible(self.height() >= self.look.px(_TALL))
        self._foot.fit(self.width())
        place = self.body if roomy else self._list
        if place.indexOf(self.sources) < 0:
            held = self.focusWidget()
            place.insertWidget(0, self.sources)
            place.insertWidget(place.indexOf(self.middle if roomy else self.found), self.found.head)
            if held is not None:
                held.setFocus(Qt.FocusReason.OtherFocusReason)
