"""What is shown of a credential: tolerant to shape, silent about what is not there."""

from typing import Any

import pytest

from tests.sample_documents import ISSUER, badge, badge_v1
from wallet.credentials.credential_view import parse_view
from wallet.credentials.json_text import text
from wallet.credentials.model import Evidence, Identifier, Image, Issuer, ResultDescription


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Robotics", "Robotics"),
        ({"@value": "Robotics", "@language": "de"}, "Robotics"),
        ([{"@value": "Chien", "@language": "fr"}, {"@value": "Dog", "@language": "en-GB"}], "Dog"),
        ([{"@value": "Chien", "@language": "fr"}, {"@value": "Cane", "@language": "it"}], "Chien"),
        ({"fr": "Chien", "en": "Dog"}, "Dog"),
        ({"fr": "Chien", "de": 5}, "Chien"),
        (["One", "Two"], "One"),
        (42, "42"),
        (True, None),
        (None, None),
        ({}, None),
        ([], None),
        ({"@value": 5}, None),
        ([None, ["x"]], None),
    ],
)
def test_texts_in_every_shape(value: Any, expected: str | None) -> None:
    assert text(value) == expected


def test_a_full_badge() -> None:
    description = {"id": "urn:x:r", "name": "Grade", "resultType": "LetterGrade", "allowedValue": ["A", "B"]}
    level = {"id": "urn:x:level", "name": "Master"}
    view = parse_view(
        badge(
            awardedDate="2024-12-24T00:00:00Z",
            validUntil="2030-01-01T00:00:00Z",
            image={"id": "data:image/png;base64,AA", "caption": "A robot"},
            evidence={
                "id": "https://example.org/e",
                "type": "Evidence",
                "name": "Video",
                "narrative": "It walks.",
            },
            credentialStatus={
                "type": "X",
                "id": "https://example.org/s",
                "statusListIndex": 7,
                "statusPurpose": "revocation",
            },
            credentialSubject={
                "identifier": [
                    {"type": "IdentityObject", "identityType": "emailAddress", "identityHash": "a@b.c"}
                ],
                "achievement": {
                    "name": "Robotics",
                    "criteria": {"id": "https://example.org/c", "narrative": "Walks."},
                    "image": "https://example.org/i.png",
                    "tag": ["robot", 5],
                    "achievementType": "ext:Club",
                    "alignment": [{"targetName": "Engineering", "targetUrl": "https://example.org/t"}],
                    "resultDescription": [{**description, "rubricCriterionLevel": [level]}],
                },
                "result": [
                    {"resultDescription": "urn:x:r", "value": "A"},
                    {"resultDescription": "urn:x:r", "achievedLevel": "urn:x:level"},
                    {"resultDescription": "urn:x:gone", "achievedLevel": "urn:x:gone", "status": "Completed"},
                ],
            },
        )
    )
    assert view.issuer == Issuer(id=ISSUER, name="Example School")
    assert view.image == Image("data:image/png;base64,AA", "A robot")
    assert view.evidence == [Evidence(id="https://example.org/e", name="Video", narrative="It walks.")]
    assert (view.valid_from, view.valid_until) == ("2025-01-01T00:00:00Z", "2030-01-01T00:00:00Z")
    assert view.awarded_date == "2024-12-24T00:00:00Z"
    (status,) = view.status
    assert (status.type, status.index, status.purpose) == ("X", "7", "revocation")
    assert view.subject.identifiers == [Identifier("emailAddress", "a@b.c", hashed=False)]
    achievement = view.subject.achievement
    assert achievement is not None
    assert achievement.criteria_narrative == "Walks."
    assert achievement.criteria_id == "https://example.org/c"
    assert achievement.image == Image("https://example.org/i.png")
    assert achievement.tags == ["robot"]
    assert [entry.target_name for entry in achievement.alignments] == ["Engineering"]
    grade, mastery, dangling = view.subject.results
    assert grade.description == ResultDescription("urn:x:r", "Grade", "LetterGrade", ["A", "B"])
    assert mastery.achieved_level == "Master"
    assert (dangling.description, dangling.achieved_level, dangling.status) == (
        None,
        "urn:x:gone",
        "Completed",
    )


def test_an_issuer_that_is_a_string() -> None:
    assert parse_view(badge(issuer=ISSUER)).issuer == Issuer(id=ISSUER)


def test_version_1_has_other_names_for_its_dates() -> None:
    view = parse_view(badge_v1(expirationDate="2030-01-01T00:00:00Z", validFrom="1999-01-01T00:00:00Z"))
    assert (view.valid_from, view.valid_until) == ("2025-01-01T00:00:00Z", "2030-01-01T00:00:00Z")


def test_endorsements_are_found_wherever_they_are() -> None:
    inner = badge(endorsement={"id": "not mine"})
    document = badge(
        endorsement=[{"id": "1", "endorsement": {"id": "not searched"}}],
        endorsementJwt="a.b.c",
        issuer={"id": ISSUER, "endorsement": {"id": "2"}},
        credentialSubject={
            "achievement": {"endorsement": [{"id": "3"}], "creator": {"endorsementJwt": ["d.e.f"]}},
            "verifiableCredential": [inner],
        },
    )
    found = parse_view(document).endorsements
    assert {entry if isinstance(entry, str) else entry["id"] for entry in found} == {
        "1",
        "2",
        "3",
        "a.b.c",
        "d.e.f",
    }


def test_several_achievements_make_none_the_title() -> None:
    subject = {"achievement": [{"name": "One"}, {"name": "Two"}]}
    view = parse_view(badge(name=None, credentialSubject=subject))
    assert view.subject.achievement is None
    assert view.title == "OpenBadgeCredential"


@pytest.mark.parametrize(
    "wrong", [5, True, "text", [], {}, [[]], [None], {"id": 5}, {"type": {}}, [[{}]], 1.5]
)
def test_wrong_shapes_are_passed_over(wrong: Any) -> None:
    members = [
        *badge(),
        "image",
        "evidence",
        "credentialStatus",
        "credentialSchema",
        "endorsement",
        "awardedDate",
    ]
    for key in members:
        parse_view({**badge(), key: wrong})
    nested = ["achievement", "identifier", "result", "name", "id"]
    for key in nested:
        parse_view(badge(credentialSubject={key: wrong}))
    for key in ("criteria", "alignment", "resultDescription", "image", "tag", "achievementType"):
        parse_view(badge(credentialSubject={"achievement": {key: wrong}, "result": wrong}))
