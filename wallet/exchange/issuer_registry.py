"""Lists of known issuers that stand on the web: whole files, and federations that answer for one issuer at a time.

Lives here: from an address to an `IssuerDirectory`, through the documents of a run. Does not live here: the formats
(`wallet.verification.trust_lists`), or lists kept in a learner's file (`wallet.app.kept_trust_lists`).
"""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
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
from wallet.verification.trust_lists.fields import refused
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

    The federation learns which issuers are looked up, and nothing of the credentials; so do intermediates it has.

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

    def statements_about(self, issuer_id: str) -> Sequence[str]:
        """What vouches for this issuer, from it up to the anchor, each a signed compact JWS; empty where nothing does.

        The anchor is asked first. Where it states nothing, an issuer that is a web address is asked who is above it,
        and each of these what it states, up to the anchor: every one of them is a site of its own to agree to.

        Raises:
            ExchangeError: why one of them could not be asked.
            VerificationError: TRUST_LIST_INVALID for an answer that does not hold.

        Source: OpenID Federation 1.0, section 10.1 (fetching entity statements to establish a trust chain).
        """
        statement = self._fetch(self._endpoint, issuer_id)
        if statement is not None:
            listed = openid_federation.read_chain([statement, self._anchor])
            return () if listed.find(issuer_id) is None else (statement,)
        if not issuer_id.startswith("https://"):
            return ()
        return _Climb(
            self._documents, self._anchor, self._own.publisher or "", self._fetch_from_anchor
        ).chain(issuer_id)

    def _fetch_from_anchor(self, subject: str) -> str | None:
        return self._fetch(self._endpoint, subject)

    def _fetch(self, endpoint: str, subject: str) -> str | None:
        return fetch_statement(self._documents, endpoint, subject)

    def _fetched(self, issuer_id: str) -> KnownIssuer | None:
        try:
            statements = self.statements_about(issuer_id)
        except (ExchangeError, VerificationError) as error:
            self._troubles[issuer_id] = error.reason
            return None
        if not statements:
            return None
        return openid_federation.read_chain([*statements, self._anchor]).find(issuer_id)


@dataclass(slots=True)
class _Climb:
    """From an issuer up to one anchor, over those that each names above it.

    Attributes:
        ask_anchor: what the anchor states about somebody.
        left: how many more sites' documents may be asked for.
    """

    documents: DocumentSource
    anchor: str
    anchor_id: str
    ask_anchor: Callable[[str], str | None]
    left: int = 24
    troubles: list[ExchangeError | VerificationError] = field(default_factory=list)

    def chain(self, issuer_id: str) -> Sequence[str]:
        """The statements from the issuer up; empty where nobody leads to the anchor.

        Raises:
            ExchangeError, VerificationError: nobody does, and this was in the way of the first.
        """
        found = self._above(issuer_id, (), (issuer_id,))
        if not found and self.troubles:
            raise self.troubles[0]
        return found

    def _above(self, entity: str, below: Sequence[str], path: tuple[str, ...]) -> Sequence[str]:
        if len(path) >= openid_federation.MAX_LEVELS:
            return ()
        try:
            hints = self._hints(entity)
        except (ExchangeError, VerificationError) as error:
            self.troubles.append(error)
            return ()
        for hint in hints:
            if hint in (*path, self.anchor_id):
                continue
            try:
                found = self._through(hint, entity, below, path)
            except (ExchangeError, VerificationError) as error:
                self.troubles.append(error)
                continue
            if found:
                return found
        return ()

    def _through(self, hint: str, entity: str, below: Sequence[str], path: tuple[str, ...]) -> Sequence[str]:
        """The chain over one entity that was named."""
        address = openid_federation.configuration_address(hint)
        configuration = self._configuration(address)
        if configuration is None:
            return ()
        _, endpoint = openid_federation.read_anchor(configuration, address)
        statement = self._counted(lambda: fetch_statement(self.documents, endpoint, entity))
        if statement is None or not openid_federation.is_about(statement, hint, entity):
            return ()
        so_far = (*below, statement)
        last = self._counted(lambda: self.ask_anchor(hint))
        if last is None or not openid_federation.is_about(last, self.anchor_id, hint):
            return self._above(hint, so_far, (*path, hint))
        whole = (*so_far, last)
        listed = openid_federation.read_chain([*whole, self.anchor])
        return whole if listed.find(path[0]) is not None else ()

    def _hints(self, entity: str) -> Sequence[str]:
        configuration = self._configuration(openid_federation.configuration_address(entity))
        return () if configuration is None else openid_federation.read_hints(configuration, entity)

    def _configuration(self, address: str) -> str | None:
        return self._counted(lambda: fetch_token(self.documents, address))

    def _counted(self, ask: Callable[[], str | None]) -> str | None:
        self.left -= 1
        return ask() if self.left >= 0 else None


def fetch_statement(documents: DocumentSource, endpoint: str, subject: str) -> str | None:
    """What the entity with this fetch endpoint states about another, unread; None where it states nothing.

    Raises:
        ExchangeError, VerificationError: as `fetch_token`.

    Source: OpenID Federation 1.0, section 8.1.1.
    """
    joint = "&" if "?" in endpoint else "?"
    return fetch_token(documents, f"{endpoint}{joint}sub={quote(subject, safe='')}")


def fetch_token(documents: DocumentSource, address: str) -> str | None:
    """The compact JWS at an address, unread; None where there is nothing.

    Raises:
        ExchangeError: why the site could not be asked.
        VerificationError: TRUST_LIST_INVALID for something else.
    """
    found = documents.lookup(address)
    if found is None:
        reason = why_missing(documents, address)
        if reason is Reason.SITE_WITHOUT_ANSWER:
            return None
        raise ExchangeError(reason, "a federation")
    token = openid_federation.token_of(found.body)
    if token is None:
        raise refused("entity statement")
    return token
