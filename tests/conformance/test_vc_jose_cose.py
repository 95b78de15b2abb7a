"""The W3C test suite for securing with JOSE: its tokens with the keys it names, and broken twins of the good ones.

The suite hands each key to the verifier beside the token. Here they stand where an issuer would publish them: in the
controller document of `https://example.issuer/vc-jose-cose`, and once more as a JWK set at the issuer's address.
"""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.identities import Json
from tests.issuing import Documents
from tests.shared_data import shared
from wallet.codecs import base64url
from wallet.credentials.detect import parse_document
from wallet.errors import Reason, WalletError
from wallet.verification.report import CheckName, Outcome, Verdict, VerificationReport
from wallet.verification.sources import FixedClock
from wallet.verification.verifier import Verifier, unreadable_report

SUITE = shared("corpus", "w3c-vc-jose-cose-test-suite")
ISSUER = "https://example.issuer/vc-jose-cose"
# The presentation ends on 17 December 2024; nothing else in the suite ends.
AT = datetime(2024, 12, 16, 12, tzinfo=UTC)


def _methods() -> list[Json]:
    loaded = [
        json.loads((SUITE / f"vm-{name}.json").read_text()) for name in ("p256", "p384", "ed25519", "p521")
    ]
    return [{name: value for name, value in method.items() if name != "secretKeyJwk"} for method in loaded]


def _controller_document() -> Json:
    ids = [method["id"] for method in _methods()]
    return {
        ISSUER: {
            "id": ISSUER,
            "verificationMethod": _methods(),
            "assertionMethod": ids,
            "authentication": ids,
        }
    }


def _key_set() -> Json:
    return {ISSUER: {"keys": [method["publicKeyJwk"] for method in _methods()]}}


def _metadata() -> Json:
    url = "https://example.issuer/.well-known/jwt-vc-issuer/vc-jose-cose"
    return {url: {"issuer": ISSUER, "jwks": _key_set()[ISSUER]}}


PUBLISHED = {"controller document": _controller_document, "key set": _key_set, "metadata": _metadata}

CREDENTIALS = ["credential-jose-minimal", "credential-issuer-match-signed", "credential-sdjwt-selective"]
PRESENTATIONS = ["presentation-jose-multiple", "presentation-sdjwt-selective"]


def _text(name: str) -> str:
    return (SUITE / f"{name}.txt").read_text().strip()


def _verify(text: str, published: Json) -> VerificationReport:
    try:
        document = parse_document(text.encode())
    except WalletError as error:
        return unreadable_report(error.reason, error.detail, AT)
    return Verifier(Documents(published), FixedClock(AT)).verify(document)


@pytest.mark.parametrize("where", PUBLISHED)
@pytest.mark.parametrize("name", CREDENTIALS)
def test_good_credentials(name: str, where: str) -> None:
    report = _verify(_text(name), PUBLISHED[where]())
    assert (report.verdict, report.reason) == (Verdict.CHECK, Reason.NO_TRUST_LIST)
    assert report.check(CheckName.ISSUER_BINDING).outcome is Outcome.PASSED


def test_a_selective_presentation() -> None:
    report = _verify(_text("presentation-sdjwt-selective"), _controller_document())
    assert (report.verdict, report.securing) == (Verdict.CHECK, ("sd-jwt ES384",))
    assert [part.securing for part in report.inner] == [("EdDSA",)]


def test_a_presentation_of_all_kinds_of_token() -> None:
    """Its last entry is a COSE message, which this program does not read: the whole stays undecided, never bad."""
    report = _verify(_text("presentation-jose-multiple"), _controller_document())
    assert report.check(CheckName.PROOF).outcome is Outcome.PASSED
    assert [(part.verdict, part.securing) for part in report.inner] == [
        (Verdict.CHECK, ("ES256",)),
        (Verdict.CHECK, ("sd-jwt ES384",)),
        (Verdict.UNCHECKED, ()),
    ]
    assert report.inner[2].reason is Reason.UNSUPPORTED_FORMAT
    assert (report.verdict, report.reason) == (Verdict.UNCHECKED, Reason.INNER_NOT_VERIFIED)


def test_a_selective_credential_shows_its_subject() -> None:
    report = _verify(_text("credential-sdjwt-selective"), _controller_document())
    assert report.securing == ("sd-jwt ES384",)
    document = parse_document(_text("credential-sdjwt-selective").encode())
    subject = document.document["credentialSubject"]
    assert (subject["firstName"], subject["lastName"]) == ("Jane", "Doe")


@pytest.mark.parametrize(
    "name",
    [
        "credential-jose-bad-signature",
        "presentation-sdjwt-bad-media-type",
        "presentation-sdjwt-bad-credential",
    ],
)
def test_the_suites_own_faults(name: str) -> None:
    report = _verify(_text(name), _controller_document())
    assert report.verdict is Verdict.INVALID
    # the media types are wrong, and the credential inside is a bare word: either alone is enough
    expected = Reason.SIGNATURE_INVALID if "signature" in name else Reason.JWT_HEADER_NOT_ALLOWED
    assert report.check(CheckName.PROOF).reason is expected


def _changed_part(text: str, place: int, change: Any) -> str:
    token, tilde, rest = text.partition("~")
    parts = token.split(".")
    content = json.loads(base64url.decode_strict(parts[place]))
    parts[place] = base64url.encode(json.dumps(change(content)).encode())
    return ".".join(parts) + tilde + rest


@pytest.mark.parametrize("name", [*CREDENTIALS, *PRESENTATIONS])
@pytest.mark.parametrize(
    ("place", "change"),
    [
        (1, lambda claims: claims | {"id": "urn:uuid:another"}),
        (1, lambda claims: claims | {"exp": 4_000_000_000}),
        (0, lambda header: header | {"typ": "JWT"}),
        (0, lambda header: header | {"cty": "x"}),
        (0, lambda header: header | {"kid": "another"}),
        (0, lambda header: header | {"alg": "none"}),
        (0, lambda header: header | {"crit": ["exp"]}),
    ],
)
def test_broken_twins(name: str, place: int, change: Any) -> None:
    assert (
        _verify(_changed_part(_text(name), place, change), _controller_document()).verdict is Verdict.INVALID
    )


@pytest.mark.parametrize("name", [*CREDENTIALS, *PRESENTATIONS])
def test_without_the_issuers_keys_nothing_is_decided(name: str) -> None:
    at_all = _verify(_text(name), {})
    assert (at_all.verdict, at_all.reason) == (Verdict.UNCHECKED, Reason.NEEDS_NETWORK)
