"""Attacks on SD-JWTs, classes J1 to J11: each is one change to a token that is good without it.

What disclosures alone can do wrong is in `tests/credentials/test_disclosures.py`, key binding in `test_key_binding.py`.
"""

import hashlib
import hmac
import json
from typing import Any

import pytest

from tests import hiding, identities, issuing
from tests.hiding import Hidden
from tests.identities import Identity, Json
from tests.issuing import Documents
from wallet.codecs import base64url
from wallet.credentials.model import Format
from wallet.errors import Reason
from wallet.verification.report import CheckName, Outcome, Verdict, VerificationReport

ISSUER = identities.did_web("issuer", "P-256")
ATTACKER = identities.did_key("attacker")
HTTPS = "https://school.example/issuers/9"
METADATA = "https://school.example/.well-known/jwt-vc-issuer/issuers/9"
REFUSED = (Verdict.INVALID, Verdict.UNREADABLE)
GOOD = (Verdict.CHECK, Reason.NO_TRUST_LIST)


def verify(compact: str, *published: Json) -> VerificationReport:
    return issuing.verify(compact, Documents(ISSUER.documents, *published))


def outcome(compact: str, *published: Json) -> tuple[Verdict, Reason | None]:
    report = verify(compact, *published)
    return report.verdict, report.reason


def issued(issuer: Identity = ISSUER, *, typ: str | None = "dc+sd-jwt", **changes: Any) -> str:
    return hiding.issue(hiding.claims(ISSUER, **changes), issuer, typ=typ)


def with_header(**header: Any) -> str:
    return hiding.issue(hiding.claims(ISSUER), ISSUER, **header)


def document(**changes: Any) -> Json:
    """A badge of the W3C data model, most of its subject hidden."""
    made = issuing.credential(ISSUER, **changes)
    subject = made["credentialSubject"]
    made["credentialSubject"] = {
        "id": subject["id"],
        "type": subject["type"],
        "achievement": Hidden(subject["achievement"]),
        "result": [Hidden(entry) for entry in subject["result"]],
    }
    return made


def test_the_tokens_all_attacks_start_from_are_good() -> None:
    report = verify(issued())
    assert (report.verdict, report.reason) == GOOD
    assert report.format is Format.SD_JWT_VC
    assert report.securing == ("sd-jwt ES256",)
    badge = verify(hiding.issue(document(), ISSUER, typ="vc+sd-jwt"))
    assert (badge.verdict, badge.reason) == GOOD
    assert badge.format is Format.OPEN_BADGES_3


@pytest.mark.parametrize("kind", ["Ed25519", "P-384", "RSA"])
def test_other_algorithms(kind: str) -> None:
    signer = identities.did_web("another", kind, host="other.example")
    compact = hiding.issue(hiding.claims(signer), signer)
    assert outcome(compact, dict(signer.documents)) == GOOD


def test_any_choice_of_the_holder_is_good_and_shows_no_more_than_that() -> None:
    everything = issued()
    for names in ((), ("given_name",), ("address", "Kiel"), ("given_name", "birthdate", "acrylic")):
        if "Kiel" in names:
            shown = hiding.show(everything, "address")
            values = "DE"
        else:
            shown = hiding.show(everything, *names)
            values = "Mira" if "given_name" in names else "Laser cutting"
        report = verify(shown)
        assert (report.verdict, report.reason) == GOOD
        assert report.credential is not None
        text = str(report.credential)
        assert values in text
        assert ("Okafor" in text) is False


# -- J1 and J2


@pytest.mark.parametrize("alg", ["none", "None", "", None, 0, ["ES256"]])
def test_no_algorithm(alg: Any) -> None:
    token, _, rest = issued().partition("~")
    parts = token.split(".")
    parts[0] = base64url.encode(json.dumps({"alg": alg, "kid": ISSUER.method, "typ": "dc+sd-jwt"}).encode())
    for signature in (parts[2], ""):
        assert outcome(f"{parts[0]}.{parts[1]}.{signature}~{rest}") == (
            Verdict.INVALID,
            Reason.ALG_NOT_ALLOWED,
        )


