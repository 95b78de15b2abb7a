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

_INDEX = "trust_lists"
_BODY = "trust_list/"
_ID_LENGTH = 12
_MAX_TITLE = 200


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
        KeptTrustList(entry["sha256"][:_ID_LENGTH], _kept(vault, entry), entry["added_at"])
        for entry in _index(vault)
    )


def add_trust_list(vault: Vault, path: Path, now: datetime) -> KeptTrustList:
    """Keeps the list in this file; durable on return. Earlier editions of the same list go.

    Raises:
        AppError: TRUST_LIST_INVALID when the file holds no sound list, TRUST_LIST_OLDER when a later edition is kept.
        VaultError: the vault could not take it.
    """
    body, title = _read_file(path), path.stem[:_MAX_TITLE]
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
    added_at = now.isoformat(timespec="seconds").replace("+00:00", "Z")
    entry = {"sha256": digest, "title": title, "added_at": added_at}
    vault.settings.set(_BODY + digest, base64url.encode(body))
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


def _kept(vault: Vault, entry: dict[str, str]) -> TrustList:
    digest = entry["sha256"]
    try:
        body = base64url.decode_strict(vault.settings.get(_BODY + digest) or "")
        if hashlib.sha256(body).hexdigest() != digest:
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


def _index(vault: Vault) -> list[dict[str, str]]:
    text = vault.settings.get(_INDEX)
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


def _keep(vault: Vault, entries: Sequence[dict[str, str]]) -> None:
    """The index is written first, then bodies that nothing names any more go: a crash between leaves no gap."""
    gone = {entry["sha256"] for entry in _index(vault)} - {entry["sha256"] for entry in entries}
    vault.settings.set(_INDEX, json.dumps(list(entries), ensure_ascii=False))
    for digest in gone:
        vault.settings.remove(_BODY + digest)
