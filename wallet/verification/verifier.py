"""Runs the checks in the written order and puts their findings together.

The procedure, for a credential (Open Badges 3.0 and CLR 2.0, "Verification and Validation"; VCDM 2.0, section 7.1).
Reading the file strictly comes before (`wallet.credentials.detect`):
 1. structure          data model; a token's claims agree with the fields
 2. proof              a signature holds (what follows is still examined when it does not, the verdict names this first)
 3. issuer_binding     the key is the issuer's
 4. dates              the one clock reading lies inside every stated period
 5. status             no list of the issuer's withdraws it
 6. schema             advice, unless the credential promises to follow one
 7. recipient          when somebody is known to present it
 8. issuer_trust       when lists are known
 9. endorsements       each is a credential of its own
10. inner_credentials  a record's credentials, each a document of its own
A presentation is 1 to 4 with the holder in the issuer's place, then 10. Open Badges 1 and 2 are kept on the web or
signed in a way of their own: for them 1 to 5 stand in `openbadges2`, the rest is the same. Left out is the refresh
service of 1EdTech between 2 and 4: it asks the network for a newer credential, and that one starts at 1; people ask for
it by itself (`wallet.app.refresh`).

Lives here: order and composition. Does not live here: any check, or the verdict (`policy`).
"""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import datetime

