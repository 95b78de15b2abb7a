"""One share of the history in full: who, why, what, when, how, until, what was left out, the exact bytes.

Nothing here stops a share: what left as a copy cannot be taken back. What can be done is to ask, so the words for that
are here, ready to copy.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from wallet.ui.dates import day_of
from wallet.ui.guardian_ports import PastAgreement
from wallet.ui.pages.agreement_part import AgreementPart
from wallet.ui.pages.sheet import Sheet
from wallet.ui.ports import OpenWallet
from wallet.ui.safe_text import copyable_text, display_text, one_line
from wallet.ui.share_ports import PastShare, WholeShare
from wallet.ui.share_words import channel_words
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Middle, Rule, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.disclosure import Disclosure
from wallet.ui.widgets.labels import IconLabel, PlainLabel

_MOST_PARTS = 60


class PastShareSheet(Sheet):
    """Everything that is kept of one share."""

    withdrawn = Signal()

    def __init__(
        self,
        tools: Tools,
        wallet: OpenWallet,
        share: WholeShare,
        *,
        has_code: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`has_code` is whether an adult's code word guards what they agreed to."""
        super().__init__(tools.look, parent)
        self._tools = tools
        self._wallet = wallet
        self._share = share
        head = share.head
        self.set_title(self.tr("Shared with {name}").format(name=display_text(head.to, 120)))
        self.intro.setText(display_text(head.purpose, 200))
        self.request = QPlainTextEdit()
        self.copy_request = Button(self.look, self.tr("Copy the message"), "copy")
        self.save = Button(self.look, self.tr("Save the exact bytes"), "save")
        self.said = PlainLabel("", "secondary")
        content = QWidget()
        layout = column(self.look, 10, (0, 0, 6, 8))
        self._add_facts(layout, head)
        self.agreement: AgreementPart | None = None
        if head.agreement is not None:
            self.agreement = AgreementPart(tools, wallet, head.agreement, has_code=has_code)
            self.agreement.withdrawn.connect(self._taken_back)
            layout.addWidget(self.agreement)
        self._add_parts(layout, "eye", self.tr("They see"), [*head.revealed, *head.subsets])
        if head.hidden:
            self._add_parts(layout, "eye-off", self.tr("They do not see"), head.hidden)
        layout.addWidget(Rule())
        self._add_request(layout)
        layout.addWidget(Rule())
        self._add_bytes(layout)
        layout.addStretch(1)
        content.setLayout(layout)
        if head.agreement is not None and head.agreement.withdrawn_at is not None:
            self.save.setEnabled(False)
        self._middle = Middle(content, self.tr("What was shared"))
        self.body.addWidget(self._middle, 1)
        self.done = Button(self.look, self.tr("Close"), "", "primary")
        self.foot.addWidget(self.said, 1)
        self.foot.addWidget(self.done)
        for button in (self.done, self.close_button):
            button.clicked.connect(self.closed)
        self.copy_request.clicked.connect(self._copy)
        self.save.clicked.connect(self._save)

    def first_field(self) -> QWidget:
        """Where the keyboard begins."""
        return self.done

    def end(self) -> None:
        """No code word stays in its field."""
        if self.agreement is not None:
            self.agreement.wipe()

    def _taken_back(self, agreement: PastAgreement) -> None:
        """No more copies are made; the message says it, unless somebody has changed it."""
        untouched = self.request.toPlainText() == self._request_words(self._share.head.agreement)
        if untouched:
            self.request.setPlainText(self._request_words(agreement))
        self.save.setEnabled(False)
        self.withdrawn.emit()
        self._tell(self.tr("Taken back. No more copies are made here. You can send the message now."))

    def ensure_visible(self, widget: QWidget) -> None:
        """Scrolls to a part."""
        self._middle.ensureWidgetVisible(widget)

    def _add_facts(self, layout: QVBoxLayout, head: PastShare) -> None:
        until = day_of(head.until) if head.until is not None else self.tr("No end date")
        for name, value in (
            (self.tr("When"), day_of(head.made_at)),
            (self.tr("How"), channel_words(head.channel)),
            (self.tr("Until"), until),
            (self.tr("What"), ", ".join(display_text(title, 200) for title in head.titles)),
        ):
            line = row(self.look, 8)
            label = PlainLabel(name, "secondary", wrap=False)
            label.setMinimumWidth(self.look.px(90))
            line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(PlainLabel(value), 1)
            layout.addLayout(line)

    def _add_parts(self, layout: QVBoxLayout, icon: str, title: str, parts: Sequence[str]) -> None:
        line = row(self.look, 8)
        line.addWidget(IconLabel(self.look, icon, "primary", 20))
        line.addWidget(PlainLabel(title, "section"), 1)
        layout.addLayout(line)
        shown = [display_text(part, 200) for part in parts[:_MOST_PARTS]]
        rest = len(parts) - len(shown)
        words = "\n".join(shown) + (self.tr("\nand {count} more").format(count=rest) if rest else "")
        layout.addWidget(PlainLabel(words, "secondary"))

    def _add_request(self, layout: QVBoxLayout) -> None:
        layout.addWidget(PlainLabel(self.tr("Ask them to delete it"), "section"))
        layout.addWidget(
            PlainLabel(
                self.tr(
                    "You can change or remove the entry on LinkedIn yourself, when you are signed in there."
                )
                if self._share.head.channel == "profile"
                else self.tr(
                    "They have a copy, and nobody can take a copy back. You can ask: send them this message. You may "
                    "change it first."
                ),
                "secondary",
            )
        )
        self.request.setPlainText(self._request_words(self._share.head.agreement))
        self.request.setTabChangesFocus(True)
        self.request.setAccessibleName(self.tr("The message"))
        self.request.setFixedHeight(self.look.px(150))
        layout.addWidget(self.request)
        layout.addLayout(self._line(self.copy_request))

    def _request_words(self, agreement: PastAgreement | None) -> str:
        head = self._share.head
        if agreement is not None and agreement.withdrawn_at is not None:
            words = self.tr(
                "Hello,\n\non {date} I shared this with you ({purpose}): {titles}.\n\nThe adult who agreed to it has "
                "taken that back. Please delete your copies of it, the files, pictures and prints, and tell me when "
                "that is done.\n\nThank you"
            )
        else:
            words = self._plain_request_words()
        return words.format(
            date=day_of(head.made_at),
            purpose=one_line(head.purpose, 200),
            titles=", ".join(one_line(title, 200) for title in head.titles),
        )

    def _plain_request_words(self) -> str:
        return self.tr(
            "Hello,\n\non {date} I shared this with you ({purpose}): {titles}.\n\nPlease delete your copies of it, the "
            "files, pictures and prints, and tell me when that is done.\n\nThank you"
        )

    def _add_bytes(self, layout: QVBoxLayout) -> None:
        share = self._share
        layout.addWidget(PlainLabel(self.tr("What left, exactly"), "section"))
        layout.addWidget(
            PlainLabel(
                self.tr("{size} bytes. SHA-256: {digest}").format(size=share.size, digest=share.sha256),
                "secondary",
            )
        )
        layout.addLayout(self._line(self.save))
        if share.text:
            self.box = QPlainTextEdit()
            self.box.setProperty("kind", "mono")
            self.box.setReadOnly(True)
            self.box.setTabChangesFocus(True)
            self.box.setAccessibleName(self.tr("What left, exactly"))
            self.box.setPlainText(copyable_text(share.text, 20_000))
            self.box.setMinimumHeight(self.look.px(160))
            self.opened = Disclosure(self.look, self.tr("Look at it"), self.box)
            layout.addWidget(self.opened)

    def _line(self, button: Button) -> QVBoxLayout:
        outer = column(self.look, 0)
        line = row(self.look, 0)
        line.addWidget(button)
        line.addStretch(1)
        outer.addLayout(line)
        return outer

    def _copy(self) -> None:
        self._tools.clipboard.copy_to_send(self.request.toPlainText())
        self._tell(self.tr("Copied. It leaves the clipboard when your file locks."))

    def _save(self) -> None:
        suffix = self._share.suffix
        name = self.tr("share") + f"-{self._share.head.id[:8]}{suffix}"
        out = self._tools.dialogs.save_file(self, self.tr("Save the exact bytes"), name, f"*{suffix}")
        if out is not None:
            work = partial(_written, self._wallet, self._share.head.id, out)
            self._tools.tasks.run_on_vault(work, self, Callbacks(done=self._saved))

    def _saved(self, name: str) -> None:
        self._tell(self.tr("Saved as {name}.").format(name=name))

    def _tell(self, words: str) -> None:
        self.said.setText(words)
        self.announce(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _written(wallet: OpenWallet, share_id: str, out: Path, job: Job) -> str:
    del job
    wallet.write_share(share_id, out)
    return out.name
