"""Open Badges 1 and 2: what is hosted counts, keys are the issuer's, and a good twin stands beside every bad one."""

import json
from datetime import timedelta

import pytest

from tests import older_badges as school
from tests.identities import Json, key
from tests.issuing import NOW
from tests.older_badges import ASSERTION, BADGE, HOST, ISSUER, KEY, REVOCATIONS, verify
from tests.sample_documents import chunk, itxt, png
from wallet.credentials.detect import parse_document
from wallet.errors import Reason
from wallet.verification.evidence import KeptDocuments
from wallet.verification.report import CheckName, Outcome, Verdict, VerificationReport
from wallet.verification.sources import FetchedDocument, FixedClock, NoDocuments
from wallet.verification.verifier import Verifier

DECISIVE = (CheckName.STRUCTURE, CheckName.PROOF, CheckName.ISSUER_BINDING, CheckName.DATES)
EVIL = "https://evil.example"


def _outcome(report: VerificationReport, name: CheckName) -> tuple[Outcome, Reason | None]:
    return report.check(name).outcome, report.check(name).reason


def test_a_hosted_badge_is_good_when_its_address_answers_the_same() -> None:
    report = verify(school.assertion())
    assert (report.verdict, report.reason) == (Verdict.CHECK, Reason.NO_TRUST_LIST)
    assert [report.check(name).outcome for name in DECISIVE] == [Outcome.PASSED] * 4
    assert report.check(CheckName.PROOF).detail == "hosted"
    assert _outcome(report, CheckName.STATUS) == (Outcome.PASSED, None)
    assert [check.name for check in report.checks] == list(CheckName)
    assert report.securing == ("hosted",)
    assert report.credential is not None
    assert (report.credential.title, report.credential.issuer.name) == ("Welding", "Example School")
    assert report.credential.issuer.id == ISSUER


def test_without_documents_a_hosted_badge_is_never_verified() -> None:
    report = verify(school.assertion(), {})
    assert (report.verdict, report.reason) == (Verdict.UNCHECKED, Reason.NEEDS_NETWORK)
    for name in (CheckName.PROOF, CheckName.ISSUER_BINDING, CheckName.STATUS):
        assert _outcome(report, name) == (Outcome.UNKNOWN, Reason.NEEDS_NETWORK)


@pytest.mark.parametrize("gone", ["assertion", "badge", "issuer"])
def test_with_one_document_missing_it_is_not_verified_either(gone: str) -> None:
    report = verify(school.assertion(), school.published(**{gone: None}))
    assert (report.verdict, report.reason) == (Verdict.UNCHECKED, Reason.NEEDS_NETWORK)


@pytest.mark.parametrize(
    "change",
    [
        {"recipient": {"type": "email", "hashed": False, "identity": "somebody@else.example"}},
        {"issuedOn": "2020-03-01T10:00:00+00:00"},
        {"badge": f"{HOST}/badges/surgery"},
        {"badge": {**school.badge_class(), "name": "Surgery"}},
        {"evidence": [{"id": "https://school.example/work/1", "name": "A bridge"}]},
        {"evidence": []},
        {"narrative": "Welded a bridge."},
        {"extra": 1},
        {"verification": {"type": "signed", "creator": KEY}},
    ],
)
def test_a_copy_that_says_something_else_is_invalid(change: Json) -> None:
    report = verify(school.assertion(**change))
    assert report.verdict is Verdict.INVALID
    assert report.reason in (Reason.HOSTED_DIFFERS, Reason.PROOF_MISSING)


@pytest.mark.parametrize(
    "hosted",
    [
        school.assertion(image="https://school.example/1.png", license="CC0"),
        school.assertion(type=["Assertion"]),
        school.assertion(verification={"type": "HostedBadge"}),
        school.assertion(badge={**school.badge_class(), "@context": []}),
        school.assertion(id=ASSERTION.replace("https", "http")),
    ],
)
def test_the_hosted_one_may_say_more_or_the_same_in_other_words(hosted: Json) -> None:
    assert verify(school.assertion(), school.published(assertion=hosted)).verdict is Verdict.CHECK


