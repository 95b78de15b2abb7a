"""One kept credential as a record to read: its lines, what is inside it, and who endorses it, each with its own check.

Lives here: putting parsed documents and reports side by side. Does not live here: parsing
(`wallet.credentials.learner_record`), the kept report (`browse`), words (ui).
"""

from collections.abc import Sequence

from wallet.app.browse import reopen
from wallet.app.container import Services
from wallet.app.kept_documents import with_kept_documents
from wallet.app.own_view import own_identities, own_view, with_known_past
from wallet.app.record_parts import Endorsed, Inner, ReadableRecord
from wallet.app.verify_document import DocumentVerifier
from wallet.credentials.clr2 import inner_documents
from wallet.credentials.credential_document import parse_entry
from wallet.credentials.credential_view import attached_endorsements, ids_within
from wallet.credentials.learner_record import attainments, endorsement_comment, links
from wallet.credentials.model import Format, JsonObject, UnverifiedCredential
from wallet.errors import CredentialError, Reason
from wallet.vault.connection import Vault
from wallet.verification.checks.nested import belongs_to
from wallet.verification.report import VerificationReport

__all__ = ["Endorsed", "Inner", "ReadableRecord", "read_record"]

MAX_ENDORSEMENTS = 20


def read_record(
    vault: Vault, record_id: str, report: VerificationReport, services: Services
) -> ReadableRecord:
    """The record of one kept credential.

    Args:
        report: as it was kept with it.

    Raises:
        VaultError: RECORD_NOT_FOUND, RECORD_AMBIGUOUS, VAULT_DAMAGED.
    """
    stored = vault.credentials.get(record_id)
    document = reopen(stored).document
    is_record = stored.head.format is Format.CLR_2
    attached = list(attached_endorsements(document))
    endorsements: Sequence[Endorsed] = ()
    if attached:
        known = with_known_past(with_kept_documents(services, vault, stored.head.id), vault)
        verifier = DocumentVerifier(known, own_identities(vault), own_view(vault, known))
        endorsements = [_endorsed(verifier, owner, part) for owner, part in attached[:MAX_ENDORSEMENTS]]
    return ReadableRecord(
        is_record=is_record,
        lines=attainments(document),
        links=links(document),
        inner=_inner(document, report) if is_record else (),
        endorsements=endorsements,
        left_out=max(0, len(attached) - MAX_ENDORSEMENTS),
    )


def _inner(document: JsonObject, report: VerificationReport) -> Sequence[Inner]:
    """The enclosed credentials in their order, which is that of the report."""
    found = []
    for place, part in enumerate(inner_documents(document)):
        own = report.inner[place] if place < len(report.inner) else None
        opened = parse_entry(part)
        if isinstance(opened, UnverifiedCredential):
            found.append(Inner(opened.credential, attainments(opened.document), own))
        else:
            found.append(Inner(None, (), own))
    return found


def _endorsed(verifier: DocumentVerifier, owner: JsonObject, part: JsonObject | str) -> Endorsed:
    opened = parse_entry(part)
    if not isinstance(opened, UnverifiedCredential):
        error = CredentialError(Reason(opened.reason), opened.detail)
        return Endorsed("", belongs=False, report=verifier.refused(error))
    belongs = belongs_to(opened.credential, ids_within(owner))
    return Endorsed(endorsement_comment(opened.document), belongs, verifier.verify_opened(opened))
