"""Asking somebody who saw what the learner did to sign for it, and joining what they signed to what the learner wrote.

What the learner wrote stays theirs: nobody stands behind it, before and after. A request is a letter with a file for a
badge program; it holds what the learner sees in it and nothing else, and nothing is sent. What comes back is a
credential of its own with its own checks; the learner says that it belongs to what they wrote.

Lives here: what was asked and what was joined, kept under the id that what was written keeps through all its wordings.
Does not live here: the letter (`sign_letter`).
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wallet.app.browse import current_version, reopen
from wallet.app.container import Services
from wallet.app.own_work import is_own_work
from wallet.codecs import strict_json
from wallet.codecs.timestamps import format_datetime, parse_datetime
from wallet.credentials.json_text import objects
from wallet.credentials.model import JsonObject
from wallet.errors import CodecError, Reason, VaultError, WalletError
from wallet.vault.connection import Vault
from wallet.vault.credential_store import CredentialHead

SETTING = "asked_to_sign:"
MOST_ASKED = 50
_MOST_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: when it was made, and whom it is for in the learner's words."""

    at: datetime
    to: str


@dataclass(frozen=True, slots=True)
class Joined:
    """A credential on the other side of a join: its record id and what it is called."""

    record_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Signing:
    """What there is to say about signatures for one credential.

    Attributes:
        asked: requests made for what the learner wrote, the latest first.
        signed: credentials joined to it.
        offered: credentials that name it and are not joined; the learner says whether they belong to it.
        written: of a credential that was joined, what the learner wrote.
    """

    asked: Sequence[Asked] = ()
    signed: Sequence[Joined] = ()
    offered: Sequence[Joined] = ()
    written: Sequence[Joined] = ()


def signing_of(vault: Vault, record_id: str) -> Signing:
    """What was asked and joined for one credential, be it the learner's own or somebody's.

    Raises:
        VaultError: RECORD_NOT_FOUND, VAULT_DAMAGED.
    """
    stored = vault.credentials.get(record_id)
    credential = reopen(stored).credential
    if not is_own_work(vault, credential):
        return Signing(written=tuple(_written_for(vault, stored.head)))
    kept = _kept(vault, credential.id or "")
    signed = tuple(_present(vault, kept["signed"]))
    joined = {one.record_id for one in signed}
    asked = [Asked(parse_datetime(one["at"], offset_required=True), one["to"]) for one in kept["asked"]]
    offered = _naming(vault, credential.id or "", asked) if asked else ()
    return Signing(
        tuple(reversed(asked)), signed, tuple(one for one in offered if one.record_id not in joined)
    )


def note_asked(vault: Vault, record_id: str, to: str, services: Services) -> None:
    """Remembers that a request was made; durable on return.

    Raises:
        VaultError: RECORD_NOT_FOUND, also for what the learner did not write.
    """
    own = own_id(vault, record_id)
    kept = _kept(vault, own)
    now = format_datetime(services.clock.now().replace(microsecond=0))
    kept["asked"] = [*kept["asked"], {"at": now, "to": to}][-MOST_ASKED:]
    _keep(vault, own, kept)


def join_signed(vault: Vault, record_id: str, signed_id: str) -> None:
    """Says that a credential belongs to what the learner wrote; durable on return. Neither of them is changed.

    Raises:
        VaultError: RECORD_NOT_FOUND, RECORD_AMBIGUOUS; also for what the learner wrote on the other side, which signs
            nothing.
    """
    own = own_id(vault, record_id)
    other = vault.credentials.get(signed_id)
    if other.deleted_at is not None or is_own_work(vault, reopen(other).credential):
        raise VaultError(Reason.RECORD_NOT_FOUND, "nobody else signed it")
    kept = _kept(vault, own)
    kept["signed"] = list(dict.fromkeys([*kept["signed"], other.head.id]))
    _keep(vault, own, kept)


