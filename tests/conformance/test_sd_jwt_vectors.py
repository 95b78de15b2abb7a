"""Selective disclosure against what others publish: the cases of sd-jwt-python, the examples and tokens of RFC 9901.

The cases say what an issuer means, what a holder shows, and what a verifier must then see; they hold no tokens. So the
tokens are made twice, by the small issuer of `tests/hiding.py` and by the reference implementation (PyPI `sd-jwt`, a
test dependency only), shown by the reference holder, and read by this program.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests import hiding, identities
from tests.hiding import Hidden
from tests.identities import Json
from tests.issuing import Documents
from tests.shared_data import shared
from wallet.codecs import base64url
from wallet.credentials import sd_jwt_vc
from wallet.credentials.detect import parse_document
from wallet.credentials.model import Format, UnverifiedCredential
from wallet.errors import CredentialError, ProofError, Reason
from wallet.proofs import jose, keys
from wallet.proofs.sd_jwt import Challenge, confirmation_key, verify_key_binding
from wallet.verification.report import CheckName, Outcome, Verdict, VerificationReport
from wallet.verification.sources import FixedClock
from wallet.verification.verifier import Verifier

ABSENT = "only where the reference implementation sd-jwt is installed (test extras)"
yaml = pytest.importorskip("yaml", reason=ABSENT)
reference_common = pytest.importorskip("sd_jwt.common", reason=ABSENT)
reference_holder = pytest.importorskip("sd_jwt.holder", reason=ABSENT)
reference_issuer = pytest.importorskip("sd_jwt.issuer", reason=ABSENT)
reference_verifier = pytest.importorskip("sd_jwt.verifier", reason=ABSENT)
jwk = pytest.importorskip("jwcrypto.jwk", reason=ABSENT)

VECTORS = shared("vectors", "sd-jwt")
ISSUER = identities.did_key("issuer of vectors", "P-256")
HOLDER = identities.key("holder of vectors", "P-256")
# The reference holder writes the time of the clock on the wall; only "not ahead of now" is looked at here.
LATER = datetime(2100, 1, 1, tzinfo=UTC)
NONCE, RECEIVER = "1234567890", "https://verifier.example.org"


def _private(key: identities.Key) -> Any:
    numbers = key.private.private_numbers()  # type: ignore[union-attr]
    return jwk.JWK(**key.jwk, d=base64url.encode(numbers.private_value.to_bytes(32)))  # type: ignore[union-attr]


class _Loader(yaml.SafeLoader):  # type: ignore[misc, name-defined]
    """YAML in which `!sd` marks what is hidden: a member by its name, an element by itself."""


def _hidden(loader: Any, node: Any) -> Any:
    if isinstance(node, yaml.ScalarNode):
        plain = (
            "tag:yaml.org,2002:str"
            if node.style
            else loader.resolve(yaml.ScalarNode, node.value, (True, False))
        )
        return reference_common.SDObj(loader.construct_object(yaml.ScalarNode(plain, node.value)))
    if isinstance(node, yaml.MappingNode):
        return reference_common.SDObj(loader.construct_mapping(node, deep=True))
    return reference_common.SDObj(loader.construct_sequence(node, deep=True))


_Loader.add_constructor("!sd", _hidden)


def _cases() -> Iterator[tuple[str, Json]]:
    for path in sorted(VECTORS.glob("*/*/specification.yml")):
        case = yaml.load(path.read_text(), Loader=_Loader)
        yield f"{path.parent.parent.name}/{path.parent.name}", case


CASES = dict(_cases())


def _ours(value: Any) -> Any:
    """The meaning of a case for the small issuer: the reference marks names, it marks values."""
    if isinstance(value, reference_common.SDObj):
        return Hidden(_ours(value.value))
    if isinstance(value, list):
        return [_ours(entry) for entry in value]
    if isinstance(value, dict):
        return {
            name.value if isinstance(name, reference_common.SDObj) else name: (
                Hidden(_ours(member)) if isinstance(name, reference_common.SDObj) else _ours(member)
            )
            for name, member in value.items()
        }
    return value


def _issued_here(case: Json) -> str:
    concealed = hiding.Hiding()
    payload = concealed.payload(_ours(case["user_claims"])) | {"cnf": {"jwk": HOLDER.jwk}}
    return hiding.sign({**payload, "_sd_alg": "sha-256"}, concealed.disclosures, ISSUER)


def _issued_by_reference(case: Json) -> str:
    made = reference_issuer.SDJWTIssuer(
        case["user_claims"],
        _private(ISSUER.key),
        jwk.JWK(**HOLDER.jwk),
        add_decoy_claims=True,
        extra_header_parameters={"typ": "dc+sd-jwt", "kid": ISSUER.method},
    )
    return str(made.sd_jwt_issuance)


def _shown(issued: str, case: Json) -> str:
    holder = reference_holder.SDJWTHolder(issued)
    holder.create_presentation(case["holder_disclosed_claims"], NONCE, RECEIVER, _private(HOLDER))
    return str(holder.sd_jwt_presentation)


def _expected(shown: str, case: Json) -> Any:
    if "expect_verified_user_claims" in case:
        return case["expect_verified_user_claims"]
    key = jwk.JWK(**ISSUER.key.jwk)
    verified = reference_verifier.SDJWTVerifier(shown, lambda _issuer, _header: key, RECEIVER, NONCE)
    return {name: value for name, value in verified.get_verified_payload().items() if name != "cnf"}


ISSUERS = {"here": _issued_here, "reference": _issued_by_reference}


def test_there_are_as_many_cases_as_the_manifest_says() -> None:
    assert len(CASES) == 21


@pytest.mark.parametrize("issuer", ISSUERS)
@pytest.mark.parametrize("name", CASES)
def test_a_verifier_sees_what_the_case_says(name: str, issuer: str) -> None:
    case = CASES[name]
    shown = _shown(ISSUERS[issuer](case), case)
    jws, rest = sd_jwt_vc.parse_sd_jwt(shown)
    jose.verify(jws, keys.key_from_jwk(ISSUER.key.jwk))
    key = confirmation_key(jws.payload)
    assert isinstance(key, keys.PublicKey)
    verify_key_binding(rest, key, now=LATER, challenge=Challenge(RECEIVER, NONCE))
    seen = {claim: value for claim, value in jws.payload.items() if claim != "cnf"}
    assert json.dumps(seen, sort_keys=True) == json.dumps(_expected(shown, case), sort_keys=True)


@pytest.mark.parametrize("name", CASES)
def test_a_broken_twin_of_each_case_fails(name: str) -> None:
    """One disclosure more, one changed, the showing of another choice: refused for each case."""
    case = CASES[name]
    shown = _shown(_issued_here(case), case)
    token, *disclosures, binding = shown.split("~")
    stranger = hiding.disclosure("salt", "claim_of_nobody", 1)
    with pytest.raises(CredentialError) as caught:
        sd_jwt_vc.parse_sd_jwt("~".join([token, *disclosures, stranger, binding]))
    assert caught.value.reason is Reason.DISCLOSURE_INVALID
    for place in range(len(disclosures)):
        content = json.loads(base64url.decode_strict(disclosures[place]))
        changed = [*disclosures]
        changed[place] = hiding.disclosure(*content[:-1], "changed")
        with pytest.raises(CredentialError):
            sd_jwt_vc.parse_sd_jwt("~".join([token, *changed, binding]))
    if disclosures and not any("_sd" in base64url.decode_strict(text).decode() for text in disclosures):
        jws, rest = sd_jwt_vc.parse_sd_jwt("~".join([token, *disclosures[1:], binding]))
        key = confirmation_key(jws.payload)
        assert isinstance(key, keys.PublicKey)
        with pytest.raises(ProofError) as refused:
            verify_key_binding(rest, key, now=LATER, challenge=Challenge())
        assert refused.value.detail == "sd_hash"


JSON_CASES = [name for name in CASES if "json_serialization" in name]


@pytest.mark.parametrize("name", JSON_CASES)
def test_the_json_forms_say_the_same(name: str) -> None:
    case = CASES[name]
    token, *shown, binding = _shown(_issued_here(case), case).split("~")
    protected, payload, signature = token.split(".")
    header = {"disclosures": shown, "kb_jwt": binding, "kid": "nobody signed for this"}
    flattened = {"payload": payload, "protected": protected, "signature": signature, "header": header}
    general = {
        "payload": payload,
        "signatures": [{"protected": protected, "signature": signature, "header": header}],
    }
    for document in (flattened, general):
        assert sd_jwt_vc.compact_of_json(document) == "~".join([token, *shown, binding])
    assert len(JSON_CASES) == 3


# -- published tokens


def _published(name: str) -> str:
    return (VECTORS / "serialized" / name).read_text().strip()


def _report(token: str, at: datetime, *published: Json) -> VerificationReport:
    document = parse_document(token.encode())
    assert isinstance(document, UnverifiedCredential)
    return Verifier(Documents(*published), FixedClock(at)).verify(document)


def _rfc_key() -> Json:
    loaded: Json = json.loads((VECTORS / "serialized" / "rfc9901-a5-issuer-key.json").read_text())
    return loaded


RFC_ISSUER = "https://pid-issuer.bund.de.example"
RFC_METADATA = f"{RFC_ISSUER}/.well-known/jwt-vc-issuer"


def test_the_token_of_rfc_9901_appendix_a_3() -> None:
    token = _published("rfc9901-a3-sd-jwt-vc.txt")
    metadata = {RFC_METADATA: {"issuer": RFC_ISSUER, "jwks": {"keys": [_rfc_key()]}}}
    at = datetime(2026, 11, 23, tzinfo=UTC)
    report = _report(token, at, metadata)
    assert (report.verdict, report.reason) == (Verdict.CHECK, Reason.NO_TRUST_LIST)
    assert report.format is Format.SD_JWT_VC
    document = parse_document(token.encode())
    assert isinstance(document, UnverifiedCredential)
    seen = {name: value for name, value in document.document.items() if name not in ("cnf", "iat", "exp")}
    assert seen == _plain(_ours(CASES["rfc9901-examples/arf-pid"]["user_claims"]))
    assert _report(token, at).reason is Reason.NEEDS_NETWORK
    changed = {RFC_METADATA: {"issuer": RFC_ISSUER, "jwks": {"keys": [HOLDER.jwk]}}}
    assert _report(token, at, changed).reason is Reason.SIGNATURE_INVALID
    assert _report(token, datetime(2031, 1, 1, tzinfo=UTC), metadata).reason is Reason.EXPIRED


def _plain(value: Any) -> Any:
    """What an issuer means, nothing hidden."""
    if isinstance(value, Hidden):
        return _plain(value.value)
    if isinstance(value, list):
        return [_plain(entry) for entry in value]
    return {name: _plain(member) for name, member in value.items()} if isinstance(value, dict) else value


def test_a_token_of_the_european_reference_issuer() -> None:
    """Its key comes along in a certificate; without a list of anchors that says nothing about the issuer."""
    token = _published("eudi-pid-sd-jwt-vc.txt")
    report = _report(token, datetime(2026, 7, 10, tzinfo=UTC))
    assert report.check(CheckName.PROOF).outcome is Outcome.PASSED
    assert (report.verdict, report.reason) == (Verdict.UNCHECKED, Reason.ISSUER_NOT_CONFIRMED)
    assert report.check(CheckName.STATUS).outcome is Outcome.UNKNOWN
    assert report.credential is not None
    assert report.credential.subject.name == "Tyler Neal"


def test_the_european_token_shown_with_its_holders_key() -> None:
    token = _published("eudi-pid-sd-jwt-vc.txt")
    holder: Path = VECTORS / "serialized" / "eudi-pid-holder-key.json"
    reference = reference_holder.SDJWTHolder(token)
    private = {name: value for name, value in json.loads(holder.read_text()).items() if name != "iat"}
    reference.create_presentation({"given_name": True}, NONCE, RECEIVER, jwk.JWK(**private))
    jws, rest = sd_jwt_vc.parse_sd_jwt(str(reference.sd_jwt_presentation))
    key = confirmation_key(jws.payload)
    assert isinstance(key, keys.PublicKey)
    verify_key_binding(rest, key, now=LATER, challenge=Challenge(RECEIVER, NONCE))
    assert "given_name" in jws.payload
    assert "family_name" not in jws.payload
