"""From "forgot your passphrase?" to an open file: the page, its picture, its next kit.

Lives here: what happens between the window and the page. Does not live here: opening the file, which the window does
for every way in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from wallet.errors import WalletError
from wallet.ui.file_jobs import picture_read, recovered
from wallet.ui.made_later import MadeLater
from wallet.ui.pages.unlock import UnlockPage
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools

if TYPE_CHECKING:
    from wallet.ui.kit_desk import KitDesk
    from wallet.ui.pages.first_run import FirstRunPage
    from wallet.ui.pages.recover import RecoverPage
    from wallet.ui.ports import Desk, OpenWallet


class ShowsErrors(Protocol):
    """A page that can say why its file did not open."""

    def show_error(self, error: WalletError, /) -> None:
        """Why, and what to do."""
        ...


Opened = Callable[["OpenWallet"], None]


@dataclass(frozen=True, slots=True)
class Ways:
    """What the window does for every way into a file: open it, hold it, show a page, enter."""

    open: Callable[[Callable[[Job], "OpenWallet"], Opened, ShowsErrors], None]
    hold: Opened
    show: Callable[[QWidget], None]
    enter: Callable[[], None]


class RecoveryFlow(QObject):
    """The kit before a file is entered: made in the first steps, asked for when the passphrase is forgotten."""

    def __init__(
        self, tools: Tools, desk: "Desk", unlock_page: UnlockPage, ways: Ways, stack: QStackedWidget
    ) -> None:
        """`stack` is where its page is shown."""
        super().__init__(stack)
        self._stack = stack
        self._tools = tools
        self._desk = desk
        self._unlock_page = unlock_page
        self._ways = ways
        self._later = MadeLater(self._make_page)
        self._steps: list[tuple[FirstRunPage | RecoverPage, KitDesk]] = []
        self._unlock_page.forgot.connect(self._begin)

    @property
    def page(self) -> "RecoverPage":
        """The page for a forgotten passphrase."""
        return self._later()

    def serve(self, first_run: "FirstRunPage") -> None:
        """The first steps have been made: they have a step for the kit."""
        desk = self._add_step(first_run)
        first_run.kit_kept.connect(desk.kept)
        first_run.kit_later.connect(desk.leave)

    def opened(self, wallet: "OpenWallet") -> None:
        """A file is open: its kit is offered where there is a step for it in sight."""
        self._unlock_page.opened()
        for page, desk in self._steps:
            if page.isVisible():
                desk.serve(wallet)

    def wipe(self) -> None:
        """No word of a kit and no passphrase stays."""
        for page, desk in self._steps:
            page.wipe()
            desk.leave()

    def _make_page(self) -> "RecoverPage":
        from wallet.ui.pages.recover import RecoverPage  # noqa: PLC0415 - few starts need it

        page = RecoverPage(self._tools.look)
        self._stack.addWidget(page)
        desk = self._add_step(page)
        page.recover.connect(self._recover)
        page.choose_picture.connect(self._choose_picture)
        page.left.connect(partial(self._ways.show, self._unlock_page))
        page.kept.connect(desk.kept)
        page.later.connect(desk.leave)
        page.kept.connect(self._ways.enter)
        page.later.connect(self._ways.enter)
        return page

    def _add_step(self, page: "FirstRunPage | RecoverPage") -> "KitDesk":
        from wallet.ui.kit_desk import KitDesk  # noqa: PLC0415 - printing comes with it

        desk = KitDesk(self._tools, page.kit_step, self)
        self._steps.append((page, desk))
        return desk

    def _begin(self, path: Path) -> None:
        self._ways.show(self.page)
        self.page.offer(path)

    def _recover(self, path: Path, given: bytes, passphrase: bytearray) -> None:
        self._ways.open(partial(recovered, self._desk, path, given, passphrase), self._recovered, self.page)

    def _recovered(self, wallet: "OpenWallet") -> None:
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
