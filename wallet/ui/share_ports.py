"""What the pages for sharing ask of the program below, and the values that travel between the two.

Lives here: the sharing part of `ports.OpenWallet`. Does not live here: the implementation (`share_cases`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from wallet.app.part_starts import PartSays
from wallet.errors import WalletError
from wallet.ui.guardian_ports import PastAgreement
from wallet.ui.request_ports import Answer
from wallet.verification.report import LeftOut, Verdict


@dataclass(frozen=True, slots=True)
class OfferedPart:
    """One part of a credential that can be left out, with what it `says`."""

    pointer: str
    name: str
    value: str
    says: PartSays


@dataclass(frozen=True, slots=True)
class OfferedParts:
    """What can be left out of one credential; nothing when it can only be shared whole.

    Attributes:
        locked: names of what is always shown.
        of_record: whether the parts are credentials in a learner record.
    """

    parts: Sequence[OfferedPart]
    locked: Sequence[str] = ()
    of_record: bool = False


@dataclass(frozen=True, slots=True)
class ShareDraft:
    """What the person decided so far.

    Attributes:
        parts: the pointers of what is shown, for each credential of which something is left out.
        labelled: those that are shared although they are not valid; whoever opens them is told so.
        answer: what is chosen for a request; then nothing else about credentials counts.
        note: words of the learner's own that go along, "" for none.
    """

    to: str
    purpose: str
    until: datetime | None
    record_ids: Sequence[str]
    parts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    answer: Answer | None = None
    labelled: Sequence[str] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class SeenCredential:
    """One credential as the receiver finds it in the bytes to be sent.

    Attributes:
        private: who the learner is, and what they reached.
        also_said: what it says of them in words of its issuer's own.
        others: whom else it names.
        sharer: what receivers can tell of whom it was given to, behind the colour of that line; None for nothing.
        left_out: how many parts they can tell are left out; `left_out_of` says what is counted.
    """

    title: str
    issuer: str
    issued: str | None
    skills: Sequence[str]
    evidence: Sequence[str]
    private: Sequence[str]
    everything: str
    also_said: Sequence[str] = ()
    others: Sequence[str] = ()
    sharer: tuple[str, str] | None = None
    left_out: int = 0
    left_out_of: LeftOut = LeftOut.NOTHING


@dataclass(frozen=True, slots=True)
class SharePreview:
    """What the bytes to be sent say, read back from those bytes.

    Attributes:
        notes: what receivers are told of the whole.
        background: what they tell of the person and their background, beside who issued each credential; a line a
            credential.
    """

    verdict: Verdict
    to: str
    purpose: str
    until: str | None
    holder: str
    credentials: Sequence[SeenCredential]
    others: int
    left_out: Sequence[str] = ()
    notes: Sequence[str] = ()
    background: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class ProfileEntry:
    """What goes onto a public profile.

    Attributes:
        link: the address of the filled-in form.
        fields: each field of the form by its name, and what is in it; read back from `link`.
        text: the same for copying.
    """

    link: str
    fields: Sequence[tuple[str, str]]
    text: str


@dataclass(frozen=True, slots=True)
class PreparedShare:
    """A share that is built but has not left.

    Attributes:
        qr: the modules of its code, 1 is dark; none when it does not fit.
        link: "" when it does not fit.
        problems: why it cannot leave in one way or another, by channel (`share_forms.CHANNELS`, "nearby").
        page: where links and codes lead, "" when only this program opens them.
        name: what the person calls the receiver.
        answer: what leaves as a file where a request is answered.
        profile: what goes onto a profile, None where more than one credential is shared.
        token: the use case's own.
    """

    preview: SharePreview
    qr: Sequence[bytes] = field(repr=False)
    link: str = field(repr=False)
    problems: Mapping[str, WalletError]
    page: str
    until: datetime | None
    size: int
    name: str
    token: object = field(repr=False)
    answer: bytes | None = field(repr=False, default=None)
    profile: ProfileEntry | None = None


@dataclass(frozen=True, slots=True)
class PastShare:
    """One line of the sharing history.

    Attributes:
        agreement: that of an adult, where one had to agree.
        subsets: for each learner record of which credentials were picked, how many; in words.
    """

    id: str
    to: str
    purpose: str
    made_at: datetime
    until: datetime | None
    channel: str
    titles: Sequence[str]
    revealed: Sequence[str]
    hidden: Sequence[str]
    agreement: PastAgreement | None = None
    subsets: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class WholeShare:
    """One share of the history in full; `revealed` and `hidden` of `head` in words.

    Attributes:
        text: its bytes as text, "" when they are none.
        suffix: the end a file with these bytes should have.
    """

    head: PastShare
    sha256: str
    size: int
    text: str = field(repr=False)
    suffix: str


@dataclass(frozen=True, slots=True)
class Nearby:
    """A share that is open in the same room.

    Attributes:
        rows: the modules of its code.
        address: where the page is served.
        times_opened: how often the page was handed out; may be asked from any thread.
        close: ends it, from any thread; takes some hundredths of a second.
    """

    rows: Sequence[bytes] = field(repr=False)
    address: str
    times_opened: Callable[[], int] = field(repr=False)
    close: Callable[[], None] = field(repr=False)


class SharingWallet(Protocol):
    """The part of an open file that shares. Every call belongs to the vault's thread."""

    def parts(self, record_id: str) -> OfferedParts:
        """What can be left out of a credential."""
        ...

    def prepare(self, draft: ShareDraft) -> PreparedShare:
        """Builds and signs what would be sent, and reads it back."""
        ...

    def send(
        self, prepared: PreparedShare, channel: str, out: Path | None, passphrase: bytearray | None = None
    ) -> str:
        """Writes the file, if one is wanted, and records the share; its id. Wipes the passphrase of a locked file."""
        ...

    def send_frames(self, prepared: PreparedShare) -> Sequence[Sequence[bytes]]:
        """Draws the codes of a share that one code cannot hold, and records it; the modules of each."""
        ...

    def write_picture(self, prepared: PreparedShare, out: Path) -> None:
        """Writes a picture of the code of a share that is recorded."""
        ...

    def open_nearby(self, prepared: PreparedShare) -> Nearby:
        """Serves the page in the same room and records the share."""
        ...

    def end_nearby(self) -> None:
        """Ends what is open in the same room, if anything is."""
        ...

    def shares(self) -> Sequence[PastShare]:
        """The sharing history, newest first."""
        ...

    def share(self, share_id: str) -> WholeShare:
        """One share in full."""
        ...

    def write_share(self, share_id: str, out: Path) -> None:
        """Writes the exact bytes of a share to a new file."""
        ...

    def page_address(self) -> str:
        """Where the page for receivers lies, "" for nowhere."""
        ...

    def keep_page_address(self, address: str) -> str:
        """Keeps another address, "" for nowhere; how it was kept."""
        ...

    def write_page(self, out: Path) -> None:
        """Writes the page for receivers to a new file."""
        ...
