"""What the pages ask about things the learner writes themselves. No Qt.

Does not live here: the implementation (`own_cases`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from wallet.credentials.kinds import Kind


@dataclass(frozen=True, slots=True)
class Written:
    """What the learner wrote: what it is, when, what they did, who saw it, and of what kind it is."""

    title: str = field(default="", repr=False)
    day: date | None = None
    story: str = field(default="", repr=False)
    witness: str = field(default="", repr=False)
    kind: Kind = Kind.OTHER


class WritesOwn(Protocol):
    """The part of an open file that is about the learner's own words."""

    def write_own(self, written: Written, proofs: Sequence[Path], record_id: str = "") -> str:
        """Keeps it, with copies of files that prove it, in place of an earlier wording; its record id."""
        ...

    def written(self, record_id: str) -> Written:
        """What was written, to be changed."""
        ...
