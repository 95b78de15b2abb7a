"""What the vault's tests are made of: one fixed key (Argon2id runs only where it is tested) and made-up credentials."""

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

from wallet.credentials.model import (
    Achievement,
    Alignment,
    Credential,
    Envelope,
    Format,
    Issuer,
    Subject,
)
from wallet.errors import Reason
from wallet.vault.connection import Vault, create_vault_file
from wallet.vault.credential_store import NewCredential
from wallet.verification.report import Verdict

KEY = bytes(range(32))
SALT = b"LERW\x01" + bytes(range(100, 111))
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def key() -> bytearray:
    """A fresh copy of the fixed key."""
    return bytearray(KEY)


def make_vault(path: Path) -> Vault:
    """A new open vault under the fixed key."""
    return create_vault_file(path, key(), SALT, now=NOW, name="Test file")


def original_bytes(number: int, size: int = 3000) -> bytes:
    """Reproducible bytes that no compression and no chance makes equal to another number's."""
    return hashlib.shake_256(number.to_bytes(8, "big")).digest(size)


def record_id_of(number: int, size: int = 3000) -> str:
    """The record id `original_bytes(number, size)` gets."""
    return hashlib.sha256(original_bytes(number, size)).hexdigest()[:20]


def credential(
    name: str = "Laser cutting",
    *,
    identifier: str | None = None,
    issuer: Issuer | None = None,
    subject: str | None = "did:example:learner",
    valid_from: str | None = "2026-01-01T00:00:00Z",
    skills: int = 2,
) -> Credential:
    """A parsed credential with as many alignments as skills are asked for."""
    alignments = tuple(Alignment(f"Skill {index}") for index in range(skills))
    return Credential(
        id=identifier,
        types=("VerifiableCredential", "OpenBadgeCredential"),
        name=name,
        description=None,
        issuer=issuer or Issuer("did:example:makers", "Zürich Makers Guild"),
        subjects=(Subject(subject, achievement=Achievement(None, name, alignments=alignments)),),
        valid_from=valid_from,
        valid_until="2027-01-01T00:00:00Z",
    )


def new_credential(
    number: int,
    parsed: Credential | None = None,
    *,
    size: int = 3000,
    search_text: str = "",
    verdict: Verdict = Verdict.CHECK,
    reason: Reason | None = Reason.NO_TRUST_LIST,
) -> NewCredential:
    """Something to add; different numbers have different original bytes."""
    at = NOW + timedelta(seconds=number)
    return NewCredential(
        original=original_bytes(number, size),
        format=Format.OPEN_BADGES_3,
        envelope=Envelope.JSON,
        credential=parsed or credential(f"Badge {number}"),
        search_text=search_text,
        report_json=f'{{"number":{number}}}',
        verdict=verdict,
        reason=reason,
        checked_at=at,
        added_at=at,
    )
