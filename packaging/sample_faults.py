"""The broken samples: each is made from a good one, has exactly one fault, and is named after it.

Lives here: one function per fault, returning the bytes of the file. Does not live here: what a verifier must say
about it (`make_samples`).
"""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from typing import Any

import sample_art
from sample_credentials import (
    LEARNER_DID,
    art_of,
    credential_v1,
    credential_v2,
    issuer_of,
    picture,
    small_credential,
    urn,
)
from sample_issuers import (
    REVOCATION_LIST,
    REVOKED_INDEX,
    STRANGER,
    SUSPENDED_INDEX,
    SUSPENSION_LIST,
    UNREACHABLE_LIST,
    Issuer,
    Json,
    sign,
    status_entry,
)
from sample_keys import Ed25519Demo, compact, sign_jwt
from wallet.codecs import base64url, png_text
from wallet.credentials import baked_image
from wallet.proofs import eddsa, jsonld, rdfc10

PNG_PIXELS = 128
_LAST_YEAR = {"validFrom": "2025-06-06T17:00:00Z", "validUntil": "2026-06-30T23:59:59Z"}


def pretty(document: Json) -> bytes:
    """JSON as a person would want to open it."""
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()


def unsigned(name: str, fault: str, **more: Any) -> Json:
    """A credential with an id of its own: a wallet must not take it for another version of the good one."""
    return credential_v2(name, picture(name, "png")) | {"id": urn(f"credential {name}, {fault}")} | more


def signed_v2(name: str, fault: str, **more: Any) -> Json:
    """The same, with more members, signed by its issuer on its first day."""
    document = unsigned(name, fault, **more)
    return sign(document, issuer_of(name), document["validFrom"])


def changed_after_issue() -> bytes:
    """The result was raised after the signature was made."""
    document = signed_v2("laser-cutting", "changed after issue")
    document["credentialSubject"]["result"][0]["value"] = "100"
    return pretty(document)


def expired() -> bytes:
    """A good signature over a date that has passed."""
    return pretty(signed_v2("circle-lead", "expired", **_LAST_YEAR))


def not_yet_valid() -> bytes:
    """Signed now, valid from next summer."""
    return pretty(
        sign(unsigned("circle-lead", "not yet valid", validFrom="2027-06-01T00:00:00Z"), *_lakeside_now())
    )


def _lakeside_now() -> tuple[Issuer, str]:
    return issuer_of("circle-lead"), "2026-11-02T17:00:00Z"


def wrong_key() -> bytes:
    """Names the issuer's key and was signed with another one."""
    document, issuer = unsigned("peer-tutoring", "wrong key"), issuer_of("peer-tutoring")
    return pretty(_signed_with(STRANGER, issuer.method, document))


def key_of_somebody_else() -> bytes:
    """Properly signed by a stranger in the name of the guild."""
    document = unsigned("laser-cutting", "key of somebody else")
    stranger = f"did:key:{STRANGER.multikey}"
    return pretty(_signed_with(STRANGER, f"{stranger}#{STRANGER.multikey}", document))


def wrong_purpose() -> bytes:
    """The proof was made to log in, not to say that something is so."""
    document, issuer = unsigned("peer-tutoring", "wrong purpose"), issuer_of("peer-tutoring")
    return pretty(_signed_with(issuer.key, issuer.method, document, purpose="authentication"))


def key_in_fragment() -> bytes:
    """The key is named by an address that holds the key itself: good signature, unknown owner."""
    document, issuer = unsigned("stage-lighting", "key in fragment"), issuer_of("stage-lighting")
    if not isinstance(issuer.key, Ed25519Demo):
        raise TypeError(issuer.name)
    return pretty(_signed_with(issuer.key, f"{issuer.id}#{issuer.key.multikey}", document))


def _signed_with(key: Any, method: str, document: Json, purpose: str = "assertionMethod") -> Json:
    options = {"created": document["validFrom"], "verificationMethod": method, "proofPurpose": purpose}
    return dict(eddsa.create_proof(document, options, key.seed))


def undefined_term() -> bytes:
    """Carries a member that no context explains, so that the signature says nothing about it.

    Signed as careless software does it: over the document without the member, which is how it would be read.
    """
    document = signed_v2("peer-tutoring", "undefined term")
    document["credentialSubject"]["achievement"]["recommendedBy"] = "the principal"
    return pretty(document)


def missing_signature() -> bytes:
    """All there but the proof."""
    return pretty(unsigned("peer-tutoring", "missing signature"))


