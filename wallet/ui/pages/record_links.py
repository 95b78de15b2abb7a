"""What the detail pane asks of the window beside the credential itself: its record, its files.

Lives here: starting the use case or opening the sheet. Does not live here: the pane (`detail`), the sheets.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from wallet.ui.own_ports import Written
from wallet.ui.pages.credentials import CredentialsPage
from wallet.ui.pages.own_sheet import OwnSheet
from wallet.ui.pages.record_sheet import RecordSheet
from wallet.ui.pages.viewer_sheet import ViewerSheet, save_viewable
from wallet.ui.ports import OpenWallet
from wallet.ui.record_ports import Viewable
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools


class RecordLinks(QObject):
    """`opened` carries a sheet to be shown, `written` the record id of what the learner wrote."""

    opened = Signal(object)
    written = Signal(str)

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
        detail.rewrite.connect(self._rewrite)

    def _read(self) -> None:
        shown = self._page.detail.shown
        if shown is not None and shown.record is not None:
            self.opened.emit(RecordSheet(self._tools.look, shown))

    def write_own(self) -> None:
        """The sheet for something of the learner's own."""
        self._open_own(OwnSheet(self._tools, self._wallet))

    def _rewrite(self, record_id: str) -> None:
        done = partial(self._offer_again, record_id)
        work = partial(_written, self._wallet, record_id)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=done))

    def _offer_again(self, record_id: str, before: Written) -> None:
        self._open_own(OwnSheet(self._tools, self._wallet, record_id, before))

    def _open_own(self, sheet: OwnSheet) -> None:
        sheet.written.connect(self.written)
        self.opened.emit(sheet)

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


def _written(wallet: OpenWallet, record_id: str, job: Job) -> Written:
    del job
    return wallet.written(record_id)


def _added(wallet: OpenWallet, record_id: str, path: Path, job: Job) -> None:
    del job
    wallet.add_file(record_id, path)


def _removed(wallet: OpenWallet, number: int, job: Job) -> None:
    del job
    wallet.remove_file(number)
