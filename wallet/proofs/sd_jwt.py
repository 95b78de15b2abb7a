"""SD-JWT: the issuer's signature over the token, and the holder's key binding token over what is shown.

Lives here: which headers an SD-JWT may have, the key an issuer confirmed for the holder, making and checking a key
binding token. Does not live here: taking the text apart and the rules for disclosures (`wallet.credentials`), or whose
key signed (`wallet.verification`).
Source: RFC 9901 (Selective Disclosure for JWTs), sections 4.3 and 7.3; RFC 7800 (`cnf`).
"""

import hmac
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from wallet.codecs import base64url, strict_json
from wallet.credentials import disclosures
from wallet.credentials.model import CompactJws, JsonObject, SdJwt
from wallet.credentials.sd_jwt_vc import TYPES
from wallet.errors import ProofError, Reason, UndecidableProofError
from wallet.proofs import jose, keys
from wallet.proofs.challenge import Challenge
from wallet.proofs.keys import PublicKey

__all__ = ["Challenge", "check_header", "confirmation_key", "verify_key_binding"]

KEY_BINDING_TYPE = "kb+jwt"
_LATEST_SECONDS = 253402300799  # 9999-12-31T23:59:59Z
# Clocks of honest holders and receivers differ by minutes.
_CLOCK_SKEW = timedelta(minutes=5)


def check_header(jws: CompactJws) -> None:
    """Refuses headers an issuer-signed token of an SD-JWT may not carry.

    Raises:
        ProofError, UndecidableProofError: as `jose.check_header`; `typ` has to be there.

    Source: SD-JWT VC, section 3.2.1; VC-JOSE-COSE, section 3.2.1.
    """
    jose.check_header(jws.header, TYPES)


def confirmation_key(claims: JsonObject) -> PublicKey | str:
    """The holder's key the issuer confirmed: the key itself, or the DID URL that names it.

    Args:
        claims: the processed payload; `cnf` never comes from a disclosure.

    Raises:
        ProofError: KEY_BINDING_INVALID when the issuer confirmed no key, KEY_MALFORMED, KEY_WEAK.
        UndecidableProofError: UNSUPPORTED_SUITE for another way to confirm a key.

    Source: RFC 9901, section 4.1.2; RFC 7800, sections 3.2 and 3.4.
    """
    confirmation = claims.get("cnf")
    if not isinstance(confirmation, dict):
        raise ProofError(Reason.KEY_BINDING_INVALID, "the issuer confirmed no key")
    if isinstance(confirmation.get("jwk"), dict):
        return keys.key_from_jwk(confirmation["jwk"])
    if isinstance(confirmation.get("kid"), str) and confirmation["kid"].startswith("did:"):
        return str(confirmation["kid"])
    raise UndecidableProofError(Reason.UNSUPPORTED_SUITE, "way to confirm a key")


def verify_key_binding(sd_jwt: SdJwt, key: PublicKey, *, now: datetime, challenge: Challenge) -> None:
    """Verifies the key binding token of an SD-JWT.

    Without a challenge it is still checked that the confirmed key signed it over exactly what is shown; whether it is
    shown a second time cannot be judged then.

    Args:
        key: the key the issuer confirmed.
        now: the one clock reading of this verification.

    Raises:
        ProofError: KEY_BINDING_MISSING, KEY_BINDING_INVALID with the name of the member, JWT_HEADER_NOT_ALLOWED,
            ALG_NOT_ALLOWED, SIGNATURE_INVALID, AUDIENCE_OTHER, NONCE_OTHER.
        UndecidableProofError: UNSUPPORTED_SUITE.

    Source: RFC 9901, section 7.3, steps 5.a to 5.f.
    """
    token = sd_jwt.key_binding
    if token is None:
        raise ProofError(Reason.KEY_BINDING_MISSING)
    jose.check_header(token.header, frozenset({KEY_BINDING_TYPE}))
    jose.verify(token, key)
    claims = token.payload
    for name in ("aud", "nonce", "sd_hash"):
        if not isinstance(claims.get(name), str) or not claims[name]:
            raise ProofError(Reason.KEY_BINDING_INVALID, name)
    expected = disclosures.digest_of(sd_jwt.bound_text, sd_jwt.algorithm)
    if not hmac.compare_digest(claims["sd_hash"].encode(), expected.encode()):
        raise ProofError(Reason.KEY_BINDING_INVALID, "sd_hash")
    _check_times(claims, now, challenge.max_age)
    if challenge.audience is not None and claims["aud"] != challenge.audience:
        raise ProofError(Reason.AUDIENCE_OTHER)
    if challenge.nonce is not None and claims["nonce"] != challenge.nonce:
        raise ProofError(Reason.NONCE_OTHER)


def create_key_binding(
    bound_text: str, algorithm: str, seed: bytes, *, audience: str, nonce: str, now: datetime
) -> str:
    """A key binding token: the holder shows exactly this to exactly this receiver.

    Args:
        bound_text: the issuer's token and the chosen disclosures, up to and with the last tilde.
        algorithm: the registered name of the hash the SD-JWT uses ("sha-256").
        seed: the 32-byte Ed25519 private seed of the key the issuer confirmed.
        audience: who it is for.
        nonce: what the receiver asked to be repeated, or a random text that makes this token one of its kind.

    Returns:
        A compact JWS to put behind the last tilde.

    Source: RFC 9901, section 4.3 (Key Binding JWT).
    """
    header = {"alg": "EdDSA", "typ": KEY_BINDING_TYPE}
    claims = {
        "iat": int(now.timestamp()),
        "aud": audience,
        "nonce": nonce,
        "sd_hash": disclosures.digest_of(bound_text, algorithm),
    }
    parts = [base64url.encode(strict_json.dumps(part).encode("utf-8")) for part in (header, claims)]
    signing_input = ".".join(parts)
    signature = Ed25519PrivateKey.from_private_bytes(seed).sign(signing_input.encode("ascii"))
    return f"{signing_input}.{base64url.encode(signature)}"


def _check_times(claims: JsonObject, now: datetime, max_age: timedelta | None) -> None:
    """`iat` has to be there and not ahead of the clock; other times count where they are stated."""
    made = _moment(claims, "iat")
    if made is None or made > now + _CLOCK_SKEW or (max_age is not None and made < now - max_age):
        raise ProofError(Reason.KEY_BINDING_INVALID, "iat")
    begins, ends = _moment(claims, "nbf"), _moment(claims, "exp")
    if begins is not None and begins > now + _CLOCK_SKEW:
        raise ProofError(Reason.KEY_BINDING_INVALID, "nbf")
    if ends is not None and ends < now:
        raise ProofError(Reason.KEY_BINDING_INVALID, "exp")


def _moment(claims: JsonObject, name: str) -> datetime | None:
    """The moment a claim names, None when it is not there."""
    seconds: Any = claims.get(name)
    if name not in claims:
        return None
    if (
        isinstance(seconds, bool)
        or not isinstance(seconds, int | float)
        or not 0 <= seconds <= _LATEST_SECONDS
    ):
        raise ProofError(Reason.KEY_BINDING_INVALID, name)
    return datetime.fromtimestamp(seconds, UTC)
