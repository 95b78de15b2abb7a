"""From a file that is damaged, or older than it should be, to one that can be used.

Lives here: what happens between the window and the two pages. Does not live here: opening files, which the window does.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from wallet.errors import Reason
from wallet.ui.lock_guard import LockReason
from wallet.ui.made_later import MadeLater
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools

if TYPE_CHECKING:
    from wallet.ui.care_ports import CopyFound, Damage, MovedTo, PutBack, SavedRest
    from wallet.ui.pages.mend import MendPage
    from wallet.ui.pages.older import OlderPage
    from wallet.ui.ports import Desk, OpenWallet


@dataclass(frozen=True, slots=True)
class WaysOut:
    """What the window does for these pages."""

    show: Callable[[QWidget], None]
    open_file: Callable[[Path], None]
    choose_file: Callable[[], None]
    enter: Callable[[], None]
    home: Callable[[], None]
    lock: Callable[[str], None]


class MendFlow(QObject):
    """The page for a damaged file, and the one for an older copy."""

    def __init__(self, tools: Tools, desk: "Desk", suffix: str, stack: QStackedWidget) -> None:
        """`suffix` is how wallet files end, `stack` where the pages are shown."""
        super().__init__(stack)
        self._stack = stack
        self._tools = tools
        self._desk = desk
        self._suffix = suffix
        self._path = Path()
        self._ways: WaysOut | None = None
        self._sticks: Callable[[], Sequence[Path]] = tuple
        self._open_now: Callable[[], OpenWallet | None] = lambda: None
        self._wallet: OpenWallet | None = None
        self._page = MadeLater(self._make_page)
        self._older = MadeLater(self._make_older)

    @property
    def page(self) -> "MendPage":
        """The page for a damaged file."""
        return self._page()

    @property
    def older(self) -> "OlderPage":
        """The page for an older copy."""
        return self._older()

    def path_at(self, page: QWidget | None) -> Path | None:
        """The damaged file, when this page is the one for it."""
        return self._path if page is not None and page is self._page.made else None

    def lead(
        self, ways: WaysOut, sticks: Callable[[], Sequence[Path]], open_now: "Callable[[], OpenWallet | None]"
    ) -> None:
        """Where the pages lead to, where copies may be, and which file is open now."""
        self._ways, self._sticks, self._open_now = ways, sticks, open_now
        self._tools.messages.add_way_out(
            Reason.VAULT_DAMAGED, self.tr("Lock and mend it"), self._lock_and_begin
        )

    def begin(self, path: Path) -> None:
        """The page for this damaged file."""
        assert self._ways is not None
        self._path = path
        self._ways.show(self.page)
        self.page.offer(path)
        folders = (path.parent, *self._sticks())
        work = partial(_copies, self._desk, path, folders)
        self._tools.tasks.run(work, self, Callbacks(done=self.page.show_copies))

    def begin_with_choice(self) -> None:
        """Asks which file is damaged."""
        path = self._ask(self.tr("Which file is damaged?"))
        if path is not None:
            self.begin(path)

    def stops(self, wallet: "OpenWallet") -> bool:
        """Whether this file is an older copy that its owner has not said yes to; then the page asks."""
        if wallet.behind is None:
            return False
        assert self._ways is not None
        self._wallet = wallet
        self._ways.show(self.older)
        self.older.offer(wallet.path.name, wallet.behind)
        return True

    def moved(self, moved: "MovedTo") -> None:
        """A file is in another place now, and closed: the new one is asked for."""
        assert self._ways is not None
        self._ways.lock(LockReason.MOVED if moved.settled else LockReason.COPIED)
        self._ways.open_file(moved.path)

    def wipe(self) -> None:
        """No passphrase stays, and no file."""
        self._wallet = None
        if self._page.made is not None:
            self._page.made.wipe()

    def _make_page(self) -> "MendPage":
        from wallet.ui.pages.mend import MendPage  # noqa: PLC0415 - few starts need it

        assert self._ways is not None
        page = MendPage(self._tools.look)
        self._stack.addWidget(page)
        page.look_at.connect(self._look_at)
        page.salvage.connect(self._salvage)
        page.put_back.connect(self._put_back)
        page.choose_copy.connect(self._choose_copy)
        page.open_file.connect(self._ways.open_file)
        page.left.connect(self._ways.home)
        return page

    def _make_older(self) -> "OlderPage":
        from wallet.ui.pages.older import OlderPage  # noqa: PLC0415 - few starts need it

        assert self._ways is not None
        page = OlderPage(self._tools.look)
        self._stack.addWidget(page)
        page.go_on.connect(self._go_on)
        page.find_newer_one.connect(self._ways.choose_file)
        return page

    def _lock_and_begin(self) -> None:
        wallet = self._open_now()
        if self._ways is not None and wallet is not None:
            self._ways.lock(LockReason.DAMAGED)
            self.begin(wallet.path)

    def _go_on(self) -> None:
        wallet, self._wallet = self._wallet, None
        if wallet is not None:
            self._tools.tasks.run_on_vault(partial(_gone_on, wallet), self, Callbacks(done=self._enter))

    def _enter(self, _result: object) -> None:
        if self._ways is not None:
            self._ways.enter()

    def _look_at(self, passphrase: bytearray) -> None:
        self._run(partial(_damage, self._desk, self._path, passphrase), self.page.show_damage)

    def _salvage(self, passphrase: bytearray) -> None:
        name = self.tr("{name} saved{suffix}").format(name=self._path.stem, suffix=self._suffix)
        place = str(self._path.with_name(name))
        new = self._tools.dialogs.save_file(self.page, self.tr("Where shall the new file go?"), place)
        if new is None:
            passphrase[:] = bytes(len(passphrase))
            self.page.set_busy(False)
            self.page.result.hide()
            return
        self._run(partial(_saved, self._desk, self._path, new, passphrase), self.page.show_saved)

    def _put_back(self, copy: Path, passphrase: bytearray) -> None:
        self._run(partial(_put_back, self._desk, copy, self._path, passphrase), self.page.show_put_back)

    def _choose_copy(self) -> None:
        path = self._ask(self.tr("Which copy shall be put back?"))
        if path is not None and path != self._path:
            self.page.add_copy(path)

    def _ask(self, title: str) -> Path | None:
        kinds = self.tr("Wallet files (*{suffix})").format(suffix=self._suffix)
        start = self._path.parent if self._path.name else Path.home()
        return self._tools.dialogs.open_file(self.page, title, start, kinds)

    def _run(self, work: Callable[[Job], Any], done: Callable[[Any], None]) -> None:
        self._tools.tasks.run(work, self, Callbacks(done=done, error=self.page.show_error))


def _copies(desk: "Desk", path: Path, folders: Sequence[Path], job: Job) -> "Sequence[CopyFound]":
    del job
    return desk.copies_of(path, folders)


def _damage(desk: "Desk", path: Path, passphrase: bytearray, job: Job) -> "Damage":
    del job
    return desk.damage_of(path, passphrase)


def _saved(desk: "Desk", path: Path, new: Path, passphrase: bytearray, job: Job) -> "SavedRest":
    del job
    return desk.save_what_is_left(path, new, passphrase)


def _put_back(desk: "Desk", copy: Path, path: Path, passphrase: bytearray, job: Job) -> "PutBack":
    del job
    return desk.put_back(copy, path, passphrase)


def _gone_on(wallet: "OpenWallet", job: Job) -> None:
    del job
    wallet.go_on()
