"""Writing files that people asked for: complete or not at all, and never over a file that is there.

Lives here: the only code that creates output files. Does not live here: what is in them, or the vault file.
"""

import contextlib
import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from wallet.errors import AppError, NoRoomError, Reason, WalletError

_NO_ROOM = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG)

_A_NAME = 50_000
"""What a new name in a folder may take beside its content, and what makes a small file more than 0.0 MB."""


def write_new_file(path: Path, content: bytes) -> None:
    """Writes a file that must not exist yet, readable by its owner only.

    Raises:
        AppError: as `staged_file`.
    """
    with staged_file(path, content) as publish:
        publish()


@contextlib.contextmanager
def staged_file(path: Path, content: bytes) -> Iterator[Callable[[], None]]:
    """Puts the content on the disk under a passing name and yields the call that gives it its own name.

    What must be known before the file exists (a record of it) goes between the two; leaving without the call
    leaves nothing behind.

    Raises:
        AppError: OUTPUT_EXISTS, OUTPUT_NOT_WRITABLE.
        NoRoomError: DISK_FULL, with the room that is needed.
    """
    refuse_existing(path)
    staged = _stage(path, content)
    try:
        yield lambda: _publish(staged, path)
    finally:
        staged.unlink(missing_ok=True)


def refuse_existing(path: Path) -> None:
    """Raises when something has this name already, a link to nowhere included, or when nothing can have it.

    Raises:
        AppError: OUTPUT_EXISTS, OUTPUT_NOT_WRITABLE for a name too long or a folder that may not be entered.
    """
    try:
        path.lstat()
    except FileNotFoundError:
        return
    except OSError as error:
        raise AppError(Reason.OUTPUT_NOT_WRITABLE, type(error).__name__) from error
    raise AppError(Reason.OUTPUT_EXISTS)


def replace_file(path: Path, content: bytes) -> None:
    """Writes a file of the program's own, in place of an older one; its folder is made when missing.

    Raises:
        AppError: OUTPUT_NOT_WRITABLE.
        NoRoomError: DISK_FULL, with the room that is needed.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _refusal(error, content) from error
    staged = _stage(path, content)
    try:
        staged.replace(path)
    except OSError as error:
        staged.unlink(missing_ok=True)
        raise _refusal(error, content) from error


def _stage(path: Path, content: bytes) -> Path:
    """A file with this content in the same folder, mode 0600, on the disk for good."""
    try:
        descriptor, name = tempfile.mkstemp(prefix=".ler-wallet-", suffix=".part", dir=path.parent)
    except OSError as error:
        raise _refusal(error, content) from error
    staged = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        staged.unlink(missing_ok=True)
        raise _refusal(error, content) from error
    return staged


def _publish(staged: Path, path: Path) -> None:
    """Gives the staged file its name unless somebody took it meanwhile."""
    try:
        os.link(staged, path)  # unlike a rename, a second name is never given over an existing file
    except FileExistsError as error:
        raise AppError(Reason.OUTPUT_EXISTS) from error
    except OSError:
        _claim_and_replace(staged, path)  # a file system without second names, such as a USB stick's
    _sync_folder(path.parent)


def _claim_and_replace(staged: Path, path: Path) -> None:
    """Takes the name with an empty file first, so that nothing of anybody's is replaced."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError as error:
        raise AppError(Reason.OUTPUT_EXISTS) from error
    except OSError as error:
        raise _refusal(error, b"") from error
    try:
        staged.replace(path)
    except OSError as error:
        path.unlink(missing_ok=True)
        raise _refusal(error, b"") from error


def _sync_folder(folder: Path) -> None:
    """Makes the new name durable, where folders can be synced at all."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _refusal(error: OSError, content: bytes) -> WalletError:
    if error.errno in _NO_ROOM:
        return NoRoomError(len(content) + _A_NAME)
    return AppError(Reason.OUTPUT_NOT_WRITABLE, type(error).__name__)
