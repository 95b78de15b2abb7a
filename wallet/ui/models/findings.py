"""What was found while something is added: one frozen value a row, what is ticked, and how many of each kind there are.

Lives here: values without widgets, because there may be thousands. Does not live here: their words (`found_words`),
their bytes (`originals`), or showing them (`pages.found_rows`).
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from wallet.errors import Reason
from wallet.ui.originals import Original, unpacked_text
from wallet.ui.ports import Candidate, Incoming, Place
from wallet.ui.widgets.status import CheckLine
from wallet.verification.report import Verdict

_HAD = "had"


class Kind(StrEnum):
    """What can be done with a row; the order is the one in which they are counted aloud."""

    READY = "ready"
    NOT_VALID = "not_valid"
    HAD = "had"
    ELSEWHERE = "elsewhere"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Finding:
    """One row: everything it says, and what is to be saved.

    Attributes:
        name: what it is called: the file, and where in it.
        title, source: the two lines on top.
        verdict: what the chip says.
        sentence: why, and what to do.
        means, lines, technical: behind *Why?*; the last is packed (`originals`).
        original: its bytes; None where there are none.
        reason: why it could not be read.
        file: the file it came out of, "" for pasted text.
        marks: what its owner had put beside it elsewhere.
        request, link, offer: as in `Candidate`.
        doubt: what is not as the backup it came out of says of itself, and what to do; "" when nothing is.
    """

    name: str
    title: str
    source: str
    verdict: Verdict
    sentence: str
    means: str
    lines: Sequence[CheckLine]
    technical: bytes = field(repr=False)
    original: Original | None = field(repr=False)
    reason: Reason | None = None
    file: str = field(repr=False, default="")
    marks: object = field(repr=False, default=None)
    request: str = field(repr=False, default="")
    link: str = field(repr=False, default="")
    offer: str = field(repr=False, default="")
    doubt: str = ""

    @property
    def can_be_kept(self) -> bool:
        """Whether it may be ticked: what leads elsewhere holds nothing to keep yet."""
        return self.verdict is not Verdict.UNREADABLE and not (self.link or self.offer)

    @property
    def kind(self) -> Kind:
        """What can be done with it, as far as it alone says."""
        if self.request or self.link or self.offer:
            return Kind.ELSEWHERE
        if not self.can_be_kept:
            return Kind.UNREADABLE
        return Kind.NOT_VALID if self.verdict is Verdict.INVALID else Kind.READY

    @property
    def data(self) -> bytes | None:
        """Its bytes; None where there are none.

        Raises:
            AppError: its file is gone or holds something else by now.
        """
        return None if self.original is None else self.original.read()

    def details(self) -> str:
        """The words for specialists."""
        return unpacked_text(self.technical)

    def candidate(self) -> Candidate:
        """What is handed in to be kept.

        Raises:
            AppError: its file is gone or holds something else by now.
        """
        incoming = Incoming(self.name, None, self.file, self.marks)
        return Candidate(self.name, self.data, None, None, incoming=incoming)


@dataclass(slots=True, eq=False)
class Entry:
    """One row as it is now: whether it is ticked, and what keeping it would do, once that is known."""

    finding: Finding
    ticked: bool
    place: Place | None = None

    @property
    def is_had(self) -> bool:
        """Whether it is in the file already."""
        return self.place is not None and self.place.standing == _HAD

    @property
    def kind(self) -> Kind:
        """What can be done with it, the file looked at."""
        return Kind.HAD if self.is_had else self.finding.kind


class Findings:
    """All rows in their order, counted as they change."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._kinds: Counter[Kind] = Counter()
        self._ticked = 0

    def __len__(self) -> int:
        return len(self.entries)

    @property
    def ticked(self) -> int:
        """How many would be saved."""
        return self._ticked

    def count(self, kind: Kind) -> int:
        """How many there are of a kind."""
        return self._kinds[kind]

    def of_kind(self, kind: Kind | None) -> list[Entry]:
        """Those of one kind, in their order; all for None."""
        return [entry for entry in self.entries if kind in (None, entry.kind)]

    def add(self, finding: Finding) -> Entry:
        """One more row; ticked, unless it is not valid or cannot be kept."""
        entry = Entry(finding, finding.can_be_kept and finding.verdict is not Verdict.INVALID)
        self.entries.append(entry)
        self._kinds[entry.kind] += 1
        self._ticked += entry.ticked
        return entry

    def tick(self, entry: Entry, ticked: bool) -> None:
        """Somebody ticked it, or took the tick away."""
        self._ticked += ticked - entry.ticked
        entry.ticked = ticked

    def place(self, entry: Entry, place: Place, seen: Finding) -> None:
        """What keeping it would do is known; what is had, or not valid by what the file knows, is not ticked."""
        was_valid = entry.finding.verdict is not Verdict.INVALID
        self._kinds[entry.kind] -= 1
        entry.finding, entry.place = seen, place
        self._kinds[entry.kind] += 1
        if entry.is_had or (was_valid and seen.verdict is Verdict.INVALID):
            self.tick(entry, False)

    def take_away(self, goes: Callable[[Finding], bool]) -> int:
        """Takes rows out; how many those were."""
        staying: list[Entry] = []
        for entry in self.entries:
            if not goes(entry.finding):
                staying.append(entry)
                continue
            self._kinds[entry.kind] -= 1
            self._ticked -= entry.ticked
        gone = len(self.entries) - len(staying)
        self.entries = staying
        return gone
