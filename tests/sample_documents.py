"""Unsigned documents and pictures, built small, for tests of what reads them. No test may take one for verified."""

import json
import zlib
from typing import Any

from wallet.codecs import base64url
from wallet.credentials.vcdm import CONTEXT_V1, CONTEXT_V2

OB3_CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
ISSUER = "did:key:z6MkpJySvETLnxhQG9DzEdmKJtysBDjuuTeDfUj1uNNCUqcj"
SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="1"><g><rect/></g></svg>\n'


def badge(**changes: Any) -> dict[str, Any]:
    """An Open Badge in VCDM 2.0; keyword arguments replace members, None leaves one out."""
    document: dict[str, Any] = {
        "@context": [CONTEXT_V2, OB3_CONTEXT],
        "id": "urn:uuid:1f5dd3a5-3d8f-4f66-a0a3-0f6ec4c7b0f7",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Robotics",
        "issuer": {"id": ISSUER, "type": ["Profile"], "name": "Example School"},
        "validFrom": "2025-01-01T00:00:00Z",
        "credentialSubject": {
            "id": "did:example:learner",
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "https://example.org/achievements/1",
                "type": ["Achievement"],
                "name": "Robotics",
                "description": "Builds a robot.",
                "criteria": {"narrative": "A robot that walks."},
            },
        },
    }
    return changed(document, changes)


def badge_v1(**changes: Any) -> dict[str, Any]:
    """The same badge in VCDM 1.1."""
    document = badge()
    document["@context"] = [CONTEXT_V1, "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]
    document["issuanceDate"] = document.pop("validFrom")
    return changed(document, changes)


def presentation(*credentials: Any, **changes: Any) -> dict[str, Any]:
    """A presentation in VCDM 2.0 of these entries."""
    document = {
        "@context": [CONTEXT_V2],
        "type": ["VerifiablePresentation"],
        "holder": ISSUER,
        "verifiableCredential": list(credentials),
    }
    return changed(document, changes)


def changed(document: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """A copy with members replaced; None leaves a member out."""
    return {key: value for key, value in {**document, **changes}.items() if value is not None}


def as_bytes(document: Any) -> bytes:
    """The document as JSON text."""
    return json.dumps(document).encode()


def token(payload: Any, *, header: Any = None, signature: bytes = b"not a signature") -> str:
    """A compact JWS with this payload; its signature is made up."""
    parts = [as_bytes(header or {"alg": "EdDSA", "typ": "JWT"}), as_bytes(payload), signature]
    return ".".join(base64url.encode(part) for part in parts)


def chunk(kind: bytes, data: bytes) -> bytes:
    """One PNG chunk."""
    return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)


def png(*chunks: bytes) -> bytes:
    """A one-pixel grey PNG with these chunks before its pixels."""
    header = chunk(b"IHDR", b"\0\0\0\1\0\0\0\1\x08\0\0\0\0")
    pixels = chunk(b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + pixels + chunk(b"IEND", b"")


def itxt(keyword: str, text: bytes, *, compressed: bool = False) -> bytes:
    """An iTXt chunk."""
    body = zlib.compress(text) if compressed else text
    return chunk(b"iTXt", keyword.encode() + b"\0" + bytes([compressed]) + b"\0\0\0" + body)
