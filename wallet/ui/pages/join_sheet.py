"""The sheet that brings what another copy of the file holds into the open one.

Lives here: what it asks and says. Does not live here: the rules of joining (`OpenWallet.join`).
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from wallet.errors import Reason, WalletError
from wallet.ui.care_ports import Joined
from wallet.ui.messages import error_message
from wallet.ui.pages.sheet import Sheet
from wallet.ui.ports import OpenWallet
from wallet.ui.safe_text import one_line
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Middle, Notice, column, row, scroll_to
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.fields import CheckBox, PassphraseField
from wallet.ui.widgets.labels import PlainLabel
from wallet.ui.widgets.steps import Steps

_ASK, _DONE = range(2)
_FIELD = 40


class JoinSheet(Sheet):
    """`joined` says that there is more in the open file now."""

    joined = Signal()

    def __init__(self, tools: Tools, wallet: OpenWallet, parent: QWidget | None = None) -> None:
        super().__init__(tools.look, parent)
        look = tools.look
        self._tools = tools
        self._wallet = wallet
        self._other: Path | None = None
        self.steps = Steps(look)
        self.where = PlainLabel(
            self.tr("A copy on a stick, a backup, or a “conflicted copy” of a sync program.")
        )
        self.choose = Button(look, self.tr("Choose the other file"), "folder")
        self.field = PassphraseField(look, self.tr("Passphrase of the other file"))
        self.field.setMinimumHeight(look.px(_FIELD))
        self.mine_too = CheckBox(look, self.tr("The other file is mine, too. Put everything into this one."))
        self.trouble = Notice(look, "warn", "")
        self.outcome = Notice(look, "ok", "")
        self.cancel = Button(look, self.tr("Cancel"))
        self.next = Button(look, self.tr("Bring it together"), "", "primary")
        self.set_title(self.tr("Bring two files together"))
        self.intro.setText(
            self.tr(
                "What only the other file holds comes into this one. Nothing is taken away, the other stays as it is."
            )
        )
        for step in (self._ask(), self._done()):
            self.steps.add_page(step)
        self.body.addWidget(Middle(self.steps, self.title.text()), 1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.next)
        self._connect()
        self._judge()

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.choose

    def end(self) -> None:
        """The file locks: no passphrase stays."""
        self.field.wipe()

    def _ask(self) -> QWidget:
        step = QWidget()
        layout = column(self.look, 10)
        layout.addWidget(PlainLabel(self.tr("Which other file?"), "section"))
        line = row(self.look, 12)
        line.addWidget(self.choose)
        line.addWidget(self.where, 1)
        layout.addLayout(line)
        label = PlainLabel(self.field.line.accessibleName(), "strong")
        label.setBuddy(self.field.line)
        layout.addWidget(label)
        layout.addWidget(self.field)
        layout.addWidget(
            PlainLabel(self.tr("Often the same as yours, or the one you had before."), "secondary")
        )
        for part in (self.trouble, self.mine_too):
            part.hide()
            layout.addWidget(part)
        layout.addStretch(1)
        step.setLayout(layout)
        return step

    def _done(self) -> QWidget:
        step = QWidget()
        layout = column(self.look, 10)
        layout.addWidget(self.outcome)
        self.names = PlainLabel("", "body")
        layout.addWidget(self.names)
        layout.addStretch(1)
        step.setLayout(layout)
        return step

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.cancel.clicked.connect(self.closed)
        self.choose.clicked.connect(self._choose)
        self.next.clicked.connect(self._go_on)
        self.field.line.textChanged.connect(self._judge)
        self.field.line.returnPressed.connect(self._go_on)
        self.mine_too.toggled.connect(self._judge)

    def _judge(self) -> None:
        waits = self.mine_too.isVisibleTo(self) and not self.mine_too.isChecked()
        ready = self._other is not None and bool(self.field.text()) and not waits
        self.next.setEnabled(self.steps.index == _DONE or ready)

    def _choose(self) -> None:
        kinds = self.tr("Wallet files (*.lerwallet);;All files (*)")
        folder = self._wallet.path.parent
        path = self._tools.dialogs.open_file(self, self.tr("Choose the other file"), folder, kinds)
        if path is not None:
            self.offer(path)

    def offer(self, path: Path) -> None:
        """This is the other file; the keyboard goes to its passphrase."""
        self._other = None if _is_same(path, self._wallet.path) else path
        self.where.setText(one_line(str(path)))
        self.mine_too.setChecked(False)
        self.mine_too.hide()
        self.trouble.hide()
        if self._other is None:
            self._tell(self.tr("That is the file that is open."), self.tr("Choose the other one."))
        else:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._judge()

    def _go_on(self) -> None:
        if not self.next.isEnabled():
            return
        if self.steps.index == _DONE:
            self.closed.emit()
        elif self._other is not None:
            may_be_another = self.mine_too.isVisibleTo(self) and self.mine_too.isChecked()
            work = partial(_joined, self._wallet, self._other, self.field.take(), may_be_another)
            self.next.setEnabled(False)
            self.next.set_words(self.tr("Bringing it together…"))
            self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._show, error=self._refused))

    def _show(self, done: Joined) -> None:
        self.joined.emit()
        if done.is_empty:
            said, more = (
                self.tr("There was nothing to add."),
                self.tr("This file holds everything of the other."),
            )
        else:
            said = self.tr("%n credential(s) added.", "", done.credentials)
            parts = [self.tr("%n other thing(s) added: notes, files, shares, keys.", "", done.others)]
            if done.checked_later:
                parts.append(self.tr("%n credential(s) with a later check now.", "", done.checked_later))
            if done.kept:
                parts.append(self.tr("%n thing(s) that only one of the two had deleted stay.", "", done.kept))
            more = " ".join(parts)
        unchanged = self.tr("The other file was not changed.")
        self.outcome.tell("ok", said, f"{more} {unchanged}")
        self.names.setText("\n".join(one_line(name) for name in done.names))
        self.steps.go(_DONE)
        self.cancel.hide()
        self.next.set_words(self.tr("Done"))
        self._judge()
        self.announce(self.outcome.strong.text())
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: WalletError) -> None:
        self.next.set_words(self.tr("Bring it together"))
        if error.reason is Reason.ANOTHER_WALLET:  # its own words end with an option of the command line
            self.mine_too.show()
            self._tell(
                self.tr("The other file is not a copy of this one, but a wallet of its own."),
                self.tr("It may be somebody else's, so nothing was added. Say below if it is yours."),
            )
        else:
            message = error_message(error)
            self._tell(message.happened, f"{message.means} {message.do}")
        self._judge()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, strong: str, text: str) -> None:
        self.trouble.tell("warn", strong, text)
        self.trouble.show()
        self.announce(f"{strong} {text}")
        QTimer.singleShot(0, self, self._bring_trouble_into_view)

    def _bring_trouble_into_view(self) -> None:
        scroll_to(self.trouble)


def _joined(wallet: OpenWallet, other: Path, passphrase: bytearray, may_be_another: bool, job: Job) -> Joined:
    del job
    return wallet.join(other, passphrase, may_be_another=may_be_another)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
