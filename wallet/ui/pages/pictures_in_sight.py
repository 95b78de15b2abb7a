"""Fetches the badge pictures of the cards in sight, a few at a time, and never those of cards that were scrolled past.

Lives here: which pictures are asked for when. Does not live here: decoding (`wallet.ui.pictures`), painting (`models`).
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from wallet.ui import part_jobs
from wallet.ui.models.card_grid import CardGrid
from wallet.ui.models.credential_model import CredentialModel
from wallet.ui.ports import OpenWallet
from wallet.ui.tasks import Callbacks
from wallet.ui.tools import Tools

_AT_ONCE = 8
_PAUSE = 40
"""Milliseconds after something came into sight: who scrolls quickly wants none of what goes by."""


class PicturesInSight(QObject):
    """Asks for the next few when the last few have come, so that a search never waits behind a screenful."""

    def __init__(
        self,
        tools: Tools,
        wallet: OpenWallet,
        views: tuple[CardGrid, CredentialModel],
        show: Callable[[str, QImage | None], None],
        parent: QObject,
    ) -> None:
        """`show` is told each picture, None for a credential without one."""
        super().__init__(parent)
        self._tasks = tools.tasks
        self._pictures = tools.pictures
        self._wallet = wallet
        self._grid, self._model = views
        self._show = show
        self._under_way = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._ask)
        self._grid.in_sight.connect(self._wait)

    def _wait(self) -> None:
        if not self._pause.isActive():
            self._pause.start()

    def _ask(self) -> None:
        if self._under_way:
            return  # asked again when these have come
        shown = (self._model.cards[row].id for row in self._grid.shown_rows())
        unknown = [record_id for record_id in shown if not self._model.knows_picture(record_id)][:_AT_ONCE]
        if unknown:
            self._under_way = 1
            work = partial(part_jobs.pictures_of, self._wallet, unknown)
            none = partial(self._came, [(record_id, None) for record_id in unknown])
            self._tasks.run_on_vault(work, self, Callbacks(done=self._came, error=none))

    def _came(self, found: Sequence[tuple[str, bytes | None]], _error: object = None) -> None:
        self._under_way = 1 + sum(data is not None for _, data in found)
        for record_id, data in found:
            if data is None:
                self._show(record_id, None)
            else:
                work = partial(part_jobs.decoded, self._pictures, record_id, data)
                none = partial(self._decoded, (record_id, None))
                self._tasks.run(work, self, Callbacks(done=self._decoded, error=none))
        self._one_less()

    def _decoded(self, found: tuple[str, QImage | None], _error: object = None) -> None:
        self._show(*found)
        self._one_less()

    def _one_less(self) -> None:
        self._under_way -= 1
        if not self._under_way:
            self._ask()
