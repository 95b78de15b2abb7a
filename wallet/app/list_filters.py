"""Which credentials of a list are of some kind, status, year or skill.

Lives here: choosing by what is derived of credentials. Does not live here: searching, collections, tags, the bin
(`browse`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wallet.app.facts import BATCH, gather, read_on
from wallet.app.skills import find_skill, numbers_of, skills_in
from wallet.credentials.kinds import Kind
from wallet.errors import Reason, VaultError
from wallet.vault.connection import Vault
from wallet.vault.credential_store import CredentialHead
from wallet.verification.report import Verdict

__all__ = ["Kind", "ListFilters", "Status", "chosen", "named_skills", "status_of"]


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
        skills: keys of skills, as `wallet.app.skill_view.Skill.key`.
    """

    kinds: Sequence[Kind] = ()
    statuses: Sequence[Status] = ()
    years: Sequence[int] = ()
    skills: Sequence[str] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked."""
        return not (self.kinds or self.statuses or self.years or self.skills)


def chosen(
    vault: Vault, heads: Sequence[CredentialHead], filters: ListFilters, owns: Callable[[str], bool]
) -> Sequence[CredentialHead]:
    """Those of a list that fit, in its order. An older file is read on as far as needed first.

    Args:
        owns: whether the learner wrote a record whose issuer speaks of itself.

    Raises:
        VaultError: the file cannot be read.
    """
    fitting = _of_kind_year_and_skill(vault, filters)
    return [
        head
        for head in heads
        if (fitting is None or head.id in fitting)
        and (
            not filters.statuses
            or status_of(head.verdict, is_own=head.self_asserted and owns(head.id)) in filters.statuses
        )
    ]


def status_of(verdict: Verdict, *, is_own: bool) -> Status:
    """What the chip says. What cannot be read counts as not valid."""
    if is_own:
        return Status.OWN
    return Status.INVALID if verdict is Verdict.UNREADABLE else Status(str(verdict))


def named_skills(vault: Vault, names: Sequence[str]) -> Sequence[str]:
    """The keys of the skills called so, by name, code or key.

    Raises:
        VaultError: NAME_NOT_FOUND when no credential names one of them.
    """
    if not names:
        return ()
    present = skills_in(vault, gather(vault, -1))
    keys: list[str] = []
    for name in names:
        found = find_skill(present, name)
        if not found:
            raise VaultError(Reason.NAME_NOT_FOUND, "no such skill")
        keys += [key for skill in found for key in skill.keys]
    return tuple(keys)


def _of_kind_year_and_skill(vault: Vault, filters: ListFilters) -> frozenset[str] | None:
    """The records that fit; None when nothing of these is asked."""
    if not (filters.kinds or filters.years or filters.skills):
        return None
    while read_on(vault, BATCH) and not vault.read_only:
        pass
    if vault.facts.pending_count():
        return _in_a_file_that_cannot_be_written(vault, filters)
    numbers = numbers_of(vault.facts.skills(), filters.skills) if filters.skills else ()
    if filters.skills and not numbers:
        return frozenset()
    return vault.facts.matching(kinds=filters.kinds, years=filters.years, skills=numbers)


def _in_a_file_that_cannot_be_written(vault: Vault, filters: ListFilters) -> frozenset[str]:
    """The same from what is read now, because nothing can be kept."""
    found = gather(vault)
    fitting = {
        head.id
        for head in found.heads
        if (not filters.kinds or head.kind in filters.kinds)
        and (not filters.years or head.year in filters.years)
    }
    if filters.skills:
        numbers = set(numbers_of(found.skills.items(), filters.skills))
        fitting &= {use.record_id for use in found.uses if use.skill in numbers}
    return frozenset(fitting)
