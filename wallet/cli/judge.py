"""What `verify` says of one input, ready to be written: the same in this process and in a helper's.

Lives here: from a place to the text, the exit code and the spreadsheet rows of its report; job and result as bytes for
another process. Does not live here: writing them, or how the work is spread (`verify_many`).
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wallet.app import school_place
from wallet.app.container import Services
from wallet.app.inputs import InputPlace, read_input
from wallet.app.verify_document import Challenge, DocumentVerifier, Recipients, report_to_dict
from wallet.cli import console, exit_codes
from wallet.cli.render import report_lines
from wallet.cli.services import services_of
from wallet.codecs import strict_json
from wallet.credentials.model import Format
from wallet.errors import AppError, Reason, WalletError
from wallet.verification.report import VerificationReport
from wallet.verification.sources import DocumentSource, IssuerDirectory

if TYPE_CHECKING:
    from wallet.app.piece import Piece

_CODE_BYTES, _LENGTH_BYTES = 1, 4
# What is said of a file that may hold many things; a share that was tampered with is none of these.
_PERHAPS_MANY = frozenset(
    {
        Reason.NOT_A_CREDENTIAL,
        Reason.NOT_A_SHARE_ARCHIVE,
        Reason.STRUCTURE_INVALID,
        Reason.UNSUPPORTED_FORMAT,
        Reason.NEEDS_NETWORK,
    }
)
_LOCKED_WALLET = b'"EncryptedWallet"'
_TEXTS = ("documents", "at", "audience", "nonce")


@dataclass(frozen=True, slots=True)
class Job:
    """What was asked of one run of `verify`, the inputs left aside; each as on the command line.

    Attributes:
        audience, nonce: what the holder was asked to repeat.
        with_rows: a spreadsheet is wanted.
        debug: a defect of this program ends the run and shows itself.
    """

    recipients: Sequence[str] = ()
    trust: Sequence[str] = ()
    documents: str | None = None
    at: str | None = None
    audience: str | None = None
    nonce: str | None = None
    as_json: bool = False
    with_rows: bool = False
    debug: bool = False

    def to_bytes(self) -> bytes:
        """The job for another process. Arguments may hold bytes that are no text, so they travel as such."""
        fields = {
            "recipients": [_hex(value) for value in self.recipients],
            "trust": [_hex(value) for value in self.trust],
            **{name: None if value is None else _hex(value) for name, value in self._texts().items()},
            "as_json": self.as_json,
            "with_rows": self.with_rows,
        }
        return strict_json.dumps(fields).encode("ascii")

    def _texts(self) -> Mapping[str, str | None]:
        return dict(zip(_TEXTS, (self.documents, self.at, self.audience, self.nonce), strict=True))

    @classmethod
    def from_bytes(cls, data: bytes) -> "Job":
        """The job `to_bytes` wrote."""
        fields = strict_json.loads(data)
        documents, at, audience, nonce = (
            None if fields[name] is None else _from_hex(fields[name]) for name in _TEXTS
        )
        return cls(
            recipients=[_from_hex(value) for value in fields["recipients"]],
            trust=[_from_hex(value) for value in fields["trust"]],
            documents=documents,
            at=at,
            audience=audience,
            nonce=nonce,
            as_json=fields["as_json"],
            with_rows=fields["with_rows"],
        )


def _hex(text: str) -> str:
    return os.fsencode(text).hex()


def _from_hex(text: str) -> str:
    return os.fsdecode(bytes.fromhex(text))


@dataclass(frozen=True, slots=True)
class Judged:
    """One input's result.

    Attributes:
        text: for standard output, without the last line break.
        code: what it contributes to the exit code.
        rows: of the spreadsheet; "" when none is wanted.
    """

    text: str
    code: int
    rows: str = ""

    def to_bytes(self) -> bytes:
        """The result for another process."""
        text = self.text.encode("utf-8", "surrogatepass")
        head = self.code.to_bytes(_CODE_BYTES, "big") + len(text).to_bytes(_LENGTH_BYTES, "big")
        return head + text + self.rows.encode("utf-8", "surrogatepass")

    @classmethod
    def from_bytes(cls, data: bytes) -> "Judged":
        """The result `to_bytes` wrote."""
        start = _CODE_BYTES + _LENGTH_BYTES
        code, length = data[0], int.from_bytes(data[_CODE_BYTES:start], "big")
        text, rows = data[start : start + length], data[start + length :]
        return cls(text.decode("utf-8", "surrogatepass"), code, rows.decode("utf-8", "surrogatepass"))


class Judge:
    """Judges the inputs of one run, one after the other, and keeps nothing of them."""

    def __init__(
        self,
        job: Job,
        unlock: Callable[[bytes], bytes] | None = None,
        services: Services | None = None,
        backup_passphrase: Callable[[], bytes | None] = lambda: None,
    ) -> None:
        """Loads what the job names; `unlock` opens locked shares.

        Args:
            services: those of the job, where they were made already.
            backup_passphrase: what a locked backup may open with.

        Raises:
            AppError: USAGE, DOCUMENTS_INDEX_INVALID, TRUST_LIST_INVALID.
        """
        self._job = job
        self._backup_passphrase = backup_passphrase
        services = services or services_of(job.at, job.documents)
        self._verifier = DocumentVerifier(
            services,
            recipients=Recipients(tuple(job.recipients)),
            directories=(*_school_lists(services), *_directories(job.trust, services.documents)),
            unlock=unlock,
            challenge=Challenge(job.audience, job.nonce),
        )

    def judge(self, place: InputPlace) -> Judged:
        """Reads and verifies what is there. A defect of this program is one result and stops no others."""
        try:
            return _joined([self._judged(*found) for found in self._reports(place)])
        except Exception as error:
            if self._job.debug:
                raise
            return self.not_finished(place, type(error).__name__)

    def not_finished(self, place: InputPlace, detail: str) -> Judged:
        """The result for an input whose check ended early: nothing is known of it."""
        report = self._verifier.refused(AppError(Reason.CHECK_NOT_FINISHED, detail))
        return self._judged(report, place.name, None)

    def _reports(self, place: InputPlace) -> "Iterator[tuple[VerificationReport, str, Piece | None]]":
        """The report on what is there; where that holds many things, one on each, with its place."""
        item = read_input(place)
        if item.data is not None:
            report = self._verifier.verify(item.data)
            may_hold_more = report.format is Format.UNKNOWN and report.reason in _PERHAPS_MANY
            if not may_hold_more and _LOCKED_WALLET not in item.data:
                yield report, place.name, None
                return
        from wallet.app.verify_inside import pieces_inside  # noqa: PLC0415 - most inputs are one thing

        for piece in pieces_inside(item, self._verifier.services, self._backup_passphrase):
            if piece.data is None:
                report = self._verifier.refused(piece.error or WalletError(Reason.FILE_NOT_READABLE))
            elif piece.data != item.data:
                report = self._verifier.verify(piece.data)
            yield report, place.name, piece if piece.inside else None

    def _judged(self, report: VerificationReport, name: str, piece: "Piece | None") -> Judged:
        job = self._job
        shown = f"{name}, {piece.inside}" if piece is not None else name
        if job.as_json:
            shape = report_to_dict(report, name)
            place = {"item": piece.item} if piece is not None else {}
            text = console.json_line({"input": shape.pop("input"), **place, **shape})
        else:
            text = "\n".join(report_lines(report, shown))
        code = exit_codes.for_report(
            report, recipient_asked=bool(job.recipients), trust_asked=bool(job.trust)
        )
        return Judged(text, code, _rows(shown, report) if job.with_rows else "")


def _joined(parts: Sequence[Judged]) -> Judged:
    """The results of all things in one input as one."""
    if len(parts) == 1:
        return parts[0]
    code = exit_codes.worst({part.code for part in parts})
    return Judged("\n".join(part.text for part in parts), code, "".join(part.rows for part in parts))


def _school_lists(services: Services) -> Sequence[IssuerDirectory]:
    """The lists of issuers that a school has set for this computer."""
    if not school_place.is_set():
        return ()
    from wallet.app.school_lists import school_lists  # noqa: PLC0415 - where something is set

    return school_lists(services)


def _directories(names: Sequence[str], documents: DocumentSource) -> Sequence[IssuerDirectory]:
    """The lists in these files and at these addresses; one that its site does not give is told, and left out."""
    if not names:
        return ()
    from pathlib import Path  # noqa: PLC0415 - slow to load

    from wallet.app.trust import load_trust_lists, split_names  # noqa: PLC0415 - three formats, slow to load

    files, addresses = split_names(names)
    found: list[IssuerDirectory] = [*load_trust_lists([Path(name) for name in files])]
    if addresses:
        from wallet.cli.web_lists import load_web_lists  # noqa: PLC0415 - with --online or --documents

        found += load_web_lists(addresses, documents)
    return found


def _rows(name: str, report: VerificationReport) -> str:
    from wallet.app.report_table import rows_of  # noqa: PLC0415 - only for a spreadsheet

    return rows_of(name, report)
