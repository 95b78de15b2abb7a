"""Positive controls: what is good in every format, suite and kind of key is found good, and how it is named."""

import json
from collections.abc import Callable

import pytest

from tests import identities, issuing
from tests.identities import Identity
from tests.issuing import DATA_INTEGRITY, ED25519_2020, OB3, Directory, Documents
from wallet.credentials.vcdm import CONTEXT_V2
from wallet.errors import Reason
from wallet.verification.report import CheckName, Outcome, Verdict, VerificationReport

ISSUERS: dict[str, Callable[[], Identity]] = {
    "did:key": lambda: identities.did_key("issuer"),
    "did:jwk": lambda: identities.did_jwk("issuer", "Ed25519"),
    "did:web": lambda: identities.did_web("issuer"),
    "https controller document": lambda: identities.https_issuer("issuer"),
    "verification method on its own": lambda: identities.published_method("issuer"),
}


def assert_good(report: VerificationReport) -> None:
    """Good in every respect but that nobody vouches for the issuer."""
    assert (report.verdict, report.reason) == (Verdict.CHECK, Reason.NO_TRUST_LIST)
    for name in (CheckName.STRUCTURE, CheckName.PROOF, CheckName.ISSUER_BINDING, CheckName.DATES):
        assert report.check(name).outcome is Outcome.PASSED


@pytest.mark.parametrize("kind", ISSUERS)
@pytest.mark.parametrize("suite", ["eddsa-rdfc-2022", "Ed25519Signature2020"])
@pytest.mark.parametrize("version", [1, 2])
def test_embedded_proofs(kind: str, suite: str, version: int) -> None:
    issuer = ISSUERS[kind]()
    context = ED25519_2020 if suite == "Ed25519Signature2020" else DATA_INTEGRITY
    if version == 1:
        document = issuing.credential_v1(issuer, context)
    else:
        document = issuing.credential(issuer, **{"@context": [CONTEXT_V2, OB3, context]})
    report = issuing.verify(issuing.secure(document, issuer, suite), Documents(issuer.documents))
    assert_good(report)
    assert report.securing == (suite,)


@pytest.mark.parametrize("curve", ["P-256", "P-384"])
def test_ecdsa_proofs(curve: str) -> None:
    for issuer in (identities.did_key("issuer", curve), identities.did_jwk("issuer", curve)):
        signed = issuing.secure(issuing.credential(issuer), issuer, "ecdsa-rdfc-2019")
        assert_good(issuing.verify(signed))


@pytest.mark.parametrize(
    ("alg", "kind"),
    [("RS256", "RSA"), ("PS256", "RSA"), ("ES256", "P-256"), ("ES384", "P-384"), ("EdDSA", "Ed25519")],
)
@pytest.mark.parametrize("version", [1, 2])
def test_tokens(alg: str, kind: str, version: int) -> None:
    issuer = identities.did_web("issuer", kind)
    if version == 1:
        payload = issuing.claims_v1(issuing.credential_v1(issuer, expirationDate="2030-01-01T00:00:00Z"))
    else:
        payload = issuing.claims_v2(issuing.credential(issuer, validUntil="2030-01-01T00:00:00Z"))
    report = issuing.verify(issuing.token(payload, issuer, alg), Documents(issuer.documents))
    assert_good(report)
    assert report.securing == (alg,)


def test_token_whose_header_holds_the_issuers_own_key() -> None:
    issuer = identities.did_jwk("issuer")
    payload = issuing.claims_v2(issuing.credential(issuer))
    assert_good(issuing.verify(issuing.token(payload, issuer, "ES256", kid=None, jwk=issuer.key.jwk)))


def test_a_token_around_a_credential_with_its_own_proof() -> None:
    issuer = identities.did_key("issuer")
    payload = issuing.claims_v2(issuing.good(issuer))
    assert_good(issuing.verify(issuing.token(payload, issuer, "EdDSA")))


def test_a_listed_issuer_makes_it_plainly_verified() -> None:
    issuer = identities.did_key("issuer")
    report = issuing.verify(issuing.good(issuer), trust=[Directory("Guild list", [issuer.id])])
    assert (report.verdict, report.reason) == (Verdict.VERIFIED, None)


def test_a_presentation_of_both_kinds() -> None:
    school = identities.did_web("school", "P-256")
    compact = issuing.token(issuing.claims_v2(issuing.credential(school)), school, "ES256")
    shown = issuing.presentation(
        identities.did_key("holder"),
        issuing.good(),
        issuing.enveloped(compact),
        domain="Example Corp",
        challenge="n-0S6",
        expires="2026-12-31T00:00:00Z",
    )
    report = issuing.verify(shown, Documents(school.documents))
    assert report.verdict is Verdict.CHECK
    assert [part.verdict for part in report.inner] == [Verdict.CHECK, Verdict.CHECK]
    assert report.check(CheckName.INNER_CREDENTIALS).outcome is Outcome.PASSED
    assert (report.audience, report.nonce, report.until) == ("Example Corp", "n-0S6", "2026-12-31T00:00:00Z")


def test_the_same_twice() -> None:
    """Issuing follows from labels alone, so a failing test can be looked at again."""
    assert issuing.good() == issuing.good()
    assert json.dumps(issuing.presentation(identities.did_key("h"), issuing.good())) == json.dumps(
        issuing.presentation(identities.did_key("h"), issuing.good())
    )
