"""One program at a time: an advisory lock on the vault file that the system releases when its holder dies.

Lives here: taking and releasing the lock, and the descriptor it hangs on.
Does not live here: SQLite's own locks, which stay in use below this one.

SQLite's locks on POSIX belong to the process and vanish when *any* descriptor of the file is closed in it, for
example by a person
dropping the vault on the window. This lock is an open-file-description lock, which only its own descriptor can
release, on one byte
inside the page that SQLite never uses for content. No lock file is left behind on anybody's stick.
"""

import errno
import os
import struct
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from wallet.errors import InUseError, Reason, VaultError
from wallet.vault import lock_holder
from wallet.vault.key_derivation import file_error, require_regular_file

PATIENCE_SECONDS = 5.0
_POLL_SECONDS = 0.05
# Inside SQLite's lock-byte page (at 1 GiB), behind the 512 bytes SQLite itself locks.
_LOCK_BYTE = 0x4000_0000 + 1024
_TAKEN = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
_NOT_WRITABLE = (errno.EACCES, errno.EPERM, errno.EROFS)

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int, *, exclusive: bool) -> None:
        del exclusive  # this system knows only one kind
        os.lseek(descriptor, _LOCK_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try_lock(descriptor: int, *, exclusive: bool) -> None:
        if not hasattr(fcntl, "F_OFD_SETLK"):  # the struct below is laid out as on Linux
            kind = fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH
            fcntl.lockf(descriptor, kind | fcntl.LOCK_NB, 1, _LOCK_BYTE, os.SEEK_SET)
            return
        kind = fcntl.F_WRLCK if exclusive else fcntl.F_RDLCK
        # struct flock: type, whence, start, length, pid; the trailing 0q pads to its size.
        wanted = struct.pack("hhqqi0q", kind, os.SEEK_SET, _LOCK_BYTE, 1, 0)
        fcntl.fcntl(descriptor, fcntl.F_OFD_SETLK, wanted)


class FileLock:
    """The lock on one vault file, made by `acquire`; released at the latest when the process ends."""

    def __init__(self, descriptor: int, *, read_only: bool) -> None:
        self._file = os.fdopen(descriptor, "rb", buffering=0)
        self.read_only = read_only

    @classmethod
    def acquire(cls, path: Path, patience: float = PATIENCE_SECONDS) -> Self:
        """Waits at most `patience` seconds for the file to be free; one that cannot be written is locked for reading.

        A file that another took the place of while we waited (a new passphrase makes a new file) is let go, and the
        one that has the name now is locked instead.

        Raises:
            InUseError: VAULT_IN_USE, with whoever holds it where the system can tell.
            VaultError: VAULT_MISSING, NOT_A_VAULT, FILE_NOT_READABLE, or STORAGE_FAILED where
                the file system has no locks.
        """
        lock = cls._acquire(path, patience)
        while not lock.holds(path):
            lock.release()
            lock = cls._acquire(path, patience)
        return lock

    @classmethod
    def _acquire(cls, path: Path, patience: float) -> Self:
        descriptor, read_only = _open(path)
        lock = cls(descriptor, read_only=read_only)
        try:
            require_regular_file(descriptor)
            _wait_for(descriptor, exclusive=not read_only, patience=patience)
            if not read_only:
                lock_holder.spell(descriptor, lock_holder.this_program())
        except BaseException:
            lock.release()
            raise
        return lock

    def holds(self, path: Path) -> bool:
        """Whether the locked file is the one that has this name now."""
        try:
            named = path.stat()
        except OSError as error:
            self.release()
            raise file_error(error) from error
        return os.path.samestat(os.fstat(self._file.fileno()), named)

    @property
    def file(self) -> BinaryIO:
        """The locked file, for reading its raw bytes. Not to be closed by the reader."""
        return self._file

    def release(self) -> None:
        """Gives the file free; harmless when done twice."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def _open(path: Path) -> tuple[int, bool]:
    """A descriptor, and whether it can only read."""
    extra = getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        return os.open(path, os.O_RDWR | extra), False
    except OSError as error:
        if error.errno not in _NOT_WRITABLE:
            raise file_error(error) from error
    try:
        return os.open(path, os.O_RDONLY | extra), True
    except OSError as error:
        raise file_error(error) from error


def _wait_for(descriptor: int, *, exclusive: bool, patience: float) -> None:
    deadline = time.monotonic() + patience
    while True:
        try:
            _try_lock(descriptor, exclusive=exclusive)
        except OSError as error:
            if error.errno not in _TAKEN:
                raise VaultError(Reason.STORAGE_FAILED, "this place knows no file locks") from error
            if time.monotonic() >= deadline:
                raise _in_use(lock_holder.read(descriptor)) from error
            time.sleep(_POLL_SECONDS)
        else:
            return


def _in_use(holder: lock_holder.Holder | None) -> InUseError:
    if holder is None:
        return InUseError()
    return InUseError(holder.user, holder.computer, holder.process)
