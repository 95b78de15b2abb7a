"""What copies of a vault are called, and telling our own automatic copies from everything else.

Lives here: names. Does not live here: making copies (`vault_copy`) or deciding when (`wallet.app.backup`).
"""

import os
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from wallet.errors import VaultError
from wallet.vault.key_derivation import read_salt
from wallet.vault.page_seal import PAGE_BYTES

_AUTOMATIC = re.compile(r" automatic copy \d{4}-\d\d-\d\d \d{6}( \d+)?")
_BEFORE_RESTORE = re.compile(r" before restore \d{4}-\d\d-\d\d( \d+)?")
_BEFORE_FORMAT = re.compile(r" before format \d+( \d+)?")


def dated_copy(path: Path, folder: Path, now: datetime) -> Path:
    """A free name in a folder for a copy somebody asked for."""
    return free_name(folder / f"{path.stem} {now:%Y-%m-%d}{path.suffix}")


def automatic_copy(path: Path, folder: Path, now: datetime) -> Path:
    """A free name for a copy made without being asked; sorts by time."""
    return free_name(folder / f"{path.stem} automatic copy {now:%Y-%m-%d %H%M%S}{path.suffix}")


def copy_before_format(path: Path, version: int) -> Path:
    """The name, beside the vault, of the copy kept before it takes a format version; may be taken."""
    return path.with_name(f"{path.stem} before format {version}{path.suffix}")


def kept_before_restore(path: Path, now: datetime) -> Path:
    """A free name, beside the vault, for what was there before a backup took its place."""
    return free_name(path.with_name(f"{path.stem} before restore {now:%Y-%m-%d}{path.suffix}"))


def own_version(path: Path, now: datetime) -> Path:
    """A free name, beside the vault, for our version of a file that somebody else replaced."""
    return free_name(path.with_name(f"{path.stem} saved from this computer {now:%Y-%m-%d}{path.suffix}"))


def automatic_copies(path: Path, folder: Path) -> Sequence[Path]:
    """The automatic copies of this vault in a folder, the oldest first; nobody else's file is among them."""
    return tuple(sorted(_matching(path, folder, _AUTOMATIC)))


def copies_before_format(path: Path) -> Sequence[Path]:
    """The copies kept before a new format, beside the vault, the oldest first."""
    return tuple(sorted(_matching(path, path.parent, _BEFORE_FORMAT), key=lambda one: one.stat().st_mtime_ns))


def is_automatic(path: Path, vault: Path) -> bool:
    """Whether a file beside a vault is called as one this program kept by itself."""
    rest = path.stem.removeprefix(vault.stem)
    return rest != path.stem and any(
        one.fullmatch(rest) for one in (_AUTOMATIC, _BEFORE_FORMAT, _BEFORE_RESTORE)
    )


def free_name(path: Path) -> Path:
    """This path, or with a number behind the name when it is taken."""
    number, found = 1, path
    while os.path.lexists(found):
        number += 1
        found = path.with_name(f"{path.stem} {number}{path.suffix}")
    return found


def same_salt(path: Path, folder: Path) -> Iterator[Path]:
    """The other files of a folder that begin with the very salt of this vault: copies under the same key."""
    salt = read_salt(path)
    for found in sorted(folder.iterdir()):
        if found.name == path.name and found.parent == path.parent:
            continue
        if not found.name.startswith(".") and _salt_of(found) == salt:
            yield found


def _matching(path: Path, folder: Path, pattern: "re.Pattern[str]") -> Iterator[Path]:
    for found in same_salt(path, folder):
        rest = found.stem.removeprefix(path.stem)
        if found.suffix == path.suffix and rest != found.stem and pattern.fullmatch(rest):
            yield found


def _salt_of(path: Path) -> bytes | None:
    """The salt of a file that has whole pages; most others are told by their size alone."""
    try:
        size = path.stat().st_size
        return read_salt(path) if size and size % PAGE_BYTES == 0 else None
    except (OSError, VaultError):
        return None
