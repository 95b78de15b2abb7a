"""What was earned and what ends, year by year: the lines of the timeline and their counts, without Qt.

Lives here: which lines there are, their order, and counting. Does not live here: their words
(`models.timeline_model`), painting.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from wallet.app.skill_view import Earned, Kind, Overview
from wallet.ui.ports import Card
from wallet.verification.report import Reason, Verdict

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class YearHead:
    """The head of one year; None heads what has no date.

    Attributes:
        earned: how many credentials of others stand under it, `own` how many the learner wrote.
        ends: how many ends.
    """

    year: int | None
    earned: int
    own: int = 0
    ends: int = 0


@dataclass(frozen=True, slots=True)
class Moment:
    """One line: a credential was earned, or (`is_end`) what it says holds no longer. Texts are hostile.

    Attributes:
        day: "2026-05-31", None when it has no date.
        has_passed: of an end, whether it lies behind us.
        is_own: the learner wrote it.
    """

    record_id: str
    name: str
    issuer: str
    kind: Kind
    day: str | None
    verdict: Verdict
    reason: Reason | None = None
    is_own: bool = False
    is_end: bool = False
    has_passed: bool = False

    @property
    def year(self) -> int | None:
        """In which year it stands."""
        return int(self.day[:4]) if self.day else None


Line = YearHead | Moment


def moments(overview: Overview, cards: Iterable[Card], today: str) -> Sequence[Moment]:
    """Every moment there is to tell, the first day first and what has no date last.

    Args:
        cards: the same credentials as cards; what has none is told without its state.
        today: "2026-11-23".
    """
    by_id = {card.id: card for card in cards}
    everything = [one for year in overview.years for one in year.credentials]
    found = [_earned(one, by_id.get(one.record_id)) for one in everything]
    found += [
        _end(one, card, today)
        for one in everything
        if (card := by_id.get(one.record_id)) is not None and _DAY.match(card.ends or "")
    ]
    return sorted(found, key=lambda one: (one.day is None, one.day or "", one.is_end))


def timeline(told: Sequence[Moment], *, newest_first: bool) -> Sequence[Line]:
    """The lines under their heads. What has no date stands at the end in either order."""
    dated = [one for one in told if one.day]
    undated = [one for one in told if not one.day]
    if newest_first:
        dated.reverse()
    return (*_under_heads(dated), *_under_heads(undated))


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of what: credentials of others, and apart from them what the learner wrote.

    Attributes:
        kinds: the most first.
        years: the latest first; what has no date is not among them.
    """

    total: int
    verified: int
    own: int
    kinds: Sequence[tuple[Kind, int]]
    years: Sequence[tuple[int, int]]


def counted(told: Sequence[Moment]) -> Counts:
    """The counts of what is told."""
    earned = [one for one in told if not one.is_end]
    others = [one for one in earned if not one.is_own]
    kinds = Counter(one.kind for one in others)
    years = Counter(one.year for one in others if one.year is not None)
    return Counts(
        total=len(others),
        verified=sum(one.verdict is Verdict.VERIFIED for one in others),
        own=len(earned) - len(others),
        kinds=tuple(kinds.most_common()),
        years=tuple(sorted(years.items(), reverse=True)),
    )


def _under_heads(told: Sequence[Moment]) -> Iterator[Line]:
    for year, some in groupby(told, key=lambda one: one.year):
        lines = list(some)
        ends = sum(one.is_end for one in lines)
        own = sum(one.is_own and not one.is_end for one in lines)
        yield YearHead(year, len(lines) - ends - own, own, ends)
        yield from lines


def _earned(one: Earned, card: Card | None) -> Moment:
    return Moment(
        one.record_id,
        one.name,
        one.issuer,
        one.kind,
        one.earned,
        one.verdict,
        card.reason if card is not None else None,
        card is not None and card.self_asserted,
    )


def _end(one: Earned, card: Card, today: str) -> Moment:
    day = (card.ends or "")[:10]
    return Moment(
        one.record_id,
        one.name,
        one.issuer,
        one.kind,
        day,
        one.verdict,
        card.reason,
        card.self_asserted,
        is_end=True,
        has_passed=day < today,
    )
