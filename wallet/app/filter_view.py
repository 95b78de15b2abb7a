"""What a list can be narrowed to: frozen values for screens and commands. Loads no database.

Does not live here: choosing (`list_filters`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from wallet.credentials.kinds import Kind

__all__ = ["FilterChoices", "Kind", "ListFilters", "SkillChoice", "Status"]


class Status(StrEnum):
    """What the chip of a credential says: a verdict, or that the learner wrote it."""

    VERIFIED = "verified"
    CHECK = "check"
    UNCHECKED = "unchecked"
    INVALID = "invalid"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class ListFilters:
    """What a list is narrowed to.

    Of one sort, any that is named fits; of several sorts, all must. Nothing named asks nothing.

    Attributes:
        skills: keys of skills, as `wallet.app.skill_view.Skill.keys`.
    """

    kinds: Sequence[Kind] = ()
    statuses: Sequence[Status] = ()
    years: Sequence[int] = ()
    skills: Sequence[str] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked."""
        return not (self.kinds or self.statuses or self.years or self.skills)


@dataclass(frozen=True, slots=True)
class SkillChoice:
    """One skill to narrow a list to; `keys` are those of everything joined in it. The name is hostile text."""

    keys: Sequence[str]
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """What the current credentials can be narrowed to, the bin included.

    Attributes:
        kinds, statuses: in their usual order, only those there are.
        years: the latest first.
        skills: by name; words of no framework are among them.
        pending: how many credentials of an older file were not read yet; asking again reads on.
    """

    kinds: Sequence[Kind] = ()
    statuses: Sequence[Status] = ()
    years: Sequence[int] = ()
    skills: Sequence[SkillChoice] = ()
    pending: int = 0
