"""Reading what a person hands in: files, folders, standard input. Bytes only, whatever they mean.

Lives here: the only code that opens input files. Only regular files are read, and at most 20 MB of each (of
archives more, `archive_files`).
Does not live here: detecting formats (`wallet.credentials.detect`) or the index of documents
(`file_documents`).
"""

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from io import BufferedReader
from typing import BinaryIO

from wallet.app.deep_links import has_known_scheme
from wallet.codecs.strict_json import MAX_FILE_BYTES
from wallet.errors import AppError, Reason, WalletError

STANDARD_INPUT = "-"

# Opening a pipe or a device must not wait for the other side; it is refused after fstat. Flags a platform
# lacks are 0.
_OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True)
class InputItem:
    """One thing to read.

    Attributes:
        name: what to call it: the path as given, the folder's path joined with the place inside it, or "-".
        item: the place inside the folder, with "/" between the parts; None when it was named directly.
        data: its bytes (at most 20 MB), or None when it could not be read.
        error: why it could not be read, else None.
        is_file, is_bundle: as in `InputPlace`.
    """

    name: str
    item: str | None
    data: bytes | None = field(repr=False)
    error: WalletError | None = None
    is_file: bool = True
    is_bundle: bool = False


@dataclass(frozen=True, slots=True)
class InputPlace:
    """Where one thing to read is, before it is read.

    Attributes:
        name, item: as in `InputItem`.
        error: why it cannot be read, when that is known already.
        is_file: whether `name` is the path of something to open, so that another process could read it as well.
        is_bundle: `name` is a folder that is one thing; it is not walked, and has no bytes of its own.
        is_link: `name` is a link (`deep_links`), which is what its bytes are; reading it opens nothing.
    """

    name: str
    item: str | None = None
    error: WalletError | None = None
    is_file: bool = True
    is_bundle: bool = False
    is_link: bool = False


def _is_no_bundle(_path: str) -> bool:
    return False


def read_inputs(
    names: Sequence[str], *, stdin: BinaryIO | None = None, is_bundle: Callable[[str], bool] = _is_no_bundle
) -> Iterator[InputItem]:
    """Reads every input, one at a time; as `find_inputs`, with the bytes.

    Args:
        stdin: the stream "-" stands for; None for the program's own.
    """
    for place in find_inputs(names, is_bundle=is_bundle):
        yield read_input(place, stdin=stdin)


def find_inputs(
    names: Sequence[str], *, is_bundle: Callable[[str], bool] = _is_no_bundle
) -> Iterator[InputPlace]:
    """Finds every input in the order given; folders are walked in sorted order while they are looked at.

    Args:
        names: paths of files and folders, links, or "-" for standard input.
        is_bundle: which folders are one thing.

    Yields:
        One place per file, readable or not; a folder without any file is one that is empty. Names inside a
        folder that start with a dot are left out: they are the file manager's and the version control's own.
        Folders reached through a link inside a folder are not entered.
    """
    for name in names:
        if name == STANDARD_INPUT:
            yield InputPlace(name, is_file=False)
        elif has_known_scheme(name):
            yield InputPlace(name, is_file=False, is_link=True)
        elif os.path.isdir(name):  # noqa: PTH112 - the name is shown as it was typed, never normalised
            yield from _walk(name, is_bundle)
        else:
            yield InputPlace(name)


def read_input(place: InputPlace, *, stdin: BinaryIO | None = None) -> InputItem:
    """The bytes at a place, or why there are none."""
    if place.error is not None:
        return InputItem(place.name, place.item, None, place.error)
    if place.is_link:
        return InputItem(place.name, None, place.name.encode("utf-8", "replace"), is_file=False)
    if place.is_bundle:
        return InputItem(place.name, place.item, None, is_file=False, is_bundle=True)
    if place.is_file:
        return _attempt(place, partial(read_file, place.name))
    return _attempt(place, partial(_read_stream, stdin or sys.stdin.buffer))


