"""`ShowsAdviser` over the real use cases. Imported late, as `use_cases` is."""

from pathlib import Path

from wallet.app.advising import advising_view
from wallet.app.advising_page import render_advising
from wallet.app.advising_view import AdvisingView
from wallet.app.container import Services
from wallet.app.output import write_new_file
from wallet.app.unlock import Vault


class OwnAdvising:
    """The part of an open wallet for an advising talk; every call on the thread that opened it."""

    def __init__(self, vault: Vault, services: Services) -> None:
        self._vault = vault
        self._services = services

    def advising(self) -> AdvisingView:
        """What an adviser sees."""
        return advising_view(self._vault)

    def write_advising(self, view: AdvisingView, language: str, out: Path) -> None:
        """One page of it."""
        write_new_file(out, render_advising(view, language, self._services.clock.now()))
