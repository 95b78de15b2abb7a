"""Key binding, classes J12 and J13: whom the holder showed an SD-JWT to, and whether it was the holder."""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from tests import hiding, identities, issuing
from tests.hiding import HOLDER, NONCE, RECEIVER
from tests.identities import Json
from tests.issuing import NOW, Documents
from wallet.codecs import base64url
from wallet.credentials.detect import parse_document
from wallet.errors import Reason, WalletError
from wallet.proofs.sd_jwt import Challenge
from wallet.verification.report import CheckName, Outcome, Verdict, VerificationReport
from wallet.verification.report_json import report_to_dict
from wallet.verification.sources import FixedClock
from wallet.verification.verifier import Verifier, unreadable_report

ISSUER = identities.did_web("issuer", "P-256")
ANOTHER = identities.key("another holder", "P-256")
ASKED = Challenge(RECEIVER, NONCE)
NOBODY = Challenge()
GOOD = (Verdict.CHECK, Reason.NO_TRUST_LIST)


def verify(text: str | Json, challenge: Challenge = NOBODY, **published: Json) -> VerificationReport:
    source = Documents(ISSUER.documents, *published.values())
    data = text if isinstance(text, str) else json.dumps(text)
    try:
        document = parse_document(data.encode())
    except WalletError as error:
        return unreadable_report(error.reason, error.detail, NOW)
    return Verifier(source, FixedClock(NOW), challenge=challenge).verify(document)


def outcome(text: str | Json, challenge: Challenge = NOBODY) -> tuple[Verdict, Reason | None]:
    report = verify(text, challenge)
    return report.verdict, report.reason


def issued(**changes: Any) -> str:
    return hiding.issue(hiding.claims(ISSUER, **changes), ISSUER)


def shown(**changes: Any) -> str:
    return hiding.bind(hiding.show(issued(), "given_name"), **changes)


def test_the_showing_all_attacks_start_from_is_good_for_who_asked_and_for_others() -> None:
    for challenge in (ASKED, NOBODY, Challenge(audience=RECEIVER), Challenge(nonce=NONCE)):
        assert outcome(shown(), challenge) == GOOD


def test_the_report_says_whom_it_was_shown_to() -> None:
    report = verify(shown())
    assert (report.audience, report.nonce) == (RECEIVER, NONCE)
    assert report.securing == ("sd-jwt ES256", "kb+jwt ES256")
    assert report_to_dict(report, "x")["presentation"]["to"] == RECEIVER
    unbound = verify(issued())
    assert unbound.audience is None
    assert "presentation" not in report_to_dict(unbound, "x")


def test_what_an_issuer_handed_out_is_good_until_somebody_asks_for_more() -> None:
    assert outcome(issued()) == GOOD
    assert outcome(issued(), ASKED) == (Verdict.INVALID, Reason.KEY_BINDING_MISSING)


# -- J12


@pytest.mark.parametrize("challenge", [ASKED, NOBODY])
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"key": ANOTHER}, Reason.SIGNATURE_INVALID),
        ({"key": ISSUER.key}, Reason.SIGNATURE_INVALID),
        ({"header": {"typ": "JWT"}}, Reason.JWT_HEADER_NOT_ALLOWED),
        ({"header": {"typ": None}}, Reason.JWT_HEADER_NOT_ALLOWED),
        ({"header": {"typ": "dc+sd-jwt"}}, Reason.JWT_HEADER_NOT_ALLOWED),
        ({"header": {"crit": ["exp"]}}, Reason.JWT_HEADER_NOT_ALLOWED),
        ({"header": {"alg": "none"}}, Reason.ALG_NOT_ALLOWED),
        ({"header": {"alg": "HS256"}}, Reason.ALG_NOT_ALLOWED),
        ({"header": {"alg": "ES384"}}, Reason.ALG_NOT_ALLOWED),
        ({"header": {"jwk": ANOTHER.jwk}, "key": ANOTHER}, Reason.SIGNATURE_INVALID),
        ({"nonce": None}, Reason.KEY_BINDING_INVALID),
        ({"nonce": ""}, Reason.KEY_BINDING_INVALID),
        ({"nonce": 7}, Reason.KEY_BINDING_INVALID),
        ({"aud": None}, Reason.KEY_BINDING_INVALID),
        ({"aud": [RECEIVER]}, Reason.KEY_BINDING_INVALID),
        ({"iat": None}, Reason.KEY_BINDING_INVALID),
        ({"iat": "now"}, Reason.KEY_BINDING_INVALID),
        ({"iat": hiding.SHOWN_AT + 3600}, Reason.KEY_BINDING_INVALID),
        ({"exp": hiding.SHOWN_AT}, Reason.KEY_BINDING_INVALID),
        ({"exp": "never"}, Reason.KEY_BINDING_INVALID),
        ({"nbf": hiding.SHOWN_AT + 3600}, Reason.KEY_BINDING_INVALID),
        ({"sd_hash": None}, Reason.KEY_BINDING_INVALID),
        ({"sd_hash": hiding.digest_of("another")}, Reason.KEY_BINDING_INVALID),
        ({"sd_hash": "é"}, Reason.KEY_BINDING_INVALID),
    ],
)
def test_showings_that_are_none(changes: Json, reason: Reason, challenge: Challenge) -> None:
    assert outcome(shown(**changes), challenge) == (Verdict.INVALID, reason)