def unsupported_suite() -> bytes:
    """Honestly signed, with the old suite Ed25519Signature2018, which this wallet does not verify.

    Source: Ed25519 Signature 2018 (W3C CCG): options read under security/v2, hashed before the document, in a detached
    JWS with an unencoded payload (RFC 7797).
    """
    document = credential_v1("peer-tutoring", picture("peer-tutoring", "png"))
    document["id"] = urn("credential peer-tutoring, unsupported suite")
    issuer = issuer_of("peer-tutoring")
    if not isinstance(issuer.key, Ed25519Demo):
        raise TypeError(issuer.name)
    proof = {
        "type": "Ed25519Signature2018",
        "created": document["issuanceDate"],
        "verificationMethod": issuer.method,
        "proofPurpose": "assertionMethod",
    }
    canonical = (
        rdfc10.canonicalize(jsonld.to_quads(part))
        for part in ({"@context": "https://w3id.org/security/v2", **proof}, document)
    )
    hashed = b"".join(hashlib.sha256(text.encode()).digest() for text in canonical)
    header = base64url.encode(b'{"alg":"EdDSA","b64":false,"crit":["b64"]}')
    signature = base64url.encode(issuer.key.sign(header.encode() + b"." + hashed))
    return pretty(document | {"proof": proof | {"jws": f"{header}..{signature}"}})


def revoked() -> bytes:
    """Withdrawn by its issuer, as its status list says."""
    return pretty(
        signed_v2(
            "lifeguard",
            "revoked",
            credentialStatus=status_entry(REVOCATION_LIST, REVOKED_INDEX, "revocation"),
        )
    )


def suspended() -> bytes:
    """Paused by its issuer, as its status list says."""
    entry = status_entry(SUSPENSION_LIST, SUSPENDED_INDEX, "suspension")
    return pretty(signed_v2("babysitting", "suspended", credentialStatus=entry))


def status_unreachable() -> bytes:
    """Names a status list that nobody serves any more."""
    entry = status_entry(UNREACHABLE_LIST, 1, "revocation")
    return pretty(signed_v2("babysitting", "status unreachable", credentialStatus=entry))


def jwt_alg_none() -> bytes:
    """A token that says it needs no signature, and has none."""
    payload = jwt_claims_v2(unsigned("circle-lead", "jwt alg none"))
    header = {"alg": "none", "typ": "JWT", "kid": issuer_of("circle-lead").method}
    return f"{base64url.encode(compact(header))}.{base64url.encode(compact(payload))}.".encode()


def jwt_claim_mismatch() -> bytes:
    """The token's `sub` is not the person the credential is about."""
    issuer = issuer_of("circle-lead")
    payload = jwt_claims_v2(unsigned("circle-lead", "jwt claim mismatch")) | {
        "sub": f"did:key:{STRANGER.multikey}"
    }
    return sign_jwt(payload, {"kid": issuer.method}, issuer.key).encode()


def jwt_claims_v2(document: Json) -> Json:
    """The claims of a VC-JWT in version 2.0: the credential's own members beside the registered ones.

    Source: Open Badges 3.0, section 8.2.4.1.
    """
    claims = {
        "iss": document["issuer"]["id"],
        "jti": document["id"],
        "sub": LEARNER_DID,
        "nbf": seconds(document["validFrom"]),
    }
    if "validUntil" in document:
        claims["exp"] = seconds(document["validUntil"])
    return document | claims


def seconds(moment: str) -> int:
    """A date as the NumericDate of a token."""
    return int(datetime.fromisoformat(moment).timestamp())


def png_damaged() -> bytes:
    """One byte of the baked text was flipped on the way, so the chunk's checksum does not fit."""
    picture = sample_art.render_png(art_of("laser-cutting"), PNG_PIXELS)
    baked = baked_image.bake_png(picture, compact(signed_v2("laser-cutting", "png damaged")).decode())
    at = baked.index(b"Laser Cutting")
    return baked[:at] + bytes([baked[at] ^ 1]) + baked[at + 1 :]


def two_credentials() -> bytes:
    """A picture with two credentials: nobody can tell which one it shows."""
    picture = sample_art.render_png(art_of("laser-cutting"), PNG_PIXELS)
    first, second = (
        compact(sign(small_credential(name), issuer_of(name), small_credential(name)["validFrom"])).decode()
        for name in ("small-soldering", "small-sewing")
    )
    return png_text.add_text(baked_image.bake_png(picture, first), baked_image.OPEN_BADGES_3_KEYWORD, second)


def svg_with_entity() -> bytes:
    """A drawing whose text is put together from entities of its own, which no reader may follow."""
    drawing = sample_art.render_svg(art_of("languages"))
    baked = baked_image.bake_svg(
        drawing.encode(), compact(signed_v2("languages", "svg with entity")).decode()
    ).decode()
    doctype = '<!DOCTYPE svg [<!ENTITY school "Northfield Public Schools">]>\n'
    return (doctype + baked.replace("</svg>", "<title>&school;</title></svg>")).encode()
