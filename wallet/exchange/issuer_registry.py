"""Lists of known issuers that stand on the web: whole files, and federations that answer for one issuer at a time.

Lives here: from an address to an `IssuerDirectory`, through the documents of a run. Does not live here: the formats
(`wallet.verification.trust_lists`), or lists kept in a learner's file (`wallet.app.kept_trust_lists`).
"""

from collections.abc import Set as AbstractSet
from datetime import datetime
from urllib.parse import quote

from wallet.errors import ExchangeError, Reason, VerificationError
from wallet.verification.sources import (
    AskedDirectory,
    DocumentSource,
    IssuerDirectory,
    KnownIssuer,
    why_missing,
)
from wallet.verification.trust_lists import openid_federation
from wallet.verification.trust_lists.reader import read_trust_list

_MAX_TITLE = 200


def title_of(address: str) -> str:
    """What a list is called that carries no name of its own."""
    return address.removeprefix("https://")[:_MAX_TITLE]


def read_web_list(address: str, documents: DocumentSource) -> IssuerDirectory:
    """The list at an address, or the federation whose trust anchor states itself there.

    Raises:
        ExchangeError: why the documents of this run do not have it (`WebSource.why_missing`).
        VerificationError: TRUST_LIST_INVALID.
    """
    found = documents.lookup(address)
    if found is None:
        raise ExchangeError(why_missing(documents, address), "a list of issuers")
    statement = openid_federation.token_of(found.body)
    if statement is None:
        return read_trust_list(found.body, title_of(address))
    return FederationDirectory(statement, address, documents)


class FederationDirectory(AskedDirectory):
    """An OpenID Federation, asked about each issuer as it comes. Implements `IssuerDirectory`.

    The federation learns which issuers are looked up, and nothing of the credentials.

    Source: OpenID Federation 1.0, sections 8.1 (fetching subordinate statements) and 9 (entity configuration).
    """

    def __init__(self, anchor: str, address: str, documents: DocumentSource) -> None:
        """Reads what the trust anchor says of itself.

        Args:
            anchor: its entity configuration, a compact JWS.
            address: where that was found; it has to be the place where this very entity publishes.

        Raises:
            VerificationError: TRUST_LIST_INVALID.
        """
        self._anchor = anchor
        self._documents = documents
        self._own, self._endpoint = openid_federation.read_anchor(anchor, address)
        self._found: dict[str, KnownIssuer | None] = {}
        self._troubles: dict[str, Reason] = {}

    @property
    def name(self) -> str:
        """What the federation calls itself, with its date."""
        return self._own.name

    @property
    def is_personal(self) -> bool:
        """False: others publish it."""
        return False

    def is_in_force(self, at: datetime) -> bool:
        """Whether the anchor's own statement counts at this moment."""
        return self._own.is_in_force(at)

    def find(self, issuer_id: str) -> KnownIssuer | None:
        """What the anchor states about this issuer; None where it states nothing, or cannot be asked."""
        if issuer_id not in self._found:
            self._found[issuer_id] = self._fetched(issuer_id)
        return self._found[issuer_id]

    def ids_named_like(self, name: str) -> AbstractSet[str]:
        """Empty: a federation answers for one issuer at a time and cannot be searched for names."""
        del name
        return frozenset()

    def trouble(self, issuer_id: str) -> Reason | None:
        """Why the anchor could not be asked; one that states nothing about an issuer has answered."""
        self.find(issuer_id)
        return self._troubles.get(issuer_id)

    def statement_about(self, issuer_id: str) -> str | None:
        """What the anchor states about this issuer, a compact JWS it signed; None where it states nothing.

        Raises:
            ExchangeError: why it could not be asked.
            VerificationError: TRUST_LIST_INVALID for an answer that is no statement of the anchor's.
        """
        joint = "&" if "?" in self._endpoint else "?"
        address = f"{self._endpoint}{joint}sub={quote(issuer_id, safe='')}"
        found = self._documents.lookup(address)
        if found is None:
            reason = why_missing(self._documents, address)
            if reason is Reason.SITE_WITHOUT_ANSWER:
                return None
            raise ExchangeError(reason, "a federation")
        statement = openid_federation.token_of(found.body)
        listed = openid_federation.read_chain([statement, self._anchor])
        return None if listed.find(issuer_id) is None else statement

    def _fetched(self, issuer_id: str) -> KnownIssuer | None:
        try:
            statement = self.statement_about(issuer_id)
        except (ExchangeError, VerificationError) as error:
            self._troubles[issuer_id] = error.reason
            return None
        if statement is None:
            return None
        return openid_federation.read_chain([statement, self._anchor]).find(issuer_id)
