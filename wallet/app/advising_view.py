"""What a learner shows an adviser: frozen values for the screen and the page. All texts are hostile.

Does not live here: choosing and hiding (`advising`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from wallet.verification.report import Reason, Verdict


class Topic(StrEnum):
    """What there is to talk about."""

    NOTHING_YET = "nothing_yet"
    ENDED = "ended"
    ENDS_SOON = "ends_soon"
    NOT_VALID = "not_valid"
    LOOK_AT = "look_at"
    NOT_CHECKED = "not_checked"
    OWN_WORDS = "own_words"
    SKILLS_TO_SHOW = "skills_to_show"


@dataclass(frozen=True, slots=True)
class AdvisedCredential:
    """One credential as an adviser sees it: what was earned, from whom and when; no result, no evidence, no name."""

    name: str
    issuer: str
    issued: str
    ends: str
    verdict: Verdict
    reason: Reason | None
    self_asserted: bool


@dataclass(frozen=True, slots=True)
class AdvisedSkill:
    """One skill, and how many credentials show it with proof."""

    name: str
    proofs: int


@dataclass(frozen=True, slots=True)
class AdvisedTopic:
    """Something to talk about, with the names of what it is about."""

    topic: Topic
    names: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class AdvisingView:
    """All an adviser sees. `left_out` is how many credentials there are beyond those listed."""

    credentials: Sequence[AdvisedCredential]
    skills: Sequence[AdvisedSkill]
    topics: Sequence[AdvisedTopic]
    left_out: int = 0
