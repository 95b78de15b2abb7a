"""From whatever somebody hands over to the sheet that adds it, and from there back to the credentials.

Lives here: opening that sheet and saying what was kept. Does not live here: the sheet (`add`), answering what asks for
credentials (`wallet.ui.request_flow`), the badge site's own sheet.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from wallet.ui.offer_flow import OfferFlow
from wallet.ui.pages.add import AddPage
from wallet.ui.pages.badge_site_sheet import BadgeSiteSheet
from wallet.ui.pages.request_sheet import RequestSheet
from wallet.ui.pages.sheet import Sheet
from wallet.ui.ports import Desk, Incoming, OpenWallet, Saved
from wallet.ui.request_flow import RequestFlow, means_request
from wallet.ui.tools import Tools


class AddLinks(QObject):
    """`opened` carries a sheet to show; `kept` the record id of the first that was kept, "" for none.

    `kept_some` tells that some were kept and the sheet stays.
    """

    opened = Signal(object)
    visited = Signal(object)
    closed = Signal()
    kept = Signal(str)
    kept_some = Signal()
    write_own = Signal()

    def __init__(
        self,
        tools: Tools,
        desk: Desk,
        wallet: OpenWallet,
        *,
        present: Callable[[], Sheet | None],
        requests: RequestFlow,
        parent: QObject,
    ) -> None:
        """`present` tells the sheet in sight, None for none; `visited` carries one that closes itself."""
        super().__init__(parent)
        self._tools = tools
        self._desk = desk
        self._wallet = wallet
        self._present = present
        self._requests = requests
        self.offers = OfferFlow(
            tools,
            desk,
            wallet,
            self.opened.emit,
            review=partial(self.review, once=True),
            parent=self,
        )
        self.offers.closed.connect(self.closed)
        self._waiting: list[Callable[[AddPage], None]] = []

    def open(self) -> AddPage:
        """The add sheet, opened if it is not."""
        present = self._present()
        if isinstance(present, AddPage):
            return present
        page = AddPage(self._tools, self._desk, self._wallet)
        page.closed.connect(self.closed)
        page.saved.connect(partial(self._saved, page))
        page.kept_some.connect(self.kept_some)
        page.kept_some.connect(self._go_on)
        page.asked.connect(self._requests.open)
        self.offers.serve(page)
        page.write_own.connect(self.write_own)
        page.from_site.connect(self.open_badge_site)
        self.opened.emit(page)
        page.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        return page

    def open_badge_site(self) -> BadgeSiteSheet:
        """The sheet that fetches badges from a badge site; what comes is reviewed in the add sheet."""
        sheet = BadgeSiteSheet(self._tools, self._desk, self._wallet)
        sheet.found.connect(self.review)
        self.visited.emit(sheet)
        return sheet

    def add_files(self, names: Sequence[str]) -> None:
        """Checks dropped or chosen files in the add sheet; one that asks for credentials is answered instead."""
        present = self._present()
        if isinstance(present, RequestSheet):
            present.take_files(names)
        elif len(names) == 1 and present is None:
            self._requests.look_in_file(names[0], partial(self._add_files, names))
        else:
            self._add_files(names)

    def add_text(self, text: str) -> None:
        """Checks pasted text in the add sheet; one that asks for credentials is answered instead."""
        present = self._present()
        if isinstance(present, RequestSheet):
            present.take_text(text)
        elif means_request(text) and present is None:
            self._requests.open(text)
        else:
            self._hand(lambda page: page.add_text(text))

    def add_samples(self) -> None:
        """Checks the samples in the add sheet."""
        self._hand(AddPage.add_samples)

    def review(self, incoming: Sequence[Incoming], *, once: bool = False) -> None:
        """Looks at what a website gave in the add sheet; `once` for what it does not give again."""
        self._hand(lambda page: page.add_fetched(incoming, once=once))

    def _add_files(self, names: Sequence[str]) -> None:
        self._hand(lambda page: page.add_files(names))

    def _hand(self, give: Callable[[AddPage], None]) -> None:
        """Gives the add sheet something to check; while it keeps what is ticked, that waits until it has."""
        page = self.open()
        if page.saving is not None and page.saving.is_busy:
            self._waiting.append(give)
        else:
            give(page)

    def _go_on(self) -> None:
        """What came while things were kept is checked now."""
        waiting, self._waiting = self._waiting, []
        for give in waiting:
            self._hand(give)

    def _saved(self, page: AddPage, saved: Sequence[Saved]) -> None:
        ids = [record_id for one in saved for record_id in one.record_ids]
        kept = sum(one.result in ("added", "updated", "restored") for one in saved)
        known = sum(one.result == "duplicate" for one in saved)
        parts = [self.tr("%n credential(s) saved.", "", kept)] if kept else []
        if known:
            parts.append(self.tr("%n of them you had already.", "", known))
        refused = len(saved) - kept - known
        if refused:
            parts.append(self.tr("%n could not be kept.", "", refused))
        parts += [page.also] if page.also else []
        self._tools.messages.tell(" ".join(parts), "warn" if refused else "ok")
        self.kept.emit(ids[0] if ids else "")
        self._go_on()
