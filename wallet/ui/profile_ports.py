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

    def use_profile(self, name: str) -> None:
        """From now on shares are signed by this one."""
        ...
