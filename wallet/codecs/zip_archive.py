"""ZIP archives that came from outside: what is in them, one entry after the other, never unpacked to a disk.

Lives here: the limits. Python's `zipfile` reads the format; everything it trusts is compared first, and every entry is
read with a cap. A bad entry spoils itself, not its neighbours. Does not live here: what the entries mean.

Refused as a whole: more than 1,000 entries, more than 200 MB in them, a directory that does not fit the file, entries
that lie over one another. Refused one by one: names that lead out of a folder or mean a device, links, locked entries,
compression other than deflate, sizes or checksums that are not true, more than 20 MB, more than 100 times the packed.

Source: PKWARE APPNOTE 6.3.10, sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.14 to 4.3.16 (its ends).
"""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from typing import BinaryIO

from wallet.codecs.strict_json import MAX_FILE_BYTES
from wallet.errors import CodecError, Reason

SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
"""How an archive begins: with its first entry, or at once with its end when it is empty."""
MAX_ENTRIES = 1_000
MAX_TOTAL_BYTES = 200_000_000
MAX_RATIO = 100
"""How many times larger than it lies there an entry may become."""
MAX_ARCHIVE_BYTES = 200_000_000
"""The largest archive that is looked at, in bytes."""

_RATIO_FROM_BYTES = 1_000_000  # below, growth costs nothing and honest text can pass 100
_DIRECTORY_BYTES_PER_ENTRY = 2_000
_END, _END_SIGNATURE = struct.Struct("<4s4H2LH"), b"PK\x05\x06"
_END_64_LOCATOR, _LOCATOR_SIGNATURE = struct.Struct("<4sLQL"), b"PK\x06\x07"
_END_64, _END_64_SIGNATURE = struct.Struct("<4sQ2H2L4Q"), b"PK\x06\x06"
_MOST_COMMENT = 65_535
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_LOCKED_FLAG = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)
# What `zipfile` and the decompressor may raise over hostile bytes.
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError,
           struct.error, UnicodeError, KeyError, IndexError, OverflowError)  # fmt: skip
_LEFT_OUT = ("__macosx",)


@dataclass(frozen=True, slots=True)
class ZipEntry:
    """One file in an archive, before it is read.

    Attributes:
        name: as it stands there, with "/" between the parts; hostile text.
        number: its place in the directory, counted from 0: names may repeat.
        size: how large it says it is, in bytes.
        error: why it cannot be read, when that is known already.
    """

    name: str
    number: int
    size: int
    error: CodecError | None = None


