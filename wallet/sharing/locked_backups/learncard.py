"""The envelopes of a LearnCard continuity bundle: every payload is locked by itself, with a salt of its own.

Source: LearnCard `packages/sss-key-manager/src/crypto.ts` (encryptWithPassword, version 1).
"""

import base64
import binascii
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from wallet.codecs import strict_json
from wallet.credentials.json_text import first_object
from wallet.errors import CodecError, Reason, SharingError

_KEY_BYTES, _VECTOR_BYTES = 32, 12
_SALT_BYTES = range(8, 65)
_PASSES = range(1, 6)
_MEMORY_KIB = range(8 * 1024, 128 * 1024 + 1)
_LANES = range(1, 9)


def open_envelope(data: bytes, passphrase: bytes) -> bytes:
    """The payload in one envelope. Takes as long as Argon2id does.

    Args:
        passphrase: UTF-8, as it was typed.

    Raises:
        SharingError: BACKUP_LOCK_INVALID, BACKUP_LOCK_COST (parameters outside floor and ceiling),
            BACKUP_PASSPHRASE_WRONG.
    """
    try:
        envelope = strict_json.loads(data)
    except CodecError as error:
        raise SharingError(Reason.BACKUP_LOCK_INVALID, "envelope") from error
    envelope = first_object(envelope)
    costs = first_object(envelope.get("kdfParams"))
    if costs.get("algorithm", "argon2id") != "argon2id":
        raise SharingError(Reason.BACKUP_LOCK_INVALID, "algorithm")
    salt, vector = _bytes(envelope.get("salt")), _bytes(envelope.get("iv"))
    locked = _bytes(envelope.get("ciphertext"))
    if len(salt) not in _SALT_BYTES or len(vector) != _VECTOR_BYTES:
        raise SharingError(Reason.BACKUP_LOCK_INVALID, "lengths")
    key = Argon2id(
        salt=salt,
        length=_KEY_BYTES,
        iterations=_cost(costs.get("timeCost"), _PASSES),
        lanes=_cost(costs.get("parallelism"), _LANES),
        memory_cost=_cost(costs.get("memoryCost"), _MEMORY_KIB),
    ).derive(passphrase)
    try:
        return AESGCM(key).decrypt(vector, locked, None)
    except InvalidTag as error:
        raise SharingError(Reason.BACKUP_PASSPHRASE_WRONG) from error


def _cost(value: Any, allowed: range) -> int:
    if type(value) is not int or value not in allowed:
        raise SharingError(Reason.BACKUP_LOCK_COST, "parameters")
    return value


def _bytes(text: Any) -> bytes:
    """Standard base64 with its padding."""
    if not isinstance(text, str):
        raise SharingError(Reason.BACKUP_LOCK_INVALID, "a part is missing")
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise SharingError(Reason.BACKUP_LOCK_INVALID, "base64") from error
