"""A new file that appears under its name completely or not at all, and never in place of another.

Lives here: the private draft beside the target, and giving it its name durably.
Does not live here: what is written into it.
"""

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wallet.errors import NoRoomError, Reason, VaultError
from wallet.vault.file_lock import FileLock
from wallet.vault.stray_journal import set_aside_left_journal

_NO_HARD_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES)
_EMPTY_VAULT_BYTES = 512 * 1024  # with the journal it is made with
_REPLACE_TRIES = 25
_REPLACE_PAUSE_SECONDS = 0.2
_DRAFT = ".draft"
SUCCESSOR = ".successor"
"""How the passing name of a file ends that is to take the place of another."""
_NO_ROOM = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG)


@contextmanager
def draft_of(path: Path, token: str) -> Iterator[Path]:
    """An empty private file beside `path`: published under that name when the block ends well, else removed.

    Args:
        path: the name the file shall get.
        token: makes the draft's name one that nobody else uses.

    Raises:
        VaultError: VAULT_EXISTS, DISK_FULL or OUTPUT_NOT_WRITABLE.
    """
    if os.path.lexists(path):
        raise VaultError(Reason.VAULT_EXISTS, "the name is taken")
    draft = path.with_name(f".{path.name}.{token}{_DRAFT}")
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise _cannot_write(error) from error
    try:
        yield draft
        set_aside_left_journal(path)
        _publish(draft, path)
    except OSError as error:
        raise _cannot_write(error) from error
    finally:
        remove_draft(draft)


def remove_abandoned_drafts(path: Path) -> None:
    """Removes drafts of this name that a killed program left behind; one that is still being written stays."""
    with contextlib.suppress(OSError):  # a folder that may not be listed is nobody's reason to stop
        for name in os.listdir(path.parent):  # noqa: PTH208 - names alone, no file is looked at
            if _is_draft_of(name, path.name):
                draft = path.with_name(name)
                with contextlib.suppress(VaultError):
                    FileLock.acquire(draft, patience=0).release()
                    remove_draft(draft)


def _is_draft_of(name: str, target: str) -> bool:
    """`.target.*.draft`, `.target.*.successor`, and the draft that either is made as."""
    if name.startswith(f".{target}."):
        return name.endswith((_DRAFT, SUCCESSOR))
    return name.startswith(f"..{target}.") and name.endswith(_DRAFT)


def successor_of(path: Path, token: str) -> Path:
    """The passing name of the file that is to take the place of `path`."""
    return path.with_name(f".{path.name}.{token}{SUCCESSOR}")


def replace_durably(successor: Path, path: Path) -> None:
    """Puts a finished file in the place of another one; what was there is gone when this returns.

    On Windows a virus scanner may hold either file for a moment, so it is tried for some seconds.

    Raises:
        OSError: nothing was moved; the two files have the names they had.
        VaultError: STORAGE_FAILED, the file is in its place, but the folder could not be synced.
    """
    flush(successor, os.O_RDWR | getattr(os, "O_BINARY", 0))
    for attempt in range(_REPLACE_TRIES):
        try:
            successor.replace(path)
            break
        except PermissionError:
            if sys.platform != "win32" or attempt == _REPLACE_TRIES - 1:
                raise
            time.sleep(_REPLACE_PAUSE_SECONDS)
    try:
        flush_folder(path.parent)
    except OSError as error:
        raise VaultError(Reason.STORAGE_FAILED, "the folder could not be synced") from error


def _publish(draft: Path, path: Path) -> None:
    """Gives the finished draft its name; both the bytes and the name are on the medium when this returns."""
    flush(draft, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        if sys.platform == "win32":
            draft.rename(path)  # refuses an existing target on this system
        else:
            _link(draft, path)
    except FileExistsError as error:
        raise VaultError(Reason.VAULT_EXISTS, "the name was taken meanwhile") from error
    flush_folder(path.parent)


def _link(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        # FAT sticks have no links: claim the name with an empty file, so that nothing of anybody's is replaced.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        draft.replace(path)


def flush_folder(folder: Path) -> None:
    """Names that were given or taken in a folder are on the medium when this returns, where the system can say so."""
    if sys.platform != "win32":
        flush(folder, os.O_RDONLY)


def flush(path: Path, flags: int) -> None:
    """What was written to a file or folder is on the medium when this returns."""
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_draft(draft: Path) -> None:
    """Removes a file that never got its name, and what SQLite may have left beside it."""
    for leftover in (draft, draft.with_name(draft.name + "-journal")):
        with contextlib.suppress(OSError):
            leftover.unlink()


def _cannot_write(error: OSError) -> VaultError:
    if error.errno in _NO_ROOM:
        return NoRoomError(_EMPTY_VAULT_BYTES)
    return VaultError(Reason.OUTPUT_NOT_WRITABLE, errno.errorcode.get(error.errno or 0, "unknown"))
