"""Signed badges and shares made of them, with fixed keys and times, for the tests of this folder."""

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.sample_documents import badge
from tests.shared_data import shared
from wallet.codecs import base64url
from wallet.credentials.detect import parse_document
from wallet.credentials.model import UnverifiedCredential
from wallet.proofs import eddsa, keys
from wallet.sharing.bundle import encode_bundle
from wallet.sharing.presentation import HolderSigner, sign_presentation
from wallet.verification.report import VerificationReport
from wallet.verification.sources import FixedClock, NoDocuments
from wallet.verification.verifier import Verifier

NOW = datetime(2026, 11, 23, 13, 0, 0, tzinfo=UTC)
UNTIL = datetime(2026, 12, 23, 23, 59, 59, tzinfo=UTC)
RECIPIENT = "Example Corp HR"
PURPOSE = "Application for laser operator"

_HOLDER_SEED = hashlib.sha256(b"holder of the sharing tests").digest()
_ISSUER_SEED = hashlib.sha256(b"issuer of the sharing tests").digest()
HOLDER_DID = keys.did_key_from_seed(_HOLDER_SEED)
ISSUER_DID = keys.did_key_from_seed(_ISSUER_SEED)


def method_of(did: str) -> str:
    return f"{did}#{did.removeprefix('did:key:')}"


HOLDER = HolderSigner(HOLDER_DID, method_of(HOLDER_DID), _HOLDER_SEED)


def counted(size: int) -> bytes:
    """Bytes that stand for randomness: 00 01 02 ..."""
    return bytes(range(size))


def signed_badge(**changes: Any) -> UnverifiedCredential:
    """A badge signed by the test issuer; keyword arguments replace members, None leaves one out."""
    document = badge(issuer={"id": ISSUER_DID, "type": ["Profile"], "name": "Example School"}) | changes
    document = {name: value for name, value in document.items() if value is not None}
    options = {
        "created": "2026-01-01T00:00:00Z",
        "verificationMethod": method_of(ISSUER_DID),
        "proofPurpose": "assertionMethod",
    }
    return read(json.dumps(eddsa.create_proof(document, options, _ISSUER_SEED)).encode())


def signed_token() -> UnverifiedCredential:
    """A badge as a compact JWS (VC-JWT, EdDSA)."""
    document = badge(issuer={"id": ISSUER_DID, "type": ["Profile"]})
    header = {"alg": "EdDSA", "typ": "JWT", "kid": method_of(ISSUER_DID)}
    claims = {
        **document,
        "iss": ISSUER_DID,
        "jti": document["id"],
        "sub": document["credentialSubject"]["id"],
        "nbf": 1735689600,
    }
    signing_input = ".".join(base64url.encode(json.dumps(part).encode()) for part in (header, claims))
    signature = Ed25519PrivateKey.from_private_bytes(_ISSUER_SEED).sign(signing_input.encode())
    return read(f"{signing_input}.{base64url.encode(signature)}".encode())


def read(data: bytes) -> UnverifiedCredential:
    document = parse_document(data)
    assert isinstance(document, UnverifiedCredential)
    return document


def corpus_badge(*parts: str) -> UnverifiedCredential:
    """A badge of the shared corpus."""
    return read(shared("corpus", *parts).read_bytes())


def present(credentials: Sequence[UnverifiedCredential], **changes: Any) -> bytes:
    """A signed presentation; keyword arguments replace those of `sign_presentation`."""
    arguments: dict[str, Any] = {
        "recipient": RECIPIENT,
        "purpose": PURPOSE,
        "until": UNTIL,
        "nonce": None,
        "now": NOW,
        "random": counted,
    }
    return sign_presentation(credentials, HOLDER, **(arguments | changes))


def small_bundle() -> bytes:
    return encode_bundle(present([signed_badge()]))


def verified(presentation: bytes, at: datetime = NOW) -> VerificationReport:
    return Verifier(NoDocuments(), FixedClock(at)).verify(parse_document(presentation))


def vector(*parts: str) -> Path:
    return shared("vectors", *parts)
