"""Sharing credentials, whole or in chosen parts: built and read first, then recorded, then handed over.

Lives here: choosing what leaves, and the order of the steps: nothing leaves unrecorded.
Does not live here: the forms it can leave in (`share_forms`), presentations, bundles, links and codes themselves
(`wallet.sharing`), or the history (`share_history`).
"""

import hashlib
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from wallet.app.container import Services
from wallet.app.guardian import Consent, require_consent
from wallet.app.kept_documents import with_kept_documents
from wallet.app.output import refuse_existing, staged_file, write_new_file
from wallet.app.own_keys import own_keys
from wallet.app.receiver_page import link_base
from wallet.app.share_forms import CHANNELS, ShareLock, kind_of, render
from wallet.app.share_note import RECORD_ID as NOTE_ID
from wallet.app.share_note import ShareNote, note_part
from wallet.app.shown_parts import Receiver, ShownPart, is_of_other_key, parts_in_bytes, show_part
from wallet.app.signed_form import keep_form
from wallet.credentials.model import UnverifiedCredential
from wallet.errors import AppError, Reason, SharingError, VaultError, WalletError
from wallet.sharing.bundle import encode_bundle
from wallet.sharing.bundle_evidence import worth_sending
from wallet.sharing.bundle_items import beside
from wallet.sharing.link import encode_link
from wallet.sharing.presentation import sign_presentation
from wallet.sharing.qr import QrMatrix, make_qr
from wallet.vault.connection import Vault
from wallet.vault.credential_store import StoredCredential
from wallet.vault.shares import ShareRecord
from wallet.verification.report import VerificationReport
from wallet.verification.sources import FetchedDocument

__all__ = [
    "CHANNELS",
    "Chosen",
    "PreparedShare",
    "ShareLock",
    "ShareRecord",
    "kind_of",
    "prepare",
    "record",
    "render",
    "send",
    "write",
]

_ID_BYTES = 8


@dataclass(frozen=True, slots=True)
class PreparedShare:
    """A share that is signed and has not left.

    Attributes:
        presentation: the signed presentation, compact JSON.
        bundle: the same with what links and codes say around it, and with the badges it cannot hold beside it.
        consent: the adult's agreement, where one has to agree.
        evidence: what checking the credentials rested on, with its dates, as far as it helps a receiver.
        link: the self-contained link; None when it would be too long, then `qr_refusal` says so.
        qr: the code of the link; None when it was not asked for, or does not fit (`qr_refusal`).
        until: when it ends, None for never.
        reports: what checking each credential said just now.
        titles: of the credentials, then of the learner's own words if there are any.
        revealed, hidden: the parts that are shown and left out, in the words of `--credential ID[=POINTER,...]`; an id
            alone is the whole credential. They are found in the bytes that leave.
        documents: the credentials as they leave, cut to what is shown. Whatever hands out single credentials takes
            these, never the kept originals, which may hold what is hidden.
        is_subset: credentials were taken out of a learner record.
        is_not_valid: a credential in it is not valid, and the share is labelled so.
        inner_counts: for each learner record that is shared whole, how many credentials are in it.
        of_other_keys: how many of the credentials name another key than the one that signed; their receivers are told.
        is_unchecked: one names a context that this program does not carry, so that nobody could check it here; the
            share is labelled so.
    """

    presentation: bytes = field(repr=False)
    bundle: bytes = field(repr=False)
    link: str | None = field(repr=False)
    qr: QrMatrix | None = field(repr=False)
    qr_refusal: SharingError | None
    credential_ids: Sequence[str]
    titles: Sequence[str]
    to: str
    purpose: str
    until: datetime | None
    made_at: datetime
    reports: Sequence[VerificationReport] = ()
    revealed: Sequence[str] = ()
    hidden: Sequence[str] = ()
    documents: Sequence[UnverifiedCredential] = field(repr=False, default=())
    is_subset: bool = False
    is_not_valid: bool = False
    inner_counts: Sequence[int] = ()
    of_other_keys: int = 0
    is_unchecked: bool = False
    evidence: Sequence[FetchedDocument] = field(repr=False, default=())
    consent: Consent | None = None

    @property
    def items(self) -> Sequence[bytes]:
        """What lies beside the presentation, which signs for its digests: Open Badges 1 and 2."""
        return beside(self.documents)

    @property
    def whole(self) -> bytes:
        """The share as JSON: the presentation alone where it holds everything, else the bundle."""
        return self.bundle if self.items else self.presentation

    @property
    def bundle_with_evidence(self) -> bytes:
        """The bundle for files and pages, which have room for what links and codes leave out."""
        return encode_bundle(self.presentation, self.evidence, self.items)


