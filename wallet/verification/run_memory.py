"""What one verification looked up and worked out already, for all the documents inside one another.

A thousand credentials of one presentation may name the same controller document and the same status list: each is
looked up, read and verified once, and all work draws on one allowance. So the answers also cannot change half-way.

Every look-up goes through here, so here it is noticed that an address gives away which of the documents that are being
looked at it is about (`own_address`).

What the presenter sent along is kept apart: `lookup` never gives it, so only a check that asks for it by name has it.

Lives here: remembering. Does not live here: what is remembered (`key_resolution`, `checks.status`).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from wallet.credentials.model import UnverifiedDocument
from wallet.errors import Reason
from wallet.proofs.work import Work
from wallet.verification.own_address import OwnNames
from wallet.verification.sources import (
    DocumentSource,
    FetchedDocument,
    WebSource,
    lookup_naming_one,
    lookup_of_one,
    why_missing,
)

MAX_LOOKUPS = 4000
"""So many addresses are asked for in one run; a presentation of the most credentials needs two or three of each."""

_Found = TypeVar("_Found")


def _always(_found: object) -> bool:
    return True


@dataclass(slots=True)
class RunMemory:
    """The memory of one run; a `DocumentSource` that asks the real one at most once for each address.

    Attributes:
        source: where documents come from.
        work: what the run may still cost.
        sent: documents by address that came with what is verified. Whoever presents it could have made them, so they
            can make a signature readable and confirm nobody.
    """

    source: DocumentSource
    work: Work = field(default_factory=Work)
    sent: Mapping[str, FetchedDocument] = field(default_factory=dict)
    _in_hand: list[OwnNames] = field(default_factory=list)
    _documents: dict[str, FetchedDocument | None] = field(default_factory=dict)
    _results: dict[tuple[str, str], Any] = field(default_factory=dict)

    @contextmanager
    def looking_at(self, document: UnverifiedDocument) -> Iterator[None]:
        """While the block runs, an address that names this document is asked as one that does."""
        self._in_hand.append(OwnNames(document))
        try:
            yield
        finally:
            self._in_hand.pop()

    def lookup(self, url: str) -> FetchedDocument | None:
        """The document at this address, the same one each time. One that names what is looked at is asked as such."""
        if self._gives_away(url):
            return self._remembered(url, lambda address: lookup_naming_one(self.source, address))
        return self._remembered(url, self.source.lookup)

    def _gives_away(self, url: str) -> bool:
        """Whether asking would tell a site which credential is looked at; where nobody is asked, nothing is told."""
        if url in self._documents or not isinstance(self.source, WebSource) or not url.startswith("https://"):
            return False
        return any(names.are_in(url) for names in self._in_hand)

    def lookup_of_one(self, url: str) -> FetchedDocument | None:
        """As `lookup`, for an address that belongs to one credential (`sources.WebSource`)."""
        return self._remembered(url, lambda address: lookup_of_one(self.source, address))

    def why_missing(self, url: str) -> Reason:
        """Why `lookup` gives nothing for this address; NEEDS_NETWORK unless the source says more."""
        return why_missing(self.source, url)

    def _remembered(
        self, url: str, lookup: Callable[[str], FetchedDocument | None]
    ) -> FetchedDocument | None:
        if url not in self._documents and len(self._documents) < MAX_LOOKUPS:
            self._documents[url] = lookup(url)
        return self._documents.get(url)

    def lookup_signed(self, url: str) -> FetchedDocument | None:
        """A document whose own signature is verified before it counts; one that was sent along where there is none."""
        return self.lookup(url) or self.sent.get(url)

    def was_sent(self, url: str) -> bool:
        """Whether what `lookup_signed` gives for this address came with what is verified."""
        return url in self.sent and self.lookup(url) is None

    def used(self) -> Sequence[FetchedDocument]:
        """Every document that was found elsewhere than in what is verified, in the order it was first asked for."""
        return tuple(document for document in self._documents.values() if document is not None)

    def once(
        self,
        kind: str,
        name: str,
        work_out: Callable[[], _Found],
        *,
        keep: Callable[[_Found], bool] = _always,
    ) -> _Found:
        """The result of `work_out` for this kind and name, worked out once; its errors are not remembered.

        Args:
            keep: whether a result is worth the memory it takes.
        """
        key = (kind, name)
        if key in self._results:
            known: _Found = self._results[key]
            return known
        found = work_out()
        if keep(found):
            self._results[key] = found
        return found
