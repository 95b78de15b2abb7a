"""Which everyday group a skill belongs to: people, thinking, money, making ... by the words of its name.

Lives here: the look-up in a small table of words. Does not live here: what the groups are called (cli, ui), the words
themselves (`resources/skill_groups`). A group is a help to find things, never a judgement.
"""

import re
from enum import StrEnum
from functools import cache

from wallet import resources
from wallet.credentials.skills import folded

__all__ = ["SkillGroup", "group_of"]

_WORDS = re.compile(r"[^\W_]+")
_LANGUAGES = ("en.toml", "es.toml")


class SkillGroup(StrEnum):
    """Groups in everyday words, in the order in which they are shown."""

    PEOPLE = "people"
    WORDS = "words"
    THINKING = "thinking"
    NUMBERS = "numbers"
    MONEY = "money"
    PLANNING = "planning"
    MAKING = "making"
    CREATING = "creating"
    COMPUTERS = "computers"
    HEALTH = "health"
    OTHER = "other"


def group_of(name: str) -> SkillGroup:
    """The group of a skill's name in English or Spanish; `OTHER` for one no word of the table fits."""
    spoken = _WORDS.findall(folded(name))
    for group, beginnings in _table():
        if any(word.startswith(beginnings) for word in spoken):
            return group
    return SkillGroup.OTHER


@cache
def _table() -> tuple[tuple[SkillGroup, tuple[str, ...]], ...]:
    tables = [resources.read_tables("skill_groups", file).table("words") for file in _LANGUAGES]
    return tuple(
        (SkillGroup(name), tuple(beginning for table in tables for beginning in table.get(name, ())))
        for name in tables[0]
    )
