"""Credentials inside others: endorsements, learner records, presentations; each stands or falls by itself."""

import json
from typing import Any

import pytest

from tests import identities, issuing
from tests.identities import Identity, Json
from tests.issuing import CLR2, OB3, Directory
from wallet.credentials.vcdm import CONTEXT_V2
from wallet.errors import Reason
from wallet.verification.report import Check, CheckName, Outcome, Verdict, VerificationReport
from wallet.verification.verifier import MAX_NESTING

ISSUER = identities.did_key("issuer")
ENDORSER = identities.did_key("endorser")
TRUST = [Directory("Guilds", [ISSUER.id, ENDORSER.id])]
BADGE = "urn:uuid:aa0b7b0e-6a2b-4a6d-8b0c-0c5d3c2c7f11"
ACHIEVEMENT = "https://guild.example/achievements/laser"


def endorsement(about: Any, endorser: Identity = ENDORSER, **changes: Any) -> Json:
    """An unsigned EndorsementCredential."""
    made = {
        "@context": [CONTEXT_V2, OB3],
        "id": "urn:uuid:2f0a1f5e-77aa-4a8a-9d34-1f8f2f9c0001",
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "name": "Endorsement",
        "issuer": {"id": endorser.id, "type": ["Profile"], "name": "Chamber of crafts"},
        "validFrom": "2026-03-01T00:00:00Z",
        "credentialSubject": issuing.without_none(
            {"id": about, "type": ["EndorsementSubject"], "endorsementComment": "Well made."}
        ),
    }
    return issuing.without_none(made | changes)


def signed_endorsement(about: Any = BADGE, **changes: Any) -> Json:
    return issuing.secure(endorsement(about, **changes), ENDORSER)


def with_endorsement(entry: Any, place: str = "", key: str = "endorsement") -> VerificationReport:
    """The report on a good badge that carries this endorsement at that place."""
    document = issuing.credential(ISSUER)
    document = issuing.changed(document, f"{place}{key}", [entry])
    return issuing.verify(issuing.secure(document, ISSUER), trust=TRUST)


def endorsed(entry: Any, place: str = "", key: str = "endorsement") -> tuple[Verdict, Check]:
    report = with_endorsement(entry, place, key)
    return report.verdict, report.check(CheckName.ENDORSEMENTS)


def token_of(document: Json, signer: Identity = ENDORSER) -> str:
    return issuing.token(issuing.claims_v2(document), signer, "EdDSA")


# -- endorsements


@pytest.mark.parametrize(
    ("about", "place"),
    [
        (BADGE, ""),
        (ISSUER.id, ""),
        (ACHIEVEMENT, ""),
        (ISSUER.id, "issuer/"),
        (ACHIEVEMENT, "credentialSubject/achievement/"),
    ],
)
@pytest.mark.parametrize("as_token", [False, True])
def test_good_endorsements(about: str, place: str, as_token: bool) -> None:
    entry, key = (
        (token_of(endorsement(about)), "endorsementJwt")
        if as_token
        else (signed_endorsement(about), "endorsement")
    )
    verdict, check = endorsed(entry, place, key)
    assert (verdict, check.outcome, check.detail) == (Verdict.VERIFIED, Outcome.PASSED, "1 of 1")


@pytest.mark.parametrize(
    ("about", "place"),
    [
        ("urn:uuid:another-badge", ""),
        ("https://elsewhere.example/achievements/1", "credentialSubject/achievement/"),
        # about the issuer, but attached to the achievement; about the badge, but attached to the issuer
        (ISSUER.id, "credentialSubject/achievement/"),
        (BADGE, "issuer/"),
        (None, ""),
    ],
)
@pytest.mark.parametrize("as_token", [False, True])
def test_good_endorsements_of_something_else(about: Any, place: str, as_token: bool) -> None:
    """Somebody praised another thing; pinned on this one it says nothing."""
    entry, key = (
        (token_of(endorsement(about)), "endorsementJwt")
        if as_token
        else (signed_endorsement(about), "endorsement")
    )
    verdict, check = endorsed(entry, place, key)
    assert (verdict, check.outcome) == (Verdict.CHECK, Outcome.FAILED)
    assert check.reason is Reason.ENDORSEMENT_NOT_VERIFIED
    assert "something else" in check.detail


def test_a_badge_in_the_place_of_an_endorsement() -> None:
    other = issuing.good(ENDORSER, id="urn:uuid:another")
    verdict, check = endorsed(other)
    assert (verdict, check.outcome) == (Verdict.CHECK, Outcome.FAILED)


