"""One credential as proof of a skill: its chip, issuer and day, what was reached, how it was earned, evidence."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wallet.app.skill_view import Earned
from wallet.ui.chips import chip_of
from wallet.ui.dates import long_date
from wallet.ui.pages.detail_parts import EvidenceList
from wallet.ui.report_words import result_line
from wallet.ui.safe_text import one_line
from wallet.ui.skill_jobs import Proof
from wallet.ui.skill_words import Counted
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Surface, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel
from wallet.ui.widgets.status import StatusChip

_LETTERS = 600


class ProofCard(Surface):
    """What the list knows is shown at once; what only the credential itself says follows (`show_proof`)."""

    open = Signal(str)
    view = Signal(object)
    save = Signal(object)
    copy_address = Signal(str)

    def __init__(self, look: Look, earned: Earned, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._look = look
        self.earned = earned
        name = earned.name or self.tr("Without a name")
        self._layout = column(look, 4, (14, 12, 14, 8))
        chip = StatusChip(look, chip_of(earned.verdict, self_asserted=earned.self_asserted))
        self._layout.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addWidget(PlainLabel(name, "strong"))
        facts = [part for part in (one_line(earned.issuer), long_date(earned.earned)) if part]
        self._layout.addWidget(PlainLabel(" · ".join(facts), "secondary"))
        self.reached = PlainLabel(Counted(self).reached(earned.level), "secondary_strong", tone="text")
        self.reached.setVisible(bool(earned.level))
        self._layout.addWidget(self.reached)
        self._more: QVBoxLayout = column(look, 4)
        self._layout.addLayout(self._more)
        self.open_button = Button(look, self.tr("Open"), "chevron-right", "link")
        self.open_button.setAccessibleName(self.tr("Open {name}").format(name=one_line(name)))
        self.open_button.clicked.connect(lambda: self.open.emit(earned.record_id))
        line = row(look, 0)
        line.addWidget(self.open_button)
        line.addStretch(1)
        self._layout.addLayout(line)
        self.setLayout(self._layout)
        spoken = (one_line(name), chip.accessibleName(), one_line(earned.issuer))
        self.setAccessibleName(", ".join(part for part in spoken if part))

    def show_proof(self, proof: Proof) -> None:
        """Adds what the credential says of the skill."""
        results = [result_line(result) for result in proof.results]
        if results and any(self.earned.level and self.earned.level in line for line in results):
            self.reached.hide()  # it is one of them
        self._add(self.tr("Results"), results)
        self._add(self.tr("How it was earned"), [_cut(text) for text in proof.criteria])
        if proof.evidence:
            self._more.addWidget(PlainLabel(self.tr("Evidence"), "secondary_strong", tone="text"))
            evidence = EvidenceList(self._look, proof.evidence)
            evidence.view.connect(self.view)
            evidence.save.connect(self.save)
            evidence.copy_address.connect(self.copy_address)
            self._more.addWidget(evidence)

    def _add(self, title: str, texts: list[str]) -> None:
        if not texts:
            return
        self._more.addWidget(PlainLabel(title, "secondary_strong", tone="text"))
        for text in texts:
            self._more.addWidget(PlainLabel(text, "secondary"))


def _cut(text: str) -> str:
    """The beginning of a long text; the credential's own page has all of it."""
    return text if len(text) <= _LETTERS else text[:_LETTERS].rstrip() + "…"
