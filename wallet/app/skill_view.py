"""What is said of skills and years over a whole file: frozen values for screens and commands.

Does not live here: adding up (`skills`, `overview`). All texts come from credentials and are hostile.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from wallet.app.skill_groups import SkillGroup
from wallet.credentials.kinds import Kind
from wallet.credentials.skills import Framework
from wallet.verification.report import Verdict

__all__ = [
    "Earned",
    "Framework",
    "Kind",
    "KindCount",
    "LookAlike",
    "Overview",
    "Skill",
    "SkillGroup",
    "Skills",
    "YearCount",
]


@dataclass(frozen=True, slots=True)
class Earned:
    """One current credential, as a line of a list of proofs or of a year.

    Attributes:
        earned: the day, "2026-05-31", None when it does not say; `year` is its year.
        self_asserted: issuer and subject are the same, so it vouches for nothing.
        level: what was reached in the skill it is listed under, in the issuer's words; "" when nothing is said.
    """

    record_id: str
    name: str
    issuer: str
    kind: Kind
    verdict: Verdict
    year: int | None = None
    earned: str | None = None
    self_asserted: bool = False
    level: str = ""

    @property
    def is_proof(self) -> bool:
        """Whether it shows something with proof: verified, and issued by somebody else."""
        return self.verdict is Verdict.VERIFIED and not self.self_asserted


@dataclass(frozen=True, slots=True)
class Skill:
    """One skill with every credential that names it.

    Attributes:
        key: what it is called when it is joined, parted or filtered by; hex.
        keys: of everything in it: more than one after the learner joined skills.
        name: the words of the first credential that names it.
        also: other names and frameworks of what was joined, one text each.
        family: which family of frameworks; NONE for a word without identifier.
        framework, code, url: as the issuer wrote them; "" when not said.
        group: everyday words for what it is about.
        credentials: what names it, the latest first, what counts as proof before the rest.
        is_joined: the learner joined it from several, and can part them again.
    """

    key: str
    keys: Sequence[str]
    name: str
    family: Framework
    framework: str
    code: str
    url: str
    group: SkillGroup
    credentials: Sequence[Earned]
    also: Sequence[str] = ()
    is_joined: bool = False

    @property
    def proofs(self) -> int:
        """How many credentials show it with proof."""
        return sum(one.is_proof for one in self.credentials)

    @property
    def others(self) -> int:
        """How many name it without proof."""
        return len(self.credentials) - self.proofs

    @property
    def is_shown(self) -> bool:
        """Whether at least one credential shows it with proof."""
        return any(one.is_proof for one in self.credentials)


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Skills of one name and different identifiers: perhaps the same, which only the learner can say."""

    skills: Sequence[Skill]


@dataclass(frozen=True, slots=True)
class Skills:
    """The skills of all current credentials.

    Attributes:
        skills: those with an identifier, the best shown first.
        words: words without identifier, kept apart.
        look_alikes: what might be joined.
        pending: how many credentials of an older file were not read yet; asking again reads on.
    """

    skills: Sequence[Skill]
    words: Sequence[Skill]
    look_alikes: Sequence[LookAlike]
    pending: int = 0

    @property
    def shown(self) -> int:
        """How many skills are shown with proof; words are not counted."""
        return sum(skill.is_shown for skill in self.skills)


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many credentials of one kind there are, and how many of them are proof."""

    kind: Kind
    total: int
    proofs: int


@dataclass(frozen=True, slots=True)
class YearCount:
    """What was earned in one year, the first day first; `year` is None for what has no date."""

    year: int | None
    credentials: Sequence[Earned]

    @property
    def proofs(self) -> int:
        """How many of them are proof."""
        return sum(one.is_proof for one in self.credentials)


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything earned at a glance.

    Attributes:
        total, proofs: how many credentials, and how many of them are verified and by others.
        kinds: by kind, the most first; only kinds there are.
        years: oldest to newest; what has no date last.
        skills: as `Skills` has them, with their counts.
        pending: as in `Skills`.
    """

    total: int
    proofs: int
    kinds: Sequence[KindCount]
    years: Sequence[YearCount]
    skills: Skills
    pending: int = 0
