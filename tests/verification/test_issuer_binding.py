"""Whose key it is, class D1: a good signature under a key that is not the issuer's is never taken for the issuer's."""

import json
from typing import Any

import pytest

from tests import identities, issuing
from tests.identities import Identity
from tests.issuing import Documents
from wallet.errors import Reason
from wallet.verification.report import CheckName, Outcome, Verdict, VerificationReport

SCHOOL = identities.did_web("school")
DID_ADDRESS = "https://school.example/.well-known/did.json"
ATTACKER = identities.did_key("attacker")
ISSUERS = [
    identities.did_key("school"),
    identities.did_jwk("school", "Ed25519"),
    SCHOOL,
    identities.https_issuer("school"),
    identities.published_method("school"),
]


def outcome(report: VerificationReport) -> tuple[Verdict, Reason | None]:
    return report.verdict, report.reason


def signed_by_attacker(issuer: Identity, method: Any) -> VerificationReport:
    """A badge in the issuer's name, signed with the attacker's key under a verification method of this name."""
    forged = issuing.secure(issuing.credential(issuer), ATTACKER, verificationMethod=method)
    return issuing.verify(forged, Documents(issuer.documents))


@pytest.mark.parametrize("issuer", ISSUERS, ids=lambda issuer: issuer.method[:40])
def test_signed_by_somebody_else(issuer: Identity) -> None:
    report = signed_by_attacker(issuer, ATTACKER.method)
    assert outcome(report) == (Verdict.INVALID, Reason.VM_NOT_ISSUER)
    assert report.check(CheckName.PROOF).outcome is Outcome.PASSED
    own = issuing.verify(issuing.secure(issuing.credential(issuer), issuer), Documents(issuer.documents))
    assert own.verdict is Verdict.CHECK


KEY = ATTACKER.key.multikey


@pytest.mark.parametrize(
    "method",
    [
        f"{SCHOOL.id}#{KEY}",
        f"{SCHOOL.id}.attacker.example#key-1",
        f"{SCHOOL.id}:attacker#key-1",
        f"{SCHOOL.id}?versionId=1#key-1",
        f"{SCHOOL.id}/path#key-1",
        f"{SCHOOL.id}%2Fattacker#key-1",
        f"{SCHOOL.id}%23#key-1",
        f"{SCHOOL.id}#key-1#{KEY}",
        f"{SCHOOL.id}#key-1?{KEY}",
        f"DID:WEB:school.example#{KEY}",
        f"{ATTACKER.id}?iss={SCHOOL.id}#{KEY}",
        f"{ATTACKER.id}/{SCHOOL.id}#{KEY}",
        f"{ATTACKER.id}#{SCHOOL.id}",
        f"{ATTACKER.id}#z6MkpJySvETLnxhQG9DzEdmKJtysBDjuuTeDfUj1uNNCUqcj",
    ],
)
def test_method_names_that_look_like_the_issuers(method: str) -> None:
    report = signed_by_attacker(SCHOOL, method)
    assert report.verdict in (Verdict.INVALID, Verdict.UNCHECKED)
    assert report.check(CheckName.ISSUER_BINDING).outcome is not Outcome.PASSED
    # not reachable is the one excuse; a did:key issuer has no other key, so there it is no excuse either
    assert report.reason is Reason.NEEDS_NETWORK or report.verdict is Verdict.INVALID
    own_key = signed_by_attacker(identities.did_key("school"), method)
    assert own_key.verdict is Verdict.INVALID


@pytest.mark.parametrize("method", [f" {SCHOOL.method}", f"{SCHOOL.method} ", f"{SCHOOL.method}\n", "\u200b"])
def test_method_names_with_white_space(method: str) -> None:
    signed = issuing.secure(issuing.credential(SCHOOL), SCHOOL)
    report = issuing.verify(
        issuing.changed(signed, "proof/verificationMethod", method), Documents(SCHOOL.documents)
    )
    assert outcome(report) == (Verdict.INVALID, Reason.KEY_NOT_FOUND)


HTTPS = identities.https_issuer("school")


@pytest.mark.parametrize(
    "method",
    [
        f"{HTTPS.id}#{KEY}",
        f"{HTTPS.id}/#{KEY}",
        f"{HTTPS.id}?key#{KEY}",
        f"{HTTPS.id}/../1#{KEY}",
        f"https://school.example@attacker.example/issuers/1#{KEY}",
        f"https://school.example.attacker.example/issuers/1#{KEY}",
        f"HTTPS://school.example/issuers/1#{KEY}",
        f"http://school.example/issuers/1#{KEY}",
    ],
)
def test_method_addresses_that_look_like_the_issuers(method: str) -> None:
    report = signed_by_attacker(HTTPS, method)
    assert outcome(report)[0] is Verdict.INVALID
    assert report.reason in (Reason.VM_NOT_ISSUER, Reason.KEY_NOT_FOUND)


