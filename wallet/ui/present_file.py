"""The file that is open now, or on its way there.

Lives here: making and opening one on the vault's thread, and what waits until that is done. Does not live here: what is
shown meanwhile and after (`main_window`).
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wallet.errors import WalletError
from wallet.ui.file_jobs import created, opened
from wallet.ui.recovery_flow import ShowsErrors
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools

if TYPE_CHECKING:
    from wallet.ui.ports import Desk, OpenWallet


class PresentFile(QObject):
    """At most one. `held` tells that there is one from now on; then `settled`, or `overtaken` why it must be locked."""

    held = Signal(object)
    settled = Signal(object)
    overtaken = Signal(str)

    def __init__(self, tools: Tools, desk: "Desk", parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._desk = desk
        self.wallet: OpenWallet | None = None
        self.is_opening = False
        self._lock_when_open = ""

    def create(
        self, path: Path, passphrase: bytearray, done: Callable[["OpenWallet"], None], page: ShowsErrors
    ) -> None:
        """Makes a new file."""
        self.begin(partial(created, self._desk, path, passphrase), done, page)

    def unlock(
        self, path: Path, passphrase: bytearray, done: Callable[["OpenWallet"], None], page: ShowsErrors
    ) -> None:
        """Opens a file that is there."""
        self.begin(partial(opened, self._desk, path, passphrase), done, page)

    def begin(
        self,
        work: Callable[[Job], "OpenWallet"],
        done: Callable[["OpenWallet"], None],
        page: ShowsErrors,
    ) -> None:
        """Opens or makes a file on the vault's thread; `page` says why it could not be."""

        def refused(error: WalletError) -> None:
            self.is_opening = False
            page.show_error(error)

        self.is_opening, self._lock_when_open = True, ""
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=done, error=refused))

    def hold(self, wallet: "OpenWallet") -> None:
        """A file is open from now on; locked again if there was a reason meanwhile, as when the computer slept."""
        self.wallet, self.is_opening = wallet, False
        self.held.emit(wallet)
        if self._lock_when_open:
            self.overtaken.emit(self._lock_when_open)
        else:
            self.settled.emit(wallet)

    def lock_when_open(self, why: str) -> None:
        """It is opening just now: what is to follow; "" for nothing."""
        self._lock_when_open = why

    def take(self) -> "OpenWallet | None":
        """The file, which is nobody's afterwards: whoever takes it closes it."""
        wallet, self.wallet = self.wallet, None
        return wallet

    def now(self) -> "OpenWallet | None":
        """The file that is open."""
        return self.wallet

    @property
    def is_none(self) -> bool:
        """Whether no file is open or opening."""
        return self.wallet is None and not self.is_opening
