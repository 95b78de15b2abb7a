"""Open Badges 2.0 and older, hosted and signed, by an invented school: what is published, and what learners hold.

Lives here: making good ones. Does not live here: breaking them, which each test does in sight of its reader.
"""

import json
from collections.abc import Mapping
from typing import Any

from cryptography.hazmat.primitives import serialization

from tests.identities import Json, Key, key
from tests.issuing import NOW, Documents
from wallet.codecs import base64url
from wallet.credentials.detect import parse_document
from wallet.verification.report import VerificationReport
from wallet.verification.sources import FixedClock, Recipients
from wallet.verification.verifier import Verifier

V2 = "https://w3id.org/openbadges/v2"
HOST = "https://school.example"
ASSERTION = f"{HOST}/assertions/1"
BADGE = f"{HOST}/badges/welding"
ISSUER = f"{HOST}/issuer"
KEY = f"{HOST}/keys/1"
REVOCATIONS = f"{HOST}/revoked"
HASHED = "sha256$ecf5409f3f4b91ab60cc5ef4c02aef7032354375e70cf4d8e43f6a1d29891942"


def assertion(**changes: Any) -> Json:
    """A hosted assertion; None leaves a member out."""
    made: Json = {
        "@context": V2,
        "type": "Assertion",
        "id": ASSERTION,
        "recipient": {"type": "email", "hashed": True, "salt": "deadsea", "identity": HASHED},
        "badge": BADGE,
        "issuedOn": "2026-03-01T10:00:00+00:00",
        "verification": {"type": "hosted"},
        "evidence": [{"id": "https://school.example/work/1", "name": "A gate"}],
        "narrative": "Welded a gate.",
    }
    return {name: value for name, value in (made | changes).items() if value is not None}


def signed_assertion(**changes: Any) -> Json:
    """The payload of a signed badge."""
    verification = {"type": "SignedBadge", "creator": KEY}
    return assertion(
        **{"id": "urn:uuid:5b1a3a4f-9d0c-4f0e-9a55-9b5f5a6b0a01", "verification": verification} | changes
    )


def badge_class(**changes: Any) -> Json:
    """What was earned."""
    made = {
        "@context": V2,
        "type": "BadgeClass",
        "id": BADGE,
        "name": "Welding",
        "description": "Welds steel safely.",
        "image": "https://school.example/welding.png",
        "criteria": {"narrative": "Passed the test."},
        "issuer": ISSUER,
        "alignment": [{"targetName": "Weld metal", "targetUrl": "https://skills.example/2"}],
        "tags": ["steel"],
    }
    return made | changes


def profile(**changes: Any) -> Json:
    """The issuer, who has one key."""
    made = {
        "@context": V2,
        "type": "Profile",
        "id": ISSUER,
        "name": "Example School",
        "url": HOST,
        "email": "office@school.example",
        "publicKey": KEY,
    }
    return made | changes


def pem(made: Key) -> str:
    """The public key as issuers of version 2 publish it."""
    spki = serialization.PublicFormat.SubjectPublicKeyInfo
    return made.private.public_key().public_bytes(serialization.Encoding.PEM, spki).decode()


def key_document(label: str = "school", **changes: Any) -> Json:
    """The key at its own address."""
    made = {"@context": V2, "type": "CryptographicKey", "id": KEY, "owner": ISSUER}
    return made | {"publicKeyPem": pem(key(label, "RSA"))} | changes


def published(**changes: Any) -> Json:
    """Everything the school has on the web; keyword arguments replace `assertion`, `badge`, `issuer`, `key`."""
    parts: Mapping[str, str] = {"assertion": ASSERTION, "badge": BADGE, "issuer": ISSUER, "key": KEY}
    made: Json = {
        "assertion": assertion(),
        "badge": badge_class(),
        "issuer": profile(),
        "key": key_document(),
    }
    return {parts[name]: body for name, body in (made | changes).items() if body is not None}


def sign(payload: Json, label: str = "school", **header: Any) -> str:
    """A compact JWS, RS256 unless the header says otherwise."""
    protected = {"alg": "RS256", "typ": "JWT"} | header
    text = ".".join(base64url.encode(json.dumps(part).encode()) for part in (protected, payload))
    return f"{text}.{base64url.encode(key(label, 'RSA').sign(text.encode()))}"


def as_bytes(badge: Json | str | bytes) -> bytes:
    """A badge as the file a learner holds."""
    if isinstance(badge, bytes):
        return badge
    return badge.encode() if isinstance(badge, str) else json.dumps(badge).encode()


def verify(badge: Json | str | bytes, documents: Json | None = None, *recipients: str) -> VerificationReport:
    """The report with these documents at hand; None for what `published` has."""
    source = Documents(published() if documents is None else documents)
    return Verifier(source, FixedClock(NOW), (), Recipients(recipients)).verify(
        parse_document(as_bytes(badge))
    )
