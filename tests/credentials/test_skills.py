"""Skills are read as issuers name them; only identifiers make two of them one, and levels stand where they belong."""

from typing import Any

import pytest

from tests.sample_files import good
from wallet.credentials.detect import parse_document
from wallet.credentials.model import Credential, Issuer, UnverifiedCredential
from wallet.credentials.skills import Framework, NamedSkill, skills_of

NO_VIEW = Credential(None, (), None, None, Issuer(""), (), None, None)


def named(achievement: dict[str, Any], *results: dict[str, Any]) -> list[NamedSkill]:
    document = {"credentialSubject": {"achievement": {"name": "x", **achievement}, "result": list(results)}}
    return list(skills_of(NO_VIEW, document))


def align(name: str, **more: str) -> dict[str, Any]:
    return {"type": ["Alignment"], "targetName": name, **more}


@pytest.mark.parametrize(
    ("alignment", "family"),
    [
        (align("a", targetUrl="https://case.x.example/ims/case/v1p0/CFItems/1"), Framework.CASE),
        (align("a", targetUrl="https://x.example/1", targetType="CFItem"), Framework.CASE),
        (align("a", targetUrl="http://data.europa.eu/esco/skill/1"), Framework.ESCO),
        (align("a", targetUrl="https://x.example/1", targetFramework="ESCO (v1.2)"), Framework.ESCO),
        (align("a", targetUrl="https://www.onetonline.org/find/descriptor/result/2.A.1.e"), Framework.ONET),
        (align("a", targetCode="2.A.1.e", targetFramework="O*NET"), Framework.ONET),
        (align("a", targetUrl="https://credentialfinder.org/competency/1"), Framework.CTDL),
        (align("a", targetUrl="https://x.example/1", targetType="ceasn:Competency"), Framework.CTDL),
        (
            align("a", targetUrl="https://x.example/1", targetFramework="Case management rules"),
            Framework.OTHER,
        ),
        (align("a"), Framework.NONE),
        (align("a", targetCode="7"), Framework.NONE),
    ],
)
def test_the_framework_is_told_by_its_address_name_or_kind(
    alignment: dict[str, Any], family: Framework
) -> None:
    (skill,) = named({"alignment": alignment})
    assert skill.family is family


def test_what_is_no_skill_is_left_out() -> None:
    assert (
        named(
            {
                "alignment": [
                    align("Level 3", targetUrl="https://x.example/r", targetType="CFRubricCriterionLevel")
                ]
            }
        )
        == []
    )
    assert named({"alignment": ["text", 7, {}, align("", targetUrl="https://x.example/1")]}) == []


def test_one_identifier_is_one_skill_whatever_it_is_called_and_like_names_are_two() -> None:
    first, second, third = (
        named({"alignment": align(name, targetUrl=f"https://x.example/{url}")})[0]
        for name, url in (("Planning", "1"), ("To plan", "1"), ("Planning", "2"))
    )
    assert first.key == second.key
    assert first.key != third.key
    word, other = named({"tag": ["Planning", "plánning "]})[0], named({"tag": "planning"})[0]
    assert word.key == other.key != first.key


def test_a_level_stands_with_the_skill_its_result_is_about() -> None:
    description = {
        "id": "urn:r",
        "rubricCriterionLevel": [{"id": "urn:l3", "name": "Meets", "level": "3"}],
        "alignment": [align("Welding", targetUrl="https://x.example/weld")],
    }
    both = [
        align("Welding", targetUrl="https://x.example/weld"),
        align("Drawing", targetUrl="https://x.example/draw"),
    ]
    result = {"resultDescription": "urn:r", "achievedLevel": "urn:l3", "value": "87"}
    found = named({"alignment": both, "resultDescription": [description]}, result)
    assert [(skill.name, skill.level) for skill in found] == [("Welding", "Meets"), ("Drawing", "")]
    alone = named({"alignment": both[:1]}, {"value": "87"})
    assert [skill.level for skill in alone] == ["87"]
    unclear = named({"alignment": both}, {"value": "87"})
    assert [skill.level for skill in unclear] == ["", ""], "a grade for the whole is no level of each skill"
    failed = named({"alignment": both[:1]}, {"value": "12", "status": "Failed"})
    assert [skill.level for skill in failed] == [""]


def test_a_record_brings_the_skills_of_everything_in_it() -> None:
    inside = [parse_document(good(name).read_bytes()) for name in ("budgeting.json", "peer-tutoring.json")]
    assert all(isinstance(one, UnverifiedCredential) for one in inside)
    record = {"credentialSubject": {"verifiableCredential": [one.document for one in inside]}}
    names = {skill.name for skill in skills_of(NO_VIEW, record)}
    alone = [skill.name for one in inside for skill in skills_of(NO_VIEW, one.document)]
    assert names == set(alone)
    assert len(names) > 5
    course = {
        "achievement": [{"alignment": align("Sewing", targetUrl="https://x.example/1")}, {"tag": "cloth"}]
    }
    assert [skill.name for skill in skills_of(NO_VIEW, {"credentialSubject": course})] == ["Sewing", "cloth"]


def test_a_flood_of_skills_ends() -> None:
    flood = [align(f"s{number}", targetUrl=f"https://x.example/{number}") for number in range(5000)]
    assert len(named({"alignment": flood})) == 500
