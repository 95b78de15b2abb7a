"""Everything in a vault as ordinary files: nothing is locked in.

Lives here: what is written and the manifest that says what it is. Does not live here: the folder (`export_folder`), the
page for people (`export_page`).

The files, all named by us (a word of the title in plain letters, then the record's id):

- `credentials/`: every original byte for byte, older versions and the bin too; `reports/`: what its last check said
- `notes/`, `files/`: what the owner wrote and added; `evidence/`: what checks rested on
- `shares/`: the exact bytes of every share
- `manifest.json`: all of it for programs, with the SHA-256 of every file; `index.html`: for people
- `keys/holder-keys.json`: only when asked for. Whoever has it can sign as the owner.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from wallet import __version__
from wallet.app.allowed_sites import BADGE_SITES
from wallet.app.consents import find_consent
from wallet.app.container import Services
from wallet.app.export_folder import ExportFolder, export_folder, slug, suffix_of
from wallet.app.export_page import index_page
from wallet.app.promises import PROMISES
from wallet.codecs.multibase import encode_base58btc
from wallet.credentials.model import Envelope
from wallet.errors import Reason, VaultError
from wallet.vault.connection import Vault
from wallet.vault.credential_store import StoredCredential
from wallet.vault.instants import instant_to_text
from wallet.vault.shares import ShareRecord
from wallet.vault.vault_copy import size_of

__all__ = ["Exported", "export_vault"]

_Item = TypeVar("_Item")

FORMAT = "ler-wallet-export"
VERSION = 1
MANIFEST = "manifest.json"
_ED25519_SECRET = b"\x80\x26"
_SUFFIXES = {Envelope.JWT: ".jwt", Envelope.BAKED_PNG: ".png", Envelope.BAKED_SVG: ".svg"}
_BEGINNINGS = (
    (b"\x89PNG", ".png"),
    (b"%PDF", ".pdf"),
    (b"PK\x03\x04", ".zip"),
    (b"<svg", ".svg"),
    (b"<!", ".html"),
)
_ABOUT_MANIFEST_AND_PAGE = 100_000
# Access to websites is this file's alone, whether to a badge site or to what an issuer promised.
_NOT_EXPORTED = ("vault_id", "revision", "sittings", "backup_folder", BADGE_SITES, PROMISES)


@dataclass(frozen=True, slots=True)
class Exported:
    """A finished export.

    Attributes:
        credentials: how many originals were written, older versions and the bin included.
        shares: how many shares.
        files: how many files in all.
        damaged: what could not be written, because it is not what was kept: ids of credentials and shares, or the name
            of one part ("pinned"), of one credential ("904cbf4acf3e19a3bc5a files") or of all.
        has_keys: the holder keys are in it.
    """

    credentials: int
    shares: int
    files: int
    damaged: Sequence[str]
    has_keys: bool


def export_vault(
    vault: Vault,
    path: Path,
    services: Services,
    *,
    with_keys: bool = False,
    progress: Callable[[], object] = lambda: None,
) -> Exported:
    """Writes everything a vault holds into a new folder: complete and read back, or not at all.

    Nothing in it is encrypted. What is damaged is left out and named.

    Args:
        path: must not exist; its parent must.
        with_keys: also write the secret keys the owner signs with.
        progress: called after each item.

    Raises:
        AppError: OUTPUT_EXISTS, OUTPUT_NOT_WRITABLE.
        NoRoomError: DISK_FULL, with the room that is needed.
    """
    now = services.clock.now()
    with export_folder(path, size_of(vault.database) + _ABOUT_MANIFEST_AND_PAGE) as folder:
        writing = _Export(vault, folder, progress)
        manifest: dict[str, Any] = {
            "format": FORMAT,
            "version": VERSION,
            "program": __version__,
            "made_at": instant_to_text(now),
            "vault": {
                "name": vault.name,
                "created_at": instant_to_text(vault.created_at),
                "format_version": vault.format_version,
            },
            "credentials": list(writing.credentials()),
            "collections": writing.part("collections", writing.collections),
            "pinned": writing.part("pinned", vault.pins.ids),
            "joined_skills": writing.part("joined_skills", writing.joined_skills),
            "shares": list(writing.shares()),
            "profiles": writing.part("profiles", writing.profiles),
            "settings": dict(writing.part("settings", writing.settings)),
            "holder_keys": writing.keys() if with_keys else None,
            "damaged": writing.damaged,
        }
        folder.write("index.html", index_page(manifest).encode())
        manifest["files"] = [
            {"path": one.path, "sha256": one.sha256, "size": one.size} for one in folder.files
        ]
        text = json.dumps(manifest, indent=1, ensure_ascii=False).encode("utf-8", "backslashreplace")
        folder.write(MANIFEST, text + b"\n")
    kept = manifest["credentials"], manifest["shares"]
    return Exported(len(kept[0]), len(kept[1]), len(folder.files), tuple(writing.damaged), with_keys)


class _Export:
    """One export while it runs."""

    def __init__(self, vault: Vault, folder: ExportFolder, progress: Callable[[], object]) -> None:
        self._vault = vault
        self._folder = folder
        self._progress = progress
        self.damaged: list[str] = []

    def credentials(self) -> Iterator[Mapping[str, Any]]:
        """Writes every original with what belongs to it, in the order they were added."""
        for record_id, first_id in self._vault.credentials.all_versions():
            try:
                stored = self._vault.credentials.get(record_id)
                yield {
                    **self._credential(stored),
                    "first_version": first_id,
                    **self._added_by_owner(record_id),
                }
            except VaultError as error:
                self._leave_out(record_id, error)
            self._progress()

    def part(self, name: str, read: Callable[[], Iterable[_Item]]) -> list[_Item]:
        """What was read; where it is damaged, nothing, and its name is noted: one part does not hide the others."""
        try:
            return list(read())
        except VaultError as error:
            self._leave_out(name, error)
            return []

    def shares(self) -> Iterator[Mapping[str, Any]]:
        """Writes the exact bytes of every share."""
        for share_id in self._vault.shares.ids():
            try:
                yield self._share(self._vault.shares.get(share_id))
            except VaultError as error:
                self._leave_out(share_id, error)
            self._progress()

    def collections(self) -> Iterator[Mapping[str, Any]]:
        """Every collection in its order, with the credentials in theirs."""
        for one in self._vault.collections.list():
            heads = self._vault.credentials.heads(collection=one.name)
            yield {"name": one.name, "credentials": [head.id for head in heads]}

    def joined_skills(self) -> Iterable[Sequence[Mapping[str, str]]]:
        """Skills of different identifiers that the owner said are one, group by group."""
        groups: dict[int, list[Mapping[str, str]]] = {}
        joined = self._vault.skill_joins.groups()
        for _, one in self._vault.facts.skills():
            if one.key in joined:
                named = {"name": one.name, "framework": one.framework, "code": one.code, "url": one.url}
                groups.setdefault(joined[one.key], []).append(named)
        return groups.values()

    def profiles(self) -> Iterator[Mapping[str, Any]]:
        """Who the owner is; the keys only by their public names."""
        for one in self._vault.profiles.list():
            yield {
                "name": one.name,
                "identifiers": list(one.identifiers),
                "dids": list(one.dids),
                "created_at": instant_to_text(one.created_at),
                "in_use": one.is_in_use,
            }

    def settings(self) -> Iterator[tuple[str, str]]:
        """What else the file remembers, such as issuers the owner knows."""
        return ((key, value) for key, value in self._vault.settings.all() if key not in _NOT_EXPORTED)

    def keys(self) -> str:
        """Writes the secret keys (Multikey form); the file's name."""
        keys = [
            {
                "id": key.verification_method,
                "controller": key.did,
                "type": "Multikey",
                "publicKeyMultibase": key.did.removeprefix("did:key:"),
                "secretKeyMultibase": encode_base58btc(_ED25519_SECRET + key.private_seed),
                "created_at": instant_to_text(key.created_at),
            }
            for key in self._vault.holder_keys.all()
        ]
        return self._folder.write("keys/holder-keys.json", json.dumps(keys, indent=1).encode() + b"\n").path

    def _credential(self, stored: StoredCredential) -> Mapping[str, Any]:
        head = stored.head
        suffix = _SUFFIXES.get(stored.envelope) or _suffix_for(stored.original)
        name = f"{slug(head.name, 'credential')}-{head.id}"
        report = self._folder.write(
            f"reports/{name}.json", stored.report_json.encode("utf-8", "surrogatepass")
        )
        return {
            "id": head.id,
            "file": self._folder.write(f"credentials/{name}{suffix}", stored.original).path,
            "sha256": stored.sha256,
            "format": str(head.format),
            "envelope": str(stored.envelope),
            "name": head.name,
            "issuer": head.issuer,
            "issued": head.issued,
            "ends": head.ends,
            "self_asserted": head.self_asserted,
            "verdict": str(head.verdict),
            "reason": None if head.reason is None else str(head.reason),
            "checked_at": instant_to_text(head.checked_at),
            "added_at": instant_to_text(head.added_at),
            "superseded_at": _time(stored.superseded_at),
            "deleted_at": _time(stored.deleted_at),
            "report": report.path,
            "history": self.part(f"{head.id} history", lambda: self._history(head.id)),
            "evidence": self.part(f"{head.id} evidence", lambda: self._evidence_of(head.id)),
        }

    def _history(self, record_id: str) -> Iterator[Mapping[str, Any]]:
        for past in self._vault.credentials.history(record_id):
            yield {
                "checked_at": instant_to_text(past.checked_at),
                "verdict": str(past.verdict),
                "reason": None if past.reason is None else str(past.reason),
            }

    def _evidence_of(self, record_id: str) -> Iterator[Mapping[str, Any]]:
        for one in self._vault.evidence.of(record_id):
            yield {
                "url": one.url,
                "retrieved_at": _time(one.retrieved_at),
                "file": self._evidence(one.body),
            }

    def _added_by_owner(self, record_id: str) -> Mapping[str, Any]:
        vault = self._vault
        return {
            "collections": self.part(f"{record_id} collections", lambda: vault.collections.of(record_id)),
            "tags": self.part(f"{record_id} tags", lambda: vault.tags.of(record_id)),
            "notes": self.part(f"{record_id} notes", lambda: self._notes(record_id)),
            "files": self.part(f"{record_id} files", lambda: self._files(record_id)),
        }

    def _notes(self, record_id: str) -> Iterator[Mapping[str, Any]]:
        for note in self._vault.notes.of(record_id):
            yield {
                "file": self._folder.write(f"notes/note-{note.number}.txt", note.text.encode()).path,
                "text": note.text,
                "written_at": instant_to_text(note.written_at),
                "changed_at": _time(note.changed_at),
            }

    def _files(self, record_id: str) -> Iterator[Mapping[str, Any]]:
        for one in self._vault.files.of(record_id):
            name = f"files/{one.number}-{slug(Path(one.name).stem, 'file')}{suffix_of(one.name)}"
            yield {
                "file": self._folder.write(name, self._vault.files.content(one.number)).path,
                "name": one.name,
                "media_type": one.media_type,
                "added_at": instant_to_text(one.added_at),
            }

    def _share(self, share: ShareRecord) -> Mapping[str, Any]:
        name = f"shares/share-{slug(share.id, 'x')}{_suffix_for(share.content)}"
        return {
            "id": share.id,
            "to": share.to,
            "purpose": share.purpose,
            "made_at": instant_to_text(share.made_at),
            "until": _time(share.until),
            "channel": share.channel,
            "can_be_stopped": share.can_be_stopped,
            "credentials": list(share.credential_ids),
            "titles": list(share.titles),
            "revealed": list(share.revealed),
            "hidden": list(share.hidden),
            **self._consent(share),
            "sha256": share.sha256,
            "file": self._folder.write(name, share.content).path,
        }

    def _consent(self, share: ShareRecord) -> Mapping[str, Any]:
        entry = find_consent(self._vault, share)
        if entry is None:
            return {}
        return {
            "consent": [entry.guardian, entry.relation],
            "may_pass_on": entry.may_pass_on,
            "withdrawn_at": _time(entry.withdrawn_at),
        }

    def _evidence(self, body: bytes) -> str:
        digest = hashlib.sha256(body).hexdigest()
        return self._folder.write(f"evidence/{digest[:40]}{_suffix_for(body)}", body).path

    def _leave_out(self, record_id: str, error: VaultError) -> None:
        if error.reason is not Reason.VAULT_DAMAGED:
            raise error
        self.damaged.append(record_id)


def _suffix_for(content: bytes) -> str:
    """How a file of this content is called; by the content alone."""
    start = content[:200].lstrip()
    if start[:1] in (b"{", b"["):
        return ".json"
    return next((suffix for beginning, suffix in _BEGINNINGS if start.startswith(beginning)), ".txt")


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else instant_to_text(moment)