def test_a_copy_may_hold_what_the_hosted_one_names() -> None:
    assert verify(school.assertion(badge=school.badge_class())).verdict is Verdict.CHECK


def test_what_the_hosted_one_says_counts() -> None:
    documents = school.published(assertion=school.assertion(expires="2026-10-01T00:00:00Z"))
    report = verify(school.assertion(), documents)
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.EXPIRED)
    assert report.credential is not None
    assert report.credential.valid_until == "2026-10-01T00:00:00Z"


@pytest.mark.parametrize(
    "body", [b"<html>Not found</html>", b"[]", b"{}", b'{"id": "https://evil.example/1"}']
)
def test_an_address_that_answers_something_else_vouches_for_nothing(body: bytes) -> None:
    report = verify(school.assertion(), school.published(assertion=body))
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.HOSTED_DIFFERS)


@pytest.mark.parametrize(
    "hosted", [school.assertion(revoked=True), {"id": ASSERTION, "revoked": True, "revocationReason": "left"}]
)
def test_a_hosted_badge_is_withdrawn_at_its_address(hosted: Json) -> None:
    report = verify(school.assertion(), school.published(assertion=hosted))
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.REVOKED)
    assert (
        verify(school.assertion(), school.published(assertion=school.assertion(revoked=False))).verdict
        is Verdict.CHECK
    )


@pytest.mark.parametrize(("days", "reason"), [(3, None), (45, Reason.STATUS_OLD)])
def test_an_old_answer_says_how_old_it_is(days: int, reason: Reason | None) -> None:
    then = NOW - timedelta(days=days)
    kept = {
        url: FetchedDocument(url, json.dumps(body).encode(), then) for url, body in school.published().items()
    }
    badge = parse_document(school.as_bytes(school.assertion()))
    report = Verifier(KeptDocuments(NoDocuments(), kept), FixedClock(NOW)).verify(badge)
    assert _outcome(report, CheckName.STATUS) == (Outcome.PASSED, reason)
    assert then.date().isoformat() in report.check(CheckName.STATUS).detail
    assert report.as_of == then


# ---------------------------------------------------------------- where badges may stand


def _at(address: str, **policy: object) -> VerificationReport:
    made = school.assertion(id=address)
    issuer = school.profile(verification=policy) if policy else school.profile()
    return verify(made, {**school.published(issuer=issuer), address: made})


@pytest.mark.parametrize(
    ("address", "policy"),
    [
        (f"{HOST}/assertions/2", {}),
        ("https://SCHOOL.example/assertions/2", {}),
        ("https://school.example:443/assertions/2", {}),
        ("http://school.example/assertions/2", {}),
        ("https://badges.example/school/2", {"startsWith": "https://badges.example/school/"}),
        (
            "https://badges.example/school/2",
            {"startsWith": ["https://a.example/", "https://badges.example/school/"]},
        ),
        ("https://badges.example/2", {"allowedOrigins": ["school.example", "badges.example"]}),
    ],
)
def test_an_issuer_says_where_its_badges_stand(address: str, policy: Json) -> None:
    assert _outcome(_at(address, **policy), CheckName.ISSUER_BINDING) == (Outcome.PASSED, None)


@pytest.mark.parametrize(
    ("address", "policy"),
    [
        (f"{EVIL}/1", {}),
        ("https://school.example.evil.example/1", {}),
        ("https://school.example:8443/1", {}),
        ("https://badges.example/other/2", {"startsWith": "https://badges.example/school/"}),
        ("https://badges.example.evil.example/1", {"startsWith": "https://badges.example"}),
        (f"{HOST}/assertions/2", {"startsWith": "https://badges.example/"}),
        (f"{HOST}/assertions/2", {"allowedOrigins": "badges.example"}),
        (
            "https://badges.example/x",
            {"startsWith": "https://badges.example/", "allowedOrigins": "school.example"},
        ),
    ],
)
def test_a_badge_elsewhere_is_not_the_issuers(address: str, policy: Json) -> None:
    report = _at(address, **policy)
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.HOSTED_ELSEWHERE)


