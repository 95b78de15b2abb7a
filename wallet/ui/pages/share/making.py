"""The moment a share leaves: it is recorded, then written, drawn or opened, and the last step shows it.

Lives here: one act for each way, more copies of what was made, and ending what is open in the same room. Does not live
here: what leaves and whether it may (`sheet`), the words of the last step (`done`).
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wallet.errors import WalletError
from wallet.ui.pages.share import jobs
from wallet.ui.pages.share.done import DoneStep, FullScreenCode
from wallet.ui.pages.share.ways import FRAMES, NEARBY, ON_SCREEN, PROFILE, QR, Way
from wallet.ui.ports import OpenWallet
from wallet.ui.share_ports import Nearby, PreparedShare
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools

_MOST_LETTERS = 40


class Making(QWidget):
    """Makes one share; never in sight itself. `made` says that it exists, `failed` that it does not."""

    made = Signal()
    failed = Signal(object)
    told = Signal(str)

    def __init__(self, tools: Tools, wallet: OpenWallet, done: DoneStep, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._tools = tools
        self._tasks = tools.tasks
        self._wallet = wallet
        self._done = done
        self._prepared: PreparedShare | None = None
        self._way: Way | None = None
        self._out: Path | None = None
        self._share_id = ""
        self._nearby: Nearby | None = None
        self._rows: Sequence[bytes] = ()
        done.save.connect(self._save_copy)
        done.copy.connect(self._copy_link)
        done.full_screen.connect(self.show_full_screen)
        done.profile.open_web.connect(self._open_web)
        done.room.ended.connect(self.end_nearby)

    def make(self, prepared: PreparedShare, way: Way, secret: Callable[[], bytearray | None]) -> bool:
        """Records the share and lets it leave; False when no place for a file was chosen.

        Args:
            secret: gives what a locked file is locked with; asked once it is certain to be made.
        """
        self._prepared, self._way, self._out = prepared, way, None
        if way.channel == NEARBY:
            self._run(partial(jobs.opened_nearby, self._wallet, prepared), self._open_in_room)
        elif way.channel == FRAMES:
            self._run(partial(jobs.drawn_frames, self._wallet, prepared), self._show_frames)
        else:
            if way.channel not in ON_SCREEN:
                self._out = self._ask_path(self.tr("Save the file"), way.suffix, way.kind)
                if self._out is None:
                    return False
            leaving = jobs.Leaving(prepared, way.channel)
            self._run(partial(jobs.sent_share, self._wallet, leaving, self._out, secret()), self._created)
        return True

    def end_nearby(self) -> None:
        """Ends at once, whatever else the vault's thread does; what is just being opened ends there, too."""
        if self._nearby is not None:
            self._tasks.run(partial(jobs.closed, self._nearby), self, Callbacks())
            self._nearby, self._rows = None, ()
            self._done.end_room()
        if self._way is not None and self._way.channel == NEARBY:
            self._tasks.run_on_vault(partial(jobs.ended_nearby, self._wallet), self, Callbacks())

    def show_full_screen(self) -> None:
        """The code alone, as large as the screen."""
        if self._rows and self._done.isVisible():
            FullScreenCode(self._rows, self._done.title.text(), self).showFullScreen()

    # -- what was made

    def _run(self, work: Callable[[Job], object], done: Callable[..., None]) -> None:
        self._tasks.run_on_vault(work, self, Callbacks(done=done, error=self._refused))

    def _refused(self, error: WalletError) -> None:
        self.failed.emit(error)

    def _created(self, share_id: str) -> None:
        prepared, way = self._prepared, self._way
        if prepared is None or way is None:
            return
        self._share_id = share_id
        to = prepared.name
        if self._out is not None:
            self._done.show_file(self._out.name, to, way, answers=prepared.answer is not None)
        elif way.channel == QR:
            self._rows = prepared.qr
            self._done.show_qr(prepared.qr, to, prepared.page)
        elif way.channel == PROFILE and prepared.profile is not None:
            self._done.show_profile(prepared.profile)
        else:
            self._done.show_link(prepared.link, to, prepared.page)
        self.made.emit()

    def _open_in_room(self, nearby: Nearby) -> None:
        if self._prepared is None:
            return
        self._nearby, self._rows = nearby, nearby.rows
        self._done.show_room(nearby, self._prepared.name)
        self.made.emit()

    def _show_frames(self, frames: Sequence[Sequence[bytes]]) -> None:
        if self._prepared is not None and self._way is not None:
            self._done.show_frames(frames, self._prepared.name, self._way)
            self.made.emit()

    # -- more of the same

    def _save_copy(self) -> None:
        """One more copy: the picture of the code, or the same bytes again."""
        if self._prepared is None or self._way is None:
            return
        as_picture = self._out is None and self._way.channel == QR
        if as_picture:
            out = self._ask_path(self.tr("Save the picture"), ".png", self.tr("Picture (*.png)"))
        else:
            out = self._ask_path(self.tr("Save the file"), self._way.suffix, self._way.kind)
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

    def _open_web(self, address: str) -> None:
        if self._tools.open_web(address):
            self._tell(self.tr("Opened in your browser."))
        else:
            self._tell(self.tr("No browser could be opened here. Copy the link instead."))

    def _tell(self, words: str) -> None:
        self._done.kept.setText(words)
        self.told.emit(words)

    def _ask_path(self, title: str, suffix: str, kinds: str) -> Path | None:
        path = self._tools.dialogs.save_file(self, title, self._file_name() + suffix, kinds)
        if path is None:
            return None
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)

    def _file_name(self) -> str:
        """A name made of the receiver's letters and digits alone: nothing of a credential goes into file names."""
        to = self._prepared.name if self._prepared is not None else ""
        letters = "".join(c if c.isalnum() else "-" for c in to.strip().casefold())[:_MOST_LETTERS]
        return self.tr("for-{name}").format(name=letters.strip("-") or "share")
