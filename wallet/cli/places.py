"""Looking at the places a command was given before anybody is asked for a passphrase.

A folder that may not be entered and a name the system cannot have are refusals, not errors of ours. What happens to a
place between this look and the work is noticed by whoever does the work.
"""

import stat
from pathlib import Path

from wallet.errors import AppError, Reason, VaultError


def existing(path: str) -> Path:
    """The place of a file that is there.

    Raises:
        VaultError: VAULT_MISSING, FILE_NOT_READABLE.
    """
    where = Path(path)
    if _mode(where, Reason.FILE_NOT_READABLE) is None:
        raise VaultError(Reason.VAULT_MISSING)
    return where


def free(path: str) -> Path:
    """The place for a new file: nothing has the name, and the folder is there.

    Raises:
        VaultError: VAULT_EXISTS, also for a link to nowhere.
        AppError: OUTPUT_NOT_WRITABLE.
    """
    where = Path(path)
    if is_taken(where):
        raise VaultError(Reason.VAULT_EXISTS)
    if not is_folder(where.parent):
        raise AppError(Reason.OUTPUT_NOT_WRITABLE, "no such folder")
    return where


def is_taken(path: Path) -> bool:
    """Whether something has this name already, a link to nowhere included.

    Raises:
        VaultError: OUTPUT_NOT_WRITABLE where nobody can tell.
    """
    return _mode(path, Reason.OUTPUT_NOT_WRITABLE, follow=False) is not None


def is_folder(path: Path) -> bool:
    """Whether this is a folder, or a link to one.

    Raises:
        VaultError: OUTPUT_NOT_WRITABLE where nobody can tell.
    """
    mode = _mode(path, Reason.OUTPUT_NOT_WRITABLE)
    return mode is not None and stat.S_ISDIR(mode)


def _mode(path: Path, otherwise: Reason, *, follow: bool = True) -> int | None:
    """What kind of thing is there, None for nothing."""
    try:
        return path.stat(follow_symlinks=follow).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise VaultError(otherwise, type(error).__name__) from error
