"""Serves a `KitStep`: fetches the kit of the open file, writes and prints its page, notes that it was kept.

One of these for each step on the screen. Does not live here: what is seen (`widgets.kit_step`).
"""

import secrets
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt

from wallet.ui.kit_print import print_kit
from wallet.ui.ports import Kit, OpenWallet
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.kit_step import KitStep

_WORDS = 24


class KitDesk(QObject):
    """Between one step and the file that is open."""

    def __init__(self, tools: Tools, step: KitStep, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._step = step
        self._wallet: OpenWallet | None = None
        step.language_chosen.connect(self._fetch)
        step.save.connect(self._save)
        step.print_page.connect(self._print)

    def serve(self, wallet: OpenWallet) -> None:
        """Shows the kit of this file."""
        self._wallet = wallet
        self._fetch(str(self._step.language.currentData()))

    def kept(self) -> None:
        """The person has it: the file keeps that there is a kit."""
        wallet, kit = self._wallet, self._step.kit
        if wallet is not None and kit is not None:
            self._run(partial(_noted, wallet, kit), None)
        self.leave()

    def leave(self) -> None:
        """No word of the kit stays here."""
        self._wallet = None
        self._step.wipe()

    def _fetch(self, language: str) -> None:
        if self._wallet is not None:
            self._run(partial(_fetched, self._wallet, language), self._show)

    def _show(self, kit: Kit) -> None:
        first = secrets.randbelow(_WORDS // 2)
        second = _WORDS // 2 + secrets.randbelow(_WORDS // 2)
        self._step.offer(kit, (first + 1, second + 1))
        if self._step.isVisible() and not self._step.language.hasFocus():
            self._step.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        kit = self._step.kit
        if self._wallet is None or kit is None:
            return
        name = self.tr("recovery-kit") + ".pdf"
        out = self._tools.dialogs.save_file(self._step, self.tr("Save the recovery kit"), name, "PDF (*.pdf)")
        if out is not None:
            out = out if out.suffix.lower() == ".pdf" else out.with_name(out.name + ".pdf")
            self._run(partial(_written, self._wallet, kit, out), self._written)

    def _written(self, name: str) -> None:
        self._step.tell(self.tr("Saved as {name}. Print it, then delete that file.").format(name=name))

    def _print(self) -> None:
        if self._step.kit is not None and print_kit(self._step, self._step.kit):
            self._step.tell(self.tr("Sent to the printer. Look that the page came out well."))

    def _run(self, work: Callable[[Job], object], done: Callable[..., None] | None) -> None:
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=done))


def _fetched(wallet: OpenWallet, language: str, job: Job) -> Kit:
    del job
    return wallet.kit(language)


def _noted(wallet: OpenWallet, kit: Kit, job: Job) -> None:
    del job
    wallet.note_kit(kit)


def _written(wallet: OpenWallet, kit: Kit, out: Path, job: Job) -> str:
    del job
    wallet.write_kit(kit, out)
    return out.name
