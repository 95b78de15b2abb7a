"""The keys with which the owner of the vault signs presentations.

Lives here: keeping them. Does not live here: whose they are (`profiles`), making, naming or using them; the caller
derives DID and verification method.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from wallet.credentials.model import Did
from wallet.errors import Reason, VaultError
from wallet.vault.instants import instant_to_text, text_to_instant
from wallet.vault.statements import Statements

SEED_BYTES = 32


@dataclass(frozen=True, slots=True)
class HolderKey:
    """One Ed25519 key of the owner.

    Attributes:
        did: the owner's identifier under this key.
        verification_method: the DID URL of the key.
        private_seed: 32 bytes, the secret; never shown.
    """

    did: Did
    verification_method: str
    private_seed: bytes = field(repr=False)
    created_at: datetime


class HolderKeys:
    """The holder keys of one vault."""

    def __init__(self, database: Statements) -> None:
        self._database = database

    def add(self, key: HolderKey, profile: int) -> None:
        """Keeps a key; the vault's first one is the one presentations are signed with. Inside the caller's transaction.

        Args:
            profile: the row of the profile it belongs to.
        """
        if len(key.private_seed) != SEED_BYTES:
            raise ValueError("an Ed25519 seed has 32 bytes")
        is_first = self._database.row("SELECT 1 FROM holder_key WHERE is_default = 1") is None
        self._database.run(
            "INSERT INTO holder_key (did, verification_method, seed, created_at, is_default, profile)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                key.did,
                key.verification_method,
                bytes(key.private_seed),
                instant_to_text(key.created_at),
                int(is_first),
                profile,
            ),
        )

    def use(self, profile: int) -> None:
        """From now on presentations are signed with a profile's first key. Inside the caller's transaction."""
        self._database.run("UPDATE holder_key SET is_default = 0 WHERE is_default = 1")
        self._database.run(
            "UPDATE holder_key SET is_default = 1 WHERE id = (SELECT min(id) FROM holder_key WHERE profile = ?)",
            (profile,),
        )

    def all(self) -> Sequence[HolderKey]:
        """Every key, the first made first."""
        rows = self._database.rows(
            "SELECT did, verification_method, seed, created_at FROM holder_key ORDER BY id"
        )
        return tuple(HolderKey(Did(did), method, seed, text_to_instant(at)) for did, method, seed, at in rows)

    def default(self) -> HolderKey:
        """The key presentations are signed with.

        Raises:
            VaultError: RECORD_NOT_FOUND when none was made yet.
        """
        row = self._database.row(
            "SELECT did, verification_method, seed, created_at FROM holder_key WHERE is_default = 1"
        )
        if row is None:
            raise VaultError(Reason.RECORD_NOT_FOUND, "no holder key")
        did, verification_method, seed, created_at = row
        return HolderKey(Did(did), verification_method, seed, text_to_instant(created_at))
