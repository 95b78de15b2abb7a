"""The one window: what is in sight (first steps, unlock, the open file), menu bar, messages, dropping and locking.

Lives here: moving between those three, and starting the use cases of opening and closing a file.
Does not live here: anything a page does once a file is open (`pages.shell`).
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPixmapCache
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QWidget

from wallet.app.settings import Settings
from wallet.errors import WalletError
from wallet.ui.file_jobs import closed, created, opened, tell_nobody
from wallet.ui.fresh_start import Resumed
from wallet.ui.keyboard import to_next_area
from wallet.ui.lock_guard import PRIVATE_SECONDS, LockGuard, LockReason
from wallet.ui.lock_words import why_locked
from wallet.ui.menu_bar import fill_menus
from wallet.ui.menus import Act, Menus
from wallet.ui.messages import Message
from wallet.ui.pages.first_run import FirstRunPage
from wallet.ui.pages.first_run_place import SUFFIX
from wallet.ui.pages.shell import CREDENTIALS, SETTINGS, SHARING, Shell
from wallet.ui.pages.unlock import UnlockPage
from wallet.ui.ports import OpenWallet
from wallet.ui.session_watch import SessionWatch
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.theme.look import ThemeChoice
from wallet.ui.theme.metrics import TEXT_SIZES
from wallet.ui.widgets.boxes import column
from wallet.ui.widgets.idle_warning import IdleWarning
from wallet.ui.widgets.message_bar import MessageBar
from wallet.ui.window_parts import WindowParts


class MainWindow(QMainWindow):
    """The window of the wallet."""

    def __init__(self, parts: WindowParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        tools = self._tools = parts.tools
        self._settings = parts.settings
        self._wallet: OpenWallet | None = None
        self._opening = False
        self._lock_when_open = ""
        self.shell: Shell | None = None
        self.setWindowTitle(self.tr("LER Wallet"))
        self.setMinimumSize(QSize(720, 480))
        self.setAcceptDrops(True)
        self.message_bar = MessageBar(tools.look, tools.clipboard.copy)
        self.idle_warning = IdleWarning(tools.look)
        self.guard = LockGuard(parts.seconds, PRIVATE_SECONDS, self)
        self.session_watch = SessionWatch(self)
        self.stack = QStackedWidget()
        self.first_run = FirstRunPage(tools.look, tools.dialogs, parts.folder)
        self.unlock_page = UnlockPage(tools.look)
        self.stack.addWidget(self.first_run)
        self.stack.addWidget(self.unlock_page)
        central = QWidget()
        layout = column(tools.look, 0)
        layout.addWidget(self.idle_warning)
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

    def lock(self, why: str = LockReason.ASKED) -> None:
        """Closes the file, destroys every widget that could hold a word of it, and begins anew.

        Args:
            why: a `LockReason`; any other than ASKED is told on the page that follows.
        """
        wallet = self._wallet
        if not self._clear_away() or wallet is None:
            self._lock_when_open = why if self._opening and why != LockReason.ASKED else ""
            return
        self._wallet, path = None, wallet.path
        self.stack.setCurrentWidget(self.unlock_page)
        self.unlock_page.offer(path)
        if why != LockReason.ASKED:
            self._tools.messages.tell(*why_locked(why, self.guard.limit))
        done = partial(self._locked, path, why)
        work = partial(closed, wallet)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=done, error=done))

    def show_message(self, message: Message) -> None:
        """Shows a message at the top of the window."""
        self.message_bar.show_message(message)

    def _clear_away(self) -> bool:
        """Everything with a word of the file leaves the window; whether there was anything."""
        self._wipe_fields()
        if self._wallet is None:
            return False
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QDialog):
                window.reject()  # a question about files, which waits for its answer in an event loop of its own
        self.guard.end()
        self._tools.tasks.drop_all()
        self._tools.clipboard.clear()
        self.message_bar.clear()
        shell, self.shell = self.shell, None
        if shell is not None:
            self.stack.setCurrentWidget(self.unlock_page)
            self.stack.removeWidget(shell)
            shell.hide()
            shell.deleteLater()
        QPixmapCache.clear()
        self.menus.set_unlocked(False)
        return True

    def _wipe_fields(self) -> None:
        """No passphrase stays in a field."""
        self.first_run.wipe()
        self.unlock_page.field.wipe()

    def _locked(self, path: Path | None, why: str, _result: object = None) -> None:
        """The file is closed (or its place has gone); the program begins anew where it may."""
        if self._parts.begin_anew is None or self._wallet is not None:
            return
        self._tools.pictures.close()
        resumed = Resumed(
            vault=path,
            why="" if why == LockReason.ASKED else why,
            theme=self._settings.theme,
            text_size=self._settings.text_size,
            geometry=bytes(self.saveGeometry().data()),
        )
        try:
            self._parts.begin_anew(resumed)
        except OSError:
            return  # locked all the same; only the memory is not a new one

    def resume(self, resumed: Resumed) -> None:
        """Goes on where the program before this one locked."""
        if resumed.geometry:
            self.restoreGeometry(QByteArray(resumed.geometry))
        if resumed.vault is not None:
            self.open_file(resumed.vault)
        if resumed.why:
            self._tools.messages.tell(*why_locked(resumed.why, self.guard.limit))

    # -- Qt

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Qt: closes the file and waits for the workers before the window goes."""
        wallet = self._wallet
        if self._clear_away():
            self._wallet = None
            self._tools.tasks.run_on_vault(partial(closed, wallet), self, Callbacks(error=tell_nobody))
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
        acts: dict[str, Act] = {
            "new": self._make_new,
            "open": self._choose_file,
            "add": self._add,
            "paste": self._paste,
            "lock": self.lock,
            "quit": self.close,
            "share": self._share,
            "check": self._check_again,
            "save": self._save_original,
            "find": self._find,
            "area": self.next_area,
            "bigger": partial(self._step_size, 1),
            "smaller": partial(self._step_size, -1),
            "about": self._about,
            **{place: partial(self._go, place) for place in (CREDENTIALS, SHARING, SETTINGS)},
        }
        fill_menus(self.menus, self.tr, acts, self.choose_theme, self.choose_text_size)

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
        self.guard.warned.connect(self.idle_warning.count)
        self.guard.relaxed.connect(self.idle_warning.clear)
        self.guard.lock.connect(self.lock)
        self.idle_warning.still_here.connect(self.guard.still_here)
        self.session_watch.away.connect(self.lock)

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
        self._open(partial(created, self._parts.desk, path, passphrase), self._file_made, self.first_run)

    def _file_made(self, wallet: OpenWallet) -> None:
        self.first_run.show_done(wallet.path)
        self._hold(wallet)

    def _unlock(self, path: Path, passphrase: bytearray) -> None:
        self._open(partial(opened, self._parts.desk, path, passphrase), self._file_opened, self.unlock_page)

    def _file_opened(self, wallet: OpenWallet) -> None:
        self._hold(wallet)
        self._enter()

    def _open(
        self,
        work: Callable[[Job], OpenWallet],
        done: Callable[[OpenWallet], None],
        page: FirstRunPage | UnlockPage,
    ) -> None:
        """Opens or makes a file on the vault's thread."""

        def refused(error: WalletError) -> None:
            self._opening = False
            page.show_error(error)

        self._opening, self._lock_when_open = True, ""
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=done, error=refused))

    def _hold(self, wallet: OpenWallet) -> None:
        """A file is open from now on, and watched; shut again if the computer went to sleep meanwhile."""
        self._wallet, self._opening = wallet, False
        self._remember_file(wallet.path)
        self.guard.begin(wallet.path)
        if self._lock_when_open:
            self.lock(self._lock_when_open)

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
        to_next_area(self.shell.areas() if self.shell is not None else [self.stack])

    def _about(self) -> None:
        self._tools.messages.tell(
            self.tr("LER Wallet keeps learning and employment records in one encrypted file you own."),
            "wait",
            self.tr("Move with Tab, F6 and the arrow keys. Every command is in the menu bar (Alt)."),
        )
