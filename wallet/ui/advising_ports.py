"""What the advising view asks of an open file. No Qt. Does not live here: the implementation (`advising_cases`)."""

from pathlib import Path
from typing import Protocol

from wallet.app.advising_view import AdvisingView


class ShowsAdviser(Protocol):
    """The part of an open file that a learner shows an adviser; nothing here changes the file."""

    def advising(self) -> AdvisingView:
        """What an adviser sees, without what is private."""
        ...

    def write_advising(self, view: AdvisingView, language: str, out: Path) -> None:
        """Writes one page of it to a new PDF."""
        ...
