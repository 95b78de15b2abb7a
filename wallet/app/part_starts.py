"""The kinds of parts a credential has, and which start with a tick when it is shared for a purpose.

Lives here: the kinds, and what "skills first" leaves out. Does not live here: of which kind a part is (`part_choice`),
the purposes (`share_templates`), or what the bytes that leave still tell (`still_told`).
"""

from collections.abc import Set as AbstractSet
from enum import StrEnum


class PartSays(StrEnum):
    """What a part says. A part is of one kind; the first that fits counts."""

    LICENCE = "licence"
    """The number of a licence, which its owner shows with the licence."""
    LEARNER = "learner"
    """Who the learner is: name, picture, birth date, gender, address, numbers."""
    LEVEL = "level"
    """A level that was reached, without a grade beside it."""
    OUTCOME = "outcome"
    """How well they did: grades, results, evidence, remarks."""
    PARTY = "party"
    """A school, an employer or somebody else beside the issuer."""
    SKILL = "skill"
    """Everything else: what was learned, by which measure, when."""


Starts = AbstractSet[PartSays]
"""The kinds of parts that start with a tick."""

USUAL: Starts = frozenset({PartSays.SKILL, PartSays.PARTY})
"""For most receivers: what is private, and how well the learner did, is shown only by choice."""
RECORDS: Starts = USUAL | {PartSays.OUTCOME, PartSays.LEVEL}
"""For a school or college, which asks for results."""
WORK: Starts = USUAL | {PartSays.LEVEL, PartSays.LICENCE}
"""For talks about work: levels, licences, dates; no ages, no grades."""

_BACKGROUND: Starts = frozenset({PartSays.LEARNER, PartSays.LICENCE, PartSays.OUTCOME, PartSays.PARTY})


def skills_first(starts: Starts) -> Starts:
    """What starts with a tick once the share is to speak of skills, not of the person or their background."""
    return frozenset(starts - _BACKGROUND)
