"""What an issuer offers: read from a link, a QR code's text or a page, without asking anybody.

Nothing in an offer is proven; whoever made it chose every word. What it leads to is asked for with consent only.
Source: OpenID4VCI 1.0, sections 4.1 (credential offer) and 13.5 (an offer is not trustworthy).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from wallet.codecs import strict_json
from wallet.credentials.model import JsonObject
from wallet.errors import CodecError, ExchangeError, Reason
from wallet.exchange.http_client import HttpClient, Question
from wallet.exchange.site_json import JSON
from wallet.exchange.web_address import WebAddress, read_web_address

SCHEMES = ("openid-credential-offer:", "haip-vci:")
_EARLY_SCHEME = "openid-initiate-issuance:"
PRE_AUTHORIZED = "urn:ietf:params:oauth:grant-type:pre-authorized_code"
MAX_CHARACTERS = 64_000
MAX_CONFIGURATIONS = 16
_PARAMETERS = ("credential_offer", "credential_offer_uri")
_MAX_TEXT = 4096
_MAX_DESCRIPTION = 300
_MAX_CODE_LENGTH = 64


@dataclass(frozen=True, slots=True)
class TransactionCode:
    """A code that the issuer sends to the learner another way, and that has to be typed in.

    Attributes:
        is_numeric: digits only.
        length: how many characters, where the offer says so.
        description: where to find it, in the words of the offer, at most 300 characters.
    """

    is_numeric: bool = True
    length: int | None = None
    description: str = ""


@dataclass(frozen=True, slots=True)
class PreAuthorized:
    """The issuer knows the learner already: whoever has this code gets the credential.

    Attributes:
        server: which authorization server to ask, where the issuer has several.
    """

    code: str = field(repr=False)
    transaction_code: TransactionCode | None = None
    server: str | None = None


@dataclass(frozen=True, slots=True)
class SignIn:
    """The learner signs in at the issuer's website.

    Attributes:
        issuer_state: to be given back.
        server: which authorization server to ask, where the issuer has several.
    """

    issuer_state: str | None = field(default=None, repr=False)
    server: str | None = None


@dataclass(frozen=True, slots=True)
class CredentialOffer:
    """An offer as it was read. Every text in it is hostile.

    Attributes:
        issuer: the credential issuer's identifier, an https address.
        configuration_ids: what is offered, by the names that the issuer's metadata explains.
        grant: how to get access.
    """

    issuer: str
    configuration_ids: Sequence[str]
    grant: PreAuthorized | SignIn

    @property
    def host(self) -> str:
        """The site that is going to be asked."""
        return read_web_address(self.issuer).host


@dataclass(frozen=True, slots=True)
class OfferReference:
    """An offer that lies at an address of its own."""

    address: WebAddress

    @property
    def host(self) -> str:
        """The site that is going to be asked."""
        return self.address.host


def is_offer(text: str) -> bool:
    """Whether a text means to be an offer, a good one or not."""
    start = text.lstrip()[:40].lower()
    if start.startswith((*SCHEMES, _EARLY_SCHEME)):
        return True
    if start.startswith("https://"):
        return any(f"{name}=" in text for name in _PARAMETERS)
    return start.startswith("{") and '"credential_issuer"' in text and '"credential_configuration' in text


def read_offer(text: str) -> CredentialOffer | OfferReference:
    """Reads a link, or the JSON of an offer.

    Raises:
        ExchangeError: OFFER_INVALID, OFFER_UNSUPPORTED, WEB_ADDRESS_REFUSED for an address that leads elsewhere.

    Source: OpenID4VCI 1.0, sections 4.1, 4.1.2 and 4.1.3.
    """
    stripped = text.strip()
    if len(stripped) > MAX_CHARACTERS:
        raise ExchangeError(Reason.OFFER_INVALID, "size")
    if stripped.startswith("{"):
        return read_offer_object(stripped)
    found = _parameters(stripped)
    if len(found) != 1:
        raise ExchangeError(Reason.OFFER_INVALID, "one offer has to be in it")
    if "credential_offer" in found:
        return read_offer_object(found["credential_offer"])
    return OfferReference(read_web_address(found["credential_offer_uri"]))


def fetch_offer(client: HttpClient, reference: OfferReference) -> CredentialOffer:
    """The offer at an address.

    Raises:
        ExchangeError: as `HttpClient.ask` and `read_offer_object`; SITE_WITHOUT_ANSWER.

    Source: OpenID4VCI 1.0, section 4.1.3.
    """
    answer = client.ask(Question(reference.address.url, (JSON,)))
    if not answer.is_good:
        raise ExchangeError(Reason.SITE_WITHOUT_ANSWER, f"status {answer.status}")
    return read_offer_object(answer.body)


def read_offer_object(data: bytes | str) -> CredentialOffer:
    """Reads the JSON of an offer.

    Raises:
        ExchangeError: OFFER_INVALID, OFFER_UNSUPPORTED, WEB_ADDRESS_REFUSED.

    Source: OpenID4VCI 1.0, section 4.1.1; 12.2.1 for the identifier.
    """
    try:
        body: Any = strict_json.loads(data)
    except CodecError as error:
        raise ExchangeError(Reason.OFFER_INVALID, str(error.reason)) from error
    if not isinstance(body, dict):
        raise ExchangeError(Reason.OFFER_INVALID, "no object")
    if "credential_configuration_ids" not in body and "credentials" in body:
        raise ExchangeError(Reason.OFFER_UNSUPPORTED, "an early draft")
    issuer = _text(body, "credential_issuer")
    if "?" in issuer or "#" in issuer:
        raise ExchangeError(Reason.OFFER_INVALID, "identifier")
    read_web_address(issuer)
    return CredentialOffer(issuer, _configuration_ids(body), _grant(body.get("grants")))


def _parameters(address: str) -> Mapping[str, str]:
    """The parameters of a link that hold an offer; others are somebody else's business."""
    try:
        parts = urlsplit(address)
        pairs = parse_qsl(parts.query, keep_blank_values=True, errors="strict", max_num_fields=32)
    except ValueError as error:
        raise ExchangeError(Reason.OFFER_INVALID, "parameters") from error
    if f"{parts.scheme}:" == _EARLY_SCHEME:
        raise ExchangeError(Reason.OFFER_UNSUPPORTED, "an early draft")
    if f"{parts.scheme}:" not in (*SCHEMES, "https:"):
        raise ExchangeError(Reason.OFFER_INVALID, "scheme")
    ours = [(name, value) for name, value in pairs if name in _PARAMETERS]
    if len(dict(ours)) != len(ours):
        raise ExchangeError(Reason.OFFER_INVALID, "a parameter is there twice")
    return dict(ours)


