"""The parts of one credential with a tick each: what the issuer lets be left out, and what is always shown.

Which of them start with a tick is the purpose's business (`wallet.app.part_starts`).
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wallet.app.part_starts import USUAL, Starts
from wallet.ui.safe_text import display_text
from wallet.ui.share_ports import OfferedPart, OfferedParts
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import column, row
from wallet.ui.widgets.fields import CheckBox
from wallet.ui.widgets.labels import IconLabel, PlainLabel

_MOST_LETTERS = 90
_MOST_LOCKED = 6
_INDENT = 33


class PartList(QWidget):
    """A line for what is locked, then a tick for each part."""

    changed = Signal()

    def __init__(
        self, look: Look, offered: OfferedParts, starts: Starts = USUAL, parent: QWidget | None = None
    ) -> None:
        """What says something of the kinds in `starts` starts with a tick."""
        super().__init__(parent)
        self._look = look
        self._offered = offered
        self.ticks: dict[str, CheckBox] = {}
        self.apart = False
        """Whether credentials of a learner record go without the record, even when they are all of them."""
        layout = column(look, 4, (_INDENT, 0, 0, 0))
        if offered.locked:
            shown = offered.locked[:_MOST_LOCKED]
            rest = len(offered.locked) - len(shown)
            more = self.tr(" and %n more", "", rest) if rest else ""
            words = display_text(", ".join(shown), 400)
            line = row(look, 10)
            line.addWidget(IconLabel(look, "lock", "text3", 18), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(
                PlainLabel(self.tr("Always shown: {parts}").format(parts=words + more), "secondary"), 1
            )
            layout.addLayout(line)
        for part in offered.parts:
            self._add(part, ticked=part.says in starts)
            line = row(look, 8)
            line.addWidget(self.ticks[part.pointer], 0, Qt.AlignmentFlag.AlignTop)
            words_of_part = column(look, 0, (0, 5, 0, 3))
            words_of_part.addWidget(PlainLabel(display_text(part.name, _MOST_LETTERS)))
            if part.value:
                words_of_part.addWidget(PlainLabel(display_text(part.value, _MOST_LETTERS), "secondary"))
            line.addLayout(words_of_part, 1)
            layout.addLayout(line)
        self.setLayout(layout)

    def _add(self, part: OfferedPart, *, ticked: bool) -> None:
        tick = CheckBox(
            self._look, "", self.tr("Show {part}").format(part=display_text(part.name, _MOST_LETTERS))
        )
        tick.setChecked(ticked)
        tick.toggled.connect(self.changed)
        self.ticks[part.pointer] = tick

    def start_with(self, starts: Starts, *, apart: bool) -> None:
        """Ticks what starts with a tick for another purpose, and nothing else."""
        self.apart = apart and self._offered.of_record
        for part in self._offered.parts:
            tick = self.ticks[part.pointer]
            tick.blockSignals(True)
            tick.setChecked(part.says in starts)
            tick.blockSignals(False)
        self.changed.emit()

    @property
    def chosen(self) -> Sequence[str] | None:
        """The pointers of the ticked parts; None for the whole credential."""
        ticked = tuple(pointer for pointer, tick in self.ticks.items() if tick.isChecked())
        return None if len(ticked) == len(self.ticks) and not self.apart else ticked
