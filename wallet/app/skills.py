"""The skills of all current credentials, each with what shows it; joining and parting skills that look alike.

Lives here: adding up, and which namings are one skill. Does not live here: what one credential names
(`wallet.credentials.skills`), keeping (`wallet.vault.facts`, `wallet.vault.skill_joins`).

Two namings are one skill only by an identifier: the same address (unless their codes differ), or the same code in the
same framework. A like name is only a suggestion; the learner joins, and can part again.
"""

import itertools
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from wallet.app.container import Services
from wallet.app.facts import BATCH, GatheredFacts, gather
from wallet.app.skill_groups import group_of
from wallet.app.skill_view import Earned, LookAlike, Skill, Skills
from wallet.app.skills_apart import Pair, kept_apart
from wallet.credentials.skills import Framework, NamedSkill, folded
from wallet.errors import Reason, VaultError
from wallet.vault.connection import Vault
from wallet.vault.facts import FactsHead

__all__ = ["find_skill", "groups_of", "join_skills", "numbers_of", "part_skill", "skills", "skills_in"]

_LEAST_KEY = 6


def skills(vault: Vault, limit: int = BATCH) -> Skills:
    """Every skill of the credentials outside the bin. Reads on first, in a file of an older format.

    Args:
        limit: how many credentials to read on; where more are left, `Skills.pending` says how many.

    Raises:
        VaultError: the file cannot be read.
    """
    return skills_in(vault, gather(vault, limit))


def skills_in(vault: Vault, found: GatheredFacts) -> Skills:
    """The same from what was gathered already."""
    joined = vault.skill_joins.groups()
    groups = groups_of(found.skills, joined)
    members: dict[int, list[int]] = {}
    for number in found.skills:
        members.setdefault(groups[number], []).append(number)
    named: dict[int, dict[str, str]] = {}
    for use in found.uses:
        levels = named.setdefault(groups[use.skill], {})
        levels[use.record_id] = levels.get(use.record_id) or use.level
    earned = {head.id: _earned(head) for head in found.heads}
    all_skills = [
        _skill([found.skills[number] for number in members[group]], levels, earned, joined)
        for group, levels in named.items()
    ]
    all_skills.sort(key=lambda one: (-one.proofs, -len(one.credentials), folded(one.name), one.key))
    framed = tuple(one for one in all_skills if one.family is not Framework.NONE)
    words = tuple(one for one in all_skills if one.family is Framework.NONE)
    return Skills(framed, words, _look_alikes(framed, kept_apart(vault)), found.pending)


def join_skills(vault: Vault, keys: Sequence[str], services: Services) -> Skills:
    """Makes these skills one, because the learner says so. Durable on return.

    Args:
        keys: `Skill.key` of each.

    Raises:
        VaultError: NAME_NOT_FOUND when one is no skill of this file.
    """
    present = skills(vault)
    chosen = [key for one in keys for key in _by_key(present, one).keys]
    vault.skill_joins.join([bytes.fromhex(key) for key in chosen], services.clock.now())
    return skills(vault)


def part_skill(vault: Vault, key: str) -> Skills:
    """Takes apart again what the learner joined into one skill. Durable on return.

    Raises:
        VaultError: NAME_NOT_FOUND when it is no skill of this file.
    """
    vault.skill_joins.part([bytes.fromhex(one) for one in _by_key(skills(vault), key).keys])
    return skills(vault)


def find_skill(present: Skills, name: str) -> Sequence[Skill]:
    """The skills that are called so, without regard to case and accents; or the one with this code or key.

    Six or more letters of a key are enough.
    """
    typed = folded(name)
    everything = (*present.skills, *present.words)
    by_key = [
        one
        for one in everything
        if len(typed) >= _LEAST_KEY and any(key.startswith(typed) for key in one.keys)
    ]
    return by_key or [
        one
        for one in everything
        if typed and typed in (folded(one.name), folded(one.code), *map(folded, one.also))
    ]


