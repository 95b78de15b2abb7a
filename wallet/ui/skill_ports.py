"""What the pages ask about skills, kinds and years. No Qt.

Lives here: the Protocol. The values that travel are those of `wallet.app.skill_view` and `wallet.app.filter_view`. Does
not live here: the implementation (`skill_cases`).
"""

from collections.abc import Sequence
from typing import Protocol

from wallet.app.filter_view import FilterChoices, ListFilters
from wallet.app.skill_view import Overview, Skills


class KnowsSkills(Protocol):
    """The part of an open file that is about what can be shown: called on the file's own thread."""

    def skills(self) -> Skills:
        """The skills of all current credentials. Where `pending` is not 0, ask again: each call reads on a little."""
        ...

    def overview(self) -> Overview:
        """Kinds, years and skills at a glance; `pending` as for `skills`."""
        ...

    def join_skills(self, keys: Sequence[str]) -> Skills:
        """Makes skills with these keys one, because the learner says so."""
        ...

    def filter_choices(self) -> FilterChoices:
        """What a list can be narrowed to; `pending` as for `skills`."""
        ...

    def narrowed(self, filters: ListFilters) -> frozenset[str] | None:
        """The record ids that fit, in the bin too; None when nothing is asked."""
        ...

    def part_skills(self, key: str) -> Skills:
        """Takes apart again what was joined into the skill with this key."""
        ...

    def keep_skills_apart(self, keys: Sequence[str], *, apart: bool) -> None:
        """Notes that skills with these keys are not the same, so that nobody asks again; or takes that back."""
        ...
