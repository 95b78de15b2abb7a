"""Part of the check `proof`: did the holder show this to the one who asks, or at all.

Lives here: the key an SD-JWT's key binding token must be signed with, and comparing what was asked with what a
presentation repeats. Does not live here: the key binding token's own rules (`wallet.proofs.sd_jwt`).
"""

from typing import Any

from wallet.credentials.model import JsonObject, SdJwt, UnverifiedDocument, UnverifiedPresentation
from wallet.errors import ProofError, Reason
from wallet.proofs.challenge import Challenge
from wallet.proofs.keys import PublicKey
from wallet.proofs.work import SIGNATURE_UNITS
from wallet.verification.key_resolution import KeyResolver

_AUTHENTICATION = "authentication"


def verify_shown(
    document: UnverifiedDocument, proof: JsonObject | None, resolver: KeyResolver, challenge: Challenge
) -> None:
    """Verifies that a document whose signature holds was shown as it had to be.

    A key binding token is verified wherever there is one. An SD-JWT without one is what an issuer hands to its holder;
    it is refused only when somebody asked for more.

    Args:
        proof: the embedded proof that speaks for the document, None for a token.

    Raises:
        ProofError, UndecidableProofError: as `wallet.proofs.sd_jwt.verify_key_binding` and `confirmation_key`, or why
            the holder's key could not be found.

    Source: RFC 9901, section 7.3; VC Data Integrity 1.0, section 4.4, steps 10 and 11 (domain, challenge).
    """
    bound = document.sd_jwt
    if bound is not None and bound.key_binding is not None:
        _verify_token(bound, document.jws.payload if document.jws is not None else {}, resolver, challenge)
    elif challenge.asks and isinstance(document, UnverifiedPresentation):
        claims = document.jws.payload if document.jws is not None else {}
        options = proof or {}
        _compare(options.get("domain", claims.get("aud")), challenge.audience, Reason.AUDIENCE_OTHER)
        _compare(options.get("challenge", claims.get("nonce")), challenge.nonce, Reason.NONCE_OTHER)
    elif challenge.asks:
        raise ProofError(Reason.KEY_BINDING_MISSING)


def _verify_token(sd_jwt: SdJwt, claims: JsonObject, resolver: KeyResolver, challenge: Challenge) -> None:
    from wallet.proofs import sd_jwt as sd_jwt_proofs  # noqa: PLC0415 - tokens only

    resolver.documents.work.spend(SIGNATURE_UNITS)
    key = sd_jwt_proofs.confirmation_key(claims)
    if not isinstance(key, PublicKey):
        key = resolver.resolve_method(key, _AUTHENTICATION).key
    sd_jwt_proofs.verify_key_binding(sd_jwt, key, now=resolver.now, challenge=challenge)


def _compare(stated: Any, asked: str | None, reason: Reason) -> None:
    if asked is not None and asked not in (stated if isinstance(stated, list) else [stated]):
        raise ProofError(reason)
