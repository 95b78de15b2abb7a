"""Who has a vault open, told by the lock itself: nothing is written, and nothing is left when its holder dies.

Lives here: spelling a short text with locks on single bytes, and reading such a text.
Does not live here: the lock that counts (`file_lock`).

Locks of one descriptor do not say whose they are. So the holder of the vault's lock also locks a pattern of further
bytes of the page that SQLite never uses: the first bit of the text is the first byte, locked for 1 and free for 0, and
so on. It works wherever the lock itself works, over a network share too, and the second program needs no right but to
ask. Only Linux has such locks; elsewhere a holder stays unnamed.
"""

import contextlib
import getpass
import os
import platform
import struct
import sys
import zlib
from dataclasses import dataclass

_FIRST_BYTE = 0x4000_0000 + 2048
_MOST_BYTES = 200
_CHECK_BYTES = 2
_FLOCK = "hhqqi0q"  # type, whence, start, length, pid; the trailing 0q pads to its size


@dataclass(frozen=True, slots=True)
class Holder:
    """A program that has a vault open, as it says itself.

    Attributes:
        process: its number on its computer.
    """

    user: str
    computer: str
    process: int


def this_program() -> Holder:
    """What this process says of itself."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name, no password file
        user = ""
    return Holder(user[:60], platform.node()[:60], os.getpid())


def spell(descriptor: int, holder: Holder) -> None:
    """Says who holds the vault, for as long as the descriptor is open. Where that cannot be done, nothing is said."""
    text = "\0".join((holder.user, holder.computer, str(holder.process))).encode("utf-8", "replace")
    message = bytes([len(text)]) + text + _check(text)
    with contextlib.suppress(OSError, AttributeError):
        for start, length in _runs(message):
            _lock(descriptor, start, length)


def read(descriptor: int) -> Holder | None:
    """Who holds the vault; None when nobody says so, or not legibly."""
    size = 1 + _MOST_BYTES + _CHECK_BYTES
    bits = bytearray(8 * size)
    with contextlib.suppress(OSError, AttributeError):
        for start, length in _locked(descriptor, 0, len(bits)):
            bits[start : start + length] = b"\1" * length
    message = bytes(sum(bits[8 * at + bit] << bit for bit in range(8)) for at in range(size))
    text, check = message[1 : 1 + message[0]], message[1 + message[0] :][:_CHECK_BYTES]
    parts = text.decode("utf-8", "replace").split("\0")
    if check != _check(text) or len(parts) != len(Holder.__slots__) or not parts[-1].isdecimal():
        return None
    return Holder(parts[0], parts[1], int(parts[2]))


def _check(text: bytes) -> bytes:
    return zlib.crc32(text).to_bytes(4)[:_CHECK_BYTES]


def _runs(message: bytes) -> list[tuple[int, int]]:
    """Where bits of 1 stand together: first bit and number."""
    runs: list[tuple[int, int]] = []
    for at in range(8 * len(message)):
        if not message[at // 8] >> at % 8 & 1:
            continue
        if runs and sum(runs[-1]) == at:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((at, 1))
    return runs


if sys.platform == "linux":
    import fcntl

    def _lock(descriptor: int, start: int, length: int) -> None:
        wanted = struct.pack(_FLOCK, fcntl.F_WRLCK, os.SEEK_SET, _FIRST_BYTE + start, length, 0)
        fcntl.fcntl(descriptor, fcntl.F_OFD_SETLK, wanted)

    def _locked(descriptor: int, start: int, length: int) -> list[tuple[int, int]]:
        """What others have locked of a stretch; the system names one lock at a time, not always the first."""
        if length <= 0:
            return []
        wanted = struct.pack(_FLOCK, fcntl.F_RDLCK, os.SEEK_SET, _FIRST_BYTE + start, length, 0)
        kind, _, at, size, _ = struct.unpack(_FLOCK, fcntl.fcntl(descriptor, fcntl.F_OFD_GETLK, wanted))
        if kind == fcntl.F_UNLCK:
            return []
        first = max(at - _FIRST_BYTE, start)
        end = min(at - _FIRST_BYTE + size, start + length) if size else start + length
        before = _locked(descriptor, start, first - start)
        return [*before, (first, end - first), *_locked(descriptor, end, start + length - end)]

else:

    def _lock(descriptor: int, start: int, length: int) -> None:
        """This system has no locks of one descriptor."""

    def _locked(descriptor: int, start: int, length: int) -> list[tuple[int, int]]:
        del descriptor, start, length
        return []
