"""At a glance: how many of what, each count a button that shows those credentials.

Counts of others' credentials and of what the learner wrote never mix. Does not live here: counting
(`wallet.ui.timeline`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wallet.app.filter_view import ListFilters, Status
from wallet.app.skill_view import Kind, Skill, Skills
from wallet.ui.kind_words import KindCounts, kind_words
from wallet.ui.safe_text import one_line
from wallet.ui.theme.look import Look
from wallet.ui.timeline import Counts
from wallet.ui.widgets.boxes import clear_layout, column, flow
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel

_MOST_SKILLS, _LONGEST = 8, 40
_OF_OTHERS = (Status.VERIFIED, Status.CHECK, Status.UNCHECKED, Status.INVALID)


@dataclass(frozen=True, slots=True)
class Shown:
    """Which credentials a count is about.

    Attributes:
        filters: what the list is narrowed to.
        words: what the choice of each sort ("kinds", "statuses", "years", "skills") is called.
    """

    filters: ListFilters
    words: Mapping[str, str]


Counted = tuple[str, Shown]
"""The words of a count, and which credentials it counts."""


class CountsPart(QWidget):
    """`wanted` tells which credentials to show (`Shown`), `skills` that all skills are to be shown."""

    wanted = Signal(object)
    skills = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[Counts, Skills] | None = None
        self._kinds = KindCounts(self)
        self._column: QVBoxLayout = column(look, 8)
        self.setLayout(self._column)

    def show_counts(self, counts: Counts, skills: Skills) -> None:
        """Makes the buttons anew, unless nothing is new: the keyboard may be on one of them."""
        if self._shown == (counts, skills):
            return
        self._shown = counts, skills
        clear_layout(self._column)
        self._title(self.tr("At a glance"), "section")
        self._column.addWidget(PlainLabel(self._sentence(skills), "lead", tone="text"))
        if skills.pending:
            reading = self.tr("%n credential(s) are still being read.", "", skills.pending)
            self._column.addWidget(PlainLabel(reading, "hint"))
        self._buttons("", list(self._totals(counts)))
        self._buttons(self.tr("By kind"), list(self._by_kind(counts)))
        self._buttons(self.tr("By year"), list(self._by_year(counts)))
        self._by_skill(skills)

    def _sentence(self, skills: Skills) -> str:
        if not skills.shown:
            return self.tr("No skill is shown with proof yet.")
        return self.tr("You can show %n skill(s) with proof.", "", skills.shown)

    def _totals(self, counts: Counts) -> Iterator[Counted]:
        if counts.total:
            yield self.tr("%n credential(s)", "", counts.total), self._of_others(counts)
        if counts.verified:
            only = Shown(ListFilters(statuses=(Status.VERIFIED,)), {"statuses": self.tr("Verified")})
            yield self.tr("%n verified", "", counts.verified), only
        if counts.own:
            only = Shown(ListFilters(statuses=(Status.OWN,)), {"statuses": self.tr("Added by you")})
            yield self.tr("%n added by you", "", counts.own), only

    def _by_kind(self, counts: Counts) -> Iterator[Counted]:
        for kind, count in counts.kinds:
            only = self._of_others(counts, kinds=(kind,), words=kind_words(kind))
            yield self._kinds.words(kind, count), only

    def _by_year(self, counts: Counts) -> Iterator[Counted]:
        for year, count in counts.years:
            words = self.tr("{year}: {count}").format(year=year, count=count)
            yield words, self._of_others(counts, years=(year,), words=str(year))

    def _of_others(
        self, counts: Counts, kinds: Sequence[Kind] = (), years: Sequence[int] = (), words: str = ""
    ) -> Shown:
        """Credentials of others; where the learner wrote none, there is nothing to leave out."""
        named = {"kinds" if kinds else "years": words} if words else {}
        if not counts.own:
            return Shown(ListFilters(kinds=kinds, years=years), named)
        filters = ListFilters(kinds=kinds, years=years, statuses=_OF_OTHERS)
        return Shown(filters, {**named, "statuses": self.tr("From others")})

    def _by_skill(self, skills: Skills) -> None:
        shown = [one for one in skills.skills if one.is_shown][:_MOST_SKILLS]
        self._buttons(self.tr("Skills with proof"), [self._skill(one) for one in shown])
        if skills.skills or skills.words:
            everything = Button(self._look, self.tr("See all skills"), "chevron-right", "link")
            everything.clicked.connect(self.skills)
            line = flow(self._look, 0)
            line.addWidget(everything)
            self._column.addLayout(line)

    def _skill(self, skill: Skill) -> Counted:
        name = one_line(skill.name, _LONGEST)
        words = self.tr("{skill}: {count}").format(skill=name, count=skill.proofs)
        filters = ListFilters(skills=tuple(skill.keys), statuses=(Status.VERIFIED,))
        return words, Shown(filters, {"skills": name, "statuses": self.tr("Verified")})

    def _buttons(self, title: str, counted: Sequence[Counted]) -> None:
        if not counted:
            return
        if title:
            self._title(title, "secondary_strong")
        line = flow(self._look, 8)
        for words, which in counted:
            button = Button(self._look, words)
            button.setAccessibleDescription(self.tr("Shows these credentials"))
            button.clicked.connect(lambda _=False, which=which: self.wanted.emit(which))
            line.addWidget(button)
        self._column.addLayout(line)

    def _title(self, words: str, role: str) -> None:
        self._column.addWidget(PlainLabel(words, role))
