"""JSON Web Signatures: which headers and algorithms are acceptable, and the check of one signature.

Lives here: the algorithm allow-list (pinned to key types), header rules, signature verification.
Does not live here: taking a token apart (`wallet.credentials.jwt_vc`) or whose key it is (`wallet.verification`).
Source: RFC 7515, RFC 7518, RFC 8037, RFC 8725 (best current practices).
"""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from wallet.credentials.model import CompactJws, JsonObject
from wallet.errors import ProofError, Reason, UndecidableProofError
from wallet.proofs.ecdsa import verify_ecdsa
from wallet.proofs.eddsa import SIGNATURE_BYTES, verify_ed25519
from wallet.proofs.keys import KeyType, PublicKey

# Header members that change what is signed or where keys come from; a token that needs them is refused, not guessed at.
_REFUSED_MEMBERS = frozenset({"crit", "b64", "zip", "jku", "x5u"})
TOKEN_TYPES = frozenset({"JWT", "vc+jwt", "vp+jwt", "vc+ld+jwt", "vp+ld+jwt", None})
"""What `typ` may be for a credential or presentation in a plain token; None stands for a header without it."""
_MAX_KID_CHARACTERS = 4096

# Signature algorithms others use and this program does not verify; "none" and the HMAC family are never signatures.
_KNOWN_UNSUPPORTED = frozenset(
    {"ES512", "ES256K", "PS384", "PS512", "Ed448", "ML-DSA-44", "ML-DSA-65", "ML-DSA-87"}
)


@dataclass(frozen=True, slots=True)
class _Algorithm:
    key_type: KeyType
    verify: Callable[[PublicKey, bytes, bytes], None]


def _verify_rsa(
    hash_: hashes.HashAlgorithm, *, pss: bool = False
) -> Callable[[PublicKey, bytes, bytes], None]:
    scheme = padding.PSS(padding.MGF1(hash_), hash_.digest_size) if pss else padding.PKCS1v15()

    def verify(key: PublicKey, signature: bytes, message: bytes) -> None:
        if not isinstance(key.verifier, rsa.RSAPublicKey):
            raise ProofError(Reason.ALG_NOT_ALLOWED, "algorithm does not fit the key")
        try:
            key.verifier.verify(signature, message, scheme, hash_)
        except InvalidSignature as error:
            raise ProofError(Reason.SIGNATURE_INVALID, "RSA") from error

    return verify


def _verify_es(hash_name: str) -> Callable[[PublicKey, bytes, bytes], None]:
    return lambda key, signature, message: verify_ecdsa(key, signature, message, hash_name)


def _verify_eddsa(key: PublicKey, signature: bytes, message: bytes) -> None:
    if len(signature) != SIGNATURE_BYTES:
        raise ProofError(Reason.SIGNATURE_INVALID, "Ed25519 length")
    verify_ed25519(key, signature, message)


_ALGORITHMS = {
    "RS256": _Algorithm(KeyType.RSA, _verify_rsa(hashes.SHA256())),
    "RS384": _Algorithm(KeyType.RSA, _verify_rsa(hashes.SHA384())),
    "RS512": _Algorithm(KeyType.RSA, _verify_rsa(hashes.SHA512())),
    "PS256": _Algorithm(KeyType.RSA, _verify_rsa(hashes.SHA256(), pss=True)),
    "ES256": _Algorithm(KeyType.P256, _verify_es("sha256")),
    "ES384": _Algorithm(KeyType.P384, _verify_es("sha384")),
    "EdDSA": _Algorithm(KeyType.ED25519, _verify_eddsa),
    "Ed25519": _Algorithm(KeyType.ED25519, _verify_eddsa),
}


def algorithm_name(header: JsonObject) -> str:
    """The token's `alg`, cut to a printable length; "" when it is not text."""
    alg = header.get("alg")
    return alg[:40] if isinstance(alg, str) else ""


def check_header(header: JsonObject, types: AbstractSet[str | None] = TOKEN_TYPES) -> None:
    """Refuses headers that no learning credential may carry.

    Args:
        types: the values of `typ` that are expected here, so that a token made for one use cannot serve another.

    Raises:
        ProofError: JWT_HEADER_NOT_ALLOWED, ALG_NOT_ALLOWED.
        UndecidableProofError: UNSUPPORTED_SUITE for a real signature algorithm this program does not verify.

    Source: RFC 7515, section 4.1; RFC 8725, sections 3.1, 3.10 and 3.11; Open Badges 3.0, section 8.2.
    """
    refused = _REFUSED_MEMBERS.intersection(header)
    if refused:
        raise ProofError(Reason.JWT_HEADER_NOT_ALLOWED, min(refused))
    kid = header.get("kid")
    if kid is not None and not (isinstance(kid, str) and len(kid) <= _MAX_KID_CHARACTERS):
        raise ProofError(Reason.JWT_HEADER_NOT_ALLOWED, "kid")
    typ = header.get("typ")
    if isinstance(typ, str):
        # a media type: case does not matter and the prefix may be left out (RFC 7515, section 4.1.9)
        typ = typ.lower().removeprefix("application/")
    if not (typ is None or isinstance(typ, str)) or typ not in {kind and kind.lower() for kind in types}:
        raise ProofError(Reason.JWT_HEADER_NOT_ALLOWED, "typ")
    name = algorithm_name(header)
    if name in _KNOWN_UNSUPPORTED:
        raise UndecidableProofError(Reason.UNSUPPORTED_SUITE, name)
    if name not in _ALGORITHMS:
        raise ProofError(Reason.ALG_NOT_ALLOWED, name)


def verify(jws: CompactJws, key: PublicKey) -> None:
    """Verifies a compact JWS whose header passed `check_header`.

    Raises:
        ProofError: ALG_NOT_ALLOWED when the key is not of the algorithm's type, SIGNATURE_INVALID.
    """
    name = algorithm_name(jws.header)
    algorithm = _ALGORITHMS.get(name)
    if algorithm is None or key.type is not algorithm.key_type or key.algorithm not in (None, name):
        raise ProofError(Reason.ALG_NOT_ALLOWED, "algorithm does not fit the key")
    algorithm.verify(key, jws.signature, jws.signing_input)
