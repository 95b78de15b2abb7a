"""One property, one spelling: JSON-LD allows several that sign alike, and people are shown only one of them."""

import json
from datetime import timedelta
from typing import Any

import pytest

from tests.sharing.shares import NOW, UNTIL, present, signed_badge, verified
from wallet import resources
from wallet.errors import Reason
from wallet.verification.report import CheckName, Outcome, Verdict

DATE_TIME = "http://www.w3.org/2001/XMLSchema#dateTime"
STATUS = {
    "id": "https://example.org/status#1",
    "type": "BitstringStatusListEntry",
    "statusPurpose": "revocation",
    "statusListIndex": "1",
    "statusListCredential": "https://example.org/status",
}


def _respelled(document: dict[str, Any], old: str, new: str, value: Any = None) -> dict[str, Any]:
    return {
        new if name == old else name: value if value and name == old else item
        for name, item in document.items()
    }


def _check(document: dict[str, Any]) -> tuple[Verdict, Reason | None, Outcome]:
    report = verified(json.dumps(document).encode(), NOW)
    return report.verdict, report.reason, report.check(CheckName.PROOF).outcome


def test_an_end_date_cannot_hide_behind_its_full_address() -> None:
    ended = dict(signed_badge(validUntil="2026-02-01T00:00:00Z").document)
    assert _check(ended) == (Verdict.INVALID, Reason.EXPIRED, Outcome.PASSED)

    value = {"@value": ended["validUntil"], "@type": DATE_TIME}
    hidden = _respelled(ended, "validUntil", "https://www.w3.org/2018/credentials#validUntil", value)
    assert _check(hidden) == (Verdict.INVALID, Reason.UNDEFINED_TERM, Outcome.FAILED)


def test_a_status_cannot_hide_behind_its_full_address() -> None:
    listed = dict(signed_badge(credentialStatus=STATUS).document)
    assert _check(listed)[:2] == (Verdict.UNCHECKED, Reason.NEEDS_NETWORK)

    hidden = _respelled(listed, "credentialStatus", "https://www.w3.org/2018/credentials#credentialStatus")
    assert _check(hidden) == (Verdict.INVALID, Reason.UNDEFINED_TERM, Outcome.FAILED)


def test_criteria_cannot_hide_behind_the_class_of_the_same_address() -> None:
    document = json.loads(signed_badge().original)
    assert _check(document)[0] is Verdict.CHECK

    subject = document["credentialSubject"]
    subject["achievement"] = _respelled(subject["achievement"], "criteria", "Criteria")
    assert _check(document) == (Verdict.INVALID, Reason.UNDEFINED_TERM, Outcome.FAILED)


@pytest.mark.parametrize("name", ["https://w3id.org/security#expiration", "sec:expiration"])
def test_the_end_of_a_presentation_cannot_hide_either(name: str) -> None:
    document = json.loads(present([signed_badge()]))
    proof = _respelled(
        document["proof"], "expires", name, {"@value": document["proof"]["expires"], "@type": DATE_TIME}
    )
    later = UNTIL + timedelta(days=1)

    assert verified(json.dumps(document).encode(), NOW).verdict is Verdict.CHECK
    assert verified(json.dumps(document).encode(), later).verdict is Verdict.INVALID
    assert verified(json.dumps({**document, "proof": proof}).encode(), later).verdict is Verdict.INVALID
    assert verified(json.dumps({**document, "proof": proof}).encode(), NOW).verdict is Verdict.INVALID


@pytest.mark.parametrize("context", ["https://w3id.org/security/v1", "https://w3id.org/security/v2"])
def test_the_end_of_a_presentation_cannot_take_its_name_from_an_added_context(context: str) -> None:
    document = json.loads(present([signed_badge()]))
    document["@context"].append(context)
    proof = _respelled(document["proof"], "expires", "expiration")
    later = UNTIL + timedelta(days=1)

    # a context that changes nothing is not signed: this much of an addition cannot be seen
    assert verified(json.dumps(document).encode(), NOW).verdict is Verdict.CHECK
    assert verified(json.dumps(document).encode(), later).verdict is Verdict.INVALID
    assert verified(json.dumps({**document, "proof": proof}).encode(), later).verdict is Verdict.INVALID


def test_no_other_pinned_context_gives_a_property_a_second_name() -> None:
    names: dict[str, set[str]] = {}
    for url in resources.context_index():
        _collect(resources.load_context(url)["@context"], {}, names)
    vocabularies = (
        "https://www.w3.org/2018/credentials#",
        "https://w3id.org/security#",
        "https://purl.imsglobal.org/",
    )
    second = {
        iri: found
        for iri, terms in names.items()
        if iri.startswith(vocabularies)
        and "/ob/vocab#dt" not in iri  # datatypes of Open Badges 2.1, which no proof of ours is over
        and len(found := {term for term in terms if term[0].islower()}) > 1
    }

    assert second == {"https://w3id.org/security#expiration": {"expires", "expiration"}}


def _collect(context: Any, prefixes: dict[str, str], names: dict[str, set[str]]) -> None:
    """Every IRI with the terms that stand for it, at any depth."""
    if isinstance(context, list):
        for part in context:
            _collect(part, prefixes, names)
    elif isinstance(context, dict):
        known = prefixes | {name: iri for name, iri in context.items() if isinstance(iri, str)}
        for name, definition in context.items():
            iri = definition.get("@id") if isinstance(definition, dict) else definition
            if isinstance(iri, str) and not name.startswith("@") and not iri.startswith("@"):
                prefix, _, rest = iri.partition(":")
                names.setdefault(known[prefix] + rest if prefix in known else iri, set()).add(name)
            if isinstance(definition, dict):
                _collect(definition.get("@context"), known, names)