def _bad_endorsements() -> dict[str, Any]:
    good = signed_endorsement()
    compact = token_of(endorsement(BADGE))
    return {
        "changed": issuing.changed(good, "credentialSubject/endorsementComment", "Superb."),
        "unsigned": endorsement(BADGE),
        "signed by another": issuing.secure(endorsement(BADGE), ISSUER),
        "ended": signed_endorsement(validUntil="2026-04-01T00:00:00Z"),
        "not begun": signed_endorsement(validFrom="2027-04-01T00:00:00Z"),
        "token changed": compact[:-6] + "AAAAAA",
        "token of another": token_of(endorsement(BADGE), ISSUER),
        "no token": "well made",
        "a link": "https://chamber.example/endorsements/1",
        "empty": "",
        "unsigned token": issuing.token(issuing.claims_v2(endorsement(BADGE)), ENDORSER, "none"),
    }


@pytest.mark.parametrize("fault", _bad_endorsements())
def test_bad_endorsements(fault: str) -> None:
    """The badge's own proof stays good, and a person is told that the praise is not."""
    entry = _bad_endorsements()[fault]
    key = "endorsementJwt" if isinstance(entry, str) else "endorsement"
    report = with_endorsement(entry, key=key)
    assert (report.verdict, report.reason) == (Verdict.CHECK, Reason.ENDORSEMENT_NOT_VERIFIED)
    assert report.check(CheckName.ENDORSEMENTS).outcome is Outcome.FAILED
    assert report.check(CheckName.PROOF).outcome is Outcome.PASSED


def test_one_bad_endorsement_among_good_ones() -> None:
    bad = issuing.changed(signed_endorsement(), "name", "Other")
    document = issuing.credential(ISSUER, endorsement=[signed_endorsement(), bad])
    check = issuing.verify(issuing.secure(document, ISSUER)).check(CheckName.ENDORSEMENTS)
    assert (check.outcome, check.detail) == (Outcome.FAILED, "1 of 2")


def test_an_endorsement_out_of_reach_is_open_not_bad() -> None:
    endorser = identities.did_web("endorser", host="chamber.example")
    entry = issuing.secure(endorsement(BADGE, endorser), endorser)
    verdict, check = endorsed(entry)
    assert (verdict, check.outcome) == (Verdict.CHECK, Outcome.UNKNOWN)


def test_an_endorsement_makes_nothing_of_a_forgery() -> None:
    document = issuing.secure(issuing.credential(ISSUER, endorsement=[signed_endorsement()]), ISSUER)
    forged = issuing.changed(document, "name", "Surgery")
    report = issuing.verify(forged, trust=TRUST)
    assert report.check(CheckName.ENDORSEMENTS).outcome is Outcome.PASSED
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.SIGNATURE_INVALID)


def _endorsed_endorsement(depth: int) -> Json:
    made = endorsement(BADGE, id=f"urn:uuid:endorsement-{depth}")
    if depth:
        inner = _endorsed_endorsement(depth - 1)
        made["endorsement"] = [issuing.changed(inner, "id", inner["id"])]
        inner_about = endorsement(made["id"], id=f"urn:uuid:endorsement-{depth - 1}")
        if depth > 1:
            inner_about["endorsement"] = inner["endorsement"]
        made["endorsement"] = [issuing.secure(inner_about, ENDORSER)]
    return issuing.secure(made, ENDORSER)


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_endorsements_of_endorsements(depth: int) -> None:
    verdict, check = endorsed(_endorsed_endorsement(depth))
    assert (verdict, check.outcome) == (Verdict.VERIFIED, Outcome.PASSED)


# -- learner records


def record(*inner: Any, **changes: Any) -> Json:
    """A signed Comprehensive Learner Record with these credentials."""
    document = {
        "@context": [CONTEXT_V2, CLR2, OB3],
        "id": "urn:uuid:0d4b7c60-13a5-4d4e-8a86-0c7a0b7a0002",
        "type": ["VerifiableCredential", "ClrCredential"],
        "name": "Record",
        "issuer": {"id": ISSUER.id, "type": ["Profile"], "name": "School"},
        "validFrom": "2026-03-01T00:00:00Z",
        "credentialSubject": {
            "id": issuing.LEARNER,
            "type": ["ClrSubject"],
            "verifiableCredential": list(inner),
        },
    }
    return issuing.secure(issuing.without_none(document | changes), ISSUER)