def test_public_key_as_secret() -> None:
    token, _, rest = issued().partition("~")
    header = base64url.encode(json.dumps({"alg": "HS256", "kid": ISSUER.method, "typ": "dc+sd-jwt"}).encode())
    body = token.split(".")[1]
    mac = hmac.new(ISSUER.key.public, f"{header}.{body}".encode(), hashlib.sha256).digest()
    compact = f"{header}.{body}.{base64url.encode(mac)}~{rest}"
    assert outcome(compact) == (Verdict.INVALID, Reason.ALG_NOT_ALLOWED)


# -- J3, J4 and J5


@pytest.mark.parametrize("member", ["jku", "x5u"])
def test_an_address_of_keys_is_refused_and_not_asked(member: str) -> None:
    source = Documents(ISSUER.documents)
    report = issuing.verify(with_header(**{member: "https://attacker.example/keys"}), source)
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.JWT_HEADER_NOT_ALLOWED)
    assert not any("attacker" in url for url in source.asked)


def test_attackers_key_in_the_header_under_the_victims_name() -> None:
    meant = hiding.claims(ISSUER)
    forged = hiding.issue(meant, ATTACKER, kid=None, jwk=ATTACKER.key.jwk)
    assert outcome(forged) == (Verdict.INVALID, Reason.VM_NOT_ISSUER)
    own = hiding.issue(meant, ISSUER, kid=None, jwk=ISSUER.key.jwk)
    assert outcome(own) == GOOD


def test_attackers_kid_under_the_victims_name() -> None:
    assert outcome(issued(ATTACKER)) == (Verdict.INVALID, Reason.VM_NOT_ISSUER)


@pytest.mark.parametrize(
    "kid", ["../../etc/passwd", "file:///etc/passwd", "key' OR '1'='1", "key\0-1", "#key-2", "x" * 4000]
)
def test_strange_key_ids_are_looked_up_nowhere_but_at_the_issuer(kid: str) -> None:
    source = Documents(ISSUER.documents)
    report = issuing.verify(with_header(kid=kid), source)
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.KEY_NOT_FOUND)
    assert set(source.asked) <= {ISSUER.id, "https://school.example/.well-known/did.json"}


@pytest.mark.parametrize("kid", ["x" * 100_000, {"id": "key-1"}, ["key-1"], 7])
def test_key_ids_that_are_none(kid: Any) -> None:
    assert outcome(with_header(kid=kid)) == (Verdict.INVALID, Reason.JWT_HEADER_NOT_ALLOWED)


# -- J6: headers that change what is signed, and tokens of another kind


@pytest.mark.parametrize(
    "header",
    [{"crit": ["exp"]}, {"crit": []}, {"b64": False}, {"b64": True}, {"zip": "DEF"}],
)
def test_headers_that_change_what_is_signed(header: Json) -> None:
    assert outcome(with_header(**header)) == (Verdict.INVALID, Reason.JWT_HEADER_NOT_ALLOWED)


@pytest.mark.parametrize("typ", ["JWT", "vc+jwt", "kb+jwt", "sd-jwt", "example+sd-jwt", "at+jwt", None, 1])
def test_types_an_sd_jwt_does_not_have_here(typ: Any) -> None:
    assert outcome(issued(typ=typ)) == (Verdict.INVALID, Reason.JWT_HEADER_NOT_ALLOWED)


@pytest.mark.parametrize("typ", ["dc+sd-jwt", "vc+sd-jwt"])
def test_the_old_and_the_new_type_of_an_sd_jwt_vc(typ: str) -> None:
    report = verify(issued(typ=typ))
    assert (report.verdict, report.format) == (Verdict.CHECK, Format.SD_JWT_VC)


def test_the_issuers_token_alone_is_no_credential() -> None:
    """Without its tilde an SD-JWT is a token of another type, whatever it carries."""
    badge = hiding.issue(document(), ISSUER, typ="vc+sd-jwt").partition("~")[0]
    assert outcome(badge) == (Verdict.INVALID, Reason.JWT_HEADER_NOT_ALLOWED)
    assert outcome(issued().partition("~")[0])[0] in REFUSED


def test_a_plain_token_with_a_tilde_is_no_sd_jwt() -> None:
    plain = issuing.token(issuing.claims_v2(issuing.credential(ISSUER)), ISSUER, "ES256")
    assert outcome(plain) == GOOD
    assert outcome(f"{plain}~") == (Verdict.INVALID, Reason.JWT_HEADER_NOT_ALLOWED)


