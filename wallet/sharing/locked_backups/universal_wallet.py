"""Universal Wallet 2020 in its locked form: each of the contents is a JWE for a key made from the passphrase.

The format fixes how the key is made (100,000 rounds, one salt for everybody), so there is nothing a file could make
cheaper or dearer. XChaCha20-Poly1305 is built here from what `cryptography` has.

Source: Universal Wallet 2020 (W3C CCG report), "lock" and "unlock", and its `passwordToKey`; RFC 7518, section 4.6
(ECDH-ES); draft-irtf-cfrg-xchacha-03, sections 2.2 (HChaCha20) and 2.3.
"""

import hashlib
import struct
from collections.abc import Sequence
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256, SHA512
from cryptography.hazmat.primitives.kdf.concatkdf import ConcatKDFHash
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap

from wallet.codecs import base64url, strict_json
from wallet.credentials.gathered.entries import MAX_ENTRIES
from wallet.credentials.json_text import first_object
from wallet.credentials.model import JsonObject
from wallet.errors import CodecError, Reason, SharingError

_SALT, _ROUNDS, _KEY_BYTES = b"salt", 100_000, 32
_ALGORITHM, _ENCRYPTION = "ECDH-ES+A256KW", "XC20P"
_NONCE_BYTES = 24
_WRAPPED_BYTES = 40
_HASHES = (SHA256, SHA512)  # the report's own code had one and then the other
_SIGMA = struct.unpack("<4L", b"expand 32-byte k")
_ROUND = ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
          (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14))  # fmt: skip


def locked_contents(wallet: JsonObject) -> Sequence[JsonObject]:
    """The locked parts of a wallet, whichever of the two shapes it has; empty when there are none."""
    whole = first_object(wallet.get("credentialSubject")).get("encryptedWalletContents")
    contents = [whole] if isinstance(whole, dict) else wallet.get("contents")
    return [one for one in contents if isinstance(one, dict)] if isinstance(contents, list) else ()


def open_universal_wallet(wallet: JsonObject, passphrase: bytes) -> Any:
    """The unlocked wallet as a JSON value.

    Raises:
        SharingError: BACKUP_LOCK_INVALID, BACKUP_PASSPHRASE_WRONG.
    """
    locked = locked_contents(wallet)
    if not locked or len(locked) > MAX_ENTRIES:
        raise SharingError(Reason.BACKUP_LOCK_INVALID, "contents")
    key = _right_key(locked[0], passphrase)
    contents = [_open(one, key) for one in locked]
    if len(contents) == 1 and isinstance(contents[0], dict) and "contents" in contents[0]:
        return contents[0]
    return {"type": ["UniversalWallet2020"], "status": "UNLOCKED", "contents": contents}


def _right_key(jwe: JsonObject, passphrase: bytes) -> X25519PrivateKey:
    """The key that opens the first part.

    Raises:
        SharingError: as `open_universal_wallet`.
    """
    refusal = SharingError(Reason.BACKUP_PASSPHRASE_WRONG)
    for hash_ in _HASHES:
        seed = PBKDF2HMAC(hash_(), _KEY_BYTES, _SALT, _ROUNDS).derive(passphrase)
        # The passphrase makes an Ed25519 key, and its X25519 twin is the one the parts are locked for.
        key = X25519PrivateKey.from_private_bytes(hashlib.sha512(seed).digest()[:_KEY_BYTES])
        try:
            _open(jwe, key)
        except SharingError as error:
            if error.reason is not Reason.BACKUP_PASSPHRASE_WRONG:
                raise
            refusal = error
        else:
            return key
    raise refusal


def _open(jwe: JsonObject, key: X25519PrivateKey) -> Any:
    """What one part holds. Source: RFC 7516, section 5.2, for the one algorithm and the one encryption there are."""
    recipient = first_object(jwe.get("recipients"))
    header = first_object(recipient.get("header"))
    protected = jwe.get("protected")
    try:
        if header.get("alg") != _ALGORITHM or strict_json.loads(_bytes(protected)) != {"enc": _ENCRYPTION}:
            raise SharingError(Reason.BACKUP_LOCK_INVALID, "algorithm")
        sender = X25519PublicKey.from_public_bytes(_bytes(first_object(header.get("epk")).get("x")))
        shared = key.exchange(sender)
        wrapping = _concat_kdf(shared, _bytes(header.get("apu")), _bytes(header.get("apv")))
        wrapped = _bytes(recipient.get("encrypted_key"))
        if len(wrapped) != _WRAPPED_BYTES:
            raise SharingError(Reason.BACKUP_LOCK_INVALID, "lengths")
        content_key = aes_key_unwrap(wrapping, wrapped)
        locked = _bytes(jwe.get("ciphertext")) + _bytes(jwe.get("tag"))
        plain = _xchacha20_poly1305(
            content_key, _bytes(jwe.get("iv")), locked, str(protected).encode("ascii")
        )
        return strict_json.loads(plain)
    except (InvalidUnwrap, InvalidTag) as error:
        raise SharingError(Reason.BACKUP_PASSPHRASE_WRONG) from error
    except (ValueError, CodecError) as error:
        raise SharingError(Reason.BACKUP_LOCK_INVALID, "parts") from error


def _concat_kdf(shared: bytes, sender: bytes, receiver: bytes) -> bytes:
    """RFC 7518, section 4.6.2: what both sides know goes into the key, each with its length before it."""
    parts = (_ALGORITHM.encode("ascii"), sender, receiver)
    known = b"".join(struct.pack(">L", len(part)) + part for part in parts)
    return ConcatKDFHash(SHA256(), _KEY_BYTES, known + struct.pack(">L", 8 * _KEY_BYTES)).derive(shared)


def _xchacha20_poly1305(key: bytes, nonce: bytes, locked: bytes, known: bytes) -> bytes:
    """draft-irtf-cfrg-xchacha-03, section 2.3."""
    if len(key) != _KEY_BYTES or len(nonce) != _NONCE_BYTES:
        raise SharingError(Reason.BACKUP_LOCK_INVALID, "lengths")
    return ChaCha20Poly1305(_hchacha20(key, nonce[:16])).decrypt(bytes(4) + nonce[16:], locked, known)


def _hchacha20(key: bytes, nonce: bytes) -> bytes:
    """draft-irtf-cfrg-xchacha-03, section 2.2: 20 rounds, then the first and the last row."""
    state = [*_SIGMA, *struct.unpack("<8L", key), *struct.unpack("<4L", nonce)]
    for _ in range(10):
        for quarter in _ROUND:
            _quarter_round(state, *quarter)
    return struct.pack("<8L", *state[:4], *state[12:])


def _quarter_round(state: list[int], a: int, b: int, c: int, d: int) -> None:
    """RFC 8439, section 2.1."""
    for left, right, changed, bits in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
        state[left] = (state[left] + state[right]) & 0xFFFFFFFF
        mixed = state[changed] ^ state[left]
        state[changed] = (mixed << bits | mixed >> (32 - bits)) & 0xFFFFFFFF


def _bytes(text: Any) -> bytes:
    if not isinstance(text, str):
        raise SharingError(Reason.BACKUP_LOCK_INVALID, "a part is missing")
    return base64url.decode_strict(text)
