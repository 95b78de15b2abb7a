"""What adults agreed to, read from the history of shares, and taking it back.

Lives here: the entries (who, to what, for whom, when), withdrawing one, and the list as a table. Does not live here:
the agreement itself (`guardian`), or the shares (`share_history`). A share is never changed: what was taken back is
kept beside it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wallet.app.guardian import FORM, PASS_ON, find_rule, require_code
from wallet.app.report_table import table_of_texts
from wallet.app.share_history import ShareHead, get_share, list_shares
from wallet.app.signed_form import find_form
from wallet.codecs import strict_json
from wallet.codecs.timestamps import format_datetime, parse_datetime
from wallet.errors import CodecError, Reason, SharingError, VaultError
from wallet.vault.attachments import Attachment
from wallet.vault.connection import Vault

SETTING = "withdrawn_consents"
"""The setting that holds what was taken back: an object of share ids and times."""

COLUMNS = (
    *("agreed_at", "adult", "relation", "records", "receiver", "purpose", "until"),
    *("may_pass_on", "withdrawn_at", "share", "signed_form"),
)


@dataclass(frozen=True, slots=True)
class ConsentEntry:
    """An adult's agreement to one share.

    Attributes:
        may_pass_on: whether they also agreed that the receiver passes it on to others.
        withdrawn_at: when it was taken back, None while it holds.
        form_sha256: of the form they signed on paper, lower-case hex; None when they did not.
    """

    share: ShareHead
    guardian: str
    relation: str
    may_pass_on: bool
    withdrawn_at: datetime | None
    form_sha256: str | None = None


def list_consents(vault: Vault) -> Sequence[ConsentEntry]:
    """Every agreement, the latest first.

    Raises:
        VaultError: VAULT_DAMAGED.
    """
    withdrawn = read_withdrawn(vault.settings.get(SETTING))
    return tuple(_entry(head, withdrawn) for head in list_shares(vault) if head.consent)


def find_consent(vault: Vault, head: ShareHead) -> ConsentEntry | None:
    """The agreement to one share, None where nobody had to agree.

    Raises:
        VaultError: VAULT_DAMAGED.
    """
    return _entry(head, read_withdrawn(vault.settings.get(SETTING))) if head.consent else None


def withdraw_consent(vault: Vault, share_id: str, code: bytearray | None, now: datetime) -> ConsentEntry:
    """Takes an agreement back; durable on return. From then on no more copies of that share are made here.

    What left as a copy is not undone by it: the receiver can be asked to delete that.

    Args:
        share_id: its id, or the first 4 or more letters of it.
        code: the adult's code word, the caller's to wipe; only asked for while there is one.

    Raises:
        SharingError: CONSENT_NOT_GIVEN, CONSENT_WITHDRAWN, GUARDIAN_CODE_WRONG, GUARDIAN_CODE_MISSING.
        VaultError: RECORD_NOT_FOUND, RECORD_AMBIGUOUS, VAULT_DAMAGED.
    """
    head = get_share(vault, share_id)
    entry = find_consent(vault, head)
    if entry is None:
        raise SharingError(Reason.CONSENT_NOT_GIVEN)
    if entry.withdrawn_at is not None:
        raise SharingError(Reason.CONSENT_WITHDRAWN)
    rule = find_rule(vault, now)
    if rule is not None and rule.has_code:
        require_code(vault, code or bytearray())
    withdrawn = {**read_withdrawn(vault.settings.get(SETTING)), head.id: now}
    vault.settings.set(SETTING, withdrawn_text(withdrawn))
    return _entry(head, withdrawn)


def form_of(vault: Vault, entry: ConsentEntry) -> Attachment | None:
    """The form an adult signed for this, as a file of the vault; None when there is none, or it is not kept any more.

    Raises:
        VaultError: VAULT_DAMAGED.
    """
    if entry.form_sha256 is None:
        return None
    return find_form(vault, entry.share.credential_ids, entry.form_sha256)


def refuse_withdrawn(vault: Vault, head: ShareHead) -> None:
    """Refuses one more copy of a share whose agreement was taken back.

    Raises:
        SharingError: CONSENT_WITHDRAWN.
    """
    entry = find_consent(vault, head)
    if entry is not None and entry.withdrawn_at is not None:
        raise SharingError(Reason.CONSENT_WITHDRAWN)


def consent_table(entries: Sequence[ConsentEntry]) -> bytes:
    """The agreements as CSV, one a row, for whoever has to keep them."""
    return table_of_texts(COLUMNS, [_cells(entry) for entry in entries])


def read_withdrawn(text: str | None) -> Mapping[str, datetime]:
    """When agreements were taken back, by share.

    Raises:
        VaultError: VAULT_DAMAGED.
    """
    try:
        kept: Any = strict_json.loads(text) if text is not None else {}
        if not isinstance(kept, dict):
            raise VaultError(Reason.VAULT_DAMAGED, SETTING)
        return {share: parse_datetime(str(at)) for share, at in kept.items()}
    except CodecError as error:
        raise VaultError(Reason.VAULT_DAMAGED, SETTING) from error


def withdrawn_text(withdrawn: Mapping[str, datetime]) -> str:
    """What is kept of them."""
    return json.dumps({share: format_datetime(at) for share, at in withdrawn.items()})


def _entry(head: ShareHead, withdrawn: Mapping[str, datetime]) -> ConsentEntry:
    guardian, relation, *more = head.consent
    forms = [one.removeprefix(FORM) for one in more if one.startswith(FORM)]
    form = forms[0] if forms else None
    return ConsentEntry(head, guardian, relation, PASS_ON in more, withdrawn.get(head.id), form)


def _cells(entry: ConsentEntry) -> Sequence[str]:
    share = entry.share
    return (
        format_datetime(share.made_at),
        entry.guardian,
        entry.relation,
        "; ".join(share.titles),
        share.to,
        share.purpose,
        "" if share.until is None else format_datetime(share.until),
        "yes" if entry.may_pass_on else "no",
        "" if entry.withdrawn_at is None else format_datetime(entry.withdrawn_at),
        share.id,
        entry.form_sha256 or "",
    )