def test_a_policy_counts_only_from_the_issuers_own_address() -> None:
    """Somebody hosts a badge with a profile inside that allows their own host."""
    theirs = school.profile(verification={"startsWith": f"{EVIL}/"})
    made = school.assertion(id=f"{EVIL}/1", badge=school.badge_class(issuer=theirs))
    report = verify(made, {**school.published(), f"{EVIL}/1": made})
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.HOSTED_ELSEWHERE)
    without = verify(made, {f"{EVIL}/1": made})
    assert (without.verdict, without.reason) == (Verdict.UNCHECKED, Reason.NEEDS_NETWORK)


def test_a_profile_cannot_call_itself_by_anothers_address() -> None:
    theirs = {
        f"{EVIL}/issuer": school.profile(),
        f"{EVIL}/badge": school.badge_class(issuer=f"{EVIL}/issuer"),
    }
    made = school.assertion(id=f"{EVIL}/1", badge=f"{EVIL}/badge")
    report = verify(made, {**theirs, f"{EVIL}/1": made})
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.HOSTED_ELSEWHERE)
    theirs[f"{EVIL}/issuer"] = school.profile(id=f"{EVIL}/issuer")
    honest = verify(made, {**theirs, f"{EVIL}/1": made})
    assert honest.verdict is Verdict.CHECK
    assert honest.credential is not None
    assert honest.credential.issuer.id == f"{EVIL}/issuer"


@pytest.mark.parametrize(
    "address",
    ["urn:uuid:1", "ftp://school.example/1", "https://school.example@evil.example/1", "https://a b/1"],
)
def test_what_is_no_address_on_the_web_cannot_be_looked_up(address: str) -> None:
    made = school.assertion(id=address)
    report = verify(made, {**school.published(), address: made})
    assert report.verdict is not Verdict.CHECK
    assert report.reason in (Reason.ADDRESS_NOT_STATED, Reason.HOSTED_ELSEWHERE, Reason.STRUCTURE_INVALID)


# ---------------------------------------------------------------- signed badges


def test_a_signed_badge_is_good_under_the_issuers_key() -> None:
    report = verify(school.sign(school.signed_assertion()))
    assert report.verdict is Verdict.CHECK
    assert [report.check(name).outcome for name in DECISIVE] == [Outcome.PASSED] * 4
    assert report.check(CheckName.STATUS).outcome is Outcome.NOT_APPLICABLE
    assert report.securing == ("RS256",)


@pytest.mark.parametrize(
    "change",
    [
        {"issuer": school.profile(publicKey=school.key_document())},
        {"issuer": school.profile(publicKey=[f"{HOST}/keys/0", KEY])},
    ],
)
def test_a_profile_may_hold_its_key_or_name_several(change: Json) -> None:
    assert verify(school.sign(school.signed_assertion()), school.published(**change)).verdict is Verdict.CHECK


def test_without_creator_the_keys_of_the_profile_are_tried() -> None:
    made = school.sign(school.signed_assertion(verification={"type": "signed"}))
    assert verify(made).verdict is Verdict.CHECK
    two = school.profile(publicKey=[school.key_document("other", id=f"{HOST}/keys/0"), KEY])
    assert verify(made, school.published(issuer=two)).verdict is Verdict.CHECK


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"key": school.key_document("other")}, Reason.SIGNATURE_INVALID),
        ({"key": school.key_document(owner=f"{EVIL}/issuer")}, Reason.VM_NOT_ISSUER),
        ({"key": {"id": KEY, "publicKeyPem": school.key_document()["publicKeyPem"]}}, Reason.VM_NOT_ISSUER),
        ({"issuer": school.profile(publicKey=f"{HOST}/keys/2")}, Reason.VM_NOT_ISSUER),
        ({"issuer": school.profile(publicKey=[])}, Reason.VM_NOT_ISSUER),
        ({"key": school.key_document(publicKeyPem="-----BEGIN PUBLIC KEY-----\nAAAA")}, Reason.KEY_MALFORMED),
        ({"key": b"not json"}, Reason.STRUCTURE_INVALID),
    ],
)
def test_a_key_that_is_not_the_issuers_does_not_count(change: Json, reason: Reason) -> None:
    report = verify(school.sign(school.signed_assertion()), school.published(**change))
    assert (report.verdict, report.reason) == (Verdict.INVALID, reason)


