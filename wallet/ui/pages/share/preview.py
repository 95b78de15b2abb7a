"""The panel that answers: what will they see, and what will they not see?"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from wallet.ui.dates import long_date, month
from wallet.ui.safe_text import display_text
from wallet.ui.share_ports import SeenCredential, SharePreview
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Middle, Rule, Surface, clear_layout, column, row
from wallet.ui.widgets.disclosure import Disclosure
from wallet.ui.widgets.labels import IconLabel, PlainLabel
from wallet.ui.widgets.status import SkillChips
from wallet.verification.report import LeftOut

_WIDTH = 390
_SHARE = 0.46
_MOST_LETTERS = 300


def panel_width(look: Look, page_width: int) -> int:
    """How wide the panel beside a step is, in logical pixels: 390 (at 100 %), but never half of the page."""
    return min(look.px(_WIDTH), round(page_width * _SHARE))


class PreviewPanel(Surface):
    """Two lists, made from the bytes that would be sent."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._look = look
        self._preview: SharePreview | None = None
        self._column: QVBoxLayout = column(look, 8, (18, 14, 14, 14))
        content = QWidget()
        content.setLayout(self._column)
        outer = column(look, 0, (0, 2, 2, 2))
        outer.addWidget(Middle(content, self.tr("What they will see and will not see")))
        self.setLayout(outer)
        self.wait(False)

    @property
    def preview(self) -> SharePreview | None:
        """What is shown; None while it is being made."""
        return self._preview

    def wait(self, chosen: bool) -> None:
        """Says that the lists are being made, or that nothing is chosen."""
        self._preview = None
        clear_layout(self._column)
        words = (
            self.tr("Making what they will see…") if chosen else self.tr("Choose at least one credential.")
        )
        self._column.addWidget(PlainLabel(words, "secondary"))
        self._column.addStretch(1)

    def show_preview(self, preview: SharePreview) -> None:
        """Shows both lists."""
        self._preview = preview
        clear_layout(self._column)
        self._heading(
            "eye", self.tr("They will see"), self.tr("%n credential(s)", "", len(preview.credentials))
        )
        if preview.to:
            self._column.addWidget(PlainLabel(self.tr("For: {name}").format(name=preview.to), "secondary"))
        if preview.purpose:
            self._column.addWidget(
                PlainLabel(self.tr("Reason: {purpose}").format(purpose=preview.purpose), "secondary")
            )
        for words in preview.notes:
            self._line("info", words, "secondary_strong", "warn")
        for seen in preview.credentials:
            self._column.addWidget(Rule())
            self._show_credential(seen)
        if preview.holder:
            self._column.addWidget(Rule())
            self._line(
                "key", self.tr("The number of your wallet's signature, the same in every share"), "secondary"
            )
        self._column.addWidget(Rule())
        count = len(preview.left_out)
        self._heading(
            "eye-off", self.tr("They will not see"), self.tr("%n part(s)", "", count) if count else ""
        )
        for words in self._unseen(preview):
            self._line("eye-off", words, "secondary")
        self._column.addWidget(Rule())
        self._show_end(preview)
        self._column.addStretch(1)

    def show_lines(self, title: str, lines: Sequence[str]) -> None:
        """What leaves where it is no presentation: these lines, and nothing else."""
        clear_layout(self._column)
        self._heading("eye", title, "")
        for words in lines:
            self._column.addWidget(PlainLabel(words, "secondary", tone="text"))
        self._column.addWidget(Rule())
        self._heading("eye-off", self.tr("They will not see"), "")
        self._line("eye-off", self.tr("Anything else in this credential or in your file"), "secondary")
        self._column.addStretch(1)

    def _show_credential(self, seen: SeenCredential) -> None:
        self._column.addWidget(PlainLabel(seen.title, "strong"))
        date = month(seen.issued)
        self._column.addWidget(PlainLabel(f"{seen.issuer} · {date}" if date else seen.issuer, "secondary"))
        if seen.skills:
            self._column.addWidget(SkillChips(self._look, seen.skills))
        for words in seen.evidence:
            self._line("file-text", display_text(words, _MOST_LETTERS), "secondary")
        for words in seen.private:
            self._line("id", display_text(words, _MOST_LETTERS), "secondary_strong", "warn")
        for words in seen.also_said:
            self._line("id", display_text(words, _MOST_LETTERS), "secondary")
        for words in seen.others:
            self._line("users", display_text(words, _MOST_LETTERS), "secondary")
        if seen.sharer is not None:
            colour, words = seen.sharer
            self._line("key", words, "secondary", colour)
        if told := self._left_out(seen):
            self._line("eye-off", told, "secondary")
        everything = QPlainTextEdit()
        everything.setReadOnly(True)
        everything.setTabChangesFocus(True)
        everything.setProperty("kind", "mono")
        everything.setPlainText(display_text(seen.everything, 20_000))
        everything.setAccessibleName(self.tr("Every value in {name}").format(name=seen.title))
        everything.setMinimumHeight(self._look.px(160))
        self._column.addWidget(Disclosure(self._look, self.tr("Every value in it"), everything))

    def _left_out(self, seen: SeenCredential) -> str:
        """How much receivers can tell is left out; "" for nothing."""
        if seen.left_out_of is LeftOut.UNKNOWN:
            return self.tr("They are told that parts may have been left out, not how many.")
        if not seen.left_out:
            return ""
        if seen.left_out_of is LeftOut.DIGESTS:
            return self.tr("They can tell that %n part(s) are left out.", "", seen.left_out)
        return self.tr("They can tell that %n single statement(s) are left out.", "", seen.left_out)

    def _unseen(self, preview: SharePreview) -> list[str]:
        lines = [self.tr("Your %n other credential(s)", "", preview.others)] if preview.others else []
        return [
            *(display_text(name, 90) for name in preview.left_out),
            *lines,
            self.tr("Whom else you shared with"),
            self.tr("Your passphrase, and where your file is"),
        ]

    def _show_end(self, preview: SharePreview) -> None:
        until = long_date(preview.until) if preview.until else self.tr("No end date")
        line = row(self._look, 8)
        line.addWidget(PlainLabel(self.tr("Ends on"), "secondary", wrap=False))
        end = PlainLabel(until, "secondary_strong", tone="text")
        end.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.addWidget(end, 1)
        self._column.addLayout(line)

    def _heading(self, icon: str, words: str, count: str) -> None:
        line = row(self._look, 8)
        line.addWidget(IconLabel(self._look, icon, "primary", 20))
        line.addWidget(PlainLabel(words, "section"), 1)
        if count:
            line.addWidget(PlainLabel(count, "secondary", wrap=False))
        self._column.addLayout(line)

    def _line(self, icon: str, words: str, role: str, tone: str = "") -> None:
        line = row(self._look, 8)
        line.addWidget(IconLabel(self._look, icon, tone or "text3", 16), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(PlainLabel(words, role, tone=tone), 1)
        self._column.addLayout(line)
