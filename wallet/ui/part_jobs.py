"""What the credentials page asks of an open file on the vault's thread: a part of it, moving, marking.

Lives here: the jobs and what they bring back. Does not live here: showing (`pages.credentials`).
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from PySide6.QtGui import QImage

from wallet.ui.marks import Drawers, Filter
from wallet.ui.pictures import Pictures
from wallet.ui.ports import Card, Details, OpenWallet
from wallet.ui.tasks import Job


@dataclass(frozen=True, slots=True)
class Found:
    """What there is to show: the cards of a part that match, and which parts there are."""

    search: str
    part: Filter
    cards: list[Card]
    drawers: Drawers
    total: int

    @property
    def parts(self) -> Collection[Filter]:
        """Every part that can be shown."""
        return (
            Filter(),
            Filter(in_bin=True),
            *(Filter(collection=name) for name, _ in self.drawers.collections),
            *(Filter(tag=name) for name, _ in self.drawers.tags),
        )


def found(wallet: OpenWallet, search: str, part: Filter, job: Job) -> Found:
    """The cards of a part that match; none when that part is no longer there."""
    del job
    drawers = wallet.drawers()
    empty = Found(search, part, [], drawers, wallet.count())
    return replace(empty, cards=list(wallet.cards(search, part))) if part in empty.parts else empty


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


def picture_of(wallet: OpenWallet, record_id: str, job: Job) -> tuple[str, bytes | None]:
    """Its badge picture, not decoded."""
    return record_id, None if job.stopped else wallet.picture(record_id)


def decoded(pictures: Pictures, record_id: str, data: bytes, job: Job) -> tuple[str, QImage | None]:
    """The picture, decoded."""
    return record_id, None if job.stopped else pictures.decode(data)