@pytest.mark.parametrize("gone", ["badge", "issuer", "key"])
def test_a_signed_badge_needs_its_documents(gone: str) -> None:
    report = verify(school.sign(school.signed_assertion()), school.published(**{gone: None}))
    assert (report.verdict, report.reason) == (Verdict.UNCHECKED, Reason.NEEDS_NETWORK)


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ({"alg": "none"}, Reason.ALG_NOT_ALLOWED),
        ({"alg": "HS256"}, Reason.ALG_NOT_ALLOWED),
        ({"alg": "ES256"}, Reason.ALG_NOT_ALLOWED),
        ({"crit": ["x"]}, Reason.JWT_HEADER_NOT_ALLOWED),
        ({"jku": f"{EVIL}/keys"}, Reason.JWT_HEADER_NOT_ALLOWED),
    ],
)
def test_headers_cannot_choose_key_or_algorithm(header: Json, reason: Reason) -> None:
    report = verify(school.sign(school.signed_assertion(), **header))
    assert (report.verdict, report.reason) == (Verdict.INVALID, reason)


def test_a_key_in_the_header_is_nobodys() -> None:
    report = verify(school.sign(school.signed_assertion(), "other", jwk=key("other", "RSA").jwk))
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.SIGNATURE_INVALID)


def test_hosted_and_signed_cannot_stand_for_one_another() -> None:
    as_token = verify(school.sign(school.assertion()), {})
    assert as_token.check(CheckName.STRUCTURE).outcome is Outcome.FAILED
    as_json = verify(school.signed_assertion())
    assert (as_json.verdict, as_json.reason) == (Verdict.INVALID, Reason.PROOF_MISSING)


@pytest.mark.parametrize(
    ("listed", "reason"),
    [
        (["urn:uuid:5b1a3a4f-9d0c-4f0e-9a55-9b5f5a6b0a01"], Reason.REVOKED),
        (
            [{"id": "urn:uuid:5b1a3a4f-9d0c-4f0e-9a55-9b5f5a6b0a01", "revocationReason": "left"}],
            Reason.REVOKED,
        ),
        ([{"uid": "7"}], Reason.REVOKED),
        ([{"id": "urn:uuid:other"}, "urn:uuid:another"], None),
        ([], None),
    ],
)
def test_the_issuers_list_withdraws_by_id_or_uid(listed: object, reason: Reason | None) -> None:
    documents = school.published(issuer=school.profile(revocationList=REVOCATIONS))
    documents[REVOCATIONS] = {"@context": school.V2, "type": "RevocationList", "revokedAssertions": listed}
    report = verify(school.sign(school.signed_assertion(uid="7")), documents)
    assert report.verdict is (Verdict.INVALID if reason else Verdict.CHECK)
    assert _outcome(report, CheckName.STATUS) == (Outcome.FAILED if reason else Outcome.PASSED, reason)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (None, Reason.NEEDS_NETWORK),
        (b"<html>", Reason.STATUS_LIST_INVALID),
        ({"type": "RevocationList"}, Reason.STATUS_LIST_INVALID),
        ({"revokedAssertions": [1]}, Reason.STATUS_LIST_INVALID),
    ],
)
def test_a_list_that_cannot_be_read_leaves_it_open(body: object, reason: Reason) -> None:
    documents = school.published(issuer=school.profile(revocationList=REVOCATIONS))
    documents |= {REVOCATIONS: body} if body is not None else {}
    report = verify(school.sign(school.signed_assertion()), documents)
    assert (report.verdict, report.reason) == (Verdict.UNCHECKED, reason)


# ---------------------------------------------------------------- dates, people, shape


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"expires": "2026-02-01T00:00:00Z"}, Reason.DATE_INVALID),
        ({"expires": "2026-06-01T00:00:00Z"}, Reason.EXPIRED),
        ({"issuedOn": "2027-01-01T00:00:00Z"}, Reason.NOT_YET_VALID),
        ({"expires": "2026-12-01T00:00:00Z"}, Reason.ENDS_SOON),
        ({"expires": "2030-01-01T00:00Z"}, None),
    ],
)
def test_dates(change: Json, reason: Reason | None) -> None:
    made = school.assertion(**change)
    report = verify(made, school.published(assertion=made))
    assert report.check(CheckName.DATES).reason is reason
    assert report.verdict is (Verdict.CHECK if reason in (None, Reason.ENDS_SOON) else Verdict.INVALID)


