"""What an authorization server says of itself: where to sign in, where to get access, and how.

Source: RFC 8414; RFC 9126, section 5; RFC 9207, section 3; OpenID4VCI 1.0, section 12.3.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from wallet.credentials.model import JsonObject
from wallet.errors import ExchangeError, Reason
from wallet.exchange.http_client import HttpClient
from wallet.exchange.site_json import optional_text, text_member
from wallet.exchange.web_address import read_web_address
from wallet.exchange.well_known import fetch_about, well_known

_USUAL_GRANTS = ("authorization_code", "implicit")
"""What a server that says nothing takes. Source: RFC 8414, section 2."""


@dataclass(frozen=True, slots=True)
class AuthorizationServer:
    """One server, as it says.

    Attributes:
        issuer: its identifier.
        grant_types: how access may be got.
        is_anonymous: a code of an offer is taken without a name of the program that brings it.
        names_itself: its answers to the browser name it.
        needs_push: it takes requests to sign in only when they were sent to `push_endpoint` first.
        takes_details: what is wanted may be said in `authorization_details`.
    """

    issuer: str
    token_endpoint: str
    authorization_endpoint: str | None = None
    push_endpoint: str | None = None
    grant_types: Sequence[str] = _USUAL_GRANTS
    is_anonymous: bool = False
    names_itself: bool = False
    needs_push: bool = False
    takes_details: bool = False


def fetch_server(client: HttpClient, identifier: str, *, came_from: str = "") -> AuthorizationServer:
    """Asks a server what it is; one that publishes itself only as an OpenID provider is found, too.

    Args:
        came_from: the site that named it, when it is another.

    Raises:
        ExchangeError: as `fetch_about`; WEB_ADDRESS_REFUSED for an endpoint that is none.

    Source: RFC 8414, sections 3 and 5 (the older place).
    """
    try:
        found = fetch_about(
            client,
            well_known(identifier, "oauth-authorization-server"),
            identifier,
            "issuer",
            came_from=came_from,
        )
    except ExchangeError as error:
        if error.reason is not Reason.SITE_WITHOUT_ANSWER:
            raise
        older = f"{identifier.rstrip('/')}/.well-known/openid-configuration"
        found = fetch_about(client, older, identifier, "issuer", came_from=came_from)
    return AuthorizationServer(
        identifier,
        text_member(found, "token_endpoint"),
        _endpoint(found, "authorization_endpoint"),
        _endpoint(found, "pushed_authorization_request_endpoint"),
        _texts(found.get("grant_types_supported"), _USUAL_GRANTS),
        found.get("pre-authorized_grant_anonymous_access_supported") is True,
        found.get("authorization_response_iss_parameter_supported") is True,
        found.get("require_pushed_authorization_requests") is True,
        "openid_credential" in _texts(found.get("authorization_details_types_supported"), ()),
    )


def _endpoint(found: JsonObject, name: str) -> str | None:
    address = optional_text(found, name)
    if address is not None:
        read_web_address(address)
    return address


def _texts(found: Any, otherwise: Sequence[str]) -> Sequence[str]:
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        return otherwise
    return tuple(found)
