"""What a class pack holds for single students: found and opened with a student's own e-mail and the class code.

Lives here: the class code, the slow derivation, locking and opening one group. Does not live here: the file around it
(`class_pack`).

The code is printed on the tickets and stands nowhere in the pack. Its ten signs (Crockford's base 32, the last one a
check) carry 45 random bits. One Argon2id run over e-mail and code gives both what a group is filed under and the key it
is locked with: whoever has the pack alone would have to guess code and e-mail together, at 64 MiB a guess. Whoever has
a ticket, too, can guess e-mails: a classmate's is no secret. That is said where packs are made.

Source: RFC 9106 (Argon2id); NIST SP 800-38D (AES-GCM).
"""

import hashlib
import re
import struct
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from wallet.codecs import base64url
from wallet.errors import Reason, SharingError

SALT_BYTES = 16
ID_BYTES = 16
MAX_GROUP_BYTES = 10_000_000
"""The most one student can be given, in bytes."""

_KEY_BYTES, _NONCE_BYTES, _TAG_BYTES = 32, 12, 16
_MEMORY_KIB, _PASSES, _LANES = 64 * 1024, 3, 4
_LENGTH = struct.Struct(">L")
_PADDED_TO = 4096  # the size of a group says roughly how much there is, not what
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("ILO", "110")
_RANDOM_LETTERS = 9
_HALF = 5
_LONGEST_EMAIL = 254
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_PURPOSE = b"ler-class-pack/1"


@dataclass(frozen=True, slots=True)
class GroupKey:
    """What one e-mail and the code of a pack lead to: what the group is filed under, and what opens it."""

    id: str
    key: bytes = field(repr=False)


def new_code(random: Callable[[int], bytes]) -> str:
    """A new class code, written as it is printed: "K7QMX-4F2XD"."""
    letters = "".join(_LETTERS[byte % len(_LETTERS)] for byte in random(_RANDOM_LETTERS))
    return code_text(letters + _check_letter(letters))


def read_code(text: str) -> str:
    """A code as somebody typed it, without blanks and dashes, in capitals; easily mistaken letters are taken as meant.

    Raises:
        SharingError: CLASS_CODE_INVALID.
    """
    letters = re.sub(r"[\s-]", "", text.upper()).translate(_MISREAD)
    if len(letters) != _RANDOM_LETTERS + 1 or set(letters) - set(_LETTERS):
        raise SharingError(Reason.CLASS_CODE_INVALID, "its signs")
    if _check_letter(letters[:-1]) != letters[-1]:
        raise SharingError(Reason.CLASS_CODE_INVALID, "its last sign")
    return letters


def code_text(letters: str) -> str:
    """A code in two halves, as it is printed."""
    return f"{letters[:_HALF]}-{letters[_HALF:]}"


def read_email(text: str) -> str:
    """An e-mail in the one form a group is filed under: capitals and blanks around it do not matter.

    Raises:
        SharingError: CLASS_EMAIL_INVALID.
    """
    found = unicodedata.normalize("NFC", text.strip()).lower()
    if len(found) > _LONGEST_EMAIL or not _EMAIL.fullmatch(found) or not found.isprintable():
        raise SharingError(Reason.CLASS_EMAIL_INVALID)
    return found


def derive_group(email: str, code: str, salt: bytes) -> GroupKey:
    """The slow step, about as long as opening a wallet file.

    Args:
        email: any writing of it; "" for what only says whether a code belongs to a pack.
        code: any writing of it.
        salt: the pack's 16 bytes.

    Raises:
        SharingError: CLASS_CODE_INVALID, CLASS_EMAIL_INVALID.
    """
    material = f"{read_email(email) if email else ''}\n{read_code(code)}".encode()
    derivation = Argon2id(
        salt=salt,
        length=ID_BYTES + _KEY_BYTES,
        iterations=_PASSES,
        lanes=_LANES,
        memory_cost=_MEMORY_KIB,
    )
    made = derivation.derive(material)
    return GroupKey(base64url.encode(made[:ID_BYTES]), made[ID_BYTES:])


def lock_group(content: bytes, key: GroupKey, salt: bytes, random: Callable[[int], bytes]) -> bytes:
    """A student's bytes, locked: 12 bytes of nonce, then AES-256-GCM over length, content and padding to 4 KiB.

    Raises:
        SharingError: CLASS_PACK_TOO_LARGE.
    """
    if len(content) > MAX_GROUP_BYTES:
        raise SharingError(Reason.CLASS_PACK_TOO_LARGE, f"{len(content)} bytes for one student")
    plain = _LENGTH.pack(len(content)) + content
    plain += bytes(-len(plain) % _PADDED_TO)
    nonce = random(_NONCE_BYTES)
    return nonce + AESGCM(key.key).encrypt(nonce, plain, _bound_to(key.id, salt))


def open_group(locked: bytes, key: GroupKey, salt: bytes) -> bytes:
    """A student's bytes.

    Raises:
        SharingError: CLASS_PACK_INVALID when they are not what was locked.
    """
    if len(locked) < _NONCE_BYTES + _TAG_BYTES + _LENGTH.size:
        raise SharingError(Reason.CLASS_PACK_INVALID, "a group is cut")
    try:
        plain = AESGCM(key.key).decrypt(locked[:_NONCE_BYTES], locked[_NONCE_BYTES:], _bound_to(key.id, salt))
    except InvalidTag as error:
        raise SharingError(Reason.CLASS_PACK_INVALID, "a group was changed") from error
    (length,) = _LENGTH.unpack_from(plain)
    content = plain[_LENGTH.size : _LENGTH.size + length]
    if len(content) != length or length > MAX_GROUP_BYTES:
        raise SharingError(Reason.CLASS_PACK_INVALID, "a group's length")
    return content


def _bound_to(group_id: str, salt: bytes) -> bytes:
    """A group counts in its pack and under its own id only."""
    return _PURPOSE + salt + group_id.encode("ascii")


def _check_letter(letters: str) -> str:
    return _LETTERS[hashlib.sha256(letters.encode("ascii")).digest()[0] % len(_LETTERS)]
