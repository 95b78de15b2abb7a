"""Collections on one page over the real use cases (`page_ports`)."""

from pathlib import Path

from wallet.app import collection_notes, collection_page
from wallet.app.container import Services
from wallet.app.unlock import Vault
from wallet.ui.languages import spoken
from wallet.ui.page_ports import OnePage


class VaultPages:
    """`MakesPages` over one vault; every call on the thread that opened it."""

    _vault: Vault
    _services: Services

    def one_page(self, collection: str, *, with_name: bool = True) -> OnePage:
        """What is on the page."""
        page = self._page(collection, with_name=with_name)
        return OnePage(
            page.title,
            page.owner,
            page.note,
            [(item.title, item.facts) for item in page.items],
            page.record_ids,
            page.foot,
            page.more,
        )

    def keep_page_note(self, collection: str, words: str) -> None:
        """Keeps the words."""
        collection_notes.keep_collection_note(self._vault, collection, words)

    def write_one_page(self, collection: str, out: Path, *, with_name: bool = True) -> None:
        """Writes the page."""
        page = self._page(collection, with_name=with_name)
        collection_page.write_collection_page(page, out, self._services)

    def _page(self, collection: str, *, with_name: bool) -> collection_page.CollectionPage:
        return collection_page.collection_page(
            self._vault, collection, language=spoken(), with_name=with_name
        )