def test_a_key_in_the_fragment_of_an_address_nobody_looked_up_proves_no_name() -> None:
    forged = issuing.secure(issuing.credential(HTTPS), ATTACKER, verificationMethod=f"{HTTPS.id}#{KEY}")
    report = issuing.verify(forged)
    assert outcome(report) == (Verdict.UNCHECKED, Reason.ISSUER_NOT_CONFIRMED)
    assert report.check(CheckName.PROOF).outcome is Outcome.PASSED


@pytest.mark.parametrize(
    "method",
    [
        {"id": SCHOOL.method, "controller": SCHOOL.id, "type": "Multikey", "publicKeyMultibase": KEY},
        {"id": SCHOOL.method},
        [SCHOOL.method],
        [SCHOOL.method, ATTACKER.method],
        "",
        None,
        7,
    ],
)
def test_methods_that_are_not_one_text(method: Any) -> None:
    issuer = SCHOOL
    forged = issuing.secure(issuing.credential(issuer), ATTACKER)
    forged["proof"]["verificationMethod"] = method
    report = issuing.verify(forged, Documents(issuer.documents))
    assert outcome(report) == (Verdict.INVALID, Reason.PROOF_MALFORMED)


# -- what a DID document says


def with_document(**changes: Any) -> VerificationReport:
    """A good badge of the school, judged by a DID document with these members replaced."""
    document = identities.controller_document(SCHOOL.id, SCHOOL.key, **changes)
    return issuing.verify(
        issuing.secure(issuing.credential(SCHOOL), SCHOOL),
        Documents({DID_ADDRESS: issuing.without_none(document)}),
    )


METHOD = identities.verification_method(SCHOOL.id, SCHOOL.key)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, Reason.NO_TRUST_LIST),
        ({"verificationMethod": None, "assertionMethod": [METHOD]}, Reason.NO_TRUST_LIST),
        (
            {"verificationMethod": [{**METHOD, "id": "#key-1"}], "assertionMethod": ["#key-1"]},
            Reason.NO_TRUST_LIST,
        ),
        ({"verificationMethod": [{**METHOD, "expires": "2027-01-01T00:00:00Z"}]}, Reason.NO_TRUST_LIST),
        ({"verificationMethod": [{**METHOD, "expires": "2026-01-01T00:00:00Z"}]}, Reason.KEY_REVOKED),
        ({"verificationMethod": [{**METHOD, "revoked": "2026-10-01T00:00:00Z"}]}, Reason.KEY_REVOKED),
        ({"verificationMethod": [{**METHOD, "revoked": "yes"}]}, Reason.KEY_MALFORMED),
        ({"verificationMethod": [{**METHOD, "controller": ATTACKER.id}]}, Reason.VM_NOT_ISSUER),
        ({"verificationMethod": [{**METHOD, "publicKeyMultibase": KEY}]}, Reason.SIGNATURE_INVALID),
        ({"verificationMethod": [{**METHOD, "publicKeyMultibase": None}]}, Reason.KEY_MALFORMED),
        ({"verificationMethod": []}, Reason.KEY_NOT_FOUND),
        ({"assertionMethod": []}, Reason.PROOF_PURPOSE_WRONG),
        ({"assertionMethod": None}, Reason.PROOF_PURPOSE_WRONG),
        ({"assertionMethod": ["did:web:school.example#key-2"]}, Reason.PROOF_PURPOSE_WRONG),
        ({"id": "did:web:school.example:other"}, Reason.KEY_NOT_FOUND),
        ({"id": None}, Reason.KEY_NOT_FOUND),
    ],
)
def test_what_the_did_document_says(changes: dict[str, Any], reason: Reason) -> None:
    report = with_document(**changes)
    assert report.reason is reason
    assert report.verdict is (Verdict.CHECK if reason is Reason.NO_TRUST_LIST else Verdict.INVALID)


@pytest.mark.parametrize("body", [b"", b"null", b"[]", b"\xff", b'"did"', b"{" * 100, b'{"id": 7}'])
def test_did_documents_that_are_none(body: bytes) -> None:
    signed = issuing.secure(issuing.credential(SCHOOL), SCHOOL)
    report = issuing.verify(signed, Documents({DID_ADDRESS: body}))
    assert outcome(report) == (Verdict.INVALID, Reason.KEY_NOT_FOUND)


def test_without_the_did_document_nothing_is_known() -> None:
    report = issuing.verify(issuing.secure(issuing.credential(SCHOOL), SCHOOL))
    assert outcome(report) == (Verdict.UNCHECKED, Reason.NEEDS_NETWORK)
    assert report.check(CheckName.PROOF).detail == DID_ADDRESS


