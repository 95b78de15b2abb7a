"""Attacks on signed tokens, classes J1 to J10: each is one change to a token that is good without it."""

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.oid import NameOID

from tests import identities, issuing
from tests.identities import Identity, Json, Key
from tests.issuing import Documents
from wallet.codecs import base64url
from wallet.errors import Reason
from wallet.verification.report import CheckName, Verdict, VerificationReport

ISSUER = identities.did_web("issuer", "P-256")
VICTIM = ISSUER.id
ATTACKER = identities.did_key("attacker")
REFUSED = (Verdict.INVALID, Verdict.UNREADABLE)


def documents() -> Documents:
    return Documents(ISSUER.documents)


def payload(**changes: Any) -> Json:
    return issuing.claims_v2(issuing.credential(ISSUER)) | changes


def signed(
    signer: Identity = ISSUER, alg: str = "ES256", *, claims: Json | None = None, **header: Any
) -> str:
    return issuing.token(claims or payload(), signer, alg, **header)


def outcome(compact: str | bytes) -> tuple[Verdict, Reason | None]:
    report = issuing.verify(compact, documents())
    return report.verdict, report.reason


def test_the_token_all_attacks_start_from_is_good() -> None:
    assert outcome(signed()) == (Verdict.CHECK, Reason.NO_TRUST_LIST)


# -- J1: no signature


@pytest.mark.parametrize("alg", ["none", "None", "NONE", "nOnE", "", "null", None, 0, ["ES256"]])
@pytest.mark.parametrize("keeps_signature", [False, True])
def test_no_algorithm(alg: Any, keeps_signature: bool) -> None:
    header = {"alg": alg, "kid": ISSUER.method, "typ": "JWT"}
    parts = signed().split(".")
    parts[0] = base64url.encode(json.dumps(header).encode())
    if not keeps_signature:
        parts[2] = ""
    assert outcome(".".join(parts)) == (Verdict.INVALID, Reason.ALG_NOT_ALLOWED)


# -- J2: a public key as a shared secret


def _secrets() -> dict[str, bytes]:
    public = ISSUER.key.private.public_key()
    return {
        "PEM": public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
        "DER": public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo),
        "point": ISSUER.key.public,
        "JWK": json.dumps(ISSUER.key.jwk).encode(),
        "DID": ISSUER.id.encode(),
        "method": ISSUER.method.encode(),
    }


@pytest.mark.parametrize("secret", _secrets())
@pytest.mark.parametrize("alg", ["HS256", "HS512"])
def test_public_key_as_secret(alg: str, secret: str) -> None:
    header = base64url.encode(json.dumps({"alg": alg, "kid": ISSUER.method}).encode())
    body = base64url.encode(json.dumps(payload()).encode())
    digest = hashlib.sha256 if alg == "HS256" else hashlib.sha512
    mac = hmac.new(_secrets()[secret], f"{header}.{body}".encode(), digest).digest()
    assert outcome(f"{header}.{body}.{base64url.encode(mac)}") == (Verdict.INVALID, Reason.ALG_NOT_ALLOWED)


# -- J3 and J4: keys that come along


@pytest.mark.parametrize("member", ["jku", "x5u"])
def test_an_address_of_keys_is_refused_and_not_asked(member: str) -> None:
    compact = signed(ATTACKER, "EdDSA", kid=None, claims=None, **{member: "https://attacker.example/keys"})
    source = documents()
    report = issuing.verify(compact, source)
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.JWT_HEADER_NOT_ALLOWED)
    assert not any("attacker" in url for url in source.asked)


def test_attackers_key_in_the_header_under_the_victims_name() -> None:
    compact = signed(ATTACKER, "EdDSA", kid=None, jwk=ATTACKER.key.jwk)
    assert outcome(compact) == (Verdict.INVALID, Reason.VM_NOT_ISSUER)
    # the victim's own key in the same place is good
    assert outcome(signed(kid=None, jwk=ISSUER.key.jwk)) == (Verdict.CHECK, Reason.NO_TRUST_LIST)


