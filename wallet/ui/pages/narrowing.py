"""Narrowing the list of credentials by type, status, year and skill: the panel to choose in, and what was chosen.

Lives here: the four lists, and a chip for each choice, which takes it back. Does not live here: which credentials fit
(`wallet.app.list_filters`), fetching them (`finding`).
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from wallet.app.filter_view import FilterChoices, ListFilters, SkillChoice
from wallet.ui.kind_words import kind_words, status_words
from wallet.ui.ports import OpenWallet
from wallet.ui.safe_text import one_line
from wallet.ui.tasks import Callbacks, Job, Tasks
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Surface, column
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.field_grid import FieldGrid
from wallet.ui.widgets.fields import ListField
from wallet.ui.widgets.flow import FlowLayout
from wallet.ui.widgets.labels import PlainLabel

_SORTS = ("kinds", "statuses", "years", "skills")
_LONGEST = 60
_FIELD_LETTERS = 6


class Narrowing(QWidget):
    """`changed` tells that the list is narrowed to something else now: `filters`."""

    changed = Signal()

    def __init__(self, look: Look, tasks: Tasks, wallet: OpenWallet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tasks = tasks
        self._wallet = wallet
        self._choices = FilterChoices()
        self._chosen: list[Button] = []
        self._is_tight = False
        self._words: dict[str, str] = {}
        self.filters = ListFilters()
        self.button = Button(look, self.tr("Filter"), "filter")
        self.button.setCheckable(True)
        self.button.setAccessibleDescription(
            self.tr("Shows or hides lists of types, statuses, years and skills")
        )
        self.panel = Surface("card")
        self.fields = {sort: ListField(look, words) for sort, words in self._names().items()}
        self.clear_button = Button(look, self.tr("Clear filters"), "", "link")
        self._chips = QWidget()
        self._build()
        self.button.toggled.connect(self._open)
        self.clear_button.clicked.connect(self.clear)
        self.panel.hide()
        self.hide()

    def clear(self) -> None:
        """Takes back every choice; the keyboard goes to the button that leads to the lists."""
        self.narrow(ListFilters(), {})
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """The same in silence, for whoever fetches the list anyway."""
        self.filters, self._words = ListFilters(), {}
        self._show()

    def narrow(self, filters: ListFilters, words: dict[str, str]) -> None:
        """Narrows the list to something else.

        Args:
            words: what the choice of a sort ("kinds", "statuses", "years", "skills") is called on its chip.
        """
        if filters != self.filters:
            self.filters, self._words = filters, words
            self._show()
            self.changed.emit()

    def refresh(self) -> None:
        """The file has changed: what there is to choose may be something else."""
        if self.button.isChecked():
            self._fetch()

    def set_tight(self, *, tight: bool) -> None:
        """Where there is little room, the lists, which say what is chosen, take the place of the chips."""
        self._is_tight = tight
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Qt: Escape closes the lists; what is chosen stays."""
        if event.key() == Qt.Key.Key_Escape and self.button.isChecked():
            self.button.setChecked(False)
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    # -- building

    def _names(self) -> dict[str, str]:
        return {
            "kinds": self.tr("Type"),
            "statuses": self.tr("Status"),
            "years": self.tr("Year"),
            "skills": self.tr("Skill"),
        }

    def _build(self) -> None:
        inside = FieldGrid(self._look)
        for sort, words in self._names().items():
            field = self.fields[sort]
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.setMinimumContentsLength(_FIELD_LETTERS)
            field.addItem(self.tr("Any"))
            field.activated.connect(partial(self._choose, sort))
            inside.add(words, field)
        self.reading = PlainLabel("", "hint")
        self.reading.hide()
        box = column(self._look, 8, (14, 10, 14, 12))
        box.addWidget(inside)
        box.addWidget(self.reading)
        self.panel.setLayout(box)
        self._flow = FlowLayout(self._look.px(6))
        self._chip_of = {sort: Button(self._look, "", "close", "chip") for sort in _SORTS}
        for sort, chip in self._chip_of.items():
            chip.clicked.connect(lambda _=False, sort=sort: self._take_back(sort))
            self._flow.addWidget(chip)
        self._flow.addWidget(self.clear_button)
        self._chips.setLayout(self._flow)
        outer = column(self._look, 8)
        outer.addWidget(self.panel)
        outer.addWidget(self._chips)
        self.setLayout(outer)

    # -- slots

    def _open(self, shown: bool) -> None:
        if not shown and self.panel.isAncestorOf(self.focusWidget() or self):
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.panel.setVisible(shown)
        self._show()
        if shown:
            self._fetch()
            self.fields["kinds"].setFocus(Qt.FocusReason.TabFocusReason)

    def _fetch(self) -> None:
        self._tasks.run_on_vault(partial(_choices, self._wallet), self, Callbacks(done=self._offer))

    def _offer(self, choices: FilterChoices) -> None:
        """What there is to choose; of a file of an older format a little more each time."""
        was_reading, self._choices = self._choices.pending > 0, choices
        self._fill()
        self.reading.setText(
            self.tr("Still reading %n credential(s)…", "", choices.pending) if choices.pending else ""
        )
        self.reading.setVisible(choices.pending > 0)
        if choices.pending and self.button.isChecked():
            self._fetch()
        elif was_reading and not self.filters.is_empty:
            self.changed.emit()  # what was read since may fit, too

    def _choose(self, sort: str, row: int) -> None:
        value = self.fields[sort].itemData(row)
        words = {name: said for name, said in self._words.items() if name != sort}
        if value is not None:
            words[sort] = self.fields[sort].itemText(row)
        self.narrow(replace(self.filters, **{sort: () if value is None else tuple(value)}), words)

    def _take_back(self, sort: str) -> None:
        words = {name: said for name, said in self._words.items() if name != sort}
        self.narrow(replace(self.filters, **{sort: ()}), words)
        following = self._chosen[0] if self._chosen else self.button
        following.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing

    def _fill(self) -> None:
        choices = self._choices
        offered: dict[str, Sequence[tuple[str, Sequence[Any]]]] = {
            "kinds": [(kind_words(kind), (kind,)) for kind in choices.kinds],
            "statuses": [(status_words(status), (status,)) for status in choices.statuses],
            "years": [(str(year), (year,)) for year in choices.years],
            "skills": [(_short(skill), skill.keys) for skill in choices.skills],
        }
        for sort, some in offered.items():
            field = self.fields[sort]
            field.clear()
            field.addItem(self.tr("Any"))
            for words, value in some:
                field.addItem(words, tuple(value))
        self._tick()

    def _tick(self) -> None:
        """Each list stands at what is chosen."""
        for sort, field in self.fields.items():
            present = tuple(getattr(self.filters, sort))
            rows = (row for row in range(field.count()) if field.itemData(row) == present)
            field.setCurrentIndex(next(rows, 0))

    def _show(self) -> None:
        """A chip for each choice, the lists at what is chosen, and no room taken where there is neither."""
        names = self._names()
        chosen = [sort for sort in _SORTS if getattr(self.filters, sort)]
        for sort, chip in self._chip_of.items():
            words = self._words.get(sort, "")
            said = self.tr("Remove the filter {name}: {words}").format(name=names[sort], words=words)
            if sort in chosen and chip.accessibleName() != said:
                chip.set_words(f"{names[sort]}: {words}")
                chip.setAccessibleName(said)
            chip.setVisible(sort in chosen)
        self.clear_button.setVisible(bool(chosen))
        self._chosen = [self._chip_of[sort] for sort in chosen]
        self._chips.setVisible(bool(self._chosen) and not (self._is_tight and self.button.isChecked()))
        self.setVisible(bool(self._chosen) or self.button.isChecked())
        words = self.tr("Filter")
        self.button.set_words(f"{words} ({len(self._chosen)})" if self._chosen else words)
        self._tick()


def _short(skill: SkillChoice) -> str:
    return one_line(skill.name, _LONGEST)


def _choices(wallet: OpenWallet, job: Job) -> FilterChoices:
    del job
    return wallet.filter_choices()