from wallet.credentials import clr2, detect
from wallet.credentials.credential_document import parse_entry
from wallet.credentials.credential_view import attached_endorsements, ids_within
from wallet.credentials.model import (
    Credential,
    Envelope,
    Format,
    JsonObject,
    StatusEntry,
    UnreadablePart,
    UnverifiedCredential,
    UnverifiedDocument,
    UnverifiedPresentation,
)
from wallet.credentials.openbadges2 import ANCHORED, HOSTED, verification_kind
from wallet.credentials.openbadges2 import FORMATS as OLDER_BADGES
from wallet.errors import Reason, UndecidableProofError, WalletError
from wallet.proofs import data_integrity
from wallet.proofs.challenge import Challenge
from wallet.proofs.work import DOCUMENT_UNITS
from wallet.verification import policy
from wallet.verification.checks.dates import check_dates
from wallet.verification.checks.issuer_binding import check_issuer_binding, check_named_method
from wallet.verification.checks.issuer_trust import check_issuer_trust
from wallet.verification.checks.nested import (
    EndorsementFinding,
    belongs_to,
    check_endorsements,
    check_inner,
)
from wallet.verification.checks.proof import ProofFinding, check_proof, purpose_of
from wallet.verification.checks.recipient import check_recipient
from wallet.verification.checks.schema import check_schema
from wallet.verification.checks.status import CheckedList, check_status
from wallet.verification.checks.structure import check_structure
from wallet.verification.evidence import asked_at, oldest, with_age
from wallet.verification.key_resolution import KeyResolver
from wallet.verification.report import Check, CheckName, Outcome, Verdict, VerificationReport
from wallet.verification.run_memory import RunMemory
from wallet.verification.shared_by import Sharer, sharer_of, with_sharer
from wallet.verification.shown_to import with_binding, with_receiver
from wallet.verification.sources import (
    Clock,
    DocumentSource,
    FetchedDocument,
    IssuerDirectory,
    Recipients,
)

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
        challenge: what the receiver asked the holder to repeat, when somebody did.
        earliest: a moment that is known to be past; a clock that says less is doubted. None trusts the clock.
        sent: dated documents that came with what is verified; they confirm nobody (`RunMemory.sent`).
    """

    documents: DocumentSource
    clock: Clock
    directories: Sequence[IssuerDirectory] = ()
    recipients: Recipients = field(default_factory=Recipients)
    challenge: Challenge = field(default_factory=Challenge)
    earliest: datetime | None = None
    sent: Sequence[FetchedDocument] = ()

    def verify(self, document: UnverifiedDocument) -> VerificationReport:
        """The report on one document. Raises only for defects of this program."""
        return self._with_evidence(lambda run: run.report(document))

    def verify_together(self, parts: Sequence[UnverifiedDocument | WalletError]) -> VerificationReport:
        """The report on what holds several documents and is nothing itself: the worst of them, for its reason.

        Args:
            parts: what was read, or why it could not be; what was asked is asked of each, and the work on all of them
                is limited as that on one.
        """
        return self._with_evidence(lambda run: run.together(parts))

    def _with_evidence(self, check: "Callable[[_Run], VerificationReport]") -> VerificationReport:
        now, memory = self.clock.now(), RunMemory(self.documents, sent={one.url: one for one in self.sent})
        report = check(_Run(self, now, memory, challenge=self.challenge))
        used = memory.used()
        return replace(report, evidence=used, as_of=oldest(used, now), asked_at=asked_at(used))


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
    if document.jws is None and document.format in OLDER_BADGES:
        is_anchored = verification_kind(document.document) == ANCHORED
        return ("MerkleProof2017",) if is_anchored else (HOSTED,)
    if document.jws is not None:
        from wallet.proofs import jose  # noqa: PLC0415 - tokens only

        name = jose.algorithm_name(document.jws.header)
        if document.sd_jwt is None:
            return (name,)
        binding = document.sd_jwt.key_binding
        bound = () if binding is None else (f"kb+jwt {jose.algorithm_name(binding.header)}",)
        return (f"sd-jwt {name}", *bound)
    return tuple(data_integrity.suite_name(proof)[:80] for proof in document.proofs)


@dataclass(frozen=True, slots=True)
class _Run:
    """One verification: the verifier's settings, the clock reading, what is remembered, and how deep inside this is.

    Attributes:
        challenge: what was asked of this document, or of the presentation around it, which `sharer` signed.
    """

    verifier: Verifier
    now: datetime
    memory: RunMemory
    depth: int = 0
    challenge: Challenge = field(default_factory=Challenge)
    sharer: Sharer | None = None

    @property
    def _resolver(self) -> KeyResolver:
        return KeyResolver(self.memory, self.now)

    def report(self, document: UnverifiedDocument) -> VerificationReport:
        with self.memory.looking_at(document):
            if isinstance(document, UnverifiedPresentation):
                return self._presentation(document)
            return self._credential(document)

    def together(self, parts: Sequence[UnverifiedDocument | WalletError]) -> VerificationReport:
        reports = [self._one_of_several(part) for part in parts[:MAX_INNER]]
        check = check_inner(reports, applicable=True, complete=len(parts) <= MAX_INNER, needed=True)
        verdict, reason = policy.decide([check], [report.verdict for report in reports])
        return VerificationReport(
            verdict=verdict,
            reason=next((each.reason for each in reports if each.verdict is verdict and each.reason), reason),
            checks=(check,),
            format=Format.PRESENTATION,
            envelope=Envelope.JSON,
            securing=(),
            credential=None,
            inner=tuple(reports),
            at=self.now,
            asked=self.challenge.asked,
        )

    def _one_of_several(self, part: UnverifiedDocument | WalletError) -> VerificationReport:
        if isinstance(part, WalletError):
            return _unreadable_part(part.reason, part.detail, self.now)
        try:
            self.memory.work.spend(DOCUMENT_UNITS)
        except UndecidableProofError as error:
            return unsupported_report(error.reason, error.detail, self.now)
        return self.report(part)

    def _credential(self, document: UnverifiedCredential) -> VerificationReport:
        if document.format in OLDER_BADGES:
            return self._older_badge(document)
        credential = document.credential
        # steps 1 to 4
        checks = self._authenticity(document, credential.issuer.id, self.challenge)[1]
        inner, complete = self._inner_of_record(document)
        checks += [
            # step 5; Bitstring Status List 1.0, section 3.2
            with_age(self._status(credential), credential.status, self.memory, self.now),
            # steps 6 to 10
            check_schema(document, self.memory),
            check_recipient(credential, self.verifier.recipients, document),
            check_issuer_trust(credential.issuer, self.verifier.directories, self.now),
            check_endorsements(self._endorsements(document)),
            check_inner(inner, applicable=document.format is Format.CLR_2, complete=complete),
        ]
        report = with_receiver(self._compose(document, checks, inner), document)
        return self._with_question(with_sharer(report, document, self.sharer))

    def _status(self, credential: Credential) -> Check:
        return check_status(
            credential,
            self.memory,
            self._read_status_list,
            lambda entry: self._examine_token_list(entry, credential.issuer.id),
        )

    def _older_badge(self, document: UnverifiedCredential) -> VerificationReport:
        """A badge of version 1 or 2; the report shows what its issuer hosts, as far as that was had."""
        from wallet.verification.openbadges2 import check_older_badge  # noqa: PLC0415 - slow to load, and rarer

        found = check_older_badge(document, self.memory, self.now)
        credential = found.credential
        endorsed = Check(CheckName.ENDORSEMENTS, Outcome.UNKNOWN, Reason.ENDORSEMENT_NOT_VERIFIED)
        checks = [
            *found.checks,
            Check(CheckName.SCHEMA, Outcome.NOT_APPLICABLE),
            check_recipient(credential, self.verifier.recipients),
            check_issuer_trust(credential.issuer, self.verifier.directories, self.now),
            # none of version 2 is looked at; they are hosted credentials of their own
            endorsed if credential.endorsements else check_endorsements(()),
            check_inner((), applicable=False),
        ]
        report = replace(self._compose(document, checks, ()), credential=credential)
        return with_sharer(report, document, self.sharer)

    def _presentation(self, document: UnverifiedPresentation) -> VerificationReport:
        finding, checks = self._authenticity(document, document.holder or "", self.challenge)
        asked = self._asked_of_parts(finding.proof or {})
        sharer = sharer_of(finding.method, checks)
        inner = [self._part(part, asked, sharer) for part in document.credentials[:MAX_INNER]]
        complete = len(document.credentials) <= MAX_INNER
        checks.append(check_inner(inner, applicable=True, complete=complete, needed=True))
        report = with_binding(self._compose(document, checks, inner), document, finding.proof or {})
        return self._with_question(report)

    def _with_question(self, report: VerificationReport) -> VerificationReport:
        return replace(report, asked=self.challenge.asked) if self.depth == 0 else report

    def _asked_of_parts(self, proof: JsonObject) -> Challenge:
        """What a token inside a presentation must not contradict: the question, or else the receiver it was signed for.

        Else a receiver could wrap what was shown to him in a presentation of his own, and show it to the next one.
        """
        domains = proof.get("domain")
        named = domains[0] if isinstance(domains, list) and len(domains) == 1 else domains
        audience = self.challenge.audience or (named if isinstance(named, str) else None)
        return replace(self.challenge, audience=audience, of_what_is_inside=True)

    def _authenticity(
        self, document: UnverifiedDocument, issuer: str, challenge: Challenge | None = None
    ) -> tuple[ProofFinding, list[Check]]:
        """Checks 1 to 4, which credentials and presentations share."""
        finding = check_proof(document, issuer, self._resolver, challenge or Challenge())
        return finding, [
            check_structure(document),  # step 1
            finding.check,  # step 2; VC Data Integrity 1.0, section 4.5, or RFC 7515, section 5.2
            # step 3; Controlled Identifiers 1.0, section 3.3
            self._binding(document, issuer, finding),
            check_dates(document, finding.proof, self.now, self.verifier.earliest),  # step 4
        ]

    def _binding(self, document: UnverifiedDocument, issuer: str, finding: ProofFinding) -> Check:
        if finding.method is None:
            named = finding.proof or {} if document.jws is None else document.jws.header
            method_id = named.get("kid" if document.jws is not None else "verificationMethod")
            return check_named_method(issuer, method_id, finding.check.reason)
        if isinstance(document, UnverifiedPresentation) and not issuer:
            # A presentation may leave its holder out; then the key speaks for itself (VCDM 2.0, section 4.13)
            issuer = finding.method.controller
        return check_issuer_binding(issuer, finding.method, self._resolver, purpose_of(document))

    def _inner_of_record(self, document: UnverifiedCredential) -> tuple[Sequence[VerificationReport], bool]:
        """The reports on a record's credentials, and whether these are all of them."""
        if document.format is not Format.CLR_2:
            return (), True
        parts = clr2.inner_documents(document.document)
        return [self._nested(part, self.sharer) for part in parts[:MAX_INNER]], len(parts) <= MAX_INNER

    def _endorsements(self, document: UnverifiedCredential) -> Sequence[EndorsementFinding]:
        if not document.credential.endorsements:
            return ()
        ids: dict[int, AbstractSet[str]] = {}
        findings = []
        for owner, part in attached_endorsements(document.document):
            if id(owner) not in ids:
                ids[id(owner)] = ids_within(owner)
            report = self._nested(part)
            findings.append(EndorsementFinding(report, belongs_to(report.credential, ids[id(owner)])))
        return findings

    def _nested(self, part: JsonObject | str, sharer: Sharer | None = None) -> VerificationReport:
        """The report on a credential found inside another one."""
        try:
            self.memory.work.spend(DOCUMENT_UNITS)
        except UndecidableProofError as error:
            return unsupported_report(error.reason, error.detail, self.now)
        return self._part(parse_entry(part), sharer=sharer)

    def _part(
        self,
        part: UnverifiedCredential | UnreadablePart,
        asked: Challenge | None = None,
        sharer: Sharer | None = None,
    ) -> VerificationReport:
        if isinstance(part, UnreadablePart):
            return _unreadable_part(Reason(part.reason), part.detail, self.now)
        if self.depth >= MAX_NESTING or self.memory.work.left < 0:
            # not looked at, so nothing is known to be wrong
            return unsupported_report(Reason.TOO_COMPLEX, "nesting", self.now)
        inside = _Run(self.verifier, self.now, self.memory, self.depth + 1, asked or Challenge(), sharer)
        return inside.report(part)

    def _read_status_list(self, fetched: FetchedDocument) -> CheckedList | Reason:
        """A status list whose own signature holds and which is in force.

        Source: Bitstring Status List 1.0, section 3.2, step 4 (verify the list credential).
        """
        self.memory.work.spend(DOCUMENT_UNITS)
        try:
            document = detect.parse_document(fetched.body)
        except WalletError:
            return Reason.STATUS_LIST_INVALID
        if isinstance(document, UnverifiedPresentation):
            return Reason.STATUS_LIST_INVALID
        issuer = document.credential.issuer.id
        _, checks = self._authenticity(document, issuer)
        verdict, reason = policy.decide(checks)
        if reason is Reason.ISSUER_NOT_CONFIRMED and verdict is Verdict.UNCHECKED:
            return CheckedList(document.document, issuer, reason)
        if verdict is Verdict.UNCHECKED:
            return reason or Reason.STATUS_LIST_INVALID
        if verdict is Verdict.INVALID:
            return Reason.STATUS_LIST_EXPIRED if reason is Reason.EXPIRED else Reason.STATUS_LIST_INVALID
        return CheckedList(document.document, issuer)

    def _examine_token_list(self, entry: StatusEntry, issuer: str) -> Check:
        from wallet.verification.checks.token_status_list import (  # noqa: PLC0415 - tokens only
            examine_token_list,
            read_token_list,
        )

        return examine_token_list(
            entry, issuer, self.memory, lambda fetched: read_token_list(fetched, issuer, self._resolver)
        )

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
