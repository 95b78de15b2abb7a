"""The bytes of what is being added, until it is saved: thousands of things in little memory.

Lives here: what is kept of each thing, and getting its bytes back. They are kept packed; once that is much in all, a
file that was one thing is read again instead, and must then hold the very bytes that were checked. Does not live here:
keeping for good (`OpenWallet.save`).
"""

import hashlib
import threading
import zlib
from dataclasses import dataclass, field

from wallet.app.inputs import read_file
from wallet.codecs.deflate import inflate_zlib
from wallet.errors import AppError, Reason

MOST_HELD = 48_000_000
"""Packed bytes in all; what comes after that is held only where it cannot be read again."""

_QUICKEST = 1
_MOST_TEXT = 100_000_000
"""Bytes; a report is far from it."""


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of one thing: packed, as they are, or in a file.

    Attributes:
        held: the bytes that are in memory; empty for what is in a file.
        unpacked: how many bytes `held` is when it is unpacked (RFC 1950); 0 where it is not packed.
        path: the file to read again.
        digest: the SHA-256 of what was checked, 32 bytes; for what is read again.
    """

    held: bytes = field(repr=False)
    unpacked: int = 0
    path: str = field(default="", repr=False)
    digest: bytes = field(default=b"", repr=False)

    def read(self) -> bytes:
        """The bytes that were checked.

        Raises:
            AppError: as `read_file`; FILE_NOT_READABLE where the file holds something else by now.
        """
        if not self.path:
            return inflate_zlib(self.held, limit=self.unpacked) if self.unpacked else self.held
        data = read_file(self.path)
        if hashlib.sha256(data).digest() != self.digest:
            raise AppError(Reason.FILE_NOT_READABLE, "changed since it was checked")
        return data


class Originals:
    """Keeps the bytes of everything in one sheet. Any thread may ask."""

    def __init__(self, most_held: int = MOST_HELD) -> None:
        """`most_held` is in bytes."""
        self._most = most_held
        self._held = 0
        self._lock = threading.Lock()

    def keep(self, data: bytes, path: str = "") -> Original:
        """Keeps them; `path` is the file that holds these bytes and nothing else, "" where there is none."""
        packed = zlib.compress(data, _QUICKEST)
        is_packed = len(packed) < len(data)
        held = packed if is_packed else data
        with self._lock:
            if path and self._held + len(held) > self._most:
                return Original(b"", path=path, digest=hashlib.sha256(data).digest())
            self._held += len(held)
        return Original(held, len(data) if is_packed else 0)


def packed_text(text: str) -> bytes:
    """A text that hardly anybody looks at, packed; for `unpacked_text`."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"))


def unpacked_text(packed: bytes) -> str:
    """The text again."""
    return inflate_zlib(packed, limit=_MOST_TEXT).decode("utf-8", "surrogatepass")
