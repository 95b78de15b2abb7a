"""The list of skills as it is shown: in groups under heads, and only what is searched for.

Lives here: sorting skills into groups. Does not live here: where they come from (`wallet.app.skills`), what groups are
called (`skill_words`), painting (`models`). No Qt is needed, so all of it may run on a worker.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wallet.app.skill_groups import SkillGroup
from wallet.app.skill_view import Framework, Skill, Skills
from wallet.credentials.skills import folded

_GROUPS = tuple(SkillGroup)
_FAMILIES = {Framework.ONET: "O*NET", Framework.ESCO: "ESCO", Framework.CASE: "CASE", Framework.CTDL: "CTDL"}


class Grouping(StrEnum):
    """What the heads stand for."""

    EVERYDAY = "everyday"
    FRAMEWORK = "framework"


@dataclass(frozen=True, slots=True)
class Head:
    """The line above a group.

    Attributes:
        group: in everyday words; None where `framework` names it, "" for skills whose list has no name.
        is_words: above the words that belong to no list.
        count: how many skills stand below it.
    """

    group: SkillGroup | None
    framework: str
    count: int
    is_words: bool = False


Row = Head | Skill


@dataclass(frozen=True, slots=True)
class Entry:
    """One skill, with the letters that a search looks at."""

    skill: Skill
    letters: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """All skills of a file, ready to be shown.

    Attributes:
        entries: of a framework; those with proof first, then by name.
        words: those without identifier, in the same order.
    """

    skills: Skills
    entries: Sequence[Entry]
    words: Sequence[Entry]

    @property
    def is_empty(self) -> bool:
        """Whether no credential names any."""
        return not self.entries and not self.words

    def of_key(self, key: str) -> Skill | None:
        """The skill that goes by this key, or has it in it."""
        return next((one.skill for one in self._all() if key in one.skill.keys), None)

    def named_by(self, record_id: str, name: str, url: str | None) -> Skill | None:
        """The skill that a credential means by a name and an address."""
        said = folded(name)
        named = [one for one in self._all() if any(c.record_id == record_id for c in one.skill.credentials)]
        tests: Sequence[Callable[[Entry], bool]] = (
            lambda one: bool(url) and one.skill.url == url and folded(one.skill.name) == said,
            lambda one: bool(url) and one.skill.url == url,
            lambda one: folded(one.skill.name) == said,
            lambda one: said in one.letters,
        )
        found = (one.skill for test in tests for one in named if test(one))
        return next(found, None)

    def _all(self) -> Sequence[Entry]:
        return (*self.entries, *self.words)


def shelf_of(skills: Skills) -> Shelf:
    """Sorts what was found, and prepares it for searching."""
    return Shelf(skills, _entries(skills.skills), _entries(skills.words))


def framework_of(skill: Skill) -> str:
    """The name of the list a skill is from, as its issuer wrote it; else of its family, else ""."""
    return skill.framework or _FAMILIES.get(skill.family, "")


def family_of(skill: Skill) -> str:
    """The name that most people know the list by, where there is one; else as `framework_of`."""
    return _FAMILIES.get(skill.family) or skill.framework


def rows_of(shelf: Shelf, grouping: Grouping, search: str = "") -> Sequence[Row]:
    """The lines of the list: heads, and below each the skills in which every word of the search occurs."""
    wanted = folded(search).split()
    entries = [one for one in shelf.entries if _matches(one, wanted)]
    by = _by_group(entries) if grouping is Grouping.EVERYDAY else _by_framework(entries)
    rows: list[Row] = []
    for head, skills in by.items():
        rows += [head, *skills]
    words = [one.skill for one in shelf.words if _matches(one, wanted)]
    return [*rows, Head(None, "", len(words), is_words=True), *words] if words else rows


def _matches(entry: Entry, wanted: Sequence[str]) -> bool:
    return all(word in entry.letters for word in wanted)


def _by_group(entries: Sequence[Entry]) -> Mapping[Head, Sequence[Skill]]:
    skills: dict[SkillGroup, list[Skill]] = {}
    for one in entries:
        skills.setdefault(one.skill.group, []).append(one.skill)
    return {Head(group, "", len(skills[group])): skills[group] for group in _GROUPS if group in skills}


def _by_framework(entries: Sequence[Entry]) -> Mapping[Head, Sequence[Skill]]:
    """By name; skills whose list has none stand last."""
    skills: dict[str, list[Skill]] = {}
    names: dict[str, str] = {}
    for one in entries:
        name = framework_of(one.skill)
        skills.setdefault(folded(name), []).append(one.skill)
        names.setdefault(folded(name), name)
    ordered = sorted(skills, key=lambda key: (not key, key))
    return {Head(None, names[key], len(skills[key])): skills[key] for key in ordered}


def _entries(skills: Sequence[Skill]) -> Sequence[Entry]:
    made = [Entry(skill, folded(_searched(skill))) for skill in skills]
    return tuple(sorted(made, key=lambda one: (not one.skill.is_shown, one.letters)))


def _searched(skill: Skill) -> str:
    """Begins with the name, so that it can be sorted by."""
    issuers = dict.fromkeys(one.issuer for one in skill.credentials)
    names = dict.fromkeys(one.name for one in skill.credentials)
    said = (skill.name, *skill.also, skill.framework, _FAMILIES.get(skill.family, ""), skill.code)
    return "\n".join([*said, *issuers, *names])
