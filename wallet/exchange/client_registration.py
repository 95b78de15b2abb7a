"""Making this program known to a site before somebody signs in there, so that it gets a name of its own.

Lives here: the request, and what the site gave. Does not live here: signing in. Nothing in it is about the person: the
same words go to every site.

Source: RFC 7591, sections 2 and 3; Open Badges 3.0, section 7 (security), and Open Badges 2.1, "Registration". Both
ask for https pages of the program at one host, its redirect address included. A program on a computer has none: its
redirect address is on loopback (RFC 8252, section 7.3). A site that insists refuses, and is told to be such a site.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from wallet import __version__
from wallet.credentials.model import JsonObject
from wallet.errors import ExchangeError, Reason
from wallet.exchange.http_client import Answer, HttpClient
from wallet.exchange.oauth_token import ClientSecret
from wallet.exchange.site_json import json_object, optional_text, post_json, text_member

CLIENT_NAME = "LER wallet"
SOFTWARE_ID = "0a5d4f5e-6c5b-4bb1-9a5e-6e1d4b0a6f0c"
"""The same for every copy of this program, whatever its version (RFC 7591, section 2)."""
_REFUSALS = range(400, 500)


@dataclass(frozen=True, slots=True)
class RegisteredClient:
    """What a site calls this program.

    Attributes:
        secret: proves it at the token endpoint; None for a site that gives none to programs that could not keep it.
        secret_ends: when it stops to count; None for never.
    """

    id: str
    secret: ClientSecret | None = None
    secret_ends: datetime | None = None


def register(
    client: HttpClient, registration_url: str | None, redirect_uri: str, scopes: Sequence[str]
) -> RegisteredClient:
    """Registers this program for one sign-in.

    Args:
        redirect_uri: where the browser is sent back to, "http://127.0.0.1:40123/...".

    Raises:
        ExchangeError: REGISTRATION_REFUSED; SITE_ANSWER_INVALID for an answer that is none; as `HttpClient.ask`.
    """
    if registration_url is None:
        raise ExchangeError(Reason.REGISTRATION_REFUSED, "no registration endpoint")
    answer = post_json(client, registration_url, _metadata(redirect_uri, scopes))
    if answer.status in _REFUSALS:
        raise ExchangeError(Reason.REGISTRATION_REFUSED, f"status {answer.status}")
    if not answer.is_good:
        raise ExchangeError(Reason.SITE_WITHOUT_ANSWER, f"status {answer.status}")
    return _read(answer, redirect_uri)


def _metadata(redirect_uri: str, scopes: Sequence[str]) -> JsonObject:
    return {
        "client_name": CLIENT_NAME,
        "software_id": SOFTWARE_ID,
        "software_version": __version__,
        "application_type": "native",
        "redirect_uris": [redirect_uri],
        "token_endpoint_auth_method": "client_secret_basic",
        "grant_types": ["authorization_code", "refresh_token"],
        "response_types": ["code"],
        "scope": " ".join(scopes),
    }


def _read(answer: Answer, redirect_uri: str) -> RegisteredClient:
    """What the site gave; what it may have changed is looked at where it matters.

    Raises:
        ExchangeError: SITE_ANSWER_INVALID, REGISTRATION_REFUSED when it registered another redirect address.
    """
    found = json_object(answer)
    client_id, secret = text_member(found, "client_id"), optional_text(found, "client_secret")
    uris = found.get("redirect_uris", [redirect_uri])
    if not isinstance(uris, list) or redirect_uri not in uris:
        raise ExchangeError(Reason.REGISTRATION_REFUSED, "another redirect address")
    proof = ClientSecret(client_id, secret) if secret is not None else None
    return RegisteredClient(client_id, proof, _moment(found.get("client_secret_expires_at")))


def _moment(value: Any) -> datetime | None:
    """Seconds since 1970 as a moment; 0 is never, and what is no such number is not known."""
    if not isinstance(value, int) or isinstance(value, bool) or value <= 0:
        return None
    try:
        return datetime.fromtimestamp(value, UTC)
    except (OverflowError, ValueError, OSError):
        return None
