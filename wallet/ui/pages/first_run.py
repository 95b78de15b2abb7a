"""The first minutes: what this is, where the file goes, a passphrase, done.

Lives here: the steps and what each asks. Does not live here: making the file (`Desk.create`) or the kit (`kit_desk`).
"""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wallet.errors import WalletError
from wallet.ui.file_dialogs import FileDialogs
from wallet.ui.messages import error_message
from wallet.ui.pages.first_run_about import AboutStep
from wallet.ui.pages.first_run_done import DoneStep
from wallet.ui.pages.first_run_place import PlaceStep
from wallet.ui.pages.first_run_welcome import WelcomeStep
from wallet.ui.pages.front import FrontPage
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Notice, column
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.choices import Stepper
from wallet.ui.widgets.kit_step import KitStep
from wallet.ui.widgets.labels import PlainLabel
from wallet.ui.widgets.new_passphrase import NewPassphrase
from wallet.ui.widgets.reading import ReadingCorner
from wallet.ui.widgets.steps import Steps

WELCOME, PLACE, PASSPHRASE, KIT, ABOUT, DONE = range(6)


class FirstRunPage(QWidget):
    """Six steps to a file of one's own. `make_file` carries the path and the passphrase, which its receiver wipes.

    `class_asked` carries e-mails and a class code, `lists_wanted` the lists of a class that the student ticked.
    """

    make_file = Signal(object, object)
    open_other = Signal()
    check = Signal()
    share_computer = Signal()
    home = Signal()
    text_size = Signal(int)
    language = Signal(str)
    kit_kept = Signal()
    kit_later = Signal()
    about = Signal(str, object)
    class_asked = Signal(object, str)
    lists_wanted = Signal(object)
    finished = Signal()

    def __init__(
        self,
        look: Look,
        dialogs: FileDialogs,
        folder: Path,
        *,
        shared: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Makes the page.

        Args:
            look: theme and text size.
            dialogs: asks for a folder.
            folder: where a new file is offered to go.
            shared: whether others use this computer, too; then the first page is another one (`home`).
            parent: Qt's.
        """
        super().__init__(parent)
        self._shared = shared
        self._looking = False
        self._look = look
        self.steps = Steps(look)
        self.stepper = Stepper(
            look,
            [
                self.tr("Welcome"),
                self.tr("Place"),
                self.tr("Passphrase"),
                self.tr("Recovery kit"),
                self.tr("About you"),
                self.tr("Done"),
            ],
        )
        middle = QWidget()
        inner = column(look, 18)
        inner.addWidget(self.stepper)
        inner.addWidget(self.steps, 1)
        middle.setLayout(inner)
        self.frame = FrontPage(look, middle, self.tr("First steps"))
        layout = column(look, 0)
        layout.addWidget(self.frame)
        self.setLayout(layout)
        welcome = WelcomeStep(look)
        self.check_button, self.share_button = welcome.check_button, welcome.share_button
        self.place = PlaceStep(look, dialogs, folder, shared=shared)
        for step in (
            welcome,
            self.place,
            self._passphrase(),
            self._kit(),
            self._about(),
            self._done(),
        ):
            self.steps.add_page(step)
        self._build_foot()
        self._connect()
        self.go(WELCOME)

    # -- what the window calls

    def go_first(self) -> None:
        """The first of the steps; on a shared computer another page has welcomed already."""
        self.go(PLACE if self._shared else WELCOME)

    def go(self, index: int) -> None:
        """Shows a step and puts the keyboard where it is needed."""
        self.steps.go(index)
        self.stepper.go(index)
        self.frame.middle.to_top()
        self.back.setVisible(index in (PLACE, PASSPHRASE))
        self.open_button.setVisible(index == WELCOME)
        self.reading.offer_language(offered=index == WELCOME)
        self.later.setVisible(index == KIT)
        self.skip.setVisible(index == ABOUT)
        words = (
            self.tr("Make a new file"),
            self.tr("Next: passphrase"),
            self.tr("Make my file"),
            self.tr("I have it"),
            self.tr("Save"),
            self.tr("Start"),
        )
        self.next.set_words(words[index])
        self._judge()
        targets = (
            self.next,
            self.place.name,
            self.first.line,
            self.kit_step.save_button,
            self.about_fields.name,
            self.next,
        )
        targets[index].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, error: WalletError) -> None:
        """The file could not be made; everything typed in the place step is kept."""
        self.set_busy(False)
        message = error_message(error)
        self.trouble.tell("warn", message.happened, f"{message.means} {message.do}")
        self.trouble.show()

    def show_done(self, path: Path) -> None:
        """The file is there."""
        self.set_busy(False)
        self.done_step.show_file(path)
        self.go(KIT)

    def set_busy(self, busy: bool) -> None:
        """While the key is being derived nothing can be pressed twice."""
        self.next.setEnabled(not busy)
        self.back.setEnabled(not busy)
        if busy:
            self.next.set_words(self.tr("Making your file…"))

    def wipe(self) -> None:
        """Empties both passphrase fields, and forgets the words of the kit."""
        self.passphrase.wipe()
        self.kit_step.wipe()
        self.about_step.wipe()

    def begin(self, folder: Path | None = None) -> None:
        """As at the start: nothing typed, nothing chosen."""
        self.wipe()
        self.set_busy(False)
        self.trouble.hide()
        self.done_step.forget()
        self._looking = False
        self.about_step.class_part.offer(None)
        self.place.begin(folder)

    # -- steps

    def _passphrase(self) -> QWidget:
        step = QWidget()
        layout = column(self._look, 10)
        layout.addWidget(PlainLabel(self.tr("Choose a passphrase"), "page"))
        layout.addWidget(
            PlainLabel(
                self.tr(
                    "It locks your file. It never leaves this computer, so nobody can reset it for you: "
                    "not your school, not us. A few random words are easy to remember and hard to guess."
                ),
                "lead",
            )
        )
        self.passphrase = NewPassphrase(self._look, self.tr("Passphrase"))
        self.first, self.second = self.passphrase.first, self.passphrase.second
        self.meter, self.match = self.passphrase.meter, self.passphrase.match
        self.trouble = Notice(self._look, "warn", "")
        self.trouble.hide()
        cost = Notice(
            self._look,
            "warn",
            self.tr("If you forget it, only your recovery kit can open the file."),
            self.tr("You make the kit in the next step. Keep it on paper at home or with someone you trust."),
        )
        layout.addWidget(self.passphrase)
        layout.addWidget(cost)
        layout.addWidget(self.trouble)
        layout.addStretch(1)
        step.setLayout(layout)
        return step

    def _kit(self) -> QWidget:
        step = QWidget()
        layout = column(self._look, 10)
        layout.addWidget(PlainLabel(self.tr("Make your recovery kit"), "page"))
        layout.addWidget(
            PlainLabel(
                self.tr(
                    "One page with 24 words and a square code. If you forget your passphrase, it opens your file."
                ),
                "lead",
            )
        )
        self.kit_step = KitStep(self._look)
        layout.addWidget(self.kit_step)
        layout.addStretch(1)
        step.setLayout(layout)
        return step

    def _about(self) -> QWidget:
        step = self.about_step = AboutStep(self._look)
        self.about_fields, self.age, self.take_age = step.fields, step.age, step.take_age
        return step

    def _done(self) -> QWidget:
        step = self.done_step = DoneStep(self._look)
        self.made, self.waiting, self.outlook = step.made, step.waiting, step.outlook
        return step

    # -- behaviour

    def _build_foot(self) -> None:
        self.reading = ReadingCorner(self._look)
        self.frame.corner.addWidget(self.reading)
        self.back = Button(self._look, self.tr("Back"), "arrow-left")
        self.open_button = Button(self._look, self.tr("Open my file"), "folder")
        self.later = Button(self._look, self.tr("Later"), "", "link")
        self.skip = Button(self._look, self.tr("Skip"))
        self.next = Button(self._look, self.tr("Make a new file"), "", "primary")
        self.frame.foot.addWidget(self.back)
        self.frame.foot.addWidget(self.open_button)
        self.frame.foot.addStretch(1)
        self.frame.foot.addWidget(self.later)
        self.frame.foot.addWidget(self.skip)
        self.frame.foot.addWidget(self.next)

    def _connect(self) -> None:
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.open_button.clicked.connect(self.open_other)
        self.check_button.clicked.connect(self.check)
        self.share_button.clicked.connect(self.share_computer)
        self.reading.size_field.picked.connect(self.text_size)
        self.reading.language_field.picked.connect(self.language)
        self.passphrase.changed.connect(self._judge)
        self.passphrase.submitted.connect(self._go_on)
        self.kit_step.changed.connect(self._judge)
        self.later.clicked.connect(self._leave_kit)
        self.skip.clicked.connect(self._skip)
        self.about_step.changed.connect(self._judge)
        self.about_step.submitted.connect(self._go_on)
        self.place.changed.connect(self._judge)
        self.place.name.returnPressed.connect(self._go_on)

    def _judge(self) -> None:
        """Whether the present step may be left, with the reason beside the field when it may not."""
        index = self.steps.index
        if index == PLACE:
            self.next.setEnabled(self.place.acceptable)
        elif index == PASSPHRASE:
            self.next.setEnabled(self.passphrase.acceptable)
        elif index == KIT:
            self.next.setEnabled(self.kit_step.is_kept)
        elif index == ABOUT:
            self.next.setEnabled(not self.about_step.is_empty and not self._looking)
            width = max(self.skip.sizeHint().width(), self.next.sizeHint().width())
            self.skip.setMinimumWidth(width)  # skipping is as large as saving
            self.next.setMinimumWidth(width)
        else:
            self.next.setEnabled(True)

    def _go_back(self) -> None:
        if self._shared and self.steps.index == PLACE:
            self.home.emit()
        else:
            self.go(self.steps.index - 1)

    def _go_on(self) -> None:
        index = self.steps.index
        if not self.next.isEnabled():
            return
        if index in (WELCOME, PLACE):
            self.go(index + 1)
        elif index == PASSPHRASE:
            self.trouble.hide()
            self.set_busy(True)
            self.make_file.emit(self.place.path, self.passphrase.take())
        elif index == KIT:
            self.kit_kept.emit()
            self._end_kit(has_kit=True)
        elif index == ABOUT:
            self._save_about()
        else:
            self.finished.emit()

    def _save_about(self) -> None:
        """What the pack of a class holds for this e-mail is looked for first, so that a slip can be mended."""
        part = self.about_step.class_part
        if part.is_asked:
            self._looking = True
            self.next.set_words(self.tr("Looking into the class pack…"))
            self._judge()
            self.class_asked.emit(self.about_fields.lines, part.code.text())
        else:
            self.class_found(0)

    def class_found(self, count: int) -> None:
        """So many files wait in the class pack; what was typed is kept, and the lists that were ticked."""
        self._looking = False
        if not self.about_fields.is_empty:
            self.about.emit(self.about_fields.name.text(), self.about_fields.lines)
        self.lists_wanted.emit(self.about_step.class_part.chosen)
        self._end_about()
        self.done_step.show_waiting(count)

    def class_refused(self, error: WalletError) -> None:
        """Nothing was found; everything typed is kept."""
        self._looking = False
        self.next.set_words(self.tr("Save"))
        self._judge()
        self.about_step.class_part.show_error(error)

    def _skip(self) -> None:
        self._looking = False
        self.about_step.skip()
        self._end_about()

    def _end_about(self) -> None:
        self.about_step.wipe()
        self.waiting.hide()
        self.go(DONE)

    def _leave_kit(self) -> None:
        self.kit_later.emit()
        self._end_kit(has_kit=False)

    def _end_kit(self, *, has_kit: bool) -> None:
        self.done_step.show_kit(has_kit=has_kit)
        self.go(ABOUT)