def numbers_of(named: Iterable[tuple[int, NamedSkill]], keys: Iterable[str]) -> Sequence[int]:
    """Every naming of the skills with these keys, for a filter."""
    wanted = set(keys)
    return [number for number, skill in named if skill.key.hex() in wanted]


def _by_key(present: Skills, key: str) -> Skill:
    for one in (*present.skills, *present.words):
        if key in one.keys:
            return one
    raise VaultError(Reason.NAME_NOT_FOUND, "no such skill")


def groups_of(named: Mapping[int, NamedSkill], joined: Mapping[bytes, int]) -> Mapping[int, int]:
    """For each naming the number of the naming that stands for its skill."""
    stands_for = {number: number for number in named}

    def find(number: int) -> int:
        while stands_for[number] != number:
            number = stands_for[number]
        return number

    codes_at: dict[str, set[str]] = {}
    for skill in named.values():
        if skill.url and skill.code:
            codes_at.setdefault(skill.url, set()).add(folded(skill.code))
    first: dict[object, int] = {}
    for number, skill in named.items():
        signs: list[object] = [skill.key]
        if skill.url and len(codes_at.get(skill.url, ())) <= 1:
            signs.append(("url", skill.url))
        if skill.code and skill.family is not Framework.NONE and _place(skill):
            signs.append(("code", _place(skill), folded(skill.code)))
        if skill.key in joined:
            signs.append(("joined", joined[skill.key]))
        for sign in signs:
            other = find(first.setdefault(sign, number))
            mine = find(number)
            stands_for[max(mine, other)] = min(mine, other)
    return {number: find(number) for number in named}


def _place(skill: NamedSkill) -> str:
    """The framework a code belongs to; "" where it says none."""
    return folded(skill.framework) if skill.family is Framework.OTHER else str(skill.family)


def _skill(
    members: Sequence[NamedSkill],
    levels: Mapping[str, str],
    earned: Mapping[str, Earned],
    joined: Mapping[bytes, int],
) -> Skill:
    first = next((one for one in members if one.family is not Framework.NONE), members[0])
    credentials = [
        replace(earned[record_id], level=level) if level else earned[record_id]
        for record_id, level in levels.items()
    ]
    credentials.sort(key=lambda one: (one.is_proof, one.earned or ""), reverse=True)
    names = {folded(one.name): one.name for one in members if folded(one.name) != folded(first.name)}
    frameworks = {
        folded(one.framework): one.framework
        for one in members
        if one.framework and folded(one.framework) != folded(first.framework)
    }
    keys = tuple(dict.fromkeys(one.key.hex() for one in members))
    return Skill(
        key=first.key.hex(),
        keys=keys,
        name=first.name,
        family=first.family,
        framework=first.framework,
        code=first.code,
        url=first.url,
        group=group_of(first.name),
        credentials=tuple(credentials),
        also=(*names.values(), *frameworks.values()),
        is_joined=len({one.key for one in members if one.key in joined}) > 1,
    )


def _earned(head: FactsHead) -> Earned:
    return Earned(
        head.id, head.name, head.issuer, head.kind, head.verdict, head.year, head.earned, head.self_asserted
    )


def _look_alikes(framed: Sequence[Skill], apart: Collection[Pair]) -> Sequence[LookAlike]:
    """Those of one name, unless the learner said of every two of them that they are not the same."""
    alike: dict[str, list[Skill]] = {}
    for one in framed:
        alike.setdefault(folded(one.name), []).append(one)
    return tuple(
        LookAlike(tuple(some))
        for name, some in alike.items()
        if name
        and len(some) > 1
        and not all(_are_apart(*two, apart) for two in itertools.combinations(some, 2))
    )


def _are_apart(one: Skill, other: Skill, apart: Collection[Pair]) -> bool:
    return any((min(a, b), max(a, b)) in apart for a in one.keys for b in other.keys)
