"""`ler-wallet skills`: what the credentials show, together; and the words of an overview of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wallet.app.skill_view import Earned, Framework, Kind, Overview, Skill, SkillGroup, Skills
from wallet.app.skills import find_skill, join_skills, part_skill, skills
from wallet.app.unlock import Vault
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.render import counted, plain, title_and_issuer, verdict_line
from wallet.cli.services import services_of
from wallet.errors import Reason, VaultError
from wallet.verification.report import Verdict

_ALL = -1
_KEY = 12
"""So many letters of a skill's key are shown, and are enough to name it."""
_FAMILIES = {
    Framework.CASE: "CASE",
    Framework.ESCO: "ESCO",
    Framework.ONET: "O*NET",
    Framework.CTDL: "CTDL",
    Framework.OTHER: "another framework",
    Framework.NONE: "no framework",
}
_GROUPS = {
    SkillGroup.PEOPLE: "People",
    SkillGroup.WORDS: "Words and languages",
    SkillGroup.THINKING: "Thinking",
    SkillGroup.NUMBERS: "Numbers",
    SkillGroup.MONEY: "Money",
    SkillGroup.PLANNING: "Planning",
    SkillGroup.MAKING: "Making and repairing",
    SkillGroup.CREATING: "Creating",
    SkillGroup.COMPUTERS: "Computers",
    SkillGroup.HEALTH: "Health and safety",
    SkillGroup.OTHER: "Other skills",
}
_KINDS = {
    Kind.BADGE: ("badge", "badges"),
    Kind.CERTIFICATE: ("certificate", "certificates"),
    Kind.DEGREE: ("diploma or degree", "diplomas or degrees"),
    Kind.TRANSCRIPT: ("transcript", "transcripts"),
    Kind.LICENCE: ("licence", "licences"),
    Kind.JOB: ("job or internship", "jobs or internships"),
    Kind.VOLUNTEER: ("volunteer work", "volunteer works"),
    Kind.COURSE: ("course", "courses"),
    Kind.OTHER: ("other", "others"),
}


