"""Two objects of one id are one node in what is signed: nothing may be moved into the one that nobody reads."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.issuing import verify
from wallet.proofs import eddsa, keys
from wallet.verification.report import Verdict, VerificationReport

SEED = bytes(range(32))
DID = keys.did_key_from_seed(SEED)
OPTIONS = {
    "verificationMethod": f"{DID}#{DID.removeprefix('did:key:')}",
    "proofPurpose": "assertionMethod",
    "created": "2026-01-01T00:00:00Z",
}
Change = Callable[[dict[str, Any]], None]


def _credential() -> dict[str, Any]:
    return {
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": "urn:uuid:4a5f7b6e-0f8f-4d36-9b7e-0c7f2f1f9a11",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": DID, "type": ["Profile"], "name": "Harbor Makers Guild"},
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {
            "id": "did:example:learner",
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "urn:example:achievement",
                "type": ["Achievement"],
                "name": "Welding",
                "description": "Joins metal.",
                "criteria": {"narrative": "Passes the exam."},
            },
            "result": [{"type": ["Result"], "status": "Failed", "value": "30"}],
        },
    }


def _report(document: dict[str, Any]) -> VerificationReport:
    return verify(document)


def _move_result(document: dict[str, Any]) -> None:
    subject = document["credentialSubject"]
    second = {"id": subject["id"], "type": ["AchievementSubject"], "result": subject.pop("result")}
    document["credentialSubject"] = [subject, second]


def _second_achievement(document: dict[str, Any]) -> None:
    subject = document["credentialSubject"]
    subject["achievement"] = [subject["achievement"], {"id": subject["achievement"]["id"]}]


def _split_result(document: dict[str, Any]) -> None:
    result = document["credentialSubject"]["result"][0]
    result["id"] = "_:r"
    other = {"id": result["id"], "type": result["type"], "status": result.pop("status")}
    document["credentialSubject"]["result"].append(other)


@pytest.mark.parametrize("change", [_move_result, _second_achievement, _split_result])
def test_signed_content_cannot_be_moved_out_of_sight(change: Change) -> None:
    signed = dict(eddsa.create_proof(_credential(), OPTIONS, SEED))
    assert _report(signed).verdict is Verdict.CHECK
    moved = copy.deepcopy(signed)
    change(moved)
    assert _report(moved).verdict is Verdict.INVALID


def test_a_presentation_of_nothing_is_not_good() -> None:
    document = {
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiablePresentation"],
        "holder": DID,
        "description": "I have a degree",
    }
    options = {**OPTIONS, "proofPurpose": "authentication"}
    assert _report(dict(eddsa.create_proof(document, options, SEED))).verdict is Verdict.INVALID
    good = dict(eddsa.create_proof(_credential(), OPTIONS, SEED))
    filled = eddsa.create_proof({**document, "verifiableCredential": [good]}, options, SEED)
    assert _report(dict(filled)).verdict is Verdict.CHECK
