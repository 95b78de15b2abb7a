"""Files of the learner that belong to a credential: the work itself, photos, letters.

Lives here: reading them in and writing them out. They are never opened or run. Does not live here: keeping them
(`wallet.vault.attachments`).
"""

from collections.abc import Sequence
from pathlib import Path

from wallet.app.container import Services
from wallet.app.inputs import read_file
from wallet.app.media_type import media_type_of
from wallet.app.output import write_new_file
from wallet.vault.attachments import Attachment
from wallet.vault.connection import Vault

__all__ = ["Attachment", "add_file", "files", "remove_file", "save_file"]


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
