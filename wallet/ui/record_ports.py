"""What the detail page asks beside the credential itself: files and the checks of the past. No Qt.

Does not live here: the record to read (`wallet.app.record_parts`), the implementation (`record_cases`).
"""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from wallet.verification.report import Reason, Verdict


@dataclass(frozen=True, slots=True)
class OwnFile:
    """One file the learner keeps with a credential. `media_type` is what its content looks like."""

    number: int
    name: str
    media_type: str
    size: int
    added_at: datetime


@dataclass(frozen=True, slots=True)
class EarlierCheck:
    """What one check said at its time."""

    at: datetime
    verdict: Verdict
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class Viewable:
    """Something to look at or to save: a file of the learner's by its number, or evidence inside a credential.

    Attributes:
        address: of enclosed evidence, a data: URL.
    """

    name: str
    media_type: str
    size: int
    number: int = 0
    address: str = field(default="", repr=False)


class KeepsFiles(Protocol):
    """The part of an open file that is about files beside a credential."""

    def add_file(self, record_id: str, path: Path) -> None:
        """Keeps a copy of a file with a credential."""
        ...

    def remove_file(self, number: int) -> None:
        """Removes it for good."""
        ...

    def content_of(self, viewable: Viewable) -> bytes:
        """The bytes of a file, or of enclosed evidence."""
        ...

    def write_content(self, viewable: Viewable, out: Path) -> None:
        """Writes them to a new file."""
        ...
