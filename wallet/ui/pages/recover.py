"""Forgotten passphrase: the recovery kit opens the file, a new passphrase is chosen, and a new kit is made.

Lives here: the three steps and what each asks. Does not live here: opening the file (`Desk.recover`).
"""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from wallet.errors import RecoveryKitError, WalletError
from wallet.ui.messages import error_message
from wallet.ui.pages.front import FrontPage
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Notice, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.choices import Stepper
from wallet.ui.widgets.kit_step import KitStep
from wallet.ui.widgets.labels import PlainLabel
from wallet.ui.widgets.new_passphrase import NewPassphrase
from wallet.ui.widgets.steps import Steps

KIT, PASSPHRASE, NEW_KIT = range(3)
_WORDS = 24


class RecoverPage(QWidget):
    """`recover` carries the path, what the kit says, and the new passphrase, which its receiver wipes."""

    recover = Signal(object, object, object)
    choose_picture = Signal()
    left = Signal()
    kept = Signal()
    later = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._path = Path()
        self._picture = b""
        self.steps = Steps(look)
        self.stepper = Stepper(look, [self.tr("Recovery kit"), self.tr("New passphrase"), self.tr("New kit")])
        self.words = QPlainTextEdit()
        self.count = PlainLabel("", "secondary")
        self.picture = Button(look, self.tr("Choose a picture of the square code"), "qr")
        self.trouble = Notice(look, "warn", "")
        self.passphrase = NewPassphrase(look, self.tr("New passphrase"))
        self.trouble_below = Notice(look, "warn", "")
        self.kit_step = KitStep(look)
        for step in (self._kit(), self._passphrase(), self._new_kit()):
            self.steps.add_page(step)
        middle = QWidget()
        inner = column(look, 18)
        inner.addWidget(self.stepper)
        inner.addWidget(self.steps, 1)
        middle.setLayout(inner)
        self.frame = FrontPage(look, middle, self.tr("Forgotten passphrase"))
        layout = column(look, 0)
        layout.addWidget(self.frame)
        self.setLayout(layout)
        self.back = Button(look, self.tr("Back"), "arrow-left")
        self.later_button = Button(look, self.tr("Later"), "", "link")
        self.next = Button(look, "", "", "primary")
        self.frame.foot.addWidget(self.back)
        self.frame.foot.addStretch(1)
        self.frame.foot.addWidget(self.later_button)
        self.frame.foot.addWidget(self.next)
        self._connect()
        self.go(KIT)

    # -- what the window calls

    @property
    def path(self) -> Path:
        """The file that would be opened."""
        return self._path

    def offer(self, path: Path) -> None:
        """Begins anew for this file."""
        self._path = path
        self.wipe()
        self.name.setText(self.tr("For {name}").format(name=path.name))
        self.go(KIT)

    def go(self, index: int) -> None:
        """Shows a step and puts the keyboard where it is needed."""
        self.steps.go(index)
        self.stepper.go(index)
        self.frame.middle.to_top()
        self.back.setVisible(index != NEW_KIT)
        self.later_button.setVisible(index == NEW_KIT)
        self.next.set_words(
            (self.tr("Next: new passphrase"), self.tr("Open my file"), self.tr("I have it"))[index]
        )
        self._judge()
        targets = (self.words, self.passphrase.first.line, self.kit_step.save_button)
        targets[index].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_picture(self, name: str, picture: bytes) -> None:
        """A picture was chosen in place of the words."""
        self._picture = picture
        self.words.clear()
        self.count.setText(self.tr("The code in {name} will be used.").format(name=name))
        self.trouble.hide()
        self._judge()

    def show_error(self, error: WalletError) -> None:
        """Why the file did not open; a kit that does not fit is looked at again."""
        self.set_busy(False)
        message = error_message(error)
        happened = message.happened
        positions = error.positions if isinstance(error, RecoveryKitError) else ()
        if positions:
            numbers = ", ".join(map(str, positions))
            happened = self.tr("Look at word {numbers} again.").format(numbers=numbers)
        kit_is_wrong = isinstance(error, RecoveryKitError) or bool(self._picture)
        place = self.trouble if kit_is_wrong else self.trouble_below
        place.tell("warn", happened, f"{message.means} {message.do}")
        place.show()
        self.go(KIT if kit_is_wrong else PASSPHRASE)

    def show_new_kit(self) -> None:
        """The file is open under its new passphrase; the old kit is void."""
        self.set_busy(False)
        self.words.clear()
        self._picture = b""
        self.go(NEW_KIT)

    def set_busy(self, busy: bool) -> None:
        """While the key is being derived nothing can be pressed twice."""
        self.back.setEnabled(not busy)
        if busy:
            self.next.setEnabled(False)
            self.next.set_words(self.tr("Opening your file…"))

    def wipe(self) -> None:
        """No word of a kit and no passphrase stays, undo steps included."""
        self.words.clear()
        self.words.document().clearUndoRedoStacks()
        self._picture = b""
        self.count.setText("")
        self.passphrase.wipe()
        self.kit_step.wipe()
        for notice in (self.trouble, self.trouble_below):
            notice.hide()

    # -- steps

    def _kit(self) -> QWidget:
        step = QWidget()
        layout = column(self._look, 10)
        layout.addWidget(PlainLabel(self.tr("Open it with your recovery kit"), "page"))
        self.name = PlainLabel("", "secondary_strong")
        layout.addWidget(self.name)
        layout.addWidget(
            PlainLabel(
                self.tr(
                    "Type the 24 words from the page you kept. The first four letters of each are enough. "
                    "Capitals and accents do not matter."
                ),
                "lead",
            )
        )
        self.words.setAccessibleName(self.tr("The 24 words"))
        self.words.setTabChangesFocus(True)
        self.words.setUndoRedoEnabled(False)
        self.words.setFixedHeight(self._look.px(110))
        layout.addWidget(self.words)
        line = row(self._look, 12)
        line.addWidget(self.count, 1)
        line.addWidget(self.picture)
        layout.addLayout(line)
        self.trouble.hide()
        layout.addWidget(self.trouble)
        layout.addWidget(
            Notice(
                self._look,
                "wait",
                self.tr("No kit? Then nobody can open this file, and nobody can make an exception."),
                self.tr(
                    "Keep the file all the same: the passphrase may come back to you. Ask the schools and "
                    "employers for new copies, and begin a new file with them."
                ),
            )
        )
        layout.addStretch(1)
        step.setLayout(layout)
        return step

    def _passphrase(self) -> QWidget:
        step = QWidget()
        layout = column(self._look, 10)
        layout.addWidget(PlainLabel(self.tr("Choose a new passphrase"), "page"))
        layout.addWidget(
            PlainLabel(
                self.tr("It takes the place of the one you forgot. The old one will not work any more."),
                "lead",
            )
        )
        layout.addWidget(self.passphrase)
        self.trouble_below.hide()
        layout.addWidget(self.trouble_below)
        layout.addStretch(1)
        step.setLayout(layout)
        return step

    def _new_kit(self) -> QWidget:
        step = QWidget()
        layout = column(self._look, 10)
        layout.addWidget(PlainLabel(self.tr("Make a new recovery kit"), "page"))
        layout.addWidget(
            PlainLabel(
                self.tr("Your file is open. The kit you used is void now: tear it up, and keep this one."),
                "lead",
            )
        )
        layout.addWidget(self.kit_step)
        layout.addStretch(1)
        step.setLayout(layout)
        return step

    # -- behaviour

    def _connect(self) -> None:
        self.words.textChanged.connect(self._typed)
        self.picture.clicked.connect(self.choose_picture)
        self.passphrase.changed.connect(self._judge)
        self.passphrase.submitted.connect(self._go_on)
        self.kit_step.changed.connect(self._judge)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.later_button.clicked.connect(self.later)

    def _typed(self) -> None:
        number = len(self.words.toPlainText().split())
        if number:
            self._picture = b""
            self.count.setText(self.tr("{number} of 24 words").format(number=number))
        elif not self._picture:
            self.count.setText("")
        self._judge()

    def _judge(self) -> None:
        index = self.steps.index
        if index == KIT:
            typed = self.words.toPlainText()
            self.next.setEnabled(bool(self._picture) or len(typed.split()) >= _WORDS or "LERKIT1:" in typed)
        elif index == PASSPHRASE:
            self.next.setEnabled(self.passphrase.acceptable)
        else:
            self.next.setEnabled(self.kit_step.is_kept)

    def _go_back(self) -> None:
        if self.steps.index == KIT:
            self.wipe()
            self.left.emit()
        else:
            self.go(KIT)

    def _go_on(self) -> None:
        if not self.next.isEnabled():
            return
        if self.steps.index == KIT:
            self.trouble.hide()
            self.go(PASSPHRASE)
        elif self.steps.index == PASSPHRASE:
            self.trouble_below.hide()
            given = self._picture or self.words.toPlainText().encode("utf-8")
            self.set_busy(True)
            self.recover.emit(self._path, given, self.passphrase.take())
        else:
            self.kept.emit()
