"""From something dropped, pasted or chosen to the sheet that answers it, where it asks for credentials.

Lives here: telling requests from everything else, and which sheet comes when. Does not live here: the sheets themselves
(`pages.request_sheet`, `pages.share.answer_sheet`).
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from wallet.ui.pages.request_sheet import Read, RequestSheet
from wallet.ui.pages.share.answer_sheet import AnswerSheet
from wallet.ui.pages.sheet import Sheet
from wallet.ui.ports import Desk, OpenWallet
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools


class RequestFlow(QObject):
    """Opens sheets by `open_sheet`; `closed` and `shared` are those of whichever is open."""

    closed = Signal()
    shared = Signal()

    def __init__(
        self,
        tools: Tools,
        desk: Desk,
        wallet: OpenWallet,
        open_sheet: Callable[[Sheet], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._desk = desk
        self._wallet = wallet
        self._open_sheet = open_sheet

    def open(self, text: str = "") -> RequestSheet:
        """The sheet that takes a request; with `text`, it reads that at once."""
        sheet = RequestSheet(self._tools, self._desk, self._wallet)
        sheet.closed.connect(self.closed)
        sheet.read.connect(self._answer)
        self._open_sheet(sheet)
        sheet.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        if text:
            sheet.take_text(text)
        return sheet

    def look_in_file(self, name: str, otherwise: Callable[[], object]) -> None:
        """Opens the request in a file; what holds none is for somebody else."""
        work = partial(_in_file, self._desk, Path(name))
        self._tools.tasks.run(work, self, Callbacks(done=partial(self._decide, otherwise)))

    def _decide(self, otherwise: Callable[[], object], text: str) -> None:
        if text:
            self.open(text)
        else:
            otherwise()

    def _answer(self, read: Read) -> None:
        asked, rule = read
        sheet = AnswerSheet(self._tools, self._wallet, rule, asked)
        sheet.closed.connect(self.closed)
        sheet.shared.connect(self.shared)
        self._open_sheet(sheet)
        sheet.focus_first()


def means_request(text: str) -> bool:
    """Whether a pasted text means to be a request; by its beginning alone, the rest is for whoever reads it."""
    start = text.lstrip()[:400].lower()
    named: Sequence[str] = ('"dcql_query"', '"response_type"', '"verifiablepresentationrequest"', '"query"')
    return start.startswith(("openid4vp:", "haip:")) or (
        start.startswith("{") and any(name in start for name in named)
    )


def _in_file(desk: Desk, path: Path, job: Job) -> str:
    del job
    return desk.request_in(path)