class ZipArchive:
    """An open archive; folders and what file managers add for themselves are left out of it."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._infos = archive.infolist()
        self._read_bytes = 0
        self.entries: Sequence[ZipEntry] = tuple(_entries(self._infos))

    def read(self, entry: ZipEntry) -> bytes:
        """The bytes of one entry, at most 20 MB.

        Raises:
            CodecError: the entry's own error, FILE_EMPTY, FILE_TOO_LARGE, ARCHIVE_GROWS or ARCHIVE_ENTRY_DAMAGED.
        """
        if entry.error is not None:
            raise entry.error
        left = min(MAX_FILE_BYTES, MAX_TOTAL_BYTES - self._read_bytes)
        info = self._infos[entry.number]
        try:
            with self._archive.open(info) as stream:
                content = stream.read(min(left, info.file_size) + 1)
        except _FAULTS as error:
            raise CodecError(Reason.ARCHIVE_ENTRY_DAMAGED, type(error).__name__) from error
        self._read_bytes += len(content)
        if len(content) > left:
            raise CodecError(Reason.ARCHIVE_GROWS, "more than it may")
        if len(content) != info.file_size:
            raise CodecError(Reason.ARCHIVE_ENTRY_DAMAGED, "its size")
        if not content:
            raise CodecError(Reason.FILE_EMPTY)
        return content

    def find(self, name: str) -> ZipEntry | None:
        """The one entry of this very name; None when there is none or more than one."""
        found = [entry for entry in self.entries if entry.name == name]
        return found[0] if len(found) == 1 else None


def looks_like_zip(data: bytes) -> bool:
    """Whether these bytes mean to be an archive."""
    return data.startswith(SIGNATURES)


def open_zip(stream: BinaryIO) -> ZipArchive:
    """Reads the directory of an archive and compares it with the file it stands in.

    Args:
        stream: seekable; stays the caller's to close, after the archive was used.

    Raises:
        CodecError: ARCHIVE_DAMAGED, ARCHIVE_TOO_LARGE (entries or bytes), ARCHIVE_GROWS.
    """
    try:
        size = stream.seek(0, 2)
        if size > MAX_ARCHIVE_BYTES:
            raise CodecError(Reason.ARCHIVE_TOO_LARGE, f"{size} bytes")
        _require_small_directory(stream, size)
        archive = zipfile.ZipFile(stream)
    except _FAULTS as error:
        raise CodecError(Reason.ARCHIVE_DAMAGED, type(error).__name__) from error
    infos = archive.infolist()
    if len(infos) > MAX_ENTRIES:
        raise CodecError(Reason.ARCHIVE_TOO_LARGE, f"{len(infos)} entries")
    if sum(info.file_size for info in infos) > MAX_TOTAL_BYTES:
        raise CodecError(Reason.ARCHIVE_GROWS, "in all")
    _require_apart(infos, archive.start_dir)
    return ZipArchive(archive)


def _require_small_directory(stream: BinaryIO, size: int) -> None:
    """Looks at the end of the file before `zipfile` does, which would read a directory of any length.

    Raises:
        CodecError: ARCHIVE_DAMAGED without an end, ARCHIVE_TOO_LARGE.
    """
    tail_size = min(size, _END.size + _MOST_COMMENT)
    stream.seek(size - tail_size)
    tail = stream.read(tail_size)
    place = tail.rfind(_END_SIGNATURE)
    if place < 0 or len(tail) - place < _END.size:
        raise CodecError(Reason.ARCHIVE_DAMAGED, "no end")
    _, _, _, _, entries, directory, _, _ = _END.unpack_from(tail, place)
    locator = place - _END_64_LOCATOR.size
    end_64 = locator - _END_64.size
    if end_64 >= 0 and tail.startswith(_LOCATOR_SIGNATURE, locator):
        if not tail.startswith(_END_64_SIGNATURE, end_64):
            raise CodecError(Reason.ARCHIVE_DAMAGED, "the second end")
        *_, entries, directory, _ = _END_64.unpack_from(tail, end_64)
    if entries > MAX_ENTRIES or directory > MAX_ENTRIES * _DIRECTORY_BYTES_PER_ENTRY:
        raise CodecError(Reason.ARCHIVE_TOO_LARGE, f"{entries} entries")


def _require_apart(infos: Sequence[zipfile.ZipInfo], directory_at: int) -> None:
    """Entries that share bytes are how a small file becomes a huge one: each byte is counted once only.

    Raises:
        CodecError: ARCHIVE_GROWS.
    """
    spans = sorted(
        (info.header_offset, info.header_offset + _LOCAL_HEADER.size + info.compress_size) for info in infos
    )
    overlapping = any(end > start for (_, end), (start, _) in pairwise(spans))
    if overlapping or (spans and (spans[-1][1] > directory_at or spans[0][0] < 0)):
        raise CodecError(Reason.ARCHIVE_GROWS, "entries over one another")


def _entries(infos: Sequence[zipfile.ZipInfo]) -> Iterator[ZipEntry]:
    for number, info in enumerate(infos):
        if info.is_dir() or _is_left_out(info.filename):
            continue
        yield ZipEntry(info.filename, number, info.file_size, _fault_of(info))


def _is_left_out(name: str) -> bool:
    """As in a folder: names that start with a dot are the file manager's own."""
    parts = name.replace("\\", "/").split("/")
    return any(part.startswith(".") and part.strip(".") for part in parts) or parts[0].lower() in _LEFT_OUT


def _fault_of(info: zipfile.ZipInfo) -> CodecError | None:
    """Why an entry is not read, by what the directory says of it."""
    if info.flag_bits & _LOCKED_FLAG:
        return CodecError(Reason.ARCHIVE_ENTRY_LOCKED)
    if is_unsafe_name(info.filename) or _is_special(info):
        return CodecError(Reason.ARCHIVE_NAME_UNSAFE)
    if info.compress_type not in _METHODS:
        return CodecError(Reason.ARCHIVE_ENTRY_UNSUPPORTED, f"method {info.compress_type}")
    if info.file_size > MAX_FILE_BYTES:
        return CodecError(Reason.FILE_TOO_LARGE, f"{info.file_size} bytes")
    if info.file_size > max(_RATIO_FROM_BYTES, MAX_RATIO * info.compress_size):
        return CodecError(Reason.ARCHIVE_GROWS, "more than 100 times")
    return None


def _is_special(info: zipfile.ZipInfo) -> bool:
    """Whether a Unix mode says that it is a link, a device or a pipe."""
    mode = info.external_attr >> 16
    return stat.S_IFMT(mode) not in (0, stat.S_IFREG)


def is_unsafe_name(name: str) -> bool:
    """Whether a name leads elsewhere when somebody unpacks it: out of the folder, to a drive, share or device."""
    path = name.replace("\\", "/")
    parts = path.split("/")
    with suppress(IndexError):
        if path.startswith("/") or path[1] == ":":
            return True
    stems = (part.split(".")[0].strip().lower() for part in parts)
    return ".." in parts or any(stem in _DEVICES for stem in stems)
