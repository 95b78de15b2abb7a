"""Ports through which verification learns what is not in the document: keys, lists, time.

Lives here: Protocols and the two trivial sources that need neither disk nor network.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class FetchedDocument:
    """A document somebody else publishes. `retrieved_at` is None when its age is not known (handed in from a file)."""

    url: str
    body: bytes
    retrieved_at: datetime | None = None


class DocumentSource(Protocol):
    """Answers look-ups of DID documents, controller documents, status lists, issuer profiles."""

    def lookup(self, url: str) -> FetchedDocument | None:
        """The document at this absolute URL, or None when this source cannot say (which is `needs_network`)."""
        ...


class Clock(Protocol):
    """One reading per verification."""

    def now(self) -> datetime:
        """The current time, timezone-aware UTC."""
        ...


class IssuerDirectory(Protocol):
    """A list of known issuers."""

    @property
    def name(self) -> str:
        """What people call this list."""
        ...

    def knows(self, issuer_id: str) -> bool:
        """Whether the issuer is on the list."""
        ...


class NoDocuments:
    """A source that knows nothing: every look-up would need the network."""

    def lookup(self, url: str) -> FetchedDocument | None:
        """Always None."""
        del url
        return None


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still, for `--at` and for tests."""

    at: datetime

    def now(self) -> datetime:
        """The fixed time."""
        return self.at


@dataclass(frozen=True, slots=True)
class Recipients:
    """Who the presenter of a credential says they are: e-mails, identifiers or DIDs, any of which may match."""

    identities: Sequence[str] = ()
