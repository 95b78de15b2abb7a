"""What colours the learner's own view, as the pages and the use cases hand it to one another: lists, known issuers.

Lives here: the values and the Protocol. Does not live here: the implementation (`trust_cases`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from wallet.ui.online_ports import OnlineWork


@dataclass(frozen=True, slots=True)
class IssuerList:
    """A list of known issuers in the file. `publisher` is "" when nobody signed it; `issuers` is how many it names.

    `added_at` is since when it is in the file: of a list from the web, the day of which it is.
    """

    id: str
    title: str
    publisher: str
    made_at: datetime | None
    ends: datetime | None
    in_force: bool
    issuers: int
    added_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class KnownIssuer:
    """An issuer the learner said they know. `name` is what it was called then, or ""."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class OwnView:
    """What colours the learner's own view: lists they added, and issuers they said they know."""

    lists: Sequence[IssuerList]
    known: Sequence[KnownIssuer]


class TrustsIssuers(Protocol):
    """An unlocked file. Every call belongs to the vault's thread."""

    def own_view(self) -> OwnView:
        """The lists and issuers that colour the learner's own view."""
        ...

    def know_issuer(self, record_id: str) -> Sequence[str]:
        """Remembers that the learner knows this credential's issuer; gives the credentials to check again."""
        ...

    def forget_issuer(self, issuer_id: str) -> Sequence[str]:
        """Takes that back; gives the credentials to check again."""
        ...

    def add_list(self, path: Path) -> Sequence[str]:
        """Keeps a list of issuers from a file; gives the credentials to check again."""
        ...

    def take_list(self, title: str, body: bytes) -> Sequence[str]:
        """Keeps a list of issuers from a class pack; gives the credentials to check again."""
        ...

    def begin_list(self, address: str) -> OnlineWork:
        """A list of issuers from the web, ready to be fetched elsewhere; no website is asked yet."""
        ...

    def keep_list(self, work: OnlineWork) -> Sequence[str]:
        """Keeps what was fetched; gives the credentials to check again."""
        ...

    def remove_list(self, list_id: str) -> Sequence[str]:
        """Takes a list out of the file; gives the credentials to check again."""
        ...