def test_a_record_of_good_credentials() -> None:
    report = issuing.verify(
        record(issuing.good(ISSUER), issuing.good(ENDORSER, id="urn:uuid:2")), trust=TRUST
    )
    assert report.verdict is Verdict.VERIFIED
    assert report.check(CheckName.INNER_CREDENTIALS).detail == "2 of 2"
    assert [part.verdict for part in report.inner] == [Verdict.VERIFIED] * 2


@pytest.mark.parametrize(
    ("inner", "verdict", "reason", "inner_reason"),
    [
        (
            issuing.changed(issuing.good(ISSUER), "name", "Surgery"),
            Verdict.INVALID,
            Reason.INNER_NOT_VERIFIED,
            Reason.SIGNATURE_INVALID,
        ),
        (issuing.credential(ISSUER), Verdict.INVALID, Reason.INNER_NOT_VERIFIED, Reason.PROOF_MISSING),
        (
            issuing.good(ISSUER, validUntil="2026-10-01T00:00:00Z"),
            Verdict.INVALID,
            Reason.INNER_NOT_VERIFIED,
            Reason.EXPIRED,
        ),
        (
            issuing.secure(issuing.credential(identities.did_web("far")), identities.did_web("far")),
            Verdict.UNCHECKED,
            Reason.INNER_NOT_VERIFIED,
            Reason.NEEDS_NETWORK,
        ),
    ],
)
def test_a_good_record_does_not_cover_for_what_is_in_it(
    inner: Json, verdict: Verdict, reason: Reason, inner_reason: Reason
) -> None:
    report = issuing.verify(record(issuing.good(ISSUER, id="urn:uuid:2"), inner), trust=TRUST)
    assert report.check(CheckName.PROOF).outcome is Outcome.PASSED
    assert (report.verdict, report.reason) == (verdict, reason)
    assert report.inner[0].verdict is Verdict.VERIFIED
    assert report.inner[1].reason is inner_reason


def test_good_credentials_do_not_cover_for_a_bad_record() -> None:
    bad = issuing.changed(record(issuing.good(ISSUER)), "name", "Better record")
    report = issuing.verify(bad, trust=TRUST)
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.SIGNATURE_INVALID)
    assert report.inner[0].verdict is Verdict.VERIFIED


def test_a_record_with_more_than_is_looked_at_is_left_open() -> None:
    """In a token, where size is no matter of JSON-LD."""
    inner = [token_of(issuing.credential(ENDORSER, id=f"urn:uuid:{n}")) for n in (1, 2)]
    document = issuing.removed(record(*inner), "proof")
    assert issuing.verify(token_of(document, ISSUER), trust=TRUST).verdict is Verdict.VERIFIED
    document["credentialSubject"]["verifiableCredential"] = [inner[0]] * 1001
    report = issuing.verify(token_of(document, ISSUER), trust=TRUST)
    assert (report.verdict, report.reason) == (Verdict.UNCHECKED, Reason.TOO_COMPLEX)
    assert len(report.inner) == 1000


def test_records_in_records_without_end_are_left_open_not_called_forged() -> None:
    """In tokens, so that each level is small."""
    innermost = token_of(issuing.credential(ENDORSER))
    for levels, expected in ((MAX_NESTING, Verdict.VERIFIED), (MAX_NESTING + 1, Verdict.UNCHECKED)):
        compact = innermost
        for level in range(levels):
            compact = token_of(issuing.removed(record(compact, id=f"urn:uuid:{level}"), "proof"), ISSUER)
        assert issuing.verify(compact, trust=TRUST).verdict is expected


# -- presentations (J13)

HOLDER = identities.did_key("holder")


def shown(*entries: Any, **changes: Any) -> Json:
    return issuing.presentation(HOLDER, *(entries or (issuing.good(ISSUER),)), **changes)


def test_what_a_presentation_is_bound_to_is_told() -> None:
    """Whoever asked compares it with what they asked for; a copy for somebody else, or an old one, shows as that."""
    report = issuing.verify(shown(domain="https://corp.example", challenge="n-1"), trust=TRUST)
    assert report.verdict is Verdict.VERIFIED
    assert (report.holder, report.audience, report.nonce) == (HOLDER.id, "https://corp.example", "n-1")
    unbound = issuing.verify(shown(), trust=TRUST)
    assert (unbound.audience, unbound.nonce) == (None, None)
    several = issuing.verify(shown(domain=["a.example", "b.example"]), trust=TRUST)
    assert several.audience == "a.example, b.example"
    twice = issuing.verify(shown(domain=["a.example", "a.example"]), trust=TRUST)
    assert twice.audience == "a.example"  # said twice is said once, and signed as once


