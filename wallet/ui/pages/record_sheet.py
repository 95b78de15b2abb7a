"""The sheet that reads like a transcript: a record's courses, certificates, competencies, tests and activities.

Lives here: one card for each line, the tree of what hangs together. Does not live here: which words a line has
(`record_words`), verdicts (`chips`, `report_words`).
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wallet.app.record_parts import ReadableRecord
from wallet.ui.chips import chip_of
from wallet.ui.dates import day_of, long_date
from wallet.ui.pages.sheet import Sheet
from wallet.ui.ports import Details
from wallet.ui.record_words import (
    Line,
    credits_earned,
    facts_of,
    group_of,
    group_title,
    lines_of,
    name_of,
    other_links,
    results_of,
    tree_of,
)
from wallet.ui.report_words import check_lines, skills, summary
from wallet.ui.safe_text import one_line
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Content, Middle, Surface, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.disclosure import Disclosure
from wallet.ui.widgets.labels import IconLabel, PlainLabel
from wallet.ui.widgets.status import Checklist, SkillChips, StatusChip

_MOST = 200
_INDENT = 20


class RecordSheet(Sheet):
    """Reads one learner record."""

    def __init__(self, look: Look, details: Details, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        record = details.record
        assert record is not None
        self.lines = lines_of(record)
        self.set_title(details.card.name or self.tr("Without a name"))
        self.intro.setText(self._facts(details))
        content = Content()
        layout = column(look, 12, (6, 4, 14, 12))
        self._add_summary(layout, details)
        for group in sorted({group_of(line) for line in self.lines}):
            self._add_group(layout, group_title(group), [one for one in self.lines if group_of(one) == group])
        self._add_tree(layout, record)
        layout.addStretch(1)
        content.fill(layout)
        self.middle = Middle(content, self.title.text())
        self.middle.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addWidget(self.middle, 1)
        self.total = PlainLabel(self._total(), "strong")
        self.done = Button(look, self.tr("Back"), "arrow-left", "primary")
        self.foot.addWidget(self.total, 1)
        self.foot.addWidget(self.done)
        self.close_button.clicked.connect(self.closed)
        self.done.clicked.connect(self.closed)

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.done

    def _facts(self, details: Details) -> str:
        facts = [details.card.issuer]
        if details.credential.valid_from:
            facts.append(self.tr("Issued {date}").format(date=long_date(details.credential.valid_from)))
        return " · ".join(fact for fact in facts if fact)

    def _add_summary(self, layout: QVBoxLayout, details: Details) -> None:
        line = row(self.look, 12)
        chip = chip_of(details.card.verdict, self_asserted=details.card.self_asserted)
        line.addWidget(StatusChip(self.look, chip), 0, Qt.AlignmentFlag.AlignTop)
        words = self.tr("Checked on {date}.").format(date=day_of(details.report.at))
        line.addWidget(PlainLabel(f"{summary(details.report)} {words}", "secondary"), 1)
        layout.addLayout(line)

    def _total(self) -> str:
        parts = [self.tr("%n line(s)", "", len(self.lines))]
        earned = credits_earned(self.lines)
        if earned:
            parts.append(self.tr("{credits} credits earned").format(credits=earned))
        return " · ".join(parts)

    def _add_group(self, layout: QVBoxLayout, title: str, lines: Sequence[Line]) -> None:
        head = row(self.look, 12)
        head.addWidget(PlainLabel(title, "section", wrap=False))
        earned = credits_earned(lines)
        counted = self.tr("%n line(s)", "", len(lines))
        words = self.tr("{credits} credits earned").format(credits=earned)
        head.addWidget(PlainLabel(f"{counted} · {words}" if earned else counted, "secondary", wrap=False), 1)
        layout.addLayout(head)
        for line in lines[:_MOST]:
            layout.addWidget(RecordLine(self.look, line))
        if len(lines) > _MOST:
            layout.addWidget(PlainLabel(self.tr("%n more, not shown.", "", len(lines) - _MOST), "secondary"))

    def _add_tree(self, layout: QVBoxLayout, record: ReadableRecord) -> None:
        nodes, others = tree_of(record), other_links(record)
        if not nodes and not others:
            return
        layout.addWidget(PlainLabel(self.tr("How these hang together"), "section"))
        card = Surface("card")
        inner = column(self.look, 6, (16, 12, 16, 12))
        for node in nodes:
            line = row(self.look, 8, (_INDENT * node.depth, 0, 0, 0))
            line.addWidget(IconLabel(self.look, "chevron-right", "text3", 16), 0, Qt.AlignmentFlag.AlignTop)
            label = PlainLabel(node.name, "strong" if node.depth == 0 else "body")
            words = self.tr("{name}, level {level}").format(name=one_line(node.name), level=node.depth + 1)
            label.setAccessibleName(words)
            line.addWidget(label, 1)
            inner.addLayout(line)
        for sentence in others:
            inner.addWidget(PlainLabel(sentence, "secondary"))
        card.setLayout(inner)
        layout.addWidget(card)


class RecordLine(Surface):
    """One line: its name, facts, results, skills and, where it is a credential of its own, its chip and checks."""

    def __init__(self, look: Look, line: Line, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._look = look
        attainment = line.attainment
        layout = column(look, 6, (16, 12, 16, 12))
        head = row(look, 12)
        head.addWidget(PlainLabel(name_of(attainment), "card"), 1)
        if line.report is not None:
            chip = StatusChip(look, chip_of(line.report.verdict))
            chip.setAccessibleName(f"{one_line(name_of(attainment))}: {chip.chip.word}")
            head.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        credential = line.inner.credential if line.inner is not None else None
        issuer = credential.issuer.name or credential.issuer.id if credential is not None else ""
        facts = " · ".join(part for part in (issuer, *facts_of(attainment)) if part)
        if facts:
            layout.addWidget(PlainLabel(facts, "secondary"))
        for text in results_of(line):
            layout.addWidget(PlainLabel(text, "body"))
        for story in (attainment.achievement.description, attainment.narrative):
            if story:
                layout.addWidget(PlainLabel(story, "secondary"))
        if credential is not None and (names := skills(credential)):
            layout.addWidget(SkillChips(look, names))
        if line.report is None:
            layout.addWidget(PlainLabel(self.tr("Signed as a part of the whole record."), "hint"))
        else:
            report = replace(line.report, credential=credential)
            layout.addWidget(
                LateDisclosure(
                    look,
                    self.tr("What we checked"),
                    one_line(name_of(attainment)),
                    lambda: Checklist(look, check_lines(report)),
                )
            )
        self.setLayout(layout)


class LateDisclosure(Disclosure):
    """A disclosure whose content is made when it is first opened: a record may have hundreds."""

    def __init__(
        self, look: Look, words: str, about: str, make: Callable[[], QWidget], parent: QWidget | None = None
    ) -> None:
        self._make: Callable[[], QWidget] | None = make
        self._place = QWidget()
        self._inner = column(look, 0)
        self._place.setLayout(self._inner)
        super().__init__(look, words, self._place, parent)
        self.link.setAccessibleName(f"{words}: {about}")
        self.link.toggled.connect(self._fill)

    def _fill(self, _opened: bool) -> None:
        if self._make is not None:
            self._inner.addWidget(self._make())
            self._make = None
