"""What the narrow table keeps of a credential: texts cut to a bound, counts, and what a renewal is recognised by.

Does not live here: writing any of it (`credential_store`).
"""

import hashlib

from wallet.credentials.model import Credential

_MAX_TEXT = 300
_MAX_DATE = 64
_MAX_SEARCH_TEXT = 100_000
_FAMILY_BYTES = 16


def storable(text: str, limit: int = _MAX_SEARCH_TEXT) -> str:
    """The first `limit` characters, without what SQLite text cannot carry (NUL, halves of surrogate pairs)."""
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return cut.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")


def name_of(credential: Credential) -> str:
    """Its title, at most 300 characters."""
    return storable(credential.title, _MAX_TEXT)


def issuer_of(credential: Credential) -> str:
    """The issuer's name, else its identifier, at most 300 characters."""
    return storable(credential.issuer.name or credential.issuer.id, _MAX_TEXT)


def date_text(text: str | None) -> str | None:
    """A date as the issuer wrote it, at most 64 characters."""
    return None if text is None else storable(text, _MAX_DATE)


def skills_count(credential: Credential) -> int:
    """How many alignments to skill frameworks its achievements carry."""
    return sum(len(subject.achievement.alignments) for subject in credential.subjects if subject.achievement)


def is_self_asserted(credential: Credential) -> bool:
    """Whether the issuer speaks about itself."""
    return bool(credential.issuer.id) and any(s.id == credential.issuer.id for s in credential.subjects)


def family_of(credential: Credential) -> bytes | None:
    """16 bytes that versions of one credential share, made from issuer id and credential id; None without both."""
    if not credential.id or not credential.issuer.id:
        return None
    digest = hashlib.sha256()
    for part in (credential.issuer.id, credential.id):
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big") + encoded)
    return digest.digest()[:_FAMILY_BYTES]
