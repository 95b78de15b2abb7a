"""The part of the settings page about the page receivers open: where it lies, and a copy of it to take along."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from wallet.errors import WalletError
from wallet.ui.messages import error_message
from wallet.ui.ports import OpenWallet
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel

_FILE_NAME = "verify.html"


class PagePlace(QWidget):
    """A field for the address, and a button that saves the page."""

    def __init__(self, tools: Tools, wallet: OpenWallet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = tools.look
        self._tools = tools
        self._wallet = wallet
        self._kept = ""
        self.field = QLineEdit()
        self.field.setMaxLength(300)
        self.field.setPlaceholderText("https://")
        self.field.setAccessibleName(self.tr("Where is the page?"))
        self.keep = Button(look, self.tr("Keep"), "check")
        self.state = PlainLabel("", "secondary")
        self.save = Button(look, self.tr("Save the page to a stick"), "usb")
        layout = column(look, 10)
        layout.addWidget(PlainLabel(self.tr("The page that checks what you share"), "section"))
        layout.addWidget(
            PlainLabel(
                self.tr(
                    "Your school, or you, can put this page on any website (https). Then a phone that scans your QR "
                    "code, or opens your link, goes there and sees the check. What you share is never sent to that "
                    "website."
                ),
                "secondary",
            )
        )
        label = PlainLabel(self.tr("Where is the page?"), "strong")
        label.setBuddy(self.field)
        layout.addWidget(label)
        line = row(look, 10)
        line.addWidget(self.field, 1)
        line.addWidget(self.keep)
        layout.addLayout(line)
        layout.addWidget(self.state)
        foot = row(look, 0)
        foot.addWidget(self.save)
        foot.addStretch(1)
        layout.addLayout(foot)
        self.setLayout(layout)
        self.keep.clicked.connect(self._keep)
        self.field.returnPressed.connect(self._keep)
        self.field.textEdited.connect(self._judge)
        self.save.clicked.connect(self._save)
        self._judge()

    def refresh(self) -> None:
        """Fetches the address."""
        self._run(_address, self._show)

    def _show(self, address: str) -> None:
        self._kept = address
        self.field.setText(address)
        self.state.setText(
            self.tr("Links and QR codes lead to this page.")
            if address
            else self.tr("No page: links and QR codes open with this program only.")
        )
        self.state.set_tone("")
        self._judge()

    def _judge(self, _text: str = "") -> None:
        self.keep.setEnabled(self.field.text().strip() != self._kept)

    def _keep(self) -> None:
        if self.keep.isEnabled():
            self._run(partial(_kept, address=self.field.text()), self._show, self._refused)

    def _refused(self, error: WalletError) -> None:
        message = error_message(error)
        self.state.setText(f"{message.happened} {message.means} {message.do}")
        self.state.set_tone("warn")

    def _save(self) -> None:
        out = self._tools.dialogs.save_file(
            self, self.tr("Save the page"), _FILE_NAME, self.tr("Web page (*.html)")
        )
        if out is not None:
            self._run(partial(_written, out=out), self._saved)

    def _saved(self, name: str) -> None:
        self._tools.messages.tell(
            self.tr("Saved as {name}.").format(name=name),
            "ok",
            self.tr("It opens in any browser, also without internet. Nothing of yours is in it."),
        )

    def _run(
        self,
        work: Callable[[OpenWallet], str],
        done: Callable[[str], None],
        refused: Callable[[WalletError], None] | None = None,
    ) -> None:
        job = partial(_worked, work, self._wallet)
        self._tools.tasks.run_on_vault(job, self, Callbacks(done=done, error=refused))


def _worked(work: Callable[[OpenWallet], str], wallet: OpenWallet, job: Job) -> str:
    del job
    return work(wallet)


def _address(wallet: OpenWallet) -> str:
    return wallet.page_address()


def _kept(wallet: OpenWallet, *, address: str) -> str:
    return wallet.keep_page_address(address)


def _written(wallet: OpenWallet, *, out: Path) -> str:
    wallet.write_page(out)
    return out.name
