"""What the pages ask about signatures for what the learner wrote. No Qt.

Does not live here: the implementation (`sign_cases`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class SigningFacts:
    """What there is to say about one credential; each credential by its record id and name.

    Attributes:
        asked: when somebody was asked, and who, the latest first.
        signed: what was joined to what the learner wrote.
        offered: what names it and is not joined.
        written: of a credential that was joined, what the learner wrote.
    """

    asked: Sequence[tuple[datetime, str]] = ()
    signed: Sequence[tuple[str, str]] = ()
    offered: Sequence[tuple[str, str]] = ()
    written: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class AskDraft:
    """What the learner decided: whom to ask, what to say, and what of their own goes along."""

    to: str
    words: str = field(repr=False, default="")
    with_name: bool = True
    with_story: bool = True


@dataclass(frozen=True, slots=True)
class MadeAsk:
    """A request as it would leave: the letter, and the file for a badge program. `token` is the use case's own."""

    letter: str = field(repr=False)
    file: str = field(repr=False)
    token: object = field(repr=False)


class AsksToSign(Protocol):
    """The part of an open file that asks for signatures. Every call belongs to the vault's thread."""

    def make_ask(self, record_id: str, draft: AskDraft) -> MadeAsk:
        """Makes a request; nothing is written or remembered."""
        ...

    def write_ask(self, made: MadeAsk, out: Path) -> None:
        """Writes it as a letter with the file inside (.pdf), as text or as the file alone, and remembers it."""
        ...

    def note_ask(self, made: MadeAsk) -> None:
        """Remembers it: its text was copied."""
        ...

    def join_signed(self, record_id: str, signed_id: str) -> None:
        """Says that a credential belongs to what the learner wrote."""
        ...

    def part_signed(self, record_id: str, signed_id: str) -> None:
        """Takes that back."""
        ...
