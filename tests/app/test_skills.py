"""What somebody can show, over all their credentials; only what is verified counts, and only they say what is one."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.sample_files import good
from tests.vault.builders import new_credential, record_id_of
from tests.vault.test_migrations import FIRST_FORMAT_PASSPHRASE
from wallet.app.container import Services
from wallet.app.filter_view import ListFilters, Status
from wallet.app.import_credential import import_bytes
from wallet.app.list_filters import choices, matching, named_skills
from wallet.app.overview import overview
from wallet.app.own_work import OwnWork, own_work, write_own_work
from wallet.app.skill_groups import SkillGroup, group_of
from wallet.app.skill_view import Skill, Skills
from wallet.app.skills import find_skill, join_skills, part_skill, skills
from wallet.app.unlock import Vault, open_vault
from wallet.credentials.kinds import Kind
from wallet.credentials.skills import Framework, NamedSkill
from wallet.errors import Reason, VaultError
from wallet.vault.facts import Facts
from wallet.verification.report import Verdict

ONET = NamedSkill("Planning", Framework.ONET, "O*NET", "2.B.5.a", "https://www.onetonline.org/2.B.5.a")
TOWN = NamedSkill("planning", Framework.OTHER, "Town list", "", "https://town.example/skills/4")
WELDING = NamedSkill("Welding", Framework.OTHER, "Town list", "", "https://town.example/skills/9")


def keep(
    vault: Vault,
    number: int,
    *named: NamedSkill,
    kind: Kind = Kind.BADGE,
    day: str | None = "2026-05-01",
    verdict: Verdict = Verdict.VERIFIED,
) -> str:
    facts = Facts(kind, None if day is None else int(day[:4]), day, named)
    new = replace(new_credential(number, verdict=verdict, reason=None), facts=facts)
    return vault.credentials.add(new).record_id


def by_name(found: Sequence[Skill]) -> dict[str, Skill]:
    return {one.name: one for one in found}


def lines(found: Skills) -> list[tuple[str, int, int]]:
    return [(one.name, one.proofs, one.others) for one in found.skills]


def test_only_what_is_verified_shows_a_skill(vault: Vault) -> None:
    keep(vault, 1, replace(ONET, level="Meets"))
    keep(vault, 2, ONET, WELDING, verdict=Verdict.CHECK)
    keep(vault, 3, WELDING, NamedSkill("metal", Framework.NONE), verdict=Verdict.INVALID)
    found = skills(vault)
    assert lines(found) == [("Planning", 1, 1), ("Welding", 0, 2)]
    assert (found.shown, found.pending) == (1, 0)
    planning = found.skills[0]
    assert [(one.record_id, one.is_proof, one.level) for one in planning.credentials] == [
        (record_id_of(1), True, "Meets"),
        (record_id_of(2), False, ""),
    ]
    assert [word.name for word in found.words] == ["metal"]


def test_one_who_vouches_for_themselves_shows_nothing(vault: Vault) -> None:
    """Even where their own name was put on a list of known issuers."""
    keep(vault, 1, ONET)
    with vault.database.transaction():
        vault.database.run("UPDATE credential SET self_asserted = 1")
    assert lines(skills(vault)) == [("Planning", 0, 1)]
    assert overview(vault).proofs == 0


def test_a_code_joins_across_addresses_and_an_address_across_names(vault: Vault) -> None:
    keep(vault, 1, ONET)
    keep(vault, 2, NamedSkill("Plan work", Framework.ONET, "O*NET 30", "2.B.5.A", ""))
    keep(vault, 3, WELDING, replace(WELDING, name="MIG welding"))
    found = skills(vault)
    assert lines(found) == [("Planning", 2, 0), ("Welding", 1, 0)]
    assert by_name(found.skills)["Planning"].also == ("Plan work", "O*NET 30")


def test_one_address_for_several_codes_is_several_skills(vault: Vault) -> None:
    """An issuer may give the page of a whole framework as the address of each skill."""
    page = "https://town.example/all"
    keep(
        vault,
        1,
        NamedSkill("Sawing", Framework.OTHER, "Town list", "1", page),
        NamedSkill("Sewing", Framework.OTHER, "Town list", "2", page),
    )
    assert [one.name for one in skills(vault).skills] == ["Sawing", "Sewing"]


def test_what_looks_alike_is_joined_by_the_learner_alone_and_parted_again(
    vault: Vault, services: Services
) -> None:
    keep(vault, 1, ONET)
    keep(vault, 2, TOWN, WELDING)
    before = skills(vault)
    assert len(before.skills) == 3
    (alike,) = before.look_alikes
    assert {one.name for one in alike.skills} == {"Planning", "planning"}
    after = join_skills(vault, [one.key for one in alike.skills], services)
    assert (len(after.skills), after.look_alikes) == (2, ())
    joined = next(one for one in after.skills if one.is_joined)
    assert (joined.proofs, len(joined.keys), joined.also) == (2, 2, ("Town list",))
    # a later credential that names either of them belongs to it
    keep(vault, 3, TOWN)
    assert next(one for one in skills(vault).skills if one.is_joined).proofs == 3
    parted = part_skill(vault, joined.key)
    assert [(one.is_joined) for one in parted.skills] == [False] * 3
    assert len(parted.look_alikes) == 1
    with pytest.raises(VaultError) as caught:
        part_skill(vault, "00" * 16)
    assert caught.value.reason is Reason.NAME_NOT_FOUND


def test_what_goes_for_good_takes_its_skills_and_joins_along(vault: Vault, services: Services) -> None:
    keep(vault, 1, ONET)
    going = keep(vault, 2, TOWN)
    join_skills(vault, [ONET.key.hex(), TOWN.key.hex()], services)
    vault.bin.put((going,), services.clock.now())
    assert lines(skills(vault)) == [("Planning", 1, 0)]
    vault.bin.empty()
    assert [skill.name for _, skill in vault.facts.skills()] == ["Planning"]
    assert vault.skill_joins.groups() == {}
    assert vault.check() == ()


def test_an_older_file_is_read_on_in_batches_and_never_for_opening(vault: Vault, services: Services) -> None:
    for name in ("laser-cutting.png", "budgeting.json", "peer-tutoring.json"):
        import_bytes(vault, good(name).read_bytes(), services, name=name)
    whole = skills(vault)
    with vault.database.transaction():
        for table in ("credential_skill", "skill", "credential_facts"):
            vault.database.run(f"DELETE FROM {table}")  # as a file of an older format has it
    revision = vault.state
    assert [skills(vault, 1).pending for _ in range(3)] == [2, 1, 0]
    assert vault.state == revision, "nothing the owner has was changed"
    assert {(one.key, one.proofs, one.others) for one in skills(vault).skills} == {
        (one.key, one.proofs, one.others) for one in whole.skills
    }


def test_a_file_that_cannot_be_written_shows_the_same(vault: Vault, services: Services) -> None:
    import_bytes(vault, good("budgeting.json").read_bytes(), services, name="b.json")
    whole = skills(vault)
    with vault.database.transaction():
        vault.database.run("DELETE FROM credential_facts")
    vault.read_only = True
    assert [one.key for one in skills(vault).skills] == [one.key for one in whole.skills]
    wanted = ListFilters(kinds=[Kind.BADGE], years=[2026], skills=[whole.skills[0].key])
    assert len(matching(vault, wanted, lambda _: False) or ()) == 1
    assert matching(vault, ListFilters(kinds=[Kind.JOB]), lambda _: False) == frozenset()
    assert choices(vault, lambda _: False).kinds == [Kind.BADGE]


def test_the_kept_file_of_the_first_format_shows_its_skills(tmp_path: Path) -> None:
    path = Path(shutil.copy(Path("tests/vault/files/format-1.lerwallet"), tmp_path))
    with open_vault(path, bytearray(FIRST_FORMAT_PASSPHRASE)) as old:
        assert overview(old).total == old.credentials.count()
        assert overview(old).pending == 0


def test_years_go_from_the_oldest_to_the_newest_and_count_what_is_verified(vault: Vault) -> None:
    keep(vault, 1, kind=Kind.JOB, day="2026-09-01")
    keep(vault, 2, kind=Kind.JOB, day="2024-02-01", verdict=Verdict.CHECK)
    keep(vault, 3, day="2026-01-15")
    keep(vault, 4, day=None)
    found = overview(vault)
    assert (found.total, found.proofs) == (4, 3)
    assert [(one.kind, one.total, one.proofs) for one in found.kinds] == [
        (Kind.BADGE, 2, 2),
        (Kind.JOB, 2, 1),
    ]
    assert [(one.year, [earned.record_id for earned in one.credentials]) for one in found.years] == [
        (2024, [record_id_of(2)]),
        (2026, [record_id_of(3), record_id_of(1)]),
        (None, [record_id_of(4)]),
    ]


def test_filters_of_one_sort_add_up_and_of_several_narrow_down(vault: Vault, services: Services) -> None:
    job = keep(vault, 1, ONET, kind=Kind.JOB, day="2025-01-01")
    badge = keep(vault, 2, ONET, WELDING, day="2026-01-01", verdict=Verdict.INVALID)
    course = keep(vault, 3, kind=Kind.COURSE, day="2026-01-01")
    own = write_own_work(vault, OwnWork("Ran a stall", kind=Kind.JOB), services, signed_as="Dana")

    def ids(filters: ListFilters) -> set[str]:
        return set(matching(vault, filters, lambda record: record == own) or ())

    assert matching(vault, ListFilters(), lambda _: False) is None
    assert ids(ListFilters(kinds=[Kind.JOB, Kind.COURSE])) == {job, course, own}
    assert ids(ListFilters(years=[2025])) == {job}
    assert ids(ListFilters(statuses=[Status.OWN, Status.INVALID])) == {own, badge}
    assert ids(ListFilters(statuses=[Status.VERIFIED], kinds=[Kind.JOB])) == {job}
    assert ids(ListFilters(skills=named_skills(vault, ["plannING"]))) == {job, badge}
    assert ids(ListFilters(skills=named_skills(vault, ["planning"]), years=[2026])) == {badge}
    assert ids(ListFilters(skills=["00" * 16])) == set()
    with pytest.raises(VaultError) as caught:
        named_skills(vault, ["juggling"])
    assert caught.value.reason is Reason.NAME_NOT_FOUND
    offered = choices(vault, lambda record: record == own)
    assert offered.kinds == [Kind.BADGE, Kind.JOB, Kind.COURSE]
    assert offered.statuses == [Status.VERIFIED, Status.CHECK, Status.INVALID, Status.OWN]
    assert offered.years[-2:] == [2026, 2025]
    assert [one.name for one in offered.skills] == ["Planning", "Welding"]
    assert [one.name for one in find_skill(skills(vault), WELDING.key.hex()[:8])] == ["Welding"]


def test_what_is_written_says_its_kind_and_earlier_writing_stays_readable(
    vault: Vault, services: Services
) -> None:
    kept = write_own_work(vault, OwnWork("Bakery", kind=Kind.JOB), services, signed_as="Dana")
    assert own_work(vault, kept).kind is Kind.JOB
    assert b'"ext:Employment"' in vault.credentials.get(kept).original
    assert [head.kind for head in vault.facts.heads()] == [Kind.JOB]
    changed = write_own_work(
        vault, OwnWork("Bakery", kind=Kind.VOLUNTEER), services, signed_as="Dana", record_id=kept
    )
    assert [head.kind for head in vault.facts.heads()] == [Kind.VOLUNTEER]
    document = json.loads(vault.credentials.get(changed).original)
    del document["credentialSubject"]["achievement"]["achievementType"]
    earlier = replace(new_credential(7), original=json.dumps(document).encode())
    old = vault.credentials.add(earlier, in_place_of=changed).record_id
    assert own_work(vault, old).kind is Kind.OTHER


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("Active Listening", SkillGroup.WORDS),
        ("Management of Financial Resources", SkillGroup.MONEY),
        ("Equipment Maintenance", SkillGroup.MAKING),
        ("Critical Thinking", SkillGroup.THINKING),
        ("Instructing", SkillGroup.PEOPLE),
        ("Trabajo en equipo", SkillGroup.PEOPLE),
        ("Educación financiera", SkillGroup.MONEY),
        ("Soldadura", SkillGroup.MAKING),
        ("Creativity", SkillGroup.CREATING),
        ("水泳", SkillGroup.OTHER),
        ("", SkillGroup.OTHER),
    ],
)
def test_everyday_groups_go_by_the_words_of_the_name(name: str, group: SkillGroup) -> None:
    assert group_of(name) is group
