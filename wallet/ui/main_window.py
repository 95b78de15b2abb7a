"""The one window: what is in sight (first steps, unlock, the open file), menu bar, messages, dropping and locking.

Lives here: moving between those three, and starting the use cases of opening and closing a file.
Does not live here: anything a page does once a file is open (`pages.shell`).
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPixmapCache
from PySide6.QtWidgets import QMainWindow, QMenuBar, QWidget

from wallet.app.shared_computer import find_vaults
from wallet.ui.about import tell_about
from wallet.ui.advising_flow import AdvisingFlow
from wallet.ui.class_flow import ClassFlow, ClassWays
from wallet.ui.file_dialogs import ask_for_wallet, end_questions
from wallet.ui.file_jobs import closed, tell_nobody
from wallet.ui.first_steps import FirstSteps
from wallet.ui.frame import Frame
from wallet.ui.fresh_start import Resumed
from wallet.ui.help_flow import HelpFlow
from wallet.ui.intake import Intake
from wallet.ui.keyboard import to_next_area
from wallet.ui.lock_guard import PRIVATE_SECONDS, SHARED_SECONDS, LockGuard, LockReason
from wallet.ui.lock_words import why_locked
from wallet.ui.memory import Memory
from wallet.ui.mend_flow import MendFlow, WaysOut
from wallet.ui.menu_bar import fill_menus
from wallet.ui.menus import Act, Menus
from wallet.ui.messages import Message
from wallet.ui.next_program import NextProgram
from wallet.ui.one_window import Handed
from wallet.ui.places import CREDENTIALS, SETTINGS, SUFFIX
from wallet.ui.present_file import PresentFile
from wallet.ui.recovery_flow import RecoveryFlow, Ways
from wallet.ui.session_watch import SessionWatch
from wallet.ui.shell_acts import ShellActs
from wallet.ui.tasks import Callbacks
from wallet.ui.window_parts import WindowParts
from wallet.ui.window_place import come_forward, place_of

if TYPE_CHECKING:
    from wallet.ui.pages.add import AddPage
    from wallet.ui.pages.first_run import FirstRunPage
    from wallet.ui.pages.shell import Shell
    from wallet.ui.ports import OpenWallet


class MainWindow(QMainWindow):
    """The window of the wallet."""

    def __init__(self, parts: WindowParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        tools = self._tools = parts.tools
        self.memory = Memory(tools, parts.remember, parts.settings, self)
        self.choose_theme = self.memory.choose_theme
        self.choose_text_size = self.memory.choose_text_size
        self.file = PresentFile(tools, parts.desk, self)
        ways = ClassWays(self._show, self._make_new, self.speak, self.file.now)
        self.classes = ClassFlow(parts, ways, self)
        self._next = NextProgram(parts, self.memory, self.classes.room, self)
        self.shell: Shell | None = None
        self.check_sheet: AddPage | None = None
        self.advising = AdvisingFlow(tools, self.lock, self)
        self.setMinimumSize(QSize(720, 480))
        self.setAcceptDrops(True)
        self.guard = LockGuard(parts.seconds, SHARED_SECONDS if parts.shared else PRIVATE_SECONDS, self)
        self.session_watch = SessionWatch(self)
        self.intake = Intake(tools.messages, self.open_file, lambda: self.shell or self.check_sheet)
        self._tools.messages.told.connect(self.show_message)
        self._tools.tasks.failed.connect(self._tools.messages.error)
        self._tools.look.changed.connect(self._follow)
        self.file.held.connect(self._held)
        self.file.overtaken.connect(self.lock)
        self.guard.lock.connect(self.lock)
        self.session_watch.away.connect(self.lock)
        self._make_pages()
        last = self.memory.settings.last_vault
        self._show_front(last if last is not None and last.is_file() else None)

    @property
    def first_run(self) -> "FirstRunPage":
        """The first steps, made now if nobody has seen them yet."""
        return self.first_steps.page

    # -- opening and closing a file

    def open_file(self, path: Path) -> None:
        """Asks for the passphrase of a file; an open one is locked first."""
        self.lock()
        if self._parts.shared:
            self.first_steps.forget(self._new_place())  # the stick it named may be another person's
        self._show(self.unlock_page)
        self.unlock_page.offer(path)

    def lock(self, why: str = LockReason.ASKED) -> None:
        """Closes the file, destroys every widget with a word of it, begins anew; `why` is told unless it is ASKED."""
        asked = why == LockReason.ASKED
        if self.file.is_opening:
            self.file.lock_when_open("" if asked else why)
            return
        self._wipe_fields()
        wallet = self.file.take()
        left_alone = not asked and self._parts.shared and self.stack.currentWidget() is not self.start_page
        if wallet is None and self.check_sheet is None and not left_alone:
            return
        self._clear_away()
        self._show_front(wallet.path if wallet is not None else None)
        if not asked:
            self._tools.messages.tell(*why_locked(why, self.guard.limit))
        done = partial(self._locked, why)
        work = partial(closed, wallet)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=done, error=done))

    def check_without_file(self) -> None:
        """Checks something and keeps nothing; with a file open, it is the sheet that may also keep it."""
        if self.shell is not None:
            self.shell.open_add()
        elif self.check_sheet is None and not self.file.is_opening:
            from wallet.ui.pages.add import AddPage  # noqa: PLC0415 - the first page does without it

            sheet = self.check_sheet = AddPage(self._tools, self._parts.desk, None)
            sheet.closed.connect(self.lock)
            self.stack.addWidget(sheet)
            self._show(sheet)
            self.guard.begin(None)
            sheet.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_handed(self, handed: Handed) -> None:
        """A later start of the program: this window comes to the front and reviews what that one was to open."""
        come_forward(self)
        at_file = self.unlock_page.path if self.stack.currentWidget() is self.unlock_page else None
        present = self.file.wallet.path if self.file.wallet is not None else at_file
        self.intake.take_handed(handed, present, self.check_without_file)

    def show_message(self, message: Message) -> None:
        """Shows a message at the top of the window."""
        self.message_bar.show_message(message)

    def _show(self, page: QWidget) -> None:
        """Another page. On a shared computer everything but the start page is watched: passphrases are typed there."""
        self.stack.setCurrentWidget(page)
        self.classes.left_for(page)
        self.shared_banner.setVisible(self._parts.shared and page is not self.start_page)
        if self._parts.shared and page is not self.start_page and not self.guard.watching:
            self.guard.begin(None)
        elif page is self.start_page:
            self.guard.end()

    def _show_front(self, path: Path | None) -> None:
        """The page to begin with, or to come back to when a file has been locked."""
        self.classes.forget()
        if self.start_page is not None:
            self.unlock_page.forget()
            self.first_steps.forget(self._new_place())
            self._show(self.start_page)
        elif path is not None:
            self._show(self.unlock_page)
            self.unlock_page.offer(path)
        else:
            self._show(self.first_run)
            self.first_run.go_first()

    def _clear_away(self) -> None:
        """Everything with a word of a credential leaves the window and the clipboard."""
        end_questions()
        self.guard.end()
        if self.shell is not None:
            self.shell.end()
        self._tools.tasks.drop_all()
        self._tools.clipboard.clear()
        self.message_bar.clear()
        gone = self.shell, self.check_sheet, self.advising.take()
        self.shell = self.check_sheet = None
        for page in gone:
            if page is not None:
                self.stack.removeWidget(page)
                page.hide()
                page.deleteLater()
        QPixmapCache.clear()
        self.menus.set_unlocked(False)

    def _wipe_fields(self) -> None:
        """No passphrase stays in a field."""
        self.unlock_page.field.wipe()
        self.recovery.wipe()
        self.mending.wipe()

    def _locked(self, why: str, _result: object = None) -> None:
        """The file is closed (or its place has gone); the program begins anew."""
        if self.file.is_none:
            at = self.stack.currentWidget()
            path = self.unlock_page.path if at is self.unlock_page else self.mending.path_at(at)
            self._next.after_lock(path, why)

    def _become_shared(self) -> None:
        """From now on nothing is kept on this computer."""
        if self.file.is_none:
            self._next.shared()

    def resume(self, resumed: Resumed) -> None:
        """Goes on where the program before this one locked."""
        self.classes.resume(resumed)
        if resumed.geometry:
            self.restoreGeometry(QByteArray(resumed.geometry))
        if resumed.vault is not None and resumed.why == LockReason.DAMAGED:
            self.mending.begin(resumed.vault)
        elif resumed.vault is not None:
            self.open_file(resumed.vault)
        else:
            self._show_front(None)
        if resumed.why:
            self._tools.messages.tell(*why_locked(resumed.why, self.guard.limit))

    def _new_place(self) -> Path | None:
        """Where a new file is offered to go; on a shared computer a stick, if there is one that is not the class's."""
        own = (stick for stick in self._parts.sticks() if not self.classes.is_on(stick))
        return next(own, Path.home()) if self._parts.shared else None

    # -- Qt

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Qt: closes the file and waits for the workers before the window goes."""
        wallet = self.file.take()
        self.memory.remember_place(place_of(self))
        self._wipe_fields()
        self._clear_away()
        self._tools.tasks.run_on_vault(partial(closed, wallet), self, Callbacks(error=tell_nobody))
        self._tools.pictures.close()
        self._tools.tasks.close()
        self._tools.clipboard.clear()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Qt: files and text may be dropped anywhere."""
        if self.intake.accepts(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Qt: files go to the add sheet, a wallet file to the unlock page."""
        event.acceptProposedAction()
        self.intake.take(event.mimeData())

    # -- building

    def speak(self, language: str) -> None:
        """Another language: every page is made anew in it. Offered only where nothing is being typed."""
        self.memory.choose_language(language)
        at_file = self.unlock_page.path if self.stack.currentWidget() is self.unlock_page else None
        if self.shell is not None:
            self.shell.end()
            self.shell = None
        self._make_pages()
        if self.file.wallet is not None:
            self._enter(SETTINGS)
        else:
            self._show_front(at_file)

    def _make_pages(self) -> None:
        """Everything with words in it, as it is before a file is open."""
        frame = Frame(self._parts, self.guard.limit, lambda: find_vaults(self._parts.sticks()))
        self.message_bar, self.idle_warning = frame.message_bar, frame.idle_warning
        self.shared_banner, self.stack = frame.shared_banner, frame.stack
        self.start_page, self.unlock_page = frame.start_page, frame.unlock_page
        ways = Ways(self.file.begin, self.file.hold, self._show, self._enter)
        self.recovery = RecoveryFlow(self._tools, self._parts.desk, self.unlock_page, ways, self.stack)
        self.file.settled.connect(self.recovery.opened)
        self.first_steps = FirstSteps(self._parts, self.recovery, self.file.now, self.stack)
        self.classes.live_in(self.stack, self.start_page, self.first_steps)
        self.mending = MendFlow(self._tools, self._parts.desk, SUFFIX, self.stack)
        self.setWindowTitle(self.tr("LER Wallet"))
        self.setCentralWidget(frame)
        self.setMenuBar(QMenuBar())
        self.menus = Menus(self, self._tools.look)
        self.help = HelpFlow(self._tools, self.menus, self.stack, lambda: self.shell)
        self.classes.materials.connect(self.help.open_materials)
        self._build_menus()
        self._connect()

    def _follow(self) -> None:
        self.menus.follow()

    def _build_menus(self) -> None:
        acts: dict[str, Act] = {
            "new": self._make_new,
            "open": self._choose_file,
            "alone": self.check_without_file,
            "paste": self.intake.paste,
            "mend": self.mending.begin_with_choice,
            "lock": self.lock,
            "quit": self.close,
            "area": self.next_area,
            "bigger": partial(self.memory.step_size, 1),
            "smaller": partial(self.memory.step_size, -1),
            "about": partial(tell_about, self._tools.messages),
            "counselors": self.classes.open,
            **self.help.acts(),
            **ShellActs(lambda: self.shell).all(),
        }
        fill_menus(self.menus, acts, self.choose_theme, self.choose_text_size)

    def _connect(self) -> None:
        self.first_steps.make_file.connect(self._create)
        for page in (self.first_steps, self.unlock_page, self.start_page):
            if page is not None:
                page.text_size.connect(self.choose_text_size)
                page.language.connect(self.speak)
        self.first_steps.finished.connect(self._enter)
        self.first_steps.check.connect(self.check_without_file)
        self.first_steps.share_computer.connect(self._become_shared)
        if self.start_page is not None:
            self.start_page.open_file.connect(self.open_file)
            self.start_page.open_other.connect(self._choose_file)
            self.start_page.make_new.connect(self._make_new)
            self.start_page.check.connect(self.check_without_file)
        home = partial(self._show_front, None)
        for page in (self.first_steps, self.unlock_page):
            page.open_other.connect(self._choose_file)
            page.home.connect(home)
        self.unlock_page.unlock.connect(self._unlock)
        self.unlock_page.mend.connect(self.mending.begin)
        ways = WaysOut(self._show, self.open_file, self._choose_file, self._enter, home, self.lock)
        self.mending.lead(ways, self._parts.sticks, self.file.now)
        self.unlock_page.make_new.connect(self._make_new)
        self.idle_warning.follow(self.guard)

    # -- slots: one use case each

    def _create(self, path: Path, passphrase: bytearray) -> None:
        self.file.create(path, passphrase, self._file_made, self.first_run)

    def _file_made(self, wallet: "OpenWallet") -> None:
        self.first_run.show_done(wallet.path)
        self.file.hold(wallet)

    def _unlock(self, path: Path, passphrase: bytearray) -> None:
        self.file.unlock(path, passphrase, self._file_opened, self.unlock_page)

    def _file_opened(self, wallet: "OpenWallet") -> None:
        self.file.hold(wallet)
        self._enter()

    def _held(self, wallet: "OpenWallet") -> None:
        """A file is open from now on, and watched."""
        self.memory.remember_file(wallet.path)
        self.guard.begin(wallet.path)

    def _enter(self, place: str = CREDENTIALS) -> None:
        """Shows the open file."""
        wallet = self.file.wallet
        if wallet is None or self.mending.stops(wallet):
            return
        from wallet.ui.pages.shell import Shell  # noqa: PLC0415 - loaded behind the first page (`application`)

        self.message_bar.clear()
        self.shell = Shell(self._tools, self._parts.desk, wallet, shared=self._parts.shared)
        self.shell.lock.connect(self.lock)
        self.shell.advise.connect(self._advise)
        self.shell.moved.connect(self.mending.moved)
        self.shell.undo_changed.connect(self.menus.show_undo)
        self.shell.theme.connect(self.choose_theme)
        self.shell.text_size.connect(self.choose_text_size)
        self.shell.language.connect(self.speak)
        self.shell.place_changed.connect(partial(self._show, self.shell))
        self.stack.addWidget(self.shell)
        self._show(self.shell)
        self.menus.set_unlocked(True)
        self.unlock_page.set_busy(False)
        self.shell.begin(place, self.first_steps.take_age())
        self.classes.entered(self.shell)

    def _advise(self) -> None:
        """The learner shows an adviser the screen: nothing of the file's pages stays, and only a lock leads on."""
        wallet = self.file.wallet
        if wallet is not None and self.shell is not None:
            self._clear_away()
            self.guard.begin(wallet.path)
            self._show(self.advising.begin(wallet, self.stack))
            self.menus.actions["lock"].setEnabled(True)

    def _make_new(self) -> None:
        self.lock()
        self.classes.forget()
        self._show(self.first_run)
        self.first_run.begin(self._new_place())
        self.first_run.go_first()

    def _choose_file(self) -> None:
        last = None if self._parts.shared else self.memory.settings.last_vault
        folder = last.parent if last is not None else self._parts.folder
        if (path := ask_for_wallet(self._tools.dialogs, self, folder)) is not None:
            self.open_file(path)

    def next_area(self) -> None:
        """F6: the keyboard goes on to the next part of the window."""
        to_next_area(self.shell.areas() if self.shell is not None else [self.stack])