def read_file(path: str | os.PathLike[str]) -> bytes:
    """The bytes of one regular file, at most `MAX_FILE_BYTES`.

    Raises:
        AppError: FILE_MISSING, FILE_NOT_READABLE, NOT_A_REGULAR_FILE (folder, pipe, device, socket),
            FILE_TOO_LARGE or FILE_EMPTY.
    """
    with opened_file(path, MAX_FILE_BYTES) as stream:
        return _read_stream(stream)


@contextmanager
def opened_file(path: str | os.PathLike[str], most: int) -> Iterator[BufferedReader]:
    """A regular file of at most `most` bytes, open for reading.

    Raises:
        AppError: as `read_file`, but for FILE_EMPTY.
    """
    try:
        descriptor = os.open(path, _OPEN_FLAGS)
    except FileNotFoundError as error:
        raise AppError(Reason.FILE_MISSING) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL character in the name
        raise AppError(_open_reason(error), type(error).__name__) from error
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise AppError(Reason.NOT_A_REGULAR_FILE)
        if status.st_size > most:
            raise AppError(Reason.FILE_TOO_LARGE, f"{status.st_size} bytes")
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            yield stream
    finally:
        os.close(descriptor)


def _open_reason(error: OSError | ValueError) -> Reason:
    """What cannot be opened: sockets and devices without a driver are no files, all else is not readable."""
    special = (errno.EISDIR, errno.ENXIO, errno.ENODEV)
    if isinstance(error, OSError) and error.errno in special:
        return Reason.NOT_A_REGULAR_FILE
    return Reason.FILE_NOT_READABLE


def _read_stream(stream: BinaryIO) -> bytes:
    """Reads to the end, refusing the first byte past the limit: a file may grow while it is read."""
    try:
        data = stream.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise AppError(Reason.FILE_NOT_READABLE, type(error).__name__) from error
    if len(data) > MAX_FILE_BYTES:
        raise AppError(Reason.FILE_TOO_LARGE)
    if not data:
        raise AppError(Reason.FILE_EMPTY)
    return data


def _attempt(place: InputPlace, read: Callable[[], bytes]) -> InputItem:
    """An item that carries the bytes, or the reason there are none."""
    try:
        return InputItem(place.name, place.item, read(), is_file=place.is_file)
    except WalletError as error:
        return InputItem(place.name, place.item, None, error, is_file=place.is_file)


def _walk(folder: str, is_bundle: Callable[[str], bool]) -> Iterator[InputPlace]:
    """Every file below a folder, sorted by name; with a stack of its own, so that no depth exhausts ours."""
    waiting: list[str] = [""]
    found = False
    while waiting:
        inside = waiting.pop()
        path = os.path.join(folder, inside) if inside else folder  # noqa: PTH118 - kept as typed
        if not _is_folder_to_enter(path, top=not inside):
            yield InputPlace(path, inside)
            found = True
            continue
        if is_bundle(path):
            yield InputPlace(path, inside or None, is_file=False, is_bundle=True)
            found = True
            continue
        try:
            names = sorted(os.listdir(path), reverse=True)  # noqa: PTH208 - names, not paths
        except OSError as error:
            refusal = AppError(Reason.FILE_NOT_READABLE, type(error).__name__)
            yield InputPlace(path, inside or None, refusal)
            found = True
            continue
        waiting.extend(f"{inside}/{name}" if inside else name for name in names if not name.startswith("."))
    if not found:
        yield InputPlace(folder, None, AppError(Reason.FOLDER_EMPTY))


def _is_folder_to_enter(path: str, *, top: bool) -> bool:
    """Folders below the named one are entered unless a link leads to them (which could lead back up)."""
    return os.path.isdir(path) and (top or not os.path.islink(path))  # noqa: PTH112, PTH114 - pathlib is slow to load
