"""Asking a person's consent at a website, in their own browser: authorization code with proof key (PKCE).

Lives here: the address that the browser opens, and what comes back from it. Does not live here: listening for that
(`redirect_listener`), changing the code for access (`oauth_token`).
Source: RFC 6749, section 4.1; RFC 7636 (PKCE); RFC 9126 (pushed requests); RFC 9207 (issuer in the answer).
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from wallet.codecs import base64url
from wallet.errors import ExchangeError, Reason
from wallet.exchange.http_client import HttpClient
from wallet.exchange.site_json import json_object, post_form, text_member
from wallet.exchange.web_address import read_web_address

_VERIFIER_BYTES = 32
_OWN = frozenset(
    {"response_type", "client_id", "redirect_uri", "state", "code_challenge", "code_challenge_method"}
)
_MAX_CODE = 4096


@dataclass(frozen=True, slots=True)
class CodeRequest:
    """One sign-in that was begun.

    Attributes:
        parameters: of the authorization request, as the site is to get them.
        redirect_uri: where the browser comes back to; the token request repeats it.
        verifier: the secret behind the code challenge, 43 letters; the token request shows it.
    """

    client_id: str
    redirect_uri: str
    parameters: Mapping[str, str] = field(repr=False)
    verifier: str = field(repr=False)


def new_code_request(
    client_id: str,
    redirect_uri: str,
    state: str,
    random: Callable[[int], bytes],
    more: Mapping[str, str] | None = None,
) -> CodeRequest:
    """A request with a proof key of its own.

    Args:
        state: what the answer has to repeat (`RedirectListener.state`).
        random: gives that many unpredictable bytes.
        more: further parameters: scope, authorization_details, issuer_state, resource.

    Source: RFC 6749, section 4.1.1; RFC 7636, sections 4.1 to 4.3 (S256).
    """
    verifier = base64url.encode(random(_VERIFIER_BYTES))
    challenge = base64url.encode(hashlib.sha256(verifier.encode("ascii")).digest())
    parameters = {
        **{name: value for name, value in (more or {}).items() if name not in _OWN},
        "response_type": "code",
        "client_id": client_id,
        "redirect_uri": redirect_uri,
        "state": state,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }
    return CodeRequest(client_id, redirect_uri, parameters, verifier)


def browser_address(endpoint: str, request: CodeRequest) -> str:
    """What the browser is to open: a secure web address with the whole request in it.

    Raises:
        ExchangeError: WEB_ADDRESS_REFUSED.
    """
    return _with_query(endpoint, request.parameters)


def pushed_address(client: HttpClient, endpoint: str, push_endpoint: str, request: CodeRequest) -> str:
    """As `browser_address`, for a server that takes the request itself first; the browser gets a name for it.

    Raises:
        ExchangeError: as `HttpClient.ask`; ACCESS_REFUSED, SITE_ANSWER_INVALID.

    Source: RFC 9126, sections 2.1, 2.2 and 4.
    """
    answer = post_form(client, push_endpoint, request.parameters)
    if not answer.is_good:
        raise ExchangeError(Reason.ACCESS_REFUSED, f"pushed request, status {answer.status}")
    name = text_member(json_object(answer), "request_uri")
    return _with_query(endpoint, {"client_id": request.client_id, "request_uri": name})


def read_code(parameters: Mapping[str, str], issuer: str | None = None, *, names_issuer: bool = False) -> str:
    """The code in what the browser came back with.

    Args:
        issuer: who has to have answered, where that is known.
        names_issuer: whether the server said that its answers always name it.

    Raises:
        ExchangeError: SIGN_IN_REFUSED when the site or the person said no; SIGN_IN_ANSWER_WRONG.

    Source: RFC 6749, sections 4.1.2 and 4.1.2.1; RFC 9207, section 2.4.
    """
    said = parameters.get("iss")
    if issuer is not None and (said != issuer if said is not None else names_issuer):
        raise ExchangeError(Reason.SIGN_IN_ANSWER_WRONG, "issuer")
    if "error" in parameters:
        raise ExchangeError(Reason.SIGN_IN_REFUSED)
    code = parameters.get("code", "")
    if not code or len(code) > _MAX_CODE or not code.isprintable():
        raise ExchangeError(Reason.SIGN_IN_ANSWER_WRONG, "code")
    return code


def _with_query(endpoint: str, parameters: Mapping[str, str]) -> str:
    # RFC 6749, section 3.1: the endpoint may have a query of its own, which is kept
    address = read_web_address(endpoint).url
    return f"{address}{'&' if '?' in address else '?'}{urlencode(parameters)}"
