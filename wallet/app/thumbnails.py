"""Badge pictures from credentials, made small without letting them near this process.

Lives here: the parent's side of `thumbnail_process`: limits, starting, stopping and distrusting the child.
Does not live here: finding a picture in a credential, or showing it (ui). A picture that makes trouble is not shown;
that is never an error.
"""

import importlib.util
import os
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from wallet.app.thumbnail_process import EDGE, LARGEST_EDGE, REQUEST, SIZE

MAX_BYTES = 4_000_000
MAX_BYTES_LARGE = 20_000_000
MAX_SECONDS = 5.0

_CHILD = Path(__file__).with_name("thumbnail_process.py")
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
# All the child may know of this process's environment: what interpreters need to start at all on Windows and with
# libraries in unusual places. Above all it must not see LER_WALLET_PASSPHRASE.
_ENVIRONMENT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A small picture: 4 bytes a pixel (red, green, blue, opacity), row by row."""

    width: int
    height: int
    pixels: bytes = field(repr=False)


class ThumbnailMaker:
    """One child that serves many pictures, started at the first one and anew when it broke. Any thread may ask."""

    def __init__(self, max_seconds: float = MAX_SECONDS) -> None:
        """`max_seconds` is what one picture may take."""
        self._max_seconds = max_seconds
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None

    def make(self, picture: bytes) -> Thumbnail | None:
        """A small copy of a PNG or JPEG of at most 4 MB and 16 million pixels; None for anything else."""
        return self._made(picture, EDGE, MAX_BYTES)

    def make_large(self, picture: bytes) -> Thumbnail | None:
        """A copy to look at, of a PNG or JPEG of at most 20 MB and 16 million pixels; None for anything else."""
        return self._made(picture, LARGEST_EDGE, MAX_BYTES_LARGE)

    def _made(self, picture: bytes, edge: int, most: int) -> Thumbnail | None:
        if len(picture) > most or not picture.startswith(_SIGNATURES):
            return None
        with self._lock:
            try:
                return self._ask(picture, edge)
            except OSError:  # the child died or never started
                self._stop()
                return None

    def close(self) -> None:
        """Ends the child."""
        with self._lock:
            self._stop()

    def _ask(self, picture: bytes, edge: int) -> Thumbnail | None:
        child = self._child = self._child or _start()
        assert child.stdin is not None
        assert child.stdout is not None
        timer = threading.Timer(self._max_seconds, child.kill)
        timer.start()
        try:
            child.stdin.write(REQUEST.pack(len(picture), edge) + picture)
            child.stdin.flush()
            width, height = SIZE.unpack(_exactly(child.stdout.read(SIZE.size), SIZE.size))
            if width > edge or height > edge:
                raise OSError("the picture process broke its promise")
            pixels = _exactly(child.stdout.read(width * height * 4), width * height * 4)
        finally:
            timer.cancel()
        return Thumbnail(width, height, pixels) if width and height else None

    def _stop(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            with suppress(OSError):
                child.communicate()


def _exactly(answer: bytes, length: int) -> bytes:
    if len(answer) != length:
        raise OSError("the picture process ended early")
    return answer


def _start() -> subprocess.Popen[bytes]:
    """The child, isolated: its own folders only, next to no environment.

    Raises:
        OSError: it cannot be started, or Pillow is not installed.
    """
    spec = importlib.util.find_spec("PIL")
    if spec is None or spec.origin is None:
        raise OSError("Pillow is not installed")
    folder = str(Path(spec.origin).parent.parent)
    return subprocess.Popen(  # noqa: S603 - our own interpreter and our own file
        [sys.executable, "-I", "-X", "utf8", str(_CHILD), folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
