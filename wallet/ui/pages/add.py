"""The sheet that adds credentials: a drop zone, one row per thing as it is checked, and Save.

Lives here: what is ticked and what is saved. Does not live here: checking (`Desk.check`) or keeping
(`OpenWallet.save`). Nothing is kept until Save is pressed.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from wallet.app.deep_links import is_offer, read_link
from wallet.errors import WalletError
from wallet.ui.pages import add_jobs
from wallet.ui.pages.add_jobs import Found, locked_source
from wallet.ui.pages.add_row import AddRow
from wallet.ui.pages.add_sources import AddSources
from wallet.ui.pages.camera_panel import CameraPanel
from wallet.ui.pages.keys_part import KeysPart
from wallet.ui.pages.link_fetching import LinkFetching
from wallet.ui.pages.locked_backup import LockedBackup
from wallet.ui.pages.paste_panel import PastePanel
from wallet.ui.pages.promised_part import PromisedPart
from wallet.ui.pages.sheet import Sheet
from wallet.ui.ports import Desk, Incoming, OpenWallet
from wallet.ui.profile_ports import BroughtKeys
from wallet.ui.screen_code import ScreenCode
from wallet.ui.tasks import Callbacks, Task
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Middle, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel

_ROOMY, _TALL = 480, 600
_NOTE_FROM, _OWN_FROM = 660, 580


class AddPage(Sheet):
    """Checks what was dropped, chosen or pasted, and keeps what is ticked."""

    write_own = Signal()
    from_site = Signal()
    saved = Signal(object)
    asked = Signal(str)
    offered = Signal(str)
    promised_came = Signal(object)

    def __init__(
        self,
        tools: Tools,
        desk: Desk,
        wallet: OpenWallet | None,
        parent: QWidget | None = None,
    ) -> None:
        """Without a wallet it only checks; there is nothing to save to."""
        super().__init__(tools.look, parent)
        self._tools = tools
        self._tasks = tools.tasks
        self._desk = desk
        self._wallet = wallet
        self._task: Task | None = None
        self._done = 0
        self._total = 0
        self.rows: list[AddRow] = []
        self.keys: list[KeysPart] = []
        self.also = ""  # what is to be told beside what was saved
        self._wanted = ""
        self._build()
        self.close_button.clicked.connect(self.leave)
        self._count()

    # -- what the window calls

    def add_files(self, names: Sequence[str]) -> None:
        """Checks files and folders."""
        if names:
            count = len(names)
            self._start(lambda: self._desk.read(names), count)

    def add_samples(self) -> None:
        """Checks the sample credentials."""
        self._start(self._desk.samples, 0)

    def add_text(self, text: str) -> None:
        """Checks pasted text. A link to something on the web is followed, after a question for each website."""
        if self._wallet is not None and not self.rows and is_offer(text):
            self.offered.emit(text)
        elif text.strip():
            self._wanted = _leads_on(text)
            name = self.tr("Pasted text")
            data = text.encode("utf-8", "surrogatepass")
            self._start(lambda: self._desk.read_text(name, data), 1)

    def add_fetched(self, incoming: Sequence[Incoming], *, once: bool = False) -> None:
        """Checks what a website gave; `once` for what it does not give again."""
        if once:
            self.once.setText(self.tr("What came from the issuer is only here: save it, or it is gone."))
            self.once.show()
        self._start(lambda: incoming, len(incoming))

    def leave(self) -> None:
        """Leaves without keeping anything."""
        self._stop()
        self.camera.stop()
        self.fetching.stop()
        if self.promised is not None:
            self.promised.stop()
        self.closed.emit()

    @property
    def ticked(self) -> list[AddRow]:
        """The rows that would be saved."""
        return [line for line in self.rows if line.ticked]

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
        self.body.addWidget(self._progress_line())
        self.hint = PlainLabel(
            self.tr(
                "You can add badge pictures, JSON files, tokens, pictures of QR codes, ZIP files, saved mails,"
                " and backups of other wallets."
            ),
            "secondary",
        )
        self._list.addWidget(self.hint)
        self._list.addStretch(1)
        self.body.addWidget(Middle(content, self.tr("What was found")), 1)
        self.cancel = Button(self.look, self.tr("Cancel") if keeps else self.tr("Done"))
        self.samples = Button(self.look, self.tr("Try with samples"), "award")
        self.samples.clicked.connect(self.add_samples)
        self.cancel.clicked.connect(self.leave)
        self.save = Button(self.look, "", "check", "primary")
        self.save.clicked.connect(self._save)
        self.foot.addWidget(self.foot_note, 1)
        if not keeps:
            self.foot.addWidget(self.samples)
        self.own = Button(self.look, self.tr("Write my own"), "pencil", "link")
        self.own.clicked.connect(self.write_own)
        if keeps:
            self.foot.addWidget(self.own)
        self.foot.addWidget(self.cancel)
        if keeps:
            self.foot.addWidget(self.save)

    def _build_sources(self) -> None:
        self.sources = AddSources(
            self.look, keeps=self._wallet is not None, has_camera=self._tools.find_camera() is not None
        )
        self.site = self.sources.site
        self.site.clicked.connect(self.from_site)
        self.choose, self.paste = self.sources.choose, self.sources.paste
        self.choose.clicked.connect(self._choose)
        self.paste.toggled.connect(self._show_paste)
        self.on_screen = ScreenCode(self._tools, self)
        self.on_screen.taken.connect(partial(self._check_picture, self.tr("Code on the screen")))
        self.sources.code.clicked.connect(self.on_screen.begin)
        self.body.addWidget(self.sources)
        self.camera = CameraPanel(self._tools, partial(add_jobs.has_code, self._desk))
        self.camera.taken.connect(partial(self._check_picture, self.tr("Code before the camera")))
        if self.sources.camera is not None:
            self.sources.camera.clicked.connect(self.camera.begin)
        self._list.addWidget(self.camera)

    def _progress_line(self) -> QWidget:
        self.progress = QWidget()
        layout = row(self.look, 12)
        self.progress_words = PlainLabel("", "strong", wrap=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Checking"))
        self.stop = Button(self.look, self.tr("Stop"), "stop")
        self.stop.clicked.connect(self._stop)
        layout.addWidget(self.progress_words)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.stop)
        self.progress.setLayout(layout)
        self.progress.hide()
        return self.progress

    # -- checking

    def _open_backup(self, source: str, typed: bytearray) -> None:
        """Reads a locked backup again, now with its passphrase."""
        self._take_away([one for one in self.rows if locked_source(one.candidate) == source])
        self._start(lambda: add_jobs.read_with(self._desk, source, typed), 1)

    def _fetched(self, link: str, found: Sequence[Incoming]) -> None:
        """Checks what a link led to, in place of the link."""
        self._take_away([one for one in self.rows if one.candidate.link == link])
        self._start(lambda: found, len(found))

    def _take_away(self, lines: Sequence[AddRow]) -> None:
        for line in lines:
            self.rows.remove(line)
            line.hide()
            line.deleteLater()
            self._done -= 1
            self._total -= 1

    def _start(self, source: Callable[[], Iterable[Incoming]], count: int) -> None:
        """Checks one batch after the other; a second one waits behind the first by stopping nothing."""
        self.progress.show()
        self.stop.show()
        self._total += count
        self._show_progress()
        work = partial(add_jobs.check_all, self._desk, self._tools.pictures, source)
        callbacks = Callbacks(done=self._finished, item=self._add_row)
        self._task = self._tasks.run(work, self, callbacks)
        self._count()

    def _add_row(self, found: Found | BroughtKeys) -> None:
        if isinstance(found, BroughtKeys):
            self._add_keys(found)
            return
        candidate, image = found
        line = AddRow(self.look, candidate, image, self._tools.clipboard.copy)
        line.changed.connect(self._count)
        line.asked.connect(self.asked)
        line.follow.connect(self.fetching.begin)
        line.offered.connect(self.offered)
        if self._wallet is None:
            line.show_without_file()
        self.rows.append(line)
        self.hint.hide()
        self._list.insertWidget(self._list.count() - 1, line)
        self._done += 1
        self._show_progress()
        self._count()
        if candidate.link and candidate.link == self._wanted:
            self._wanted = ""
            self.fetching.begin(candidate.link)
        source = locked_source(candidate)
        if source and candidate.error is not None:
            self.locked.ask(source, candidate.name, candidate.error.reason)
        elif self._wallet is not None and line.tick.isEnabled():
            work = partial(add_jobs.place_of, self._wallet, candidate)
            self._tasks.run_on_vault(work, line, Callbacks(done=line.show_place, error=add_jobs.no_place))

    def _add_keys(self, brought: BroughtKeys) -> None:
        part = KeysPart(self.look, brought, self._wallet is not None)
        part.changed.connect(self._count)
        self.keys.append(part)
        self._list.insertWidget(self._list.count() - 1, part)

    def _finished(self, stopped: bool) -> None:
        self._task = None
        self._total = self._done
        self.stop.hide()
        self.bar.setRange(0, 1)
        self.bar.setValue(1)
        words = (
            self.tr("Stopped. %n checked", "", self._done)
            if stopped
            else self.tr("%n checked", "", self._done)
        )
        self.progress_words.setText(words)
        self.announce(words)
        self._count()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.stop()

    def _show_progress(self) -> None:
        if self._total > self._done:
            self.bar.setRange(0, self._total)
            self.bar.setValue(self._done)
            words = self.tr("Checked {done} of {total}").format(done=self._done, total=self._total)
        else:
            self.bar.setRange(0, 0)
            words = self.tr("Checked {done}").format(done=self._done)
        self.progress_words.setText(words)

    # -- saving

    def _save(self) -> None:
        candidates = [line.candidate for line in self.ticked]
        if self._wallet is None:
            return
        self._stop()
        self.save.setEnabled(False)
        self.save.set_words(self.tr("Saving…"))
        wanted = [part for part in self.keys if part.is_wanted]
        wishes = [(part.brought, part.deletes and self._takes_all_of(part.brought.source)) for part in wanted]
        work = partial(add_jobs.save_all, self._wallet, candidates, wishes)
        done = partial(self._was_saved, wanted)
        self._tasks.run_on_vault(work, self, Callbacks(done=done, error=self._not_saved))

    def _takes_all_of(self, source: str) -> bool:
        """Whether nothing that came out of a file is left out, but for what is had already."""
        lines = [
            one for one in self.rows if one.candidate.incoming and one.candidate.incoming.source == source
        ]
        return all(one.ticked or one.is_had for one in lines)

    def _was_saved(self, parts: Sequence[KeysPart], done: add_jobs.SavedAll) -> None:
        saved, kept = done
        told = (part.words(one) for part, one in zip(parts, kept, strict=True))
        self.also = " ".join(words for words in told if words)
        self.saved.emit(saved)

    def _not_saved(self, error: WalletError) -> None:
        self._count()
        self._tasks.failed.emit(error)

    def _count(self) -> None:
        if self._wallet is None:
            return
        ticked = len(self.ticked)
        left_out = len(self.rows) - ticked
        self.save.set_words(self.tr("Save %n credential(s)", "", ticked) if ticked else self.tr("Save"))
        wanted = bool(ticked) or any(part.is_wanted for part in self.keys)
        self.save.setEnabled(wanted and self._task is None)
        parts = [self.tr("%n will be saved", "", ticked)] if self.rows else []
        if left_out:
            parts.append(self.tr("%n left out", "", left_out))
        self.foot_note.setText(" · ".join(parts))

    # -- slots

    def _choose(self) -> None:
        self.add_files(self._tools.dialogs.open_files(self, self.tr("Choose badge files")))

    def _check_picture(self, name: str, picture: bytes) -> None:
        self._start(lambda: [Incoming(name, picture)], 1)

    def _show_paste(self, shown: bool) -> None:
        self.paste_panel.open(shown)

    def _check_pasted(self, text: str) -> None:
        self.paste.setChecked(False)
        self.add_text(text)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: where there is little room, what can be left unsaid is, and the ways in scroll with the list."""
        super().resizeEvent(event)
        roomy = self.height() >= self.look.px(_ROOMY)
        for words in (self.sources.kinds, self.intro):
            words.setVisible(self.height() >= self.look.px(_TALL))
        self.foot_note.setVisible(self.width() >= self.look.px(_NOTE_FROM))
        self.own.setVisible(self._wallet is not None and self.width() >= self.look.px(_OWN_FROM))
        place = self.body if roomy else self._list
        if place.indexOf(self.sources) < 0:
            held = self.sources.focusWidget()
            place.insertWidget(0, self.sources)
            if held is not None:
                held.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)


def _leads_on(text: str) -> str:
    """The link that a text is, when it leads to something that has to be fetched; "" for everything else."""
    try:
        link = read_link(text)
    except WalletError:
        return ""  # its row says why
    return link.text if link is not None and link.is_supported and not link.carries_all else ""
