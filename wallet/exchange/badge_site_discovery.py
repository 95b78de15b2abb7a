"""Finding out what badge site is at an address: it says so itself, in a document anybody may read.

Lives here: the three documents and their order. Does not live here: registering and signing in.

Source: Open Badges 3.0, section 6.3 (Service Discovery Endpoint); Open Badges 2.1, section "Manifest" (Badge Connect);
CLR 2.0, service discovery, of the same form as Open Badges 3.0 under a path of its own.
"""

from collections.abc import Sequence
from typing import Any

from wallet.credentials.json_text import strings
from wallet.credentials.model import JsonObject
from wallet.errors import ExchangeError, Reason
from wallet.exchange.badge_site import OFFLINE_ACCESS, BadgeSite, Interface
from wallet.exchange.http_client import HttpClient, Question
from wallet.exchange.site_json import json_object
from wallet.exchange.web_address import WebAddress, read_web_address

KINDS = ("application/json", "application/*+json")
_MAX_NAME = 200
_PATHS = {Interface.OPEN_BADGES_3: "/ims/ob/v3p0", Interface.CLR_2: "/ims/clr/v2p0"}
_SCOPES = {
    Interface.OPEN_BADGES_3: "https://purl.imsglobal.org/spec/ob/v3p0/scope/",
    Interface.CLR_2: "https://purl.imsglobal.org/spec/clr/v2p0/scope/",
}
_MANIFEST = "/.well-known/badgeconnect.json"
# Badgr wrote the scopes of a draft for years, and what it serves today still may.
_READ_ASSERTIONS = (
    "https://purl.imsglobal.org/spec/ob/v2p1/scope/assertion.readonly",
    "https://purl.imsglobal.org/spec/obc/v1p0/oauth2scope/assertion.readonly",
)
_ORDER = (Interface.OPEN_BADGES_3, Interface.BADGE_CONNECT, Interface.CLR_2)
# The address answered; what it said is no document of this kind. Anything else ends the search.
_NOT_HERE = frozenset({Reason.ANSWER_KIND_OTHER, Reason.SITE_WITHOUT_ANSWER, Reason.NOT_A_BADGE_SITE})


def read_site_name(text: str) -> WebAddress:
    """The address a person typed for a badge site, which may be a bare host name.

    Raises:
        ExchangeError: WEB_ADDRESS_REFUSED.
    """
    return read_web_address(text if "://" in text else f"https://{text}")


def find_badge_site(client: HttpClient, text: str, only: Interface | None = None) -> BadgeSite:
    """The badge site at an address, by the first interface it has of ours: the newest of badges, the older, records.

    Args:
        text: a host name or an https address below which the site is.
        only: look for this interface alone.

    Raises:
        ExchangeError: WEB_ADDRESS_REFUSED; NOT_A_BADGE_SITE when none of the documents is there; SITE_ANSWER_INVALID
            when one is and cannot be used; as `HttpClient.ask` when the site itself cannot be asked.
    """
    base = read_site_name(text)
    broken: ExchangeError | None = None
    for interface in (only,) if only is not None else _ORDER:
        try:
            return _READERS[interface](client, base, interface)
        except ExchangeError as error:
            if error.reason is Reason.SITE_ANSWER_INVALID:
                broken = broken or error
            elif error.reason not in _NOT_HERE:
                raise
    raise broken or ExchangeError(Reason.NOT_A_BADGE_SITE)


def _described(client: HttpClient, base: WebAddress, interface: Interface) -> BadgeSite:
    """A site with a service description: an OpenAPI document with the addresses among its security schemes."""
    start = base.url.partition("?")[0].rstrip("/") + _PATHS[interface]
    document, said_by = _document(client, f"{start}/discovery")
    scheme = _member(document, "components", "securitySchemes", "OAuth2ACG")
    flow = _member(scheme, "flows", "authorizationCode")
    offered = _member(flow, "scopes")
    prefix = _SCOPES[interface]
    read = f"{prefix}credential.readonly"
    if read not in offered:
        raise ExchangeError(Reason.SITE_ANSWER_INVALID, "reading is not among the scopes")
    write = f"{prefix}credential.upsert"
    token_url = _url(flow, "tokenUrl")
    return BadgeSite(
        interface=interface,
        name=_name(scheme.get("x-imssf-name")) or _name(_info(document).get("title")) or base.host,
        credentials_url=f"{start}/credentials",
        authorization_url=_url(flow, "authorizationUrl"),
        token_url=token_url,
        refresh_url=_url_or_none(flow, "refreshUrl") or token_url,
        registration_url=_url_or_none(scheme, "x-imssf-registrationUrl"),
        revocation_url=_url_or_none(scheme, "x-imssf-revocationUrl"),
        read_scope=read,
        write_scope=write if write in offered else None,
        gives_later_access=OFFLINE_ACCESS in offered,
        terms_url=_link(scheme, "x-imssf-termsOfServiceUrl"),
        privacy_url=_link(scheme, "x-imssf-privacyPolicyUrl"),
        described_by=said_by,
    )


