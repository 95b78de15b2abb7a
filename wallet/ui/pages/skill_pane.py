"""One skill with everything that shows it: beside the list, or a page of its own on small windows.

Lives here: the order of what is said. Does not live here: one credential (`proof_card`), fetching (`skills`).
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from wallet.app.skill_view import Earned, Framework, Skill
from wallet.ui.pages.proof_card import ProofCard
from wallet.ui.pages.side_pane import SidePane
from wallet.ui.skill_jobs import Proof
from wallet.ui.skill_rows import framework_of
from wallet.ui.skill_words import Counted, also_line, group_title, is_own, name_of, sign_of, tone_of
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Content, Middle, Rule, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import IconLabel, PlainLabel

STEP = 20
"""How many credentials are shown at once; a button brings as many more."""


class SkillPane(SidePane):
    """Shows one skill or, while none is chosen, says so. `fetch` asks for what credentials say of it."""

    share = Signal(object)
    part = Signal(object)
    open = Signal(str)
    view = Signal(object)
    save = Signal(object)
    fetch = Signal(object, object)

    def __init__(self, look: Look, copy: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Back to all skills"), parent)
        self._copy = copy
        self._counted = Counted(self)
        self._shown: Skill | None = None
        self._most = STEP
        self.cards: dict[str, ProofCard] = {}
        self.share_button: Button | None = None
        look.changed.connect(self._show_again)
        self.clear()

    @property
    def shown(self) -> Skill | None:
        """What is shown now."""
        return self._shown

    def clear(self) -> None:
        """Shows nothing but a hint."""
        self._shown, self.cards, self.share_button = None, {}, None
        self._show_hint(self.tr("Choose a skill to see what shows it."))

    def show_skill(self, skill: Skill) -> None:
        """Shows this skill from its top; the same one again stays as it is."""
        if skill == self._shown:
            return
        self._shown, self._most = skill, STEP
        self._show_again()

    def show_proof(self, proof: Proof) -> None:
        """What one credential says has arrived."""
        if proof.record_id in self.cards:
            self.cards[proof.record_id].show_proof(proof)

    def first_control(self) -> QWidget:
        """Where the keyboard goes from the list."""
        if not self.back_button.isHidden():
            return self.back_button
        cards = list(self.cards.values())
        return self.share_button or (cards[0].open_button if cards else self)

    def _show_again(self) -> None:
        if self._shown is None:
            return
        held = self._body is not None and self._body.isAncestorOf(QApplication.focusWidget() or self)
        self.cards = {}
        self._replace(Middle(self._content(self._shown), self.tr("Skill")))
        if held:  # what had the keyboard is gone
            self.first_control().setFocus(Qt.FocusReason.OtherFocusReason)
        self.fetch.emit(self._shown, tuple(self.cards))

    def _show_more(self) -> None:
        self._most += STEP
        self._show_again()

    def _content(self, skill: Skill) -> QWidget:
        content = Content()
        layout = column(self._look, 12, (20, 12, 20, 20))
        self._add_head(layout, skill)
        self._add_share(layout, skill)
        self._add_joined(layout, skill)
        proofs = [one for one in skill.credentials if one.is_proof]
        own = [one for one in skill.credentials if is_own(one)]
        others = [one for one in skill.credentials if one not in proofs and one not in own]
        left = self._most
        for title, note, group in (
            (self.tr("What shows it"), "", proofs),
            (self.tr("Named, but no proof"), self.tr("These are not verified."), others),
            (self.tr("Added by you"), self.tr("What you wrote yourself is welcome, and is no proof."), own),
        ):
            self._add_cards(layout, (title, note), group[:left])
            left -= len(group[:left])
        hidden = len(skill.credentials) - len(self.cards)
        if hidden > 0:
            more = Button(
                self._look, self.tr("Show more of the other %n", "", hidden), "chevron-down", "link"
            )
            more.clicked.connect(self._show_more)
            layout.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        content.fill(layout)
        return content

    def _add_head(self, layout: QVBoxLayout, skill: Skill) -> None:
        words = column(self._look, 4)
        words.addWidget(PlainLabel(skill.name or name_of(skill), "detail"))
        words.addWidget(PlainLabel(self._where_from(skill), "secondary"))
        sign = sign_of(skill)
        line = row(self._look, 8)
        icon = IconLabel(self._look, sign, tone_of(sign), 18)
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(PlainLabel(self._counted.shown_by(skill), "secondary_strong", tone="text"), 1)
        words.addLayout(line)
        layout.addLayout(words)

    def _where_from(self, skill: Skill) -> str:
        if skill.family is Framework.NONE:
            return self.tr("A word its issuer wrote, not from a list of skills")
        listed = framework_of(skill)
        parts = [self.tr("From {name}").format(name=listed)] if listed else []
        return " · ".join([*parts, self.tr("Area: {group}").format(group=group_title(skill.group))])

    def _add_share(self, layout: QVBoxLayout, skill: Skill) -> None:
        self.share_button = None
        if not skill.is_shown:
            words = self.tr("Nothing in your file proves this skill yet.")
            layout.addWidget(PlainLabel(words, "hint"))
            return
        self.share_button = Button(self._look, self.tr("Share with proof"), "send", "primary")
        self.share_button.clicked.connect(self._share)
        layout.addWidget(self.share_button)

    def _add_joined(self, layout: QVBoxLayout, skill: Skill) -> None:
        if not skill.is_joined:
            return
        named = ", ".join(map(also_line, skill.also))
        words = self.tr("You joined this with others that are the same.")
        if named:
            words += " " + self.tr("Also called or from: {names}").format(names=named)
        layout.addWidget(PlainLabel(words, "secondary"))
        apart = Button(self._look, self.tr("Take them apart"), "close", "link")
        apart.clicked.connect(self._part)
        layout.addWidget(apart, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_cards(self, layout: QVBoxLayout, words: tuple[str, str], group: Sequence[Earned]) -> None:
        if not group:
            return
        title, note = words
        layout.addWidget(Rule())
        layout.addWidget(PlainLabel(title, "section"))
        if note:
            layout.addWidget(PlainLabel(note, "hint"))
        for earned in group:
            card = self.cards[earned.record_id] = ProofCard(self._look, earned)
            card.open.connect(self.open)
            card.view.connect(self.view)
            card.save.connect(self.save)
            card.copy_address.connect(self._copy)
            layout.addWidget(card)

    def _share(self) -> None:
        if self._shown is not None:
            self.share.emit([one.record_id for one in self._shown.credentials if one.is_proof])

    def _part(self) -> None:
        if self._shown is not None:
            self.part.emit(self._shown)
