"""Going through an exchange: the site asks for a proof of the learner's key, and hands out the credential for it.

What is signed names the site that is asked, or nothing is signed: a site that passes on somebody else's question gets
no answer to it. Credentials are not shown here; a site that wants some is told to the person.
Source: VC API, "Participating in an exchange"; Verifiable Presentation Request, sections 3 and 3.2.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wallet.codecs import strict_json
from wallet.credentials.model import JsonObject
from wallet.errors import ExchangeError, Reason
from wallet.exchange.http_client import Answer, HttpClient, Question
from wallet.exchange.possession import OLDER_SUITE, SUITE, ProofKey, signed_presentation
from wallet.exchange.site_json import json_object
from wallet.exchange.vc_api.invitation import Exchange
from wallet.exchange.web_address import WebAddress, read_web_address

MAX_ROUNDS = 4
_KINDS = ("application/json", "application/*+json")
_DID_AUTHENTICATION = "DIDAuthentication"
_METHOD = "key"
_MAX_TEXT = 500


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a site wants signed.

    Attributes:
        domain: how it names itself.
        address: where the answer goes.
    """

    challenge: str
    domain: str
    suite: str
    address: WebAddress


def go_through(
    client: HttpClient, exchange: Exchange, key: ProofKey, now: Callable[[], datetime]
) -> Sequence[bytes]:
    """The credentials an exchange gives: each a credential or a presentation, as compact JSON.

    Raises:
        ExchangeError: as `HttpClient.ask`; CREDENTIAL_REFUSED, EXCHANGE_WANTS_CREDENTIALS, HOLDER_KEY_NOT_ACCEPTED,
            OFFER_SEVERAL_HOSTS, OFFER_UNSUPPORTED, SITE_ANSWER_INVALID.
    """
    own = _own_name(exchange.address)
    if exchange.challenge is not None:
        # these issuers know the older suite only, and ask nothing that says so
        asked = _Asked(exchange.challenge, own, OLDER_SUITE, exchange.address)
        body = _sent(client, exchange, asked, key, now())
    else:
        body = _object(_post(client, exchange.address, {}))
    for _ in range(MAX_ROUNDS):
        if "verifiablePresentationRequest" not in body:
            return _delivered(body)
        asked = _read_request(body["verifiablePresentationRequest"], exchange.address)
        body = _sent(client, exchange, asked, key, now())
    raise ExchangeError(Reason.SITE_ANSWER_INVALID, "asks on and on")


def _sent(client: HttpClient, exchange: Exchange, asked: _Asked, key: ProofKey, now: datetime) -> JsonObject:
    shown = signed_presentation(key, asked.domain, now, challenge=asked.challenge, suite=asked.suite)
    return _object(
        _post(client, asked.address, shown if exchange.is_bare else {"verifiablePresentation": shown})
    )


def _post(client: HttpClient, address: WebAddress, value: JsonObject) -> Answer:
    body = strict_json.dumps(value).encode("utf-8")
    headers = {"Content-Type": "application/json"}
    return client.ask(Question(address.url, _KINDS, method="POST", body=body, headers=headers))


def _object(answer: Answer) -> JsonObject:
    if not answer.is_good:
        raise ExchangeError(Reason.CREDENTIAL_REFUSED, f"status {answer.status}")
    return json_object(answer)


def _delivered(body: JsonObject) -> Sequence[bytes]:
    """What came: in a presentation, or by itself as older issuers send it."""
    found = body.get("verifiablePresentation", body.get("verifiableCredential", body))
    items = found if isinstance(found, list) else [found]
    good = [one for one in items if isinstance(one, dict) and "type" in one]
    if not good or len(good) != len(items):
        raise ExchangeError(Reason.SITE_ANSWER_INVALID, "no credential")
    return tuple(strict_json.dumps(one).encode("utf-8") for one in good)


def _read_request(found: Any, address: WebAddress) -> _Asked:
    """What a site wants, when that is a proof of the key and nothing else.

    Source: Verifiable Presentation Request, sections 3.2 (DID authentication) and 2.2 (interact).
    """
    request = _dict(found, "request")
    queries = request.get("query")
    queries = queries if isinstance(queries, list) else [queries]
    kinds = {query.get("type") if isinstance(query, dict) else None for query in queries}
    if "QueryByExample" in kinds:
        raise ExchangeError(Reason.EXCHANGE_WANTS_CREDENTIALS)
    if kinds != {_DID_AUTHENTICATION}:
        raise ExchangeError(Reason.OFFER_UNSUPPORTED, "query")
    domain = request.get("domain")
    return _Asked(
        _text(request, "challenge"),
        _own_name(address) if domain is None else _checked_domain(_text(request, "domain"), address),
        _suite(queries),
        _service(request, address),
    )


def _own_name(address: WebAddress) -> str:
    return address.url.removesuffix(address.target)


def _checked_domain(domain: str, address: WebAddress) -> str:
    """A site may only have its own name signed. Source: VC Data Integrity, section 2.1 (domain)."""
    named = read_web_address(domain if "://" in domain else f"https://{domain}")
    if (named.host, named.port) != (address.host, address.port):
        raise ExchangeError(Reason.OFFER_SEVERAL_HOSTS, "domain")
    return domain


def _service(request: JsonObject, address: WebAddress) -> WebAddress:
    """Where the answer goes; the address of the exchange itself unless the request names one on the same site."""
    interact = request.get("interact")
    services = interact.get("service") if isinstance(interact, dict) else None
    for one in services if isinstance(services, list) else [services]:
        if isinstance(one, dict) and isinstance(one.get("serviceEndpoint"), str):
            found = read_web_address(one["serviceEndpoint"])
            if (found.host, found.port) != (address.host, address.port):
                raise ExchangeError(Reason.OFFER_SEVERAL_HOSTS, "service")
            return found
    return address


def _suite(queries: Sequence[Any]) -> str:
    """The suite to sign with, and that the kind of DID a wallet file has is taken at all."""
    for query in queries:
        methods = _named(query.get("acceptedMethods"), "method")
        if methods and _METHOD not in methods:
            raise ExchangeError(Reason.HOLDER_KEY_NOT_ACCEPTED, "method")
    named = [one for query in queries for one in _named(query.get("acceptedCryptosuites"), "cryptosuite")]
    if not named:
        return OLDER_SUITE  # what issuers take that ask nothing in particular
    chosen = next((suite for suite in (SUITE, OLDER_SUITE) if suite in named), None)
    if chosen is None:
        raise ExchangeError(Reason.HOLDER_KEY_NOT_ACCEPTED, "cryptosuite")
    return chosen


def _named(found: Any, member: str) -> Sequence[str]:
    entries = found if isinstance(found, list) else []
    names = [one.get(member) if isinstance(one, dict) else one for one in entries]
    return [one for one in names if isinstance(one, str)]


def _dict(found: Any, what: str) -> JsonObject:
    if not isinstance(found, dict):
        raise ExchangeError(Reason.SITE_ANSWER_INVALID, what)
    return found


def _text(owner: JsonObject, name: str) -> str:
    found = owner.get(name)
    if not isinstance(found, str) or not found or len(found) > _MAX_TEXT or not found.isprintable():
        raise ExchangeError(Reason.SITE_ANSWER_INVALID, name)
    return found
