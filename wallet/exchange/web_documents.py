"""Documents of issuers, fetched from their sites when a person agreed: the `WebSource` of `wallet.verification`.

Whole documents are fetched: a DID document, a status list with all its entries. Each is fetched once for a run, so a
list that a thousand credentials name is asked for once, and says nothing about any of them. An address of one
credential, and one that names it, is asked only with consent to just that.

Lives here: what to ask for, what an answer counts as, what became of each site. Does not live here: the request
(`http_client`), or keeping documents for later runs (`wallet.vault.evidence`).
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from wallet.errors import ExchangeError, Reason
from wallet.exchange.http_client import HttpClient, Question
from wallet.exchange.web_address import read_web_address
from wallet.verification.sources import Clock, FetchedDocument, WebSource

KINDS = (
    "application/json",
    "application/ld+json",
    "application/did+json",
    "application/*+json",
    "application/jwt",
    "application/*+jwt",
    "application/x-pem-file",
    "text/plain",
    # what many static hosts say of files without an ending; what it is, its reader finds out
    "application/octet-stream",
)
RUN_LASTS = timedelta(minutes=10)
"""A document that was fetched longer ago is fetched again; in a long run, a list may change."""
MOST_FAILURES = 2
"""A site that could not be reached so often is left alone for the rest of the run."""
_MOST_KEPT_BYTES = 50_000_000
_GONE = 410
_FAULTS = frozenset({429, *range(500, 600)})
_WITHDRAWN = b'{"revoked": true}'
_OUT_OF_REACH = frozenset({Reason.SITE_UNREACHABLE, Reason.SITE_TOO_SLOW, Reason.SITE_NOT_SECURE})


@dataclass(frozen=True, slots=True)
class _Known:
    """What a look-up gave: a document, or why there is none."""

    at: datetime
    document: FetchedDocument | None = None
    reason: Reason = Reason.NEEDS_NETWORK

    @property
    def size(self) -> int:
        """Bytes of the document."""
        return len(self.document.body) if self.document is not None else 0


@dataclass(frozen=True, slots=True)
class _Manner:
    """How an address is asked.

    Attributes:
        is_told: its site learns which credential is looked at, and a person is told so first.
        is_withdrawn_when_gone: what is gone for good there was the credential itself.
    """

    is_told: bool = False
    is_withdrawn_when_gone: bool = False


class WebDocuments(WebSource):
    """Documents over one client; remembers what it fetched while a run lasts."""

    def __init__(self, client: HttpClient, clock: Clock) -> None:
        """Asks nobody yet.

        Args:
            clock: says when a document was retrieved.
        """
        self._client = client
        self._clock = clock
        self._known: OrderedDict[str, _Known] = OrderedDict()
        self._failures: dict[str, int] = {}
        self._troubles: dict[str, Reason] = {}
        self._kept_bytes = 0

    def lookup(self, url: str) -> FetchedDocument | None:
        """The document at this https address, or None; anything but an https address is not asked."""
        return self._lookup(url, _Manner())

    def lookup_of_one(self, url: str) -> FetchedDocument | None:
        """As `lookup`, for an address that belongs to one credential."""
        return self._lookup(url, _Manner(is_told=True, is_withdrawn_when_gone=True))

    def lookup_naming_one(self, url: str) -> FetchedDocument | None:
        """As `lookup`, for an address that names one credential; a person is told so before."""
        return self._lookup(url, _Manner(is_told=True))

    def why_missing(self, url: str) -> Reason:
        """Why there is no document of this address."""
        known = self._known.get(_without_fragment(url))
        return known.reason if known is not None else Reason.NEEDS_NETWORK

    @property
    def troubles(self) -> Mapping[str, Reason]:
        """By site, why it gave no document the last time it was asked, or was to be asked."""
        return dict(self._troubles)

    def _lookup(self, url: str, manner: _Manner) -> FetchedDocument | None:
        if not url.startswith("https://"):
            return None
        address, now = _without_fragment(url), self._clock.now()
        known = self._known.get(address)
        if known is None or known.reason is Reason.SITE_NOT_ALLOWED or now - known.at > RUN_LASTS:
            known = self._fetched(address, manner)
            self._remember(address, known)
        return known.document

    def _fetched(self, address: str, manner: _Manner) -> _Known:
        try:
            host = read_web_address(address).host
        except ExchangeError as error:
            return _Known(self._clock.now(), reason=error.reason)
        if self._failures.get(host, 0) >= MOST_FAILURES:
            return _Known(self._clock.now(), reason=self._troubles[host])
        try:
            body = self._body(address, manner)
        except ExchangeError as error:
            # a no is not remembered here: whoever said it may change their mind
            self._troubles[host] = error.reason
            self._failures[host] = self._failures.get(host, 0) + (error.reason in _OUT_OF_REACH)
            return _Known(self._clock.now(), reason=error.reason)
        self._failures.pop(host, None)
        if self._troubles.get(host) is Reason.SITE_NOT_ALLOWED:
            del self._troubles[host]
        now = self._clock.now()
        return _Known(now, FetchedDocument(address, body, now, is_fresh=True))

    def _body(self, address: str, manner: _Manner) -> bytes:
        """What the site says.

        Raises:
            ExchangeError: as `HttpClient.ask`, and SITE_WITHOUT_ANSWER, SITE_FAULT.
        """
        answer = self._client.ask(Question(address, KINDS, of_one=manner.is_told))
        if answer.is_good:
            return answer.body
        if answer.status == _GONE and manner.is_withdrawn_when_gone:
            # Open Badges 2.0, section on hosted verification: 410 Gone withdraws the badge
            return _WITHDRAWN
        # "there is nothing" is an answer, such as a federation's about an issuer; "I cannot" is none
        reason = Reason.SITE_FAULT if answer.status in _FAULTS else Reason.SITE_WITHOUT_ANSWER
        raise ExchangeError(reason, f"status {answer.status}")

    def _remember(self, address: str, known: _Known) -> None:
        """Keeps what a look-up gave; what was fetched first is forgotten when all of it takes too much memory."""
        before = self._known.pop(address, None)
        self._known[address] = known
        self._kept_bytes += known.size - (before.size if before is not None else 0)
        while self._kept_bytes > _MOST_KEPT_BYTES:
            _, first = self._known.popitem(last=False)
            self._kept_bytes -= first.size


def _without_fragment(url: str) -> str:
    return url.partition("#")[0]
