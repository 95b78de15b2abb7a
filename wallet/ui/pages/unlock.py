"""The page that opens a file: one job, one field."""

import math
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from wallet.app.wrong_tries import WrongTries
from wallet.errors import Reason, WalletError
from wallet.ui.messages import error_message
from wallet.ui.pages.front import FrontPage
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Notice, Surface, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.fields import PassphraseField
from wallet.ui.widgets.labels import IconLabel, PlainLabel
from wallet.ui.widgets.reading import ReadingCorner

_LOOK_AGAIN = 200  # milliseconds between two looks at the clock while waiting


class UnlockPage(QWidget):
    """Names the file and asks for its passphrase.

    `unlock` carries the path and the passphrase, which its receiver wipes.
    """

    unlock = Signal(object, object)
    open_other = Signal()
    make_new = Signal()
    forgot = Signal(object)
    mend = Signal(object)
    home = Signal()
    text_size = Signal(int)
    language = Signal(str)

    def __init__(
        self,
        look: Look,
        seconds: Callable[[], float],
        *,
        shared: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Makes the page.

        Args:
            look: theme and text size.
            seconds: a clock that only goes forward.
            shared: whether others use this computer, too; then there is a way back to the start page.
            parent: Qt's.
        """
        super().__init__(parent)
        self._tries = WrongTries(seconds)
        self._pause = QTimer(self)
        self._pause.setInterval(_LOOK_AGAIN)
        self._pause.timeout.connect(self._typed)
        self._look = look
        self._path = Path()
        self._busy = False
        self.name = PlainLabel("", "strong")
        self.place = PlainLabel("", "secondary")
        self.field = PassphraseField(look, self.tr("Passphrase"))
        self.trouble = Notice(look, "warn", "")
        self.mend_button = Button(look, self.tr("Mend it, or put a copy back"), "file-check")
        self.forgot_button = Button(look, self.tr("Forgot your passphrase?"), "", "link")
        middle = QWidget()
        self._build(middle)
        self.frame = FrontPage(look, middle, self.tr("Unlock your file"))
        self.reading = ReadingCorner(look)
        self.reading.size_field.picked.connect(self.text_size)
        self.reading.language_field.picked.connect(self.language)
        self.frame.corner.addWidget(self.reading)
        self.other = Button(look, self.tr("Open another file"), "folder")
        self.new = Button(look, self.tr("Make a new file"), "plus", "link")
        self.button = Button(look, self.tr("Unlock"), "unlock", "primary")
        self.back = Button(look, self.tr("Back"), "arrow-left")
        self.back.clicked.connect(self.home)
        if shared:
            self.frame.foot.addWidget(self.back)
        self.frame.foot.addWidget(self.other)
        if not shared:  # there the start page offers it
            self.frame.foot.addWidget(self.new)
        self.frame.foot.addStretch(1)
        self.frame.foot.addWidget(self.button)
        layout = column(look, 0)
        layout.addWidget(self.frame)
        self.setLayout(layout)
        self.button.clicked.connect(self._submit)
        self.field.line.returnPressed.connect(self._submit)
        self.field.line.textChanged.connect(self._typed)
        self.other.clicked.connect(self.open_other)
        self.new.clicked.connect(self.make_new)
        self.forgot_button.clicked.connect(self._forgot)
        self.mend_button.clicked.connect(self._mend)
        self._typed()

    @property
    def path(self) -> Path:
        """The file that would be opened."""
        return self._path

    def offer(self, path: Path) -> None:
        """Asks for the passphrase of this file."""
        self._path = path
        self.name.setText(path.name)
        self.place.setText(self.tr("in {folder}").format(folder=path.parent))
        self.trouble.hide()
        self.mend_button.hide()
        self.field.wipe()
        self.field.set_bad(False)
        self.set_busy(False)
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Names no file any more."""
        self._path = Path()
        self.name.setText("")
        self.place.setText("")
        self.trouble.hide()
        self.field.wipe()

    def show_error(self, error: WalletError) -> None:
        """Why the file did not open; the field is empty and ready for another try."""
        if error.reason is Reason.WRONG_PASSPHRASE:
            self._tries.note()
        self.set_busy(False)
        message = error_message(error)
        self.trouble.tell(
            "warn", message.happened, " ".join(part for part in (message.means, message.do) if part)
        )
        self.trouble.show()
        self.mend_button.setVisible(error.reason is Reason.VAULT_DAMAGED)
        self.field.set_bad(error.reason is Reason.WRONG_PASSPHRASE)
        self.field.line.setAccessibleDescription(message.spoken)
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:
        """While the key is being derived nothing can be pressed twice."""
        self.other.setEnabled(not busy)
        self.new.setEnabled(not busy)
        self.forgot_button.setEnabled(not busy)
        self.reading.language_field.setEnabled(not busy)
        self.field.line.setEnabled(
            not busy
        )  # the last: the keyboard is here, and looks for its next place once
        self._busy = busy
        self._typed()

    def _build(self, middle: QWidget) -> None:
        layout = column(self._look, 12)
        layout.addStretch(1)
        layout.addWidget(PlainLabel(self.tr("Unlock your file"), "page"))
        box = Surface("sunken")
        inner = row(self._look, 12, (14, 12, 14, 12))
        inner.addWidget(IconLabel(self._look, "lock", "primary", 22))
        words = column(self._look, 2)
        words.addWidget(self.name)
        words.addWidget(self.place)
        inner.addLayout(words, 1)
        box.setLayout(inner)
        layout.addWidget(box)
        label = PlainLabel(self.tr("Passphrase"), "strong")
        label.setBuddy(self.field.line)
        layout.addSpacing(self._look.px(4))
        layout.addWidget(label)
        layout.addWidget(self.field)
        self.trouble.hide()
        layout.addWidget(self.trouble)
        self.mend_button.hide()
        layout.addWidget(self.mend_button, 0, Qt.AlignmentFlag.AlignLeft)
        hint = row(self._look, 12)
        hint.addWidget(
            PlainLabel(self.tr("Nobody can reset it. Your recovery kit opens the file without it."), "hint"),
            1,
        )
        hint.addWidget(self.forgot_button)
        layout.addLayout(hint)
        layout.addStretch(2)
        middle.setLayout(layout)

    def opened(self) -> None:
        """The right passphrase came: the next slip costs nothing again."""
        self._tries.forget()

    def _typed(self) -> None:
        """Whether the button may be pressed; after wrong tries it counts the seconds until it may."""
        pause = math.ceil(self._tries.pause)
        if self._busy:
            self.button.set_words(self.tr("Unlocking…"))
        elif pause:
            self.button.set_words(self.tr("Try again in {seconds} s").format(seconds=pause))
        else:
            self.button.set_words(self.tr("Unlock"))
        self.button.setEnabled(bool(self.field.text()) and not self._busy and not pause)
        if bool(pause) != self._pause.isActive():
            (self._pause.start if pause else self._pause.stop)()

    def _forgot(self) -> None:
        self.field.wipe()
        self.forgot.emit(self._path)

    def _mend(self) -> None:
        self.field.wipe()
        self.mend.emit(self._path)

    def _submit(self) -> None:
        if self.button.isEnabled():
            self.trouble.hide()
            self.mend_button.hide()
            self.field.set_bad(False)
            passphrase = self.field.take()
            self.set_busy(True)
            self.unlock.emit(self._path, passphrase)
