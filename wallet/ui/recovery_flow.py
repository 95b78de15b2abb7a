"""From "forgot your passphrase?" to an open file: the page, its picture, its next kit.

Lives here: what happens between the window and the page. Does not live here: opening the file, which the window does
for every way in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wallet.errors import WalletError
from wallet.ui.file_jobs import picture_read, recovered
from wallet.ui.kit_desk import KitDesk
from wallet.ui.pages.first_run import FirstRunPage
from wallet.ui.pages.recover import RecoverPage
from wallet.ui.pages.unlock import UnlockPage
from wallet.ui.ports import Desk, OpenWallet
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools


class ShowsErrors(Protocol):
    """A page that can say why its file did not open."""

    def show_error(self, error: WalletError, /) -> None:
        """Why, and what to do."""
        ...


Opened = Callable[[OpenWallet], None]


@dataclass(frozen=True, slots=True)
class Ways:
    """What the window does for every way into a file: open it, hold it, show a page, enter."""

    open: Callable[[Callable[[Job], OpenWallet], Opened, ShowsErrors], None]
    hold: Opened
    show: Callable[[QWidget], None]
    enter: Callable[[], None]


class RecoveryFlow(QObject):
    """The kit before a file is entered: made in the first steps, asked for when the passphrase is forgotten."""

    def __init__(
        self, tools: Tools, desk: Desk, pages: tuple[FirstRunPage, UnlockPage], ways: Ways, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._desk = desk
        self._first_run, self._unlock_page = pages
        self._ways = ways
        self.page = RecoverPage(tools.look)
        self._kit = KitDesk(tools, self.page.kit_step, self)
        self._first_kit = KitDesk(tools, self._first_run.kit_step, self)
        self._first_run.kit_kept.connect(self._first_kit.kept)
        self._first_run.kit_later.connect(self._first_kit.leave)
        self._unlock_page.forgot.connect(self._begin)
        self.page.recover.connect(self._recover)
        self.page.choose_picture.connect(self._choose_picture)
        self.page.left.connect(partial(ways.show, self._unlock_page))
        self.page.kept.connect(self._kit.kept)
        self.page.later.connect(self._kit.leave)
        self.page.kept.connect(ways.enter)
        self.page.later.connect(ways.enter)

    def opened(self, wallet: OpenWallet) -> None:
        """A file is open: its kit is offered where there is a step for it in sight."""
        self._unlock_page.opened()
        for page, desk in ((self._first_run, self._first_kit), (self.page, self._kit)):
            if page.isVisible():
                desk.serve(wallet)

    def wipe(self) -> None:
        """No word of a kit and no passphrase stays."""
        self._first_run.wipe()
        self._first_kit.leave()
        self.page.wipe()
        self._kit.leave()

    def _begin(self, path: Path) -> None:
        self._ways.show(self.page)
        self.page.offer(path)

    def _recover(self, path: Path, given: bytes, passphrase: bytearray) -> None:
        self._ways.open(partial(recovered, self._desk, path, given, passphrase), self._recovered, self.page)

    def _recovered(self, wallet: OpenWallet) -> None:
        self.page.show_new_kit()
        self._ways.hold(wallet)

    def _choose_picture(self) -> None:
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg)")
        title = self.tr("A picture of the square code")
        path = self._tools.dialogs.open_file(self.page, title, self.page.path.parent, kinds)
        if path is not None:
            done = partial(self.page.show_picture, path.name)
            callbacks = Callbacks(done=done, error=self.page.show_error)
            self._tools.tasks.run(partial(picture_read, path), self, callbacks)