def _configuration_ids(body: JsonObject) -> Sequence[str]:
    found = body.get("credential_configuration_ids")
    if not isinstance(found, list) or not 0 < len(found) <= MAX_CONFIGURATIONS:
        raise ExchangeError(Reason.OFFER_INVALID, "credential_configuration_ids")
    if not all(isinstance(one, str) and 0 < len(one) <= _MAX_TEXT for one in found) or len(set(found)) != len(
        found
    ):
        raise ExchangeError(Reason.OFFER_INVALID, "credential_configuration_ids")
    return tuple(found)


def _grant(grants: Any) -> PreAuthorized | SignIn:
    """The easier way for the learner where there are two. Where none is named, the server's own ways count."""
    if grants is None or grants == {}:
        return SignIn()
    if not isinstance(grants, dict):
        raise ExchangeError(Reason.OFFER_INVALID, "grants")
    if PRE_AUTHORIZED in grants:
        found = _member_object(grants, PRE_AUTHORIZED)
        return PreAuthorized(
            _text(found, "pre-authorized_code"),
            _transaction_code(found),
            _optional(found, "authorization_server"),
        )
    if "authorization_code" in grants:
        found = _member_object(grants, "authorization_code")
        return SignIn(_optional(found, "issuer_state"), _optional(found, "authorization_server"))
    raise ExchangeError(Reason.OFFER_UNSUPPORTED, "grants")


def _transaction_code(grant: JsonObject) -> TransactionCode | None:
    if grant.get("tx_code") is None:
        return None
    found = _member_object(grant, "tx_code")
    length, said = found.get("length"), found.get("description")
    return TransactionCode(
        is_numeric=found.get("input_mode", "numeric") != "text",
        length=length if type(length) is int and 0 < length <= _MAX_CODE_LENGTH else None,
        description=said[:_MAX_DESCRIPTION] if isinstance(said, str) else "",
    )


def _member_object(owner: JsonObject, name: str) -> JsonObject:
    found = owner[name]
    if not isinstance(found, dict):
        raise ExchangeError(Reason.OFFER_INVALID, name)
    return found


def _text(owner: JsonObject, name: str) -> str:
    found = owner.get(name)
    if not isinstance(found, str) or not found or len(found) > _MAX_TEXT or not found.isprintable():
        raise ExchangeError(Reason.OFFER_INVALID, name)
    return found


def _optional(owner: JsonObject, name: str) -> str | None:
    return _text(owner, name) if owner.get(name) is not None else None
