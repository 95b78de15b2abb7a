"""What the credentials page asks of an open file on the vault's thread: a part of it, moving, marking.

Lives here: the jobs and what they bring back. Does not live here: showing (`pages.credentials`).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QImage

from wallet.app.filter_view import ListFilters
from wallet.errors import WalletError
from wallet.ui.marks import Drawers, Filter
from wallet.ui.pictures import Pictures
from wallet.ui.ports import Card, Details, OpenWallet, Tally
from wallet.ui.tasks import Job

NO_FILTERS = ListFilters()
FIRST_CARDS = 100
"""As many as a large screen shows at once, and a screenful below."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be found: the credentials of a part in which these words occur and that fit these filters.

    `known` is the file's revision at which the cards of this part were fetched that are there already, -1 for none.
    """

    search: str
    part: Filter
    known: int = -1
    filters: ListFilters = NO_FILTERS


@dataclass(frozen=True, slots=True)
class Found:
    """What there is to show.

    Attributes:
        wanted: what was looked for.
        cards: all of the part, whatever was searched for; None when the known ones are still right.
        matching: which of them match; None for all.
        drawers: which parts there are.
        tally: how many there are in the whole file.
        revision: the file's, to which this belongs.
        more: whether these are only the first, to be shown until all have come.
    """

    wanted: Wanted
    cards: Sequence[Card] | None
    matching: frozenset[str] | None
    drawers: Drawers
    tally: Tally
    revision: int
    more: bool = False

    @property
    def parts(self) -> Collection[Filter]:
        """Every part that can be shown."""
        return (
            Filter(),
            Filter(in_bin=True),
            *(Filter(collection=name) for name, _ in self.drawers.collections),
            *(Filter(tag=name) for name, _ in self.drawers.tags),
        )


def found(wallet: OpenWallet, wanted: Wanted, job: Job) -> Found | None:
    """What there is to show; None when nobody wants to know any more.

    No card when the part is no longer there.
    """
    if job.stopped:
        return None
    revision = wallet.revision()
    frame = Found(wanted, None, _matching(wallet, wanted), wallet.drawers(), wallet.tally(), revision)
    if revision == wanted.known:
        return frame
    return replace(frame, cards=wallet.cards("", wanted.part) if wanted.part in frame.parts else ())


def _matching(wallet: OpenWallet, wanted: Wanted) -> frozenset[str] | None:
    """What was searched for and fits; None for everything."""
    by_words, by_filters = wallet.matching(wanted.search), wallet.narrowed(wanted.filters)
    if by_words is None or by_filters is None:
        return by_filters if by_words is None else by_words
    return by_words & by_filters


def first_found(wallet: OpenWallet, wanted: Wanted, job: Job) -> Found:
    """The first of all cards, for a screen that shows nothing yet."""
    del job
    drawers, tally, revision = wallet.drawers(), wallet.tally(), wallet.revision()
    cards = wallet.first_cards(FIRST_CARDS)
    return Found(wanted, cards, None, drawers, tally, revision, more=len(cards) < tally.total)


def emptied(wallet: OpenWallet, job: Job) -> int:
    """Deletes for good what is in the bin; how many."""
    del job
    return wallet.empty_bin()


def details_of(wallet: OpenWallet, record_id: str, job: Job) -> Details:
    """One credential."""
    del job
    return wallet.details(record_id)


def checked_again(wallet: OpenWallet, record_id: str, job: Job) -> Details:
    """One credential after a new check."""
    del job
    return wallet.check_again(record_id)


def pictures_of(
    wallet: OpenWallet, record_ids: Sequence[str], job: Job
) -> Sequence[tuple[str, bytes | None]]:
    """Their badge pictures, not decoded; fewer when nobody wants to see them any more."""
    return [(record_id, _picture(wallet, record_id)) for record_id in record_ids if not job.stopped]


def _picture(wallet: OpenWallet, record_id: str) -> bytes | None:
    """One of them; none of one that is too damaged: opening it says what is wrong."""
    try:
        return wallet.picture(record_id)
    except WalletError:
        return None


def decoded(pictures: Pictures, record_id: str, data: bytes, job: Job) -> tuple[str, QImage | None]:
    """The picture, decoded."""
    return record_id, None if job.stopped else pictures.decode(data)
