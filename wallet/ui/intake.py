"""What is dropped on the window or pasted into it, and where it goes."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from wallet.ui.languages import translate
from wallet.ui.messages import Messages
from wallet.ui.one_window import Handed
from wallet.ui.places import SUFFIX


class Takes(Protocol):
    """A page that checks files and text."""

    def add_files(self, names: list[str], /) -> object:
        """Checks files."""
        ...

    def add_text(self, text: str, /) -> object:
        """Checks text."""
        ...


class Intake:
    """Files go to the add sheet, a wallet file to the unlock page."""

    def __init__(
        self, messages: Messages, open_file: Callable[[Path], None], page: Callable[[], Takes | None]
    ) -> None:
        """`page` is where credentials go now; None while there is no such page."""
        self._messages = messages
        self._open_file = open_file
        self._page = page

    def accepts(self, data: QMimeData) -> bool:
        """Whether this may be dropped here."""
        return data.hasUrls() or data.hasText()

    def take(self, data: QMimeData) -> None:
        """What was dropped or pasted."""
        names = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        vaults = [name for name in names if name.endswith(SUFFIX)]
        if vaults:
            self._open_file(Path(vaults[0]))
        elif (page := self._page()) is None:
            happened = translate("MainWindow", "Your file is locked.")
            self._messages.tell(
                happened, "wait", translate("MainWindow", "Unlock it first, then add credentials.")
            )
        elif names:
            page.add_files(names)
        elif data.hasText():
            page.add_text(data.text())

    def take_handed(self, handed: Handed, present: Path | None, review: Callable[[], object]) -> None:
        """What a later start of the program hands over: it is reviewed, with a file open or not, and never acts.

        Args:
            handed: files and at most one link.
            present: the file that is asked for or open now; handed over again, it stays as it is.
            review: opens the page that checks without a file, where there is no other.
        """
        vaults = [name for name in handed.files if name.endswith(SUFFIX)]
        others = [name for name in handed.files if not name.endswith(SUFFIX)]
        if vaults and Path(vaults[0]) != present:
            self._open_file(Path(vaults[0]))
        if not others and not handed.link:
            return
        if self._page() is None:
            review()
        page = self._page()
        if page is not None and others:
            page.add_files(others)
        if page is not None and handed.link:
            page.add_text(handed.link)

    def paste(self) -> None:
        """What the clipboard holds, while there is a page for it."""
        data = QApplication.clipboard().mimeData()
        if self._page() is not None and data is not None:
            self.take(data)
