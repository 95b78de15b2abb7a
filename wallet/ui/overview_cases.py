"""The overview over the real use cases (`overview_ports`). Imported late, as `use_cases` is."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wallet.app import overview, overview_paper, own_words
from wallet.app.container import Services
from wallet.app.output import write_new_file
from wallet.app.overview_page import OverviewPaper, render_overview
from wallet.app.paper import measuring_document
from wallet.app.unlock import Vault
from wallet.ui.overview_ports import PaperWish

if TYPE_CHECKING:
    from fpdf import FPDF


class OverviewTold:
    """The part of an open wallet that tells of its owner; every call on the thread that opened it."""

    def __init__(self, vault: Vault, services: Services) -> None:
        self._vault = vault
        self._services = services
        self._measuring: FPDF | None = None

    def own_words(self) -> str:
        """What the learner says."""
        return own_words.own_words(self._vault)

    def keep_own_words(self, text: str) -> str:
        """Keeps it."""
        return own_words.keep_own_words(self._vault, text)

    def first_told(self) -> Sequence[str]:
        """Which are told where nobody chose."""
        return overview_paper.first_choice(self._vault, overview.overview(self._vault, -1))

    def overview_paper(self, wish: PaperWish) -> OverviewPaper:
        """The finished page."""
        if self._measuring is None:  # making one reads typefaces, and a page is made anew at every tick
            self._measuring = measuring_document()
        return overview_paper.overview_paper(
            self._vault, wish.choice, self._services, wish.language, self._measuring
        )

    def write_overview(self, paper: OverviewPaper, out: Path) -> None:
        """Writes it."""
        write_new_file(out, render_overview(paper))