@pytest.mark.parametrize(
    ("typ", "cty", "detail"),
    [
        ("vc+sd-jwt", "vc", None),
        ("vc+sd-jwt", None, None),
        ("vc+sd-jwt", "vp", "cty"),
        ("vc+sd-jwt", 7, "cty"),
        ("vp+sd-jwt", None, "typ"),
    ],
)
def test_type_and_content_agree(typ: str, cty: Any, detail: str | None) -> None:
    report = verify(hiding.issue(document(), ISSUER, typ=typ, cty=cty))
    if detail is None:
        assert (report.verdict, report.reason) == GOOD
    else:
        assert (report.verdict, report.check(CheckName.STRUCTURE).detail) == (Verdict.INVALID, detail)


@pytest.mark.parametrize("claim", ["vc", "vp"])
def test_wrapping_claims_are_not_used(claim: str) -> None:
    wrapped = {"iss": ISSUER.id, claim: issuing.credential(ISSUER)}
    assert outcome(hiding.issue(wrapped, ISSUER, typ="vc+sd-jwt"))[0] in REFUSED


# -- J7


@pytest.mark.parametrize("alg", ["RS256", "ES384", "EdDSA", "PS256"])
def test_an_algorithm_that_does_not_fit_the_key(alg: str) -> None:
    token, _, rest = issued().partition("~")
    header = base64url.encode(json.dumps({"alg": alg, "kid": ISSUER.method, "typ": "dc+sd-jwt"}).encode())
    _, body, signature = token.split(".")
    assert outcome(f"{header}.{body}.{signature}~{rest}") == (Verdict.INVALID, Reason.ALG_NOT_ALLOWED)


@pytest.mark.parametrize("value", [bytes(64), b"", b"\0" * 63, b"\x30\x44" + bytes(68)])
def test_forms_of_a_signature(value: bytes) -> None:
    token, _, rest = issued().partition("~")
    cut = token.rpartition(".")[0]
    compact = f"{cut}.{base64url.encode(value)}~{rest}"
    assert outcome(compact) == (Verdict.INVALID, Reason.SIGNATURE_INVALID)


# -- J8


@pytest.mark.parametrize(
    ("changes", "reason", "detail"),
    [
        ({"vct": None}, Reason.STRUCTURE_INVALID, "vct"),
        ({"vct": 7}, Reason.STRUCTURE_INVALID, "vct"),
        ({"vct": ""}, Reason.STRUCTURE_INVALID, "vct"),
        ({"sub": 7}, Reason.STRUCTURE_INVALID, "sub"),
        ({"cnf": "key"}, Reason.STRUCTURE_INVALID, "cnf"),
        ({"status": "good"}, Reason.STRUCTURE_INVALID, "status"),
        ({"iat": "2026-02-01T09:00:00Z"}, Reason.STRUCTURE_INVALID, "iat"),
        ({"exp": "never"}, Reason.CLAIM_MISMATCH, "exp"),
        ({"exp": True}, Reason.CLAIM_MISMATCH, "exp"),
        ({"nbf": [1]}, Reason.CLAIM_MISMATCH, "nbf"),
        ({"nbf": 1e300}, Reason.CLAIM_MISMATCH, "nbf"),
    ],
)
def test_claims_of_the_wrong_kind_are_named(changes: Json, reason: Reason, detail: str) -> None:
    report = verify(issued(**changes))
    assert (report.verdict, report.reason) == (Verdict.INVALID, reason)
    assert report.check(CheckName.STRUCTURE).detail == detail


def test_an_issuer_that_is_no_text() -> None:
    assert outcome(issued(iss=["did:web:school.example"]))[0] in REFUSED


def test_ended_and_not_begun() -> None:
    assert outcome(issued(exp=2)) == (Verdict.INVALID, Reason.EXPIRED)
    assert outcome(issued(nbf=1_900_000_000, exp=None)) == (Verdict.INVALID, Reason.NOT_YET_VALID)
    assert outcome(issued(nbf=1_700_000_000, exp=None)) == GOOD


