"""From the text of an offer to the sheet that takes it, and from there to the list where things are looked at.

Lives here: which sheet comes when, and what is told in between. Does not live here: the sheets (`pages.offer_sheet`,
`pages.add`).
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from wallet.ui.offer_ports import Taken
from wallet.ui.pages.add import AddPage
from wallet.ui.pages.offer_sheet import OfferSheet
from wallet.ui.pages.sheet import Sheet
from wallet.ui.ports import Desk, Incoming, OpenWallet, Saved
from wallet.ui.reason_words import words
from wallet.ui.tasks import Job
from wallet.ui.tools import Tools


class OfferFlow(QObject):
    """Opens the sheet by `open_sheet`; what came goes to `review`."""

    closed = Signal()

    def __init__(
        self,
        tools: Tools,
        desk: Desk,
        wallet: OpenWallet,
        open_sheet: Callable[[Sheet], None],
        *,
        review: Callable[[Sequence[Incoming]], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._desk = desk
        self._wallet = wallet
        self._open_sheet = open_sheet
        self._review = review
        self._came_last: Taken | None = None

    def serve(self, page: AddPage) -> None:
        """Opens the offers that come up in the add sheet, and shows what was promised and came."""
        page.offered.connect(self.open)
        page.promised_came.connect(self.show)
        page.saved.connect(self._saved)

    def open(self, text: str) -> OfferSheet:
        """The sheet for this offer."""
        sheet = OfferSheet(self._tools, self._desk, self._wallet)
        sheet.closed.connect(self.closed)
        sheet.came.connect(self._came)
        self._open_sheet(sheet)
        sheet.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        sheet.begin(text)
        return sheet

    def _saved(self, saved: Sequence[Saved]) -> None:
        """The issuer is told when all that it handed out was kept."""
        taken, self._came_last = self._came_last, None
        kept = [one for one in saved if one.result != "refused"]
        if taken is not None and taken.arrived is not None and len(kept) >= len(taken.incoming) > 0:
            self._tools.tasks.run_online(partial(_tell, taken.arrived), self)

    def _came(self, taken: Taken) -> None:
        self.closed.emit()
        self.show(taken)

    def show(self, taken: Taken) -> None:
        """What came is looked at, what did not is told."""
        self._came_last = taken
        if taken.incoming:
            self._review(taken.incoming)
        if taken.missing:
            said = self.tr("%n of the credentials did not come.", "", len(taken.missing))
            self._tools.messages.tell(said, "warn", words(taken.missing[0][1]).do)
        elif taken.later:
            said = self.tr("%n credential(s) will be ready later.", "", taken.later)
            do = self.tr("Open Add again then: what was promised can be asked for there.")
            self._tools.messages.tell(said, "wait", do)


def _tell(arrived: Callable[[], None], job: Job) -> None:
    del job
    arrived()
