"""Public keys: from Multikey, JWK, did:key and did:jwk to something that can verify, and the refusal of weak ones.

Lives here: decoding and key policy (which curves, which sizes, no low-order or non-canonical Ed25519 points).
Does not live here: whose key it is (`wallet.verification.key_resolution`) or how a suite uses it. Each kind of key is
loaded when there is one: most are Ed25519.
"""

# ruff: noqa: PLC0415

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ed25519

from wallet.codecs import base58, base64url, multibase, strict_json
from wallet.errors import CodecError, ProofError, Reason, UndecidableProofError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric import ec, rsa

    CryptographyKey = ed25519.Ed25519PublicKey | ec.EllipticCurvePublicKey | rsa.RSAPublicKey


class KeyType(StrEnum):
    """The kinds of key this program verifies with."""

    ED25519 = "Ed25519"
    P256 = "P-256"
    P384 = "P-384"
    RSA = "RSA"
    BLS12_381_G2 = "BLS12-381 G2"


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A public key that passed the key policy.

    Attributes:
        raw: what identifies the key: 32 bytes for Ed25519, the compressed point for a P curve and for BLS12-381,
            `n || e` for RSA.
        verifier: None for BLS12-381, whose library is optional: there `bbs_signatures` checks that it is a point.
        algorithm: the one JOSE algorithm its JWK restricts it to, if any.
    """

    type: KeyType
    raw: bytes
    verifier: "CryptographyKey | None" = field(repr=False, compare=False)
    algorithm: str | None = field(default=None, compare=False)


# Multicodec prefixes as unsigned varints. Source: Multikey in Controlled Identifiers 1.0, section 2.2.2.
_MULTICODEC = {
    b"\xed\x01": KeyType.ED25519,
    b"\x80\x24": KeyType.P256,
    b"\x81\x24": KeyType.P384,
    b"\xeb\x01": KeyType.BLS12_381_G2,
}
_ED25519_CODEC = b"\xed\x01"
_POINT_BYTES = {KeyType.P256: 33, KeyType.P384: 49}
_BLS_POINT_BYTES = 96
_CERTIFICATE_CURVES = {"secp256r1": KeyType.P256, "secp384r1": KeyType.P384}
_MAX_CERTIFICATE_CHARACTERS = 32_768
_COORDINATE_BYTES = {KeyType.P256: 32, KeyType.P384: 48}

# RSA: 2048 bits is the floor of JWA (RFC 7518, section 3.3); the ceiling keeps one verification in milliseconds.
_RSA_MIN_BITS = 2048
_RSA_MAX_BITS = 8192
_RSA_MIN_EXPONENT = 3
_RSA_MAX_EXPONENT_BITS = 64

# Ed25519: p = 2^255 - 19. The y coordinates below are those of the eight points of small order (RFC 7748 and the
# libsodium and ed25519-speccheck lists agree on them); whoever uses such a key makes signatures that hold for any text.
_P25519 = 2**255 - 19
_LOW_ORDER_Y = frozenset(
    {
        0,
        1,
        _P25519 - 1,
        int.from_bytes(
            bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"), "little"
        ),
        int.from_bytes(
            bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), "little"
        ),
    }
)


def key_from_multikey(text: str) -> PublicKey:
    """The key in a `publicKeyMultibase` value or in the method-specific part of a did:key.

    Args:
        text: base58btc multibase text ("z6Mk...", "zDn...", "z82...").

    Raises:
        ProofError: KEY_MALFORMED or KEY_WEAK.
        UndecidableProofError: UNSUPPORTED_SUITE for a well-formed key of another type.

    Source: Controlled Identifiers 1.0, section 2.2.2 (Multikey).
    """
    try:
        decoded = multibase.decode(text)
    except CodecError as error:
        raise ProofError(Reason.KEY_MALFORMED, "multibase") from error
    key_type = _MULTICODEC.get(decoded[:2])
    if key_type is None:
        if len(decoded) < _POINT_BYTES[KeyType.P256]:
            raise ProofError(Reason.KEY_MALFORMED, "multicodec")
        raise UndecidableProofError(Reason.UNSUPPORTED_SUITE, "key type")
    body = decoded[2:]
    if key_type is KeyType.BLS12_381_G2:
        return _bls_key(body)
    return ed25519_key(body) if key_type is KeyType.ED25519 else ec_key(key_type, body)


def _bls_key(point: bytes) -> PublicKey:
    """A key for BBS signatures from its compressed point. Source: VC-DI-BBS, section 2.1.1 (Multikey)."""
    if len(point) != _BLS_POINT_BYTES:
        raise ProofError(Reason.KEY_MALFORMED, "BLS12-381 G2 length")
    return PublicKey(KeyType.BLS12_381_G2, bytes(point), None)


def ed25519_key(raw: bytes) -> PublicKey:
    """An Ed25519 key from its 32 bytes.

    Raises:
        ProofError: KEY_MALFORMED (length), KEY_WEAK (small order, or a coordinate not reduced modulo p).

    Source: RFC 8032, section 5.1.3 (decoding); the low-order rule follows libsodium's practice.
    """
    if len(raw) != 32:  # noqa: PLR2004 - the length of an encoded point
        raise ProofError(Reason.KEY_MALFORMED, "Ed25519 length")
    y = int.from_bytes(raw, "little") & (2**255 - 1)
    if y >= _P25519 or y in _LOW_ORDER_Y:
        raise ProofError(Reason.KEY_WEAK, "Ed25519 low order or not canonical")
    try:
        verifier = ed25519.Ed25519PublicKey.from_public_bytes(raw)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise ProofError(Reason.KEY_MALFORMED, "Ed25519") from error
    return PublicKey(KeyType.ED25519, bytes(raw), verifier)


def ec_key(key_type: KeyType, point: bytes) -> PublicKey:
    """A P-256 or P-384 key from its compressed point (33 or 49 bytes).

    Raises:
        ProofError: KEY_MALFORMED when the bytes are not a point of the curve.
    """
    if len(point) != _POINT_BYTES[key_type]:
        raise ProofError(Reason.KEY_MALFORMED, f"{key_type} length")
    try:
        verifier = _on_curve(key_type, point)
    except ValueError as error:
        raise ProofError(Reason.KEY_MALFORMED, str(key_type)) from error
    return PublicKey(key_type, bytes(point), verifier)


def _on_curve(key_type: KeyType, point: bytes) -> "ec.EllipticCurvePublicKey":
    """The encoded point as a key; ValueError when it is not on the curve."""
    from cryptography.hazmat.primitives.asymmetric import ec

    curve = ec.SECP256R1() if key_type is KeyType.P256 else ec.SECP384R1()
    return ec.EllipticCurvePublicKey.from_encoded_point(curve, point)


def rsa_key(modulus: int, exponent: int) -> PublicKey:
    """An RSA key from its numbers.

    Raises:
        ProofError: KEY_WEAK for fewer than 2048 or more than 8192 bits, or an exponent that is even or out of range.
    """
    if not _RSA_MIN_BITS <= modulus.bit_length() <= _RSA_MAX_BITS or modulus % 2 == 0:
        raise ProofError(Reason.KEY_WEAK, "RSA modulus")
    if exponent < _RSA_MIN_EXPONENT or exponent % 2 == 0 or exponent.bit_length() > _RSA_MAX_EXPONENT_BITS:
        raise ProofError(Reason.KEY_WEAK, "RSA exponent")
    from cryptography.hazmat.primitives.asymmetric import rsa

    try:
        verifier = rsa.RSAPublicNumbers(exponent, modulus).public_key()
    except ValueError as error:
        raise ProofError(Reason.KEY_MALFORMED, "RSA") from error
    raw = modulus.to_bytes((modulus.bit_length() + 7) // 8, "big") + exponent.to_bytes(8, "big")
    return PublicKey(KeyType.RSA, raw, verifier)


def key_from_jwk(jwk: Mapping[str, Any]) -> PublicKey:
    """The public key a JSON Web Key describes, restricted as the JWK says.

    Raises:
        ProofError: KEY_MALFORMED, KEY_WEAK; a JWK that carries a private or symmetric part, or is not meant for
            verifying, is KEY_MALFORMED.
        UndecidableProofError: UNSUPPORTED_SUITE for another curve.

    Source: RFC 7517, RFC 7518 section 6, RFC 8037 section 2.
    """
    if "d" in jwk or "k" in jwk or jwk.get("kty") == "oct":
        raise ProofError(Reason.KEY_MALFORMED, "JWK with a secret part")
    if jwk.get("use", "sig") != "sig" or not _may_verify(jwk.get("key_ops")):
        raise ProofError(Reason.KEY_MALFORMED, "JWK is not for signatures")
    key = _key_from_jwk(jwk)
    alg = jwk.get("alg")
    return key if alg is None else replace(key, algorithm=str(alg))


def _may_verify(key_ops: Any) -> bool:
    return key_ops is None or (isinstance(key_ops, list) and "verify" in key_ops)


def _key_from_jwk(jwk: Mapping[str, Any]) -> PublicKey:
    kty, curve = jwk.get("kty"), jwk.get("crv")
    if kty == "OKP" and curve == "Ed25519":
        return ed25519_key(_coordinate(jwk, "x", 32))
    if kty == "EC" and curve in (KeyType.P256, KeyType.P384):
        return _ec_key_from_coordinates(KeyType(curve), jwk)
    if kty == "RSA":
        return rsa_key(_unsigned(jwk, "n"), _unsigned(jwk, "e"))
    if kty in ("OKP", "EC"):
        raise UndecidableProofError(Reason.UNSUPPORTED_SUITE, "JWK curve")
    raise ProofError(Reason.KEY_MALFORMED, "JWK kty")


def _ec_key_from_coordinates(key_type: KeyType, jwk: Mapping[str, Any]) -> PublicKey:
    size = _COORDINATE_BYTES[key_type]
    x, y = _coordinate(jwk, "x", size), _coordinate(jwk, "y", size)
    try:
        _on_curve(key_type, b"\x04" + x + y)
    except ValueError as error:
        raise ProofError(Reason.KEY_MALFORMED, "JWK point") from error
    return ec_key(key_type, bytes([2 + (y[-1] & 1)]) + x)


def _coordinate(jwk: Mapping[str, Any], name: str, size: int) -> bytes:
    value = _jwk_bytes(jwk, name)
    if len(value) != size:
        raise ProofError(Reason.KEY_MALFORMED, f"JWK {name}")
    return value


def _unsigned(jwk: Mapping[str, Any], name: str) -> int:
    value = _jwk_bytes(jwk, name)
    if not value or len(value) > _RSA_MAX_BITS // 8 + 1:
        raise ProofError(Reason.KEY_MALFORMED, f"JWK {name}")
    return int.from_bytes(value, "big")


def _jwk_bytes(jwk: Mapping[str, Any], name: str) -> bytes:
    text = jwk.get(name)
    if not isinstance(text, str):
        raise ProofError(Reason.KEY_MALFORMED, f"JWK {name}")
    try:
        return base64url.decode_strict(text)
    except CodecError as error:
        raise ProofError(Reason.KEY_MALFORMED, f"JWK {name}") from error


def key_from_did_jwk(did: str) -> PublicKey:
    """The key inside a did:jwk (without fragment).

    Raises:
        ProofError: KEY_MALFORMED, KEY_WEAK.

    Source: did:jwk method specification, "Read".
    """
    try:
        jwk = strict_json.loads(base64url.decode_strict(did.removeprefix("did:jwk:")))
    except CodecError as error:
        raise ProofError(Reason.KEY_MALFORMED, "did:jwk") from error
    if not isinstance(jwk, dict):
        raise ProofError(Reason.KEY_MALFORMED, "did:jwk")
    return key_from_jwk(jwk)


def key_from_pem(pem: str) -> PublicKey:
    """The key in a PEM SubjectPublicKeyInfo block, as Open Badges 2.0 issuers publish it.

    Raises:
        ProofError: KEY_MALFORMED, KEY_WEAK.
        UndecidableProofError: UNSUPPORTED_SUITE for another kind of key.
    """
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    try:
        loaded = load_pem_public_key(pem.encode("ascii"))
    except (ValueError, UnsupportedAlgorithm, UnicodeEncodeError) as error:
        raise ProofError(Reason.KEY_MALFORMED, "PEM") from error
    if not isinstance(loaded, rsa.RSAPublicKey):
        raise UndecidableProofError(Reason.UNSUPPORTED_SUITE, "PEM key type")
    numbers = loaded.public_numbers()
    return rsa_key(numbers.n, numbers.e)


def key_from_x5c(chain: Any) -> PublicKey:
    """The key in the first certificate of an `x5c` header. No certificate is checked: the key only came along.

    Raises:
        ProofError: KEY_MALFORMED, KEY_WEAK.
        UndecidableProofError: UNSUPPORTED_SUITE for another kind of key.

    Source: RFC 7515, section 4.1.6.
    """
    from base64 import b64decode

    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec, rsa

    first = chain[0] if isinstance(chain, list) and chain else None
    if not isinstance(first, str) or len(first) > _MAX_CERTIFICATE_CHARACTERS:
        raise ProofError(Reason.KEY_MALFORMED, "x5c")
    try:
        loaded = x509.load_der_x509_certificate(b64decode(first, validate=True)).public_key()
    except (ValueError, UnsupportedAlgorithm, x509.InvalidVersion) as error:
        raise ProofError(Reason.KEY_MALFORMED, "x5c") from error
    if isinstance(loaded, rsa.RSAPublicKey):
        numbers = loaded.public_numbers()
        return rsa_key(numbers.n, numbers.e)
    if isinstance(loaded, ed25519.Ed25519PublicKey):
        return ed25519_key(loaded.public_bytes_raw())
    if isinstance(loaded, ec.EllipticCurvePublicKey) and loaded.curve.name in _CERTIFICATE_CURVES:
        point = loaded.public_numbers()
        key_type = _CERTIFICATE_CURVES[loaded.curve.name]
        return ec_key(
            key_type, bytes([2 + (point.y & 1)]) + point.x.to_bytes(_COORDINATE_BYTES[key_type], "big")
        )
    raise UndecidableProofError(Reason.UNSUPPORTED_SUITE, "certificate key type")


def did_key_from_ed25519(public: bytes) -> str:
    """The did:key of an Ed25519 public key.

    Args:
        public: 32 bytes.

    Source: did:key method specification, "Create".
    """
    return "did:key:z" + base58.encode(_ED25519_CODEC + public)


def did_key_from_seed(seed: bytes) -> str:
    """The did:key of the Ed25519 key pair that this 32-byte private seed belongs to."""
    return did_key_from_ed25519(
        ed25519.Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
    )


def jwk_thumbprint(jwk: Mapping[str, Any]) -> str:
    """The base64url SHA-256 thumbprint of a public JWK.

    Source: RFC 7638, section 3.
    """
    import hashlib

    members = {"OKP": ("crv", "kty", "x"), "EC": ("crv", "kty", "x", "y"), "RSA": ("e", "kty", "n")}
    names = members.get(str(jwk.get("kty")), ())
    text = json.dumps({name: jwk.get(name) for name in names}, separators=(",", ":"), sort_keys=True)
    return base64url.encode(hashlib.sha256(text.encode("utf-8")).digest())
