"""The sheet that takes a receiver's request: from a file, a picture of its code, or pasted text.

Lives here: taking it and saying what is wrong with it. Does not live here: reading it (`OpenWallet.asked`), answering
it (`share.answer_sheet`). Reading a request sends nothing.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from wallet.errors import Reason, SharingError, WalletError
from wallet.ui.guardian_ports import AgeRule
from wallet.ui.messages import error_message
from wallet.ui.pages.sheet import Sheet
from wallet.ui.ports import Desk, OpenWallet
from wallet.ui.request_ports import AskedShare
from wallet.ui.tasks import Callbacks, Job, Task
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Content, Middle, Notice, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.drop_zone import DashedBox
from wallet.ui.widgets.labels import IconLabel, PlainLabel

Read = tuple[AskedShare, AgeRule]


class RequestSheet(Sheet):
    """`read` carries what was asked and what is kept about the learner's age."""

    read = Signal(object)

    def __init__(self, tools: Tools, desk: Desk, wallet: OpenWallet, parent: QWidget | None = None) -> None:
        super().__init__(tools.look, parent)
        self._tools = tools
        self._desk = desk
        self._wallet = wallet
        self._task: Task | None = None
        self.set_title(self.tr("Answer a request"))
        self.intro.setText(
            self.tr(
                "Somebody asks for your credentials with a file, a code or a text. Reading it sends nothing to anybody."
            )
        )
        self.choose = Button(self.look, self.tr("Choose a file"), "file-plus")
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("The text of a request"))
        self.text.setTabChangesFocus(True)
        self.text.setMaximumHeight(self.look.px(120))
        self.read_text = Button(self.look, self.tr("Read this text"), "check", "primary")
        self.trouble = Notice(self.look, "warn", "")
        self.trouble.hide()
        self.cancel = Button(self.look, self.tr("Cancel"))
        self._build()
        self.close_button.clicked.connect(self.leave)
        self.cancel.clicked.connect(self.leave)
        self.choose.clicked.connect(self._choose)
        self.read_text.clicked.connect(self._read_typed)
        self.text.textChanged.connect(self._judge)
        self._judge()

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.choose

    def take_files(self, names: Sequence[str]) -> None:
        """Reads the one that was dropped or chosen."""
        if len(names) != 1:
            self._refused(SharingError(Reason.REQUEST_INVALID, f"{len(names)} files"))
            return
        self._begin()
        work = partial(_found, self._desk, Path(names[0]))
        self._task = self._tools.tasks.run(work, self, Callbacks(done=self.take_text, error=self._refused))

    def take_text(self, text: str) -> None:
        """Reads what was pasted, or what was in a file or code."""
        self._begin()
        work = partial(_asked, self._wallet, text)
        self._task = self._tools.tasks.run_on_vault(
            work, self, Callbacks(done=self._done, error=self._refused)
        )

    def leave(self) -> None:
        """Leaves; nothing was kept of it."""
        if self._task is not None:
            self._task.drop()
        self.closed.emit()

    def _build(self) -> None:
        zone = DashedBox(self.look)
        line = row(self.look, 14, (20, 14, 16, 14))
        line.addWidget(IconLabel(self.look, "upload", "primary", 28))
        words = column(self.look, 1)
        words.addWidget(PlainLabel(self.tr("Drop the request here, or"), "strong"))
        words.addWidget(PlainLabel(self.tr("A file, or a picture of its QR code"), "secondary"))
        line.addLayout(words, 1)
        line.addWidget(self.choose)
        zone.setLayout(line)
        layout = column(self.look, 10, (2, 2, 6, 4))
        layout.addWidget(zone)
        label = PlainLabel(self.tr("Or paste its text, or its link"), "strong")
        label.setBuddy(self.text)
        layout.addWidget(label)
        layout.addWidget(self.text)
        foot = row(self.look, 0)
        foot.addWidget(self.read_text)
        foot.addStretch(1)
        layout.addLayout(foot)
        layout.addWidget(self.trouble)
        layout.addStretch(1)
        content = Content()
        content.fill(layout)
        self.body.addWidget(Middle(content, self.tr("Answer a request")), 1)
        self.foot.addWidget(self.foot_note, 1)
        self.foot.addWidget(self.cancel)

    def _begin(self) -> None:
        self.trouble.hide()
        self.foot_note.setText(self.tr("Reading…"))

    def _done(self, read: Read) -> None:
        self._task = None
        self.foot_note.setText("")
        self.read.emit(read)

    def _refused(self, error: WalletError) -> None:
        self._task = None
        message = error_message(error)
        self.foot_note.setText(self.tr("Nothing was shared."))
        self.trouble.tell("warn", message.happened, f"{message.means} {message.do}")
        self.trouble.show()
        self.announce(message.spoken)

    def _judge(self) -> None:
        self.read_text.setEnabled(bool(self.text.toPlainText().strip()))

    def _read_typed(self) -> None:
        self.take_text(self.text.toPlainText())

    def _choose(self) -> None:
        kinds = self.tr("Requests (*.json *.txt *.png *.jpg *.jpeg);;All files (*)")
        path = self._tools.dialogs.open_file(self, self.tr("Choose a request"), Path.home(), kinds)
        if path is not None:
            self.take_files([str(path)])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)


def _found(desk: Desk, path: Path, job: Job) -> str:
    del job
    text = desk.request_in(path)
    if not text:
        raise SharingError(Reason.REQUEST_INVALID, "no request")
    return text


def _asked(wallet: OpenWallet, text: str, job: Job) -> Read:
    del job
    return wallet.asked(text), wallet.age_rule()
