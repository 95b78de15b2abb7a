"""Documents that came along with what is verified make it readable, and never confirm anybody."""

import json
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from tests import hiding, identities, issuing
from tests.identities import Json
from wallet.codecs import base64url
from wallet.credentials.detect import parse_document
from wallet.errors import Reason
from wallet.verification.report import CheckName, Outcome, Verdict, VerificationReport
from wallet.verification.sources import FetchedDocument, FixedClock
from wallet.verification.verifier import Verifier

SCHOOL = identities.did_web("school")
ADDRESS = "https://school.example/.well-known/did.json"
STATUS = "https://school.example/status/1"
KEYED = identities.did_key("keyed issuer")
DAY = datetime(2026, 11, 20, tzinfo=UTC)


def _verified(
    document: Json | str, sent: Mapping[str, Any], *published: Mapping[str, Any], at: datetime = DAY
) -> VerificationReport:
    bodies = {url: body if isinstance(body, str) else json.dumps(body) for url, body in sent.items()}
    verifier = Verifier(
        issuing.Documents(*published),
        FixedClock(issuing.NOW),
        sent=[FetchedDocument(url, body.encode(), at) for url, body in bodies.items()],
    )
    data = document if isinstance(document, str) else json.dumps(document)
    return verifier.verify(parse_document(data.encode()))


def _outcome(report: VerificationReport, name: CheckName) -> tuple[Outcome, Reason | None]:
    check = report.check(name)
    return check.outcome, check.reason


UNDECIDED = (Outcome.UNKNOWN, Reason.NEEDS_NETWORK)


def test_a_sent_issuer_document_makes_the_signature_readable_and_confirms_nobody() -> None:
    badge = issuing.secure(issuing.credential(SCHOOL), SCHOOL)
    alone, with_it = _verified(badge, {}), _verified(badge, SCHOOL.documents)
    assert _outcome(alone, CheckName.PROOF) == UNDECIDED
    assert _outcome(with_it, CheckName.PROOF) == (Outcome.PASSED, None)
    assert _outcome(with_it, CheckName.ISSUER_BINDING) == UNDECIDED
    assert (with_it.verdict, with_it.reason) == (Verdict.UNCHECKED, Reason.NEEDS_NETWORK)
    assert _verified(badge, {}, SCHOOL.documents).verdict is Verdict.CHECK, "from elsewhere it counts"


def test_the_same_for_tokens() -> None:
    token = issuing.token(issuing.claims_v2(issuing.credential(SCHOOL)), SCHOOL, "EdDSA", kid="#key-1")
    report = _verified(token, SCHOOL.documents)
    assert _outcome(report, CheckName.PROOF) == (Outcome.PASSED, None)
    assert _outcome(report, CheckName.ISSUER_BINDING) == UNDECIDED


def test_a_forged_issuer_document_never_confirms_a_forged_credential() -> None:
    forger = identities.did_web("learner who forges")
    forged = issuing.secure(issuing.credential(SCHOOL), forger)
    assert forger.id == SCHOOL.id
    sent = _verified(forged, forger.documents)
    assert sent.verdict is Verdict.UNCHECKED
    assert _outcome(sent, CheckName.ISSUER_BINDING) == UNDECIDED
    against_the_real_one = _verified(forged, forger.documents, SCHOOL.documents)
    assert (against_the_real_one.verdict, against_the_real_one.reason) == (
        Verdict.INVALID,
        Reason.SIGNATURE_INVALID,
    )


def test_a_wrong_issuer_document_does_not_make_a_good_credential_bad() -> None:
    badge = issuing.secure(issuing.credential(SCHOOL), SCHOOL)
    wrong = identities.did_web("an older key of the school").documents
    assert _outcome(_verified(badge, wrong), CheckName.PROOF) == UNDECIDED
    for broken in ("{}", "no json", json.dumps({"id": "did:web:other.example"})):
        assert _outcome(_verified(badge, {ADDRESS: broken}), CheckName.PROOF) == UNDECIDED


def test_a_key_of_somebody_else_is_not_the_issuers_because_a_sent_document_lists_it() -> None:
    forger = identities.did_web("forger", host="forger.example")
    forged = issuing.secure(issuing.credential(SCHOOL), forger)
    lying = {**SCHOOL.documents[ADDRESS], "assertionMethod": [forger.method]}
    report = _verified(forged, {ADDRESS: lying, **forger.documents})
    assert report.check(CheckName.ISSUER_BINDING).outcome is not Outcome.PASSED
    own_list = _verified(forged, forger.documents, {ADDRESS: lying})
    assert own_list.check(CheckName.ISSUER_BINDING).outcome is not Outcome.PASSED, (
        "whose key, only its owner says"
    )


def _listed(issuer: identities.Identity, signer: identities.Identity, **changes: Any) -> tuple[Json, Json]:
    badge = issuing.good(issuer, credentialStatus=issuing.status_entry(STATUS))
    return badge, issuing.secure(issuing.status_list(signer, STATUS), signer, **changes)


