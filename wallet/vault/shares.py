"""What was shown to whom, why, when, how and until when, with the exact bytes that left.

Lives here: keeping that history. Does not live here: making or stopping a share.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from wallet.errors import Reason, VaultError
from wallet.vault.digests import digest_of, is_whole
from wallet.vault.instants import instant_to_text, text_to_instant
from wallet.vault.record_ids import find_record
from wallet.vault.statements import Row, Statements

_COLUMNS = "id, recipient, purpose, made_at, until, channel, can_be_stopped, what_sha256, what_json, sha256"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareHead:
    """One share without its bytes, for lists.

    Attributes:
        id: lower-case letters, digits and hyphens.
        to: the receiver, in the words of the owner.
        until: when it ends, None for never.
        channel: how it left ("file", "qr", "link" ...).
        credential_ids: record ids of what was in it; they may be gone from the vault since.
        titles: what these were called.
        revealed, hidden: the fields that were shown and left out.
        sha256: of the exact bytes, lower-case hex.
        consent: the adult who agreed, their relation to the learner, and (not in old entries) whether the receiver may
            pass it on; empty where nobody had to.
    """

    id: str
    to: str
    purpose: str
    made_at: datetime
    until: datetime | None
    channel: str
    credential_ids: Sequence[str]
    titles: Sequence[str]
    revealed: Sequence[str]
    hidden: Sequence[str]
    can_be_stopped: bool
    sha256: str
    consent: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRecord(ShareHead):
    """One share with the exact bytes that left the wallet."""

    content: bytes = field(repr=False)


class ShareLog:
    """The share history of one vault."""

    def __init__(self, database: Statements) -> None:
        self._database = database

    def record(self, share: ShareRecord) -> None:
        """Keeps one share; durable on return.

        Raises:
            VaultError: VAULT_EXISTS when the id is taken; the history is never overwritten.
        """
        digest, what = digest_of(share.content), _what_to_json(share)
        if digest.hex() != share.sha256:
            raise ValueError("the digest is not that of the content")
        with self._database.transaction(len(share.content)):
            if self._database.row("SELECT 1 FROM share WHERE id = ?", (share.id,)):
                raise VaultError(Reason.VAULT_EXISTS, "a share with this id is there already")
            seq = self._database.run(
                "INSERT INTO share (id, recipient, purpose, made_at, until, channel, can_be_stopped, what_json,"
                " what_sha256, sha256)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    share.id,
                    share.to,
                    share.purpose,
                    instant_to_text(share.made_at),
                    instant_to_text(share.until) if share.until else None,
                    share.channel,
                    int(share.can_be_stopped),
                    what,
                    digest_of(what),
                    digest,
                ),
            )
            self._database.run("INSERT INTO share_content (seq, content) VALUES (?, ?)", (seq, share.content))

    def list(self) -> Sequence[ShareHead]:
        """All shares, the latest first."""
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM share ORDER BY seq DESC")  # noqa: S608 - our own columns
        return tuple(ShareHead(**_fields(row)) for row in rows)

    def ids(self) -> Sequence[str]:
        """The ids of all shares, the first made first; also of those that can no longer be read."""
        return tuple(
            str(share_id) for (share_id,) in self._database.rows("SELECT id FROM share ORDER BY seq")
        )

    def get(self, id_or_prefix: str) -> ShareRecord:
        """One share with its bytes, by its id or the first 4 or more characters of it.

        Raises:
            VaultError: RECORD_NOT_FOUND, RECORD_AMBIGUOUS, or VAULT_DAMAGED when the bytes are not those that
                were kept.
        """
        seq = find_record(self._database, "share", id_or_prefix)
        row = self._database.row(
            f"SELECT {_COLUMNS}, content FROM share LEFT JOIN share_content USING (seq) WHERE seq = ?",  # noqa: S608
            (seq,),
        )
        if row is None or not is_whole(row[-2], row[-1]):
            raise VaultError(Reason.VAULT_DAMAGED, "the bytes of a share are not those that were kept")
        return ShareRecord(**_fields(row[:-1]), content=row[-1])


def _what_to_json(share: ShareHead) -> str:
    what = {
        "credential_ids": list(share.credential_ids),
        "titles": list(share.titles),
        "revealed": list(share.revealed),
        "hidden": list(share.hidden),
        **({"consent": list(share.consent)} if share.consent else {}),
    }
    return json.dumps(what, ensure_ascii=True, separators=(",", ":"))


def _fields(row: Row) -> dict[str, Any]:
    (
        identifier,
        recipient,
        purpose,
        made_at,
        until,
        channel,
        can_be_stopped,
        what_sha256,
        what_json,
        sha256,
    ) = row
    if not is_whole(what_sha256, what_json):
        raise VaultError(Reason.VAULT_DAMAGED, "what was in a share is not what was kept")
    what = {name: tuple(values) for name, values in json.loads(what_json).items()}
    return {
        "id": identifier,
        "to": recipient,
        "purpose": purpose,
        "made_at": text_to_instant(made_at),
        "until": text_to_instant(until) if until else None,
        "channel": channel,
        "can_be_stopped": bool(can_be_stopped),
        "sha256": sha256.hex(),
        **what,
    }
