"""Looking at what is kept: lists, one credential in full, and checking it again.

Lives here: the reading side of the vault. Does not live here: keeping (`import_credential`) or sharing
(`share`).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from wallet.app.container import Services
from wallet.app.import_credential import keep_report
from wallet.app.kept_documents import with_kept_documents
from wallet.app.own_view import own_view, with_known_past
from wallet.app.stored_report import input_name, read_report
from wallet.app.verify_document import DocumentVerifier
from wallet.credentials.detect import parse_document
from wallet.credentials.model import Credential, UnverifiedCredential
from wallet.credentials.openbadges2 import FORMATS as OLDER_BADGES
from wallet.errors import Reason, VaultError, WalletError
from wallet.vault.connection import Vault
from wallet.vault.credential_store import CredentialHead, PastCheck, StoredCredential
from wallet.verification.evidence import KeptDocuments
from wallet.verification.openbadges2 import complete_view
from wallet.verification.report import VerificationReport
from wallet.verification.sources import NoDocuments

__all__ = [
    "CheckedAgain",
    "CredentialDetails",
    "CredentialHead",
    "all_ids",
    "check_again",
    "compared_again",
    "details",
    "ids_of_issuer",
    "list_heads",
    "reopen",
]


@dataclass(frozen=True, slots=True)
class CredentialDetails:
    """One kept credential.

    Attributes:
        head: its line in the list.
        credential: parsed again from the original bytes.
        report: what was found when it was last checked.
        report_json: the same as it was kept (an object of `ler-wallet verify --json`).
        original: the bytes exactly as they came.
        history: what every check said, the latest first.
        versions: all versions of it, itself included, the latest first.
    """

    head: CredentialHead
    credential: Credential
    report: VerificationReport
    report_json: str = field(repr=False)
    original: bytes = field(repr=False)
    history: Sequence[PastCheck] = ()
    versions: Sequence[CredentialHead] = ()


@dataclass(frozen=True, slots=True)
class CheckedAgain:
    """One kept credential after a new check.

    Attributes:
        before: its line in the list as it was.
        report: what was found now, and is kept.
    """

    before: CredentialHead
    report: VerificationReport

    @property
    def is_changed(self) -> bool:
        """Whether the verdict, or the reason for it, is another one than before."""
        return (self.before.verdict, self.before.reason) != (self.report.verdict, self.report.reason)


def list_heads(
    vault: Vault, search: str | None = None, *, limit: int | None = None, offset: int = 0
) -> Sequence[CredentialHead]:
    """The credentials of a list, the latest added first; in a search the best match first.

    Args:
        search: words that must all occur, the last one perhaps only begun; None or "" for everything.
        limit: at most so many; None for all.
        offset: how many to leave out at the start.
    """
    return vault.credentials.heads(search, limit=limit, offset=offset)


def details(vault: Vault, record_id: str) -> CredentialDetails:
    """Everything kept of one credential.

    Args:
        record_id: its id, or the first 4 or more letters of it.

    Raises:
        VaultError: RECORD_NOT_FOUND, RECORD_AMBIGUOUS, VAULT_DAMAGED.
    """
    stored = vault.credentials.get(record_id)
    credential = _shown(reopen(stored), vault, stored.head.id)
    return CredentialDetails(
        head=stored.head,
        credential=credential,
        report=read_report(stored.report_json, credential, stored.head.checked_at),
        report_json=stored.report_json,
        original=stored.original,
        history=vault.credentials.history(stored.head.id),
        versions=vault.credentials.versions(stored.head.id),
    )


def _shown(document: UnverifiedCredential, vault: Vault, record_id: str) -> Credential:
    """What is shown of a credential. An older badge says most of it in documents that were kept with its check."""
    if document.format not in OLDER_BADGES:
        return document.credential
    kept = {found.url: found for found in vault.evidence.of(record_id)}
    return complete_view(document, KeptDocuments(NoDocuments(), kept))


def check_again(vault: Vault, record_id: str, services: Services) -> VerificationReport:
    """The new report of `compared_again`, for who does not need the old one.

    Raises:
        VaultError: as `compared_again`.
    """
    return compared_again(vault, record_id, services).report


def compared_again(vault: Vault, record_id: str, services: Services) -> CheckedAgain:
    """Verifies one credential now, in the learner's own view, and keeps the new report with its date.

    Documents that were kept with an earlier check answer where nothing fresher does; the report then says "as of".

    Raises:
        VaultError: as `details`, or the report could not be stored.
    """
    stored = vault.credentials.get(record_id)
    services = with_known_past(with_kept_documents(services, vault, stored.head.id), vault)
    report = DocumentVerifier(services, directories=own_view(vault)).verify_opened(reopen(stored))
    keep_report(vault, stored.head.id, report, input_name(stored.report_json))
    return CheckedAgain(stored.head, report)


def all_ids(vault: Vault) -> Sequence[str]:
    """Every current credential, the latest added first."""
    return tuple(head.id for head in vault.credentials.heads())


def ids_of_issuer(vault: Vault, issuer_id: str) -> Sequence[str]:
    """The credentials whose check came across this issuer: as their own or as that of something inside them."""
    return vault.credentials.ids_that_name(json.dumps(issuer_id, ensure_ascii=False)[1:-1])


def reopen(stored: StoredCredential) -> UnverifiedCredential:
    """The credential parsed again from its original bytes.

    Raises:
        VaultError: VAULT_DAMAGED when they can no longer be read, which no import lets in.
    """
    try:
        document = parse_document(stored.original)
    except WalletError as error:
        raise VaultError(Reason.VAULT_DAMAGED, f"a record cannot be read: {error.reason}") from error
    if not isinstance(document, UnverifiedCredential):
        raise VaultError(Reason.VAULT_DAMAGED, "a record is not a credential")
    return document
