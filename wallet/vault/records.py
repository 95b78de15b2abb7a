"""What goes into the credential store and what comes out of it: frozen types, and how a table's row becomes one.

Does not live here: SQL beyond the list of columns (`credential_store`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import overload

from wallet.credentials.model import Credential, Envelope, Format
from wallet.errors import Reason
from wallet.vault.facts import Facts
from wallet.vault.instants import text_to_instant
from wallet.vault.statements import Row
from wallet.verification.report import Verdict

HEAD_COLUMNS = (
    "c.id, c.name, c.issuer, c.issued, c.ends, c.format, c.verdict, c.reason, c.checked_at, c.added_at,"
    " c.skills_count, c.self_asserted"
)

_FORMATS = {str(entry): entry for entry in Format}
_ENVELOPES = {str(entry): entry for entry in Envelope}
_VERDICTS = {str(entry): entry for entry in Verdict}
_REASONS = {str(entry): entry for entry in Reason}


class AddResult(StrEnum):
    """What became of a credential that was to be added."""

    ADDED = "added"
    DUPLICATE = "duplicate"
    UPDATED = "updated"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Added:
    """The answer to an addition.

    Attributes:
        result: restored means that these very bytes were in the bin and were taken out of it.
        record_id: the record that holds these bytes now; for a duplicate the one that held them before.
    """

    result: AddResult
    record_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCredential:
    """A credential as it came in, with what is known of it.

    Attributes:
        original: the bytes exactly as they came; kept unchanged.
        credential: the parsed view, from which the list columns are taken.
        search_text: further words to find it by (skills, description ...); name and issuer are added here.
        report_json: the full report, as JSON.
        verdict, reason: the report's.
        checked_at, added_at: timezone-aware.
        facts: its kind, year and skills; None to have them read when somebody asks.
    """

    original: bytes = field(repr=False)
    format: Format
    envelope: Envelope
    credential: Credential = field(repr=False)
    search_text: str = field(repr=False)
    report_json: str = field(repr=False)
    verdict: Verdict
    reason: Reason | None
    checked_at: datetime
    added_at: datetime
    facts: Facts | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class CredentialHead:
    """What a list shows of one credential. All texts come from the credential and are hostile; long ones are cut.

    Attributes:
        id: the record id, 20 or more lower-case hex characters.
        issued, ends: as the issuer wrote them.
        skills_count: how many alignments to skill frameworks it carries.
        self_asserted: issuer and subject are the same.
    """

    id: str
    name: str
    issuer: str
    issued: str | None
    ends: str | None
    format: Format
    verdict: Verdict
    reason: Reason | None
    checked_at: datetime
    added_at: datetime
    skills_count: int
    self_asserted: bool


@dataclass(frozen=True, slots=True)
class StoredCredential:
    """Everything kept of one credential.

    Attributes:
        original: the bytes exactly as they came in, checked against their digest when they were read.
        sha256: of the original, lower-case hex.
        report_json: the latest full report, as JSON.
        superseded_at: when a newer version took its place, None for a current one.
        deleted_at: when it was put into the bin, None when it is not there.
    """

    head: CredentialHead
    envelope: Envelope
    original: bytes = field(repr=False)
    sha256: str
    report_json: str = field(repr=False)
    superseded_at: datetime | None
    deleted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PastCheck:
    """What one check said at its time."""

    checked_at: datetime
    verdict: Verdict
    reason: Reason | None


def head_from_row(row: Row) -> CredentialHead:
    """A head from the columns of `HEAD_COLUMNS`.

    A word this program does not know was written by a later one: an unknown format is shown as such, an
    unknown verdict counts as not checked.
    """
    return CredentialHead(
        row[0],
        row[1],
        row[2],
        row[3],
        row[4],
        _FORMATS.get(row[5], Format.UNKNOWN),
        _VERDICTS.get(row[6], Verdict.UNCHECKED),
        _REASONS.get(row[7]),
        text_to_instant(row[8]),
        text_to_instant(row[9]),
        row[10],
        row[11] == 1,
    )


class Heads(Sequence[CredentialHead]):
    """Heads that are made when they are looked at: a screen shows twenty of ten thousand at a time."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> CredentialHead: ...
    @overload
    def __getitem__(self, index: slice) -> "Heads": ...
    def __getitem__(self, index: int | slice) -> "CredentialHead | Heads":
        if isinstance(index, slice):
            return Heads(self._rows[index])
        return head_from_row(self._rows[index])

    def __iter__(self) -> Iterator[CredentialHead]:
        return map(head_from_row, self._rows)

    def __add__(self, other: "Heads") -> "Heads":
        return Heads([*self._rows, *other._rows])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self._rows))


def past_check_from_row(row: Row) -> PastCheck:
    """A past check from its time, verdict and reason."""
    return PastCheck(text_to_instant(row[0]), _VERDICTS.get(row[1], Verdict.UNCHECKED), _REASONS.get(row[2]))


def envelope_from_text(text: str) -> Envelope:
    """The envelope a column names."""
    return _ENVELOPES.get(text, Envelope.UNKNOWN)
