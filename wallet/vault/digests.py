"""The digest kept beside everything long, and whether what is read still has it."""

import hashlib


def digest_of(content: bytes | str) -> bytes:
    """SHA-256 of bytes, or of a text's UTF-8."""
    return hashlib.sha256(
        content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    ).digest()


def is_whole(digest: bytes | None, content: bytes | str | None) -> bool:
    """Whether something is there and has the digest kept with it."""
    return digest is not None and content is not None and digest_of(content) == digest