def test_a_sent_list_signed_by_an_issuer_that_is_its_key_counts() -> None:
    badge, status_list = _listed(KEYED, KEYED, created="2026-11-20T00:00:00Z")
    report = _verified(badge, {STATUS: status_list})
    assert _outcome(report, CheckName.STATUS) == (Outcome.PASSED, None)
    assert "as of 2026-11-20" in str(report.check(CheckName.STATUS).detail)
    assert report.verdict is Verdict.CHECK
    assert report.evidence == (), "it is not kept as if it had been looked up"
    revoked = issuing.secure(issuing.status_list(KEYED, STATUS, {"encodedList": WITHDRAWN}), KEYED)
    assert _outcome(_verified(badge, {STATUS: revoked}), CheckName.STATUS) == (Outcome.FAILED, Reason.REVOKED)


WITHDRAWN = "u" + issuing.encoded_list([94567])


def test_what_was_looked_up_wins_over_what_was_sent() -> None:
    badge, status_list = _listed(KEYED, KEYED)
    revoked = issuing.secure(issuing.status_list(KEYED, STATUS, {"encodedList": WITHDRAWN}), KEYED)
    assert _verified(badge, {STATUS: status_list}, {STATUS: revoked}).reason is Reason.REVOKED


def test_a_sent_list_whose_signer_only_a_sent_document_names_does_not_count() -> None:
    badge, status_list = _listed(SCHOOL, SCHOOL)
    report = _verified(badge, {STATUS: status_list, **SCHOOL.documents}, {})
    assert _outcome(report, CheckName.STATUS) == UNDECIDED
    forger = identities.did_web("learner who forges")
    forged = issuing.secure(issuing.status_list(SCHOOL, STATUS), forger)
    report = _verified(badge, {STATUS: forged, **forger.documents}, {})
    assert _outcome(report, CheckName.STATUS) == UNDECIDED


def test_a_list_that_the_sender_signed_does_not_count() -> None:
    learner = identities.did_key("learner who forges")
    badge, forged = _listed(KEYED, learner)
    assert _outcome(_verified(badge, {STATUS: forged}), CheckName.STATUS) == UNDECIDED
    elsewhere = _verified(badge, {}, {STATUS: forged})
    assert _outcome(elsewhere, CheckName.STATUS) == (Outcome.PASSED, None), "the address itself answered"


def test_a_list_token_that_the_sender_signed_does_not_count() -> None:
    claims = {"status_list": {"idx": 7, "uri": STATUS}}
    bits = base64url.encode(zlib.compress(bytes(20)))
    listed = {
        "sub": STATUS,
        "iat": issuing.seconds("2026-11-20T00:00:00Z"),
        "status_list": {"bits": 1, "lst": bits},
    }
    badge = hiding.issue(hiding.claims(KEYED, status=claims), KEYED)
    own, forged = (
        issuing.token({**listed, "iss": signer.id}, signer, "EdDSA", typ="statuslist+jwt")
        for signer in (KEYED, identities.did_key("learner who forges"))
    )
    assert _outcome(_verified(badge, {STATUS: own}), CheckName.STATUS) == (Outcome.PASSED, None)
    assert _outcome(_verified(badge, {STATUS: forged}), CheckName.STATUS) == UNDECIDED
    assert _outcome(_verified(badge, {}, {STATUS: forged.encode()}), CheckName.STATUS) == (
        Outcome.PASSED,
        None,
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda made: issuing.removed(made, "proof"),
        lambda made: issuing.changed(made, "credentialSubject/encodedList", "u" + issuing.encoded_list()),
    ],
    ids=["unsigned", "changed"],
)
def test_a_sent_list_without_a_good_signature_does_not_count(change: Any) -> None:
    badge = issuing.good(KEYED, credentialStatus=issuing.status_entry(STATUS))
    revoked = issuing.secure(issuing.status_list(KEYED, STATUS, {"encodedList": WITHDRAWN}), KEYED)
    report = _verified(badge, {STATUS: change(revoked)})
    assert report.check(CheckName.STATUS).outcome is Outcome.UNKNOWN


def test_an_old_sent_list_is_named_as_old() -> None:
    badge, status_list = _listed(KEYED, KEYED)
    report = _verified(badge, {STATUS: status_list}, at=datetime(2026, 9, 1, tzinfo=UTC))
    assert _outcome(report, CheckName.STATUS) == (Outcome.PASSED, Reason.STATUS_OLD)


def test_an_unsigned_revocation_list_that_was_sent_says_nothing() -> None:
    entry = {"id": STATUS, "type": "1EdTechRevocationList"}
    badge = issuing.token(
        issuing.claims_v2(issuing.credential(KEYED, credentialStatus=entry)), KEYED, "EdDSA"
    )
    empty = {"id": STATUS, "issuer": KEYED.id, "revokedCredential": []}
    assert _outcome(_verified(badge, {STATUS: empty}), CheckName.STATUS) == UNDECIDED
    assert _outcome(_verified(badge, {}, {STATUS: empty}), CheckName.STATUS) == (Outcome.PASSED, None)


def test_a_holder_key_is_never_taken_from_what_was_sent() -> None:
    forger = identities.did_web("learner who forges", host="learner.example")
    shown = issuing.presentation(forger, issuing.good())
    report = _verified(shown, forger.documents)
    assert report.check(CheckName.ISSUER_BINDING).outcome is Outcome.UNKNOWN
