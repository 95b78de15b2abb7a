"""What the pages ask of the program below, and the values that travel between the two.

Lives here: the narrow Protocols handed to pages, and frozen values without Qt in them.
Does not live here: the implementation over `wallet.app` (`use_cases`). Everything behind these Protocols may
be slow and is called on a worker thread only; an `OpenWallet` on the vault's own thread.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from wallet.app.record_parts import ReadableRecord
from wallet.credentials.model import Credential
from wallet.errors import WalletError
from wallet.ui.advising_ports import ShowsAdviser
from wallet.ui.care_ports import CaredFor, Mends
from wallet.ui.guardian_ports import GuardianWallet
from wallet.ui.marks import EVERYTHING, Change, Drawers, Filter, OwnNote
from wallet.ui.offer_ports import OfferWork, PromisedItem, PromiseWork, TakesOffers
from wallet.ui.online_ports import ChecksOnline, OnlineWork
from wallet.ui.overview_ports import TellsOverview
from wallet.ui.own_ports import WritesOwn
from wallet.ui.page_ports import MakesPages
from wallet.ui.profile_ports import BroughtKeys, KnowsOwner
from wallet.ui.record_ports import EarlierCheck, KeepsFiles, OwnFile
from wallet.ui.request_ports import RequestWallet
from wallet.ui.share_ports import SharingWallet
from wallet.ui.sign_ports import AsksToSign, SigningFacts
from wallet.ui.site_ports import KeepsSites, VisitsSites
from wallet.ui.skill_ports import KnowsSkills
from wallet.ui.trust_ports import TrustsIssuers
from wallet.verification.report import Reason, Verdict, VerificationReport


@dataclass(frozen=True, slots=True)
class Card:
    """One credential in the grid. Dates are the issuer's own text; `pin` is its place among the first, 0 for none."""

    id: str
    name: str
    issuer: str
    issued: str | None
    ends: str | None
    verdict: Verdict
    reason: Reason | None
    skills_count: int
    self_asserted: bool
    added_at: datetime
    pin: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """How many credentials there are, and how many of them are verified."""

    total: int
    verified: int


@dataclass(frozen=True, slots=True)
class Details:
    """Everything the detail pane shows. `technical` is for people who want the words of the specifications.

    `issuer_known` says whether the learner said that they know the issuer; `deleted_at` since when it is in the bin;
    `history` what every check said, the latest first; `is_own` that the learner wrote it in this very file; `signing`
    who signed for what the learner wrote.
    """

    card: Card
    credential: Credential
    report: VerificationReport
    technical: str
    issuer_known: bool = False
    collections: Sequence[str] = ()
    tags: Sequence[str] = ()
    notes: Sequence[OwnNote] = ()
    deleted_at: datetime | None = None
    kept_until: datetime | None = None
    record: ReadableRecord | None = None
    history: Sequence[EarlierCheck] = ()
    files: Sequence[OwnFile] = ()
    is_own: bool = False
    signing: SigningFacts = field(default_factory=SigningFacts)


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing out of what somebody handed in, before it is checked.

    Attributes:
        name: what to call it: the file, and where in it.
        found: its bytes, or why there are none; None where there are only `keys`.
        source: the file it came out of, to open it again; "" for pasted text.
        marks: what its owner had put beside it elsewhere; the use case's own.
        link: the link that led to it, or that it is and nobody followed yet.
        is_whole: whether `source` holds these very bytes and nothing else.
        doubt: what is not as the backup it came out of says of itself.
    """

    name: str
    found: bytes | WalletError | None = field(repr=False)
    source: str = ""
    marks: object = field(default=None, repr=False)
    link: str = field(repr=False, default="")
    keys: BroughtKeys | None = None
    is_whole: bool = False
    doubt: Reason | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """What keeping one candidate would do, and whether it was given to the learner.

    `standing` is "new", "had", "in_bin", "newer" or "older". `seen` is the candidate again, with what checking says by
    the learner's own lists and issuers; None where that cannot be said of it.
    """

    standing: str
    given_to_you: bool | None
    seen: "Candidate | None" = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing somebody wants to add: its bytes and what checking said, or why it could not be read.

    `request` is its text where it asks for credentials instead of being one, `link` what can be followed to have it,
    `offer` the text of an issuer's offer.
    `incoming` is where it came from.
    """

    name: str
    data: bytes | None = field(repr=False)
    report: VerificationReport | None
    error: WalletError | None
    technical: str = ""
    request: str = field(repr=False, default="")
    incoming: Incoming | None = field(repr=False, default=None)
    link: str = field(repr=False, default="")
    offer: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of one candidate: added, duplicate, updated or refused."""

    result: str
    record_ids: Sequence[str]
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class Kit:
    """A recovery kit, worded for its page. `code_rows` holds the modules of the square code, 1 is dark.

    Attributes:
        matches: whether the word with this number (from 1) was typed right; its first four letters are enough.
        token: the use case's own.
    """

    title: str
    lead: str
    facts: Sequence[tuple[str, str]]
    words_title: str
    words: Sequence[str] = field(repr=False)
    code_rows: Sequence[bytes] = field(repr=False)
    notes: Sequence[str]
    matches: Callable[[int, str], bool] = field(repr=False)
    token: object = field(repr=False)


class OpenWallet(
    SharingWallet,
    RequestWallet,
    GuardianWallet,
    CaredFor,
    KeepsFiles,
    ChecksOnline,
    KeepsSites,
    TakesOffers,
    WritesOwn,
    MakesPages,
    AsksToSign,
    KnowsSkills,
    TellsOverview,
    KnowsOwner,
    TrustsIssuers,
    ShowsAdviser,
    Protocol,
):
    """An unlocked file. Every call belongs to the vault's thread."""

    @property
    def path(self) -> Path:
        """Where the file is."""
        ...

    def cards(self, search: str, part: Filter = EVERYTHING) -> Sequence[Card]:
        """The credentials of this part that match, newest first; all for ""."""
        ...

    def first_cards(self, limit: int) -> Sequence[Card]:
        """The first of all: what is shown first, in its order, then the latest issued."""
        ...

    def matching(self, search: str) -> frozenset[str] | None:
        """Which credentials match, those in the bin included; None for ""."""
        ...

    def revision(self) -> int:
        """A number that is another one after every change of the file: what was read at the same number still holds."""
        ...

    def tally(self) -> Tally:
        """How many credentials there are outside the bin, and how many of them are verified."""
        ...

    def drawers(self) -> Drawers:
        """The collections, the tags and the bin."""
        ...

    def organise(self, change: Change) -> Details:
        """Makes one change; durable on return. Gives the credential as it is now."""
        ...

    def delete(self, record_id: str) -> int:
        """Moves one credential to the bin; how many of the oldest there went for good."""
        ...

    def undelete(self, record_id: str) -> None:
        """Takes one credential out of the bin, with everything it had."""
        ...

    def empty_bin(self) -> int:
        """Deletes for good what is in the bin; how many credentials that were."""
        ...

    def details(self, record_id: str) -> Details:
        """One credential with its last report."""
        ...

    def picture(self, record_id: str) -> bytes | None:
        """The bytes of its badge picture, not decoded; None when it carries none."""
        ...

    def check_again(self, record_id: str) -> Details:
        """Verifies now and keeps the new report."""
        ...

    def check_some(self, record_ids: Sequence[str]) -> int:
        """Verifies these now and keeps the new reports; how many say something else now."""
        ...

    def original_name(self, record_id: str) -> str:
        """A fitting name for a copy of the original; nothing of the credential's words is in it."""
        ...

    def write_original(self, record_id: str, out: Path) -> None:
        """Writes the bytes exactly as they came to a new file."""
        ...

    def place_of(self, candidate: Candidate) -> Place:
        """What keeping one candidate would do; keeps nothing."""
        ...

    def save(self, candidate: Candidate) -> Saved:
        """Keeps one candidate; durable on return."""
        ...

    def has_kit(self) -> bool:
        """Whether somebody has a recovery kit of this file."""
        ...

    def kit(self, language: str) -> Kit:
        """The recovery kit under the present key, in "en" or "es"; nothing changes."""
        ...

    def note_kit(self, kit: Kit) -> None:
        """The person has this kit."""
        ...

    def write_kit(self, kit: Kit, out: Path) -> None:
        """Writes its page to a new file."""
        ...

    def change_passphrase(self, present: bytearray, new: bytearray) -> None:
        """Another passphrase; the old one and the old kit end. Both are wiped."""
        ...

    def renew_key(self, present: bytearray) -> None:
        """Another key under the same passphrase, for a new kit; the old kit ends. Wipes the passphrase."""
        ...

    def close(self) -> None:
        """Locks: the file is closed and its key forgotten."""
        ...


