"""What a receiver asks for, by value: an OpenID4VP request with DCQL, or a request of the VC API.

Lives here: reading one strictly, into the same terms for both. Does not live here: which kept credentials fit
(`wallet.app.share_request`). Nothing is fetched and nothing is sent: whoever made the request gets a file or a picture.
Who asks is only what the request says; nobody signed for it.

Source: OpenID for Verifiable Presentations 1.0, sections 5 (request) and 6 (DCQL); W3C CCG Verifiable Presentation
Request (QueryByExample, DIDAuthentication).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from wallet.codecs import strict_json
from wallet.codecs.timestamps import from_numeric_date, parse_datetime
from wallet.credentials.model import JsonObject
from wallet.errors import CodecError, Reason, SharingError
from wallet.sharing.wanted import (
    PathStep,
    RequestProtocol,
    ShareRequest,
    Wanted,
    WantedClaim,
    WantedFormat,
)
from wallet.verification.look_alikes import oddity

MAX_REQUEST_BYTES = 64_000
MAX_WANTED = 16
MAX_CLAIMS = 64
_MAX_TEXT = 500
_SCHEMES = ("openid4vp:", "haip:")
# The answer goes into a file, so a mode only has to be one whose answer is not encrypted to a key of the receiver.
_RESPONSE_MODES = frozenset({"fragment", "direct_post"})
_BY_REFERENCE = frozenset({"request_uri", "request", "presentation_definition_uri"})
_OTHER_QUERIES = frozenset({"presentation_definition", "scope"})
_CLIENT_PREFIXES = ("redirect_uri:", "x509_san_dns:", "decentralized_identifier:", "openid_federation:")

_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*", re.ASCII)


def parse_request(text: str, now: datetime) -> ShareRequest:
    """Reads a request.

    Args:
        text: JSON, or an "openid4vp:" address with all parameters in it.

    Raises:
        SharingError: REQUEST_INVALID, REQUEST_UNSUPPORTED (by reference, another query language or response mode),
            REQUEST_SEVERAL_HOSTS, REQUEST_EXPIRED.
    """
    if len(text.encode("utf-8", "replace")) > MAX_REQUEST_BYTES:
        raise SharingError(Reason.REQUEST_INVALID, "size")
    stripped = text.strip()
    is_address = stripped.lower().startswith(_SCHEMES)
    body = _parameters(stripped) if is_address else _json_object(stripped)
    inner = body.get("verifiablePresentationRequest", body)
    if isinstance(inner, Mapping) and "query" in inner:
        request = _vc_api(inner)
    elif "response_type" in body or "dcql_query" in body or "client_id" in body:
        request = _openid4vp(body)
    else:
        raise SharingError(Reason.REQUEST_INVALID, "no request")
    if request.until is not None and request.until <= now:
        raise SharingError(Reason.REQUEST_EXPIRED)
    return request


def is_request(text: str) -> bool:
    """Whether a text means to be a request, a good one or not."""
    start = text.lstrip()[:20].lower()
    named = ("dcql_query", "response_type", "verifiablePresentationRequest", '"query"')
    return start.startswith(_SCHEMES) or (start.startswith("{") and any(name in text for name in named))


def _parameters(address: str) -> JsonObject:
    """The parameters of an address; the ones that hold JSON as JSON. Source: OpenID4VP 1.0, section 5.4."""
    try:
        pairs = parse_qsl(
            urlsplit(address).query, keep_blank_values=True, strict_parsing=True, max_num_fields=64
        )
    except ValueError as error:
        raise SharingError(Reason.REQUEST_INVALID, "parameters") from error
    body: dict[str, Any] = dict(pairs)
    if len(body) != len(pairs):
        raise SharingError(Reason.REQUEST_INVALID, "a parameter is there twice")
    if "dcql_query" in body:
        body["dcql_query"] = _json_object(body["dcql_query"])
    return body


def _json_object(text: str) -> JsonObject:
    try:
        parsed = strict_json.loads(text)
    except CodecError as error:
        raise SharingError(Reason.REQUEST_INVALID, str(error.reason)) from error
    if not isinstance(parsed, dict):
        raise SharingError(Reason.REQUEST_INVALID, "no object")
    return parsed


# -- OpenID for Verifiable Presentations


def _openid4vp(body: JsonObject) -> ShareRequest:
    """Source: OpenID4VP 1.0, sections 5.1, 5.2, 5.9 (client identifier prefixes)."""
    if _BY_REFERENCE & body.keys():
        raise SharingError(Reason.REQUEST_UNSUPPORTED, "by reference")
    if "dcql_query" not in body or _OTHER_QUERIES & body.keys():
        raise SharingError(Reason.REQUEST_UNSUPPORTED, "query language")
    if (
        body.get("response_type") != "vp_token"
        or body.get("response_mode", "fragment") not in _RESPONSE_MODES
    ):
        raise SharingError(Reason.REQUEST_UNSUPPORTED, "response mode")
    client = _text(body, "client_id")
    bare = next((client.removeprefix(one) for one in _CLIENT_PREFIXES if client.startswith(one)), client)
    addresses = [_text(body, name) for name in ("response_uri", "redirect_uri") if name in body]
    hosts = {_host(address) for address in addresses} | _hosts_of_client(client, bare)
    query = body["dcql_query"]
    if not isinstance(query, Mapping):
        raise SharingError(Reason.REQUEST_INVALID, "dcql_query")
    return ShareRequest(
        RequestProtocol.OPENID4VP,
        verifier=_name(client),
        host=_only(hosts),
        nonce=_text(body, "nonce"),
        purpose=_purpose(query, body),
        until=_end(body),
        wanted=_checked(_wanted(query)),
        state=_text(body, "state") if "state" in body else None,
    )


def _wanted(query: JsonObject) -> Sequence[Wanted]:
    """The credentials of a query. Source: OpenID4VP 1.0, sections 6.2 (credential sets) and 6.4.2."""
    wanted = [_dcql(entry) for entry in _entries(query, "credentials")]
    sets = _entries(query, "credential_sets", needed=False)
    if not sets:
        return wanted
    required, optional = set[str](), set[str]()
    for each in sets:
        options = _listed(each.get("options"))
        must = each.get("required", True) is not False
        # an optional set of several is answered as a whole or not at all, which is a choice, too
        if len(options) != 1 or (not must and len(_texts(options[0])) != 1):
            raise SharingError(Reason.REQUEST_UNSUPPORTED, "choices between credentials")
        (required if must else optional).update(_texts(options[0]))
    if not (required | optional) <= {one.id for one in wanted}:
        raise SharingError(Reason.REQUEST_INVALID, "credential_sets")
    # what stands in no set is not asked for (section 6.4.2)
    named = [one for one in wanted if one.id in required | optional]
    return [replace(one, required=one.id in required) for one in named]


def _hosts_of_client(client: str, bare: str) -> set[str]:
    if bare.startswith("did:web:"):
        return {_host(f"https://{bare.removeprefix('did:web:').split(':')[0].replace('%3A', ':')}")}
    if client.startswith("x509_san_dns:"):
        return {_host(f"https://{bare}")}
    return {_host(bare)} if "://" in bare else set()


def _purpose(query: JsonObject, body: JsonObject) -> str | None:
    """DCQL says no purposes; a credential set may carry one, and some receivers write one beside the query."""
    sets = query.get("credential_sets", [])
    for owner in [*(sets if isinstance(sets, list) else []), body]:
        if isinstance(owner, Mapping) and isinstance(owner.get("purpose"), str) and owner["purpose"].strip():
            return str(owner["purpose"])[:_MAX_TEXT]
    return None


def _dcql(entry: JsonObject) -> Wanted:
    """Source: OpenID4VP 1.0, sections 6.1 (credential query), 6.3 (claims query), B.1.1 and B.3.5 (meta)."""
    try:
        wanted_format = WantedFormat(entry.get("format", ""))
    except ValueError as error:
        raise SharingError(Reason.REQUEST_UNSUPPORTED, "format") from error
    if "trusted_authorities" in entry:
        raise SharingError(Reason.REQUEST_UNSUPPORTED, "authorities")
    meta = entry.get("meta", {})
    if not isinstance(meta, Mapping):
        raise SharingError(Reason.REQUEST_INVALID, "meta")
    groups = (
        meta.get("type_values", [])
        if wanted_format is WantedFormat.DATA_INTEGRITY
        else [[one] for one in _texts(meta.get("vct_values", []))]
    )
    if not isinstance(groups, list):
        raise SharingError(Reason.REQUEST_INVALID, "type_values")
    return Wanted(
        _text(entry, "id"),
        wanted_format,
        types=[_texts(group) for group in groups],
        claims=_claims(entry),
        needs_holder_key=entry.get("require_cryptographic_holder_binding", True) is not False,
    )


def _claims(entry: JsonObject) -> Sequence[WantedClaim]:
    """The claims of a query; with claim sets, what stands in the smallest of them is required.

    Source: OpenID4VP 1.0, section 6.4.1. Sets of which none is part of all others are a choice between claims.
    """
    entries = _entries(entry, "claims", needed=False)
    claims = [_claim(each) for each in entries]
    if "claim_sets" not in entry:
        return claims
    sets = [frozenset(_texts(each)) for each in _listed(entry["claim_sets"])]
    names = _texts([each.get("id") for each in entries])
    asked = frozenset[str]().union(*sets)
    if not sets or len(set(names)) != len(names) or not asked <= set(names):
        raise SharingError(Reason.REQUEST_INVALID, "claim_sets")
    least = min(sets, key=len)
    if not all(least <= each for each in sets):
        raise SharingError(Reason.REQUEST_UNSUPPORTED, "choices between claims")
    return [
        replace(claim, required=name in least)
        for name, claim in zip(names, claims, strict=True)
        if name in asked
    ]


def _claim(entry: JsonObject) -> WantedClaim:
    path, values = entry.get("path"), entry.get("values", [])
    steps = path if isinstance(path, list) else []
    fits = all(step is None or isinstance(step, str) or (type(step) is int and step >= 0) for step in steps)
    if not steps or not fits or not isinstance(values, list):
        raise SharingError(Reason.REQUEST_INVALID, "path")
    return WantedClaim(steps, values)


# -- requests of the VC API


def _vc_api(body: JsonObject) -> ShareRequest:
    """Source: Verifiable Presentation Request, sections 3.1 (query by example) and 3.2 (DID authentication)."""
    queries = body["query"] if isinstance(body["query"], list) else [body["query"]]
    if not queries or not all(isinstance(query, Mapping) for query in queries):
        raise SharingError(Reason.REQUEST_INVALID, "query")
    if any(query.get("type") not in ("QueryByExample", "DIDAuthentication") for query in queries):
        raise SharingError(Reason.REQUEST_UNSUPPORTED, "query language")
    wanted: list[Wanted] = []
    for query in queries:
        if query["type"] == "QueryByExample":
            found = query.get("credentialQuery")
            for entry in found if isinstance(found, list) else [found]:
                wanted.append(_by_example(entry, f"{len(wanted)}"))
    domain = _text(body, "domain")
    services = body["interact"].get("service", []) if isinstance(body.get("interact"), Mapping) else []
    endpoints = [
        _text(one, "serviceEndpoint")
        for one in (services if isinstance(services, list) else [services])
        if isinstance(one, Mapping) and "serviceEndpoint" in one
    ]
    hosts = {_host(one) for one in endpoints} | {_host(domain if "://" in domain else f"https://{domain}")}
    return ShareRequest(
        RequestProtocol.VC_API,
        verifier=_name(domain),
        host=_only(hosts),
        nonce=_text(body, "challenge"),
        purpose=next((one.reason for one in wanted if one.reason), None),
        until=_end(body),
        wanted=_checked(wanted),
    )


def _by_example(entry: Any, name: str) -> Wanted:
    example = entry.get("example") if isinstance(entry, Mapping) else None
    if not isinstance(example, Mapping):
        raise SharingError(Reason.REQUEST_INVALID, "example")
    issuers = [one for one in _listed(entry.get("trustedIssuer")) if isinstance(one, Mapping)]
    reason = entry.get("reason")
    types = _texts(_listed(example.get("type")))
    return Wanted(
        name,
        WantedFormat.ANY,
        types=[types] if types else (),
        issuers=_texts([one.get("issuer", one.get("id")) for one in issuers]),
        claims=list(_leaves(example.get("credentialSubject", {}), ("credentialSubject",))),
        reason=reason[:_MAX_TEXT] if isinstance(reason, str) else None,
        needs_holder_key=False,
        required=entry.get("required", True) is not False,
    )


def _leaves(value: Any, path: tuple[PathStep, ...]) -> Iterator[WantedClaim]:
    """What an example names: what is empty, or says nothing but a type, stands for any value.

    Documents are at most 64 levels deep.
    """
    if isinstance(value, Mapping):
        named = [name for name in value if name != "type"]
        for name in named:
            yield from _leaves(value[name], (*path, name))
        if not named and len(path) > 1:  # the subject itself is always there
            yield WantedClaim((*path, None, "type") if "type" in value else path)
    elif value == [] and len(path) > 1:
        yield WantedClaim(path)
    elif isinstance(value, list):
        for member in value:
            yield from _leaves(member, (*path, None))
    else:
        yield WantedClaim(path, () if value in ("", None) else (value,))


# -- what both have


def _checked(wanted: Sequence[Wanted]) -> Sequence[Wanted]:
    if not 0 < len(wanted) <= MAX_WANTED or len({one.id for one in wanted}) != len(wanted):
        raise SharingError(Reason.REQUEST_INVALID, "number of credentials")
    if any(len(one.claims) > MAX_CLAIMS for one in wanted):
        raise SharingError(Reason.REQUEST_INVALID, "number of claims")
    return wanted


def _entries(owner: JsonObject, name: str, *, needed: bool = True) -> Sequence[JsonObject]:
    found = owner.get(name, None if needed else [])
    if (
        not isinstance(found, list)
        or not all(isinstance(one, Mapping) for one in found)
        or (needed and not found)
    ):
        raise SharingError(Reason.REQUEST_INVALID, name)
    return found


def _listed(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _texts(values: Any) -> Sequence[str]:
    if not isinstance(values, list) or not all(
        isinstance(one, str) and len(one) <= _MAX_TEXT for one in values
    ):
        raise SharingError(Reason.REQUEST_INVALID, "texts")
    return values


def _text(owner: JsonObject, name: str) -> str:
    value = owner.get(name)
    if not isinstance(value, str) or not value.strip() or len(value) > _MAX_TEXT or not value.isprintable():
        raise SharingError(Reason.REQUEST_INVALID, name)
    return value


def _name(text: str) -> str:
    """Who asks. A name that does not look like what it is would be signed for by the learner."""
    if oddity(text) is not None:
        raise SharingError(Reason.REQUEST_INVALID, "a name that looks like another")
    return text


def _host(address: str) -> str:
    """The host of a secure web address, in plain ASCII.

    Raises:
        SharingError: REQUEST_INVALID for anything else, for a user name in front of the host as well.
    """
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError as error:
        raise SharingError(Reason.REQUEST_INVALID, "address") from error
    if parts.scheme != "https" or not _HOST.fullmatch(host) or "@" in parts.netloc:
        raise SharingError(Reason.REQUEST_INVALID, "address")
    return host


def _only(hosts: set[str]) -> str | None:
    if len(hosts) > 1:
        raise SharingError(Reason.REQUEST_SEVERAL_HOSTS)
    return next(iter(hosts), None)


def _end(body: JsonObject) -> datetime | None:
    """`exp` as in a token, or `expires` as in JSON-LD; whichever is there."""
    try:
        if "exp" in body:
            seconds = body["exp"]
            if isinstance(seconds, str) and seconds.isdigit():
                seconds = int(seconds)
            if isinstance(seconds, bool) or not isinstance(seconds, int | float):
                raise SharingError(Reason.REQUEST_INVALID, "exp")
            return from_numeric_date(seconds)
        return parse_datetime(_text(body, "expires")) if "expires" in body else None
    except CodecError as error:
        raise SharingError(Reason.REQUEST_INVALID, "end") from error
