"""The one window: what is in sight (first steps, unlock, the open file), menu bar, messages, dropping and locking.

Lives here: moving between those three, and starting the use cases of opening and closing a file.
Does not live here: anything a page does once a file is open (`pages.shell`).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPixmapCache
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from wallet.app.settings import Settings
from wallet.ui.menus import Menus
from wallet.ui.messages import Message
from wallet.ui.pages.first_run import FirstRunPage
from wallet.ui.pages.first_run_place import SUFFIX
from wallet.ui.pages.shell import CREDENTIALS, SETTINGS, SHARING, Shell
from wallet.ui.pages.unlock import UnlockPage
from wallet.ui.ports import Desk, OpenWallet
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.theme.look import ThemeChoice
from wallet.ui.theme.metrics import TEXT_SIZES
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import column
from wallet.ui.widgets.message_bar import MessageBar


@dataclass(frozen=True, slots=True)
class WindowParts:
    """What a window is made of.

    Attributes:
        tools: what every page needs.
        desk: what can be done without an open file.
        remember: keeps the few settings; called with their new value.
        settings: what was remembered.
        folder: where a new file is offered to go.
    """

    tools: Tools
    desk: Desk
    remember: Callable[[Settings], None]
    settings: Settings
    folder: Path


class MainWindow(QMainWindow):
    """The window of the wallet."""

    def __init__(self, parts: WindowParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        tools = self._tools = parts.tools
        self._settings = parts.settings
        self._wallet: OpenWallet | None = None
        self.shell: Shell | None = None
        self.setWindowTitle(self.tr("LER Wallet"))
        self.setMinimumSize(QSize(720, 480))
        self.setAcceptDrops(True)
        self.message_bar = MessageBar(tools.look, tools.clipboard.copy)
        self.stack = QStackedWidget()
        self.first_run = FirstRunPage(tools.look, tools.dialogs, parts.folder)
        self.unlock_page = UnlockPage(tools.look)
        self.stack.addWidget(self.first_run)
        self.stack.addWidget(self.unlock_page)
        central = QWidget()
        layout = column(tools.look, 0)
        layout.addWidget(self.message_bar)
        layout.addWidget(self.stack, 1)
        central.setLayout(layout)
        self.setCentralWidget(central)
        self.menus = Menus(self, tools.look)
        self._build_menus()
        self._connect()
        self._start()

    # -- opening and closing a file

    def open_file(self, path: Path) -> None:
        """Asks for the passphrase of a file; an open one is locked first."""
        self.lock()
        self.stack.setCurrentWidget(self.unlock_page)
        self.unlock_page.offer(path)

    def lock(self) -> None:
        """Closes the file and destroys every widget that could hold a word of it."""
        if self.shell is None or self._wallet is None:
            return
        path, wallet = self._wallet.path, self._wallet
        shell, self.shell, self._wallet = self.shell, None, None
        self._tools.tasks.drop_all()
        self._tools.clipboard.clear()
        self.message_bar.clear()
        self.stack.setCurrentWidget(self.unlock_page)
        self.stack.removeWidget(shell)
        shell.hide()
        shell.deleteLater()
        QPixmapCache.clear()
        self.menus.set_unlocked(False)
        self._tools.tasks.run_on_vault(partial(_close, wallet), self, Callbacks())
        self.unlock_page.offer(path)

    def show_message(self, message: Message) -> None:
        """Shows a message at the top of the window."""
        self.message_bar.show_message(message)

    # -- Qt

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Qt: locks and waits for the workers before the window goes."""
        self.lock()
        self._tools.pictures.close()
        self._tools.tasks.close()
        self._tools.clipboard.clear()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Qt: files and text may be dropped anywhere."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Qt: files go to the add sheet, a wallet file to the unlock page."""
        event.acceptProposedAction()
        self.take(event.mimeData())

    def take(self, data: QMimeData) -> None:
        """What was dropped or pasted."""
        names = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        vaults = [name for name in names if name.endswith(SUFFIX)]
        if vaults:
            self.open_file(Path(vaults[0]))
        elif self.shell is None:
            self._tools.messages.tell(
                self.tr("Your file is locked."), "wait", self.tr("Unlock it first, then add credentials.")
            )
        elif names:
            self.shell.add_files(names)
        elif data.hasText():
            self.shell.add_text(data.text())

    # -- building

    def _build_menus(self) -> None:
        menus, tr = self.menus, self.tr
        file = menus.add_menu(tr("&File"))
        menus.add(file, "new", tr("&New file…"), self._make_new, "Ctrl+N")
        menus.add(file, "open", tr("&Open file…"), self._choose_file, "Ctrl+O")
        file.addSeparator()
        menus.add(file, "add", tr("&Add credentials…"), self._add, "Ctrl+I", unlocked=True)
        menus.add(file, "paste", tr("&Paste a credential"), self._paste, "Ctrl+V", unlocked=True)
        file.addSeparator()
        menus.add(file, "lock", tr("&Lock now"), self.lock, "Ctrl+L", unlocked=True)
        menus.add(file, "quit", tr("&Quit"), self.close, "Ctrl+Q")
        credential = menus.add_menu(tr("&Credential"))
        menus.add(credential, "share", tr("&Share…"), self._share, "Ctrl+E", unlocked=True)
        menus.add(credential, "check", tr("&Check again"), self._check_again, "Ctrl+R", unlocked=True)
        menus.add(
            credential, "save", tr("Save the &original file…"), self._save_original, "Ctrl+S", unlocked=True
        )
        menus.add(credential, "find", tr("&Find…"), self._find, "Ctrl+F", unlocked=True)
        view = menus.add_menu(tr("&View"))
        for number, (key, words) in enumerate(
            ((CREDENTIALS, tr("&Credentials")), (SHARING, tr("&Sharing")), (SETTINGS, tr("S&ettings"))), 1
        ):
            menus.add(view, key, words, partial(self._go, key), f"Ctrl+{number}", unlocked=True)
        menus.add(view, "area", tr("Next &area"), self.next_area, "F6")
        view.addSeparator()
        menus.add_theme_choices(view.addMenu(tr("C&olours")), self.choose_theme)
        menus.add_size_choices(view.addMenu(tr("&Text size")), self.choose_text_size)
        menus.add(view, "bigger", tr("&Bigger text"), partial(self._step_size, 1), "Ctrl++")
        menus.add(view, "smaller", tr("S&maller text"), partial(self._step_size, -1), "Ctrl+-")
        help_menu = menus.add_menu(tr("&Help"))
        menus.add(help_menu, "about", tr("&About LER Wallet"), self._about, "F1")
        menus.set_unlocked(False)
        menus.follow()

    def _connect(self) -> None:
        self._tools.messages.told.connect(self.show_message)
        self._tools.tasks.failed.connect(self._tools.messages.error)
        self.first_run.make_file.connect(self._create)
        self.first_run.open_other.connect(self._choose_file)
        self.first_run.text_size.connect(self.choose_text_size)
        self.first_run.finished.connect(self._enter)
        self.unlock_page.unlock.connect(self._unlock)
        self.unlock_page.open_other.connect(self._choose_file)
        self.unlock_page.make_new.connect(self._make_new)
        self._tools.look.changed.connect(self.menus.follow)

    def _start(self) -> None:
        last = self._settings.last_vault
        if last is not None and last.is_file():
            self.open_file(last)
            self.stack.setCurrentWidget(self.unlock_page)
            self.unlock_page.offer(last)
        else:
            self.stack.setCurrentWidget(self.first_run)
            self.first_run.go(0)

    # -- slots: one use case each

    def _create(self, path: Path, passphrase: bytearray) -> None:
        work = partial(_created, self._parts.desk, path, passphrase)
        callbacks = Callbacks(done=self._file_made, error=self.first_run.show_error)
        self._tools.tasks.run_on_vault(work, self, callbacks)

    def _file_made(self, wallet: OpenWallet) -> None:
        self._wallet = wallet
        self._remember_file(wallet.path)
        self.first_run.show_done(wallet.path)

    def _unlock(self, path: Path, passphrase: bytearray) -> None:
        work = partial(_opened, self._parts.desk, path, passphrase)
        callbacks = Callbacks(done=self._file_opened, error=self.unlock_page.show_error)
        self._tools.tasks.run_on_vault(work, self, callbacks)

    def _file_opened(self, wallet: OpenWallet) -> None:
        self._wallet = wallet
        self._remember_file(wallet.path)
        self._enter()

    def _enter(self) -> None:
        """Shows the open file."""
        if self._wallet is None:
            return
        parts, tools = self._parts, self._tools
        self.message_bar.clear()
        self.shell = Shell(tools, parts.desk, self._wallet)
        self.shell.lock.connect(self.lock)
        self.shell.settings.theme.connect(self.choose_theme)
        self.shell.settings.text_size.connect(self.choose_text_size)
        self.stack.addWidget(self.shell)
        self.stack.setCurrentWidget(self.shell)
        self.menus.set_unlocked(True)
        self.unlock_page.set_busy(False)
        self.shell.credentials.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Another theme, remembered."""
        self._tools.look.choose(choice)
        self._remember(replace(self._settings, theme=choice.value))

    def choose_text_size(self, per_cent: int) -> None:
        """Another text size, remembered."""
        self._tools.look.resize_text(per_cent)
        self._remember(replace(self._settings, text_size=per_cent))

    def _step_size(self, step: int) -> None:
        present = TEXT_SIZES.index(self._tools.look.metrics.text_size)
        self.choose_text_size(TEXT_SIZES[max(0, min(len(TEXT_SIZES) - 1, present + step))])

    def _remember_file(self, path: Path) -> None:
        self._remember(replace(self._settings, last_vault=path))

    def _remember(self, settings: Settings) -> None:
        if settings == self._settings:
            return
        self._settings = settings

        def work(job: Job) -> None:
            del job
            self._parts.remember(settings)

        self._tools.tasks.run(work, self, Callbacks())

    def _make_new(self) -> None:
        self.lock()
        self.stack.setCurrentWidget(self.first_run)
        self.first_run.wipe()
        self.first_run.go(0)

    def _choose_file(self) -> None:
        folder = self._settings.last_vault.parent if self._settings.last_vault else self._parts.folder
        kinds = self.tr("Wallet files (*{suffix})").format(suffix=SUFFIX)
        path = self._tools.dialogs.open_file(self, self.tr("Open your file"), folder, kinds)
        if path is not None:
            self.open_file(path)

    def _add(self) -> None:
        if self.shell is not None:
            self.shell.open_add()

    def _paste(self) -> None:
        data = QApplication.clipboard().mimeData()
        if self.shell is not None and data is not None:
            self.take(data)

    def _share(self) -> None:
        if self.shell is not None:
            self.shell.open_share()

    def _check_again(self) -> None:
        if self.shell is not None:
            self.shell.check_again()

    def _save_original(self) -> None:
        if self.shell is not None and self.shell.credentials.selected_id():
            self.shell.credentials.save_original.emit(self.shell.credentials.selected_id())

    def _find(self) -> None:
        if self.shell is not None:
            self.shell.show_place(CREDENTIALS)
            self.shell.credentials.start_search()

    def _go(self, place: str) -> None:
        if self.shell is not None:
            self.shell.show_place(place)

    def next_area(self) -> None:
        """F6: the keyboard goes on to the next part of the window."""
        areas = self.shell.areas() if self.shell is not None else [self.stack]
        focused = QApplication.focusWidget()
        present = next(
            (i for i, area in enumerate(areas) if focused is not None and area.isAncestorOf(focused)), -1
        )
        if present < 0:
            present = next((i for i, area in enumerate(areas) if focused is area), -1)
        for step in range(1, len(areas) + 1):
            area = areas[(present + step) % len(areas)]
            if area.isVisible() and _focus_into(area):
                return

    def _about(self) -> None:
        self._tools.messages.tell(
            self.tr("LER Wallet keeps learning and employment records in one encrypted file you own."),
            "wait",
            self.tr("Move with Tab, F6 and the arrow keys. Every command is in the menu bar (Alt)."),
        )


def _focus_into(area: QWidget) -> bool:
    """Puts the keyboard into an area: on itself, else on its first widget that takes it."""
    candidates = [area, *area.findChildren(QWidget)]
    for widget in candidates:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False


def _created(desk: Desk, path: Path, passphrase: bytearray, job: Job) -> OpenWallet:
    del job
    return desk.create(path, passphrase)


def _opened(desk: Desk, path: Path, passphrase: bytearray, job: Job) -> OpenWallet:
    del job
    return desk.open(path, passphrase)


def _close(wallet: OpenWallet, job: Job) -> None:
    del job
    wallet.close()
