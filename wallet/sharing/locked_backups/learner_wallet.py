"""The locked backup of the Learner Credential Wallet, written from late 2022 to mid 2023.

It looks like a JWE and is none: base64 with padding, a salt without the algorithm before it, no additional data, and
a JSON string around the JSON. So it is read here, by hand, and by no JOSE library.

Source: Learner Credential Wallet, `app/lib/lockedWallet.ts` (commented out since 2023-05-18).
"""

import base64
import binascii
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap

from wallet.codecs import strict_json
from wallet.credentials.json_text import first_object
from wallet.credentials.model import JsonObject
from wallet.errors import CodecError, Reason, SharingError

_ALGORITHM, _ENCRYPTION = "PBES2-HS512+A256KW", "A256GCM"
_LEAST_ROUNDS, _MOST_ROUNDS = 10_000, 1_000_000
_KEY_BYTES, _WRAPPED_BYTES = 32, 40
_LEAST_SALT, _MOST_SALT = 8, 64


def is_learner_wallet(wallet: JsonObject) -> bool:
    """Whether this locked wallet is one of that program."""
    return isinstance(first_object(wallet.get("credentialSubject")).get("jwe"), dict)


def open_learner_wallet(wallet: JsonObject, passphrase: bytes) -> Any:
    """What is inside: the JSON value of the plain backup.

    Args:
        wallet: for which `is_learner_wallet` holds.
        passphrase: UTF-8, as it was typed.

    Raises:
        SharingError: BACKUP_LOCK_INVALID (another algorithm, missing or broken parts), BACKUP_LOCK_COST (rounds below
            the floor or beyond the ceiling), BACKUP_PASSPHRASE_WRONG.
    """
    jwe = first_object(wallet.get("credentialSubject"))["jwe"]
    recipient = first_object(jwe.get("recipients"))
    header = first_object(recipient.get("header"))
    if header.get("alg") != _ALGORITHM or header.get("enc") != _ENCRYPTION:
        raise SharingError(Reason.BACKUP_LOCK_INVALID, "algorithm")
    rounds, salt = header.get("p2c"), _bytes(header.get("p2s"))
    if type(rounds) is not int or not _LEAST_ROUNDS <= rounds <= _MOST_ROUNDS:
        raise SharingError(Reason.BACKUP_LOCK_COST, "rounds")
    wrapped, vector = _bytes(recipient.get("encrypted_key")), _bytes(jwe.get("iv"))
    if not _LEAST_SALT <= len(salt) <= _MOST_SALT or len(wrapped) != _WRAPPED_BYTES:
        raise SharingError(Reason.BACKUP_LOCK_INVALID, "lengths")
    locked = _bytes(jwe.get("ciphertext")) + _bytes(jwe.get("tag"))
    key = PBKDF2HMAC(SHA512(), _KEY_BYTES, salt, rounds).derive(passphrase)
    try:
        plain = AESGCM(aes_key_unwrap(key, wrapped)).decrypt(vector, locked, None)
    except (InvalidUnwrap, InvalidTag) as error:
        raise SharingError(Reason.BACKUP_PASSPHRASE_WRONG) from error
    except ValueError as error:
        raise SharingError(Reason.BACKUP_LOCK_INVALID, "lengths") from error
    try:
        value = strict_json.loads(plain)
        return strict_json.loads(value) if isinstance(value, str) else value
    except CodecError as error:
        raise SharingError(Reason.BACKUP_LOCK_INVALID, "inside") from error


def _bytes(text: Any) -> bytes:
    """Standard base64 with its padding."""
    if not isinstance(text, str):
        raise SharingError(Reason.BACKUP_LOCK_INVALID, "a part is missing")
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise SharingError(Reason.BACKUP_LOCK_INVALID, "base64") from error
