"""The sheet that asks somebody to sign later: whom, in which words, what goes along, and all of it before it leaves.

Lives here: what it asks and shows. Does not live here: the letter (`wallet.app.sign_letter`). Nothing is sent: the
learner copies the text or saves a letter, and hands it over.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from wallet.app.sign_letter import MOST_LETTERS
from wallet.errors import WalletError
from wallet.ui.messages import error_message
from wallet.ui.own_ports import Written
from wallet.ui.pages.share.preview import panel_width
from wallet.ui.pages.sheet import Sheet
from wallet.ui.ports import OpenWallet
from wallet.ui.safe_text import display_text, one_line
from wallet.ui.sign_ports import AskDraft, MadeAsk
from wallet.ui.tasks import Callbacks, Job, Task
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Content, Middle, Notice, Surface, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.disclosure import Disclosure
from wallet.ui.widgets.fields import CheckBox
from wallet.ui.widgets.labels import PlainLabel

_MOST_NAME = 120
_PAUSE = 250


class AskSheet(Sheet):
    """`asked` tells that a request was made."""

    asked = Signal()

    def __init__(
        self,
        tools: Tools,
        wallet: OpenWallet,
        record_id: str,
        written: Written,
        parent: QWidget | None = None,
    ) -> None:
        """`written` is what the learner wrote under this record id."""
        super().__init__(tools.look, parent)
        self._tools = tools
        self._wallet = wallet
        self._record_id = record_id
        self._made: MadeAsk | None = None
        self._building: Task | None = None
        look = tools.look
        self.to = QLineEdit(written.witness[:_MOST_NAME])
        self.to.setMaxLength(_MOST_NAME)
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(look.px(110))
        self.with_name = CheckBox(look, self.tr("My name goes along"))
        self.with_story = CheckBox(look, self.tr("What I did goes along, too"))
        for tick in (self.with_name, self.with_story):
            tick.setChecked(True)
        self.with_story.setVisible(bool(written.story))
        self.letter = PlainLabel("", "body")
        self.file = QPlainTextEdit()
        self.trouble = Notice(look, "warn", "")
        self.copy = Button(look, self.tr("Copy the text"), "copy")
        self.save = Button(look, self.tr("Save the letter"), "save", "primary")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._build(written)
        self._connect()
        self._make()

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.to

    def end(self) -> None:
        """A request that is being made is dropped."""
        self._pause.stop()
        if self._building is not None:
            self._building.drop()

    def _build(self, written: Written) -> None:
        look = self.look
        self.set_title(self.tr("Ask someone to sign"))
        self.intro.setText(
            self.tr(
                "For: {name}. Nothing is sent: you copy the text or save the letter, and hand it over."
            ).format(name=one_line(written.title))
        )
        left = column(look, 8, (2, 0, 6, 4))
        for words, hint, field in (
            (self.tr("Who saw it?"), self.tr("For example: Ms. Lee, librarian"), self.to),
            (self.tr("What do you want to say to them?"), self.tr("In your own words"), self.words),
        ):
            label = PlainLabel(words, "strong")
            label.setBuddy(field)
            field.setAccessibleName(words)
            field.setPlaceholderText(hint)
            left.addWidget(label)
            left.addWidget(field)
        left.addWidget(self.with_name)
        left.addWidget(self.with_story)
        self.trouble.hide()
        left.addWidget(self.trouble)
        left.addWidget(
            PlainLabel(
                self.tr(
                    "They can sign a badge, or write back. You can join what comes in to what you wrote, which stays "
                    "“Added by you”."
                ),
                "hint",
            )
        )
        left.addStretch(1)
        content = Content()
        content.fill(left)
        both = row(look, 16)
        both.addWidget(Middle(content, self.title.text()), 1)
        both.addWidget(self._panel())
        self.body.addLayout(both, 1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.copy)
        self.foot.addWidget(self.save)

    def _panel(self) -> QWidget:
        """All that leaves, as it leaves."""
        look = self.look
        inner = QWidget()
        lines = column(look, 10, (18, 14, 14, 14))
        lines.addWidget(PlainLabel(self.tr("They will read"), "section"))
        lines.addWidget(self.letter)
        self.file.setReadOnly(True)
        self.file.setTabChangesFocus(True)
        self.file.setProperty("kind", "mono")
        self.file.setAccessibleName(self.tr("The file for a badge program"))
        self.file.setMinimumHeight(look.px(170))
        lines.addWidget(Disclosure(look, self.tr("The file for a badge program"), self.file))
        lines.addStretch(1)
        inner.setLayout(lines)
        self.panel = Surface("card")
        box = column(look, 0, (0, 2, 2, 2))
        box.addWidget(Middle(inner, self.tr("They will read")))
        self.panel.setLayout(box)
        return self.panel

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.to.textChanged.connect(self._changed)
        self.words.textChanged.connect(self._changed)
        self.with_name.toggled.connect(self._changed)
        self.with_story.toggled.connect(self._changed)
        self._pause.timeout.connect(self._make)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._save)

    # -- behaviour

    def _changed(self) -> None:
        if len(self.words.toPlainText()) > MOST_LETTERS:
            self.words.setPlainText(self.words.toPlainText()[:MOST_LETTERS])
            return
        self._show(None)
        self._pause.start()

    def _make(self) -> None:
        """Makes the request from what is there now; an older one under way is dropped."""
        self.end()
        self._show(None)
        if not self.to.text().strip():
            return
        draft = AskDraft(
            self.to.text(), self.words.toPlainText(), self.with_name.isChecked(), self.with_story.isChecked()
        )
        work = partial(_made, self._wallet, self._record_id, draft)
        self._building = self._tools.tasks.run_on_vault(
            work, self, Callbacks(done=self._show, error=self._refused)
        )

    def _show(self, made: MadeAsk | None) -> None:
        self._made = made
        for button in (self.copy, self.save):
            button.setEnabled(made is not None)
        self.trouble.hide()
        if made is None:
            self.letter.setText(self.tr("Say whom you ask. Then the letter stands here."))
            self.file.setPlainText("")
        else:
            self.letter.setText(display_text(made.letter, 20_000))
            self.file.setPlainText(display_text(made.file, 20_000))

    def _refused(self, error: WalletError) -> None:
        message = error_message(error)
        self.trouble.tell("warn", message.happened, f"{message.means} {message.do}")
        self.trouble.show()
        self.announce(message.spoken)

    def _copy(self) -> None:
        if self._made is not None:
            self._tools.clipboard.copy(self._made.letter)
            self._tools.tasks.run_on_vault(
                partial(_noted, self._wallet, self._made), self, Callbacks(done=self._copied)
            )

    def _copied(self, _done: object) -> None:
        self._tools.messages.tell(self.tr("Copied. Your file remembers that you asked."))
        self.asked.emit()

    def _save(self) -> None:
        name = self.tr("letter") + ".pdf"
        kinds = self.tr(
            "Letter with the file inside (*.pdf);;Text (*.txt);;File for a badge program (*.json)"
        )
        out = self._tools.dialogs.save_file(self, self.save.text(), name, kinds)
        if out is not None and self._made is not None:
            work = partial(_written, self._wallet, self._made, out)
            self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._saved, error=self._refused))

    def _saved(self, name: str) -> None:
        said = self.tr("Saved as {name}. Your file remembers that you asked.").format(name=one_line(name))
        self._tools.messages.tell(said)
        self.asked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: the letter never takes more than its share."""
        super().resizeEvent(event)
        self.panel.setFixedWidth(panel_width(self.look, self.width()))


def _made(wallet: OpenWallet, record_id: str, draft: AskDraft, job: Job) -> MadeAsk:
    del job
    return wallet.make_ask(record_id, draft)


def _noted(wallet: OpenWallet, made: MadeAsk, job: Job) -> None:
    del job
    wallet.note_ask(made)


def _written(wallet: OpenWallet, made: MadeAsk, out: Path, job: Job) -> str:
    del job
    wallet.write_ask(made, out)
    return out.name
