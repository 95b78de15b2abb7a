"""Keeping credentials: read, verify, store; whatever the verdict is, it is kept with it.

Lives here: what becomes of each thing a person hands in. Refused is only what holds no credential that can be
read; one that is not valid is kept "for your records" and says so wherever it is shown.
Does not live here: storing (`wallet.vault`), verifying (`wallet.verification`).
"""

import json
from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum

from wallet.app.container import Services
from wallet.app.kept_documents import with_kept_documents
from wallet.app.open_document import open_document
from wallet.app.own_view import own_identities, own_view, with_known_past
from wallet.app.verify_document import DocumentVerifier
from wallet.credentials.model import (
    Credential,
    UnreadablePart,
    UnverifiedCredential,
    UnverifiedDocument,
    UnverifiedPresentation,
)
from wallet.errors import CredentialError, Reason, WalletError
from wallet.lazy_dataclasses import dataclass, replace
from wallet.sharing.disclosure import fullest
from wallet.vault.connection import Vault
from wallet.vault.credential_store import NewCredential
from wallet.verification.report import VerificationReport
from wallet.verification.report_json import report_to_dict


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
        result: added, duplicate (these very bytes are there already), updated (a newer one of the same), restored
            (these very bytes were in the bin and are out of it again), refused.
        record_id: its id in the vault, None when refused.
        report: what checking it said.
        reason: why it was refused, else the report's first decisive reason.
        part: its place inside a presentation, counted from 0; None for a credential that came by itself.
    """

    result: ImportOutcome
    record_id: str | None
    report: VerificationReport
    reason: Reason | None
    part: int | None = None


def import_each(vault: Vault, data: bytes, services: Services, *, name: str) -> Iterator[ImportResult]:
    """Keeps every credential in these bytes; each result is handed out once its item is stored for good.

    Args:
        name: what the input is called; kept with the report.

    Raises:
        VaultError: the vault could not take an item; those already handed out stay.
    """
    verifier = DocumentVerifier(with_known_past(services, vault), own_identities(vault), own_view(vault))
    try:
        document = open_document(data)
        parts = _parts(document)
    except WalletError as error:
        yield _refused(verifier, error)
        return
    for place, part in enumerate(parts):
        number = place if isinstance(document, UnverifiedPresentation) else None
        if isinstance(part, UnreadablePart):
            yield _refused(verifier, CredentialError(Reason(part.reason), part.detail), number)
        else:
            yield _keep(vault, part, verifier, name, number)


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


def _refused(verifier: DocumentVerifier, error: WalletError, part: int | None = None) -> ImportResult:
    return ImportResult(ImportOutcome.REFUSED, None, verifier.refused(error), error.reason, part)


def _keep(
    vault: Vault, document: UnverifiedCredential, verifier: DocumentVerifier, name: str, part: int | None
) -> ImportResult:
    """Verifies and stores one credential. One that is there already keeps its bytes and gets the new report.

    Documents that were kept with it count for that report where nothing fresher answers.
    """
    report = verify_kept(verifier, document)
    added = vault.credentials.add(as_new_credential(document, report, name, verifier.services.clock.now()))
    outcome = ImportOutcome(str(added.result))
    if outcome in (ImportOutcome.DUPLICATE, ImportOutcome.RESTORED):
        again = with_kept_documents(verifier.services, vault, added.record_id)
        report = verify_kept(replace(verifier, services=again), document)
        keep_report(vault, added.record_id, report, name)
    else:
        vault.evidence.keep(added.record_id, report.evidence, report.at)
    return ImportResult(outcome, added.record_id, report, report.reason, part)


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
    if isinstance(document, UnverifiedPresentation):
        return verifier.verify_opened(document)
    return verify_kept(verifier, document)


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