def _badge_connect(client: HttpClient, base: WebAddress, interface: Interface) -> BadgeSite:
    """A site with a manifest, which always stands at the root of its host."""
    root = read_web_address(base.url).beside("/").url.removesuffix("/")
    document, said_by = _document(client, root + _MANIFEST)
    for entry in _entries(document.get("badgeConnectAPI")):
        offered = strings(entry.get("scopesOffered"))
        read = next((scope for scope in _READ_ASSERTIONS if scope in offered), None)
        if read is None:
            continue
        token_url = _url(entry, "tokenUrl")
        return BadgeSite(
            interface=interface,
            name=_name(entry.get("name")) or base.host,
            credentials_url=_url(entry, "apiBase").rstrip("/") + "/assertions",
            authorization_url=_url(entry, "authorizationUrl"),
            token_url=token_url,
            refresh_url=token_url,
            registration_url=_url_or_none(entry, "registrationUrl"),
            revocation_url=_url_or_none(entry, "tokenRevocationUrl"),
            read_scope=read,
            gives_later_access=OFFLINE_ACCESS in offered,
            terms_url=_link(entry, "termsOfServiceUrl"),
            privacy_url=_link(entry, "privacyPolicyUrl"),
            described_by=said_by,
        )
    raise ExchangeError(Reason.SITE_ANSWER_INVALID, "reading is not among the scopes")


_READERS = {
    Interface.OPEN_BADGES_3: _described,
    Interface.BADGE_CONNECT: _badge_connect,
    Interface.CLR_2: _described,
}


def _document(client: HttpClient, url: str) -> tuple[JsonObject, str]:
    """A document, and the site that gave it."""
    answer = client.ask(Question(url, KINDS))
    if not answer.is_good:
        raise ExchangeError(Reason.SITE_WITHOUT_ANSWER, f"status {answer.status}")
    return json_object(answer), read_web_address(answer.url).host


def _member(parent: JsonObject, *names: str) -> JsonObject:
    """The object below these names.

    Raises:
        ExchangeError: SITE_ANSWER_INVALID.
    """
    found: Any = parent
    for name in names:
        found = found.get(name) if isinstance(found, dict) else None
    if not isinstance(found, dict):
        raise ExchangeError(Reason.SITE_ANSWER_INVALID, f"no {names[-1]}")
    return found


def _info(document: JsonObject) -> JsonObject:
    info = document.get("info")
    return info if isinstance(info, dict) else {}


def _entries(value: Any) -> Sequence[JsonObject]:
    """The interfaces in a manifest: a list, or the one object that Badgr wrote for a while."""
    found = value if isinstance(value, list) else [value]
    entries = [entry for entry in found if isinstance(entry, dict)]
    if not entries:
        raise ExchangeError(Reason.SITE_ANSWER_INVALID, "no badgeConnectAPI")
    return entries


def _name(value: Any) -> str:
    return value.strip()[:_MAX_NAME] if isinstance(value, str) else ""


def _url(parent: JsonObject, name: str) -> str:
    """An address that has to be there.

    Raises:
        ExchangeError: SITE_ANSWER_INVALID.
    """
    found = _url_or_none(parent, name)
    if found is None:
        raise ExchangeError(Reason.SITE_ANSWER_INVALID, f"no {name}")
    return found


def _url_or_none(parent: JsonObject, name: str) -> str | None:
    """An address, None where there is none; the example in the specification leaves "https://" out.

    Raises:
        ExchangeError: SITE_ANSWER_INVALID for anything but an https address that may be asked.
    """
    value = parent.get(name)
    if value is None or value == "":
        return None
    try:
        return read_site_name(value).url if isinstance(value, str) else read_web_address("").url
    except ExchangeError as error:
        raise ExchangeError(Reason.SITE_ANSWER_INVALID, name) from error


def _link(parent: JsonObject, name: str) -> str | None:
    """An address that is shown and never asked; one that cannot be used is left out."""
    try:
        return _url_or_none(parent, name)
    except ExchangeError:
        return None
