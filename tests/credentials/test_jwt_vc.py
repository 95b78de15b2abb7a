"""Tokens are taken apart strictly, and the credential in them is not mixed with the token's claims."""

from typing import Any

import pytest

from tests.sample_documents import ISSUER, badge, badge_v1, presentation, token
from wallet.codecs import base64url
from wallet.credentials.jwt_vc import carried_document, parse_compact_jws
from wallet.errors import Reason, WalletError

_GOOD = token({"a": 1})
_HEADER, _PAYLOAD, _SIGNATURE = _GOOD.split(".")


def _part(text: str) -> str:
    return base64url.encode(text.encode())


def _with_payload(text: str) -> str:
    return f"{_HEADER}.{_part(text)}.{_SIGNATURE}"


def test_the_parts_of_a_token() -> None:
    jws = parse_compact_jws(token({"a": 1}, header={"alg": "EdDSA", "crit": ["b64"], "zip": "DEF"}))
    assert jws.payload == {"a": 1}
    assert jws.header == {"alg": "EdDSA", "crit": ["b64"], "zip": "DEF"}
    assert jws.signature == b"not a signature"
    assert jws.signing_input == jws.token.rpartition(".")[0].encode()


def test_an_empty_signature_is_kept_for_the_verifier_to_refuse() -> None:
    assert parse_compact_jws(token({"a": 1}, header={"alg": "none"}, signature=b"")).signature == b""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", Reason.JWT_MALFORMED),
        (f"{_HEADER}.{_PAYLOAD}", Reason.JWT_MALFORMED),
        (f"{_GOOD}.", Reason.JWT_MALFORMED),
        (f" {_GOOD}", Reason.JWT_MALFORMED),
        (f"{_GOOD}\n", Reason.JWT_MALFORMED),
        (f"{_HEADER}.{_PAYLOAD}=.{_SIGNATURE}", Reason.JWT_MALFORMED),
        (f"{_HEADER}. {_PAYLOAD}.{_SIGNATURE}", Reason.JWT_MALFORMED),
        (f"{_HEADER}.{_PAYLOAD}.{_SIGNATURE[:-2]}==", Reason.JWT_MALFORMED),
        (f"{_HEADER}.{_PAYLOAD}.QR", Reason.JWT_MALFORMED),
        (f"{_HEADER}.{_PAYLOAD}.{_SIGNATURE}é", Reason.JWT_MALFORMED),
        (f".{_PAYLOAD}.{_SIGNATURE}", Reason.JWT_MALFORMED),
        (f"{_HEADER}..{_SIGNATURE}", Reason.JWT_MALFORMED),
        (f"{_part('[]')}.{_PAYLOAD}.{_SIGNATURE}", Reason.JWT_MALFORMED),
        (f"{_HEADER}.{_part('text')}.{_SIGNATURE}", Reason.JWT_MALFORMED),
        (f"{_HEADER}.{_part('1')}.{_SIGNATURE}", Reason.JWT_MALFORMED),
        (_part('{"alg":"none","alg":"EdDSA"}') + f".{_PAYLOAD}.{_SIGNATURE}", Reason.JSON_DUPLICATE_KEY),
        (_with_payload('{"iss":"a","iss":"b"}'), Reason.JSON_DUPLICATE_KEY),
        (_with_payload('{"exp":NaN}'), Reason.JSON_NUMBER_INVALID),
        (_with_payload('{"a":' * 70), Reason.JSON_TOO_DEEP),
    ],
)
def test_a_lax_token_is_refused(text: str, reason: Reason) -> None:
    with pytest.raises(WalletError) as refusal:
        parse_compact_jws(text)
    assert refusal.value.reason is reason


def _carried(payload: dict[str, Any]) -> Any:
    return carried_document(parse_compact_jws(token(payload)))


def test_version_2_stands_at_the_top_without_the_tokens_claims() -> None:
    claims = {
        "iss": ISSUER,
        "sub": "did:example:learner",
        "jti": "urn:x:1",
        "nbf": 0,
        "iat": 1,
        "aud": "x",
        "cnf": {},
    }
    assert _carried({**badge(), **claims}) == badge()


def test_version_1_stands_in_the_vc_claim() -> None:
    claims = {"iss": "did:example:another", "sub": "did:example:another", "jti": "urn:x:1", "nbf": 0}
    assert _carried({**claims, "vc": badge_v1()}) == badge_v1()


def test_a_missing_property_comes_from_the_claim_that_stands_for_it() -> None:
    bare = badge_v1(id=None, issuer=None, issuanceDate=None, credentialSubject={"type": "AchievementSubject"})
    claims = {"iss": ISSUER, "sub": "did:example:me", "jti": "urn:x:1", "nbf": 1262304000, "exp": 1577836800}
    document = _carried({**claims, "vc": bare})
    assert document["id"] == "urn:x:1"
    assert document["issuer"] == ISSUER
    assert document["issuanceDate"] == "2010-01-01T00:00:00Z"
    assert document["expirationDate"] == "2020-01-01T00:00:00Z"
    assert document["credentialSubject"] == {"id": "did:example:me", "type": "AchievementSubject"}


def test_an_issuer_without_id_gets_the_tokens_issuer() -> None:
    document = _carried({"iss": ISSUER, "vc": badge_v1(issuer={"name": "School"})})
    assert document["issuer"] == {"id": ISSUER, "name": "School"}


def test_the_end_of_the_token_ends_a_version_2_credential() -> None:
    assert _carried({**badge(), "exp": 1577836800})["validUntil"] == "2020-01-01T00:00:00Z"
    stated = badge(validUntil="2030-01-01T00:00:00Z")
    assert _carried({**stated, "exp": 1577836800}) == stated


@pytest.mark.parametrize("value", ["1577836800", True, None, 1e300, [], {}])
def test_a_claim_of_the_wrong_shape_fills_nothing(value: Any) -> None:
    assert _carried({**badge(), "exp": value, "nbf": value, "jti": 5}) == badge()


def test_presentations_stand_in_the_vp_claim_or_at_the_top() -> None:
    document = presentation(holder=None)
    assert _carried({"iss": ISSUER, "aud": "x", "nonce": "n", "vp": document}) == presentation()
    assert _carried({"iss": ISSUER, "aud": "x", "nonce": "n", **document}) == presentation()


@pytest.mark.parametrize("payload", [{"vc": "text"}, {"vp": []}, {"vc": {}, "vp": {}}])
def test_claims_that_carry_no_object_are_refused(payload: dict[str, Any]) -> None:
    with pytest.raises(WalletError) as refusal:
        _carried(payload)
    assert refusal.value.reason is Reason.NOT_A_CREDENTIAL
