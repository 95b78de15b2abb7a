"""Lists of known issuers that a learner added to their file, so that they count for everything in it.

Lives here: keeping the files' bytes and choosing among editions. They are read anew at every use, so a list has to
hold its signature every time. Does not live here: the formats (`wallet.verification.trust_lists`), lists handed in for
one run (`trust`), the learner's own list (`known_issuers`).
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from wallet.app.inputs import read_file
from wallet.codecs import base64url, strict_json
from wallet.errors import AppError, CodecError, Reason, VaultError, WalletError
from wallet.vault.connection import Vault
from wallet.verification.trust_lists.reader import read_trust_list
from wallet.verification.trust_lists.trust_list import TrustList, newest_editions

INDEX = "trust_lists"
"""The setting that names the lists, in the order they were added."""

BODY = "trust_list/"
"""How the setting with one list's bytes begins; its SHA-256 in hexadecimal digits follows."""

_ID_LENGTH = 12
_MAX_TITLE = 200

Entry = dict[str, str]


@dataclass(frozen=True, slots=True)
class KeptTrustList:
    """One list in a learner's file.

    Attributes:
        id: 12 hexadecimal digits by which it is removed.
        list: what it says, with its publisher and date.
        added_at: when the learner added it, as RFC 3339 text in UTC.
    """

    id: str
    list: TrustList
    added_at: str


def kept_trust_lists(vault: Vault) -> Sequence[KeptTrustList]:
    """The lists in this file, in the order they were added.

    Raises:
        VaultError: VAULT_DAMAGED when what was kept cannot be read.
    """
    return tuple(
        KeptTrustList(entry["sha256"][:_ID_LENGTH], read_kept(_body(vault, entry), entry), entry["added_at"])
        for entry in _index(vault)
    )


def add_trust_list(vault: Vault, path: Path, now: datetime) -> KeptTrustList:
    """Keeps the list in this file; durable on return. Earlier editions of the same list go.

    Raises:
        AppError: TRUST_LIST_INVALID when the file holds no sound list, TRUST_LIST_OLDER when a later edition is kept.
        VaultError: the vault could not take it.
    """
    return keep_trust_list(vault, _read_file(path), path.stem[:_MAX_TITLE], now)


def keep_trust_list(
    vault: Vault, body: bytes, title: str, now: datetime, *, replaces_title: bool = False
) -> KeptTrustList:
    """As `add_trust_list`, for the bytes of a list.

    Args:
        title: what to call a list that carries no name of its own.
        replaces_title: what was kept under this title goes; for lists without editions, which are fetched anew: files
            that nobody signs, whose address is their name, and what a federation states.

    Raises:
        AppError, VaultError: as `add_trust_list`.
    """
    new = _sound(body, title)
    kept = kept_trust_lists(vault)
    digest = hashlib.sha256(body).hexdigest()
    same = next((one for one in kept if one.id == digest[:_ID_LENGTH]), None)
    if same is not None:
        return same
    newest = newest_editions([*(one.list for one in kept), new])
    if new not in newest:
        raise AppError(Reason.TRUST_LIST_OLDER)
    replaced = {one.id for one in kept if one.list not in newest}
    if replaces_title and not new.sequence:
        name = (new.publisher, new.title)
        replaced |= {one.id for one in kept if (one.list.publisher, one.list.title) == name}
    added_at = now.isoformat(timespec="seconds").replace("+00:00", "Z")
    entry = {"sha256": digest, "title": title, "added_at": added_at}
    vault.settings.set(BODY + digest, base64url.encode(body))
    _keep(vault, [*(one for one in _index(vault) if one["sha256"][:_ID_LENGTH] not in replaced), entry])
    return KeptTrustList(digest[:_ID_LENGTH], new, added_at)


def remove_trust_list(vault: Vault, list_id: str) -> bool:
    """Takes a list out of this file; whether it was there.

    Raises:
        VaultError: the vault could not take it.
    """
    entries = _index(vault)
    left = [entry for entry in entries if entry["sha256"][:_ID_LENGTH] != list_id]
    if len(left) == len(entries):
        return False
    _keep(vault, left)
    return True


def drop_lost_lists(vault: Vault) -> Sequence[tuple[str, str]]:
    """Takes out the lists whose bytes are gone, for a file that was salvaged; id and title of each.

    One that is named and not there would stop every check.

    Raises:
        VaultError: VAULT_DAMAGED when the index of the lists cannot be read.
    """
    lost = [entry for entry in _index(vault) if not _is_kept(vault, entry)]
    if lost:
        _keep(vault, [entry for entry in _index(vault) if entry not in lost])
    return tuple((entry["sha256"][:_ID_LENGTH], entry["title"]) for entry in lost)


def _is_kept(vault: Vault, entry: Entry) -> bool:
    try:
        read_kept(_body(vault, entry), entry)
    except VaultError:
        return False
    return True


def _body(vault: Vault, entry: Entry) -> str | None:
    return vault.settings.get(BODY + entry["sha256"])


def read_kept(text: str | None, entry: Entry) -> TrustList:
    """The list in what was kept of its bytes, which must be those its entry in the index names.

    Raises:
        VaultError: VAULT_DAMAGED.
    """
    try:
        body = base64url.decode_strict(text or "")
        if hashlib.sha256(body).hexdigest() != entry["sha256"]:
            raise VaultError(Reason.VAULT_DAMAGED, "a trust list is not what was kept")
        return _parsed(body, entry["title"])
    except WalletError as error:
        raise VaultError(Reason.VAULT_DAMAGED, "a trust list cannot be read") from error


@lru_cache(maxsize=16)
def _parsed(body: bytes, title: str) -> TrustList:
    """The list in these very bytes; checking thousands of credentials reads it once."""
    return read_trust_list(body, title)


def _read_file(path: Path) -> bytes:
    try:
        return read_file(path)
    except WalletError as error:
        raise AppError(Reason.TRUST_LIST_INVALID, str(error.reason)) from error


def _sound(body: bytes, title: str) -> TrustList:
    try:
        return _parsed(body, title)
    except WalletError as error:
        raise AppError(Reason.TRUST_LIST_INVALID, error.detail) from error


def _index(vault: Vault) -> list[Entry]:
    return read_index(vault.settings.get(INDEX))


def read_index(text: str | None) -> list[Entry]:
    """The entries of the index: `sha256`, `title` and `added_at` of each list.

    Raises:
        VaultError: VAULT_DAMAGED.
    """
    try:
        entries: Any = strict_json.loads(text) if text is not None else []
    except CodecError as error:
        raise VaultError(Reason.VAULT_DAMAGED, "trust lists") from error
    if not isinstance(entries, list) or not all(_is_entry(entry) for entry in entries):
        raise VaultError(Reason.VAULT_DAMAGED, "trust lists")
    return entries


def _is_entry(entry: Any) -> bool:
    names = ("sha256", "title", "added_at")
    return isinstance(entry, dict) and all(isinstance(entry.get(name), str) for name in names)


def index_text(entries: Sequence[Entry]) -> str:
    """What is kept of the index."""
    return json.dumps(list(entries), ensure_ascii=False)


def _keep(vault: Vault, entries: Sequence[Entry]) -> None:
    """The index is written first, then bodies that nothing names any more go: a crash between leaves no gap."""
    gone = {entry["sha256"] for entry in _index(vault)} - {entry["sha256"] for entry in entries}
    vault.settings.set(INDEX, index_text(entries))
    for digest in gone:
        vault.settings.remove(BODY + digest)
