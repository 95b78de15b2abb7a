"""Runs the checks in the written order and puts their findings together.

The procedure, for a credential:
 1. structure          data model; a token's claims agree with the fields
 2. proof              a signature holds (what follows is still examined when it does not, the verdict names this first)
 3. issuer_binding     the key is the issuer's
 4. dates              the one clock reading lies inside every stated period
 5. status             no list of the issuer's withdraws it
 6. schema             advice
 7. recipient          when somebody is known to present it
 8. issuer_trust       when lists are known
 9. endorsements       each is a credential of its own
10. inner_credentials  a record's credentials, each a document of its own
A presentation is 1 to 4 with the holder in the issuer's place, then 10.

Lives here: order and composition. Does not live here: any check, or the verdict (`policy`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from wallet.credentials import clr2, detect
from wallet.credentials.credential_document import parse_entry
from wallet.credentials.model import (
    Envelope,
    Format,
    JsonObject,
    UnreadablePart,
    UnverifiedCredential,
    UnverifiedDocument,
    UnverifiedPresentation,
)
from wallet.errors import Reason, WalletError
from wallet.proofs import data_integrity, jose
from wallet.verification import policy
from wallet.verification.checks.dates import check_dates
from wallet.verification.checks.issuer_binding import check_issuer_binding
from wallet.verification.checks.issuer_trust import check_issuer_trust
from wallet.verification.checks.nested import check_endorsements, check_inner
from wallet.verification.checks.proof import ProofFinding, check_proof, purpose_of
from wallet.verification.checks.recipient import check_recipient
from wallet.verification.checks.schema import check_schema
from wallet.verification.checks.status import CheckedList, check_status
from wallet.verification.checks.structure import check_structure
from wallet.verification.key_resolution import KeyResolver
from wallet.verification.report import Check, CheckName, Outcome, Verdict, VerificationReport
from wallet.verification.sources import Clock, DocumentSource, IssuerDirectory, Recipients

# A presentation holds records, a record holds credentials, a credential holds endorsements; nothing real goes deeper.
MAX_NESTING = 4
# Credentials in one presentation or record.
MAX_INNER = 1000


@dataclass(frozen=True, slots=True)
class Verifier:
    """Verifies documents against what it was handed; reads nothing else.

    Attributes:
        documents: where controller documents and lists come from.
        clock: read once for each call of `verify`.
        directories: lists of known issuers; without any, the issuer's place is unknown.
        recipients: who presents the credentials, when that is known.
    """

    documents: DocumentSource
    clock: Clock
    directories: Sequence[IssuerDirectory] = ()
    recipients: Recipients = field(default_factory=Recipients)

    def verify(self, document: UnverifiedDocument) -> VerificationReport:
        """The report on one document. Raises only for defects of this program."""
        return _Run(self, self.clock.now(), 0).report(document)


def unreadable_report(
    reason: Reason, detail: str, at: datetime, envelope: Envelope = Envelope.UNKNOWN
) -> VerificationReport:
    """The report on something in which no credential could be read."""
    check = Check(CheckName.STRUCTURE, Outcome.FAILED, reason, detail)
    return VerificationReport(
        Verdict.UNREADABLE, reason, (check,), Format.UNKNOWN, envelope, (), None, (), at
    )


def unsupported_report(
    reason: Reason, detail: str, at: datetime, envelope: Envelope = Envelope.UNKNOWN
) -> VerificationReport:
    """The report on a credential of a format this program recognises and cannot check: neither good nor bad."""
    check = Check(CheckName.STRUCTURE, Outcome.UNKNOWN, reason, detail)
    return VerificationReport(Verdict.UNCHECKED, reason, (check,), Format.UNKNOWN, envelope, (), None, (), at)


def securing_of(document: UnverifiedDocument) -> Sequence[str]:
    """The suites or the algorithm a document names, as written (and cut to a printable length)."""
    if document.jws is not None:
        return (jose.algorithm_name(document.jws.header),)
    return tuple(data_integrity.suite_name(proof)[:80] for proof in document.proofs)


@dataclass(frozen=True, slots=True)
class _Run:
    """One verification: the verifier's settings, the clock reading and how deep inside another document this is."""

    verifier: Verifier
    now: datetime
    depth: int

    @property
    def _resolver(self) -> KeyResolver:
        return KeyResolver(self.verifier.documents, self.now)

    def report(self, document: UnverifiedDocument) -> VerificationReport:
        if isinstance(document, UnverifiedPresentation):
            return self._presentation(document)
        return self._credential(document)

    def _credential(self, document: UnverifiedCredential) -> VerificationReport:
        credential = document.credential
        finding, checks = self._authenticity(document, credential.issuer.id)
        del finding
        inner = self._inner_of_record(document)
        checks += [
            check_status(credential.id, credential.status, self.verifier.documents, self._read_status_list),
            check_schema(credential),
            check_recipient(credential, self.verifier.recipients),
            check_issuer_trust(credential.issuer.id, self.verifier.directories),
            check_endorsements([self._nested(part) for part in credential.endorsements]),
            check_inner(inner, applicable=document.format is Format.CLR_2),
        ]
        return self._compose(document, checks, inner)

    def _presentation(self, document: UnverifiedPresentation) -> VerificationReport:
        finding, checks = self._authenticity(document, document.holder or "")
        inner = [self._part(part) for part in document.credentials[:MAX_INNER]]
        checks.append(check_inner(inner, applicable=True, complete=len(document.credentials) <= MAX_INNER))
        proof = finding.proof or {}
        report = self._compose(document, checks, inner)
        return _with_binding(report, document, proof)

    def _authenticity(self, document: UnverifiedDocument, issuer: str) -> tuple[ProofFinding, list[Check]]:
        """Checks 1 to 4, which credentials and presentations share."""
        finding = check_proof(document, issuer, self._resolver)[0]
        return finding, [
            check_structure(document),
            finding.check,
            self._binding(document, issuer, finding),
            check_dates(document, finding.proof, self.now),
        ]

    def _binding(self, document: UnverifiedDocument, issuer: str, finding: ProofFinding) -> Check:
        if finding.method is None:
            return Check(CheckName.ISSUER_BINDING, Outcome.UNKNOWN, finding.check.reason)
        if isinstance(document, UnverifiedPresentation) and not issuer:
            # A presentation may leave its holder out; then the key speaks for itself (VCDM 2.0, section 4.13)
            issuer = finding.method.controller
        return check_issuer_binding(issuer, finding.method, self._resolver, purpose_of(document))

    def _inner_of_record(self, document: UnverifiedCredential) -> Sequence[VerificationReport]:
        if document.format is not Format.CLR_2:
            return ()
        return [self._nested(part) for part in clr2.inner_documents(document.document)[:MAX_INNER]]

    def _part(self, part: "UnverifiedCredential | UnreadablePart") -> VerificationReport:
        if isinstance(part, UnreadablePart):
            return _unreadable_part(Reason(part.reason), part.detail, self.now)
        return _Run(self.verifier, self.now, self.depth + 1).report(part)

    def _nested(self, part: JsonObject | str) -> VerificationReport:
        """The report on a credential found inside another one."""
        if self.depth >= MAX_NESTING:
            return unreadable_report(Reason.TOO_COMPLEX, "nesting", self.now)
        return self._part(parse_entry(part))

    def _read_status_list(self, body: bytes) -> CheckedList | Reason:
        """A status list whose own signature holds and which is in force.

        Source: Bitstring Status List 1.0, section 3.2, step 4 (verify the list credential).
        """
        try:
            document = detect.parse_document(body)
        except WalletError:
            return Reason.STATUS_LIST_INVALID
        if isinstance(document, UnverifiedPresentation):
            return Reason.STATUS_LIST_INVALID
        _, checks = self._authenticity(document, document.credential.issuer.id)
        verdict, reason = policy.decide(checks)
        if reason is Reason.ISSUER_NOT_CONFIRMED and verdict is Verdict.UNCHECKED:
            return CheckedList(document.document, reason)
        if verdict is Verdict.UNCHECKED:
            return reason or Reason.STATUS_LIST_INVALID
        if verdict is Verdict.INVALID:
            return Reason.STATUS_LIST_EXPIRED if reason is Reason.EXPIRED else Reason.STATUS_LIST_INVALID
        return CheckedList(document.document)

    def _compose(
        self, document: UnverifiedDocument, checks: Sequence[Check], inner: Sequence[VerificationReport]
    ) -> VerificationReport:
        verdict, reason = policy.decide(checks, [report.verdict for report in inner])
        if verdict is Verdict.CHECK and reason is None:
            reason = next((report.reason for report in inner if report.verdict is Verdict.CHECK), None)
        return VerificationReport(
            verdict=verdict,
            reason=reason,
            checks=tuple(checks),
            format=document.format,
            envelope=document.envelope,
            securing=securing_of(document),
            credential=document.credential if isinstance(document, UnverifiedCredential) else None,
            inner=tuple(inner),
            at=self.now,
        )


def _unreadable_part(reason: Reason, detail: str, at: datetime) -> VerificationReport:
    if reason is Reason.UNSUPPORTED_FORMAT:
        return unsupported_report(reason, detail, at)
    return unreadable_report(reason, detail, at)


def _with_binding(
    report: VerificationReport, document: UnverifiedPresentation, proof: JsonObject
) -> VerificationReport:
    """The report with what the holder's signature binds: receiver, purpose, end."""
    from dataclasses import replace  # noqa: PLC0415

    claims = document.jws.payload if document.jws is not None else {}
    return replace(
        report,
        holder=document.holder,
        audience=_text(proof.get("domain", claims.get("aud"))),
        purpose=document.description,
        until=_text(proof.get("expires")),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
