"""Keeping credentials: read, verify, weigh, store with the verdict.

Lives here: what becomes of each thing a person hands in. Refused is what holds no credential that can be read, and what
whoever imports leaves out; one that is not valid and kept all the same is kept "for your records" and says so wherever
it is shown. Does not live here: storing (`wallet.vault`), verifying (`wallet.verification`), asking (`wallet.cli`).
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from wallet.app.container import Services
from wallet.app.facts import facts_of
from wallet.app.kept_documents import with_kept_documents
from wallet.app.open_document import open_document
from wallet.app.own_view import own_identities, own_view, with_known_past
from wallet.app.same_content import Twin, find_twin
from wallet.app.standing import GivenTo, Standing, given_to, standing_of
from wallet.app.verify_document import DocumentVerifier
from wallet.credentials.model import (
    Credential,
    UnreadablePart,
    UnverifiedCredential,
    UnverifiedDocument,
    UnverifiedPresentation,
)
from wallet.credentials.openbadges2 import FORMATS as OLDER_BADGES
from wallet.errors import CredentialError, Reason, WalletError
from wallet.sharing.disclosure import fullest
from wallet.vault.connection import Vault
from wallet.vault.credential_store import NewCredential
from wallet.verification.report import Verdict, VerificationReport
from wallet.verification.report_json import report_to_dict

_PRESENTATION = b"VerifiablePresentation"


class ImportOutcome(StrEnum):
    """What became of one item."""

    ADDED = "added"
    DUPLICATE = "duplicate"
    UPDATED = "updated"
    RESTORED = "restored"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ImportResult:
    """One item and what became of it; stored for good unless it was refused.

    Attributes:
        result: added, duplicate (it is there already, in these bytes or in others), updated (a newer one of the
            same, or its picture where only its text was), restored (it was in the bin and is out of it again), refused.
        record_id: its id in the vault, None when refused.
        report: what checking it said.
        reason: why it was refused, else the report's first decisive reason.
        part: its place inside a presentation, counted from 0; None for a credential that came by itself.
        weighed: what was known of it before it was kept; None for what holds no credential.
        is_left_out: it could be kept, and whoever imports did not want that.
    """

    result: ImportOutcome
    record_id: str | None
    report: VerificationReport
    reason: Reason | None
    part: int | None = None
    weighed: "Weighed | None" = None
    is_left_out: bool = False


@dataclass(frozen=True, slots=True)
class Weighed:
    """One credential, judged, before anything of it is kept.

    Attributes:
        report: what checking it said, for its holder.
        twin: the record that holds this very credential, if there is one.
        standing: what it would be to those that are kept.
        given_to: whom it was given to, as far as that can be told.
    """

    document: UnverifiedCredential
    report: VerificationReport
    twin: Twin | None
    standing: Standing
    given_to: GivenTo

    @property
    def is_not_valid(self) -> bool:
        """Whether it is forged, changed, revoked, over or the like, and would be kept for the records only."""
        return self.report.verdict is Verdict.INVALID


LeavesOut = Callable[[Weighed], Reason | None]
"""Why a credential is not to be kept; None to keep it. Asked before it is stored, and not about what is there."""


def keep_everything(_weighed: Weighed) -> Reason | None:
    """Leaves nothing out."""
    return None


@dataclass(frozen=True, slots=True)
class Importer:
    """Keeps any number of files in one vault, all judged with the same knowledge.

    Attributes:
        verifier: checks them as the learner sees them.
        leaves_out: what is not to be kept.
    """

    vault: Vault
    verifier: DocumentVerifier
    leaves_out: LeavesOut = keep_everything

    def each(self, data: bytes, *, name: str) -> Iterator[ImportResult]:
        """Keeps every credential in these bytes; each result is handed out once its item is stored for good.

        Args:
            name: what the input is called; kept with the report.

        Raises:
            VaultError: the vault could not take an item; those already handed out stay.
        """
        for number, part in numbered_parts(data):
            if isinstance(part, WalletError):
                yield self.refused(part, number)
            else:
                yield self._keep(part, name, number)

    def refused(self, error: WalletError, part: int | None = None) -> ImportResult:
        """The result for something that holds nothing to keep."""
        return ImportResult(ImportOutcome.REFUSED, None, self.verifier.refused(error), error.reason, part)

    def weigh(self, document: UnverifiedCredential) -> Weighed:
        """What is known of a credential before it is kept. Nothing is stored.

        Raises:
            VaultError: the vault cannot be read.
        """
        report = verify_kept(self.verifier, document)
        twin = find_twin(self.vault, document)
        return Weighed(
            document,
            report,
            twin,
            standing_of(self.vault, document, twin),
            given_to(document, report, self.verifier.recipients),
        )

    def left_out(self, weighed: Weighed, part: int | None) -> ImportResult | None:
        """The result for a credential that is not to be kept; None for one that is. What is there already stays."""
        if weighed.standing is Standing.HAD:
            return None
        reason = self.leaves_out(weighed)
        if reason is None:
            return None
        return ImportResult(ImportOutcome.REFUSED, None, weighed.report, reason, part, weighed, True)

    def _keep(self, document: UnverifiedCredential, name: str, part: int | None) -> ImportResult:
        """Verifies and stores one credential. One that is there already keeps its bytes and gets the new report.

        Documents that were kept with it count for that report where nothing fresher answers.
        """
        weighed = self.weigh(document)
        left_out = self.left_out(weighed, part)
        if left_out is not None:
            return left_out
        report = weighed.report
        outcome, record_id = self._store(weighed, name)
        if outcome in (ImportOutcome.DUPLICATE, ImportOutcome.RESTORED):
            again = with_kept_documents(self.verifier.services, self.vault, record_id)
            report = verify_kept(replace(self.verifier, services=again), document)
            keep_report(self.vault, record_id, report, name)
        else:
            self.vault.evidence.keep(record_id, report.evidence, report.at)
        return ImportResult(outcome, record_id, report, report.reason, part, weighed)

    def _store(self, weighed: Weighed, name: str) -> tuple[ImportOutcome, str]:
        """Stores it, unless the very same is there already, in these bytes or in others."""
        new = self.as_new(weighed, name)
        twin = weighed.twin
        if twin is not None and not twin.lacks_picture:
            came_back = self.vault.bin.take_back((twin.record_id,))
            return ImportOutcome.RESTORED if came_back else ImportOutcome.DUPLICATE, twin.record_id
        added = self.vault.credentials.add(new, in_place_of=twin.record_id if twin else None)
        return ImportOutcome(str(added.result)), added.record_id

    def as_new(self, weighed: Weighed, name: str) -> NewCredential:
        """What the vault would keep of it."""
        return as_new_credential(weighed.document, weighed.report, name, self.verifier.services.clock.now())


def numbered_parts(data: bytes) -> Iterator[tuple[int | None, UnverifiedCredential | WalletError]]:
    """Every credential in these bytes, with its place in a presentation, counted from 0, or why it is none."""
    try:
        document = open_document(data)
        parts = _parts(document)
    except WalletError as error:
        yield None, error
        return
    for place, part in enumerate(parts):
        number = place if isinstance(document, UnverifiedPresentation) else None
        if isinstance(part, UnreadablePart):
            yield number, CredentialError(Reason(part.reason), part.detail)
        else:
            yield number, part


def importer(vault: Vault, services: Services, leaves_out: LeavesOut = keep_everything) -> Importer:
    """An importer that knows what the vault knows now: the learner, the lists they added, the days that are past.

    Raises:
        VaultError: the vault cannot be read.
    """
    verifier = DocumentVerifier(
        with_known_past(services, vault), own_identities(vault), own_view(vault, services)
    )
    return Importer(vault, verifier, leaves_out)


def import_each(vault: Vault, data: bytes, services: Services, *, name: str) -> Iterator[ImportResult]:
    """As `Importer.each`, for one file."""
    yield from importer(vault, services).each(data, name=name)


def import_bytes(vault: Vault, data: bytes, services: Services, *, name: str) -> ImportResult:
    """Keeps everything in these bytes and says what became of the whole: refused as soon as one part was.

    Args:
        name: what the input is called; kept with the report.

    Raises:
        VaultError: as `import_each`.
    """
    results = list(import_each(vault, data, services, name=name))
    return next((one for one in results if one.result is ImportOutcome.REFUSED), results[0])


def _parts(document: UnverifiedDocument) -> list[UnverifiedCredential | UnreadablePart]:
    if not isinstance(document, UnverifiedPresentation):
        return [document]
    if not document.credentials:
        raise CredentialError(Reason.NOT_A_CREDENTIAL, "a presentation with nothing in it")
    return list(document.credentials)


def verify_kept(verifier: DocumentVerifier, document: UnverifiedCredential) -> VerificationReport:
    """The report on a credential for its holder.

    One with a base proof, which is for the holder alone, is judged by what a receiver would get of it with nothing left
    out: every signature of the base proof is in there.
    """
    try:
        shown = fullest(document, verifier.services.random)
    except WalletError:
        shown = document  # its own check says what is wrong with it
    return verifier.verify_opened(shown)


def verify_for_holder(data: bytes, services: Services) -> VerificationReport:
    """The report that importing these bytes would give, without a vault; bad input gives an unreadable report."""
    verifier = DocumentVerifier(services)
    try:
        document = open_document(data)
    except WalletError as error:
        return verifier.refused(error)
    if not isinstance(document, UnverifiedPresentation):
        return verify_kept(verifier, document)
    only = document.credentials[0] if len(document.credentials) == 1 else None
    if isinstance(only, UnverifiedCredential) and is_plain(document):
        return verify_kept(verifier, only)
    return verifier.verify_opened(document)


def in_plain_presentation(data: bytes) -> Sequence[bytes | WalletError]:
    """What is in a presentation that nobody signed, which is a list and no more: each credential's own bytes.

    Empty for everything else: who showed what is signed is worth a row of its own.
    """
    if _PRESENTATION not in data:  # thousands of files are no presentations, and are not opened for this
        return ()
    try:
        document = open_document(data)
    except WalletError:
        return ()
    if not isinstance(document, UnverifiedPresentation) or not is_plain(document):
        return ()
    return [
        CredentialError(Reason(part.reason), part.detail)
        if isinstance(part, UnreadablePart)
        else part.original
        for part in document.credentials
    ]


def is_plain(document: UnverifiedPresentation) -> bool:
    """Whether nobody signed it: then it is a list of credentials, and says nothing of who shows them."""
    return not document.proofs and document.jws is None and document.sd_jwt is None


def keep_report(vault: Vault, record_id: str, report: VerificationReport, name: str) -> None:
    """Replaces the report kept with a credential by a newer one; durable on return.

    Raises:
        VaultError: the vault could not take it.
    """
    vault.credentials.record_report(
        record_id,
        report_json=report_text(report, name),
        verdict=report.verdict,
        reason=report.reason,
        checked_at=report.at,
    )
    vault.evidence.keep(record_id, report.evidence, report.at)
    if report.format in OLDER_BADGES and report.evidence:
        vault.facts.forget(record_id)  # what was asked may say more of it than was known


def report_text(report: VerificationReport, name: str) -> str:
    """A report as the JSON text that is kept in the vault."""
    return json.dumps(report_to_dict(report, name), ensure_ascii=False)


def as_new_credential(
    document: UnverifiedCredential, report: VerificationReport, name: str, now: datetime
) -> NewCredential:
    """What the vault keeps of a credential that was just verified."""
    # An older badge may be little more than an address; its report knows what stands there.
    credential = report.credential or document.credential
    return NewCredential(
        original=document.original,
        format=document.format,
        envelope=document.envelope,
        credential=credential,
        search_text=search_text(credential),
        report_json=report_text(report, name),
        verdict=report.verdict,
        reason=report.reason,
        checked_at=report.at,
        added_at=now,
        facts=facts_of(document, credential),
    )


def search_text(credential: Credential) -> str:
    """The words people look for beside name and issuer: what was earned and how, skills, results, evidence."""
    found: list[str | None] = [credential.name, credential.description, credential.issuer.description]
    for subject in credential.subjects:
        achievement = subject.achievement
        found.append(subject.name)
        if achievement is not None:
            found += [achievement.name, achievement.description, achievement.achievement_type]
            found += [achievement.criteria_narrative, *achievement.tags]
            for alignment in achievement.alignments:
                found += [alignment.target_name, alignment.target_framework, alignment.target_code]
        found += [text for result in subject.results for text in (result.value, result.achieved_level)]
        found += [claim.value for claim in subject.claims]
    found += [text for item in credential.evidence for text in (item.name, item.description, item.narrative)]
    return "\n".join(dict.fromkeys(text for text in found if text))
