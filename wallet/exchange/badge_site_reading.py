"""Everything a badge site holds for a person, page after page; and handing it one credential.

Lives here: paging that ends, whatever a site says, and what a page holds. Does not live here: access (`site_access`),
or what a credential is: an entry is bytes.

Source: Open Badges 3.0, sections 6.2.2 (getCredentials), 6.2.3 (upsertCredential) and 6.4 (Paging); Open Badges 2.1,
"GET Assertions" and "Pagination"; CLR 2.0, getCredentials, of the same form as Open Badges 3.0.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from wallet.codecs import jcs, link_header, strict_json
from wallet.codecs.timestamps import format_datetime
from wallet.credentials.gathered.badge_lists import assertion_of
from wallet.credentials.gathered.entries import Entry, entry_of
from wallet.credentials.model import JsonObject
from wallet.errors import CodecError, ExchangeError, Reason
from wallet.exchange.badge_site import Interface
from wallet.exchange.http_client import Answer, Question
from wallet.exchange.site_access import SiteAccess
from wallet.exchange.site_json import json_object
from wallet.exchange.web_address import read_web_address

PAGE_SIZE = 20
MOST_PAGES = 1_000
MOST_CREDENTIALS = 10_000
MOST_BYTES = 200_000_000
_KINDS = ("application/json", "application/*+json")
_JWS = "text/plain"
_DESCRIBED = ("credential", "compactJwsString", "compactJwsStrings")
# Badgr puts the assertions into `results`.
_MEMBERS = {
    Interface.OPEN_BADGES_3: _DESCRIBED,
    Interface.CLR_2: _DESCRIBED,
    Interface.BADGE_CONNECT: ("assertions", "signedAssertions", "results"),
}
_REPLACED, _CREATED, _FAULT = 200, 201, 500
_COUNT = re.compile(r"[0-9]{1,9}", re.ASCII)


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page of what a site holds.

    Attributes:
        entries: what it holds, numbered through all pages from 0.
        total: how many there are in all, as the site says; None where it does not.
    """

    entries: Sequence[Entry]
    total: int | None


def read_pages(access: SiteAccess, since: datetime | None = None) -> Iterator[SitePage]:
    """All pages, in their order. Whoever uses a page before the last one came, uses a part.

    Args:
        since: only what is newer, as far as the site keeps to that.

    Raises:
        ExchangeError: PAGING_INVALID for pages that lead elsewhere, in circles, or have no end; SITE_ANSWER_INVALID;
            SITE_WITHOUT_ANSWER, SITE_FAULT; as `SiteAccess.ask`.
    """
    base = access.site.credentials_url
    limit = PAGE_SIZE
    url: str | None = _page_url(base, limit, 0, since)
    asked: set[str] = set()
    count = size = 0
    while url is not None:
        if url in asked or len(asked) == MOST_PAGES:
            raise ExchangeError(Reason.PAGING_INVALID, "in circles, or without an end")
        asked.add(url)
        try:
            answer = _page(access, url)
        except ExchangeError as error:
            if error.reason is not Reason.ANSWER_TOO_LARGE or limit == 1:
                raise
            limit = 1  # badges with their pictures: from here on one after the other
            url = _page_url(base, limit, count, since)
            continue
        size += len(answer.body)
        entries = [
            replace(entry, place=f"#{count + number}")
            for number, entry in enumerate(_entries(json_object(answer), access.site.interface))
        ]
        count += len(entries)
        if count > MOST_CREDENTIALS or size > MOST_BYTES:
            raise ExchangeError(Reason.PAGING_INVALID, "too many")
        yield SitePage(entries, _total(answer))
        url = _next(answer, url, base)


def send_credential(access: SiteAccess, data: bytes, *, is_token: bool) -> bool:
    """Hands a credential to the site; whether it replaced one that was there.

    Args:
        data: the credential as JSON, or a compact JWS.

    Raises:
        ExchangeError: SENDING_NOT_OFFERED; SENDING_REFUSED; SENDING_NOT_CONFIRMED when the site answers with another
            credential than it was given; as `SiteAccess.ask`.
    """
    site = access.site
    if site.write_scope is None:
        raise ExchangeError(Reason.SENDING_NOT_OFFERED)
    kinds = (_JWS,) if is_token else _KINDS
    sent = Question(
        site.credentials_url,
        kinds,
        method="POST",
        body=data,
        headers={"Content-Type": _JWS if is_token else "application/json"},
    )
    answer = access.ask(sent)
    if answer.status not in (_REPLACED, _CREATED):
        raise ExchangeError(Reason.SENDING_REFUSED, f"status {answer.status}")
    if not _is_echo(answer.body, data, is_token=is_token):
        raise ExchangeError(Reason.SENDING_NOT_CONFIRMED)
    return answer.status == _REPLACED


def _page(access: SiteAccess, url: str) -> Answer:
    answer = access.ask(Question(url, _KINDS))
    if not answer.is_good:
        reason = Reason.SITE_FAULT if answer.status >= _FAULT else Reason.SITE_WITHOUT_ANSWER
        raise ExchangeError(reason, f"status {answer.status}")
    return answer


def _page_url(base: str, limit: int, offset: int, since: datetime | None) -> str:
    query = {"limit": str(limit), "offset": str(offset)}
    if since is not None:
        query["since"] = format_datetime(since)
    return read_web_address(f"{base}{'&' if '?' in base else '?'}{urlencode(query)}").url


def _entries(page: JsonObject, interface: Interface) -> Sequence[Entry]:
    """What is in a page; none is right for somebody without badges.

    Raises:
        ExchangeError: SITE_ANSWER_INVALID when a list is no list.
    """
    found: list[Any] = []
    for name in _MEMBERS[interface]:
        value = page.get(name)
        if isinstance(value, list):
            found += value
        elif isinstance(value, dict):  # a set of one, as JSON-LD may write it
            found.append(value)
        elif value is not None:
            raise ExchangeError(Reason.SITE_ANSWER_INVALID, name)
    if interface is Interface.BADGE_CONNECT:
        found = [assertion_of(value) for value in found]
    return [entry_of(value, "") for value in found]


def _total(answer: Answer) -> int | None:
    said = answer.headers.get("x-total-count", "")
    return int(said) if _COUNT.fullmatch(said) else None


def _next(answer: Answer, url: str, base: str) -> str | None:
    """Where the next page is, at the same site: nobody else may see the access.

    Raises:
        ExchangeError: PAGING_INVALID.
    """
    target = next(link_header.targets(answer.headers.get("link", ""), "next"), None)
    if target is None:
        return None
    try:
        found = read_web_address(url).beside(target)
    except ExchangeError as error:
        raise ExchangeError(Reason.PAGING_INVALID, "no https address") from error
    home = read_web_address(base)
    if (found.host, found.port) != (home.host, home.port):
        raise ExchangeError(Reason.PAGING_INVALID, "another site")
    return found.url


def _is_echo(body: bytes, data: bytes, *, is_token: bool) -> bool:
    """Whether the answer is what was sent; JSON may come back with its members in another order.

    Source: Open Badges 3.0, section 6.2.3.2 (the response body MUST be the credential in the request).
    """
    if is_token:
        return body.strip() == data.strip()
    try:
        return jcs.canonicalize(strict_json.loads(body)) == jcs.canonicalize(strict_json.loads(data))
    except CodecError:
        return False
