"""The sheet for the file's keys: another passphrase, a new recovery kit, or the first one.

Lives here: what it asks. Does not live here: changing the key (`OpenWallet`).
"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wallet.errors import Reason, WalletError
from wallet.ui.kit_desk import KitDesk
from wallet.ui.messages import error_message
from wallet.ui.pages.sheet import Sheet
from wallet.ui.ports import OpenWallet
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Middle, Notice, column
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.fields import PassphraseField
from wallet.ui.widgets.kit_step import KitStep
from wallet.ui.widgets.labels import PlainLabel
from wallet.ui.widgets.new_passphrase import NewPassphrase
from wallet.ui.widgets.steps import Steps

CHANGE_PASSPHRASE, NEW_KIT, FIRST_KIT = "passphrase", "new_kit", "first_kit"
_ASK, _KIT = range(2)


class KeysSheet(Sheet):
    """First the present passphrase (and the new one), then the kit. `changed` says that there is a kit or none now."""

    changed = Signal()

    def __init__(self, tools: Tools, wallet: OpenWallet, what: str, parent: QWidget | None = None) -> None:
        """`what` is CHANGE_PASSPHRASE, NEW_KIT (the old one ends) or FIRST_KIT (nothing ends)."""
        super().__init__(tools.look, parent)
        self._tools = tools
        self._wallet = wallet
        self._what = what
        self.steps = Steps(tools.look)
        self.present = PassphraseField(tools.look, self.tr("Present passphrase"))
        self.new = NewPassphrase(tools.look, self.tr("New passphrase"))
        self.trouble = Notice(tools.look, "warn", "")
        self.kit_step = KitStep(tools.look)
        self.kit_desk = KitDesk(tools, self.kit_step, self)
        self.later = Button(tools.look, self.tr("Later"), "", "link")
        self.next = Button(tools.look, "", "", "primary")
        self._build()
        self._connect()
        if what == FIRST_KIT:
            self._show_kit()
        else:
            self._go(_ASK)

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.kit_step.save_button if self.steps.index == _KIT else self.present.line

    def _build(self) -> None:
        titles = {
            CHANGE_PASSPHRASE: (
                self.tr("Change your passphrase"),
                self.tr("The old passphrase and the old recovery kit will not open this file any more."),
            ),
            NEW_KIT: (
                self.tr("Make a new recovery kit"),
                self.tr("The old kit will not open this file any more. Your passphrase stays."),
            ),
            FIRST_KIT: (
                self.tr("Your recovery kit"),
                self.tr(
                    "One page with 24 words and a square code. If you forget your passphrase, it opens your file."
                ),
            ),
        }
        title, intro = titles[self._what]
        self.set_title(title)
        self.intro.setText(intro)
        ask = QWidget()
        layout = column(self.look, 10)
        label = PlainLabel(self.tr("Present passphrase"), "strong")
        label.setBuddy(self.present.line)
        layout.addWidget(label)
        layout.addWidget(self.present)
        layout.addWidget(self.new)
        if (
            self._what != CHANGE_PASSPHRASE
        ):  # shown before it has a parent, it would flash up as a window of its own
            self.new.hide()
        self.trouble.hide()
        layout.addWidget(self.trouble)
        layout.addWidget(
            Notice(
                self.look,
                "wait",
                self.tr(
                    "Copies and backups you made before still open with the old passphrase and the old kit."
                ),
            )
        )
        layout.addStretch(1)
        ask.setLayout(layout)
        kit = QWidget()
        inner = column(self.look, 10)
        inner.addWidget(self.kit_step)
        inner.addStretch(1)
        kit.setLayout(inner)
        for step in (ask, kit):
            self.steps.add_page(step)
        self.body.addWidget(Middle(self.steps, title), 1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.later)
        self.foot.addWidget(self.next)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self._leave)
        self.later.clicked.connect(self._leave)
        self.next.clicked.connect(self._go_on)
        self.present.line.textChanged.connect(self._judge)
        self.present.line.returnPressed.connect(self._go_on)
        self.new.changed.connect(self._judge)
        self.new.submitted.connect(self._go_on)
        self.kit_step.changed.connect(self._judge)

    def _go(self, index: int) -> None:
        self.steps.go(index)
        self.later.setVisible(index == _KIT)
        words = self.tr("Change it") if self._what == CHANGE_PASSPHRASE else self.tr("Make it")
        self.next.set_words(self.tr("I have it") if index == _KIT else words)
        self._judge()
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _judge(self) -> None:
        if self.steps.index == _KIT:
            self.next.setEnabled(self.kit_step.is_kept)
        else:
            complete = self._what != CHANGE_PASSPHRASE or self.new.acceptable
            self.next.setEnabled(bool(self.present.text()) and complete)

    def _go_on(self) -> None:
        if not self.next.isEnabled():
            return
        if self.steps.index == _KIT:
            self.kit_desk.kept()
            self._tools.messages.tell(self.tr("Noted: you have your recovery kit."))
            self.changed.emit()
            self.closed.emit()
            return
        self.trouble.hide()
        self.next.setEnabled(False)
        self.next.set_words(self.tr("Writing your file anew…"))
        present = self.present.take()
        if self._what == CHANGE_PASSPHRASE:
            work = partial(_passphrase_changed, self._wallet, present, self.new.take())
        else:
            work = partial(_key_renewed, self._wallet, present)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._done, error=self._refused))

    def _done(self, _result: object) -> None:
        self.changed.emit()
        if self._what == CHANGE_PASSPHRASE:
            self._tools.messages.tell(
                self.tr("Your passphrase was changed."), "ok", self.tr("Now make a new recovery kit.")
            )
        self._show_kit()

    def _show_kit(self) -> None:
        self._go(_KIT)
        self.kit_desk.serve(self._wallet)

    def _refused(self, error: WalletError) -> None:
        message = error_message(error)
        self.trouble.tell("warn", message.happened, f"{message.means} {message.do}")
        self.trouble.show()
        self.present.set_bad(error.reason is Reason.WRONG_PASSPHRASE)
        self._go(_ASK)

    def _leave(self) -> None:
        self.present.wipe()
        self.new.wipe()
        self.kit_desk.leave()
        self.closed.emit()


def _passphrase_changed(wallet: OpenWallet, present: bytearray, new: bytearray, job: Job) -> None:
    del job
    wallet.change_passphrase(present, new)


def _key_renewed(wallet: OpenWallet, present: bytearray, job: Job) -> None:
    del job
    wallet.renew_key(present)
