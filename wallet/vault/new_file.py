"""A new file that appears under its name completely or not at all, and never in place of another.

Lives here: the private draft beside the target, and giving it its name durably.
Does not live here: what is written into it.
"""

import contextlib
import errno
import glob
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wallet.errors import NoRoomError, Reason, VaultError
from wallet.vault.file_lock import FileLock

_NO_HARD_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES)
_EMPTY_VAULT_BYTES = 512 * 1024  # with the journal it is made with
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
    draft = path.with_name(f".{path.name}.{token}.draft")
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise _cannot_write(error) from error
    try:
        yield draft
        _publish(draft, path)
    except OSError as error:
        raise _cannot_write(error) from error
    finally:
        _remove(draft)


def remove_abandoned_drafts(path: Path) -> None:
    """Removes drafts of this name that a killed program left behind; one that is still being written stays."""
    name = glob.escape(path.name)
    for draft in (*path.parent.glob(f".{name}.*.draft"), *path.parent.glob(f"..{name}.*.draft")):
        with contextlib.suppress(VaultError):
            FileLock.acquire(draft, patience=0).release()
            _remove(draft)


def _publish(draft: Path, path: Path) -> None:
    """Gives the finished draft its name; both the bytes and the name are on the medium when this returns."""
    _flush(draft, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        if sys.platform == "win32":
            draft.rename(path)  # refuses an existing target on this system
        else:
            _link(draft, path)
    except FileExistsError as error:
        raise VaultError(Reason.VAULT_EXISTS, "the name was taken meanwhile") from error
    if sys.platform != "win32":
        _flush(path.parent, os.O_RDONLY)


def _link(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        # FAT sticks have no links: claim the name with an empty file, so that nothing of anybody's is replaced.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        draft.replace(path)


def _flush(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(draft: Path) -> None:
    for leftover in (draft, draft.with_name(draft.name + "-journal")):
        with contextlib.suppress(OSError):
            leftover.unlink()


def _cannot_write(error: OSError) -> VaultError:
    if error.errno in _NO_ROOM:
        return NoRoomError(_EMPTY_VAULT_BYTES)
    return VaultError(Reason.OUTPUT_NOT_WRITABLE, errno.errorcode.get(error.errno or 0, "unknown"))
