"""The sheet that makes or changes one profile of the learner's."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wallet.errors import WalletError
from wallet.ui.messages import error_message
from wallet.ui.pages.sheet import Sheet
from wallet.ui.ports import OpenWallet
from wallet.ui.profile_ports import Me
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.about_fields import AboutFields
from wallet.ui.widgets.boxes import Content, Middle, Notice, column
from wallet.ui.widgets.buttons import Button


class ProfileSheet(Sheet):
    """`saved` carries the credentials to check again: whether they were given to the learner may be clear now."""

    saved = Signal(object)

    def __init__(
        self, tools: Tools, wallet: OpenWallet, me: Me | None, parent: QWidget | None = None
    ) -> None:
        """`me` is the profile to change, None for a new one."""
        super().__init__(tools.look, parent)
        self._tools = tools
        self._wallet = wallet
        self._before = me.name if me is not None else ""
        self.fields = AboutFields(tools.look)
        if me is not None:
            self.fields.offer(me.name, me.identifiers)
        self.trouble = Notice(tools.look, "warn", "")
        self.cancel = Button(tools.look, self.tr("Cancel"))
        self.save = Button(tools.look, self.tr("Save"), "check", "primary")
        self.set_title(self.tr("Change a profile") if me is not None else self.tr("Add a profile"))
        self.intro.setText(
            self.tr("For example one for school and one for work. Each signs with a key of its own.")
        )
        content = Content()
        layout = column(tools.look, 10, (0, 0, 14, 8))
        layout.addWidget(self.fields)
        self.trouble.hide()
        layout.addWidget(self.trouble)
        layout.addStretch(1)
        content.fill(layout)
        self.body.addWidget(Middle(content, self.title.text()), 1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.save)
        self.close_button.clicked.connect(self.closed)
        self.cancel.clicked.connect(self.closed)
        self.fields.changed.connect(self._judge)
        self.fields.submitted.connect(self._keep)
        self.save.clicked.connect(self._keep)
        self._judge()

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.fields.name

    def _judge(self) -> None:
        self.save.setEnabled(bool(self.fields.name.text().strip()))

    def _keep(self) -> None:
        if not self.save.isEnabled():
            return
        self.save.setEnabled(False)
        work = partial(_saved, self._wallet, self._before, self.fields.name.text(), self.fields.lines)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=self.saved.emit, error=self._refused))

    def _refused(self, error: WalletError) -> None:
        message = error_message(error)
        self.trouble.tell("warn", message.happened, f"{message.means} {message.do}")
        self.trouble.show()
        self.announce(message.spoken)
        self._judge()


def _saved(wallet: OpenWallet, before: str, name: str, identifiers: Sequence[str], job: Job) -> Sequence[str]:
    del job
    return wallet.save_profile(before, name, identifiers)
