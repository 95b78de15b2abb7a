"""What the overview asks of an open file on the vault's thread.

Lives here: the jobs and what they bring back. Does not live here: showing (`pages.overview`, `pages.overview_sheet`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wallet.app.overview_page import OverviewPaper
from wallet.app.skill_view import Overview
from wallet.ui.overview_ports import PaperWish
from wallet.ui.ports import Card, OpenWallet
from wallet.ui.tasks import Job
from wallet.ui.timeline import Moment, moments


@dataclass(frozen=True, slots=True)
class Glance:
    """Everything on the page; `revision` is the file's, to which this belongs."""

    words: str = field(repr=False)
    overview: Overview
    told: Sequence[Moment]
    revision: int


def glance(wallet: OpenWallet, known: int, today: str, job: Job) -> Glance | None:
    """Everything; None when nothing has changed since the revision that is known, or nobody wants to know any more."""
    revision = wallet.revision()
    if job.stopped or revision == known:
        return None
    overview = wallet.overview()
    return Glance(wallet.own_words(), overview, moments(overview, wallet.cards(""), today), revision)


def kept_words(wallet: OpenWallet, text: str, job: Job) -> str:
    """Keeps what the learner says."""
    del job
    return wallet.keep_own_words(text)


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from for the page of paper.

    Attributes:
        name: of the profile in use, "" when there is none.
        has_words: whether the learner wrote about themselves.
        cards: every credential, what is told where nobody chose first.
        ticked: the record ids of those.
    """

    name: str = field(repr=False)
    has_words: bool
    cards: Sequence[Card]
    ticked: frozenset[str]


def choices(wallet: OpenWallet, job: Job) -> Choices:
    """What there is to choose from."""
    del job
    first = {record_id: place for place, record_id in enumerate(wallet.first_told())}
    cards = sorted(wallet.cards(""), key=lambda card: card.issued or "", reverse=True)
    cards.sort(key=lambda card: first.get(card.id, len(first)))
    name = next((one.name for one in wallet.profiles() if one.in_use), "")
    return Choices(name, bool(wallet.own_words()), cards, frozenset(first))


def paper(wallet: OpenWallet, wish: PaperWish, job: Job) -> OverviewPaper | None:
    """The page; None when another one is wanted by now."""
    return None if job.stopped else wallet.overview_paper(wish)


def written(wallet: OpenWallet, page: OverviewPaper, out: Path, job: Job) -> str:
    """Writes this very page; the name of the file."""
    del job
    wallet.write_overview(page, out)
    return out.name
