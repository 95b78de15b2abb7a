"""A small issuer of SD-JWTs for tests: payloads with hidden claims, their disclosures, and key binding tokens.

Lives here: making good ones after RFC 9901. Does not live here: breaking them, which each test does in sight of its
reader, and the signatures themselves (`issuing`).
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sample_selective import Hidden, Hiding, digest_of, disclosure
from tests import identities, issuing
from tests.identities import Identity, Json, Key
from wallet.codecs import base64url

__all__ = ["Hidden", "Hiding", "bind", "claims", "digest_of", "disclosure", "issue", "show", "sign"]

HOLDER = identities.key("holder", "P-256")
ALG = {"Ed25519": "EdDSA", "P-256": "ES256", "P-384": "ES384", "RSA": "RS256"}
RECEIVER = "https://employer.example"
NONCE = "n-0S6_WzA2Mj"
SHOWN_AT = issuing.seconds("2026-11-23T11:59:00Z")


def claims(issuer: Identity, **changes: Any) -> Json:
    """The claims of an SD-JWT VC as an issuer means them; None leaves one out."""
    made = {
        "iss": issuer.id,
        "vct": "https://school.example/credentials/laser",
        "iat": issuing.seconds("2026-02-01T09:00:00Z"),
        "exp": issuing.seconds("2029-02-01T09:00:00Z"),
        "cnf": {"jwk": HOLDER.jwk},
        "achievement_title": "Laser cutting",
        "given_name": Hidden("Mira"),
        "family_name": Hidden("Okafor"),
        "birthdate": Hidden("2008-04-12"),
        "address": Hidden({"locality": Hidden("Kiel"), "country": "DE"}),
        "skills": ["safety", Hidden("acrylic")],
    }
    return issuing.without_none(made | changes)


def issue(
    meant: Mapping[str, Any], issuer: Identity, *, typ: str | None = "dc+sd-jwt", alg: str = "", **header: Any
) -> str:
    """An SD-JWT with every disclosure, as an issuer hands it to the holder."""
    hiding = Hiding()
    payload = hiding.payload(dict(meant))
    return sign(payload, hiding.disclosures, issuer, typ=typ, alg=alg, **header)


def sign(
    payload: Mapping[str, Any],
    disclosures: Sequence[str],
    issuer: Identity,
    *,
    typ: str | None = "dc+sd-jwt",
    alg: str = "",
    **header: Any,
) -> str:
    """An SD-JWT of this very payload and these very disclosures."""
    token = issuing.token(payload, issuer, alg or ALG[issuer.key.kind], typ=typ, **header)
    return "~".join([token, *disclosures, ""])


def show(sd_jwt: str, *names: str) -> str:
    """The SD-JWT with the disclosures of these member names (or array elements) only."""
    token, *disclosures, _ = sd_jwt.split("~")
    kept = [text for text in disclosures if _name(text) in names]
    assert len(kept) == len(names)
    return "~".join([token, *kept, ""])


def _name(text: str) -> Any:
    content = json.loads(base64url.decode_strict(text))
    return content[1]


def bind(
    sd_jwt: str, *, key: Key = HOLDER, alg: str = "", header: Mapping[str, Any] | None = None, **changes: Any
) -> str:
    """The SD-JWT with a key binding token; keyword arguments replace its claims, None leaves one out."""
    body = {"aud": RECEIVER, "nonce": NONCE, "iat": SHOWN_AT, "sd_hash": digest_of(sd_jwt)}
    whole = issuing.without_none({"alg": alg or ALG[key.kind], "typ": "kb+jwt"} | dict(header or {}))
    claims_ = issuing.without_none(body | changes)
    return sd_jwt + issuing.token_of(json.dumps(whole).encode(), json.dumps(claims_).encode(), key, alg)