@dataclass(frozen=True, slots=True)
class Chosen:
    """One credential and what is shown of it.

    Attributes:
        record_id: its id, or the first letters of it.
        pointers: JSON pointers to what is shown besides what always is; None for everything that may be shown.
        even_not_valid: it is shared also when it is not valid, and the share is then labelled so.
    """

    record_id: str
    pointers: Sequence[str] | None = None
    even_not_valid: bool = False


def prepare(
    vault: Vault,
    ids: Sequence[str | Chosen],
    *,
    to: str,
    purpose: str,
    until: datetime | None,
    services: Services,
    nonce: str | None = None,
    audience: str | None = None,
    with_qr: bool = True,
    page_url: str | None = None,
    even_not_valid: bool = False,
    note: ShareNote | None = None,
) -> PreparedShare:
    """Builds and signs what would be sent; nothing is written anywhere.

    Args:
        ids: which credentials, in this order; an id alone (its first letters are enough) stands for everything in it
            that may be shown.
        to: who it is for, in the learner's words.
        purpose: what it is for.
        until: when it ends; None for never.
        nonce: what the receiver asked to be repeated.
        audience: the receiver's address when the receiver named one; it is then what the signature binds,
            else `to` is.
        with_qr: also draw the code, which takes some tenths of a second.
        page_url: where the page lies that the link and the code lead to; None for the address the file keeps, and
            for our own scheme when it keeps none.
        even_not_valid: also take what is not valid (ended, cancelled, changed); the share is then labelled so.
        note: words of the learner's own that go along.

    Raises:
        SharingError: NOTHING_CHOSEN, NOT_FOR_SHARING (one is not valid), UNTIL_IN_THE_PAST, HOLDER_ONLY_PROOF,
            NOT_SELECTIVELY_DISCLOSABLE, CHOICE_NOT_COMPLETE ...
        CredentialError: POINTER_UNKNOWN, POINTER_ALWAYS_SHOWN.
        ProofError: a credential cannot be signed over.
        AppError: PAGE_ADDRESS_INVALID, USAGE (words that are too long).
        VaultError: RECORD_NOT_FOUND, RECORD_AMBIGUOUS, IN_THE_BIN ...
    """
    base = link_base(vault, page_url)
    if not ids:
        raise SharingError(Reason.NOTHING_CHOSEN)
    now = services.clock.now()
    if until is not None and until <= now:
        raise SharingError(Reason.UNTIL_IN_THE_PAST)
    chosen, labelled = _chosen_records(vault, ids)
    keys = own_keys(vault, services)
    shown = tuple(
        show_part(
            stored,
            pointers,
            Receiver(audience or to, nonce),
            keys,
            with_kept_documents(services, vault, stored.head.id),
            even_not_valid=even_not_valid or stored.head.id in labelled,
        )
        for stored, pointers in chosen
    )
    signer = keys.showing([document for part in shown for document in part.documents])
    if note is not None:
        shown = (*shown, note_part(note, signer, services))
    presentation = sign_presentation(
        [document for part in shown for document in part.documents],
        signer,
        recipient=audience or to,
        purpose=purpose,
        until=until,
        nonce=nonce,
        now=now,
        random=services.random,
        is_subset=any(part.is_subset for part in shown),
        is_not_valid=any(part.is_not_valid for part in shown),
        is_unchecked=any(part.is_unchecked for part in shown),
    )
    items = beside([document for part in shown for document in part.documents])
    bundle = encode_bundle(presentation, items=items)
    parts = parts_in_bytes(shown, bundle if items else presentation)
    link, qr, refusal = _link_and_code(bundle, base, with_qr=with_qr)
    return PreparedShare(
        presentation=presentation,
        bundle=bundle,
        link=link,
        qr=qr,
        qr_refusal=refusal,
        credential_ids=tuple(part.record_id for part in shown if part.record_id != NOTE_ID),
        titles=tuple(_title_of(part) for part in shown),
        to=to,
        purpose=purpose,
        until=until,
        made_at=now,
        reports=tuple(report for part in shown for report in part.reports),
        revealed=tuple(text for part in parts for text in part.revealed if text != NOTE_ID),
        hidden=tuple(text for part in parts for text in part.hidden),
        documents=tuple(document for part in shown for document in part.documents),
        is_subset=any(part.is_subset for part in shown),
        is_not_valid=any(part.is_not_valid for part in shown),
        inner_counts=tuple(part.inner_count for part in shown if part.is_whole_record),
        of_other_keys=sum(
            is_of_other_key(document, signer.did) for part in shown for document in part.documents
        ),
        is_unchecked=any(part.is_unchecked for part in shown),
        evidence=worth_sending(
            [used for part in shown for report in part.reports for used in report.evidence], now
        ),
    )


