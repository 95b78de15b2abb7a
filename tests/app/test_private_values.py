"""What a credential tells of its holder: everything, under the right heading, and nothing that is about others."""

import json
from typing import Any

import pytest

from tests import hiding, identities, issuing, older_badges, selections
from wallet.app.claim_names import PrivateKind, is_about_holder, is_about_outcome
from wallet.app.container import Services
from wallet.app.disclose import find_disclosable
from wallet.app.import_credential import import_bytes
from wallet.app.private_values import PrivateValue, private_values
from wallet.app.share import Chosen, prepare
from wallet.app.share_preview import read_back
from wallet.app.unlock import Vault
from wallet.credentials.detect import parse_document
from wallet.credentials.model import UnverifiedCredential
from wallet.verification.report import SharedBy

ISSUER = identities.did_key("issuer")
MAIL = {"type": "IdentityObject", "identityType": "emailAddress", "identityHash": "ann@learner.example"}


def told(data: Any) -> list[tuple[str, str, str]]:
    """Heading, kind and value of everything a document tells."""
    text = data if isinstance(data, str) else json.dumps(data)
    document = parse_document(text.encode())
    assert isinstance(document, UnverifiedCredential)
    return [(str(one.group), str(one.kind), one.value) for one in private_values(document)]


def badge(subject: dict[str, Any], **changes: Any) -> dict[str, Any]:
    document = issuing.credential(ISSUER, **{"evidence": None, **changes})
    document["credentialSubject"] = issuing.without_none(
        document["credentialSubject"] | {"result": None} | subject
    )
    return document


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ({}, []),
        ({"identifier": [MAIL]}, [("about_you", "email", "ann@learner.example")]),
        (
            {"identifier": [{**MAIL, "hashed": True, "identityHash": "sha256$00"}]},
            [("about_you", "email", "")],
        ),
        ({"identifier": [{**MAIL, "identityType": "name"}]}, [("about_you", "name", "ann@learner.example")]),
        (
            {"source": {"id": "https://club.example", "type": ["Profile"], "name": "Robotics club"}},
            [("others", "other_party", "Robotics club")],
        ),
        (
            {"source": {"id": "https://club.example", "type": "Profile"}},
            [("others", "other_party", "https://club.example")],
        ),
        (
            {"school": "Northfield", "name": "Ann"},
            [("others", "other_party", "Northfield"), ("about_you", "name", "Ann")],
        ),
        ({"degree": {"type": "Degree", "name": "Bachelor"}}, [("also_said", "claim", "Bachelor")]),
        ({"profile": {"name": "Ann B."}}, [("about_you", "name", "Ann B.")]),
        (
            {"address": {"addressCountry": "DE", "streetAddress": "1 Main St"}},
            [("about_you", "address", "DE"), ("about_you", "address", "1 Main St")],
        ),
        (
            {"role": "Captain", "creditsEarned": 1.5, "activityEndDate": "2026-01-01T00:00:00Z"},
            [
                ("results", "activity", "Captain"),
                ("results", "activity", "1.5"),
                ("results", "activity", "2026-01-01T00:00:00Z"),
            ],
        ),
        ({"narrative": "She built it alone."}, [("evidence", "evidence", "She built it alone.")]),
        (
            {"evidence": [["a", {"name": "b"}]]},
            [("evidence", "evidence", "a"), ("evidence", "evidence", "b")],
        ),
        ({"a~b/c": {"~": "odd"}}, [("also_said", "claim", "odd")]),
        ({"degree": {"id": "urn:x"}}, [("also_said", "claim", "urn:x")]),
        ({"licenseNumber": "L-77"}, [("about_you", "number", "L-77")]),
        ({"image": {"id": "https://guild.example/badge.png", "type": "Image"}}, []),
        (
            {"achievement": None, "image": "https://a.example/me.png"},
            [("about_you", "picture", "https://a.example/me.png")],
        ),
        (
            {"result": [{"type": ["Result"], "value": "92", "status": "Completed"}]},
            [("results", "result", "92, Completed")],
        ),
    ],
)
def test_every_value_stands_under_its_heading(
    subject: dict[str, Any], expected: list[tuple[str, str, str]]
) -> None:
    assert told(badge(subject)) == expected


def test_evidence_is_told_with_its_address_and_results_by_name() -> None:
    document = issuing.credential(ISSUER)
    found = told(document)
    assert ("evidence", "evidence", "Lamp; https://guild.example/e/1") in found
    assert [value for _, kind, value in found if kind == "result"] == ["92", "3"]
    parsed = parse_document(json.dumps(document).encode())
    assert isinstance(parsed, UnverifiedCredential)
    assert [one.label for one in private_values(parsed) if one.kind is PrivateKind.RESULT] == ["Test", "Lamp"]


