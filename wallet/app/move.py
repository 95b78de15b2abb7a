"""Moving a wallet file to another place: a copy that was compared, and what becomes of the file it was made from.

Lives here: the order of the two. Does not live here: copying (`backup`), or choosing (cli, ui).
"""

import stat
from enum import StrEnum
from pathlib import Path

from wallet import resources
from wallet.errors import Reason, VaultError
from wallet.vault.new_file import flush_folder

LANGUAGES = ("en", "es")
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class OldFile(StrEnum):
    """What becomes of the file that was moved from."""

    KEEP = "keep"
    READ_ONLY = "read-only"
    DELETE = "delete"


def settle_old(path: Path, copy: Path, choice: OldFile) -> None:
    """Does with the old file what its owner chose. To be called when the copy has its name and the old file is closed.

    Where a link led to the file, the file it leads to is meant, and a link to nothing goes with it.

    Raises:
        VaultError: STORAGE_FAILED when the copy is not there any more, VAULT_READ_ONLY when the old file's folder or
            medium does not allow it; the old file is as it was then.
    """
    if choice is OldFile.KEEP:
        return
    if not copy.is_file() or copy.stat().st_size == 0 or copy.samefile(path):
        raise VaultError(Reason.STORAGE_FAILED, "the copy is not there")
    file = path.resolve()
    try:
        if choice is OldFile.READ_ONLY:
            file.chmod(file.stat().st_mode & ~_WRITABLE)
            return
        file.unlink()
        flush_folder(file.parent)
        if path.is_symlink():
            path.unlink()
    except OSError as error:
        raise VaultError(Reason.VAULT_READ_ONLY, "the old file") from error


def letter(language: str) -> str:
    """A letter with which a learner who lost a file asks an issuer for a new copy."""
    return resources.read_text("letters", f"{language if language in LANGUAGES else 'en'}.txt")