def test_a_hidden_end_is_refused_and_a_claim_of_that_name_elsewhere_is_content() -> None:
    assert (
        outcome(issued(exp=Hidden(issuing.seconds("2029-02-01T09:00:00Z"))))[1] is Reason.DISCLOSURE_INVALID
    )
    for value in ("tomorrow", Hidden("tomorrow")):
        assert outcome(issued(validUntil=value)) == GOOD


@pytest.mark.parametrize(
    ("name", "value"),
    [("validUntil", "2030-01-01T00:00:00Z"), ("issuer", None), ("credentialStatus", {"type": "x"})],
)
def test_what_decides_on_a_w3c_credential_cannot_be_hidden(name: str, value: Any) -> None:
    meant = document()
    meant[name] = Hidden(value or meant[name])
    assert outcome(hiding.issue(meant, ISSUER, typ="vc+sd-jwt")) == (
        Verdict.UNREADABLE,
        Reason.DISCLOSURE_INVALID,
    )
    meant[name] = meant[name].value
    assert outcome(hiding.issue(meant, ISSUER, typ="vc+sd-jwt"))[0] not in REFUSED


def test_a_token_claim_that_contradicts_the_credential() -> None:
    meant = document() | {"iss": ATTACKER.id}
    report = verify(hiding.issue(meant, ISSUER, typ="vc+sd-jwt"))
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.CLAIM_MISMATCH)
    assert report.check(CheckName.STRUCTURE).detail == "iss"


# -- J9, J10 and bytes


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("~", "=~", 1),
        lambda text: text[:-1],
        lambda text: text + "~",
        lambda text: text.replace("~", "~~", 1),
        lambda text: "~" + text,
        lambda text: text.replace("~", " ~", 1),
        lambda text: text.replace("~", "\n~", 1),
        lambda text: text + "WyJh",
        lambda text: text.replace("~", "\uff5e", 1),
    ],
)
def test_texts_that_are_no_sd_jwt(change: Any) -> None:
    good = issued()
    assert outcome(change(good))[0] in REFUSED
    assert outcome(f" \n{good}\n") == GOOD


def test_disclosures_in_another_order_say_the_same() -> None:
    token, *shown, _ = issued().split("~")
    assert outcome("~".join([token, *reversed(shown), ""])) == GOOD


def test_a_disclosure_of_another_credential() -> None:
    """Same names and values, another salt: nobody signed for it here."""
    other = hiding.disclosure("another salt", "given_name", "Eleanor")
    assert outcome(hiding.show(issued()) + other + "~")[0] in REFUSED


def test_a_value_swapped_in_a_disclosure() -> None:
    token, *shown, _ = issued().split("~")
    for place, text in enumerate(shown):
        content = json.loads(base64url.decode_strict(text))
        changed = [*shown]
        changed[place] = hiding.disclosure(*content[:-1], "Eleanor")
        assert outcome("~".join([token, *changed, ""]))[0] in REFUSED


def test_names_that_stand_twice() -> None:
    token, _, rest = issued().partition("~")
    header, body, _ = token.split(".")
    payload = b'{"iss": "did:web:another.example", ' + base64url.decode_strict(body)[1:]
    compact = issuing.token_of(base64url.decode_strict(header), payload, ISSUER.key)
    assert outcome(f"{compact}~{rest}") == (Verdict.UNREADABLE, Reason.JSON_DUPLICATE_KEY)


def test_no_flipped_byte_is_accepted() -> None:
    good = hiding.bind(hiding.show(issued(), "given_name", "acrylic")).encode()
    assert verify(good.decode()).verdict is Verdict.CHECK
    for place in range(len(good)):
        changed = bytearray(good)
        changed[place] ^= 1 << (place % 7)
        text = bytes(changed).decode("ascii")
        if text.strip() == good.decode():
            continue
        assert verify(text).verdict in (*REFUSED, Verdict.UNCHECKED), place


# -- the JSON forms


def _as_json(text: str, **header: Any) -> Json:
    token, *shown, binding = text.split("~")
    protected, payload, signature = token.split(".")
    unprotected = {"disclosures": shown} | ({"kb_jwt": binding} if binding else {}) | header
    return {"payload": payload, "protected": protected, "signature": signature, "header": unprotected}


