"""Proofs that somebody has a key, made for one site and one question: as a token, or as an empty presentation.

Lives here: the three forms that sites ask for. Does not live here: credentials that are shown (`wallet.sharing`), or
whose key it is (`wallet.vault`). Whatever is signed names the site that asked, so that it can serve at no other.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from wallet.codecs import base64url, strict_json
from wallet.codecs.timestamps import format_datetime
from wallet.credentials.model import JsonObject
from wallet.proofs import ed25519_signature_2020, eddsa

TOKEN_ALGORITHMS = ("EdDSA", "Ed25519")
SUITE = "eddsa-rdfc-2022"
OLDER_SUITE = "Ed25519Signature2020"
_TOKEN_TYPE = "openid4vci-proof+jwt"  # noqa: S105 - a media type
_V1 = "https://www.w3.org/2018/credentials/v1"
_V2 = "https://www.w3.org/ns/credentials/v2"
_ED25519_2020 = "https://w3id.org/security/suites/ed25519-2020/v1"


@dataclass(frozen=True, slots=True)
class ProofKey:
    """The key that is proven.

    Attributes:
        did: whose it is ("did:key:z6Mk...").
        verification_method: the key's own address, a DID URL of `did`.
        seed: the 32-byte Ed25519 private seed.
    """

    did: str
    verification_method: str
    seed: bytes = field(repr=False)

    @property
    def jwk(self) -> JsonObject:
        """The public key. Source: RFC 8037, section 2."""
        public = Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw()
        return {"kty": "OKP", "crv": "Ed25519", "x": base64url.encode(public)}


def signed_token(
    key: ProofKey,
    audience: str,
    now: datetime,
    *,
    nonce: str | None,
    client_id: str | None,
    algorithm: str = TOKEN_ALGORITHMS[0],
    names_did: bool = True,
) -> str:
    """A key proof as a compact JWS.

    Args:
        audience: the credential issuer's identifier.
        client_id: how this program is known there; None where it is not.
        names_did: name the key by its DID; else put the public key itself into the header.

    Source: OpenID4VCI 1.0, appendix F.1 (`jwt` proof type).
    """
    whose: JsonObject = {"kid": key.verification_method} if names_did else {"jwk": key.jwk}
    header = {"alg": algorithm, "typ": _TOKEN_TYPE, **whose}
    claims: dict[str, Any] = {"aud": audience, "iat": int(now.timestamp())}
    if client_id is not None:
        claims["iss"] = client_id
    if nonce is not None:
        claims["nonce"] = nonce
    parts = [base64url.encode(strict_json.dumps(part).encode("utf-8")) for part in (header, claims)]
    signing_input = ".".join(parts)
    signature = Ed25519PrivateKey.from_private_bytes(key.seed).sign(signing_input.encode("ascii"))
    return f"{signing_input}.{base64url.encode(signature)}"


def signed_presentation(
    key: ProofKey, domain: str, now: datetime, *, challenge: str | None, suite: str = SUITE
) -> JsonObject:
    """A presentation with nothing in it, signed for one site.

    Args:
        domain: the site, as it called itself.
        challenge: what it asked to be repeated.
        suite: `SUITE`, or `OLDER_SUITE` for sites that know no other.

    Source: Verifiable Presentation Request, section 3.2 (DID authentication); OpenID4VCI 1.0, appendix F.2 (`di_vp`).
    """
    is_older = suite == OLDER_SUITE
    document: JsonObject = {
        "@context": [_V1, _ED25519_2020] if is_older else [_V2],
        "type": ["VerifiablePresentation"],
        "holder": key.did,
    }
    options: dict[str, Any] = {
        "verificationMethod": key.verification_method,
        "proofPurpose": "authentication",
        "created": format_datetime(now.replace(microsecond=0)),
        "domain": domain,
    }
    if challenge is not None:
        options["challenge"] = challenge
    create = ed25519_signature_2020.create_proof if is_older else eddsa.create_proof
    return create(document, options, key.seed)