def test_the_recipient_is_compared() -> None:
    documents = school.published()
    assert (
        verify(school.assertion(), documents, "Nobody@example.org").check(CheckName.RECIPIENT).outcome
        is Outcome.PASSED
    )
    other = verify(school.assertion(), documents, "somebody@example.org")
    assert _outcome(other, CheckName.RECIPIENT) == (Outcome.FAILED, Reason.RECIPIENT_OTHER)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"@context": "https://w3id.org/openbadges/invalid"}, "@context"),
        ({"type": ["Assertion", "Unknown"]}, "type"),
        ({"recipient": "nobody@example.org"}, "recipient"),
        ({"recipient": {"identity": "a@b.example", "hashed": False}}, "recipient.type"),
        ({"recipient": {"type": "email", "identity": "a@b.example", "hashed": "yes"}}, "recipient.hashed"),
        ({"verification": {"type": "trusted"}}, "verification.type"),
        ({"issuedOn": "2026-03-01"}, "issuedOn"),
        ({"issuedOn": None}, "issuedOn"),
        ({"badge": 7}, "badge"),
        ({"image": "data:image/png;base64,AAAA"}, "image"),
    ],
)
def test_an_assertion_keeps_the_data_model(change: Json, named: str) -> None:
    made = school.assertion(**change)
    report = verify(made, school.published(assertion=made))
    check = report.check(CheckName.STRUCTURE)
    assert (check.outcome, check.detail) == (Outcome.FAILED, named)
    assert report.verdict is Verdict.INVALID


@pytest.mark.parametrize(
    "change",
    [
        {"badge": school.badge_class(type="Criteria")},
        {"badge": school.badge_class(name="")},
        {"badge": b"nothing"},
        {"issuer": school.profile(type="Criteria")},
        {"issuer": school.profile(name=7)},
        {"issuer": b"nothing"},
    ],
)
def test_badge_class_and_profile_keep_it_too(change: Json) -> None:
    report = verify(school.assertion(), school.published(**change))
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.STRUCTURE_INVALID)


def test_endorsements_are_named_as_not_looked_at() -> None:
    made = school.assertion(endorsement=f"{HOST}/endorsements/1")
    report = verify(made, school.published(assertion=made))
    assert report.verdict is Verdict.CHECK
    assert _outcome(report, CheckName.ENDORSEMENTS) == (Outcome.UNKNOWN, Reason.ENDORSEMENT_NOT_VERIFIED)


# ---------------------------------------------------------------- pictures and older versions


@pytest.mark.parametrize(
    "picture",
    [png(itxt("openbadges", ASSERTION.encode())), png(chunk(b"tEXt", b"openbadges\0" + ASSERTION.encode()))],
)
def test_a_picture_with_an_address_is_what_stands_there(picture: bytes) -> None:
    report = verify(picture)
    assert report.verdict is Verdict.CHECK
    assert report.credential is not None
    assert report.credential.title == "Welding"
    alone = verify(picture, {})
    assert (alone.verdict, alone.reason) == (Verdict.UNCHECKED, Reason.NEEDS_NETWORK)
    elsewhere = verify(picture, school.published(assertion=school.badge_class()))
    assert elsewhere.verdict is Verdict.INVALID


V0: Json = {
    "recipient": school.HASHED,
    "salt": "deadsea",
    "issued_on": "2011-06-01",
    "badge": {
        "version": "0.5.0",
        "name": "Welding",
        "description": "Welds.",
        "image": "/welding.png",
        "criteria": f"{HOST}/criteria",
        "issuer": {"origin": HOST, "name": "Example School"},
    },
}


