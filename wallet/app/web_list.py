"""A list of known issuers from the web, for the learner's file: fetched when they ask for it, and kept with its date.

A file is kept as it is. A federation answers for one issuer at a time, so what is kept of one is a chain: its own
statement, and what it states now about the issuers of the credentials in the file. Fetching it again renews both.

Lives here: fetching, one question after another. Does not live here: keeping (`kept_trust_lists`), the formats
(`wallet.verification.trust_lists`), the question in words (`cli`, `ui`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from wallet.app import browse, online
from wallet.app.container import Services
from wallet.app.kept_trust_lists import KeptTrustList, keep_trust_list
from wallet.app.online import Request, WebDocuments, list_title
from wallet.app.step_consent import StepConsent
from wallet.codecs import strict_json
from wallet.errors import ExchangeError, VaultError
from wallet.exchange.issuer_registry import FederationDirectory
from wallet.vault.connection import Vault
from wallet.verification.report import VerificationReport
from wallet.verification.sources import DocumentSource, why_missing
from wallet.verification.trust_lists import openid_federation

MOST_ISSUERS = 500
"""About so many issuers a federation is asked; it is told which ones these are."""


@dataclass(frozen=True, slots=True)
class FetchedList:
    """The bytes of a list, and what to call one that carries no name of its own."""

    body: bytes = field(repr=False)
    title: str


def fetch_list(address: str, documents: DocumentSource, issuer_ids: Sequence[str]) -> FetchedList:
    """The list at an address, or the chain a federation makes for these issuers.

    Raises:
        ExchangeError: why there is none (`why_missing`); of a federation, why it could not be asked about one of them.
        VerificationError: TRUST_LIST_INVALID for a federation that does not keep to the rules.
    """
    found = documents.lookup(address)
    if found is None:
        raise ExchangeError(why_missing(documents, address), "a list of issuers")
    anchor = openid_federation.token_of(found.body)
    if anchor is None:
        return FetchedList(found.body, list_title(address))
    federation = FederationDirectory(anchor, address, documents)
    about = [token for one in issuer_ids[:MOST_ISSUERS] for token in federation.statements_about(one)]
    chain = [*dict.fromkeys(about), anchor]
    return FetchedList(strict_json.dumps(chain).encode("ascii"), list_title(address))


def keep_fetched(vault: Vault, fetched: FetchedList, services: Services) -> KeptTrustList:
    """Keeps it; what an earlier fetch of the same gave goes. Durable on return.

    Raises:
        AppError: TRUST_LIST_INVALID, TRUST_LIST_OLDER.
        VaultError: the vault could not take it.
    """
    return keep_trust_list(vault, fetched.body, fetched.title, services.clock.now(), replaces_title=True)


def issuers_in(vault: Vault) -> Sequence[str]:
    """Who issued what is in the file, inside records too; each once, those of the latest added first.

    Raises:
        VaultError: as for every reading of a record; damaged ones are passed over.
    """
    found: dict[str, None] = {}
    for record_id in browse.all_ids(vault):
        try:
            report = browse.details(vault, record_id).report
        except VaultError:
            continue
        found.update(dict.fromkeys(_issuers_of(report)))
    return tuple(found)


def _issuers_of(report: VerificationReport) -> Iterator[str]:
    if report.credential is not None and report.credential.issuer.id:
        yield report.credential.issuer.id
    for inner in report.inner:
        yield from _issuers_of(inner)


class ListFetch:
    """One list on its way, with a person at hand (`step_consent`).

    Attributes:
        consent: what the person said so far.
        fetched: the list; None before the end.
    """

    def __init__(
        self, address: str, issuer_ids: Sequence[str], services: Services, allowed: Mapping[str, bool]
    ) -> None:
        """Asks no site yet.

        Args:
            allowed: as in `StepConsent`.
        """
        self.consent = StepConsent(allowed)
        self.fetched: FetchedList | None = None
        self._address = address
        self._issuer_ids = issuer_ids
        self._documents = WebDocuments(online.new_client(self.consent), services.clock)

    def next_question(self) -> Request | None:
        """Fetches as far as it may; the next site to decide about, None at the end.

        Raises:
            ExchangeError, VerificationError: as `fetch_list`.
        """
        self.consent.begin()
        try:
            self.fetched = fetch_list(self._address, self._documents, self._issuer_ids)
        except ExchangeError:
            if self.consent.question is None:
                raise
        return self.consent.question