def list_skills(*, vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """Every skill, in everyday groups, with what shows it."""
    with opened(vault_path, descriptor) as vault:
        found = skills(vault, _ALL)
    if as_json:
        for one in (*found.skills, *found.words):
            console.result_object(_skill_object(one, found))
    else:
        _print_skills(found)
    if not (found.skills or found.words):
        console.say("No credential in this file names a skill.")
    return exit_codes.DONE


def join(
    *, names: Sequence[str], vault_path: str, descriptor: int | None, at: str | None, as_json: bool
) -> int:
    """Makes skills one."""
    services = services_of(at)
    with opened(vault_path, descriptor) as vault:
        keys = [one.key for name in names for one in _named(vault, name)]
        found = join_skills(vault, keys, services)
        _print_named(found, keys[0], as_json=as_json)
    return exit_codes.DONE


def part(*, name: str, vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """Takes apart what was joined."""
    with opened(vault_path, descriptor) as vault:
        joined = [one for one in _named(vault, name) if one.is_joined]
        for one in joined:
            part_skill(vault, one.key)
        found = skills(vault, _ALL)
        for key in (key for one in joined for key in one.keys):
            _print_named(found, key, as_json=as_json)
    if not joined:
        console.say("Nothing was joined in this skill.")
    return exit_codes.DONE


def _named(vault: Vault, name: str) -> Sequence[Skill]:
    found = find_skill(skills(vault, _ALL), name)
    if not found:
        raise VaultError(Reason.NAME_NOT_FOUND, "no such skill")
    return found


def _print_named(found: Skills, key: str, *, as_json: bool) -> None:
    one = next(one for one in (*found.skills, *found.words) if key in one.keys)
    if as_json:
        console.result_object(_skill_object(one, found))
    else:
        console.result("\n".join(_skill_lines(one)))


def _print_skills(found: Skills) -> None:
    if found.skills or found.words:
        words = counted(found.shown, "skill", "skills")
        console.result(f"You can show {words} with a verified credential.")
    for group in SkillGroup:
        some = [one for one in found.skills if one.group is group]
        if some:
            console.result("")
            console.result(f"{_GROUPS[group]}:")
        for one in some:
            console.result("\n".join(_skill_lines(one)))
    if found.words:
        console.result("")
        console.result("Words on your credentials, of no framework:")
        console.result("  " + ", ".join(plain(one.name, 80) for one in found.words))
    for alike in found.look_alikes:
        keys = " ".join(one.key[:_KEY] for one in alike.skills)
        console.say(
            f"Perhaps one skill: {plain(alike.skills[0].name)}. If it is, join it: ler-wallet skills join {keys}"
        )


def _skill_lines(one: Skill) -> Iterator[str]:
    source = plain(one.framework) or _FAMILIES[one.family]
    code = f" {plain(one.code, 40)}" if one.code else ""
    joined = ", joined by you" if one.is_joined else ""
    yield f"  {one.key[:_KEY]}  {plain(one.name)} ({source}{code}{joined})"
    for proof in one.credentials:
        level = f" Level: {plain(proof.level, 80)}." if proof.level else ""
        yield (
            f"      {proof.record_id}  {title_and_issuer(proof.name, proof.issuer)}. {_status(proof)}{level}"
        )


def _status(one: Earned) -> str:
    """What the line says of a proof: what somebody says of themselves shows nothing to others."""
    own = one.self_asserted and one.verdict is Verdict.VERIFIED
    return "Issued to oneself." if own else verdict_line(one.verdict, None)


def overview_lines(found: Overview) -> Iterator[str]:
    """Everything earned at a glance, for people."""
    total = counted(found.total, "credential", "credentials")
    yield f"{total}, {found.proofs} of them verified."
    yield f"You can show {counted(found.skills.shown, 'skill', 'skills')} with a verified credential."
    yield ""
    for kind in found.kinds:
        yield f"{counted(kind.total, *_KINDS[kind.kind])}, {kind.proofs} verified"
    for year in found.years:
        yield ""
        yield f"{'Without a date' if year.year is None else year.year}: {len(year.credentials)}, {year.proofs} verified"
        for one in year.credentials:
            yield f"  {one.record_id}  {title_and_issuer(one.name, one.issuer)}. {_status(one)}"


def _skill_object(one: Skill, found: Skills) -> Mapping[str, Any]:
    alike = next((some.skills for some in found.look_alikes if one in some.skills), ())
    return {
        "key": one.key,
        "name": one.name,
        "group": str(one.group),
        "family": str(one.family),
        "framework": one.framework or None,
        "code": one.code or None,
        "url": one.url or None,
        "verified": one.proofs,
        "not_verified": one.others,
        "joined": list(one.keys) if one.is_joined else [],
        "looks_like": [other.key for other in alike if other is not one],
        "credentials": [_earned_object(proof) | {"level": proof.level or None} for proof in one.credentials],
    }


def overview_object(found: Overview) -> Mapping[str, Any]:
    """The same for programs."""
    return {
        "credentials": found.total,
        "verified": found.proofs,
        "skills": len(found.skills.skills),
        "skills_shown": found.skills.shown,
        "kinds": [
            {"kind": str(one.kind), "credentials": one.total, "verified": one.proofs} for one in found.kinds
        ],
        "years": [
            {
                "year": one.year,
                "verified": one.proofs,
                "credentials": [_earned_object(earned) for earned in one.credentials],
            }
            for one in found.years
        ],
    }


def _earned_object(one: Earned) -> dict[str, Any]:
    return {
        "id": one.record_id,
        "name": one.name,
        "issuer": one.issuer,
        "kind": str(one.kind),
        "verdict": str(one.verdict),
        "earned": one.earned,
        "self_asserted": one.self_asserted,
    }
