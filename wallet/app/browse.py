"""Looking at what is kept: lists, one credential in full, and checking it again.

Lives here: the reading side of the vault. Does not live here: keeping (`import_credential`) or sharing
(`share`).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from wallet.app.container import Services
from wallet.app.import_credential import keep_report, verify_kept
from wallet.app.kept_documents import with_kept_documents
from wallet.app.own_view import own_identities, own_view, with_known_past
from wallet.app.stored_report import input_name, read_report
from wallet.app.verify_document import DocumentVerifier
from wallet.credentials.detect import parse_document
from wallet.credentials.model import Credential, UnverifiedCredential
from wallet.credentials.openbadges2 import FORMATS as OLDER_BADGES
from wallet.errors import Reason, VaultError, WalletError
from wallet.vault.attachments import Attachment
from wallet.vault.connection import Vault
from wallet.vault.credential_lists import Tally
from wallet.vault.credential_store import CredentialHead, PastCheck, StoredCredential
from wallet.vault.notes import Note
from wallet.verification.evidence import KeptDocuments
from wallet.verification.openbadges2 import complete_view
from wallet.verification.report import VerificationReport
from wallet.verification.sources import NoDocuments

__all__ = [
    "Attachment",
    "CheckedAgain",
    "CredentialDetails",
    "CredentialHead",
    "Labels",
    "Note",
    "Tally",
    "all_ids",
    "check_again",
    "compared_again",
    "current_version",
    "details",
    "first_heads",
    "ids_of_issuer",
    "labels",
    "list_heads",
    "matching_ids",
    "reopen",
    "revision",
    "shown_credential",
    "tally",
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
        collections, tags, notes, files: what the learner added.
        is_pinned: it stands first in the list.
        deleted_at: since when it is in the bin, None when it is not.
    """

    head: CredentialHead
    credential: Credential
    report: VerificationReport
    report_json: str = field(repr=False)
    original: bytes = field(repr=False)
    history: Sequence[PastCheck] = ()
    versions: Sequence[CredentialHead] = ()
    collections: Sequence[str] = ()
    tags: Sequence[str] = ()
    notes: Sequence[Note] = ()
    files: Sequence[Attachment] = ()
    is_pinned: bool = False
    deleted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PreparedCheck:
    """A check of one kept credential, with everything it needs of the vault in hand."""

    stored: StoredCredential
    document: UnverifiedCredential
    verifier: DocumentVerifier

    def run(self) -> VerificationReport:
        """Checks now; the vault is neither read nor written."""
        return verify_kept(self.verifier, self.document)


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


@dataclass(frozen=True, slots=True)
class Labels:
    """What the learner added to credentials, by record id; what nothing was added to is missing.

    Attributes:
        collections, tags: their names, in order.
        deleted_at: since when what is in the bin is there.
    """

    collections: Mapping[str, Sequence[str]]
    tags: Mapping[str, Sequence[str]]
    deleted_at: Mapping[str, datetime]


def list_heads(
    vault: Vault,
    search: str | None = None,
    *,
    collection: str | None = None,
    tag: str | None = None,
    in_bin: bool = False,
    limit: int | None = None,
    offset: int = 0,
) -> Sequence[CredentialHead]:
    """The credentials of a list: what is pinned, then the latest added; in a search the best match first.

    Args:
        search: words that must all occur, the last one perhaps only begun; None or "" for everything.
        collection: only what is in this collection, in its order.
        tag: only what wears this tag.
        in_bin: what lies in the bin instead, the last deleted first.
        limit: at most so many; None for all.
        offset: how many to leave out at the start.

    Raises:
        VaultError: NAME_NOT_FOUND when there is no such collection.
    """
    return vault.credentials.heads(
        search, collection=collection, tag=tag, in_bin=in_bin, limit=limit, offset=offset
    )


def tally(vault: Vault) -> Tally:
    """How many current credentials there are outside the bin, and how many of them are verified."""
    return vault.lists.tally()


def first_heads(vault: Vault, limit: int) -> Sequence[CredentialHead]:
    """The first of the credentials outside the bin: what is pinned, then the latest issued."""
    return vault.lists.latest_issued(limit)


def matching_ids(vault: Vault, search: str) -> frozenset[str] | None:
    """Which credentials `list_heads` finds with these words, in no order and in the bin too; None for no words."""
    return vault.lists.matching(search)


def revision(vault: Vault) -> int:
    """A number that is another one after every change of what the vault holds; 0 before the first."""
    state = vault.state
    return 0 if state is None else state.revision


def current_version(vault: Vault, record_id: str) -> CredentialHead:
    """The line in the list of one credential, also for one whose original is damaged.

    Args:
        record_id: the id of any of its versions, or the first 4 or more letters of it.

    Raises:
        VaultError: RECORD_NOT_FOUND, RECORD_AMBIGUOUS.
    """
    return vault.credentials.versions(record_id)[0]


def labels(vault: Vault) -> Labels:
    """What the learner added to the credentials of a list, for all of them at once."""
    return Labels(
        collections=vault.collections.by_record(),
        tags=vault.tags.by_record(),
        deleted_at=vault.bin.deleted_at(),
    )


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
        collections=vault.collections.of(stored.head.id),
        tags=vault.tags.of(stored.head.id),
        notes=vault.notes.of(stored.head.id),
        files=vault.files.of(stored.head.id),
        is_pinned=vault.pins.has(stored.head.id),
        deleted_at=stored.deleted_at,
    )


def shown_credential(vault: Vault, record_id: str) -> tuple[Credential, bytes]:
    """What one credential says, as `details` has it, and its bytes as they came; without all that is kept beside it.

    Raises:
        VaultError: as `details`.
    """
    stored = vault.credentials.get(record_id)
    return _shown(reopen(stored), vault, stored.head.id), stored.original


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
    prepared = prepared_again(vault, record_id, services)
    return keep_again(vault, prepared.stored, prepared.run())


def prepared_again(vault: Vault, record_id: str, services: Services) -> PreparedCheck:
    """The first part of `compared_again`: everything the check needs of the vault.

    Raises:
        VaultError: as `details`.
    """
    stored = vault.credentials.get(record_id)
    services = with_known_past(with_kept_documents(services, vault, stored.head.id), vault)
    return PreparedCheck(
        stored, reopen(stored), DocumentVerifier(services, own_identities(vault), own_view(vault, services))
    )


def keep_again(vault: Vault, stored: StoredCredential, report: VerificationReport) -> CheckedAgain:
    """The last part: keeps the report with its date.

    Raises:
        VaultError: the report could not be stored.
    """
    keep_report(vault, stored.head.id, report, input_name(stored.report_json))
    return CheckedAgain(stored.head, report)


def all_ids(vault: Vault) -> Sequence[str]:
    """Every current credential, the latest added first."""
    return tuple(head.id for head in vault.credentials.heads())


def ids_of_issuer(vault: Vault, issuer_id: str) -> Sequence[str]:
    """The credentials whose check came across this issuer: as their own or as that of something inside them."""
    return vault.lists.ids_that_name(json.dumps(issuer_id, ensure_ascii=False)[1:-1])


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
