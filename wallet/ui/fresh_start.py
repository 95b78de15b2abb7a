"""Beginning anew at lock: the program replaces itself, so that nothing of the file stays in its memory.

A program in Python cannot wipe the texts it has handled: they are copied and freed in places it does not
know. The system takes the whole memory of a program away when another takes its place, so at lock this one
starts itself again in the same process. What the new one must know goes through a pipe, not through
arguments that others on this computer can read.

Lives here: that start, and what is handed over. Does not live here: locking, which does not rely on it.
"""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wallet.codecs import strict_json
from wallet.errors import WalletError

OPTION = "--resume-fd="
"""Names the descriptor to read what was handed over from."""

OPEN = "--open"
"""What follows it is to be opened by the window (`one_window`)."""

_LONGEST = 65_536


@dataclass(frozen=True, slots=True)
class Resumed:
    """What the next program knows of this one: nothing of a credential or a person.

    Attributes:
        vault: the file to ask the passphrase for; None for the first page.
        why: a `LockReason`.
        theme: of the settings.
        text_size: of the settings.
        language: of the settings.
        geometry: of the window, as Qt saves it.
        shared: whether the next program keeps nothing on this computer, whatever its arguments say.
        class_pack: the class pack that is open today, None for none.
        class_done: how many students of the class are set up, and `class_seats` of how many.
        class_next: whether the next student is waiting to be set up.
    """

    vault: Path | None = None
    why: str = ""
    theme: str = ""
    text_size: int = 0
    language: str = ""
    geometry: bytes = b""
    shared: bool = False
    class_pack: Path | None = None
    class_done: int = 0
    class_seats: int = 0
    class_next: bool = False


def begin_anew(resumed: Resumed) -> None:
    """Starts this program again in place of itself and does not return.

    Raises:
        OSError: the system refuses; this program goes on, locked.
    """
    command = own_command()
    if sys.platform == "win32":  # a process cannot be replaced there: another follows, and this one ends
        child = subprocess.Popen([*command, f"{OPTION}0"], stdin=subprocess.PIPE)  # noqa: S603 - our own command
        assert child.stdin is not None
        child.stdin.write(_to_bytes(resumed))
        child.stdin.close()
        os._exit(0)
    reader, writer = os.pipe()
    try:
        os.write(writer, _to_bytes(resumed))  # less than a pipe holds
        os.close(writer)
        os.set_inheritable(reader, True)
        os.execv(command[0], [*command, f"{OPTION}{reader}"])  # noqa: S606 - our own command
    finally:
        with contextlib.suppress(OSError):
            os.close(reader)


def own_command() -> Sequence[str]:
    """How this program was started, without what an earlier one handed over and what it was to open then."""
    own = list(sys.argv if getattr(sys, "frozen", False) else sys.orig_argv)
    if OPEN in own:
        del own[own.index(OPEN) :]
    return [sys.executable, *(word for word in own[1:] if not word.startswith(OPTION))]


def handed_over(arguments: Sequence[str]) -> Resumed | None:
    """What the program before this one handed over; None at an ordinary start, or when it makes no sense."""
    word = next((word for word in arguments if word.startswith(OPTION)), "")
    number = word.removeprefix(OPTION)
    if not number.isdecimal():
        return None
    try:
        with os.fdopen(int(number), "rb") as pipe:
            return _from_bytes(pipe.read(_LONGEST))
    except (OSError, WalletError, ValueError, KeyError, TypeError):
        return None


def _to_bytes(resumed: Resumed) -> bytes:
    return json.dumps(
        {
            "vault": None if resumed.vault is None else str(resumed.vault),
            "why": resumed.why,
            "theme": resumed.theme,
            "text_size": resumed.text_size,
            "language": resumed.language,
            "geometry": resumed.geometry.hex(),
            "shared": resumed.shared,
            "class_pack": None if resumed.class_pack is None else str(resumed.class_pack),
            "class_done": resumed.class_done,
            "class_seats": resumed.class_seats,
            "class_next": resumed.class_next,
        }
    ).encode()


def _from_bytes(data: bytes) -> Resumed:
    stored: Any = strict_json.loads(data)
    vault, class_pack = stored["vault"], stored["class_pack"]
    return Resumed(
        vault=None if vault is None else Path(str(vault)),
        why=str(stored["why"]),
        theme=str(stored["theme"]),
        text_size=int(stored["text_size"]),
        language=str(stored["language"]),
        geometry=bytes.fromhex(stored["geometry"]),
        shared=stored["shared"] is True,
        class_pack=None if class_pack is None else Path(str(class_pack)),
        class_done=int(stored["class_done"]),
        class_seats=int(stored["class_seats"]),
        class_next=stored["class_next"] is True,
    )
