"""What adults agreed to: one row for each share, with who, what, for whom, what for, and what was taken back."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from wallet.ui.guardian_ports import PastAgreement
from wallet.ui.pages.sheet import Sheet
from wallet.ui.ports import OpenWallet
from wallet.ui.safe_text import display_text, one_line
from wallet.ui.share_words import agreed_words
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Content, Middle, Surface, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import IconLabel, PlainLabel

_SHOWN = 300
_FILE_NAME = "agreements.csv"


class AgreementsSheet(Sheet):
    """The list, and a file of it. `open_share` asks for one in full, where it can be taken back."""

    open_share = Signal(str)

    def __init__(
        self, tools: Tools, wallet: OpenWallet, found: Sequence[PastAgreement], parent: QWidget | None = None
    ) -> None:
        super().__init__(tools.look, parent)
        self._tools = tools
        self._wallet = wallet
        self.set_title(self.tr("What adults agreed to"))
        self.intro.setText(
            self.tr("Each share an adult agreed to, newest first. Details is where one can be taken back.")
        )
        self.save = Button(self.look, self.tr("Save the list"), "save")
        self.done = Button(self.look, self.tr("Close"), "", "primary")
        layout = column(self.look, 8, (0, 0, 6, 4))
        if not found:
            layout.addWidget(PlainLabel(self.tr("No adult has agreed to anything yet."), "lead"))
        for one in found[:_SHOWN]:
            layout.addWidget(self._row(one))
        layout.addStretch(1)
        content = Content()
        content.fill(layout)
        self.body.addWidget(Middle(content, self.tr("What adults agreed to")), 1)
        self.save.setEnabled(bool(found))
        self.foot.addWidget(self.save)
        self.foot.addWidget(self.foot_note, 1)
        self.foot.addWidget(self.done)
        self.save.clicked.connect(self._save)
        for button in (self.done, self.close_button):
            button.clicked.connect(self.closed)

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.done

    def _row(self, one: PastAgreement) -> QWidget:
        card = Surface("card")
        layout = row(self.look, 14, (16, 10, 16, 10))
        taken_back = one.withdrawn_at is not None
        icon = ("stop", "warn") if taken_back else ("circle-check", "ok")
        layout.addWidget(IconLabel(self.look, *icon, 22))
        words = column(self.look, 1)
        words.addWidget(PlainLabel(one_line(f"{one.to} · {one.purpose}"), "strong"))
        words.addWidget(PlainLabel(display_text(", ".join(one.titles), 300), "secondary", tone="text"))
        words.addWidget(PlainLabel(agreed_words(one), "secondary"))
        layout.addLayout(words, 1)
        details = Button(self.look, self.tr("Details"))
        details.setAccessibleName(
            self.tr("Details of what you shared with {name}").format(name=one_line(one.to))
        )
        details.clicked.connect(partial(self._open, one.share_id))
        layout.addWidget(details, 0, Qt.AlignmentFlag.AlignVCenter)
        card.setLayout(layout)
        return card

    def _open(self, share_id: str) -> None:
        self.open_share.emit(share_id)

    def _save(self) -> None:
        out = self._tools.dialogs.save_file(
            self, self.tr("Save the list"), _FILE_NAME, self.tr("Table (*.csv)")
        )
        if out is not None:
            self._tools.tasks.run_on_vault(
                partial(_written, self._wallet, out), self, Callbacks(done=self._saved)
            )

    def _saved(self, name: str) -> None:
        words = self.tr("Saved as {name}.").format(name=name)
        self.foot_note.setText(words)
        self.announce(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _written(wallet: OpenWallet, out: Path, job: Job) -> str:
    del job
    wallet.write_agreements(out)
    return out.name
