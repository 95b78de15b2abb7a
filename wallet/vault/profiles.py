"""Profiles: the owner's identities (school, work), each with the identifiers issuers use for it and a key of its own.

Lives here: the SQL of the profile tables. The profile whose key is the default one is in use. Does not live here:
keys (`holder_keys`), comparing identifiers with a credential's (`wallet.verification`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from wallet.credentials.model import Did
from wallet.errors import Reason, VaultError
from wallet.vault.file_format import ORGANISED, has_format
from wallet.vault.holder_keys import HolderKey, HolderKeys
from wallet.vault.instants import instant_to_text, text_to_instant
from wallet.vault.names import name_key, usable_name
from wallet.vault.statements import Statements

_MAX_IDENTIFIER_CHARACTERS = 300


@dataclass(frozen=True, slots=True)
class Profile:
    """One identity of the owner.

    Attributes:
        name: as the owner calls it.
        identifiers: e-mails, DIDs, numbers ... that issuers use, as the owner typed them.
        did: of its own key, with which it signs what names no other.
        dids: of all its keys, its own first; the others are for credentials that were given to them.
        is_in_use: shares are signed by this one.
    """

    name: str
    identifiers: Sequence[str]
    did: Did
    dids: Sequence[Did]
    created_at: datetime
    is_in_use: bool


class ProfileStore:
    """The profiles of one vault. A name means a profile whatever its case and accents."""

    def __init__(self, database: Statements) -> None:
        self._database = database
        self._keys = HolderKeys(database)

    def add(self, name: str, identifiers: Sequence[str], key: HolderKey) -> Profile:
        """Makes a profile with its key; the vault's first one is in use at once. Durable on return.

        Raises:
            VaultError: NAME_NOT_USABLE (also for an identifier), NAME_TAKEN ...
        """
        kept = usable_name(name)
        with self._database.transaction():
            self._require_free(kept)
            number = self._database.run(
                "INSERT INTO profile (name, created_at) VALUES (?, ?)",
                (kept, instant_to_text(key.created_at)),
            )
            self._keys.add(key, number)
            self._add_identifiers(number, identifiers)
        return self.get(kept)

    def edit(
        self,
        name: str,
        *,
        new_name: str | None = None,
        add: Sequence[str] = (),
        remove: Sequence[str] = (),
    ) -> Profile:
        """Changes a profile's name and identifiers, all or nothing; durable on return.

        Raises:
            VaultError: NAME_NOT_FOUND (no such profile or identifier), NAME_NOT_USABLE, NAME_TAKEN ...
        """
        number = self._require(name)
        with self._database.transaction():
            for value in remove:
                self._remove_identifier(number, value)
            self._add_identifiers(number, add)
            if new_name is not None:
                kept = usable_name(new_name)
                self._require_free(kept, but=number)
                self._database.run("UPDATE profile SET name = ? WHERE id = ?", (kept, number))
        return self.get(new_name or name)

    def use(self, name: str) -> Profile:
        """From now on shares are signed by this profile; durable on return.

        Raises:
            VaultError: NAME_NOT_FOUND.
        """
        number = self._require(name)
        with self._database.transaction():
            self._keys.use(number)
        return self.get(name)

    def add_keys(self, keys: Sequence[HolderKey]) -> None:
        """Gives the profile in use further keys, for credentials that are given to them; durable on return.

        Raises:
            VaultError: RECORD_NOT_FOUND when no profile is in use.
        """
        row = self._database.row("SELECT profile FROM holder_key WHERE is_default = 1")
        if row is None:
            raise VaultError(Reason.RECORD_NOT_FOUND, "no holder key")
        with self._database.transaction():
            for key in keys:
                self._keys.add(key, int(row[0]))

    def get(self, name: str) -> Profile:
        """One profile.

        Raises:
            VaultError: NAME_NOT_FOUND.
        """
        number = self._require(name)
        return next(profile for row, profile in self._all() if row == number)

    def list(self) -> Sequence[Profile]:
        """All profiles, the first made first."""
        return tuple(profile for _, profile in self._all())

    def _all(self) -> Sequence[tuple[int, Profile]]:
        if not has_format(self._database, ORGANISED):
            return ()
        rows = self._database.rows("SELECT id, name, created_at FROM profile ORDER BY id")
        return tuple((int(row), self._profile(int(row), name, created_at)) for row, name, created_at in rows)

    def _profile(self, number: int, name: str, created_at: str) -> Profile:
        keys = self._database.rows(
            "SELECT did, is_default FROM holder_key WHERE profile = ? ORDER BY is_default DESC, id", (number,)
        )
        if not keys:
            raise VaultError(Reason.VAULT_DAMAGED, "a profile without a key")
        dids = tuple(Did(did) for did, _ in keys)
        return Profile(
            name,
            self._identifiers(number),
            dids[0],
            dids,
            text_to_instant(created_at),
            any(is_default for _, is_default in keys),
        )

    def _identifiers(self, number: int) -> Sequence[str]:
        rows = self._database.rows(
            "SELECT value FROM profile_identifier WHERE profile = ? ORDER BY position", (number,)
        )
        return tuple(str(value) for (value,) in rows)

    def _add_identifiers(self, number: int, values: Sequence[str]) -> None:
        for value in values:
            kept = usable_name(value, _MAX_IDENTIFIER_CHARACTERS)
            if kept.casefold() in (known.casefold() for known in self._identifiers(number)):
                continue
            self._database.run(
                "INSERT INTO profile_identifier (profile, value, position) VALUES (?1, ?2,"
                " (SELECT coalesce(max(position), 0) + 1 FROM profile_identifier WHERE profile = ?1))",
                (number, kept),
            )

    def _remove_identifier(self, number: int, typed: str) -> None:
        known = [value for value in self._identifiers(number) if value.casefold() == typed.strip().casefold()]
        if not known:
            raise VaultError(Reason.NAME_NOT_FOUND, "no such identifier")
        for value in known:
            self._database.run(
                "DELETE FROM profile_identifier WHERE profile = ? AND value = ?", (number, value)
            )

    def _find(self, name: str) -> int | None:
        """Few, so they are compared here: SQL cannot fold."""
        if not has_format(self._database, ORGANISED):
            return None
        rows = self._database.rows("SELECT id, name FROM profile ORDER BY id")
        return next((int(row) for row, known in rows if name_key(known) == name_key(name)), None)

    def _require(self, name: str) -> int:
        found = self._find(name)
        if found is None:
            raise VaultError(Reason.NAME_NOT_FOUND, "no such profile")
        return found

    def _require_free(self, name: str, *, but: int | None = None) -> None:
        if self._find(name) not in (None, but):
            raise VaultError(Reason.NAME_TAKEN, "a profile")
