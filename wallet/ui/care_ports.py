"""What the pages ask about the file itself: backups, moving, other versions, damage. No Qt.

Lives here: the Protocols and their frozen values. Does not live here: the implementation (`care_cases`). An open
file's part belongs to the vault's thread, the rest to a worker.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol


class OldFile(StrEnum):
    """What becomes of the file that was moved from."""

    KEEP = "keep"
    READ_ONLY = "read-only"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """How well the file is backed up.

    Attributes:
        last_at: when the last copy was made, None for never.
        new_items: credentials that came since.
        folder: where copies go, None while no place was chosen.
        is_due: it is time to do it again.
    """

    last_at: datetime | None
    new_items: int
    folder: Path | None
    is_due: bool


@dataclass(frozen=True, slots=True)
class Behind:
    """What the file is to the one used last here, when it lacks something of it.

    Attributes:
        last_used: when the one that is further was used.
        diverged: this one also holds changes that the other lacks.
    """

    last_used: datetime
    diverged: bool


@dataclass(frozen=True, slots=True)
class WrittenOut:
    """Everything of a file as ordinary files. `damaged` is how many things could not be written."""

    folder: Path
    credentials: int
    files: int
    damaged: int


@dataclass(frozen=True, slots=True)
class MovedTo:
    """The compared copy of a file that was moved; `settled` is whether the old one is what was chosen for it."""

    path: Path
    settled: bool


@dataclass(frozen=True, slots=True)
class Joined:
    """What came out of another file into the open one.

    Attributes:
        credentials: how many were added.
        checked_later: how many have a later check now.
        kept: how many things stay that one of the two had deleted or has otherwise.
        others: how many notes, files, shares, keys and settings were added.
        names: of the added credentials, a few; hostile text.
    """

    credentials: int
    checked_later: int
    kept: int
    others: int
    names: Sequence[str] = field(default=(), repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not (self.credentials or self.checked_later or self.kept or self.others)


@dataclass(frozen=True, slots=True)
class Damage:
    """What was found in a file that may be damaged: how many pages, and how many records of every other kind."""

    pages: int
    others: int


@dataclass(frozen=True, slots=True)
class SavedRest:
    """What was saved of a damaged file into a new one.

    Attributes:
        lost: how many things are known to be gone; more may be, where `lost_pages` is not 0.
        names: what some of them were called, as far as that is known; hostile text.
    """

    path: Path
    credentials: int
    shares: int
    lost: int
    lost_pages: int
    names: Sequence[str] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class PutBack:
    """A copy that took the place of a file. `kept_as` is the new name of what was there."""

    path: Path
    credentials: int
    kept_as: str


@dataclass(frozen=True, slots=True)
class CopyFound:
    """A copy of a file that may be put back, and when it was written."""

    path: Path
    written_at: datetime


class CaredFor(Protocol):
    """The part of an open file that is about keeping it safe."""

    @property
    def behind(self) -> Behind | None:
        """What it lacks of the version used last here; None when it lacks nothing, or its owner goes on with it."""
        ...

    def go_on(self) -> None:
        """The owner goes on with this version: it is the one used last from now on."""
        ...

    def copies_beside(self) -> Sequence[str]:
        """Names of files in the same folder that hold changes of this file which it lacks."""
        ...

    def backup_facts(self) -> BackupFacts:
        """When it was backed up, and whether it is time again."""
        ...

    def back_up(self, folder: Path, *, remember: bool) -> Path:
        """Makes a copy, opens it and compares it. `remember`: later copies go to this folder, too."""
        ...

    def forget_backup_folder(self) -> None:
        """No more copies by themselves."""
        ...

    def damage(self) -> Damage:
        """Reads every page and every record."""
        ...

    def write_everything(self, folder: Path, progress: Callable[[], object]) -> WrittenOut:
        """Writes all it holds into a new folder inside this one; nothing there is encrypted."""
        ...

    def join(self, other: Path, passphrase: bytearray, *, may_be_another: bool) -> Joined:
        """Adds what only the other file holds, which is not changed; wipes the passphrase.

        `may_be_another`: the other need not be a version of this one.
        """
        ...

    def move(self, folder: Path, old: OldFile) -> MovedTo:
        """Makes a compared copy, and does with this file what was chosen.

        The file is closed then, unless it is kept.
        """
        ...


class Mends(Protocol):
    """What can be done about a file that does not open any more. Nothing is ever written to it."""

    def damage_of(self, path: Path, passphrase: bytearray) -> Damage:
        """What is damaged; wipes the passphrase."""
        ...

    def save_what_is_left(self, path: Path, new: Path, passphrase: bytearray) -> SavedRest:
        """A new file of all that can be read; wipes the passphrase."""
        ...

    def copies_of(self, path: Path, folders: Sequence[Path]) -> Sequence[CopyFound]:
        """Copies of a file in these folders that begin with the same salt, the newest first."""
        ...

    def put_back(self, copy: Path, path: Path, passphrase: bytearray) -> PutBack:
        """A whole copy takes the file's place, which is kept under another name; wipes the passphrase."""
        ...
