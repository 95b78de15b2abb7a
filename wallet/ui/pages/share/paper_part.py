"""The adult agrees on paper: a form to print with both lists, and a photo or scan of it once it is signed.

Lives here: asking for the two files. Does not live here: what is on the form (`wallet.app.consent_form`), or whether
one is needed (`agree`).
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wallet.errors import WalletError
from wallet.ui.messages import error_message
from wallet.ui.pages.share import jobs
from wallet.ui.pages.share.ways import PROFILE, Way
from wallet.ui.ports import OpenWallet
from wallet.ui.safe_text import one_line
from wallet.ui.share_ports import PreparedShare
from wallet.ui.tasks import Callbacks
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import column, flow
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel


class PaperPart(QWidget):
    """Two buttons, and what became of them."""

    changed = Signal()

    def __init__(
        self, tools: Tools, wallet: OpenWallet, *, is_needed: bool, parent: QWidget | None = None
    ) -> None:
        """`is_needed` is whether nothing leaves without a signed form."""
        super().__init__(parent)
        self._tools = tools
        self._wallet = wallet
        self._prepared: PreparedShare | None = None
        self.form: Path | None = None
        """The photo or scan that was chosen."""
        look = tools.look
        self.print = Button(look, self.tr("Save a form to print"), "save")
        self.choose = Button(look, self.tr("Choose the signed form"), "file-check")
        hint = (
            self.tr(
                "The adult signs the printed form. Then choose a photo or scan of it; your file keeps it."
            )
            if is_needed
            else self.tr("If you want it on paper, too: print a form, and keep a photo or scan of it signed.")
        )
        self.said = PlainLabel("", "secondary")
        self.said.hide()
        layout = column(look, 8)
        layout.addWidget(PlainLabel(self.tr("On paper"), "strong"))
        layout.addWidget(PlainLabel(hint, "hint"))
        line = flow(look, 10)
        line.addWidget(self.print)
        line.addWidget(self.choose)
        layout.addLayout(line)
        layout.addWidget(self.said)
        self.setLayout(layout)
        self.print.clicked.connect(self._print)
        self.choose.clicked.connect(self._choose)

    def show_share(self, prepared: PreparedShare, way: Way) -> None:
        """What the form is about; a form that was signed for something else does not count."""
        self._prepared = prepared
        self.form = None
        self.said.hide()
        self.print.setVisible(way.channel != PROFILE)  # the lists of a form are those of a share

    def _print(self) -> None:
        title = self.tr("Save a form to print")
        out = self._tools.dialogs.save_file(self, title, self.tr("form") + ".pdf", "PDF (*.pdf)")
        if out is not None and self._prepared is not None:
            work = partial(jobs.written_form, self._wallet, self._prepared, out)
            self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._printed, error=self._failed))

    def _printed(self, name: str) -> None:
        self._tell(self.tr("Saved as {name}. Print it, and let the adult sign it.").format(name=name))

    def _failed(self, error: WalletError) -> None:
        message = error_message(error)
        self._tell(f"{message.happened} {message.do}")

    def _choose(self) -> None:
        title = self.tr("Choose the signed form")
        kinds = self.tr("Pictures and PDF") + " (*.png *.jpg *.jpeg *.pdf)"
        chosen = self._tools.dialogs.open_file(self, title, Path.home(), kinds)
        if chosen is not None:
            self.form = chosen
            self._tell(self.tr("The signed form: {name}").format(name=one_line(chosen.name, 120)))
            self.changed.emit()

    def _tell(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()