def _title_of(part: ShownPart) -> str:
    """As the report knows it where it knows more: an older badge may be little more than an address."""
    known = [
        report.credential or document.credential
        for document, report in zip(part.documents, part.reports, strict=True)
    ]
    return ", ".join(credential.title for credential in known)


def _chosen_records(
    vault: Vault, ids: Sequence[str | Chosen]
) -> tuple[Sequence[tuple[StoredCredential, Sequence[str] | None]], AbstractSet[str]]:
    """Each credential once, with what is shown of it; and the ids of those that are shared also when not valid.

    Raises:
        AppError: USAGE when one is named twice with different parts.
        VaultError: RECORD_NOT_FOUND, RECORD_AMBIGUOUS, IN_THE_BIN.
    """
    found: dict[str, tuple[StoredCredential, Sequence[str] | None]] = {}
    labelled = set[str]()
    for entry in ids:
        chosen = entry if isinstance(entry, Chosen) else Chosen(entry)
        stored = vault.credentials.get(chosen.record_id)
        if stored.deleted_at is not None:
            raise VaultError(Reason.IN_THE_BIN)
        before = found.setdefault(stored.head.id, (stored, chosen.pointers))
        if before[1] != chosen.pointers:
            raise AppError(Reason.USAGE, "one credential is named twice with different parts")
        labelled |= {stored.head.id} if chosen.even_not_valid else set()
    return list(found.values()), labelled


def _link_and_code(
    bundle: bytes, base: str, *, with_qr: bool
) -> tuple[str | None, QrMatrix | None, SharingError | None]:
    """The link and its code, as far as they can hold the bundle; a file always can."""
    link: str | None = None
    try:
        link = encode_link(bundle, base)
        return link, make_qr(link) if with_qr else None, None
    except SharingError as error:
        return link, None, error


def send(
    vault: Vault, prepared: PreparedShare, out: Path, services: Services, lock: ShareLock | None = None
) -> ShareRecord:
    """Writes the file its name asks for, and records the share.

    The file is on the disk under a passing name before the record is made, and gets its own name after: a
    share that is not recorded never appears, and only losing the race for the name can leave a record without
    a file.

    Raises:
        AppError: OUTPUT_KIND_UNKNOWN, OUTPUT_EXISTS, OUTPUT_NOT_WRITABLE, DISK_FULL.
        SharingError: as `render`.
        VaultError: the record could not be made; then there is no file either.
    """
    kind = kind_of(out)
    refuse_existing(out)
    content = render(prepared, kind, services, lock)
    with staged_file(out, content) as publish:
        made = record(vault, prepared, CHANNELS[kind], services, content=content)
        publish()
    return made


def write(prepared: PreparedShare, out: Path, services: Services, lock: ShareLock | None = None) -> None:
    """Writes one more copy of a share that is recorded already.

    Raises:
        AppError, SharingError: as `send`.
    """
    write_new_file(out, render(prepared, kind_of(out), services, lock))


def record(
    vault: Vault, prepared: PreparedShare, channel: str, services: Services, *, content: bytes | None = None
) -> ShareRecord:
    """Keeps a share in the history; durable on return. To be called before anything is shown or handed over.

    Args:
        channel: how it leaves ("file", "link", "qr").
        content: the exact bytes that leave; None for the link, or for `whole` when it leaves as a file.

    Raises:
        SharingError: GUARDIAN_NEEDED when an adult has to agree and has not.
        VaultError: it could not be stored.
    """
    require_consent(vault, prepared.consent, services.clock.now())
    agreed = prepared.consent
    if content is None:
        as_link = channel != CHANNELS[".json"] and prepared.link is not None
        content = (prepared.link or "").encode("ascii") if as_link else prepared.whole
    made = ShareRecord(
        id=services.random(_ID_BYTES).hex(),
        to=prepared.to,
        purpose=prepared.purpose,
        made_at=prepared.made_at,
        until=prepared.until,
        channel=channel,
        credential_ids=tuple(prepared.credential_ids),
        titles=tuple(prepared.titles),
        revealed=tuple(prepared.revealed),
        hidden=tuple(prepared.hidden),
        can_be_stopped=False,
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        consent=() if agreed is None else agreed.kept,
    )
    _record_with_form(vault, made, agreed, services)
    return made


def _record_with_form(vault: Vault, made: ShareRecord, agreed: Consent | None, services: Services) -> None:
    """What was signed on paper is kept first: no entry of the history names a form that is not there."""
    if agreed is None or agreed.form is None:
        vault.shares.record(made)
        return
    before = {one.number for one in vault.files.of(made.credential_ids[0])}
    kept = keep_form(vault, made.credential_ids, agreed.form, services.clock.now())
    try:
        vault.shares.record(made)
    except WalletError:
        if kept.number not in before:
            vault.files.remove(kept.number)
        raise
