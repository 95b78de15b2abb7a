"""The part of a past share about the adult who agreed to it, where they can take that back."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wallet.errors import Reason, WalletError
from wallet.ui.guardian_ports import PastAgreement
from wallet.ui.messages import error_message
from wallet.ui.ports import OpenWallet
from wallet.ui.share_words import agreed_words
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Notice, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.fields import PassphraseField
from wallet.ui.widgets.labels import PlainLabel


class AgreementPart(QWidget):
    """Says who agreed; `withdrawn` says that it was taken back just now."""

    withdrawn = Signal(object)

    def __init__(
        self,
        tools: Tools,
        wallet: OpenWallet,
        agreement: PastAgreement,
        *,
        has_code: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`has_code` is whether the adult's code word is asked for."""
        super().__init__(parent)
        look = tools.look
        self._tools = tools
        self._wallet = wallet
        self._agreement = agreement
        self._has_code = has_code
        self.words = PlainLabel(agreed_words(agreement), "secondary", tone="text")
        self.begin = Button(look, self.tr("Take it back"), "stop")
        self.code = PassphraseField(look, self.tr("The adult's code word"))
        self.confirm = Button(look, self.tr("Take it back now"), "stop", "danger")
        self.trouble = Notice(look, "warn", "")
        self.trouble.hide()
        layout = column(look, 8)
        layout.addWidget(PlainLabel(self.tr("An adult agreed"), "section"))
        layout.addWidget(self.words)
        first = row(look, 0)
        first.addWidget(self.begin)
        first.addStretch(1)
        layout.addLayout(first)
        self.form = self._form()
        layout.addWidget(self.form)
        layout.addWidget(self.trouble)
        self.setLayout(layout)
        self.form.hide()
        self.begin.setVisible(agreement.withdrawn_at is None)
        self.begin.clicked.connect(self._ask)
        self.confirm.clicked.connect(self._withdraw)
        self.code.line.returnPressed.connect(self._withdraw)
        self.code.line.textChanged.connect(self._judge)
        self._judge()

    def wipe(self) -> None:
        """No code word stays in its field."""
        self.code.wipe()

    def _form(self) -> QWidget:
        form = QWidget()
        look = self._tools.look
        layout = column(look, 8)
        layout.addWidget(
            PlainLabel(
                self.tr(
                    "Then no more copies of this share are made here, and sharing it anew asks again. Copies that left "
                    "stay with those who have them: the message below asks them to delete these."
                ),
                "secondary",
            )
        )
        label = PlainLabel(self.tr("The adult's code word"), "strong")
        label.setBuddy(self.code.line)
        for part in (label, self.code):
            layout.addWidget(part)
            if not self._has_code:
                part.hide()
        line = row(look, 0)
        line.addWidget(self.confirm)
        line.addStretch(1)
        layout.addLayout(line)
        form.setLayout(layout)
        return form

    def _ask(self) -> None:
        self.begin.hide()
        self.form.show()
        (self.code.line if self._has_code else self.confirm).setFocus(Qt.FocusReason.OtherFocusReason)

    def _judge(self, _text: str = "") -> None:
        self.confirm.setEnabled(bool(self.code.text()) or not self._has_code)

    def _withdraw(self) -> None:
        if not self.confirm.isEnabled():
            return
        self.confirm.setEnabled(False)
        code = self.code.take() if self._has_code else None
        work = partial(_withdrawn, self._wallet, self._agreement.share_id, code)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._done, error=self._refused))

    def _done(self, agreement: PastAgreement) -> None:
        self._agreement = agreement
        self.words.setText(agreed_words(agreement))
        self.form.hide()
        self.trouble.hide()
        self.withdrawn.emit(agreement)

    def _refused(self, error: WalletError) -> None:
        message = error_message(error)
        self.trouble.tell("warn", message.happened, f"{message.means} {message.do}")
        self.trouble.show()
        self.code.set_bad(error.reason is Reason.GUARDIAN_CODE_WRONG)
        self._judge()


def _withdrawn(wallet: OpenWallet, share_id: str, code: bytearray | None, job: Job) -> PastAgreement:
    del job
    return wallet.withdraw(share_id, code)