class FollowsLink(OnlineWork, Protocol):
    """A link that is being followed."""

    def incoming(self) -> Sequence[Incoming]:
        """What it led to, once there is no question left; never empty."""
        ...


class Desk(Mends, VisitsSites, Protocol):
    """What can be done without an open file."""

    def create(self, path: Path, passphrase: bytearray) -> OpenWallet:
        """Makes a new file and opens it; wipes the passphrase."""
        ...

    def open(self, path: Path, passphrase: bytearray) -> OpenWallet:
        """Opens a file; wipes the passphrase."""
        ...

    def recover(self, path: Path, given: bytes, passphrase: bytearray) -> OpenWallet:
        """Opens a file with its recovery kit (words, or a picture) under a new passphrase; wipes the passphrase."""
        ...

    def read(self, names: Sequence[str], passphrase: bytes = b"") -> Iterable[Incoming]:
        """What is in these files, one by one: folders are walked, archives, mails and backups taken apart.

        `passphrase` opens locked backups. What cannot be read comes with the reason.
        """
        ...

    def read_text(self, name: str, data: bytes) -> Iterable[Incoming]:
        """What is in a text somebody pasted."""
        ...

    def follow(self, link: str, allowed: Mapping[str, bool]) -> FollowsLink:
        """Ready to follow a link; `allowed` are the websites that need no question (`AllowedWebsite`)."""
        ...

    def look_at_offer(self, text: str, allowed: Mapping[str, bool]) -> OfferWork:
        """Ready to look at what an issuer offers; raises for a text that is no offer."""
        ...

    def ask_for_promised(self, items: Sequence[PromisedItem], allowed: Mapping[str, bool]) -> PromiseWork:
        """Ready to ask for what issuers promised."""
        ...

    def samples(self) -> Iterable[Incoming]:
        """The sample credentials that travel with the program."""
        ...

    def check(self, name: str, found: bytes | WalletError) -> Candidate:
        """Verifies one thing; never raises for bad input."""
        ...

    def request_in(self, path: Path) -> str:
        """The text of the request in a file or picture, "" where there is none; never raises for bad input."""
        ...
