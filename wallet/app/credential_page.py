"""A credential that lies at a web address: asked for as data, else looked for on the page that comes instead.

Lives here: what is asked for, in which order a page is looked through, and when to give up. Does not live here: the
request and its limits (`wallet.exchange.http_client`), the question to a person (`cli`, `ui`), reading a page's source
(`wallet.credentials.gathered.web_page`). One address belongs to one credential, so every question says so.
"""

import time
from collections.abc import Iterator, Sequence

from wallet.app.open_document import open_document
from wallet.app.way_out import Asks, WayOut
from wallet.credentials.gathered.entries import Entry
from wallet.credentials.gathered.pasted_text import find_credentials
from wallet.credentials.gathered.web_page import find_named, looks_like_page
from wallet.errors import CredentialError, ExchangeError, Reason, WalletError
from wallet.exchange.http_client import Answer, Question
from wallet.exchange.web_address import read_web_address

SECONDS = 40.0
"""How long a page is looked through in all, after which nothing more is asked."""

_DOCUMENTS = (
    "application/vc",
    "application/vp",
    "application/ld+json",
    "application/json",
    "application/*+json",
    "application/jwt",
    "application/*+jwt",
    "application/*+sd-jwt",
    "text/plain",
    "application/octet-stream",
)
_PICTURES = ("image/png", "image/svg+xml", "image/jpeg")
_PAGES = ("text/html", "application/xhtml+xml", "application/zip", "application/pdf")
# Open Badges 3.0, section on representations: the kinds a credential may come in; a page only where there is none.
_ACCEPT = (
    "application/vc, application/vp, application/ld+json, application/json, application/jwt, "
    "image/png;q=0.8, image/svg+xml;q=0.8, text/plain;q=0.6, text/html;q=0.4, */*;q=0.1"
)


def fetch(link: str, way_out: WayOut) -> Sequence[Entry]:
    """What lies at this address, or what the page there names or carries: one thing, with the address it came from.

    Raises:
        CredentialError: PAGE_WITHOUT_CREDENTIAL.
        ExchangeError: WEB_ADDRESS_REFUSED; why nothing came; SITE_NOT_ALLOWED also when a page names something on a
            site that nobody agreed to.
    """
    answer = _asked(way_out.client, link, (*_DOCUMENTS, *_PICTURES, *_PAGES))
    if not looks_like_page(answer.body) or _is_credential(answer.body):
        return (Entry("", answer.body),)
    return (Entry("", _on_page(way_out.client, answer)),)


def _on_page(client: Asks, page: Answer) -> bytes:
    """The first thing that is a credential: in the source, then documents, then pictures.

    Raises:
        CredentialError: PAGE_WITHOUT_CREDENTIAL.
        ExchangeError: SITE_NOT_ALLOWED.
    """
    named = find_named(page.body, page.url, page.headers.get("link", ""))
    written = [entry.data for entry in find_credentials(page.body) if entry.data is not None]
    found = next((data for data in (*written, *named.inline) if _is_credential(data)), None)
    if found is not None:
        return found
    refusals: list[ExchangeError] = []
    for data in _fetched(client, page.url, named.documents, named.pictures, refusals):
        if _is_credential(data):
            return data
    if refusals:
        raise refusals[0]
    raise CredentialError(Reason.PAGE_WITHOUT_CREDENTIAL)


def _fetched(
    client: Asks,
    page: str,
    documents: Sequence[str],
    pictures: Sequence[str],
    refusals: list[ExchangeError],
) -> Iterator[bytes]:
    """What is at the addresses that a page names. One that gives nothing is passed over.

    Args:
        refusals: gets those for want of consent.
    """
    end = time.monotonic() + SECONDS
    host = read_web_address(page).host
    asked = [(address, _DOCUMENTS) for address in documents] + [(address, _PICTURES) for address in pictures]
    for address, kinds in asked:
        if time.monotonic() > end:
            return
        try:
            came_from = "" if read_web_address(address).host == host else host
            yield _asked(client, address, kinds, came_from).body
        except ExchangeError as error:
            if error.reason is Reason.SITE_NOT_ALLOWED:
                refusals.append(error)


def _asked(client: Asks, address: str, kinds: Sequence[str], came_from: str = "") -> Answer:
    """What a site says.

    Raises:
        ExchangeError: as `HttpClient.ask`, and SITE_WITHOUT_ANSWER.
    """
    headers = {"Accept": _ACCEPT} if kinds is not _PICTURES else {}
    answer = client.ask(Question(address, kinds, of_one=True, came_from=came_from, headers=headers))
    if not answer.is_good:
        raise ExchangeError(Reason.SITE_WITHOUT_ANSWER, f"status {answer.status}")
    return answer


def _is_credential(data: bytes) -> bool:
    try:
        open_document(data)
    except WalletError:
        return False
    return True