def test_the_json_form_is_as_good_as_the_compact_one() -> None:
    for text in (issued(), hiding.bind(issued())):
        report = verify(json.dumps(_as_json(text)))
        assert (report.verdict, report.reason) == GOOD
        assert report.credential == verify(text).credential
    general = _as_json(issued())
    one = {name: general.pop(name) for name in ("protected", "signature", "header")}
    assert outcome(json.dumps(general | {"signatures": [one]})) == GOOD


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda token: token | {"header": {}}, Reason.UNSUPPORTED_FORMAT),
        (lambda token: token | {"header": {"disclosures": "x"}}, Reason.UNSUPPORTED_FORMAT),
        (lambda token: token | {"signatures": []}, Reason.UNSUPPORTED_FORMAT),
        (lambda token: token | {"protected": 7}, Reason.JWT_MALFORMED),
        (lambda token: token | {"header": {"disclosures": [7]}}, Reason.JWT_MALFORMED),
        (lambda token: token | {"header": {"disclosures": ["a~b"]}}, Reason.JWT_MALFORMED),
        (lambda token: token | {"payload": ""}, Reason.JWT_MALFORMED),
    ],
)
def test_json_forms_that_are_none(change: Any, reason: Reason) -> None:
    assert outcome(json.dumps(change(_as_json(issued()))))[1] is reason


def test_an_unprotected_header_decides_nothing() -> None:
    honest = _as_json(issued(), alg="none", kid=ATTACKER.method, typ="JWT", jwk=ATTACKER.key.jwk)
    assert outcome(json.dumps(honest)) == GOOD
    forged = _as_json(issued(ATTACKER), kid=ISSUER.method)
    assert outcome(json.dumps(forged)) == (Verdict.INVALID, Reason.VM_NOT_ISSUER)


# -- whose key


def _metadata(**changes: Any) -> Json:
    made = {"issuer": HTTPS, "jwks": {"keys": [{**ISSUER.key.jwk, "kid": "k1"}]}}
    return {METADATA: issuing.without_none(made | changes)}


def https_issued(kid: str | None = "k1", signer: Identity = ISSUER, **header: Any) -> str:
    return hiding.issue(hiding.claims(ISSUER, iss=HTTPS), signer, kid=kid, **header)


def test_an_https_issuer_by_its_metadata() -> None:
    report = verify(https_issued(), _metadata())
    assert (report.verdict, report.reason) == GOOD
    assert report.check(CheckName.ISSUER_BINDING).outcome is Outcome.PASSED
    assert outcome(https_issued(kid=None), _metadata()) == GOOD
    url = "https://school.example/keys.json"
    keys = {url: {"keys": [{**ISSUER.key.jwk, "kid": "k1"}]}}
    assert outcome(https_issued(), _metadata(jwks=None, jwks_uri=url), keys) == GOOD
    assert outcome(https_issued(), {HTTPS: keys[url]}) == GOOD


def test_an_https_issuer_by_a_thumbprint_in_its_controller_document() -> None:
    from wallet.proofs.keys import jwk_thumbprint  # noqa: PLC0415 - only here

    method = {"id": f"{HTTPS}#7", "type": "JsonWebKey", "controller": HTTPS, "publicKeyJwk": ISSUER.key.jwk}
    published = identities.controller_document(
        HTTPS, ISSUER.key, verificationMethod=[method], assertionMethod=[method["id"]]
    )
    thumbprint = jwk_thumbprint(ISSUER.key.jwk)
    assert outcome(https_issued(thumbprint), {HTTPS: published}) == GOOD
    assert outcome(https_issued("7"), {HTTPS: published}) == GOOD
    assert outcome(https_issued(thumbprint[:-1]), {HTTPS: published}) == (
        Verdict.INVALID,
        Reason.KEY_NOT_FOUND,
    )
    unlisted = published | {"assertionMethod": []}
    assert outcome(https_issued(thumbprint), {HTTPS: unlisted})[0] is Verdict.INVALID


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        ({"issuer": "https://another.example"}, Reason.KEY_NOT_FOUND),
        ({"jwks": None}, Reason.KEY_NOT_FOUND),
        ({"jwks_uri": "https://school.example/keys.json"}, Reason.KEY_NOT_FOUND),
        ({"jwks": {"keys": []}}, Reason.KEY_NOT_FOUND),
        ({"jwks": {"keys": "none"}}, Reason.KEY_NOT_FOUND),
        ({"jwks": {"keys": [{**ISSUER.key.jwk, "kid": "k2"}]}}, Reason.KEY_NOT_FOUND),
        ({"jwks": {"keys": [{**ISSUER.key.jwk, "kid": "k1"}] * 2}}, Reason.KEY_NOT_FOUND),
        ({"jwks": {"keys": [{**ISSUER.key.jwk, "kid": "k1", "d": "AAAA"}]}}, Reason.KEY_MALFORMED),
        ({"jwks": {"keys": [{**ISSUER.key.jwk, "kid": "k1", "use": "enc"}]}}, Reason.KEY_MALFORMED),
        ({"jwks": {"keys": [{**ATTACKER.key.jwk, "kid": "k1"}]}}, Reason.ALG_NOT_ALLOWED),
        ({"jwks": {"keys": [{**identities.key("x", "P-256").jwk, "kid": "k1"}]}}, Reason.SIGNATURE_INVALID),
    ],
)
def test_metadata_that_does_not_speak_for_this_token(metadata: Json, expected: Reason) -> None:
    assert outcome(https_issued(), _metadata(**metadata)) == (Verdict.INVALID, expected)


