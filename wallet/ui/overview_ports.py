"""What the overview page asks of an open file beside its counts (`skill_ports`). No Qt.

Lives here: the Protocol and its values. Does not live here: the implementation (`overview_cases`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from wallet.app.overview_page import OverviewPaper, PaperChoice


@dataclass(frozen=True, slots=True)
class PaperWish:
    """The page the learner wants: which blocks, and in which language ("en" or "es")."""

    choice: PaperChoice
    language: str


class TellsOverview(Protocol):
    """The part of an open file that tells of its owner: called on the file's own thread."""

    def own_words(self) -> str:
        """What the learner says about themselves; "" for nothing yet."""
        ...

    def keep_own_words(self, text: str) -> str:
        """Keeps it, "" to take it away; gives the text as it was kept."""
        ...

    def first_told(self) -> Sequence[str]:
        """Which credentials are told on paper where nobody chose, in their order."""
        ...

    def overview_paper(self, wish: PaperWish) -> OverviewPaper:
        """The overview on one page, finished; nothing is written."""
        ...

    def write_overview(self, paper: OverviewPaper, out: Path) -> None:
        """Writes this very page as a PDF to a new file."""
        ...
