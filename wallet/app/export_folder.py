"""A folder of ordinary files that appears under its name complete and read back, or not at all.

Lives here: names no system trips over, writing, reading back, giving the folder its name. Does not live here: what is
written (`export`).

Until everything is there the folder is called "NAME (unfinished)", in plain sight, because what is in it is not
encrypted: whoever finds one after a crash can see what it is and delete it. The next export of that name does.
"""

import contextlib
import errno
import hashlib
import os
import re
import shutil
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wallet.errors import AppError, NoRoomError, Reason

_UNFINISHED = " (unfinished)"
_MARK = "UNFINISHED.txt"
_NO_ROOM = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG)
_SLUG_CHARACTERS = 40
_OTHER_THAN_NAMES = re.compile(r"[^a-z0-9]+")
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One file of the export.

    Attributes:
        path: relative to the folder, parts joined with "/"; lower-case ASCII letters, digits, "-", "." only.
        sha256: lower-case hex.
    """

    path: str
    sha256: str
    size: int


class ExportFolder:
    """The folder while it is being filled."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._written: dict[str, WrittenFile] = {}

    @property
    def files(self) -> tuple[WrittenFile, ...]:
        """Everything written so far, in order."""
        return tuple(self._written.values())

    def write(self, path: str, content: bytes) -> WrittenFile:
        """Writes one new file; its folders are made.

        Args:
            path: made of `slug`s and ids; never a name from outside.
        """
        if path in self._written:
            return self._written[path]
        target = self._place.joinpath(*path.split("/"))
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        written = WrittenFile(path, hashlib.sha256(content).hexdigest(), len(content))
        self._written[path] = written
        return written

    def read_back(self) -> None:
        """Reads every file again and compares it with what was to be written.

        Raises:
            AppError: OUTPUT_NOT_WRITABLE when one is another on the medium.
        """
        for file in self._written.values():
            content = self._place.joinpath(*file.path.split("/")).read_bytes()
            if hashlib.sha256(content).hexdigest() != file.sha256:
                raise AppError(Reason.OUTPUT_NOT_WRITABLE, "a file is not what was written")


@contextlib.contextmanager
def export_folder(path: Path, needed_bytes: int) -> Iterator[ExportFolder]:
    """A folder to be filled; read back and given its name when the block ends well, else removed.

    Args:
        path: must not exist; its parent must.
        needed_bytes: about how much will be written.

    Raises:
        AppError: OUTPUT_EXISTS, OUTPUT_NOT_WRITABLE.
        NoRoomError: DISK_FULL, with the room that is needed.
    """
    if os.path.lexists(path):
        raise AppError(Reason.OUTPUT_EXISTS)
    place = path.with_name(path.name + _UNFINISHED)
    try:
        _begin(place, needed_bytes)
        try:
            folder = ExportFolder(place)
            yield folder
            folder.read_back()
            _finish(place, path)
        except BaseException:
            shutil.rmtree(place, ignore_errors=True)
            raise
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise NoRoomError(needed_bytes) from error
        raise AppError(Reason.OUTPUT_NOT_WRITABLE, type(error).__name__) from error


def slug(text: str, default: str) -> str:
    """A piece of a file name every system takes: at most 40 lower-case ASCII letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text[:400]).encode("ascii", "ignore").decode().lower()
    return _OTHER_THAN_NAMES.sub("-", plain).strip("-")[:_SLUG_CHARACTERS].strip("-") or default


def suffix_of(name: str) -> str:
    """The end of a file name (".pdf") when it is one every system takes, else nothing."""
    suffix = Path(name).suffix.lower()
    return suffix if _SUFFIX.fullmatch(suffix) else ""


def _begin(place: Path, needed_bytes: int) -> None:
    if (place / _MARK).is_file() and not place.is_symlink():
        shutil.rmtree(place)
    if os.path.lexists(place):
        raise AppError(Reason.OUTPUT_EXISTS)
    if shutil.disk_usage(place.parent).free < needed_bytes:
        raise NoRoomError(needed_bytes)
    place.mkdir(mode=0o700)
    (place / _MARK).write_bytes(b"This export was interrupted. It is not complete; delete this folder.\n")


def _finish(place: Path, path: Path) -> None:
    (place / _MARK).unlink()
    if os.path.lexists(path):  # a rename would replace an empty folder
        raise AppError(Reason.OUTPUT_EXISTS)
    place.rename(path)
    with contextlib.suppress(OSError):
        descriptor = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
