"""The foot of the add sheet: how many will be saved and how many not, and the buttons.

Lives here: their words, and which of them there is room for. Does not live here: what they do (`add`).
"""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout

from wallet.ui.models.findings import Findings
from wallet.ui.theme.look import Look
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel

_NOTE_FROM, _OWN_FROM = 660, 580


class AddFoot(QObject):
    """Fills the layout it is given."""

    def __init__(self, look: Look, layout: QHBoxLayout, note: PlainLabel, *, keeps: bool) -> None:
        """`keeps` is whether there is a file open to keep things in; the rest belongs to the sheet."""
        super().__init__(layout)
        self._look = look
        self._note = note
        self._keeps = keeps
        self.cancel = Button(look, self.tr("Cancel") if keeps else self.tr("Done"))
        self.samples = Button(look, self.tr("Try with samples"), "award")
        self.own = Button(look, self.tr("Write my own"), "pencil", "link")
        self.save = Button(look, "", "check", "primary")
        layout.addWidget(note, 1)
        for button in (self.own, self.cancel, self.save) if keeps else (self.samples, self.cancel):
            layout.addWidget(button)

    def count(self, findings: Findings, *, can_save: bool) -> None:
        """So many are ticked; `can_save` is whether Save may be pressed."""
        if not self._keeps:
            return
        ticked = findings.ticked
        left_out = len(findings) - ticked
        self.save.set_words(self.tr("Save %n credential(s)", "", ticked) if ticked else self.tr("Save"))
        self.save.setEnabled(can_save)
        parts = [self.tr("%n will be saved", "", ticked)] if len(findings) else []
        if left_out:
            parts.append(self.tr("%n left out", "", left_out))
        self._note.setText(" · ".join(parts))

    def hold(self) -> None:
        """Things are being kept."""
        self.save.set_words(self.tr("Saving…"))
        self.save.setEnabled(False)

    def fit(self, width: int) -> None:
        """What there is room for, in logical pixels."""
        self._note.setVisible(width >= self._look.px(_NOTE_FROM))
        self.own.setVisible(self._keeps and width >= self._look.px(_OWN_FROM))
