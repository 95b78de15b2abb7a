"""What the pages ask about who the learner is. No Qt.

Does not live here: the implementation (`profile_cases`). All of it stays in the encrypted file.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Me:
    """One profile (school, work): a name to show, and the e-mails and other identifiers issuers use for it.

    Attributes:
        in_use: shares are signed with its key, under its name.
    """

    name: str = field(default="", repr=False)
    identifiers: Sequence[str] = field(default=(), repr=False)
    in_use: bool = False


@dataclass(frozen=True, slots=True)
class BroughtKeys:
    """Private keys that came with a backup of another wallet.

    Attributes:
        name: what the file is called.
        source: where it is; "" where it is no file.
        is_open: they were not locked: whoever has the file has them.
        keys: the use case's own.
    """

    name: str
    source: str
    is_open: bool
    keys: object = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeysKept:
    """What became of the private keys of a backup.

    Attributes:
        names: of the profiles that were made.
        known: how many were there already.
        unusable: how many could not be used.
        is_deleted: the file they came from is gone.
    """

    names: Sequence[str] = field(repr=False, default=())
    known: int = 0
    unusable: int = 0
    is_deleted: bool = False


class KnowsOwner(Protocol):
    """The part of an open file that is about its owner."""

    def profiles(self) -> Sequence[Me]:
        """All profiles, the first made first."""
        ...

    def save_profile(self, before: str, name: str, identifiers: Sequence[str]) -> Sequence[str]:
        """Changes the profile called `before`, or makes one for ""; gives the credentials to check again.

        An empty name keeps the one it has.
        """
        ...

    def keep_keys(self, brought: BroughtKeys, *, delete: bool) -> KeysKept:
        """Makes a profile for each key; with `delete` the file they came from goes, when all could be kept."""
        ...

    def use_profile(self, name: str) -> None:
        """From now on shares are signed by this one."""
        ...
