"""One window for each person: a second start hands over what it was to open, and ends.

The window that is open listens at a local socket in a folder that only this person may enter. What comes in is an
offer to look at something, from whoever runs as the same person: it is read within limits, and never does more than
open a review (`intake`). Whoever owns the other end is asked of the system, not believed.
"""

import contextlib
import json
import os
import socket
import stat
import struct
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from wallet.app.deep_links import is_deep_link
from wallet.app.settings import settings_path
from wallet.codecs import strict_json
from wallet.errors import WalletError
from wallet.ui.fresh_start import OPEN

MOST = 100
LONGEST = 256 * 1024

_TAKEN = b"taken\n"
_QUICK, _PATIENT = 500, 3000
_MOST_GUESTS = 8
_LONGEST_PATH = 100


@dataclass(frozen=True, slots=True)
class Handed:
    """What is to be looked at: files by their whole path, and at most one link."""

    files: tuple[str, ...] = ()
    link: str = ""


def asked_to_open(arguments: Sequence[str]) -> Handed:
    """Reads what follows `--open`: paths, addresses of files, one link. Anything else is no file and left out."""
    words = list(arguments)
    if OPEN not in words:
        return Handed()
    files: list[str] = []
    link = ""
    for word in words[words.index(OPEN) + 1 :][:MOST]:
        if is_deep_link(word):
            link = link or word
            continue
        url = QUrl(word) if word.lower().startswith("file:") else QUrl.fromLocalFile(os.path.abspath(word))  # noqa: PTH100
        path = url.toLocalFile() if url.host() == "" else ""
        if path and "\0" not in path and Path(path).is_file():
            files.append(path)
    return Handed(tuple(files), link)


def meeting_place() -> str | None:
    """Where a window of this person listens; None where no place is private enough."""
    if sys.platform == "win32":
        return "ler-wallet-" + os.environ.get("USERNAME", "")  # open to this user alone, see `Door`
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    folder = Path(runtime) / "ler-wallet" if runtime else settings_path().parent
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.lstat()
        private = stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o022
        place = folder / "window"
        if private and len(os.fsencode(place)) <= _LONGEST_PATH:
            return str(place)
    return None


def hand_over(handed: Handed, place: str) -> bool:
    """Whether a window that is open has taken this; False when there is none, or it belongs to somebody else."""
    guest = QLocalSocket()
    guest.connectToServer(place)
    if not guest.waitForConnected(_QUICK) or not is_own(int(guest.socketDescriptor())):
        guest.abort()
        return False
    guest.write(json.dumps({"files": list(handed.files), "link": handed.link}).encode() + b"\n")
    answered = guest.waitForReadyRead(_PATIENT) and bytes(guest.readAll().data()) == _TAKEN
    guest.abort()
    return answered


def is_own(descriptor: int) -> bool:
    """Whether the other end of a socket runs as the same person. Where it cannot be asked, the folder decides."""
    if sys.platform != "linux":
        return True
    try:
        with socket.socket(fileno=os.dup(descriptor)) as end:
            size = struct.calcsize("3i")
            _, user, _ = struct.unpack("3i", end.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, size))
    except OSError:
        return False
    return bool(user == os.geteuid())


class Door(QObject):
    """Listens for later starts; `knocked` carries what each hands over."""

    knocked = Signal(object)

    def __init__(self, place: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._guests = 0
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        if not self._server.listen(place):
            QLocalServer.removeServer(place)  # left behind by a program that ended at once
            self._server.listen(place)

    @property
    def open(self) -> bool:
        """Whether it listens."""
        return self._server.isListening()

    def close(self) -> None:
        """Listens no longer."""
        self._server.close()

    def _welcome(self) -> None:
        guest = self._server.nextPendingConnection()
        if self._guests >= _MOST_GUESTS or not is_own(int(guest.socketDescriptor())):
            guest.abort()
            guest.deleteLater()
            return
        self._guests += 1
        _Guest(guest, self)

    def take(self, handed: Handed) -> None:
        """What one of them said."""
        self.knocked.emit(handed)

    def left(self) -> None:
        """One of them has gone."""
        self._guests -= 1


class _Guest(QObject):
    """One later start, heard for a few seconds."""

    def __init__(self, end: QLocalSocket, door: Door) -> None:
        super().__init__(door)
        self._end, self._door = end, door
        self._heard = b""
        end.setParent(self)
        end.readyRead.connect(self._hear)
        end.disconnected.connect(self._leave)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._send_away)
        self._limit.start(_PATIENT)
        self._hear()

    def _hear(self) -> None:
        self._heard += bytes(self._end.readAll().data())
        if len(self._heard) > LONGEST:
            self._end.abort()
        elif self._heard.endswith(b"\n"):
            handed = read_handed(self._heard)
            self._heard = b""
            if handed is None:
                self._end.abort()
                return
            self._end.write(_TAKEN)
            self._end.flush()
            self._door.take(handed)

    def _send_away(self) -> None:
        self._end.abort()

    def _leave(self) -> None:
        self._limit.stop()
        self._door.left()
        self.deleteLater()


def read_handed(data: bytes) -> Handed | None:
    """What was said, if it makes sense; None otherwise."""
    try:
        said = strict_json.loads(data)
    except WalletError:
        return None
    if not isinstance(said, dict) or set(said) != {"files", "link"}:
        return None
    files, link = said["files"], said["link"]
    if not isinstance(files, list) or len(files) > MOST or not isinstance(link, str):
        return None
    if not all(isinstance(name, str) and Path(name).is_absolute() and "\0" not in name for name in files):
        return None
    return Handed(tuple(files), link) if not link or is_deep_link(link) else None
