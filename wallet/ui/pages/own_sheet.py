"""The sheet to write something of one's own: what it is, when, what one did, who saw it, and a file that shows it.

Lives here: what it asks. Does not live here: keeping it (`OpenWallet.write_own`).
"""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from wallet.credentials.kinds import Kind
from wallet.errors import WalletError
from wallet.ui.kind_words import kind_words
from wallet.ui.messages import error_message
from wallet.ui.own_ports import Written
from wallet.ui.pages.sheet import Sheet
from wallet.ui.ports import OpenWallet
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Content, Middle, Notice, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.fields import CheckBox, DateField, ListField
from wallet.ui.widgets.labels import PlainLabel

_KINDS = (
    Kind.JOB,
    Kind.VOLUNTEER,
    Kind.COURSE,
    Kind.CERTIFICATE,
    Kind.LICENCE,
    Kind.DEGREE,
    Kind.BADGE,
    Kind.TRANSCRIPT,
    Kind.OTHER,
)
"""In the order in which they are offered: what nobody gives a credential for comes first."""
_MAX_TITLE = 200
_MAX_STORY = 8000


class OwnSheet(Sheet):
    """`written` carries the record id of what was kept. Any language and script; nothing is required but what it is."""

    written = Signal(str)

    def __init__(
        self,
        tools: Tools,
        wallet: OpenWallet,
        record_id: str = "",
        before: Written | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`before` is what was written already under this record id, to be changed."""
        super().__init__(tools.look, parent)
        self._tools = tools
        self._wallet = wallet
        self._record_id = record_id
        self._proofs: list[Path] = []
        self._first = before or Written()
        self.what = QLineEdit(self._first.title)
        self.what.setMaxLength(_MAX_TITLE)
        self.kind = ListField(tools.look, self.tr("What kind of thing is it?"))
        for kind in _KINDS:
            self.kind.addItem(kind_words(kind), kind)
        self.kind.setCurrentIndex(_KINDS.index(self._first.kind))
        self.has_day = CheckBox(tools.look, self.tr("I know the day"))
        self.day = DateField(tools.look, self.tr("When"))
        self.story = QPlainTextEdit(self._first.story)
        self.story.setTabChangesFocus(True)
        self.story.setMinimumHeight(tools.look.px(120))
        self.witness = QLineEdit(self._first.witness)
        self.witness.setMaxLength(_MAX_TITLE)
        self.proof = Button(tools.look, self.tr("Choose a file"), "file-plus")
        self.proof_name = PlainLabel("", "secondary")
        self.trouble = Notice(tools.look, "warn", "")
        self.cancel = Button(tools.look, self.tr("Cancel"))
        self.save = Button(tools.look, self.tr("Save"), "check", "primary")
        self._build()
        self._connect()
        self._judge()

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.what

    def _build(self) -> None:
        is_new = not self._record_id
        self.set_title(self.tr("Write my own") if is_new else self.tr("Change what I wrote"))
        self.intro.setText(
            self.tr(
                "For what you did that nobody gives a badge for: helping, caring, making, working. It is marked as "
                "written by you, also for whoever you share it with."
            )
        )
        content = Content()
        layout = column(self.look, 8, (0, 0, 14, 8))
        hint = self.tr("For example: Taught my brother to read")
        self._field(layout, self.tr("What is it?"), self.what, hint)
        label = PlainLabel(self.kind.accessibleName(), "strong")
        label.setBuddy(self.kind)
        layout.addWidget(label)
        layout.addWidget(self.kind)
        self._build_day(layout)
        self._field(layout, self.tr("What did I do?"), self.story, self.tr("In your own words and language"))
        self._field(layout, self.tr("Who saw it?"), self.witness, self.tr("For example: Ms. Lee, librarian"))
        layout.addWidget(PlainLabel(self.tr("A file that shows it"), "strong"))
        line = row(self.look, 12)
        line.addWidget(self.proof)
        line.addWidget(self.proof_name, 1)
        layout.addLayout(line)
        self.proof_name.setText(self.tr("A photo, a letter, a certificate as PDF. It stays in your file."))
        self.trouble.hide()
        layout.addWidget(self.trouble)
        layout.addStretch(1)
        content.fill(layout)
        self.body.addWidget(Middle(content, self.title.text()), 1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.save)

    def _build_day(self, layout: QVBoxLayout) -> None:
        present = self._tools.now().astimezone().date()
        day = self._first.day or present
        self.day.setDate(QDate(day.year, day.month, day.day))
        self.day.setMaximumDate(QDate(present.year, present.month, present.day))
        self.has_day.setChecked(self._first.day is not None or not self._record_id)
        label = PlainLabel(self.tr("When?"), "strong")
        label.setBuddy(self.day)
        layout.addWidget(label)
        line = row(self.look, 12)
        line.addWidget(self.day)
        line.addWidget(self.has_day)
        line.addStretch(1)
        layout.addLayout(line)

    def _field(self, layout: QVBoxLayout, words: str, field: QLineEdit | QPlainTextEdit, hint: str) -> None:
        label = PlainLabel(words, "strong")
        label.setBuddy(field)
        field.setAccessibleName(words)
        field.setPlaceholderText(hint)
        layout.addWidget(label)
        layout.addWidget(field)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.cancel.clicked.connect(self.closed)
        self.what.textChanged.connect(self._judge)
        self.story.textChanged.connect(self._judge)
        self.has_day.toggled.connect(self._judge)
        self.proof.clicked.connect(self._choose)
        self.save.clicked.connect(self._keep)
        self.what.returnPressed.connect(self._keep)

    def _judge(self) -> None:
        self.day.setEnabled(self.has_day.isChecked())
        fits = len(self.story.toPlainText()) <= _MAX_STORY
        self.save.setEnabled(bool(self.what.text().strip()) and fits)
        if not fits:
            self.trouble.tell("warn", self.tr("This is too long. Tell it in fewer words."))
        self.trouble.setVisible(not fits)

    def _choose(self) -> None:
        title = self.tr("A file that shows it")
        path = self._tools.dialogs.open_file(self, title, self._wallet.path.parent, self.tr("All files (*)"))
        if path is not None:
            self._proofs = [path]
            self.proof_name.setText(path.name)

    def _keep(self) -> None:
        if not self.save.isEnabled():
            return
        self.save.setEnabled(False)
        chosen = self.day.date()
        day = date(chosen.year(), chosen.month(), chosen.day()) if self.has_day.isChecked() else None
        written = Written(
            self.what.text(),
            day,
            self.story.toPlainText(),
            self.witness.text(),
            _KINDS[self.kind.currentIndex()],
        )
        work = partial(_kept, self._wallet, written, tuple(self._proofs), self._record_id)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=self.written.emit, error=self._refused))

    def _refused(self, error: WalletError) -> None:
        self._judge()
        message = error_message(error)
        self.trouble.tell("warn", message.happened, f"{message.means} {message.do}")
        self.trouble.show()
        self.announce(message.spoken)
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)


def _kept(wallet: OpenWallet, written: Written, proofs: tuple[Path, ...], record_id: str, job: Job) -> str:
    del job
    return wallet.write_own(written, proofs, record_id)