def test_a_key_the_issuers_document_lists_speaks_for_the_issuer() -> None:
    helper = identities.did_key("helper")
    signed = issuing.secure(issuing.credential(SCHOOL), helper)
    for listed, verdict in (([helper.method], Verdict.CHECK), ([SCHOOL.method], Verdict.INVALID)):
        document = identities.controller_document(SCHOOL.id, SCHOOL.key, assertionMethod=listed)
        assert issuing.verify(signed, Documents({DID_ADDRESS: document})).verdict is verdict


def test_a_listed_id_with_another_key_does_not_speak_for_the_issuer() -> None:
    helper = identities.did_key("helper")
    signed = issuing.secure(issuing.credential(SCHOOL), helper)
    for made, verdict in ((helper.key, Verdict.CHECK), (ATTACKER.key, Verdict.INVALID)):
        entry = {
            "id": helper.method,
            "type": "Multikey",
            "controller": SCHOOL.id,
            "publicKeyMultibase": made.multikey,
        }
        document = identities.controller_document(SCHOOL.id, SCHOOL.key, assertionMethod=[entry])
        assert issuing.verify(signed, Documents({DID_ADDRESS: document})).verdict is verdict


def test_a_published_method_must_be_listed_by_the_owner_it_names() -> None:
    issuer = identities.published_method("school")
    signed = issuing.secure(issuing.credential(issuer), issuer)
    assert issuing.verify(signed, Documents(issuer.documents)).verdict is Verdict.CHECK
    # somebody publishes a method that names the school as its controller
    documents = json.loads(json.dumps(dict(issuer.documents)))
    documents[issuer.id]["assertionMethod"] = []
    report = issuing.verify(signed, Documents(documents))
    assert outcome(report) == (Verdict.INVALID, Reason.PROOF_PURPOSE_WRONG)
    del documents[issuer.id]
    report = issuing.verify(signed, Documents(documents))
    assert outcome(report) == (Verdict.UNCHECKED, Reason.ISSUER_NOT_CONFIRMED)


@pytest.mark.parametrize(
    ("did", "address"),
    [
        ("did:web:school.example", "https://school.example/.well-known/did.json"),
        ("did:web:school.example%3A8443", "https://school.example:8443/.well-known/did.json"),
        ("did:web:school.example:dept:cs", "https://school.example/dept/cs/did.json"),
        ("did:web:school.example%3a8443:a%20b", "https://school.example:8443/a%20b/did.json"),
        ("did:web:", None),
        ("did:web:school.example%2Fa", None),
        ("did:web:school.example:..:x", None),
        ("did:web:school.example:.", None),
        ("did:web:school.example:a%2Fb", None),
        ("did:web:school.example:%2e%2e", None),
        ("did:web:school.example::x", None),
        ("did:web:user@attacker.example", None),
        ("did:web:school.example?x=1", None),
        ("did:web:school.example%3Fx", None),
        ("did:web:school.example%5C", None),
        ("did:web:school.example%3A8443%40attacker", None),
        ("did:web:school.example ", None),
        ("did:web:[::1]", None),
        ("did:web:school.ex\u0430mple", None),
        ("did:web:school.example\n", None),
    ],
)
def test_where_a_did_web_is_looked_up(did: str, address: str | None) -> None:
    """An address that a DID does not plainly show is never asked for."""
    source = Documents()
    signed = issuing.secure(issuing.credential(SCHOOL), SCHOOL, verificationMethod=f"{SCHOOL.id}#key-1")
    signed["proof"]["verificationMethod"] = f"{did}#key-1"
    report = issuing.verify(signed, source)
    asked = [url for url in source.asked if url.startswith("https:")]
    assert asked == ([] if address is None else [address])
    assert report.verdict is (Verdict.INVALID if address is None else Verdict.UNCHECKED)


@pytest.mark.parametrize("look_alike", ["did:web:sch\u043eol.example", "did:web:school.example\u200b"])
def test_look_alike_issuers_are_pointed_out(look_alike: str) -> None:
    """D14: the attacker's own name, spelled to look like the school's, is a stranger with a good key of its own."""
    trust = [issuing.Directory("Schools", [SCHOOL.id])]
    good = issuing.secure(issuing.credential(SCHOOL), SCHOOL)
    assert issuing.verify(good, Documents(SCHOOL.documents), trust=trust).verdict is Verdict.VERIFIED
    spoof = Identity(look_alike, f"{look_alike}#key-1", ATTACKER.key)
    source = Documents({look_alike: identities.controller_document(look_alike, ATTACKER.key)})
    report = issuing.verify(issuing.secure(issuing.credential(spoof), spoof), source, trust=trust)
    assert outcome(report) == (Verdict.CHECK, Reason.LOOK_ALIKE_NAME)
