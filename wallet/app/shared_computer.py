"""A computer that others use, too: whether this is one, and where people's sticks are.

Lives here: the option and the marker file that say so, and looking for wallet files on removable places.
Does not live here: what follows from it (the window keeps nothing on the machine; the command line never
does).
"""

import contextlib
import ctypes
import os
import string
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

OPTION = "--shared"
"""Given to the window, it keeps nothing on this computer."""

MARKER = "portable"
"""A file (or folder) of this name beside the program, or one folder above, says the same."""

SUFFIX = ".lerwallet"

_REMOVABLE = 2
_MOUNTS = Path("/proc/self/mounts")
_WHERE_STICKS_GO = ("/media/", "/run/media/")
_VAULT_FOLDERS = ("", "vaults", "LER-Wallet", "LER-Wallet/vaults")
_MOST = 50


def is_shared(arguments: Sequence[str], program: Sequence[Path] | None = None) -> bool:
    """Whether the window must keep nothing on this computer.

    Args:
        arguments: of the program.
        program: the folders to look for the marker in; None for the program's own.
    """
    if OPTION in arguments:
        return True
    folders = program_folders() if program is None else program
    return any(os.path.lexists(folder / MARKER) for folder in folders)


def program_folders() -> Sequence[Path]:
    """The folder the program was started from, and the one above it."""
    frozen = getattr(sys, "frozen", False)
    here = Path(sys.executable if frozen else sys.argv[0] or ".").resolve().parent
    return (here, here.parent)


def sticks() -> Sequence[Path]:
    """The places of removable media that are there now; none where the system does not tell."""
    if sys.platform == "win32":
        return tuple(_windows_drives())
    if sys.platform == "darwin":
        return tuple(sorted(place for place in _inside(Path("/Volumes")) if not place.is_symlink()))
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ()
    places = [_unescaped(line.split()[1]) for line in lines if len(line.split()) > 1]
    return tuple(Path(place) for place in sorted(set(places)) if place.startswith(_WHERE_STICKS_GO))


def find_vaults(places: Sequence[Path]) -> Sequence[Path]:
    """The wallet files on these places, in their usual folders only; at most 50, sorted by place and name."""
    found: list[Path] = []
    for place in places:
        for folder in _VAULT_FOLDERS:
            names = _inside(place / folder if folder else place)
            found += sorted(path for path in names if path.suffix == SUFFIX and path.is_file())
            if len(found) >= _MOST:
                return tuple(found[:_MOST])
    return tuple(found)


def _inside(folder: Path) -> Sequence[Path]:
    with contextlib.suppress(OSError):
        return tuple(path for path in folder.iterdir() if not path.name.startswith("."))
    return ()


def _unescaped(place: str) -> str:
    """The mounts file writes blanks, tabs, line ends and backslashes as three octal digits."""
    for code in ("040", "011", "012", "134"):
        place = place.replace(f"\\{code}", chr(int(code, 8)))
    return place


def _windows_drives() -> Iterator[Path]:
    windll: Any = getattr(ctypes, "windll", None)
    for letter in string.ascii_uppercase if windll is not None else "":
        root = f"{letter}:\\"
        if windll.kernel32.GetDriveTypeW(root) == _REMOVABLE:
            yield Path(root)
