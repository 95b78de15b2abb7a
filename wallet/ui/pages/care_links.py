"""The sheets about the file itself: moving it, and bringing another copy of it in; and what lies beside it.

Lives here: opening them. Does not live here: the pages that lead here (`shell`), backups (`backup_desk`).
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from wallet.ui import shell_jobs
from wallet.ui.pages.join_sheet import JoinSheet
from wallet.ui.pages.move_sheet import MoveSheet
from wallet.ui.ports import OpenWallet
from wallet.ui.tasks import Callbacks
from wallet.ui.tools import Tools


class CareLinks(QObject):
    """`opened` carries a sheet to show; `moved` and `joined` what came of it."""

    opened = Signal(object)
    moved = Signal(object)
    joined = Signal()

    def __init__(self, tools: Tools, wallet: OpenWallet, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._wallet = wallet

    def move(self) -> None:
        """The sheet that moves the file."""
        sheet = MoveSheet(self._tools, self._wallet)
        sheet.moved.connect(self.moved)
        self.opened.emit(sheet)

    def join(self, other: Path | None = None) -> None:
        """The sheet that brings another copy in; `other` is chosen already."""
        sheet = JoinSheet(self._tools, self._wallet)
        sheet.joined.connect(self.joined)
        self.opened.emit(sheet)
        if other is not None:
            sheet.offer(other)

    def look_beside(self) -> None:
        """Tells of a copy in the same folder that holds something else."""
        work = partial(shell_jobs.beside, self._wallet)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._tell_beside))

    def _tell_beside(self, names: Sequence[str]) -> None:
        if names:
            self._tools.messages.offer(
                self.tr("{name}, in the same folder, holds changes that are not in this file.").format(
                    name=names[0]
                ),
                self.tr("Bring them in"),
                partial(self.join, self._wallet.path.with_name(names[0])),
                "warn",
                self.tr("From then on, go on with one of the two only."),
            )
