"""Backing up and writing everything out, as the window's pages and menu ask for it.

Lives here: asking for a place, starting the use case, telling what came of it. Does not live here: showing
(`pages.safe_keeping`, the lock card).
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wallet.errors import Reason, VaultError, WalletError
from wallet.ui.care_ports import BackupFacts, Damage, WrittenOut
from wallet.ui.ports import OpenWallet
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools


class BackupDesk(QObject):
    """One open file's backups. `changed` carries the new facts, `busy` whether a copy is being written."""

    changed = Signal(object)
    busy = Signal(bool)

    def __init__(self, tools: Tools, wallet: OpenWallet, *, shared: bool, parent: QWidget) -> None:
        """`shared`: others use this computer, too; then no place on it is remembered."""
        super().__init__(parent)
        self._tools = tools
        self._wallet = wallet
        self._shared = shared
        self._parent = parent
        self._working = False
        self.facts: BackupFacts | None = None

    def refresh(self) -> None:
        """Asks the file when it was backed up."""
        self._tools.tasks.run_on_vault(partial(_facts, self._wallet), self, Callbacks(done=self._show))

    def back_up(self) -> None:
        """Copies to the place that was chosen before; asks for one where there is none, or it is not there now."""
        folder = self.facts.folder if self.facts is not None else None
        if folder is not None and folder.is_dir():
            self._copy(folder)
        else:
            self.choose_place()

    def choose_place(self) -> None:
        """Asks for another place and copies there."""
        title = self.tr("Where shall the copy go? A stick is a good place.")
        folder = self._tools.dialogs.folder(self._parent, title, self._wallet.path.parent)
        if folder is not None:
            self._copy(folder)

    def forget_place(self) -> None:
        """No more copies by themselves."""
        work = partial(_forgotten, self._wallet)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._show))

    def check_file(self) -> None:
        """Reads every page and every record."""
        if self._begin():
            work = partial(_damage, self._wallet)
            self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._checked, error=self._refused))

    def write_everything(self) -> None:
        """Asks for a place and writes everything there as ordinary files."""
        if self._working:
            return
        title = self.tr("Where shall everything go? A new folder is made there.")
        folder = self._tools.dialogs.folder(self._parent, title, self._wallet.path.parent)
        if folder is not None and self._begin():
            work = partial(_written, self._wallet, folder)
            self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._everything, error=self._refused))

    def _copy(self, folder: Path) -> None:
        if not self._begin():
            return
        remember = not self._shared and not _is_same(folder, self._wallet.path.parent)
        work = partial(_backed_up, self._wallet, folder, remember)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._copied, error=self._refused))

    def _copied(self, made: Path) -> None:
        self._end()
        means = self.tr(
            "The copy was opened and compared: nothing is missing. Your passphrase opens it, too."
        )
        tone = "ok"
        if _is_same(made.parent, self._wallet.path.parent):
            tone = "warn"
            means = self.tr(
                "It lies in the same folder as your file: if this computer breaks or is lost, both are gone. "
                "Make another one on a stick."
            )
        said = self.tr("Backed up as {name}, in {folder}.")
        folder = made.parent.name or str(made.parent)
        self._tools.messages.tell(said.format(name=made.name, folder=folder), tone, means)
        self.refresh()

    def _checked(self, damage: Damage) -> None:
        self._end()
        if not (damage.pages or damage.others):
            self._tools.messages.tell(
                self.tr("Everything in your file is whole."),
                "ok",
                self.tr("Every page and every record was read."),
            )
            return
        self._tools.messages.error(VaultError(Reason.VAULT_DAMAGED))

    def _everything(self, written: WrittenOut) -> None:
        self._end()
        said = self.tr("%n file(s) written to the folder {name}.", "", written.files)
        do = self.tr(
            "Open index.html in it to read. Nothing there is locked: keep it where only you can reach it."
        )
        if written.damaged:
            do = self.tr("%n damaged item(s) could not be written.", "", written.damaged) + " " + do
        tone = "warn" if written.damaged else "ok"
        self._tools.messages.tell(said.format(name=written.folder.name), tone, do)

    def _refused(self, error: WalletError) -> None:
        self._end()
        self._tools.messages.error(error)

    def _begin(self) -> bool:
        """Whether nothing else is being written; from now on something is."""
        if self._working:
            return False
        self._working = True
        self.busy.emit(True)
        return True

    def _end(self) -> None:
        self._working = False
        self.busy.emit(False)

    def _show(self, facts: BackupFacts) -> None:
        self.facts = facts
        self.changed.emit(facts)


def _is_same(folder: Path, other: Path) -> bool:
    try:
        return folder.samefile(other)
    except OSError:
        return False


def _facts(wallet: OpenWallet, job: Job) -> BackupFacts:
    del job
    return wallet.backup_facts()


def _backed_up(wallet: OpenWallet, folder: Path, remember: bool, job: Job) -> Path:
    del job
    return wallet.back_up(folder, remember=remember)


def _forgotten(wallet: OpenWallet, job: Job) -> BackupFacts:
    del job
    wallet.forget_backup_folder()
    return wallet.backup_facts()


def _damage(wallet: OpenWallet, job: Job) -> Damage:
    del job
    return wallet.damage()


def _written(wallet: OpenWallet, folder: Path, job: Job) -> WrittenOut:
    del job
    return wallet.write_everything(folder, lambda: None)