@pytest.mark.parametrize(
    ("name", "value"),
    [("domain", "https://other.example"), ("challenge", "n-2"), ("expires", "2027-01-01T00:00:00Z")],
)
def test_a_presentation_cannot_be_turned_to_somebody_else(name: str, value: str) -> None:
    made = shown(domain="https://corp.example", challenge="n-1", expires="2026-12-01T00:00:00Z")
    assert issuing.verify(made, trust=TRUST).verdict is Verdict.VERIFIED
    turned = issuing.verify(issuing.changed(made, f"proof/{name}", value), trust=TRUST)
    assert (turned.verdict, turned.reason) == (Verdict.INVALID, Reason.SIGNATURE_INVALID)


def test_an_ended_presentation() -> None:
    report = issuing.verify(shown(expires="2026-11-01T00:00:00Z"), trust=TRUST)
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.PROOF_EXPIRED)
    assert report.inner[0].verdict is Verdict.VERIFIED


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ({}, (Verdict.VERIFIED, None)),
        ({"exp": 1_700_000_000}, (Verdict.INVALID, Reason.EXPIRED)),
        ({"nbf": 1_900_000_000}, (Verdict.INVALID, Reason.NOT_YET_VALID)),
        ({"iss": "did:example:other"}, (Verdict.INVALID, Reason.CLAIM_MISMATCH)),
        ({"jti": 7}, (Verdict.INVALID, Reason.CLAIM_MISMATCH)),
    ],
)
def test_a_presentation_as_a_token(claims: Json, expected: tuple[Verdict, Reason | None]) -> None:
    document = issuing.removed(shown(), "proof")
    payload = {"iss": HOLDER.id, "aud": "corp", "nonce": "n-1", "vp": document} | claims
    report = issuing.verify(issuing.token(payload, HOLDER, "EdDSA"), trust=TRUST)
    assert (report.verdict, report.reason) == expected
    assert (report.audience, report.nonce) == ("corp", "n-1")


def test_a_presentation_signed_by_another_than_its_holder() -> None:
    stolen = issuing.presentation(HOLDER, issuing.good(ISSUER), sign_with=ENDORSER)
    report = issuing.verify(stolen, trust=TRUST)
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.VM_NOT_ISSUER)


def test_a_presentation_that_names_no_holder() -> None:
    report = issuing.verify(shown(holder_id=None), trust=TRUST)
    assert (report.verdict, report.holder) == (Verdict.VERIFIED, None)


@pytest.mark.parametrize("change", ["drop", "add", "swap", "edit"])
def test_credentials_of_a_presentation_cannot_be_exchanged(change: str) -> None:
    made = shown(issuing.good(ISSUER), issuing.good(ISSUER, id="urn:uuid:2"))
    assert issuing.verify(made, trust=TRUST).verdict is Verdict.VERIFIED
    entries = made["verifiableCredential"]
    if change == "drop":
        del entries[0]
    elif change == "add":
        entries.append(issuing.good(ISSUER, id="urn:uuid:3"))
    elif change == "swap":
        entries[0] = issuing.good(ISSUER, id="urn:uuid:3")
    else:
        entries[0]["name"] = "Surgery"
    assert issuing.verify(made, trust=TRUST).verdict is Verdict.INVALID


def test_unsigned_presentation_of_good_credentials() -> None:
    report = issuing.verify(issuing.removed(shown(), "proof"), trust=TRUST)
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.PROOF_MISSING)


@pytest.mark.parametrize("entry", ["a.b.c", {}, {"type": "VerifiablePresentation"}, {"id": "urn:x:1"}])
def test_unreadable_entries_stay_visible(entry: Any) -> None:
    made = json.loads(json.dumps(shown()))
    made["verifiableCredential"].append(entry)
    report = issuing.verify(made, trust=TRUST)
    assert report.verdict is Verdict.INVALID
    assert len(report.inner) == 2
    assert report.inner[1].verdict is Verdict.UNREADABLE


def test_a_presentation_inside_a_presentation() -> None:
    inner = shown()
    report = issuing.verify(shown(issuing.good(ISSUER)) | {"verifiableCredential": [inner]}, trust=TRUST)
    assert report.verdict is Verdict.INVALID
    assert report.inner[0].verdict is Verdict.UNREADABLE


def test_a_credential_is_no_presentation_and_the_reverse() -> None:
    both = issuing.good(ISSUER) | {"type": ["VerifiableCredential", "VerifiablePresentation"]}
    assert issuing.verify(both).verdict is Verdict.INVALID
