"""Drives the real window as a person would: over the real use cases, a real encrypted file, the sample credentials."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.quick_keys import with_quick_keys
from tests.sample_files import INDEX
from wallet.app.container import make_services
from wallet.app.settings import Settings
from wallet.ui.application import Surroundings, make_window
from wallet.ui.camera import Camera
from wallet.ui.file_dialogs import FileDialogs
from wallet.ui.fresh_start import Resumed
from wallet.ui.pages.add import AddPage
from wallet.ui.pages.share.sheet import ShareSheet
from wallet.ui.pages.shell import Shell

AT = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)
PASSPHRASE = "paper river seven lantern oak"
_WAIT = 30_000


class Answers(FileDialogs):
    """File dialogs that answer by themselves; `save_as` is what the next one returns."""

    def __init__(self) -> None:
        self.files: list[str] = []
        self.save_as: Path | None = None
        self.asked: list[str] = []

    def open_files(self, parent: QWidget, title: str) -> list[str]:
        del parent, title
        return self.files

    def open_file(self, parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
        del parent, title, folder, kinds
        return Path(self.files[0]) if self.files else None

    def save_file(self, parent: QWidget, title: str, name: str, kinds: str = "") -> Path | None:
        del parent, title, kinds
        self.asked.append(name)
        return self.save_as

    def folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        del parent, title, start
        return Path(self.files[0]) if self.files else None


class Driver:
    """One window."""

    def __init__(
        self,
        application: QApplication,
        folder: Path,
        settings: Settings | None = None,
        *,
        sticks: list[Path] | None = None,
        documents: Path | None = INDEX,
        camera: Camera | None = None,
    ) -> None:
        """With `sticks`, the computer is a shared one and these are put in. `documents` answers look-ups from files."""
        self.application = application
        self.folder = folder
        self.dialogs = Answers()
        self.remembered: list[Settings] = []
        self.begun: list[Resumed] = []
        self.web: list[str] = []
        self.seconds = 1000.0
        self.surroundings = Surroundings(
            replace(with_quick_keys(make_services(AT, documents)), local_address=lambda: "127.0.0.1"),
            settings or Settings(theme="light"),
            self.remembered.append,
            self.dialogs,
            folder,
            begin_anew=self.begun.append,
            seconds=lambda: self.seconds,
            shared=sticks is not None,
            sticks=lambda: sticks or [],
            seen=None if sticks is not None else folder / ".last-seen.json",
            open_web=self._open_web,
            find_camera=lambda: camera,
        )
        self.window, self.parts = make_window(application, self.surroundings)
        self.tools = self.parts.tools
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        self.settle()

    @classmethod
    def with_file(cls, application: QApplication, folder: Path, file: Path) -> "Driver":
        """A window with a copy of this file open."""
        path = folder / "dana.lerwallet"
        shutil.copyfile(file, path)
        made = cls(application, folder, Settings(theme="light", last_vault=path))
        made.unlock()
        return made

    def _open_web(self, address: str) -> bool:
        """Notes what would be opened in a browser."""
        self.web.append(address)
        return True

    @property
    def vault_path(self) -> Path:
        return self.folder / "dana.lerwallet"

    @property
    def shell(self) -> Shell:
        assert self.window.shell is not None
        return self.window.shell

    def settle(self, pause: int = 20) -> None:
        """Waits until no work is under way and nothing is left to paint."""
        loop = QEventLoop()
        limit = QTimer()
        limit.setSingleShot(True)
        limit.timeout.connect(loop.quit)
        for _ in range(3):
            if self.tools.tasks.busy:
                self.tools.tasks.idle.connect(loop.quit)
                limit.start(_WAIT)
                loop.exec()
                self.tools.tasks.idle.disconnect(loop.quit)
            limit.start(pause)
            loop.exec()

    def make_file(self, age: str = "") -> None:
        """The first steps, by their own buttons, the kit left for later; on a shared computer one less.

        Nothing is said about the learner but `age`, in the words of its list.
        """
        page = self.window.first_run
        if self.window.start_page is None:
            page.next.click()
        else:
            self.window.start_page.new.button.click()
        page.place.name.setText("dana")
        page.next.click()
        page.first.line.setText(PASSPHRASE)
        page.second.line.setText(PASSPHRASE)
        page.next.click()
        self.settle()
        page.later.click()
        if age:
            page.age.setCurrentText(age)
        (page.next if age else page.skip).click()
        page.next.click()
        self.settle()

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        page = self.window.unlock_page
        page.field.line.setText(passphrase)
        page.button.click()
        self.settle()

    def add(self, *paths: Path) -> AddPage:
        """The add sheet after it has checked these files."""
        self.shell.add_files([str(path) for path in paths])
        self.settle()
        sheet = self.shell.sheet
        assert isinstance(sheet, AddPage)
        return sheet

    def keep(self, *paths: Path) -> None:
        """Adds files and saves what is ticked; what is there already only when nothing else is."""
        sheet = self.add(*paths)
        for line in () if sheet.ticked else sheet.rows:
            line.tick.click()
        sheet.save.click()
        self.settle()

    def names(self) -> list[str]:
        """The credentials in the grid, in its order."""
        model = self.shell.credentials.model
        return [str(model.data(model.index(row))) for row in range(model.rowCount())]

    def choose(self, words: str) -> None:
        """Makes the credential with these words in its name the present one, and opens it."""
        row = next(row for row, name in enumerate(self.names()) if words in name)
        page = self.shell.credentials
        page.grid.select_row(row)
        page.grid.activated.emit(page.model.index(row))
        self.settle()

    def share(self, words: str) -> ShareSheet:
        """The share sheet for one credential."""
        self.choose(words)
        self.window.menus.actions["share"].trigger()
        self.settle()
        sheet = self.shell.sheet
        assert isinstance(sheet, ShareSheet)
        return sheet

    def press(
        self, widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """One key."""
        from PySide6.QtTest import QTest  # noqa: PLC0415

        QTest.keyClick(widget, key, modifiers)
        self.settle()

    def close(self) -> None:
        self.window.close()
        self.settle()
        self.window.deleteLater()
        self.settle()


def shown_text(widget: QWidget) -> str:
    """Everything a person could read or hear in a widget and below it."""
    said: list[str] = []
    for child in [widget, *widget.findChildren(QWidget)]:
        said += [child.accessibleName(), child.accessibleDescription(), child.toolTip(), child.windowTitle()]
        for name in ("text", "toPlainText", "placeholderText", "currentText"):
            reader: Callable[[], object] | None = getattr(child, name, None)
            if callable(reader):
                said.append(str(reader()))
    return "\n".join(part for part in said if part)


def button(widget: QWidget, name: str) -> QAbstractButton:
    """The visible button with this accessible name."""
    found = [
        child
        for child in widget.findChildren(QAbstractButton)
        if child.accessibleName() == name and not child.isHidden()
    ]
    assert len(found) == 1, (name, [child.accessibleName() for child in widget.findChildren(QAbstractButton)])
    return found[0]


Found = TypeVar("Found", bound=QWidget)


def named(widget: QWidget, kind: type[Found], name: str) -> Found:
    """The visible widget of this kind with this accessible name."""
    found = [one for one in widget.findChildren(kind) if one.accessibleName() == name and one.isVisible()]
    assert len(found) == 1, (name, [one.accessibleName() for one in widget.findChildren(kind)])
    return found[0]