def test_a_disclosure_added_or_taken_out_after_the_showing() -> None:
    everything = issued()
    little, more = hiding.show(everything, "given_name"), hiding.show(everything, "given_name", "birthdate")
    little_token, more_token = (hiding.bind(text).rpartition("~")[2] for text in (little, more))
    assert outcome(little + little_token) == GOOD
    assert outcome(more + more_token) == GOOD
    for text in (more + little_token, little + more_token):
        assert outcome(text) == (Verdict.INVALID, Reason.KEY_BINDING_INVALID)


def test_the_hash_is_the_one_the_issuer_named() -> None:
    meant = hiding.claims(ISSUER)
    concealed = hiding.Hiding("sha512")
    payload = {**concealed.payload(meant), "_sd_alg": "sha-512"}
    text = hiding.sign(payload, concealed.disclosures, ISSUER)
    assert outcome(hiding.bind(text, sd_hash=hiding.digest_of(text, "sha512"))) == GOOD
    assert outcome(hiding.bind(text)) == (Verdict.INVALID, Reason.KEY_BINDING_INVALID)


@pytest.mark.parametrize("kind", ["Ed25519", "P-384", "RSA"])
def test_holders_keys_of_other_kinds(kind: str) -> None:
    key = identities.key("another holder", kind)
    text = issued(cnf={"jwk": key.jwk})
    assert outcome(hiding.bind(text, key=key), ASKED) == GOOD
    assert outcome(hiding.bind(text), ASKED)[0] is Verdict.INVALID


def test_a_holders_key_by_its_did() -> None:
    for holder in (identities.did_jwk("holder"), identities.did_key("holder", "P-256")):
        text = issued(cnf={"kid": holder.method})
        assert outcome(hiding.bind(text, key=holder.key), ASKED) == GOOD
        assert outcome(hiding.bind(text, key=ANOTHER), ASKED) == (Verdict.INVALID, Reason.SIGNATURE_INVALID)


@pytest.mark.parametrize(
    ("confirmation", "verdict", "reason"),
    [
        (None, Verdict.INVALID, Reason.KEY_BINDING_INVALID),
        ({"jwk": {**HOLDER.jwk, "d": "AAAA"}}, Verdict.INVALID, Reason.KEY_MALFORMED),
        ({"jwk": {"kty": "oct", "k": "AAAA"}}, Verdict.INVALID, Reason.KEY_MALFORMED),
        ({"jwk": {**HOLDER.jwk, "alg": "ES384"}}, Verdict.INVALID, Reason.ALG_NOT_ALLOWED),
        ({"kid": "did:web:learner.example#1"}, Verdict.UNCHECKED, Reason.NEEDS_NETWORK),
        ({"kid": "https://learner.example"}, Verdict.UNCHECKED, Reason.UNSUPPORTED_SUITE),
        ({"jkt": "AAAA"}, Verdict.UNCHECKED, Reason.UNSUPPORTED_SUITE),
    ],
)
def test_confirmed_keys_that_do_not_serve(
    confirmation: Mapping[str, Any] | None, verdict: Verdict, reason: Reason
) -> None:
    text = issued(cnf=confirmation)
    assert outcome(text)[0] is Verdict.CHECK
    assert outcome(hiding.bind(text)) == (verdict, reason)


def test_a_showing_never_saves_a_bad_credential() -> None:
    token, *rest = issued().split("~")
    parts = token.split(".")
    forged = ".".join([*parts[:2], base64url.encode(bytes(64))])
    text = hiding.bind("~".join([forged, *rest]))
    assert outcome(text, ASKED) == (Verdict.INVALID, Reason.SIGNATURE_INVALID)


# -- J13


def test_a_showing_to_another_receiver_or_for_another_question() -> None:
    assert outcome(shown(), Challenge("https://another.example", NONCE)) == (
        Verdict.INVALID,
        Reason.AUDIENCE_OTHER,
    )
    assert outcome(shown(), Challenge(RECEIVER, "another")) == (Verdict.INVALID, Reason.NONCE_OTHER)


def test_a_showing_that_is_too_old_for_who_asks() -> None:
    recent = Challenge(RECEIVER, NONCE, max_age=timedelta(minutes=10))
    assert outcome(shown(), recent) == GOOD
    assert outcome(shown(iat=hiding.SHOWN_AT - 3600), recent) == (Verdict.INVALID, Reason.KEY_BINDING_INVALID)


def test_presentations_repeat_what_was_asked() -> None:
    holder = identities.did_key("learner")
    badge = issuing.good()
    made = issuing.presentation(holder, badge, domain=RECEIVER, challenge=NONCE)
    assert outcome(made, ASKED)[0] is Verdict.CHECK
    assert outcome(made, Challenge("https://another.example")) == (Verdict.INVALID, Reason.AUDIENCE_OTHER)
    assert outcome(made, Challenge(nonce="another")) == (Verdict.INVALID, Reason.NONCE_OTHER)
    silent = issuing.presentation(holder, badge)
    assert outcome(silent)[0] is Verdict.CHECK
    assert outcome(silent, ASKED) == (Verdict.INVALID, Reason.AUDIENCE_OTHER)
    assert outcome(badge, ASKED) == (Verdict.INVALID, Reason.KEY_BINDING_MISSING)


def test_what_was_asked_is_not_asked_of_what_is_inside() -> None:
    holder = identities.did_key("learner")
    entry = issuing.enveloped(issued()) | {"id": f"data:application/dc+sd-jwt,{issued()}"}
    made = issuing.presentation(holder, entry, domain=RECEIVER, challenge=NONCE)
    report = verify(made, ASKED)
    assert report.verdict is Verdict.CHECK
    assert report.inner[0].check(CheckName.PROOF).outcome is Outcome.PASSED
