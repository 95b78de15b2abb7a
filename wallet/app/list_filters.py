"""Which credentials of a list are of some kind, status, year or skill.

Lives here: choosing by what is derived of credentials, and what there is to choose from. Does not live here: searching,
collections, tags, the bin (`browse`); the values (`filter_view`).
"""

from collections.abc import Callable, Iterable, Sequence

from wallet.app.facts import BATCH, gather, read_on
from wallet.app.filter_view import FilterChoices, Kind, ListFilters, SkillChoice, Status
from wallet.app.skills import find_skill, groups_of, numbers_of, skills_in
from wallet.credentials.skills import NamedSkill, folded
from wallet.errors import Reason, VaultError
from wallet.vault.connection import Vault
from wallet.verification.report import Verdict

__all__ = ["Kind", "ListFilters", "Status", "choices", "matching", "named_skills", "read_all"]

Owns = Callable[[str], bool]

_VERDICTS = {
    Status.VERIFIED: (Verdict.VERIFIED,),
    Status.CHECK: (Verdict.CHECK,),
    Status.UNCHECKED: (Verdict.UNCHECKED,),
    Status.INVALID: (Verdict.INVALID, Verdict.UNREADABLE),
    Status.OWN: (),
}


def matching(vault: Vault, filters: ListFilters, owns: Owns) -> frozenset[str] | None:
    """The records that fit, in the bin too; None when nothing is asked.

    What was not read yet fits no kind, year or skill.

    Args:
        owns: whether the learner wrote a record whose issuer speaks of itself. What they wrote has that status alone,
            unless it is not valid.

    Raises:
        VaultError: the file cannot be read.
    """
    if filters.is_empty:
        return None
    by_facts = _of_kind_year_and_skill(vault, filters)
    if not filters.statuses:
        return by_facts
    by_status = _of_status(vault, filters.statuses, owns)
    return by_status if by_facts is None else by_facts & by_status


def read_all(vault: Vault) -> None:
    """Reads what is left of an older file, however long it takes; nothing in one that cannot be written."""
    while read_on(vault, BATCH) and not vault.read_only:
        pass


def choices(vault: Vault, owns: Owns) -> FilterChoices:
    """What the current credentials can be narrowed to. Reads on first, a batch of an older file.

    Raises:
        VaultError: the file cannot be read.
    """
    pending = read_on(vault)
    if pending and vault.read_only:
        found = gather(vault)
        kinds = frozenset(head.kind for head in found.heads)
        years = frozenset(head.year for head in found.heads if head.year is not None)
        named, pending = list(found.skills.items()), 0
    else:
        kinds, years = vault.facts.kinds(), vault.facts.years()
        named = list(vault.facts.skills())
    present = {str(verdict) for verdict in vault.lists.verdicts()}
    own = _own(vault, owns)
    statuses = [
        status
        for status in Status
        if (own if status is Status.OWN else present.intersection(map(str, _VERDICTS[status])))
    ]
    return FilterChoices(
        kinds=[kind for kind in Kind if kind in kinds],
        statuses=statuses,
        years=sorted(years, reverse=True),
        skills=_skill_choices(vault, named),
        pending=pending,
    )


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


def _skill_choices(vault: Vault, named: Sequence[tuple[int, NamedSkill]]) -> Sequence[SkillChoice]:
    groups = groups_of(dict(named), vault.skill_joins.groups())
    members: dict[int, list[NamedSkill]] = {}
    for number, skill in named:
        members.setdefault(groups[number], []).append(skill)
    found = [
        SkillChoice(tuple(dict.fromkeys(one.key.hex() for one in some)), some[0].name)
        for some in members.values()
    ]
    return sorted(found, key=lambda one: folded(one.name))


def _own(vault: Vault, owns: Owns) -> frozenset[str]:
    """What the learner wrote and is as they wrote it."""
    return frozenset(record_id for record_id in vault.lists.self_asserted() if owns(record_id))


def _of_status(vault: Vault, statuses: Iterable[Status], owns: Owns) -> frozenset[str]:
    wanted = frozenset(statuses)
    own = _own(vault, owns)
    verdicts = [verdict for status in wanted for verdict in _VERDICTS[status]]
    issued = vault.lists.with_verdicts(verdicts) - own
    return issued | own if Status.OWN in wanted else issued


def _of_kind_year_and_skill(vault: Vault, filters: ListFilters) -> frozenset[str] | None:
    """The records that fit; None when nothing of these is asked."""
    if not (filters.kinds or filters.years or filters.skills):
        return None
    if vault.read_only and vault.facts.pending_count():
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