def part_signed(vault: Vault, record_id: str, signed_id: str) -> None:
    """Takes a join back; durable on return.

    Raises:
        VaultError: RECORD_NOT_FOUND.
    """
    own = own_id(vault, record_id)
    kept = _kept(vault, own)
    leaving = vault.credentials.get(signed_id).head.id
    kept["signed"] = [one for one in kept["signed"] if _current(vault, one) != leaving]
    _keep(vault, own, kept)


def own_id(vault: Vault, record_id: str) -> str:
    """The id that what the learner wrote keeps through all its wordings.

    Raises:
        VaultError: RECORD_NOT_FOUND, also for what the learner did not write.
    """
    credential = reopen(vault.credentials.get(record_id)).credential
    if not is_own_work(vault, credential) or not credential.id:
        raise VaultError(Reason.RECORD_NOT_FOUND, "not written by the learner")
    return credential.id


def names_own(document: JsonObject, own: str) -> bool:
    """Whether a credential names what the learner wrote: as its subject, its achievement, evidence or related resource.

    Source: Open Badges 3.0, EndorsementSubject (`id`), Achievement and Evidence (`id`); VCDM 2.0, section 5.3.
    """
    named = [*objects(document.get("credentialSubject")), *objects(document.get("evidence"))]
    named += objects(document.get("relatedResource"))
    for subject in objects(document.get("credentialSubject")):
        named += objects(subject.get("achievement"))
    return any(str(one.get("id", "")).partition("#")[0] == own for one in named)


def _naming(vault: Vault, own: str, asked: Sequence[Asked]) -> Sequence[Joined]:
    """Of the credentials that came in since the first request, those that name what was written."""
    since = min(one.at for one in asked)
    found = []
    heads = [head for head in vault.credentials.heads() if head.added_at >= since and not head.self_asserted]
    for head in heads[:_MOST_LOOKED_AT]:
        try:
            document = reopen(vault.credentials.get(head.id)).document
        except WalletError:
            continue  # what cannot be read names nothing
        if names_own(document, own):
            found.append(Joined(head.id, head.name or ""))
    return found


def _written_for(vault: Vault, head: CredentialHead) -> Iterator[Joined]:
    """What the learner wrote that this credential was joined to."""
    owns = {
        key.removeprefix(SETTING)
        for key, text in vault.settings.all()
        if key.startswith(SETTING) and head.id in {_current(vault, one) for one in _read(text)["signed"]}
    }
    if owns:
        for other in vault.credentials.heads():
            if other.self_asserted and reopen(vault.credentials.get(other.id)).credential.id in owns:
                yield Joined(other.id, other.name or "")


def _present(vault: Vault, ids: Sequence[str]) -> Iterator[Joined]:
    """Those that are in the file outside the bin, in their latest version."""
    for one in ids:
        current = _current(vault, one)
        if current is not None:
            stored = vault.credentials.get(current)
            if stored.deleted_at is None:
                yield Joined(current, stored.head.name or "")


def _current(vault: Vault, record_id: str) -> str | None:
    try:
        return current_version(vault, record_id).id
    except VaultError:
        return None


def _kept(vault: Vault, own: str) -> dict[str, Any]:
    return _read(vault.settings.get(SETTING + own))


def _read(text: str | None) -> dict[str, Any]:
    """What was kept; VAULT_DAMAGED where it is not what this program writes."""
    empty: dict[str, Any] = {"asked": [], "signed": []}
    if text is None:
        return empty
    try:
        read = strict_json.loads(text)
        asked = [{"at": str(one["at"]), "to": str(one["to"])} for one in read["asked"]]
        for one in asked:
            parse_datetime(one["at"], offset_required=True)
        return {"asked": asked, "signed": [str(one) for one in read["signed"]]}
    except (ValueError, KeyError, TypeError, CodecError) as error:
        raise VaultError(Reason.VAULT_DAMAGED, "requests to sign") from error


def _keep(vault: Vault, own: str, kept: Mapping[str, Any]) -> None:
    vault.settings.set(SETTING + own, json.dumps(kept, ensure_ascii=False))
