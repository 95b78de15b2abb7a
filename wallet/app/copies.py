"""Other versions of an open vault: the one used last, copies beside it, and the one another program put in its place.

Lives here: noticing them and keeping both. Does not live here: telling what one is to the other
(`wallet.vault.revision`), joining them (`merge`).
"""

import contextlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wallet.app.container import Services
from wallet.app.last_seen import LastSeen, Standing
from wallet.errors import VaultError
from wallet.vault.connection import Vault
from wallet.vault.copy_names import is_automatic, own_version, same_salt
from wallet.vault.revision import Relation, State, relation, state_of
from wallet.vault.vault_copy import copy_vault

__all__ = [
    "CopyBeside",
    "LastSeen",
    "Relation",
    "Sitting",
    "Standing",
    "copies_beside",
    "copies_under_same_key",
    "keep_own_version",
]

_LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class CopyBeside:
    """A file in the vault's folder that holds something of the same vault.

    Attributes:
        relation: NEWER or DIVERGED, seen from that file: it holds something the open one lacks.
    """

    path: Path
    relation: Relation


class Sitting:
    """One opening of a vault on this computer: what it was to the one used last, and what is remembered after it."""

    def __init__(self, vault: Vault, memory: LastSeen, services: Services) -> None:
        self._vault = vault
        self._memory = memory
        self._services = services
        self._begun_at = vault.state
        self.standing = memory.standing(self._begun_at)

    @property
    def has_changes(self) -> bool:
        """Whether this sitting changed what the vault holds."""
        return self._vault.state != self._begun_at

    def accept(self) -> None:
        """The owner goes on with this file, whatever it is: it is the one used last from now on."""
        self._remember(self._vault.state)

    def end(self) -> None:
        """Remembers how far the file has come; to be called before it is closed.

        An older copy that was only looked at does not take the newer one's place.
        """
        with contextlib.suppress(VaultError):  # closed by an error that is told elsewhere
            state = self._vault.state
            if not self.standing.is_behind or state != self._begun_at:
                self._remember(state)

    def _remember(self, state: State | None) -> None:
        self._memory.remember(state, self._services.clock.now())


def copies_beside(vault: Vault) -> Sequence[CopyBeside]:
    """Files in the same folder that hold something of this vault which it lacks: what sync programs call conflicts.

    Only files under the very key of this vault can be looked into; automatic copies are left out.
    """
    found = []
    mine = vault.state
    with contextlib.suppress(OSError, VaultError):
        beside = [
            one for one in same_salt(vault.path, vault.path.parent) if not is_automatic(one, vault.path)
        ]
        for path in beside[:_LOOKED_AT]:
            with contextlib.suppress(VaultError):
                theirs = relation(_state_in(vault, path), mine)
                if theirs in (Relation.NEWER, Relation.DIVERGED):
                    found.append(CopyBeside(path, theirs))
    return tuple(found)


def copies_under_same_key(vault: Vault) -> Sequence[Path]:
    """The files beside the vault, and where its automatic copies go, that open with the very passphrase and kit it has.

    A new passphrase does not reach them; a second name of the same file becomes such a copy then. What cannot be looked
    at is left out.
    """
    place = Path(os.path.realpath(vault.path))
    folders = dict.fromkeys((place.parent, vault.backups.folder() or place.parent))
    found: list[Path] = []
    for folder in folders:
        with contextlib.suppress(OSError, VaultError):
            found += [one for one in same_salt(place, folder) if not one.is_symlink()]
    return tuple(found)


def keep_own_version(vault: Vault, services: Services) -> Path:
    """Saves our version of a vault whose file another program replaced, under a name of its own beside it.

    Raises:
        VaultError: VAULT_DAMAGED when the other program wrote into the very file, so that ours is gone.
    """
    place = own_version(vault.path, services.clock.now())
    copy_vault(vault, place)
    return place


def _state_in(vault: Vault, path: Path) -> State | None:
    with contextlib.closing(vault.database.another(path, read_only=True)) as database:
        return state_of(database)
