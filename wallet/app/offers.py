"""Offers of credentials: what a link or code leads to, and what would be received from whom, before anything is done.

Lives here: finding out which kind of offer it is, and asking the issuer what it offers. Does not live here: taking it
(`receive`), the protocols (`wallet.exchange.openid4vci`, `wallet.exchange.vc_api`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial

from wallet.app.read_codes import text_or_code
from wallet.errors import ExchangeError, Reason, SharingError
from wallet.exchange.authorization_server import AuthorizationServer, fetch_server
from wallet.exchange.http_client import HttpClient
from wallet.exchange.openid4vci.issuance import proof_way
from wallet.exchange.openid4vci.metadata import Configuration, CredentialIssuer, fetch_issuer, name_in
from wallet.exchange.openid4vci.offer import (
    PRE_AUTHORIZED,
    CredentialOffer,
    OfferReference,
    PreAuthorized,
    SignIn,
    TransactionCode,
    fetch_offer,
    is_offer,
    read_offer,
)
from wallet.exchange.vc_api.invitation import (
    Exchange,
    Interaction,
    OfferLink,
    fetch_protocols,
    is_invitation,
    read_invitation,
)
from wallet.exchange.web_address import read_web_address

__all__ = [
    "Door",
    "Offered",
    "OfferedCredential",
    "OpenIdPlan",
    "TransactionCode",
    "Way",
    "arrive",
    "find_door",
    "is_door",
    "look",
    "offer_text",
    "read_door",
]

Door = CredentialOffer | OfferReference | Exchange | Interaction
"""What a link or code leads to; `host` says which site is going to be asked first."""


class Way(StrEnum):
    """How the learner gets what is offered."""

    CODE = "code"
    SIGN_IN = "sign_in"
    EXCHANGE = "exchange"


@dataclass(frozen=True, slots=True)
class OfferedCredential:
    """One kind of credential in an offer.

    Attributes:
        name: in the issuer's words, which nobody checked.
        format: as the issuer writes it.
        is_supported: whether this program can keep it; the others are left out.
    """

    name: str
    format: str
    is_supported: bool = True


@dataclass(frozen=True, slots=True)
class OpenIdPlan:
    """What is needed to take an offer of OpenID4VCI."""

    offer: CredentialOffer = field(repr=False)
    issuer: CredentialIssuer
    server: AuthorizationServer
    configurations: Sequence[Configuration]


@dataclass(frozen=True, slots=True)
class Offered:
    """What would be received, as far as anybody says before. Every text in it is hostile.

    Attributes:
        host: the site that hands it out.
        issuer_name: what it calls itself; "" when it does not say.
        credentials: what is offered; empty where the site only says so by handing it out.
        sign_in_host: the site to sign in at, "" when that is not needed.
        transaction_code: what the learner has to type in, None when nothing.
    """

    host: str
    way: Way
    plan: OpenIdPlan | Exchange = field(repr=False)
    issuer_name: str = ""
    credentials: Sequence[OfferedCredential] = ()
    sign_in_host: str = ""
    transaction_code: TransactionCode | None = None

    @property
    def hosts(self) -> Sequence[str]:
        """Every site that is asked when the offer is taken."""
        if not isinstance(self.plan, OpenIdPlan):
            return (self.host,)
        server = self.plan.server
        others = [one for one in (server.token_endpoint, server.push_endpoint) if one is not None]
        return tuple(dict.fromkeys([self.host, *(read_web_address(one).host for one in others)]))


def is_door(text: str) -> bool:
    """Whether a text means to be an offer, a good one or not."""
    return is_offer(text) or is_invitation(text)


def read_door(text: str) -> Door:
    """What a text leads to; nobody is asked.

    Raises:
        ExchangeError: OFFER_INVALID, OFFER_UNSUPPORTED, WEB_ADDRESS_REFUSED.
    """
    if is_offer(text):
        return read_offer(text)
    found = read_invitation(text)
    return read_offer(found.text) if isinstance(found, OfferLink) else found


def find_door(data: bytes) -> str | None:
    """The text of an offer in a file or in a picture, a good one or not, where there is exactly one; else None."""
    try:
        text = offer_text(data)
    except (ExchangeError, SharingError):
        return None
    return text if is_door(text) else None


def offer_text(data: bytes) -> str:
    """The text of what means to be an offer, from a file or from a picture of its code.

    Raises:
        ExchangeError: OFFER_INVALID for none or several in a picture, and for what is no text.
        SharingError: NO_QR_FOUND and what is wrong with a picture.
    """
    return text_or_code(data, is_door, partial(ExchangeError, Reason.OFFER_INVALID))


def look(door: Door, client: HttpClient, *, language: str = "en") -> Offered:
    """Asks the issuer what it offers. Nothing of the learner's is told, and the offer is not used up.

    Args:
        language: for the issuer's own names, where it has several.

    Raises:
        ExchangeError: as `HttpClient.ask`; OFFER_INVALID, OFFER_UNSUPPORTED, OFFER_SEVERAL_HOSTS,
            HOLDER_KEY_NOT_ACCEPTED, SITE_WITHOUT_ANSWER, SITE_ANSWER_INVALID.
    """
    arrived = arrive(door, client)
    if isinstance(arrived, CredentialOffer):
        return _look_at_offer(arrived, client, language)
    return Offered(arrived.host, Way.EXCHANGE, arrived)


def arrive(door: Door, client: HttpClient) -> CredentialOffer | Exchange:
    """Where a door leads: the offer itself, or the exchange. An address of an offer may answer only once.

    Raises:
        ExchangeError: as `look`.
    """
    if isinstance(door, Interaction):
        found = fetch_protocols(client, door)
        door = read_offer(found.text) if isinstance(found, OfferLink) else found
    if isinstance(door, OfferReference):
        door = fetch_offer(client, door)
    if isinstance(door, Interaction):
        raise ExchangeError(Reason.OFFER_UNSUPPORTED, "leads on and on")
    return door


def _look_at_offer(offer: CredentialOffer, client: HttpClient, language: str) -> Offered:
    issuer = fetch_issuer(client, offer.issuer, offer.configuration_ids)
    configurations = [issuer.configurations[name] for name in offer.configuration_ids]
    kept = [one for one in configurations if one.is_supported]
    if not kept or issuer.needs_encryption:
        raise ExchangeError(Reason.OFFER_UNSUPPORTED, "encryption" if kept else "formats")
    for one in kept:
        proof_way(one)  # better refused now than after the code is used up
    server = _server(client, offer, issuer)
    is_sign_in = isinstance(offer.grant, SignIn)
    endpoint = server.authorization_endpoint
    if is_sign_in and (endpoint is None or "authorization_code" not in server.grant_types):
        raise ExchangeError(Reason.OFFER_UNSUPPORTED, "sign-in")
    return Offered(
        host=issuer.host,
        way=Way.SIGN_IN if is_sign_in else Way.CODE,
        plan=OpenIdPlan(offer, issuer, server, kept),
        issuer_name=name_in(issuer.names, language),
        credentials=[
            OfferedCredential(one.name(language), one.format, one.is_supported) for one in configurations
        ],
        sign_in_host=read_web_address(endpoint).host if is_sign_in and endpoint is not None else "",
        transaction_code=offer.grant.transaction_code if isinstance(offer.grant, PreAuthorized) else None,
    )


def _server(client: HttpClient, offer: CredentialOffer, issuer: CredentialIssuer) -> AuthorizationServer:
    """The server that gives access. Source: OpenID4VCI 1.0, section 12.2.4 (authorization_servers)."""
    hinted = offer.grant.server
    if hinted is not None and hinted not in issuer.servers:
        raise ExchangeError(Reason.OFFER_INVALID, "authorization_server")
    wanted = PRE_AUTHORIZED if isinstance(offer.grant, PreAuthorized) else "authorization_code"
    candidates = [hinted] if hinted is not None else list(issuer.servers)
    found = _fetched(client, candidates[0], issuer)
    for name in candidates[1:]:
        if wanted in found.grant_types:
            break
        found = _fetched(client, name, issuer)
    return found


def _fetched(client: HttpClient, identifier: str, issuer: CredentialIssuer) -> AuthorizationServer:
    host = read_web_address(identifier).host
    return fetch_server(client, identifier, came_from="" if host == issuer.host else issuer.host)