def test_version_0_stands_at_the_address_in_its_picture() -> None:
    picture = png(chunk(b"tEXt", b"openbadges\0" + ASSERTION.encode()))
    report = verify(picture, {ASSERTION: V0}, "nobody@example.org")
    assert report.verdict is Verdict.CHECK
    assert report.check(CheckName.RECIPIENT).outcome is Outcome.PASSED
    assert report.credential is not None
    assert (report.credential.title, report.credential.id) == ("Welding", ASSERTION)
    elsewhere = png(chunk(b"tEXt", b"openbadges\0" + f"{EVIL}/1".encode()))
    stolen = verify(elsewhere, {f"{EVIL}/1": V0})
    assert (stolen.verdict, stolen.reason) == (Verdict.INVALID, Reason.HOSTED_ELSEWHERE)
    alone = verify(V0, {})
    assert (alone.verdict, alone.reason) == (Verdict.UNCHECKED, Reason.ADDRESS_NOT_STATED)


V1: Json = {
    "uid": "7",
    "recipient": {"type": "email", "identity": "nobody@example.org", "hashed": False},
    "badge": BADGE,
    "issuedOn": 1422748800,
    "verify": {"type": "hosted", "url": ASSERTION},
}
V1_BADGE: Json = {
    "name": "Welding",
    "description": "Welds.",
    "image": f"{HOST}/w.png",
    "criteria": f"{HOST}/criteria",
    "issuer": ISSUER,
    "alignment": [{"name": "Weld metal", "url": "https://skills.example/2"}],
}
V1_ISSUER: Json = {"name": "Example School", "url": HOST, "revocationList": REVOCATIONS}


def test_version_1_is_checked_like_version_2() -> None:
    documents = {ASSERTION: V1, BADGE: V1_BADGE, ISSUER: V1_ISSUER, REVOCATIONS: {"8": "left"}}
    report = verify(V1, documents)
    assert report.verdict is Verdict.CHECK
    assert report.credential is not None
    assert report.credential.valid_from == "2015-02-01T00:00:00Z"
    withdrawn = verify(V1, {**documents, REVOCATIONS: {"7": "left"}})
    assert (withdrawn.verdict, withdrawn.reason) == (Verdict.INVALID, Reason.REVOKED)
    forged = verify({**V1, "issuedOn": 1400000000}, documents)
    assert (forged.verdict, forged.reason) == (Verdict.INVALID, Reason.HOSTED_DIFFERS)


def test_a_copy_of_version_1_agrees_with_what_became_version_2() -> None:
    hosted = school.assertion(
        recipient=V1["recipient"], issuedOn="2015-02-01T00:00:00Z", narrative=None, evidence=None
    )
    assert verify(V1, school.published(assertion=hosted)).verdict is Verdict.CHECK


def test_version_1_signs_under_a_key_at_its_issuers_place() -> None:
    made = {**V1, "verify": {"type": "signed", "url": KEY}}
    pem = school.key_document()["publicKeyPem"].encode()
    documents = {BADGE: V1_BADGE, ISSUER: V1_ISSUER, KEY: pem, REVOCATIONS: {}}
    assert verify(school.sign(made), documents).verdict is Verdict.CHECK
    theirs = {**made, "verify": {"type": "signed", "url": f"{EVIL}/key"}}
    stolen = verify(school.sign(theirs), {**documents, f"{EVIL}/key": pem})
    assert (stolen.verdict, stolen.reason) == (Verdict.INVALID, Reason.VM_NOT_ISSUER)


def test_a_badge_vouched_for_by_a_blockchain_is_not_called_false() -> None:
    """Blockcerts 2.0: an assertion with a proof this program cannot try. Without naming that, it is broken."""
    badge = school.badge_class(issuer=school.profile(), criteria={"narrative": "Welded."})
    anchored = school.assertion(
        verification={
            "type": ["MerkleProofVerification2017", "Extension"],
            "publicKey": "ecdsa-koblitz-pubkey:1",
        },
        badge=badge,
        signature={
            "type": ["MerkleProof2017", "Extension"],
            "merkleRoot": "00",
            "targetHash": "00",
            "proof": [],
        },
    )
    report = verify(anchored)
    assert (report.verdict, report.reason) == (Verdict.UNCHECKED, Reason.UNSUPPORTED_SUITE)
    assert report.securing == ("MerkleProof2017",)
    broken = verify({**anchored, "verification": {"type": ["Extension"]}})
    assert (broken.verdict, broken.reason) == (Verdict.INVALID, Reason.STRUCTURE_INVALID)
