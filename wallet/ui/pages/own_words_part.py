"""About me in my words: a text of the learner's own, shown, and changed in its place."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from wallet.app.own_words import MAX_CHARACTERS
from wallet.errors import WalletError
from wallet.ui import overview_jobs
from wallet.ui.announce import announce
from wallet.ui.messages import error_message
from wallet.ui.ports import OpenWallet
from wallet.ui.tasks import Callbacks
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Surface, column, flow, scroll_to
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel

_LINES = 7


class OwnWordsPart(Surface):
    """Reading, with a button that opens the field; writing, with one that keeps it."""

    def __init__(self, tools: Tools, wallet: OpenWallet, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        look = self._look = tools.look
        self._tools = tools
        self._wallet = wallet
        self._kept = ""
        self.words = PlainLabel("", "body")
        self.edit = Button(look, "", "pencil")
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(self.tr("About me in my words"))
        self.room = PlainLabel("", "hint")
        self.save = Button(look, self.tr("Keep these words"), "check", "primary")
        self.cancel = Button(look, self.tr("Cancel"))
        layout = column(look, 8, (16, 12, 16, 14))
        layout.addWidget(PlainLabel(self.tr("About me in my words"), "section"))
        for widget in (self.words, self.field, self.room):
            layout.addWidget(widget)
        buttons = flow(look, 8)
        for button in (self.edit, self.save, self.cancel):
            buttons.addWidget(button)
        layout.addLayout(buttons)
        self.setLayout(layout)
        self.edit.clicked.connect(self._begin)
        self.cancel.clicked.connect(self._end)
        self.save.clicked.connect(self._keep)
        self.field.textChanged.connect(self._judge)
        look.changed.connect(self._fit)
        self._fit()
        self._read()

    @property
    def is_open(self) -> bool:
        """Whether something is being written."""
        return not self.field.isHidden()

    def show_words(self, text: str) -> None:
        """What the file holds; what is being written stays."""
        self._kept = text
        if not self.is_open:
            self._read()

    def _read(self) -> None:
        self._arrange(writing=False)
        self.words.setText(
            self._kept
            or self.tr("What are you good at? What do you want to do? Write it here, in any language.")
        )
        self.words.set_tone("text" if self._kept else "")
        self.edit.set_words(self.tr("Change my words") if self._kept else self.tr("Write about me"))

    def _arrange(self, *, writing: bool) -> None:
        for widget in (self.field, self.room, self.save, self.cancel):
            widget.setVisible(writing)
        for widget in (self.words, self.edit):
            widget.setVisible(not writing)

    def _begin(self) -> None:
        self.field.setPlainText(self._kept)
        self._arrange(writing=True)
        self._judge()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        scroll_to(self.field)

    def _end(self) -> None:
        self._read()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _judge(self) -> None:
        left = MAX_CHARACTERS - len(self.field.toPlainText().strip())
        self.save.setEnabled(left >= 0)
        self.room.set_tone("" if left >= 0 else "warn")
        self.room.setText(
            self.tr("It stays in your file. It leaves only on paper, when you tick it there.")
            + " "
            + (
                self.tr("Room for %n more letter(s).", "", left)
                if left >= 0
                else self.tr("%n letter(s) too many.", "", -left)
            )
        )

    def _keep(self) -> None:
        work = partial(overview_jobs.kept_words, self._wallet, self.field.toPlainText())
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._done, error=self._refused))

    def _done(self, text: str) -> None:
        self._kept = text
        self._end()
        self._tools.messages.tell(self.tr("Your words are kept in your file."), "ok")

    def _refused(self, error: WalletError) -> None:
        message = error_message(error)
        self.room.setText(f"{message.happened} {message.means} {message.do}")
        self.room.set_tone("warn")
        announce(self, message.spoken)

    def _fit(self) -> None:
        self.field.setMinimumHeight(self.field.fontMetrics().lineSpacing() * _LINES)
