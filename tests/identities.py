"""Signers for tests: keys from fixed labels, and identities of every kind with what they publish.

Lives here: keys, identifiers, controller documents. Does not live here: what is signed with them (`issuing`).
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from sample_keys import RsaDemo
from wallet.codecs import base58, base64url

DID_CONTEXT = "https://www.w3.org/ns/did/v1"

Json = dict[str, Any]
PrivateKey = ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

_PREFIXES = {"Ed25519": b"\xed\x01", "P-256": b"\x80\x24", "P-384": b"\x81\x24"}
_CURVES: Mapping[str, tuple[ec.EllipticCurve, int, hashes.HashAlgorithm]] = {
    "P-256": (ec.SECP256R1(), 32, hashes.SHA256()),
    "P-384": (ec.SECP384R1(), 48, hashes.SHA384()),
}


@dataclass(frozen=True)
class Key:
    """A key pair that follows from a label."""

    kind: str
    private: PrivateKey

    @property
    def public(self) -> bytes:
        """32 bytes for Ed25519, the compressed point for a P curve."""
        numbers = self.private.public_key()
        if isinstance(numbers, ed25519.Ed25519PublicKey):
            return numbers.public_bytes_raw()
        assert isinstance(numbers, ec.EllipticCurvePublicKey)
        point = numbers.public_numbers()
        return bytes([2 + point.y % 2]) + point.x.to_bytes(_CURVES[self.kind][1])

    @property
    def multikey(self) -> str:
        """The Multikey text: "z6Mk...", "zDn..." or "z82..." by kind."""
        return "z" + base58.encode(_PREFIXES[self.kind] + self.public)

    @property
    def seed(self) -> bytes:
        """The 32-byte private seed of an Ed25519 key."""
        assert isinstance(self.private, ed25519.Ed25519PrivateKey)
        return self.private.private_bytes_raw()

    @property
    def jwk(self) -> dict[str, str]:
        """The public key as a JWK."""
        public = self.private.public_key()
        if isinstance(public, ed25519.Ed25519PublicKey):
            return {"kty": "OKP", "crv": "Ed25519", "x": base64url.encode(self.public)}
        if isinstance(public, rsa.RSAPublicKey):
            numbers = public.public_numbers()
            return {"kty": "RSA", "n": _number(numbers.n, 256), "e": _number(numbers.e, 3)}
        point, size = public.public_numbers(), _CURVES[self.kind][1]
        return {"kty": "EC", "crv": self.kind, "x": _number(point.x, size), "y": _number(point.y, size)}

    def sign(self, message: bytes, alg: str = "") -> bytes:
        """The signature in the form JOSE and Data Integrity use."""
        if isinstance(self.private, ed25519.Ed25519PrivateKey):
            return self.private.sign(message)
        if isinstance(self.private, rsa.RSAPrivateKey):
            scheme = padding.PSS(padding.MGF1(hashes.SHA256()), 32) if alg == "PS256" else padding.PKCS1v15()
            return self.private.sign(message, scheme, hashes.SHA256())
        _, size, digest = _CURVES[self.kind]
        r, s = decode_dss_signature(self.private.sign(message, ec.ECDSA(digest, deterministic_signing=True)))
        return r.to_bytes(size) + s.to_bytes(size)


def _number(value: int, size: int) -> str:
    return base64url.encode(value.to_bytes(size))


@cache
def key(label: str, kind: str = "Ed25519") -> Key:
    """The key of a label: "Ed25519", "P-256", "P-384" or "RSA"."""
    seed = hashlib.sha512(f"tests of the wallet: {label}".encode()).digest()
    if kind == "Ed25519":
        return Key(kind, ed25519.Ed25519PrivateKey.from_private_bytes(seed[:32]))
    if kind == "RSA":
        return Key(kind, RsaDemo(label)._private)
    # the top byte stays below the order of either curve
    return Key(kind, ec.derive_private_key(int.from_bytes(seed[: _CURVES[kind][1] - 1]), _CURVES[kind][0]))


@dataclass(frozen=True)
class Identity:
    """Somebody who signs: an id, the verification method used, its key, and what others publish about it."""

    id: str
    method: str
    key: Key
    documents: Mapping[str, Any] = field(default_factory=dict)


def did_key(label: str, kind: str = "Ed25519") -> Identity:
    """An identifier that is a Multikey."""
    made = key(label, kind)
    did = f"did:key:{made.multikey}"
    return Identity(did, f"{did}#{made.multikey}", made)


def did_jwk(label: str, kind: str = "P-256") -> Identity:
    """An identifier that is a JWK."""
    made = key(label, kind)
    did = "did:jwk:" + base64url.encode(json.dumps(made.jwk).encode())
    return Identity(did, f"{did}#0", made)


def verification_method(owner: str, made: Key, fragment: str = "key-1") -> Json:
    """A Multikey, or a JsonWebKey for RSA."""
    method = {"id": f"{owner}#{fragment}", "controller": owner}
    if made.kind == "RSA":
        return {**method, "type": "JsonWebKey", "publicKeyJwk": made.jwk}
    return {**method, "type": "Multikey", "publicKeyMultibase": made.multikey}


def controller_document(owner: str, made: Key, **changes: Any) -> Json:
    """A DID document or other controller document with one key for both purposes."""
    method = verification_method(owner, made)
    document = {
        "@context": [DID_CONTEXT],
        "id": owner,
        "verificationMethod": [method],
        "assertionMethod": [method["id"]],
        "authentication": [method["id"]],
    }
    return document | changes


def did_web(label: str, kind: str = "Ed25519", host: str = "school.example", **changes: Any) -> Identity:
    """A did:web with its DID document, whose members keyword arguments replace."""
    made, did = key(label, kind), f"did:web:{host}"
    address = f"https://{host}/.well-known/did.json"
    return Identity(did, f"{did}#key-1", made, {address: controller_document(did, made, **changes)})


def https_issuer(label: str, url: str = "https://school.example/issuers/1", **changes: Any) -> Identity:
    """An https issuer that publishes a controller document at its id."""
    made = key(label)
    return Identity(url, f"{url}#key-1", made, {url: controller_document(url, made, **changes)})


def published_method(label: str, url: str = "https://school.example/issuers/2") -> Identity:
    """An https issuer whose verification method is a document of its own, listed in the controller document."""
    made, address = key(label), "https://school.example/keys/7"
    method = {**verification_method(url, made), "id": address}
    owner = {"@context": [DID_CONTEXT], "id": url, "assertionMethod": [address], "authentication": [address]}
    return Identity(url, address, made, {address: method, url: owner})
