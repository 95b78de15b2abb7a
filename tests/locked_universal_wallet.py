"""Universal Wallet 2020 locked with a passphrase: another way to make what the wallet reads, from the drafts alone.

Lives here: locking. Does not live here: breaking what is locked, which each test does in sight.
"""

import json
import os
import struct
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256, SHA512, Hash
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from cryptography.hazmat.primitives.keywrap import aes_key_wrap
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.other_wallets import BACKUP_WORDS
from wallet.codecs import base64url

Json = dict[str, Any]


def hchacha20(key: bytes, nonce: bytes) -> bytes:
    """The first and last row of the block function without the final addition, by the cipher of `cryptography`.

    Its key stream is the state after 20 rounds plus the state before them, so taking that away leaves HChaCha20.
    """
    before = (
        *struct.unpack("<4L", b"expand 32-byte k"),
        *struct.unpack("<8L", key),
        *struct.unpack("<4L", nonce),
    )
    stream = Cipher(algorithms.ChaCha20(key, nonce), mode=None).encryptor().update(bytes(64))
    after = [
        (word - old) & 0xFFFFFFFF for word, old in zip(struct.unpack("<16L", stream), before, strict=True)
    ]
    return struct.pack("<8L", *after[:4], *after[12:])


def lock(content: Any, words: bytes = BACKUP_WORDS, hash_: Any = SHA256) -> Json:
    """One of the contents, locked as the report's own code does."""
    seed = PBKDF2HMAC(hash_(), 32, b"salt", 100_000).derive(words)
    digest = Hash(SHA512())
    digest.update(seed)
    receiver = X25519PrivateKey.from_private_bytes(digest.finalize()[:32]).public_key()
    return lock_for(receiver, content)


def lock_for(receiver: X25519PublicKey, content: Any) -> Json:
    sender = X25519PrivateKey.generate()
    sender_public = sender.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    known = b"".join(
        struct.pack(">L", len(part)) + part for part in (b"ECDH-ES+A256KW", sender_public, b"kid")
    )
    digest = Hash(SHA256())
    digest.update(struct.pack(">L", 1) + sender.exchange(receiver) + known + struct.pack(">L", 256))
    content_key, nonce, protected = os.urandom(32), os.urandom(24), base64url.encode(b'{"enc":"XC20P"}')
    cipher = ChaCha20Poly1305(hchacha20(content_key, nonce[:16]))
    locked = cipher.encrypt(bytes(4) + nonce[16:], json.dumps(content).encode(), protected.encode())
    return {
        "protected": protected,
        "recipients": [
            {
                "header": {
                    "kid": "did:key:x#y",
                    "alg": "ECDH-ES+A256KW",
                    "epk": {"kty": "OKP", "crv": "X25519", "x": base64url.encode(sender_public)},
                    "apu": base64url.encode(sender_public),
                    "apv": base64url.encode(b"kid"),
                },
                "encrypted_key": base64url.encode(aes_key_wrap(digest.finalize(), content_key)),
            }
        ],
        "iv": base64url.encode(nonce),
        "ciphertext": base64url.encode(locked[:-16]),
        "tag": base64url.encode(locked[-16:]),
    }
