"""Files of the learner that belong to a credential: the work itself, photos, letters.

Lives here: reading them in and writing them out. They are never opened or run. Does not live here: keeping them
(`wallet.vault.attachments`).
"""

from collections.abc import Sequence
from pathlib import Path

from wallet.app.container import Services
from wallet.app.inputs import read_file
from wallet.app.output import write_new_file
from wallet.vault.attachments import Attachment
from wallet.vault.connection import Vault

__all__ = ["Attachment", "add_file", "files", "remove_file", "save_file"]

_BY_BEGINNING = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"solid ", "model/stl"),
)
_UNKNOWN = "application/octet-stream"
_TEXT_CONTROLS = frozenset(b"\t\n\r\f")
_FIRST_PRINTABLE = 0x20


def add_file(vault: Vault, record_id: str, path: Path, services: Services) -> Attachment:
    """Keeps a copy of a file with a credential; durable on return.

    Raises:
        AppError: FILE_MISSING, FILE_NOT_READABLE, NOT_A_REGULAR_FILE, FILE_TOO_LARGE, FILE_EMPTY ...
        VaultError: NAME_NOT_USABLE, RECORD_NOT_FOUND, RECORD_AMBIGUOUS, DISK_FULL ...
    """
    content = read_file(path)
    return vault.files.add(record_id, path.name, media_type_of(content), content, services.clock.now())


def files(vault: Vault, record_id: str) -> Sequence[Attachment]:
    """The files of one credential, the first added first."""
    return vault.files.of(record_id)


def save_file(vault: Vault, number: int, out: Path) -> Attachment:
    """Writes the bytes of a file exactly as they came to a new file.

    Raises:
        VaultError: RECORD_NOT_FOUND, VAULT_DAMAGED.
        AppError: OUTPUT_EXISTS, OUTPUT_NOT_WRITABLE, DISK_FULL.
    """
    write_new_file(out, vault.files.content(number))
    return vault.files.get(number)


def remove_file(vault: Vault, number: int) -> Attachment:
    """Removes a file from the vault for good; what it was. Durable on return.

    Raises:
        VaultError: RECORD_NOT_FOUND.
    """
    removed = vault.files.get(number)
    vault.files.remove(number)
    return removed


def media_type_of(content: bytes) -> str:
    """What a content looks like by its beginning; "application/octet-stream" when like nothing known."""
    known = next((kind for beginning, kind in _BY_BEGINNING if content.startswith(beginning)), None)
    if known is not None:
        return known
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _UNKNOWN
    return "text/plain" if all(b >= _FIRST_PRINTABLE or b in _TEXT_CONTROLS for b in content) else _UNKNOWN
