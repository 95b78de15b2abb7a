"""The real window in a process of its own, driven by one command a line on standard input.

Lives here: what a person would do, as commands. What is typed comes through the pipe, so that no word of it
stands in an argument, the environment or a file. Each command is answered with a line.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSocketNotifier, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from wallet.ui import application
from wallet.ui.main_window import MainWindow
from wallet.ui.pages.add import AddPage
from wallet.ui.pages.share.sheet import DONE, HOW, ShareSheet
from wallet.ui.widgets.disclosure import TechnicalDetails
from wallet.ui.window_parts import WindowParts


class Session:
    """Hands at the window of this process."""

    def __init__(self, window: MainWindow, parts: WindowParts) -> None:
        self.window = window
        self.tools = parts.tools
        self.notifier = QSocketNotifier(0, QSocketNotifier.Type.Read, window)
        self.notifier.activated.connect(self.obey)

    def obey(self) -> None:
        """One command: its name, then its words, a tab between them."""
        name, *words = os.read(0, 65_536).decode().rstrip("\n").split("\t")
        if not name:
            self.window.close()
            return
        command: Callable[..., object] = getattr(self, name)
        command(*words)
        answer(name)

    def settle(self, pause: int = 20) -> None:
        loop = QEventLoop()
        limit = QTimer()
        limit.setSingleShot(True)
        limit.timeout.connect(loop.quit)
        for _ in range(3):
            if self.tools.tasks.busy:
                self.tools.tasks.idle.connect(loop.quit)
                limit.start(60_000)
                loop.exec()
                self.tools.tasks.idle.disconnect(loop.quit)
            limit.start(pause)
            loop.exec()

    # -- commands

    def make(self, name: str, passphrase: str) -> None:
        page = self.window.first_run
        page.go(1)
        page.place.name.setText(name)
        page.place._folder = STICK
        page.go(2)
        QTest.keyClicks(page.first.line, passphrase)
        QTest.keyClicks(page.second.line, passphrase)
        page.next.click()
        self.settle()
        page.later.click()  # the recovery kit
        page.skip.click()  # about you
        page.next.click()
        self.settle()
        assert self.window.shell is not None

    def unlock(self, passphrase: str) -> None:
        page = self.window.unlock_page
        QTest.keyClicks(page.field.line, passphrase)
        page.button.click()
        self.settle()
        assert self.window.shell is not None

    def mistype(self, passphrase: str) -> None:
        page = self.window.unlock_page
        QTest.keyClicks(page.field.line, passphrase)
        page.button.click()
        self.settle()
        assert self.window.shell is None

    def add(self, *paths: str) -> None:
        shell = self.window.shell
        assert shell is not None
        shell.add_files(paths)
        self.settle()
        sheet = shell.sheet
        assert isinstance(sheet, AddPage)
        for line in sheet.rows:
            line.tick.setChecked(True)
        sheet.save.click()
        self.settle()
        assert shell.credentials.model.rowCount() > 0

    def look(self, words: str) -> None:
        """Searches, opens the only card, copies its technical details."""
        shell = self.window.shell
        assert shell is not None
        page = shell.credentials
        QTest.keyClicks(page.search, words)
        self.settle(300)
        assert page.model.rowCount() == 1
        page.grid.select_row(0)
        page.grid.activated.emit(page.model.index(0))
        self.settle()
        details = page.detail.findChild(TechnicalDetails)
        assert details is not None
        details.link.click()
        details.button.click()
        assert words in QApplication.clipboard().text()

    def look_at_each(self) -> None:
        """Opens every card with its technical details."""
        shell = self.window.shell
        assert shell is not None
        page = shell.credentials
        for row in range(page.model.rowCount()):
            page.grid.select_row(row)
            page.grid.activated.emit(page.model.index(row))
            self.settle()
            details = page.detail.findChild(TechnicalDetails)
            assert details is not None
            details.link.click()
            self.settle()

    def share(self, to: str) -> None:
        shell = self.window.shell
        assert shell is not None
        shell.open_share(shell.credentials.selected_id())
        self.settle()
        sheet = shell.sheet
        assert isinstance(sheet, ShareSheet)
        QTest.keyClicks(sheet.who.to, to)
        while sheet.steps.index < HOW:
            sheet.next.click()
            self.settle()
        sheet.next.click()
        self.settle()
        assert sheet.steps.index in (HOW, DONE)

    def leave(self) -> None:
        """The button of a shared computer."""
        shell = self.window.shell
        assert shell is not None
        button = shell.sidebar.lock_card.button
        assert button.text() == "Lock and leave"
        button.click()
        self.settle()

    def open_found(self) -> None:
        page = self.window.start_page
        assert page is not None
        page.look()
        page.stick.button.click()

    def lock(self) -> None:
        self.window.lock()
        self.settle()


def answer(words: str) -> None:
    """One line for whoever gave the command."""
    os.write(1, f"{words}\n".encode())


def watched(
    make: Callable[..., tuple[MainWindow, WindowParts]],
) -> Callable[..., tuple[MainWindow, WindowParts]]:
    """Makes the window as ever, and puts hands on it."""

    def make_window(*arguments: object) -> tuple[MainWindow, WindowParts]:
        window, parts = make(*arguments)
        sessions.append(Session(window, parts))
        QTimer.singleShot(0, window, lambda: answer("ready"))
        return window, parts

    return make_window


STICK = Path.home().parent / "stick"
sessions: list[Session] = []

if __name__ == "__main__":
    application.make_window = watched(application.make_window)
    vars(application).update(sticks=lambda: [STICK])  # where a real one would be is not for a test to say
    sys.exit(application.run())
