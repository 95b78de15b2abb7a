"""What the pages ask about a class pack, and the values that travel between the two. No Qt.

Lives here: the Protocol and its frozen values. Does not live here: the implementation (`class_cases`). Everything
behind it may be slow and is called on a worker thread only.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class PackedIssuers:
    """One list of issuers in a pack. `publisher` is "" when nobody signed it; `body` is the list itself."""

    title: str
    publisher: str
    made_at: datetime | None
    issuers: int
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ClassToday:
    """A class pack that was opened. `school` and `note` are hostile text.

    Attributes:
        path: where it is.
        seats: for how many students.
        language: "en", "es", or "".
        lists: lists of issuers in it.
        has_items: whether there is something for single students in it, so that a code is asked for.
        token: the use case's own.
    """

    path: Path
    seats: int
    language: str
    school: str
    note: str
    lists: Sequence[PackedIssuers]
    has_items: bool
    token: object = field(repr=False)


@dataclass(frozen=True, slots=True)
class ClassWish:
    """What a counselor wants in a new pack. `files` is a folder with one folder for each student, or None."""

    seats: int
    language: str
    school: str
    note: str
    lists: Sequence[Path]
    files: Path | None


@dataclass(frozen=True, slots=True)
class ClassMade:
    """A new pack, written, and the code that stands nowhere in it."""

    today: ClassToday
    code: str


class ClassDesk(Protocol):
    """What can be done with class packs; no file of anybody is needed for it."""

    def make(self, wish: ClassWish, out: Path, progress: Callable[[], object]) -> ClassMade:
        """Makes a pack and writes it to a new file; `progress` is called for each student."""
        ...

    def open(self, path: Path) -> ClassToday:
        """Opens a pack."""
        ...

    def write_tickets(self, today: ClassToday, code: str, language: str, out: Path) -> None:
        """Writes tickets to a new PDF; the code must be the pack's where there is something for single students."""
        ...

    def items(self, today: ClassToday, emails: Sequence[str], code: str) -> Sequence[bytes]:
        """Archives of what there is for these e-mails of one student; raises when there is nothing."""
        ...
