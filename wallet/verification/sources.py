"""Ports through which verification learns what is not in the document: keys, lists, time.

Lives here: Protocols and the two trivial sources that need neither disk nor network.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from wallet.errors import Reason


@dataclass(frozen=True, slots=True)
class FetchedDocument:
    """A document somebody else publishes.

    Attributes:
        retrieved_at: when it was retrieved, None when its age is not known (handed in from a file).
        is_fresh: it was retrieved from its site in this very run, which fetches a list once for all credentials.
    """

    url: str
    body: bytes
    retrieved_at: datetime | None = None
    is_fresh: bool = False


class DocumentSource(Protocol):
    """Answers look-ups of DID documents, controller documents, status lists, issuer profiles."""

    def lookup(self, url: str) -> FetchedDocument | None:
        """The document at this absolute URL, or None when this source cannot say (which is `needs_network`)."""
        ...


class WebSource(ABC):
    """A `DocumentSource` that may ask sites on the web, and can say why it has no answer.

    A class to inherit from, so that it can be told from a source that asks nobody.
    """

    __slots__ = ()

    @abstractmethod
    def lookup(self, url: str) -> FetchedDocument | None:
        """As for every source."""

    @abstractmethod
    def lookup_of_one(self, url: str) -> FetchedDocument | None:
        """As `lookup`, for an address that belongs to one credential: who answers learns that it is looked at.

        A site that says the document is gone for good withdraws a hosted badge with it (Open Badges 2.0, section on
        hosted verification); then the answer is what such a badge says: `{"revoked": true}`.
        """

    @abstractmethod
    def lookup_naming_one(self, url: str) -> FetchedDocument | None:
        """As `lookup`, for a document of everybody's (a key, a list, a schema) at an address that names one credential.

        Who answers learns that this one is looked at, as with `lookup_of_one`; what is gone there withdraws nothing.
        """

    @abstractmethod
    def why_missing(self, url: str) -> Reason:
        """Why the last look-up of this address gave nothing; NEEDS_NETWORK when it was not tried."""


class Clock(Protocol):
    """One reading per verification."""

    def now(self) -> datetime:
        """The current time, timezone-aware UTC."""
        ...


@dataclass(frozen=True, slots=True)
class KnownIssuer:
    """One entry of a list of known issuers.

    Attributes:
        id: the issuer's DID or address, compared letter by letter.
        names: what the list calls it; the first is the main one.
        since, until: the time for which it is listed, both included; None where the list sets no limit.
    """

    id: str
    names: Sequence[str] = ()
    since: datetime | None = None
    until: datetime | None = None

    def is_listed_at(self, at: datetime) -> bool:
        """Whether the entry counts at this moment."""
        return (self.since is None or self.since <= at) and (self.until is None or at <= self.until)


class IssuerDirectory(Protocol):
    """A list of known issuers."""

    @property
    def name(self) -> str:
        """What people call this list, who publishes it, and when it is from; plain text of the list's publisher."""
        ...

    @property
    def is_personal(self) -> bool:
        """Whether the person at this computer made it, so that it speaks for nobody else."""
        ...

    def is_in_force(self, at: datetime) -> bool:
        """Whether the list as a whole counts at this moment."""
        ...

    def find(self, issuer_id: str) -> KnownIssuer | None:
        """The entry of this issuer, whatever its dates; None when the list does not name it."""
        ...

    def ids_named_like(self, name: str) -> AbstractSet[str]:
        """The ids of all listed issuers whose names cannot be told from this one at a glance."""
        ...


class AskedDirectory(ABC):
    """An `IssuerDirectory` that has to be asked about each issuer, which may fail."""

    __slots__ = ()

    @abstractmethod
    def trouble(self, issuer_id: str) -> Reason | None:
        """Why it could not be asked about this issuer; None when it answered."""


@dataclass(frozen=True, slots=True)
class FirstOf(WebSource):
    """Several sources, asked in order until one answers."""

    sources: Sequence[DocumentSource]

    def lookup(self, url: str) -> FetchedDocument | None:
        """The first answer."""
        return next((found for one in self.sources if (found := one.lookup(url)) is not None), None)

    def lookup_of_one(self, url: str) -> FetchedDocument | None:
        """The first answer; sources that ask nobody are asked as ever."""
        return next((found for one in self.sources if (found := lookup_of_one(one, url)) is not None), None)

    def lookup_naming_one(self, url: str) -> FetchedDocument | None:
        """As `lookup_of_one`."""
        return next(
            (found for one in self.sources if (found := lookup_naming_one(one, url)) is not None), None
        )

    def why_missing(self, url: str) -> Reason:
        """The first reason that says more than that it was not tried."""
        reasons = (why_missing(one, url) for one in self.sources)
        return next((one for one in reasons if one is not Reason.NEEDS_NETWORK), Reason.NEEDS_NETWORK)


def lookup_of_one(source: DocumentSource, url: str) -> FetchedDocument | None:
    """`WebSource.lookup_of_one` of any source."""
    return source.lookup_of_one(url) if isinstance(source, WebSource) else source.lookup(url)


def lookup_naming_one(source: DocumentSource, url: str) -> FetchedDocument | None:
    """`WebSource.lookup_naming_one` of any source."""
    return source.lookup_naming_one(url) if isinstance(source, WebSource) else source.lookup(url)


def why_missing(source: DocumentSource, url: str) -> Reason:
    """`WebSource.why_missing` of any source."""
    return source.why_missing(url) if isinstance(source, WebSource) else Reason.NEEDS_NETWORK


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
    """Who the presenter of a credential says they are: e-mails, identifiers or DIDs, any of which may match.

    Attributes:
        identities: what was said.
        keys: DIDs of keys that the presenter's own wallet made. They can match; that they do not says nothing, as
            another wallet has other keys.
        is_partial: the presenter has more identifiers than were said, so only one of a kind that was said (an e-mail
            beside another e-mail) can be somebody else's. False when one was asked for: all else is another person.
    """

    identities: Sequence[str] = ()
    keys: Sequence[str] = ()
    is_partial: bool = False
