"""From a collection to its page: the sheet, and from there to sharing what is on it.

Lives here: opening the sheet with the collections there are. Does not live here: the sheet (`one_page_sheet`).
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from wallet.ui.pages.one_page_sheet import OnePageSheet
from wallet.ui.ports import OpenWallet
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools


class PageLinks(QObject):
    """`opened` carries the sheet to be shown; `share_wanted` what is to be shared, and the words that go along."""

    opened = Signal(object)
    share_wanted = Signal(object, str)

    def __init__(self, tools: Tools, wallet: OpenWallet, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._wallet = wallet

    def open(self, collection: str = "") -> None:
        """The sheet for this collection, or for one of the others."""
        self._tools.tasks.run_on_vault(
            partial(_collections, self._wallet), self, Callbacks(done=partial(self._show, collection))
        )

    def _show(self, collection: str, names: Sequence[str]) -> None:
        if not names:
            self._tools.messages.tell(
                self.tr("There is no collection yet."),
                do=self.tr("Choose “Select several”, and put credentials into a collection."),
            )
            return
        from wallet.ui import page_print  # noqa: PLC0415 - loads Qt's printing, which few need

        ordered = sorted(names, key=lambda name: name != collection)
        sheet = OnePageSheet(self._tools, self._wallet, ordered, page_print.print_page)
        sheet.share_wanted.connect(self.share_wanted)
        self.opened.emit(sheet)


def _collections(wallet: OpenWallet, job: Job) -> Sequence[str]:
    del job
    return [name for name, _ in wallet.drawers().collections]
