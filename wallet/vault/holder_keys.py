"""The keys with which the owner of the vault signs presentations.

Lives here: keeping them. Does not live here: making, naming or using them; the caller derives DID and
verification method.
"""

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

    def create_default(self, seed: bytes, did: str, verification_method: str, now: datetime) -> HolderKey:
        """Keeps the vault's first key, the one presentations are signed with by default. Durable on return.

        Args:
            seed: 32 random bytes.
            did: the did:key of the seed's public key.
            verification_method: the DID URL of that key.
            now: when it was made.

        Raises:
            VaultError: VAULT_EXISTS when the vault already has a default key.
        """
        if len(seed) != SEED_BYTES:
            raise ValueError("an Ed25519 seed has 32 bytes")
        with self._database.transaction():
            if self._database.row("SELECT 1 FROM holder_key WHERE is_default = 1"):
                raise VaultError(Reason.VAULT_EXISTS, "a default holder key is there already")
            self._database.run(
                "INSERT INTO holder_key (did, verification_method, seed, created_at, is_default)"
                " VALUES (?, ?, ?, ?, 1)",
                (did, verification_method, bytes(seed), instant_to_text(now)),
            )
        return self.default()

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
