"""The step of the first run in which the learner may say who they are: from the page to the open file."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from wallet.ui.pages.first_run import FirstRunPage
from wallet.ui.ports import OpenWallet
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools


class AboutFlow(QObject):
    """Keeps what was typed in the first profile; an empty step keeps nothing."""

    def __init__(
        self, tools: Tools, page: FirstRunPage, open_now: Callable[[], OpenWallet | None], parent: QObject
    ) -> None:
        """`open_now` gives the file that was just made."""
        super().__init__(parent)
        self._tools = tools
        self._open_now = open_now
        page.about.connect(self._keep)

    def _keep(self, name: str, identifiers: Sequence[str]) -> None:
        wallet = self._open_now()
        if wallet is not None:
            self._tools.tasks.run_on_vault(partial(_kept, wallet, name, identifiers), self, Callbacks())


def _kept(wallet: OpenWallet, name: str, identifiers: Sequence[str], job: Job) -> None:
    del job
    present = next(one for one in wallet.profiles() if one.in_use)
    wallet.save_profile(present.name, name, identifiers)
