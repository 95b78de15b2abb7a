"""What a counselor does with the window, and what a class pack brings to the first steps of its students.

Lives here: between the pages and the class desk. Does not live here: the pages (`pages.counselor`, `pages.class_maker`,
`pages.class_part`), packs (`class_cases`), the count (`class_room`).

A student's part ends with the student: what was found for one waits here only until the review list has it, and goes
at every lock.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaMethod, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from wallet.errors import WalletError
from wallet.ui.class_ports import ClassDesk, ClassMade, ClassToday, PackedIssuers
from wallet.ui.class_room import ClassCount, ClassRoom
from wallet.ui.first_steps import FirstSteps
from wallet.ui.fresh_start import Resumed
from wallet.ui.languages import spoken
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.window_parts import WindowParts

if TYPE_CHECKING:
    from wallet.ui.pages.class_maker import ClassMaker
    from wallet.ui.pages.counselor import CounselorPage
    from wallet.ui.pages.first_run import FirstRunPage
    from wallet.ui.pages.sheet import Sheet
    from wallet.ui.pages.shell import Shell
    from wallet.ui.pages.start import StartPage
    from wallet.ui.ports import Desk, Incoming, OpenWallet


PLACE = 1
"""The first of the first steps in a class: another page has welcomed already."""


def _tell_nobody(error: WalletError) -> None:
    """The line about the class says that its pack is not there."""
    del error


@dataclass(frozen=True, slots=True)
class ClassWays:
    """What the window does for a class."""

    show: Callable[[QWidget], None]
    make_new: Callable[[], None]
    speak: Callable[[str], None]
    open_now: "Callable[[], OpenWallet | None]"


class ClassFlow(QObject):
    """One class. `materials` asks for the page with hand-outs, whose door is there when somebody listens to it."""

    materials = Signal()

    def __init__(self, parts: WindowParts, ways: ClassWays, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = parts.tools
        self._desk = parts.desk
        self._classes = parts.classes
        self._folder = parts.folder
        self._ways = ways
        self.room = ClassRoom(self)
        self._stack: QStackedWidget | None = None
        self._before: QWidget | None = None
        self.page: CounselorPage | None = None
        self.maker: ClassMaker | None = None
        self._steps: FirstRunPage | None = None
        self._setting_up = False
        self._waiting: Sequence[Incoming] = ()

    # -- what the window calls

    def live_in(self, stack: QStackedWidget, start: "StartPage | None", first_steps: FirstSteps) -> None:
        """The pages are new: where this one's are shown from now on, and the page that shows the count."""
        self._stack, self._before = stack, None
        self.page = self.maker = None
        first_steps.made.connect(self.connect_steps)
        if start is not None:
            start.counselors.connect(self.open)
            start.show_class(self.room)
            start.class_line.next_student.connect(self.next_student)
            start.class_line.look_again.connect(self.look_again)

    def open(self) -> None:
        """The page for counselors, over whatever is in sight."""
        from wallet.ui.pages.counselor import CounselorPage  # noqa: PLC0415 - few starts need it

        if self.page is not None or self._stack is None:
            return
        before = self._stack.currentWidget()
        page = self.page = CounselorPage(self._tools.look, self.room)
        page.closed.connect(self._leave)
        page.make_pack.connect(self._open_maker)
        page.open_pack.connect(self._choose_pack)
        page.print_tickets.connect(self._write_tickets)
        page.end_class.connect(self.room.end)
        page.materials.connect(self.materials)
        page.show_materials(offered=self.isSignalConnected(QMetaMethod.fromSignal(self.materials)))
        page.line.next_student.connect(self.next_student)
        page.line.look_again.connect(self.look_again)
        self._bring(page)
        self._before = before

    def left_for(self, page: QWidget) -> None:
        """Another page is in sight: those of this one go, unless it is one of them."""
        if page is self.page or page is self.maker or self._stack is None:
            return
        gone, self.maker, self.page = (self.maker, self.page), None, None
        self._before = None
        for one in gone:
            if one is not None:
                one.end()
                self._stack.removeWidget(one)
                one.hide()
                one.deleteLater()

    def forget(self) -> None:
        """A file locks, or somebody else begins: nothing of a student stays."""
        self._setting_up = self.room.next_waits = False
        self._waiting = ()

    def is_on(self, stick: Path) -> bool:
        """Whether today's pack lies there, so that it is the counselor's own."""
        counted = self.room.counted
        return counted is not None and counted.path.is_relative_to(stick)

    def resume(self, resumed: Resumed) -> None:
        """The class of the program before this one."""
        if resumed.class_pack is not None:
            self.room.expect(ClassCount(resumed.class_pack, resumed.class_done, resumed.class_seats))
            self._open_expected(resumed.class_pack, self._resumed if resumed.class_next else self.room.open)

    def connect_steps(self, page: "FirstRunPage") -> None:
        """The first steps have been made."""
        self._steps = page
        page.class_asked.connect(partial(self._look_for, page))
        page.lists_wanted.connect(self._keep_lists)

    def next_student(self) -> None:
        """The first steps, with today's class in them."""
        today = self.room.today
        if today is None:
            return
        was_open = self._ways.open_now() is not None
        self._ways.make_new()  # locks a file that is open, and the program begins anew
        self.room.next_waits = was_open
        if today.language and today.language != spoken():
            self._ways.speak(today.language)
            self._ways.make_new()
        if self._steps is not None:
            self._setting_up = True
            self._steps.about_step.class_part.offer(today)
            self._steps.go(PLACE)

    def entered(self, shell: "Shell") -> None:
        """The student's file is in sight: they are counted, and what was found waits in the ordinary review list."""
        if not self._setting_up:
            return
        self._setting_up = False
        self.room.count()
        waiting, self._waiting = self._waiting, ()
        if not waiting:
            return
        if shell.sheet is None:
            shell.adding.review(waiting)
        else:  # an adult chooses a code word first
            shell.sheet.closed.connect(
                lambda: QTimer.singleShot(0, shell, lambda: shell.adding.review(waiting))
            )

    def look_again(self) -> None:
        """Opens the pack that is expected; it may be on a stick that was away."""
        counted = self.room.counted
        if counted is not None:
            self._open_expected(counted.path, self.room.open, self._show_error)

    def _open_expected(
        self,
        path: Path,
        done: Callable[[ClassToday], None],
        error: Callable[[WalletError], None] = _tell_nobody,
    ) -> None:
        work = partial(_opened, self._classes, path)
        self._tools.tasks.run(work, self, Callbacks(done=done, error=error))

    def _resumed(self, today: ClassToday) -> None:
        """The program before this one locked a file for the next student."""
        self.room.open(today)
        self.next_student()

    # -- pages

    def _bring(self, page: "Sheet") -> None:
        assert self._stack is not None
        self._stack.addWidget(page)
        self._ways.show(page)
        page.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        if self._before is not None:
            self._ways.show(self._before)

    def _open_maker(self) -> None:
        from wallet.ui.pages.class_maker import ClassMaker  # noqa: PLC0415 - few counselors need it at every class

        maker = self.maker = ClassMaker(self._tools, self._classes, self._folder)
        maker.closed.connect(self._close_maker)
        maker.made.connect(self._made)
        self._bring(maker)

    def _close_maker(self) -> None:
        maker, self.maker = self.maker, None
        if maker is not None and self._stack is not None and self.page is not None:
            self._ways.show(self.page)
            self._stack.removeWidget(maker)
            maker.hide()
            maker.deleteLater()
            self.page.make.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, made: ClassMade) -> None:
        self.room.open(made.today)
        self._close_maker()
        if self.page is None:
            return
        words = self.tr("{name} is ready, and open for today.").format(name=made.today.path.name)
        if made.today.has_items:
            self.page.offer_code(made.code)
            words = self.tr(
                "{name} is ready, and open for today. Its class code is {code}. Save the tickets now: the code stands "
                "nowhere in the pack."
            ).format(name=made.today.path.name, code=made.code)
        self.page.tell(words)

    def _choose_pack(self) -> None:
        kinds = self.tr("Class packs (*.lerclass)")
        path = self._tools.dialogs.open_file(
            self._parent_of_dialogs(), self.tr("Open a class pack"), self._folder, kinds
        )
        if path is not None:
            callbacks = Callbacks(done=self._opened, error=self._show_error)
            self._tools.tasks.run(partial(_opened, self._classes, path), self, callbacks)

    def _opened(self, today: ClassToday) -> None:
        self.room.open(today)
        if self.page is not None:
            self.page.trouble.hide()
            self.page.line.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write_tickets(self, code: str) -> None:
        today = self.room.today
        if today is None:
            return
        name = self.tr("tickets") + ".pdf"
        out = self._tools.dialogs.save_file(
            self._parent_of_dialogs(), self.tr("Save the tickets"), name, "PDF (*.pdf)"
        )
        if out is not None:
            out = out if out.suffix.lower() == ".pdf" else out.with_name(out.name + ".pdf")
            language = today.language or spoken()
            work = partial(_tickets_written, self._classes, today, (code, language), out)
            self._tools.tasks.run(work, self, Callbacks(done=self._tickets_saved, error=self._show_error))

    def _tickets_saved(self, name: str) -> None:
        if self.page is not None:
            self.page.tell(self.tr("Saved as {name}. Print it and cut along the lines.").format(name=name))

    def _parent_of_dialogs(self) -> QWidget:
        assert self._stack is not None
        return self._stack

    def _show_error(self, error: WalletError) -> None:
        if self.page is not None:
            self.page.show_error(error)
        else:
            self._tools.messages.error(error)

    # -- one student

    def _look_for(self, page: "FirstRunPage", emails: Sequence[str], code: str) -> None:
        today = self.room.today
        if today is None:
            page.class_found(0)
            return
        work = partial(_items, self._classes, self._desk, today, (tuple(emails), code))
        callbacks = Callbacks(done=partial(self._found, page), error=page.class_refused)
        self._tools.tasks.run(work, self, callbacks)

    def _found(self, page: "FirstRunPage", incoming: "Sequence[Incoming]") -> None:
        if self._setting_up and self._ways.open_now() is not None:
            self._waiting = incoming
            page.class_found(len(incoming))

    def _keep_lists(self, lists: Sequence[PackedIssuers]) -> None:
        wallet = self._ways.open_now()
        if wallet is not None and lists:
            self._tools.tasks.run_on_vault(partial(_lists_kept, wallet, lists), self, Callbacks())


def _opened(classes: ClassDesk, path: Path, job: Job) -> ClassToday:
    del job
    return classes.open(path)


def _tickets_written(
    classes: ClassDesk, today: ClassToday, words: tuple[str, str], out: Path, job: Job
) -> str:
    del job
    code, language = words
    classes.write_tickets(today, code, language, out)
    return out.name


def _items(
    classes: ClassDesk, desk: "Desk", today: ClassToday, words: tuple[Sequence[str], str], job: Job
) -> "Sequence[Incoming]":
    """What is in a student's archives, each by its own."""
    del job
    emails, code = words
    archives = classes.items(today, emails, code)
    return [one for data in archives for one in desk.read_text(today.path.name, data)]


def _lists_kept(wallet: "OpenWallet", lists: Sequence[PackedIssuers], job: Job) -> None:
    del job
    for packed in lists:
        wallet.take_list(packed.title, packed.body)
