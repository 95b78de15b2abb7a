"""Asking for files and folders.

One place, so that a shared computer can ask without leaving a trace, and a test can answer.
"""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from wallet.ui.languages import translate
from wallet.ui.places import SUFFIX


def end_questions() -> None:
    """Every question in a window of its own is left unanswered; it waits in an event loop of its own."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog):
            window.reject()


class FileDialogs:
    """The computer's own dialogs."""

    def open_files(self, parent: QWidget, title: str) -> list[str]:
        """Any number of files; empty when nothing was chosen."""
        names, _ = QFileDialog.getOpenFileNames(parent, title)
        return names

    def open_file(self, parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
        """One file of these kinds."""
        name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
        return Path(name) if name else None

    def save_file(self, parent: QWidget, title: str, name: str, kinds: str = "") -> Path | None:
        """A place and a name for a new file."""
        chosen, _ = QFileDialog.getSaveFileName(parent, title, name, kinds)
        return Path(chosen) if chosen else None

    def folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        """One folder."""
        chosen = QFileDialog.getExistingDirectory(parent, title, str(start))
        return Path(chosen) if chosen else None


def ask_for_wallet(dialogs: FileDialogs, parent: QWidget, folder: Path) -> Path | None:
    """The file somebody wants to open."""
    kinds = translate("MainWindow", "Wallet files (*{suffix})").format(suffix=SUFFIX)
    return dialogs.open_file(parent, translate("MainWindow", "Open your file"), folder, kinds)
