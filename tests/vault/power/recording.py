"""Running a program and writing down, in order, everything it does to the files of one folder.

Lives here: building the small library (`record_writes.c`) that watches, and reading what it wrote.
Does not live here: what becomes of it when the power fails (`disk`).
"""

import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pytest

_SOURCE = Path(__file__).with_name("record_writes.c")
_HEAD = struct.Struct("=5Q")
_PATIENCE = 120.0


class Operation(StrEnum):
    """What was done; the letters of the record."""

    CREATE = "C"
    WRITE = "W"
    TRUNCATE = "T"
    SYNC_FILE = "S"
    SYNC_FOLDER = "D"
    RENAME = "R"
    LINK = "L"
    UNLINK = "U"
    MAKE_FOLDER = "M"
    ACKNOWLEDGE = "A"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing the program did.

    Attributes:
        inode: of the file, for what concerns its content.
        offset: where a write begins; the new length for a cut.
        first: the bytes written or said, or a path relative to the folder ("." for itself).
        second: the new name of a renamed or linked file, relative to the folder.
    """

    operation: Operation
    inode: int
    offset: int
    first: bytes
    second: bytes = b""


@dataclass(frozen=True, slots=True)
class Recording:
    """A program's run.

    Attributes:
        before: the folder's files before it, by relative path, with their inode.
        after: the same when it had ended; what the events come to must be equal to it.
    """

    before: Mapping[str, tuple[int, bytes]]
    events: Sequence[Event]
    after: Mapping[str, bytes]


def build_recorder(folder: Path) -> Path:
    """The watching library, compiled into `folder`; skips the test where that is not possible."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if not sys.platform.startswith("linux") or compiler is None:
        pytest.skip("only where a C compiler and Linux are: the test watches system calls")
    library = folder / "record_writes.so"
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(_SOURCE), "-ldl", "-lpthread"],
        check=True,
    )
    return library


def record(
    library: Path, folder: Path, log: Path, command: Sequence[str], environment: Mapping[str, str]
) -> Recording:
    """Runs a command, which must end well, and records what it does below `folder`."""
    before = {
        str(path.relative_to(folder)): (path.stat().st_ino, path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    watch = {
        "LD_PRELOAD": str(library),
        "LER_RECORD_FOLDER": os.path.realpath(folder),
        "LER_RECORD_LOG": str(log),
    }
    run = subprocess.run(
        command, env={**environment, **watch}, capture_output=True, check=False, timeout=_PATIENCE
    )
    assert run.returncode == 0, run.stderr.decode()
    after = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return Recording(before, tuple(_events(log, folder)), after)


def _events(log: Path, folder: Path) -> Iterator[Event]:
    content, position = log.read_bytes(), 0
    root = os.fsencode(os.path.realpath(folder))
    while position < len(content):
        letter, inode, offset, first_size, second_size = _HEAD.unpack_from(content, position)
        position += _HEAD.size
        first = content[position : position + first_size]
        position += first_size
        second = content[position : position + second_size]
        position += second_size
        operation = Operation(chr(letter))
        if operation not in (Operation.WRITE, Operation.ACKNOWLEDGE):
            first, second = _relative(first, root), _relative(second, root)
        yield Event(operation, inode, offset, first, second)


def _relative(path: bytes, root: bytes) -> bytes:
    return os.path.relpath(path, root) if path else b""
