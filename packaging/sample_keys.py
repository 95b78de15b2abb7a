"""Demo keys for the sample credentials: every key follows from a label, so everybody can make them again.

That also means that these keys protect nothing. They exist so that samples are signed for real; no wallet, host or
trust list may ever take them for keys of somebody. Lives here: keys, their public forms, and JOSE signatures.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from wallet.codecs import base58, base64url

PURPOSE = "LER Wallet demo key, protects nothing: "
P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
P256_BYTES = 32
RSA_PRIME_BITS = 1024
RSA_EXPONENT = 65537
# Miller-Rabin with this many bases: fixed inputs that were tried once, not numbers an opponent chose.
PRIME_ROUNDS = 24
SMALL_PRIMES = tuple(n for n in range(3, 2000, 2) if all(n % d for d in range(3, int(n**0.5) + 1, 2)))


def stream(label: str, length: int) -> bytes:
    """`length` bytes that follow from a label."""
    return hashlib.shake_256((PURPOSE + label).encode()).digest(length)


class Ed25519Demo:
    """An Ed25519 key pair; `seed` is what the wallet's own signing functions take (32 bytes)."""

    algorithm = "EdDSA"

    def __init__(self, label: str) -> None:
        self.seed = stream(label, 32)
        self._private = ed25519.Ed25519PrivateKey.from_private_bytes(self.seed)
        self.public = self._private.public_key().public_bytes_raw()

    @property
    def multikey(self) -> str:
        """The public key as Multikey text, "z6Mk..."."""
        return "z" + base58.encode(b"\xed\x01" + self.public)

    def sign(self, message: bytes) -> bytes:
        """64 bytes, the same for the same message."""
        return self._private.sign(message)


class P256Demo:
    """A P-256 key pair that signs deterministically (RFC 6979)."""

    algorithm = "ES256"

    def __init__(self, label: str) -> None:
        secret = int.from_bytes(stream(label, 48), "big") % (P256_ORDER - 1) + 1
        self._private = ec.derive_private_key(secret, ec.SECP256R1())

    @property
    def jwk(self) -> dict[str, str]:
        """The public key as a JWK."""
        numbers = self._private.public_key().public_numbers()
        x, y = (base64url.encode(n.to_bytes(P256_BYTES, "big")) for n in (numbers.x, numbers.y))
        return {"kty": "EC", "crv": "P-256", "x": x, "y": y}

    @property
    def public(self) -> bytes:
        """The compressed point, 33 bytes."""
        numbers = self._private.public_key().public_numbers()
        return bytes([2 + numbers.y % 2]) + numbers.x.to_bytes(P256_BYTES, "big")

    @property
    def multikey(self) -> str:
        """The public key as Multikey text, "zDn..."."""
        return "z" + base58.encode(b"\x80\x24" + self.public)

    def sign(self, message: bytes) -> bytes:
        """R || s, 64 bytes, the same for the same message."""
        scheme = ec.ECDSA(hashes.SHA256(), deterministic_signing=True)
        r, s = decode_dss_signature(self._private.sign(message, scheme))
        return r.to_bytes(P256_BYTES, "big") + s.to_bytes(P256_BYTES, "big")


class RsaDemo:
    """A 2048-bit RSA key pair; PKCS#1 v1.5 signatures are deterministic anyway."""

    algorithm = "RS256"

    def __init__(self, label: str) -> None:
        self._numbers = _rsa_numbers(label)
        self._private = self._numbers.private_key()

    @property
    def jwk(self) -> dict[str, str]:
        """The public key as a JWK."""
        public = self._numbers.public_numbers
        n, e = (
            base64url.encode(number.to_bytes((number.bit_length() + 7) // 8, "big"))
            for number in (public.n, public.e)
        )
        return {"kty": "RSA", "n": n, "e": e}

    def sign(self, message: bytes) -> bytes:
        """256 bytes."""
        return self._private.sign(message, padding.PKCS1v15(), hashes.SHA256())


DemoKey = Ed25519Demo | P256Demo | RsaDemo


@cache
def _rsa_numbers(label: str) -> rsa.RSAPrivateNumbers:
    p, q = _prime(f"{label} p"), _prime(f"{label} q")
    d = pow(RSA_EXPONENT, -1, (p - 1) * (q - 1))
    return rsa.RSAPrivateNumbers(
        p=p,
        q=q,
        d=d,
        dmp1=rsa.rsa_crt_dmp1(d, p),
        dmq1=rsa.rsa_crt_dmq1(d, q),
        iqmp=rsa.rsa_crt_iqmp(p, q),
        public_numbers=rsa.RSAPublicNumbers(RSA_EXPONENT, p * q),
    )


def _prime(label: str) -> int:
    """The first prime at or above a number that follows from a label, fit for RSA with exponent 65537."""
    number = int.from_bytes(stream(label, RSA_PRIME_BITS // 8), "big")
    # The two top bits make every product of two such primes a full 2048 bits long.
    number |= (0b11 << (RSA_PRIME_BITS - 2)) | 1
    while not (_is_prime(number) and number % RSA_EXPONENT != 1):
        number += 2
    return number


def _is_prime(number: int) -> bool:
    """Trial division, then Miller-Rabin (HAC, algorithm 4.24) with bases that follow from the number."""
    if any(number % small == 0 for small in SMALL_PRIMES):
        return False
    odd, twos = number - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    for round_ in range(PRIME_ROUNDS):
        value = pow(int.from_bytes(stream(f"{round_} {number}", 64), "big"), odd, number)
        if value in (1, number - 1):
            continue
        for _ in range(twos - 1):
            value = value * value % number
            if value == number - 1:
                break
        else:
            return False
    return True


def sign_jwt(payload: dict[str, Any], header: dict[str, Any], key: DemoKey) -> str:
    """A compact JWS over compact JSON; `alg` is the key's unless the header names one."""
    whole = {"alg": key.algorithm, "typ": "JWT", **header}
    signing_input = ".".join(base64url.encode(compact(part)) for part in (whole, payload))
    return f"{signing_input}.{base64url.encode(key.sign(signing_input.encode('ascii')))}"


def compact(value: object) -> bytes:
    """JSON without white space, members in the order they have."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