def test_attackers_key_in_the_header_when_the_victims_document_lists_several() -> None:
    other = identities.verification_method(VICTIM, identities.key("second"), "key-2")
    own = identities.verification_method(VICTIM, ISSUER.key)
    document = identities.controller_document(
        VICTIM, ISSUER.key, verificationMethod=[own, other], assertionMethod=[own["id"], other["id"]]
    )
    source = Documents({"https://school.example/.well-known/did.json": document})
    forged = issuing.verify(signed(ATTACKER, "EdDSA", kid=None, jwk=ATTACKER.key.jwk), source)
    assert (forged.verdict, forged.reason) == (Verdict.INVALID, Reason.VM_NOT_ISSUER)
    assert issuing.verify(signed(kid=None, jwk=ISSUER.key.jwk), source).verdict is Verdict.CHECK


def test_a_key_in_the_header_never_binds_a_name_that_cannot_be_looked_up() -> None:
    compact = signed(ATTACKER, "EdDSA", kid=None, jwk=ATTACKER.key.jwk)
    report = issuing.verify(compact)
    assert (report.verdict, report.reason) == (Verdict.UNCHECKED, Reason.ISSUER_NOT_CONFIRMED)


def _certificate(key: Key) -> str:
    """A certificate of the attacker's own making, in the victim's name."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "school.example")])
    assert isinstance(key.private, ec.EllipticCurvePrivateKey)
    built = x509.CertificateBuilder(name, name, key.private.public_key(), 1, *_LIFETIME)
    return base64.b64encode(built.sign(key.private, hashes.SHA256()).public_bytes(Encoding.DER)).decode()


_LIFETIME = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC))


def test_a_certificate_in_the_header_is_a_key_that_came_along() -> None:
    signer = identities.key("attacker", "P-256")
    header = {"alg": "ES256", "typ": "JWT", "x5c": [_certificate(signer)]}
    compact = issuing.token_of(json.dumps(header).encode(), json.dumps(payload()).encode(), signer)
    assert outcome(compact) == (Verdict.INVALID, Reason.VM_NOT_ISSUER)
    report = issuing.verify(compact)  # the victim's document is out of reach
    assert (report.verdict, report.reason) == (Verdict.UNCHECKED, Reason.ISSUER_NOT_CONFIRMED)
    # the signature is looked at all the same
    changed = compact[:-8] + ("A" if compact[-8] != "A" else "B") + compact[-7:]
    assert outcome(changed) == (Verdict.INVALID, Reason.SIGNATURE_INVALID)


@pytest.mark.parametrize("victim", [identities.did_key("victim"), identities.did_jwk("victim", "P-256")])
def test_an_issuer_that_is_a_key_has_no_other_one(victim: Identity) -> None:
    claims = issuing.claims_v2(issuing.credential(victim))
    compact = signed(ATTACKER, "EdDSA", claims=claims, kid=None, jwk=ATTACKER.key.jwk)
    assert outcome(compact) == (Verdict.INVALID, Reason.VM_NOT_ISSUER)


@pytest.mark.parametrize("member", ["d", "k"])
def test_a_header_key_with_a_secret_part(member: str) -> None:
    jwk = {**ISSUER.key.jwk, member: "AAAA"}
    assert outcome(signed(kid=None, jwk=jwk)) == (Verdict.INVALID, Reason.KEY_MALFORMED)


def test_attackers_kid_under_the_victims_name() -> None:
    assert outcome(signed(ATTACKER, "EdDSA")) == (Verdict.INVALID, Reason.VM_NOT_ISSUER)


# -- J5: what `kid` may be


@pytest.mark.parametrize(
    "kid",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "file:///etc/passwd",
        "key' OR '1'='1",
        "key\0-1",
        "http://attacker.example/key",
        "#key-2",
        "x" * 4000,
    ],
)
def test_strange_key_ids_are_looked_up_nowhere_but_at_the_issuer(kid: str) -> None:
    source = documents()
    report = issuing.verify(signed(kid=kid), source)
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.KEY_NOT_FOUND)
    assert set(source.asked) <= {VICTIM, "https://school.example/.well-known/did.json"}


@pytest.mark.parametrize("kid", ["x" * 100_000, {"id": "key-1"}, ["key-1"], 7])
def test_key_ids_that_are_none(kid: Any) -> None:
    assert outcome(signed(kid=kid)) == (Verdict.INVALID, Reason.JWT_HEADER_NOT_ALLOWED)


@pytest.mark.parametrize("kid", ["#key-1", "key-1", ISSUER.method])
def test_key_ids_issuers_write(kid: str) -> None:
    assert outcome(signed(kid=kid)) == (Verdict.CHECK, Reason.NO_TRUST_LIST)


# -- J6: headers that change what is signed


@pytest.mark.parametrize(
    "header",
    [
        {"crit": ["exp"]},
        {"crit": []},
        {"crit": ["b64"], "b64": False},
        {"b64": False},
        {"b64": True},
        {"zip": "DEF"},
        {"typ": "at+jwt"},
        {"typ": 1},
    ],
)
def test_headers_that_change_what_is_signed(header: Json) -> None:
    assert outcome(signed(**header)) == (Verdict.INVALID, Reason.JWT_HEADER_NOT_ALLOWED)


# -- J7: algorithm and key do not fit, or the signature is of another form


@pytest.mark.parametrize("alg", ["RS256", "ES384", "EdDSA", "PS256"])
def test_an_algorithm_that_does_not_fit_the_key(alg: str) -> None:
    header = {"alg": alg, "typ": "JWT", "kid": ISSUER.method}
    compact = issuing.token_of(json.dumps(header).encode(), json.dumps(payload()).encode(), ISSUER.key)
    assert outcome(compact) == (Verdict.INVALID, Reason.ALG_NOT_ALLOWED)


def test_a_key_that_its_document_keeps_for_another_algorithm() -> None:
    for alg, expected in (("ES256", Verdict.CHECK), ("ES384", Verdict.INVALID)):
        method = {
            "id": ISSUER.method,
            "type": "JsonWebKey",
            "controller": VICTIM,
            "publicKeyJwk": {**ISSUER.key.jwk, "alg": alg},
        }
        document = identities.controller_document(VICTIM, ISSUER.key, verificationMethod=[method])
        source = Documents({"https://school.example/.well-known/did.json": document})
        assert issuing.verify(signed(), source).verdict is expected


ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def _signature_forms() -> dict[str, bytes]:
    good = base64url.decode_strict(signed().split(".")[2])
    r, s = int.from_bytes(good[:32]), int.from_bytes(good[32:])
    return {
        "DER": encode_dss_signature(r, s),
        "zero": bytes(64),
        "n, n": ORDER.to_bytes(32) * 2,
        "r, 0": good[:32] + bytes(32),
        "cut": good[:-1],
        "longer": good + b"\0",
        "padded": b"\0" + good[:32] + b"\0" + good[32:],
        "swapped": good[32:] + good[:32],
        "empty": b"",
    }


@pytest.mark.parametrize("form", _signature_forms())
def test_forms_of_a_signature(form: str) -> None:
    parts = signed().split(".")
    parts[2] = base64url.encode(_signature_forms()[form])
    assert outcome(".".join(parts)) == (Verdict.INVALID, Reason.SIGNATURE_INVALID)


# -- J8: claims that contradict the credential


@pytest.mark.parametrize(
    ("claim", "value"),
    [
        ("iss", "did:web:another.example"),
        ("iss", ["did:web:school.example"]),
        ("iss", None),
        ("sub", "did:example:another"),
        ("sub", 7),
        ("jti", "urn:uuid:another"),
        ("nbf", 1),
        ("nbf", "2026-02-01T09:00:00Z"),
        ("nbf", True),
        ("nbf", 1e300),
        ("nbf", -5),
        ("exp", "never"),
        ("exp", [1]),
        ("exp", None),
    ],
)
def test_each_claim_that_differs_is_named(claim: str, value: Any) -> None:
    report = issuing.verify(signed(claims=payload(**{claim: value})), documents())
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.CLAIM_MISMATCH)
    assert report.check(CheckName.STRUCTURE).detail == claim


def test_an_end_that_is_not_the_credentials_is_named() -> None:
    claims = issuing.claims_v2(issuing.credential(ISSUER, validUntil="2030-01-01T00:00:00Z"))
    assert outcome(signed(claims=claims)) == (Verdict.CHECK, Reason.NO_TRUST_LIST)
    report = issuing.verify(signed(claims=claims | {"exp": claims["exp"] + 86_400}), documents())
    assert report.check(CheckName.STRUCTURE).detail == "exp"
    assert report.verdict is Verdict.INVALID


@pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"-Infinity", b"1e999"])
def test_numbers_json_does_not_have(number: bytes) -> None:
    body = json.dumps(payload(nbf=12345)).encode().replace(b'"nbf": 12345', b'"nbf": ' + number)
    assert number in body
    header = json.dumps({"alg": "ES256", "kid": ISSUER.method}).encode()
    assert outcome(issuing.token_of(header, body, ISSUER.key)) == (
        Verdict.UNREADABLE,
        Reason.JSON_NUMBER_INVALID,
    )


def test_ended_and_not_begun_by_the_claims_alone() -> None:
    claims = payload()
    for name in ("validFrom", "nbf"):
        del claims[name]
    report = issuing.verify(signed(claims=claims | {"nbf": 1_700_000_000}), documents())
    assert report.verdict is Verdict.CHECK
    for changes, reason in (
        ({"nbf": 1_900_000_000}, Reason.NOT_YET_VALID),
        ({"nbf": 1, "exp": 2}, Reason.EXPIRED),
    ):
        assert outcome(signed(claims=claims | changes)) == (Verdict.INVALID, reason)


# -- J9: lax base64url


def _lax(compact: str) -> dict[str, str]:
    header, body, signature = compact.split(".")
    return {
        "padded header": f"{header}=.{body}.{signature}",
        "padded signature": f"{header}.{body}.{signature}==",
        "line break": f"{header}.{body[:40]}\n{body[40:]}.{signature}",
        "space": f"{header}.{body[:40]} {body[40:]}.{signature}",
        "standard alphabet": compact.replace("-", "+").replace("_", "/"),
        "foreign letter": f"{header}.{body[:40]}*{body[40:]}.{signature}",
        "unused bits": compact[:-1] + ("B" if compact[-1] in "AQgw" else chr(ord(compact[-1]) + 1)),
        "four parts": f"{compact}.",
        "two parts": f"{header}.{body}",
        "half-width look-alike": compact.replace("A", "\uff21", 1),
    }


@pytest.mark.parametrize("fault", _lax("a.b.c"))
def test_lax_base64url(fault: str) -> None:
    compact = signed()
    broken = _lax(compact)[fault]
    assert broken != compact
    assert outcome(broken)[0] in REFUSED
    assert outcome(f" \n{compact}\n") == (Verdict.CHECK, Reason.NO_TRUST_LIST)


# -- J10: names that stand twice


@pytest.mark.parametrize("part", ["header", "payload"])
def test_names_that_stand_twice(part: str) -> None:
    header = json.dumps({"alg": "ES256", "kid": ISSUER.method}).encode()
    body = json.dumps(payload()).encode()
    if part == "header":
        header = b'{"alg": "none", ' + header[1:]
    else:
        body = b'{"iss": "did:web:another.example", ' + body[1:]
    assert outcome(issuing.token_of(header, body, ISSUER.key)) == (
        Verdict.UNREADABLE,
        Reason.JSON_DUPLICATE_KEY,
    )


# -- what the token says it carries


@pytest.mark.parametrize(
    ("typ", "wrapped", "expected"),
    [("vc+jwt", False, None), ("vc+jwt", True, "vc"), ("vp+jwt", False, "typ"), ("JWT", True, None)],
)
def test_type_and_content_agree(typ: str, wrapped: bool, expected: str | None) -> None:
    claims = issuing.claims_v1(issuing.credential_v1(ISSUER)) if wrapped else payload()
    report = issuing.verify(signed(claims=claims, typ=typ), documents())
    if expected is None:
        assert report.verdict is Verdict.CHECK
    else:
        assert (report.verdict, report.check(CheckName.STRUCTURE).detail) == (Verdict.INVALID, expected)


def _tampered(compact: str) -> VerificationReport:
    header, body, signature = compact.split(".")
    claims = json.loads(base64url.decode_strict(body))
    claims["credentialSubject"]["achievement"]["name"] = "Brain surgery"
    return issuing.verify(
        f"{header}.{base64url.encode(json.dumps(claims).encode())}.{signature}", documents()
    )


def test_changed_payload() -> None:
    report = _tampered(signed())
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.SIGNATURE_INVALID)


def test_a_known_algorithm_this_program_lacks_is_not_called_forged() -> None:
    assert outcome(signed(alg="ES256K")) == (Verdict.UNCHECKED, Reason.UNSUPPORTED_SUITE)
