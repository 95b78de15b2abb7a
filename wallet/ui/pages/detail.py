"""One credential in full: what was checked, how it was earned, skills, results, evidence.

Lives here: the pane beside the grid, which becomes a page of its own on small windows. Does not live here:
fetching.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wallet.ui.chips import chip_of
from wallet.ui.dates import day_of, long_date
from wallet.ui.marks import ChangeKind
from wallet.ui.online_ports import SiteAnswer, SiteQuestion
from wallet.ui.pages.check_part import CheckPart
from wallet.ui.pages.detail_parts import Endorsements, EvidenceList, OwnFiles, Skills, history_part
from wallet.ui.pages.own_marks import OwnMarks
from wallet.ui.pages.side_pane import SidePane
from wallet.ui.pages.sign_part import SignPart, has_signing
from wallet.ui.ports import Details
from wallet.ui.record_words import credits_earned, facts_of, group_of, group_title, lines_of
from wallet.ui.report_words import check_lines, result_line, skills
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Content, Middle, Rule, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.disclosure import TechnicalDetails
from wallet.ui.widgets.labels import PlainLabel
from wallet.ui.widgets.status import BadgePicture, Checklist, StatusChip
from wallet.verification.report import CheckName, Outcome, Reason, Verdict

_OWN_WORD_HELPS = frozenset({Reason.NO_TRUST_LIST, Reason.ISSUER_ON_NO_LIST, Reason.TRUST_LIST_NOT_CURRENT})
KNOW_ISSUER = "know issuer"
"""The object name of the button that says so."""


class DetailPane(SidePane):
    """Shows one credential or, while nothing is chosen, says so."""

    share = Signal(str)
    check_again = Signal(str)
    check_online = Signal(str, object)
    save_original = Signal(str)
    know_issuer = Signal(str)
    forget_issuer = Signal(str)
    delete = Signal(str)
    undelete = Signal(str)
    change = Signal(object)
    read_record = Signal()
    rewrite = Signal(str)
    signing = Signal(str, str)
    view_file = Signal(object)
    save_file = Signal(object)
    add_file = Signal(str)
    remove_file = Signal(str, int)
    open_skill = Signal(str, str, str)

    def __init__(self, look: Look, copy: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Back to all credentials"), parent)
        self._copy = copy
        self._shown: Details | None = None
        self._picture: BadgePicture | None = None
        self.marks: OwnMarks | None = None
        self.check_part: CheckPart | None = None
        look.changed.connect(self.show_again)
        self.clear()

    @property
    def shown(self) -> Details | None:
        """What is shown now."""
        return self._shown

    def clear(self) -> None:
        """Shows nothing but a hint."""
        self._shown = self.marks = self.check_part = None
        self._show_hint(self.tr("Choose a credential to see what was checked."))

    def show_details(self, details: Details, image: QImage | None) -> None:
        """Shows this credential from its top."""
        self._shown = details
        self._picture = BadgePicture(self._look, 88, details.card.id)
        self._picture.set_image(image)
        self._replace(Middle(self._content(details), self.tr("Credential")))

    def show_change(self, details: Details, kind: ChangeKind) -> None:
        """Shows this credential after a change, where the change was made."""
        self.show_details(details, self._picture.image if self._picture else None)
        if self.marks is not None and isinstance(self._body, Middle):
            self._layout.activate()
            self.marks.take_focus(kind)
            self._body.ensureWidgetVisible(self.marks)

    def show_picture(self, record_id: str, image: QImage | None) -> None:
        """The picture arrived after the words."""
        if self._shown is not None and self._shown.card.id == record_id and self._picture is not None:
            self._picture.set_image(image)

    def show_again(self) -> None:
        """Shows the same once more, without a question or a wait."""
        if self._shown is None:
            self.clear()
        else:
            self.show_details(self._shown, self._picture.image if self._picture else None)

    def _content(self, details: Details) -> QWidget:
        content = Content()
        layout = column(self._look, 14, (20, 18, 20, 20))
        layout.addLayout(self._head(details))
        self._add_actions(layout, details)
        layout.addWidget(Rule())
        layout.addWidget(PlainLabel(self.tr("What we checked"), "section"))
        layout.addWidget(Checklist(self._look, check_lines(details.report)))
        self.check_part = CheckPart(self._look, details.report)
        self.check_part.again.connect(self._ask_again)
        self.check_part.online.connect(self._ask_online)
        self.check_part.answered.connect(self._ask_online)
        layout.addWidget(self.check_part)
        self._add_own_word(layout, details)
        if has_signing(details):
            signed = SignPart(self._look, details.signing, is_own=details.is_own)
            signed.wanted.connect(self.signing)
            layout.addWidget(signed)
        if len(details.history) > 1:
            layout.addWidget(history_part(self._look, self.tr("Earlier checks"), details.history))
        self._add_record(layout, details)
        self._add_marks(layout, details)
        self._add_achievement(layout, details)
        self._add_endorsements(layout, details)
        self._add_dates(layout, details)
        self._add_files(layout, details)
        layout.addWidget(Rule())
        layout.addWidget(TechnicalDetails(self._look, details.technical, self._copy))
        layout.addStretch(1)
        content.fill(layout)
        return content

    def _head(self, details: Details) -> QVBoxLayout:
        chip = StatusChip(self._look, chip_of(details.card.verdict, self_asserted=details.card.self_asserted))
        words = column(self._look, 4)
        words.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(PlainLabel(details.card.name or self.tr("Without a name"), "detail"))
        words.addWidget(PlainLabel(details.card.issuer, "secondary"))
        head = row(self._look, 14)
        if self._picture is not None:
            head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        layout = column(self._look, 0)
        layout.addLayout(head)
        return layout

    def _add_marks(self, layout: QVBoxLayout, details: Details) -> None:
        """What the learner adds; not for what lies in the bin."""
        self.marks = None
        if details.deleted_at is None:
            layout.addWidget(Rule())
            self.marks = OwnMarks(self._look, details)
            self.marks.change.connect(self.change)
            layout.addWidget(self.marks)

    def _add_actions(self, layout: QVBoxLayout, details: Details) -> None:
        if details.deleted_at is not None:
            back = Button(self._look, self.tr("Take out of the bin"), "upload", "primary")
            back.clicked.connect(self._ask_undelete)
            layout.addWidget(back)
            if details.kept_until is not None:
                words = self.tr("In the bin. You can take it out until {date}, with all you added to it.")
                layout.addWidget(PlainLabel(words.format(date=day_of(details.kept_until)), "hint"))
            return
        share = Button(self._look, self.tr("Share"), "send", "primary")
        share.clicked.connect(self._ask_share)
        layout.addWidget(share)
        if details.card.verdict is Verdict.INVALID:
            said = self.tr("Not valid. It can only be shared labelled so, and you are asked first.")
            layout.addWidget(PlainLabel(said, "hint"))
        share.setEnabled(details.card.verdict is not Verdict.UNREADABLE)
        if details.is_own:
            rewrite = Button(self._look, self.tr("Change what I wrote"), "pencil")
            rewrite.clicked.connect(lambda: self.rewrite.emit(details.card.id))
            layout.addWidget(rewrite)
            said = self.tr(
                "You wrote this yourself. No issuer stands behind it, and whoever you share it with sees that."
            )
            layout.addWidget(PlainLabel(said, "hint"))
        save = Button(self._look, self.tr("Save the original file"), "save")
        save.clicked.connect(self._ask_save)
        layout.addWidget(save)
        delete = Button(self._look, self.tr("Move to the bin"), "trash", "link")
        delete.clicked.connect(self._ask_delete)
        layout.addWidget(delete, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_own_word(self, layout: QVBoxLayout, details: Details) -> None:
        """Where only the learner's own word can say more about the issuer: a way to give it, or to take it back."""
        if details.issuer_known:
            said = self.tr("You said that you know this issuer. This is your own view and is never shared.")
            button = Button(self._look, self.tr("Take that back"), "close", "link")
            button.setAccessibleName(self.tr("Take back that I know this issuer"))
            button.clicked.connect(self._ask_forget)
        elif _asks_for_own_word(details) and not details.is_own:
            said = self.tr("If you know them, you can say so. This is your own view and is never shared.")
            button = Button(self._look, self.tr("I know this issuer"), "user", "link")
            button.setObjectName(KNOW_ISSUER)
            button.clicked.connect(self._ask_know)
        else:
            return
        line = row(self._look, 0)
        line.addWidget(button)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addWidget(PlainLabel(said, "hint"))

    def _add_achievement(self, layout: QVBoxLayout, details: Details) -> None:
        credential = details.credential
        achievement = credential.subject.achievement
        story = credential.description or (achievement.description if achievement else None)
        self._add_texts(layout, self.tr("What it is"), [story])
        if achievement is not None:
            self._add_texts(
                layout,
                self.tr("How it was earned"),
                [achievement.criteria_narrative, achievement.criteria_id],
            )
        if skills(credential):
            layout.addWidget(Rule())
            layout.addWidget(PlainLabel(self.tr("Skills this shows"), "section"))
            shown = Skills(self._look, credential)
            shown.chosen.connect(partial(self.open_skill.emit, details.card.id))
            layout.addWidget(shown)
        self._add_line(layout, details)
        self._add_texts(
            layout, self.tr("Results"), [result_line(result) for result in credential.subject.results]
        )
        self._add_texts(
            layout,
            self.tr("What it says"),
            [f"{claim.name}: {claim.value}" for claim in credential.subject.claims],
        )
        self._add_evidence(layout, details)

    def _add_evidence(self, layout: QVBoxLayout, details: Details) -> None:
        if not details.credential.evidence:
            return
        layout.addWidget(Rule())
        layout.addWidget(PlainLabel(self.tr("Evidence"), "section"))
        evidence = EvidenceList(self._look, details.credential.evidence)
        evidence.view.connect(self.view_file)
        evidence.save.connect(self.save_file)
        evidence.copy_address.connect(self._copy)
        layout.addWidget(evidence)

    def _add_line(self, layout: QVBoxLayout, details: Details) -> None:
        """Credits, term, role and the like of a badge by itself; a record shows them line by line."""
        record = details.record
        if record is None or record.is_record or len(record.lines) != 1:
            return
        line = record.lines[0]
        facts = ([line.code] if line.code else []) + list(facts_of(line))
        self._add_texts(layout, self.tr("Details"), [*facts, line.narrative])

    def _add_record(self, layout: QVBoxLayout, details: Details) -> None:
        """What is inside a learner record, and the way to read it."""
        if details.record is None or not details.record.is_record:
            return
        lines = lines_of(details.record)
        layout.addWidget(Rule())
        layout.addWidget(PlainLabel(self.tr("In this record"), "section"))
        counts = Counter(group_of(line) for line in lines)
        for group in sorted(counts):
            layout.addWidget(PlainLabel(f"{group_title(group)}: {counts[group]}", "secondary"))
        if earned := credits_earned(lines):
            layout.addWidget(
                PlainLabel(self.tr("Credits earned: {credits}").format(credits=earned), "secondary")
            )
        self.record_button = Button(self._look, self.tr("Read the whole record"), "file-text")
        self.record_button.clicked.connect(self.read_record)
        layout.addWidget(self.record_button)

    def _add_endorsements(self, layout: QVBoxLayout, details: Details) -> None:
        if details.record is not None and details.record.endorsements:
            layout.addWidget(Rule())
            layout.addWidget(PlainLabel(self.tr("Endorsed by"), "section"))
            layout.addWidget(Endorsements(self._look, details.record))

    def _add_files(self, layout: QVBoxLayout, details: Details) -> None:
        if details.deleted_at is not None:
            return
        record_id = details.card.id
        files = OwnFiles(self._look, details.files)
        files.view.connect(self.view_file)
        files.save.connect(self.save_file)
        files.add.connect(lambda: self.add_file.emit(record_id))
        files.remove.connect(lambda number: self.remove_file.emit(record_id, number))
        layout.addWidget(Rule())
        layout.addWidget(files)

    def _add_dates(self, layout: QVBoxLayout, details: Details) -> None:
        credential = details.credential
        lines = []
        if credential.valid_from:
            lines.append(self.tr("Issued {date}").format(date=long_date(credential.valid_from)))
        if credential.valid_until:
            lines.append(self.tr("Ends {date}").format(date=long_date(credential.valid_until)))
        lines.append(self.tr("In your file since {date}").format(date=day_of(details.card.added_at)))
        self._add_texts(layout, self.tr("Dates"), lines)

    def _add_texts(self, layout: QVBoxLayout, title: str, texts: Sequence[str | None]) -> None:
        said = [text for text in texts if text]
        if not said:
            return
        layout.addWidget(Rule())
        layout.addWidget(PlainLabel(title, "section"))
        for text in said:
            layout.addWidget(PlainLabel(text, "secondary"))

    def _ask_share(self) -> None:
        if self._shown is not None:
            self.share.emit(self._shown.card.id)

    def _ask_delete(self) -> None:
        if self._shown is not None:
            self.delete.emit(self._shown.card.id)

    def _ask_undelete(self) -> None:
        if self._shown is not None:
            self.undelete.emit(self._shown.card.id)

    def _ask_again(self) -> None:
        if self._shown is not None:
            self.check_again.emit(self._shown.card.id)

    def _ask_online(self, answer: SiteAnswer | None = None) -> None:
        if self._shown is not None:
            self.check_online.emit(self._shown.card.id, answer)

    def ask_about_site(self, record_id: str, question: SiteQuestion) -> None:
        """A check of this credential needs a website; nothing happens when another one is shown by now."""
        if self._shown is not None and self._shown.card.id == record_id and self.check_part is not None:
            self.check_part.ask(question)

    def _ask_know(self) -> None:
        if self._shown is not None:
            self.know_issuer.emit(self._shown.card.id)

    def _ask_forget(self) -> None:
        if self._shown is not None:
            self.forget_issuer.emit(self._shown.credential.issuer.id)

    def _ask_save(self) -> None:
        if self._shown is not None:
            self.save_original.emit(self._shown.card.id)


def _asks_for_own_word(details: Details) -> bool:
    """Only for a key that is the issuer's, and a name that is not made to look like another one's."""
    report = details.report
    proven = all(
        report.check(name).outcome is Outcome.PASSED for name in (CheckName.PROOF, CheckName.ISSUER_BINDING)
    )
    return proven and report.check(CheckName.ISSUER_TRUST).reason in _OWN_WORD_HELPS
