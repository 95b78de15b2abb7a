"""Asking for files and folders without leaving a trace on this computer."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from wallet.ui.file_dialogs import FileDialogs
from wallet.ui.languages import translate
from wallet.ui.theme.look import Look
from wallet.ui.widgets.file_picker import FilePicker, Question, Wanted


class TracelessDialogs(FileDialogs):
    """Our own dialog, which begins at the sticks that are there and forgets where it has been."""

    def __init__(self, sticks: Callable[[], Sequence[Path]]) -> None:
        """`sticks` tells the removable places that are there now."""
        self._sticks = sticks
        self._look: Look | None = None

    def wear(self, look: Look) -> None:
        """The look of the window that asks."""
        self._look = look

    def open_files(self, parent: QWidget, title: str) -> list[str]:
        """Any number of files; empty when nothing was chosen."""
        return [str(path) for path in self._ask(parent, Question(title, Wanted.FILES))]

    def open_file(self, parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
        """One file of these kinds, written as Qt writes them: "Words (*.suffix)"."""
        suffix = kinds.rpartition("(*")[2].rstrip(")") if "(*." in kinds else ""
        return _first(self._ask(parent, Question(title, Wanted.FILE, start=folder, suffix=suffix)))

    def save_file(self, parent: QWidget, title: str, name: str, kinds: str = "") -> Path | None:
        """A place and a name for a new file."""
        del kinds
        return _first(self._ask(parent, Question(title, Wanted.NEW_FILE, name=name)))

    def folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        """One folder."""
        return _first(self._ask(parent, Question(title, Wanted.FOLDER, start=start)))

    def _ask(self, parent: QWidget, question: Question) -> Sequence[Path]:
        assert self._look is not None
        places = [(place.name or str(place), place) for place in self._sticks()]
        places.append((translate("Dialogs", "This computer"), Path.home()))
        start = question.start if question.start is not None and question.start.is_dir() else places[0][1]
        picker = FilePicker(self._look, replace(question, places=places, start=start), parent.window())
        try:
            picker.exec()
            return picker.chosen
        finally:
            picker.deleteLater()


def _first(chosen: Sequence[Path]) -> Path | None:
    return chosen[0] if chosen else None
