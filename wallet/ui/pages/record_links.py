"""What the detail pane asks of the window beside the credential itself: its record, its files.

Lives here: starting the use case or opening the sheet. Does not live here: the pane (`detail`), the sheets.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from wallet.ui.pages.credentials import CredentialsPage
from wallet.ui.pages.record_sheet import RecordSheet
from wallet.ui.pages.viewer_sheet import ViewerSheet, save_viewable
from wallet.ui.ports import OpenWallet
from wallet.ui.record_ports import Viewable
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools


class RecordLinks(QObject):
    """`opened` carries a sheet to be shown."""

    opened = Signal(object)

    def __init__(self, tools: Tools, wallet: OpenWallet, page: CredentialsPage) -> None:
        super().__init__(page)
        self._tools = tools
        self._wallet = wallet
        self._page = page
        detail = page.detail
        detail.read_record.connect(self._read)
        detail.view_file.connect(self._view)
        detail.save_file.connect(self._save)
        detail.add_file.connect(self._add)
        detail.remove_file.connect(self._remove)

    def _read(self) -> None:
        shown = self._page.detail.shown
        if shown is not None and shown.record is not None:
            self.opened.emit(RecordSheet(self._tools.look, shown))

    def _view(self, viewable: Viewable) -> None:
        self.opened.emit(ViewerSheet(self._tools, self._wallet, viewable))

    def _save(self, viewable: Viewable) -> None:
        save_viewable(self._tools, self._wallet, viewable, self._page)

    def _add(self, record_id: str) -> None:
        title = self.tr("Which file shall be kept with this credential?")
        path = self._tools.dialogs.open_file(
            self._page, title, self._wallet.path.parent, self.tr("All files (*)")
        )
        if path is not None:
            work = partial(_added, self._wallet, record_id, path)
            self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._changed))

    def _remove(self, record_id: str, number: int) -> None:
        del record_id
        self._tools.messages.offer(
            self.tr("Remove this file for good?"),
            self.tr("Remove it"),
            partial(self._remove_now, number),
            "warn",
            self.tr("Nobody can bring it back, unless you have it in another place."),
        )

    def _remove_now(self, number: int) -> None:
        work = partial(_removed, self._wallet, number)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._changed))

    def _changed(self, _result: object) -> None:
        self._page.reload()


def _added(wallet: OpenWallet, record_id: str, path: Path, job: Job) -> None:
    del job
    wallet.add_file(record_id, path)


def _removed(wallet: OpenWallet, number: int, job: Job) -> None:
    del job
    wallet.remove_file(number)