def test_keys_out_of_reach_are_no_verdict() -> None:
    assert outcome(https_issued()) == (Verdict.UNCHECKED, Reason.NEEDS_NETWORK)
    elsewhere = _metadata(jwks=None, jwks_uri="https://school.example/keys.json")
    assert outcome(https_issued(), elsewhere) == (Verdict.UNCHECKED, Reason.NEEDS_NETWORK)


def test_a_header_key_is_bound_only_by_what_the_issuer_publishes() -> None:
    own = https_issued(None, jwk=ISSUER.key.jwk)
    forged = https_issued(None, ATTACKER, jwk=ATTACKER.key.jwk)
    assert outcome(own) == (Verdict.UNCHECKED, Reason.ISSUER_NOT_CONFIRMED)
    assert outcome(own, _metadata()) == GOOD
    assert outcome(forged) == (Verdict.UNCHECKED, Reason.ISSUER_NOT_CONFIRMED)
    assert outcome(forged, _metadata()) == (Verdict.INVALID, Reason.VM_NOT_ISSUER)


# -- what is shown


def test_what_an_sd_jwt_vc_says() -> None:
    report = verify(issued(jti="urn:uuid:7", sub="did:example:mira", issuing_authority="Makers' Guild"))
    said = report.credential
    assert said is not None
    assert (said.id, said.title, said.types) == (
        "urn:uuid:7",
        "Laser cutting",
        ["https://school.example/credentials/laser"],
    )
    assert (said.issuer.id, said.issuer.name) == (ISSUER.id, "Makers' Guild")
    assert (said.valid_from, said.valid_until) == ("2026-02-01T09:00:00Z", "2029-02-01T09:00:00Z")
    assert (said.subject.id, said.subject.name) == ("did:example:mira", "Mira Okafor")
    stated = {(claim.name, claim.value) for claim in said.subject.claims}
    assert {("address.locality", "Kiel"), ("skills", "acrylic"), ("birthdate", "2008-04-12")} <= stated
    assert not any(name.startswith("cnf") for name, _ in stated)


def test_a_credential_without_a_title_goes_by_its_type() -> None:
    report = verify(issued(achievement_title=None))
    assert report.credential is not None
    assert report.credential.title == "https://school.example/credentials/laser"


@pytest.mark.parametrize("shown", [True, False])
def test_a_digest_that_stands_twice(shown: bool) -> None:
    """One disclosure must not fill two places, and two places that wait for the same one are refused unseen."""
    hidden = hiding.Hiding()
    payload = hidden.payload(hiding.claims(ISSUER))
    again = {**payload, "other": {"_sd": [payload["_sd"][0]]}}
    disclosures = hidden.disclosures if shown else []
    assert verify(hiding.sign(payload, disclosures, ISSUER)).check(CheckName.PROOF).outcome is Outcome.PASSED
    assert outcome(hiding.sign(again, disclosures, ISSUER))[0] in REFUSED
