"""Parts of the detail pane: skills by framework, evidence, endorsements, earlier checks, the learner's own files.

Each is a widget made for one credential. Does not live here: their order (`detail`), opening a file (`viewer_sheet`).
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wallet.app.evidence_files import glance
from wallet.app.record_parts import Endorsed, ReadableRecord
from wallet.credentials.model import Credential, Evidence
from wallet.ui.chips import chip_of, spoken_status
from wallet.ui.dates import day_of, long_date
from wallet.ui.file_words import can_be_shown, kind_and_size
from wallet.ui.pages.record_sheet import LateDisclosure
from wallet.ui.record_ports import EarlierCheck, OwnFile, Viewable
from wallet.ui.report_words import check_lines, evidence_line, skills_by_framework
from wallet.ui.safe_text import one_line
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Surface, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import IconLabel, PlainLabel
from wallet.ui.widgets.skill_buttons import SkillButtons
from wallet.ui.widgets.status import Checklist, StatusChip

_MOST_EVIDENCE = 50
_MOST_CHECKS = 30


class Skills(QWidget):
    """The skills a credential is aligned with, under the name of each framework; `chosen` tells name and address."""

    chosen = Signal(str, str)

    def __init__(self, look: Look, credential: Credential, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = column(look, 6)
        for framework, skills in skills_by_framework(credential):
            buttons = SkillButtons(look, list(skills))
            buttons.chosen.connect(partial(self._tell, tuple(skills.items())))
            layout.addWidget(buttons)
            if framework:
                layout.addWidget(PlainLabel(self.tr("from {framework}").format(framework=framework), "hint"))
        self.setLayout(layout)

    def _tell(self, skills: Sequence[tuple[str, str]], place: int) -> None:
        self.chosen.emit(*skills[place])


class FileLines(QWidget):
    """Base of the two lists of files: `view` and `save` carry a `Viewable`."""

    view = Signal(object)
    save = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def add_buttons(self, layout: QVBoxLayout, viewable: Viewable, *more: Button) -> None:
        """Look at it where the window can show it, save it in any case."""
        line = row(self._look, 4)
        if can_be_shown(viewable.media_type):
            look_at = Button(self._look, self.tr("Look at it"), "eye", "link")
            look_at.setAccessibleName(self.tr("Look at {name}").format(name=one_line(viewable.name)))
            look_at.clicked.connect(lambda: self.view.emit(viewable))
            line.addWidget(look_at)
        save = Button(self._look, self.tr("Save a copy"), "save", "link")
        save.setAccessibleName(self.tr("Save a copy of {name}").format(name=one_line(viewable.name)))
        save.clicked.connect(lambda: self.save.emit(viewable))
        line.addWidget(save)
        for button in more:
            line.addWidget(button)
        line.addStretch(1)
        layout.addLayout(line)


class EvidenceList(FileLines):
    """What the issuer points to. What came inside can be looked at; an address is only text, and is copied at most."""

    copy_address = Signal(str)

    def __init__(self, look: Look, evidence: Sequence[Evidence], parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        layout = column(look, 12)
        for one in evidence[:_MOST_EVIDENCE]:
            line = row(look, 8)
            line.addWidget(IconLabel(look, "file-text", "text2", 18), 0, Qt.AlignmentFlag.AlignTop)
            line.addLayout(self._words(one), 1)
            layout.addLayout(line)
        if len(evidence) > _MOST_EVIDENCE:
            more = self.tr("%n more, not shown.", "", len(evidence) - _MOST_EVIDENCE)
            layout.addWidget(PlainLabel(more, "secondary"))
        self.setLayout(layout)

    def _words(self, evidence: Evidence) -> QVBoxLayout:
        inside = glance(evidence.id)
        words = column(self._look, 1)
        name = evidence_line(evidence) if inside is None else evidence.name or self.tr("Without a name")
        words.addWidget(PlainLabel(name, "body"))
        for text in (evidence.genre, evidence.description, evidence.narrative):
            if text:
                words.addWidget(PlainLabel(text, "secondary"))
        if inside is not None and evidence.id is not None:
            words.addWidget(PlainLabel(kind_and_size(inside.media_type, inside.size), "hint"))
            self.add_buttons(words, Viewable(name, inside.media_type, inside.size, address=evidence.id))
        elif evidence.id:
            if evidence.name:
                words.addWidget(PlainLabel(evidence.id, "hint"))
            self._add_address(words, evidence.id, name)
        return words

    def _add_address(self, words: QVBoxLayout, address: str, name: str) -> None:
        words.addWidget(
            PlainLabel(self.tr("Not in the credential itself. Nothing is loaded from there."), "hint")
        )
        line = row(self._look, 0)
        copy = Button(self._look, self.tr("Copy the address"), "copy", "link")
        copy.setAccessibleName(self.tr("Copy the address of {name}").format(name=one_line(name)))
        copy.clicked.connect(lambda: self.copy_address.emit(address))
        line.addWidget(copy)
        line.addStretch(1)
        words.addLayout(line)


class OwnFiles(FileLines):
    """Files the learner keeps with a credential: the work itself, photos, letters."""

    add = Signal()
    remove = Signal(int)

    def __init__(self, look: Look, files: Sequence[OwnFile], parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        layout = column(look, 8)
        layout.addWidget(PlainLabel(self.tr("Your own files"), "section"))
        layout.addWidget(
            PlainLabel(self.tr("Work, photos, letters. They stay in your file and are not shared."), "hint")
        )
        for one in files:
            words = column(look, 1)
            words.addWidget(PlainLabel(one.name, "body"))
            facts = f"{kind_and_size(one.media_type, one.size)} · {day_of(one.added_at)}"
            words.addWidget(PlainLabel(facts, "hint"))
            remove = Button(look, self.tr("Remove"), "close", "link")
            remove.setAccessibleName(self.tr("Remove {name}").format(name=one_line(one.name)))
            remove.clicked.connect(lambda _=False, number=one.number: self.remove.emit(number))
            self.add_buttons(words, Viewable(one.name, one.media_type, one.size, number=one.number), remove)
            layout.addLayout(words)
        self.add_button = Button(look, self.tr("Add a file"), "file-plus")
        self.add_button.clicked.connect(self.add)
        line = row(look, 0)
        line.addWidget(self.add_button)
        line.addStretch(1)
        layout.addLayout(line)
        self.setLayout(layout)


class Endorsements(QWidget):
    """Who vouches for this, each a signed item of its own with its own chip and checks."""

    def __init__(self, look: Look, record: ReadableRecord, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        layout = column(look, 10)
        for one in record.endorsements:
            layout.addWidget(self._card(one))
        if record.left_out:
            layout.addWidget(PlainLabel(self.tr("%n more, not shown.", "", record.left_out), "secondary"))
        self.setLayout(layout)

    def _card(self, one: Endorsed) -> QWidget:
        card = Surface("card")
        layout = column(self._look, 4, (14, 10, 14, 10))
        credential = one.report.credential
        issuer = credential.issuer if credential is not None else None
        name = (issuer.name or issuer.id if issuer is not None else "") or self.tr("Without a name")
        chip = StatusChip(self._look, chip_of(one.report.verdict))
        chip.setAccessibleName(f"{one_line(name)}: {spoken_status(one.report.verdict, one.report.reason)}")
        layout.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(PlainLabel(name, "strong"))
        if one.comment:
            layout.addWidget(PlainLabel(one.comment, "body"))
        if credential is not None and credential.valid_from:
            layout.addWidget(PlainLabel(long_date(credential.valid_from), "hint"))
        if not one.belongs:
            words = self.tr("This endorses something else, so it says nothing about this credential.")
            layout.addWidget(PlainLabel(words, "secondary", tone="warn"))
        words = self.tr("What we checked")
        report = one.report
        layout.addWidget(
            LateDisclosure(
                self._look, words, one_line(name), lambda: Checklist(self._look, check_lines(report))
            )
        )
        card.setLayout(layout)
        return card


def history_part(look: Look, title: str, history: Sequence[EarlierCheck]) -> QWidget:
    """What every check said, behind a link."""

    def make() -> QWidget:
        lines = QWidget()
        layout = column(look, 4)
        for one in history[:_MOST_CHECKS]:
            status = spoken_status(one.verdict, one.reason)
            layout.addWidget(PlainLabel(f"{day_of(one.at)}: {status}", "secondary"))
        lines.setLayout(layout)
        return lines

    return LateDisclosure(look, title, str(len(history)), make)