def test_who_endorsed_it_is_somebody_else() -> None:
    endorsement = {
        **issuing.credential(identities.did_key("club"), name="Endorsed"),
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "issuer": {"id": "did:example:club", "type": "Profile", "name": "Robotics club"},
        "credentialSubject": {
            "id": "https://guild.example/achievements/laser",
            "endorsementComment": "Good.",
        },
    }
    assert told(badge({}, endorsement=[endorsement])) == [("others", "other_party", "Robotics club")]


def test_a_record_tells_what_is_in_it_and_no_names_of_schools() -> None:
    inner = badge({"identifier": [MAIL]}, id="urn:uuid:1", name="Course 1")
    record = badge(
        {"achievement": None, "name": "Ann", "verifiableCredential": [inner]},
        type=["VerifiableCredential", "ClrCredential"],
    )
    assert told(record) == [("about_you", "name", "Ann"), ("about_you", "email", "ann@learner.example")]


def test_an_sd_jwt_has_words_of_its_own() -> None:
    more: Any = {
        "result": [{"value": "92"}],
        "achievement": {"name": "Laser"},
        "portrait": "data:image/png;base64,AA",
    }
    claims = hiding.claims(ISSUER, issuing_authority="City", nationality="DE", **more)
    found = told(hiding.issue(claims, ISSUER))
    assert ("results", "activity", "92") in found
    assert ("also_said", "claim", "Laser") in found
    assert ("about_you", "picture", "data:image/png;base64,AA") in found
    assert ("about_you", "address", "DE") in found
    assert ("about_you", "name", "Mira") in found
    assert ("others", "other_party", "City") in found
    assert ("also_said", "claim", "DE") in found
    assert not [value for _, _, value in found if value == ISSUER.id]


def test_an_older_badge_tells_its_evidence() -> None:
    found = told(older_badges.assertion())
    assert found[0] == ("about_you", "email", "")
    assert ("evidence", "evidence", "Welded a gate.") in found


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        ("/credentialSubject/name", True),
        ("/credentialSubject/identifier/0", True),
        ("/credentialSubject/profile/name", True),
        ("/credentialSubject/source/name", False),
        ("/credentialSubject/source/email", False),
        ("/credentialSubject/achievement/name", False),
        ("/credentialSubject/degree/name", False),
        ("/issuer/email", False),
        ("/name", False),
        ("/given_name", True),
        ("/address/locality", True),
        ("/evidence/0/name", False),
        ("/result/0/value", False),
        ("/credentialSubject/result/0", False),
        ("/credentialSubject/role", False),
    ],
)
def test_what_starts_without_a_tick(pointer: str, expected: bool) -> None:
    assert is_about_holder(pointer) is expected


@pytest.mark.parametrize("suite", [name for name in selections.available_suites() if name != "sd-jwt-vc"])
def test_what_rides_along_is_exactly_what_the_bytes_hold(
    vault: Vault, services: Services, suite: str
) -> None:
    """With everything hidden that can be: each value that is told is in the share, and each in the share is told."""
    for number in range(4):
        data = selections.issue(selections.marked_badge(number), suite)
        record = import_bytes(vault, data, services, name="badge").record_id or ""
        made = prepare(
            vault,
            [Chosen(record, ())],
            to="A",
            purpose="B",
            until=None,
            services=services,
            with_qr=False,
        )
        (seen,) = read_back(made.presentation, services).credentials
        places = ("/evidence", "/credentialSubject/identifier", "/credentialSubject/result")
        left = {
            word
            for at, value in seen.values
            if at.startswith(places)
            for word in selections.WORD.findall(value)
        }
        named = find_disclosable(vault, record, services).travels_along
        assert {word for one in named for word in selections.WORD.findall(one.value)} == left
        assert bool(left) is (suite == "sd-jwt"), "only its issuer left them open"
        assert PrivateValue(PrivateKind.OTHER_IDENTIFIER, issuing.LEARNER) in named
        assert seen.report.shared_by is SharedBy.NOT_COMPARED


@pytest.mark.parametrize(
    ("pointer", "is_outcome"),
    [
        ("/credentialSubject/result/0", True),
        ("/evidence/0", True),
        ("/supervisor_note", True),
        ("/credentialSubject/achievement/resultDescription/0", False),
        ("/credentialSubject/achievement/tag/0", False),
        ("/skills/0", False),
    ],
)
def test_what_says_how_well_somebody_did_is_known(pointer: str, is_outcome: bool) -> None:
    assert is_about_outcome(pointer) is is_outcome
