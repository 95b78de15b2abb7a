"""Documents that were used for an earlier check, with their dates: a credential stays checkable without its issuer.

Lives here: answering look-ups from what was kept when nothing fresher is there, and what age does to a status answer.
Does not live here: keeping (`wallet.vault.evidence`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from wallet.credentials.model import StatusEntry
from wallet.errors import Reason
from wallet.verification.report import Check, Outcome
from wallet.verification.run_memory import RunMemory
from wallet.verification.sources import (
    DocumentSource,
    FetchedDocument,
    WebSource,
    lookup_naming_one,
    lookup_of_one,
    why_missing,
)

STATUS_FRESH_FOR = timedelta(days=30)
"""An answer "not withdrawn" that is older than this needs a person: the issuer may have changed its mind since."""


@dataclass(frozen=True, slots=True)
class KeptDocuments(WebSource):
    """A `WebSource` that falls back on what was kept; a fresher document always wins.

    Attributes:
        fresher: asked first.
        kept: documents by address, each with the time it was retrieved.
    """

    fresher: DocumentSource
    kept: Mapping[str, FetchedDocument]

    def lookup(self, url: str) -> FetchedDocument | None:
        """The document at this address, from the fresher source if it has it."""
        return self.fresher.lookup(url) or self.kept.get(url)

    def lookup_of_one(self, url: str) -> FetchedDocument | None:
        """As `lookup`."""
        return lookup_of_one(self.fresher, url) or self.kept.get(url)

    def lookup_naming_one(self, url: str) -> FetchedDocument | None:
        """As `lookup`."""
        return lookup_naming_one(self.fresher, url) or self.kept.get(url)

    def why_missing(self, url: str) -> Reason:
        """Why the fresher source has nothing."""
        return why_missing(self.fresher, url)


def oldest(used: Sequence[FetchedDocument], at: datetime) -> datetime | None:
    """The earliest retrieval before this moment among the documents used; None when all are of this very check."""
    earlier = (one.retrieved_at for one in used if not one.is_fresh)
    return min((moment for moment in earlier if moment is not None and moment < at), default=None)


def asked_at(used: Sequence[FetchedDocument]) -> datetime | None:
    """When a site last answered for this very check; None when none did."""
    return max((one.retrieved_at for one in used if one.is_fresh and one.retrieved_at), default=None)


def with_age(check: Check, entries: Sequence[StatusEntry], documents: RunMemory, at: datetime) -> Check:
    """The status check with the date of the lists it rests on, when they are of an earlier day.

    A withdrawal stays one. "Not withdrawn" from lists older than `STATUS_FRESH_FOR` passes with a warning.

    Source: Bitstring Status List 1.0, section 3.2 (a verifier decides how old an answer it accepts).
    """
    if check.outcome is not Outcome.PASSED:
        return check
    addresses = [entry.list_url or entry.id for entry in entries]
    lists = [
        found for address in addresses if address and (found := documents.lookup_signed(address)) is not None
    ]
    since = oldest(lists, at)
    if since is None:
        return check
    reason = Reason.STATUS_OLD if at - since > STATUS_FRESH_FOR else check.reason
    return replace(check, reason=reason, detail=f"{check.detail} as of {since.date().isoformat()}")
