"""The share sheet: four steps, one signed presentation, one entry in the history.

Lives here: the order of the steps and when the presentation is built anew. Does not live here: building and
recording (`OpenWallet.prepare`, `send`). Nothing leaves and nothing is recorded before Create is pressed.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QWidget

from wallet.errors import WalletError
from wallet.ui.pages.share import jobs
from wallet.ui.pages.share.done import DoneStep, FullScreenCode
from wallet.ui.pages.share.how import HowStep
from wallet.ui.pages.share.ways import FRAMES, LOCKED, NEARBY, ON_SCREEN, QR
from wallet.ui.pages.share.what import WhatStep
from wallet.ui.pages.share.who import WhoStep
from wallet.ui.pages.sheet import Sheet
from wallet.ui.ports import Card, OpenWallet
from wallet.ui.share_ports import Nearby, OfferedParts, PreparedShare, ShareDraft
from wallet.ui.tasks import Callbacks, Job, Task
from wallet.ui.tools import Tools
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.choices import Stepper
from wallet.ui.widgets.steps import Steps

WHO, WHAT, HOW, DONE = range(4)


class ShareSheet(Sheet):
    """Leads from a credential to something that others can check."""

    closed = Signal()
    shared = Signal()

    def __init__(self, tools: Tools, wallet: OpenWallet, parent: QWidget | None = None) -> None:
        look = tools.look
        super().__init__(look, parent)
        self._tools = tools
        self._tasks = tools.tasks
        self._wallet = wallet
        self._prepared: PreparedShare | None = None
        self._building: Task | None = None
        self._out: Path | None = None
        self._share_id = ""
        self._nearby: Nearby | None = None
        self._rows: Sequence[bytes] = ()
        self.stepper = Stepper(
            look, [self.tr("Who and why"), self.tr("What they see"), self.tr("How to send"), self.tr("Done")]
        )
        self.who = WhoStep(look)
        self.what = WhatStep(look)
        self.how = HowStep(look)
        self.done = DoneStep(look)
        self.steps = Steps(look)
        self._build()
        self._connect()
        self.go(WHO)

    # -- what the window calls

    def offer(self, cards: Sequence[Card], images: dict[str, QImage | None], ticked: Sequence[str]) -> None:
        """What can be shared, and what is chosen from the start."""
        self.what.offer(cards, images, ticked)

    def leave(self) -> None:
        """Leaves; what was not created is gone, what is open in the same room ends."""
        self.end()
        self.closed.emit()

    def end(self) -> None:
        """Ends everything this sheet has under way: building, serving, a passphrase in a field."""
        if self._building is not None:
            self._building.drop()
        self.how.passphrase.wipe()
        self._end_nearby()

    def go(self, step: int) -> None:
        """Shows a step, with its words on the buttons and the keyboard in its first field."""
        self.steps.go(step)
        self.stepper.go(step)
        self.back.setVisible(step in (WHAT, HOW))
        self._refresh()
        self.announce(self.stepper.accessibleName())
        if step == WHO:
            self.who.to.setFocus(Qt.FocusReason.OtherFocusReason)
        elif step == WHAT:
            self.what.focus_first()
        elif step == HOW:
            self.how.focus_first()
        else:
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- building

    def _build(self) -> None:
        self.intro.hide()
        for step in (self.who, self.what, self.how, self.done):
            self.steps.add_page(step)
        self.body.addWidget(self.stepper)
        self.body.addWidget(self.steps, 1)
        self.back = Button(self.look, self.tr("Back"), "arrow-left")
        self.next = Button(self.look, "", "", "primary")
        self.foot_note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.foot.addWidget(self.back)
        self.foot.addWidget(self.foot_note, 1)
        self.foot.addWidget(self.next)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.leave)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.who.to.returnPressed.connect(self._go_on)
        self.who.changed.connect(self._who_changed)
        self.what.changed.connect(self._prepare)
        self.how.changed.connect(self._how_changed)
        self.done.save.connect(self._save_copy)
        self.done.full_screen.connect(self.show_full_screen)
        self.done.copy.connect(self._copy_link)
        self.done.room.ended.connect(self._end_nearby)

    # -- behaviour

    def _who_changed(self) -> None:
        self._refresh()

    def _how_changed(self) -> None:
        prepared = self._prepared
        if prepared is not None and self.how.end != prepared.until:
            self._prepare()
        self._refresh()

    def _prepare(self) -> None:
        """Builds what would be sent from the present choices; an older build still under way is dropped."""
        if self._building is not None:
            self._building.drop()
            self._building = None
        self._prepared = None
        self.how.wait()
        self.what.preview.wait(bool(self.what.chosen))
        self._refresh()
        if not self.what.chosen:
            return
        if self.what.unknown:
            # what can be left out comes first: what is private must not be ticked even for a moment
            self._ask_for_parts(self.what.unknown[0])
            return
        draft = ShareDraft(
            self.who.to.text().strip(),
            self.who.purpose.currentText().strip(),
            self.how.end,
            self.what.chosen,
            self.what.chosen_parts,
        )
        work = partial(jobs.prepared_share, self._wallet, draft)
        self._building = self._tasks.run_on_vault(work, self, Callbacks(done=self._show, error=self._refused))

    def _ask_for_parts(self, record_id: str) -> None:
        def known(offered: OfferedParts) -> None:
            self.what.offer_parts(record_id, offered)
            self._prepare()

        def refused(error: WalletError) -> None:
            del error  # building the share says what is wrong with it
            known(OfferedParts(()))

        work = partial(jobs.parts_of, self._wallet, record_id)
        self._building = self._tasks.run_on_vault(work, self, Callbacks(done=known, error=refused))

    def _show(self, prepared: PreparedShare) -> None:
        self._building = None
        self._prepared = prepared
        self.what.preview.show_preview(prepared.preview)
        self.how.show_prepared(prepared)
        self._refresh()

    def _refused(self, error: WalletError) -> None:
        self._building = None
        self.what.preview.wait(False)
        self._tasks.failed.emit(error)
        self._refresh()

    def _refresh(self) -> None:
        step = self.steps.index
        name = self.who.to.text().strip()
        self.set_title(self.tr("Share with {name}").format(name=name) if name else self.tr("Share"))
        way = self.how.way
        words = (self.tr("Next: what they see"), self.tr("Next: how to send"), way.create, self.tr("Close"))
        self.next.set_icon_name(way.icon if step == HOW else "")
        self.next.set_words(words[step])
        ready = self._prepared is not None
        allowed = (self.who.acceptable, self.what.acceptable and ready, self.how.acceptable and ready, True)
        self.next.setEnabled(allowed[step])
        note = ""
        if step in (WHAT, HOW):
            press = way.create if step == HOW else self.tr("Create")
            note = self.tr("Nothing leaves this computer until you press {button}.").format(button=press)
        self.foot_note.setText(note)

    def _go_back(self) -> None:
        self.go(self.steps.index - 1)

    def _go_on(self) -> None:
        step = self.steps.index
        if not self.next.isEnabled():
            return
        if step == WHO:
            self.how.set_days(self.who.days, self._tools.now())
            self.go(WHAT)
            self._prepare()
        elif step == WHAT:
            self.go(HOW)
        elif step == HOW:
            self._create()
        else:
            self.leave()

    def _create(self) -> None:
        """Records the share and, for a file, writes it; both on the vault's thread."""
        prepared, way = self._prepared, self.how.way
        if prepared is None:
            return
        if way.channel == NEARBY:
            self.next.setEnabled(False)
            work: Callable[[Job], object] = partial(jobs.opened_nearby, self._wallet, prepared)
            self._tasks.run_on_vault(work, self, Callbacks(done=self._open_in_room, error=self._not_created))
            return
        if way.channel == FRAMES:
            self.next.setEnabled(False)
            work = partial(jobs.drawn_frames, self._wallet, prepared)
            self._tasks.run_on_vault(work, self, Callbacks(done=self._show_frames, error=self._not_created))
            return
        out = None
        if way.channel not in ON_SCREEN:
            out = self._ask_path(self.tr("Save the file"), way.suffix, way.kind)
            if out is None:
                return
        self.next.setEnabled(False)
        self._out = out
        secret = self.how.passphrase.take() if way.channel == LOCKED else None
        work = partial(jobs.sent_share, self._wallet, jobs.Leaving(prepared, way.channel), out, secret)
        self._tasks.run_on_vault(work, self, Callbacks(done=self._created, error=self._not_created))

    def _created(self, share_id: str) -> None:
        prepared = self._prepared
        if prepared is None:
            return
        self._share_id = share_id
        to = prepared.preview.to
        if self._out is not None:
            self.done.show_file(self._out.name, to, self.how.way)
        elif self.how.channel == QR:
            self._rows = prepared.qr
            self.done.show_qr(prepared.qr, to, prepared.page)
        else:
            self.done.show_link(prepared.link, to, prepared.page)
        self.go(DONE)
        self.shared.emit()

    def _open_in_room(self, nearby: Nearby) -> None:
        if self._prepared is None:
            return
        self._nearby, self._rows = nearby, nearby.rows
        self.done.show_room(nearby, self._prepared.preview.to)
        self.go(DONE)
        self.shared.emit()

    def _show_frames(self, frames: Sequence[Sequence[bytes]]) -> None:
        if self._prepared is not None:
            self.done.show_frames(frames, self._prepared.preview.to, self.how.way)
            self.go(DONE)
            self.shared.emit()

    def _end_nearby(self) -> None:
        """Ends at once, whatever else the vault's thread does; what is just being opened ends there, too."""
        if self._nearby is not None:
            self._tasks.run(partial(jobs.closed, self._nearby), self, Callbacks())
            self._nearby, self._rows = None, ()
            self.done.end_room()
        if self.how.channel == NEARBY:
            self._tasks.run_on_vault(partial(jobs.ended_nearby, self._wallet), self, Callbacks())

    def _not_created(self, error: WalletError) -> None:
        self._tasks.failed.emit(error)
        self._refresh()

    def _save_copy(self) -> None:
        """One more copy: the picture of the code, or the same bytes again."""
        if self._prepared is None:
            return
        as_picture = self._out is None and self.how.channel == QR
        if as_picture:
            out = self._ask_path(self.tr("Save the picture"), ".png", self.tr("Picture (*.png)"))
        else:
            out = self._ask_path(self.tr("Save the file"), self.how.way.suffix, self.how.way.kind)
        if out is None:
            return
        work: Callable[[Job], str] = (
            partial(jobs.written_picture, self._wallet, self._prepared, out)
            if as_picture
            else partial(jobs.written_copy, self._wallet, self._share_id, out)
        )
        self._tasks.run_on_vault(work, self, Callbacks(done=self._copy_saved))

    def _copy_saved(self, name: str) -> None:
        self._tell(self.tr("Saved as {name}.").format(name=name))

    def _copy_link(self, link: str) -> None:
        self._tools.clipboard.copy_to_send(link)
        self._tell(self.tr("Copied. It leaves the clipboard when your file locks."))

    def _tell(self, words: str) -> None:
        self.done.kept.setText(words)
        self.announce(words)

    def show_full_screen(self) -> None:
        """The code alone, as large as the screen."""
        if self._rows and self.steps.index == DONE:
            FullScreenCode(self._rows, self.done.title.text(), self).showFullScreen()

    def _ask_path(self, title: str, suffix: str, kinds: str) -> Path | None:
        path = self._tools.dialogs.save_file(self, title, self._file_name() + suffix, kinds)
        if path is None:
            return None
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)

    def _file_name(self) -> str:
        """A name made of the receiver's letters and digits alone: nothing of a credential goes into file names."""
        letters = "".join(c if c.isalnum() else "-" for c in self.who.to.text().strip().casefold())[
            :40
        ].strip("-")
        return self.tr("for-{name}").format(name=letters or "share")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: Escape leaves, F11 shows the code alone."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_F11:
            self.show_full_screen()
        else:
            super().keyPressEvent(event)
