"""Links and messages that lead to an exchange: read without asking anybody.

Source: VC API, "Initiating interactions" (interaction URLs, `iuv=1`; `protocols`); the links of the Learner Credential
Wallet (`dccrequest:`, lcw.app), as its issuers write them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from wallet.codecs import strict_json
from wallet.credentials.model import JsonObject
from wallet.errors import CodecError, ExchangeError, Reason
from wallet.exchange.http_client import HttpClient, Question
from wallet.exchange.site_json import JSON, json_object
from wallet.exchange.web_address import WebAddress, read_web_address

SCHEMES = ("dccrequest:", "org.dcconsortium:", "msprequest:", "asuprequest:")
_APP_LINKS = ("https://lcw.app/request", "https://lcw.app/mobile")
_INTERACTION = ("iuv", "1")
_VC_API = "vcapi"
_OFFER = "OID4VCI"
_INTERACTION_URL = "iu"
MAX_CHARACTERS = 64_000
_MAX_CHALLENGE = 500


@dataclass(frozen=True, slots=True)
class Exchange:
    """Where an exchange goes on.

    Attributes:
        challenge: what to sign without being asked first; None where the site asks.
        is_bare: the site takes the presentation itself, not an object around it (links that name `vc_request_url`).
    """

    address: WebAddress
    challenge: str | None = field(default=None, repr=False)
    is_bare: bool = False

    @property
    def host(self) -> str:
        """The site that is going to be asked."""
        return self.address.host


@dataclass(frozen=True, slots=True)
class Interaction:
    """An address that says in which ways an exchange may go on."""

    address: WebAddress

    @property
    def host(self) -> str:
        """The site that is going to be asked."""
        return self.address.host


@dataclass(frozen=True, slots=True)
class OfferLink:
    """An exchange that is an offer of OpenID4VCI, as its link."""

    text: str = field(repr=False)


Invitation = Exchange | Interaction | OfferLink


def is_invitation(text: str) -> bool:
    """Whether a text means to lead to an exchange, well or badly."""
    stripped = text.strip()
    start = stripped[:60].lower()
    if start.startswith(SCHEMES) or start.startswith(_APP_LINKS):
        return True
    if start.startswith("https://"):
        return _INTERACTION in _pairs(stripped, strict=False)
    return start.startswith("{") and '"protocols"' in stripped


def read_invitation(text: str) -> Invitation:
    """Reads a link, or the JSON message of an invitation.

    Raises:
        ExchangeError: OFFER_INVALID, OFFER_UNSUPPORTED, WEB_ADDRESS_REFUSED.
    """
    stripped = text.strip()
    if len(stripped) > MAX_CHARACTERS:
        raise ExchangeError(Reason.OFFER_INVALID, "size")
    if stripped.startswith("{"):
        return _of_message(stripped)
    pairs = _pairs(stripped)
    is_own = stripped.lower().startswith((*SCHEMES, *_APP_LINKS))
    if not is_own and _INTERACTION in pairs:
        return Interaction(read_web_address(stripped))
    found = dict(pairs)
    if not is_own or len(found) != len(pairs):
        raise ExchangeError(Reason.OFFER_INVALID, "parameters")
    if "request" in found:
        return _of_message(found["request"])
    return _of_request(found)


def fetch_protocols(client: HttpClient, interaction: Interaction) -> Invitation:
    """Asks an interaction address how the exchange goes on. That must not be another such address.

    Raises:
        ExchangeError: as `HttpClient.ask` and `read_invitation`; SITE_WITHOUT_ANSWER, OFFER_SEVERAL_HOSTS.
    """
    answer = client.ask(Question(interaction.address.url, (JSON,)))
    if not answer.is_good:
        raise ExchangeError(Reason.SITE_WITHOUT_ANSWER, f"status {answer.status}")
    body = json_object(answer)
    found = _of_protocols(body.get("protocols", body))
    if isinstance(found, Interaction):
        raise ExchangeError(Reason.OFFER_UNSUPPORTED, "leads on and on")
    if isinstance(found, Exchange) and found.host != interaction.host:
        raise ExchangeError(Reason.OFFER_SEVERAL_HOSTS, "protocols")
    return found


def _of_message(text: str) -> Invitation:
    try:
        found: Any = strict_json.loads(text)
    except CodecError as error:
        raise ExchangeError(Reason.OFFER_INVALID, str(error.reason)) from error
    if not isinstance(found, dict) or "protocols" not in found:
        raise ExchangeError(Reason.OFFER_UNSUPPORTED, "kind of message")
    return _of_protocols(found["protocols"])


def _of_protocols(found: Any) -> Invitation:
    """The way this program knows best, out of those that are named."""
    protocols: JsonObject = found if isinstance(found, dict) else {}
    for name in (_VC_API, _OFFER, _INTERACTION_URL):
        address = protocols.get(name)
        if isinstance(address, str) and 0 < len(address) <= MAX_CHARACTERS:
            if name == _OFFER:
                return OfferLink(address)
            where = read_web_address(address)
            return Exchange(where) if name == _VC_API else Interaction(where)
    raise ExchangeError(Reason.OFFER_UNSUPPORTED, "protocols")


def _of_request(found: Mapping[str, str]) -> Exchange:
    """Source: links of the Learner Credential Wallet with `vc_request_url`, `challenge` and `auth_type`."""
    if "vc_request_url" not in found:
        raise ExchangeError(Reason.OFFER_INVALID, "vc_request_url")
    if found.get("auth_type", "bearer") != "bearer":
        # "code" sends people to a sign-in of the issuer's own, which these links do not describe
        raise ExchangeError(Reason.OFFER_UNSUPPORTED, "auth_type")
    challenge = found.get("challenge")
    if challenge is not None and not (challenge.isprintable() and 0 < len(challenge) <= _MAX_CHALLENGE):
        raise ExchangeError(Reason.OFFER_INVALID, "challenge")
    return Exchange(read_web_address(found["vc_request_url"]), challenge, is_bare=True)


def _pairs(address: str, *, strict: bool = True) -> list[tuple[str, str]]:
    try:
        return parse_qsl(urlsplit(address).query, keep_blank_values=True, errors="strict", max_num_fields=32)
    except ValueError as error:
        if strict:
            raise ExchangeError(Reason.OFFER_INVALID, "parameters") from error
        return []
