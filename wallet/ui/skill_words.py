"""What is said of skills on their page: groups, lists they are from, how well each is shown, how many there are.

Does not live here: which skills there are (`wallet.app.skill_view`).
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from wallet.app.skill_groups import SkillGroup
from wallet.app.skill_view import Earned, Skill, Skills
from wallet.ui.chips import chip_of
from wallet.ui.languages import translate
from wallet.ui.safe_text import one_line
from wallet.ui.skill_rows import Head, family_of

SHOWN, OPEN, OWN = "circle-check", "circle-dash", "pencil"
"""The sign of a skill: shown with proof, named without, only in what the learner added."""

_TONES = {SHOWN: "ok", OPEN: "text3", OWN: "self"}
_LONGEST_NAME = 200


def is_own(earned: Earned) -> bool:
    """Whether its chip says that the learner added it."""
    return chip_of(earned.verdict, self_asserted=earned.self_asserted).token == "self"  # noqa: S105 - a colour


def sign_of(skill: Skill) -> str:
    """Which of the three signs a skill has."""
    if skill.is_shown:
        return SHOWN
    return OWN if all(map(is_own, skill.credentials)) else OPEN


def tone_of(sign: str) -> str:
    """The colour token of a sign."""
    return _TONES[sign]


def name_of(skill: Skill) -> str:
    """Its name on one line."""
    return one_line(skill.name, _LONGEST_NAME) or translate("SkillWords", "Without a name")


def group_title(group: SkillGroup) -> str:
    """An everyday group."""
    return {
        SkillGroup.PEOPLE: translate("SkillWords", "People"),
        SkillGroup.WORDS: translate("SkillWords", "Words and languages"),
        SkillGroup.THINKING: translate("SkillWords", "Thinking"),
        SkillGroup.NUMBERS: translate("SkillWords", "Numbers"),
        SkillGroup.MONEY: translate("SkillWords", "Money"),
        SkillGroup.PLANNING: translate("SkillWords", "Planning"),
        SkillGroup.MAKING: translate("SkillWords", "Making and repairing"),
        SkillGroup.CREATING: translate("SkillWords", "Creating"),
        SkillGroup.COMPUTERS: translate("SkillWords", "Computers"),
        SkillGroup.HEALTH: translate("SkillWords", "Health and safety"),
    }.get(group, translate("SkillWords", "Other skills"))


def head_title(head: Head) -> str:
    """What stands above a group."""
    if head.is_words:
        return translate("SkillWords", "Words, not from a list")
    if head.group is not None:
        return group_title(head.group)
    return one_line(head.framework, _LONGEST_NAME) or translate("SkillWords", "From a list without a name")


def head_note(head: Head) -> str:
    """The explanation below it, "" for most."""
    if not head.is_words:
        return ""
    return translate(
        "SkillWords",
        "Issuers wrote these words without saying which list of skills they are from. The same word may mean "
        "something else to another issuer, so they are not counted.",
    )


def list_words(skill: Skill) -> str:
    """The short name of the list a skill is from, "" for a word."""
    return one_line(family_of(skill), _LONGEST_NAME)


def also_line(text: str) -> str:
    """One of the other names of a joined skill."""
    return one_line(text, _LONGEST_NAME)


class Counted(QObject):
    """Sentences with a number: Qt's tool finds those of objects only."""

    def shown_by(self, skill: Skill) -> str:
        """By how many credentials a skill is shown, and what else names it."""
        own = sum(map(is_own, skill.credentials))
        others = skill.others - own
        if not skill.is_shown:
            parts = [self.tr("Named by %n credential(s), not verified", "", others)] if others else []
            return ", ".join([*parts, *([self._added(own)] if own else [])])
        parts = [self.tr("Shown by %n credential(s)", "", skill.proofs)]
        if others:
            parts.append(self.tr("plus %n not verified", "", others))
        if own:
            parts.append(self.tr("plus %n added by you", "", own))
        return ", ".join(parts)

    def result(self, skill: Skill) -> str:
        """What was reached, as the latest credential that says it says it; "" when none does."""
        level = next((one.level for one in skill.credentials if one.level), "")
        return self.reached(level)

    def reached(self, level: str) -> str:
        """A level or result in the issuer's words; "" for none."""
        shown = one_line(level, _LONGEST_NAME)
        return self.tr("Result: {result}").format(result=shown) if shown else ""

    def skills(self, count: int) -> str:
        """How many there are below a head."""
        return self.tr("%n skill(s)", "", count)

    def summary(self, skills: Skills) -> str:
        """How many skills the learner can show, in one sentence."""
        if not skills.shown:
            return self.tr("No skill is shown with proof yet.")
        return self.tr("You can show %n skill(s) with proof.", "", skills.shown)

    def rest(self, skills: Skills) -> str:
        """What counts as proof, and what there is beside it."""
        signs = [sign_of(skill) for skill in skills.skills]
        parts = [self.tr("Proof is a verified credential from somebody else.")]
        if others := signs.count(OPEN):
            parts.append(self.tr("%n skill(s) stand only in credentials that are not verified.", "", others))
        if own := signs.count(OWN):
            parts.append(self.tr("%n skill(s) stand only in what you added yourself.", "", own))
        if skills.pending:
            parts.append(self.tr("%n credential(s) are still being read.", "", skills.pending))
        return " ".join(parts)

    def found(self, count: int) -> str:
        """How many match a search."""
        return self.tr("%n found", "", count)

    def alike(self, skills: Sequence[Skill]) -> str:
        """Skills that might be the same, each with its list."""
        named = ", ".join(_with_list(skill) for skill in skills)
        return self.tr("These look alike: {skills}. Are they the same?").format(skills=named)

    def _added(self, own: int) -> str:
        return self.tr("Added by you, %n time(s)", "", own) if own > 1 else self.tr("Added by you")


def _with_list(skill: Skill) -> str:
    name, listed = name_of(skill), list_words(skill)
    quoted = translate("SkillWords", "“{name}”").format(name=name)
    return f"{quoted} ({listed})" if listed else quoted
