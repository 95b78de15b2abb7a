"""Badges from a badge site: signing in there in one's own browser, and reading everything it holds.

Lives here: the order of things, and what becomes of what was read: pieces, for the same review as files. Nothing is
kept here, and nothing is handed on before the last page came, so that a network that dies leaves nothing half done.
Does not live here: requests (`wallet.exchange`), access that lasts (`kept_badge_sites`), opening a browser (`cli`,
`ui`).
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from wallet.app.container import Services
from wallet.app.gather import Piece
from wallet.errors import ExchangeError, Reason
from wallet.exchange.authorization_code import browser_address, new_code_request, read_code
from wallet.exchange.badge_site import BadgeSite, Interface
from wallet.exchange.badge_site_discovery import find_badge_site, read_site_name
from wallet.exchange.badge_site_reading import read_pages
from wallet.exchange.client_registration import register
from wallet.exchange.http_client import HttpClient
from wallet.exchange.oauth_token import access_for_code
from wallet.exchange.redirect_listener import RedirectListener
from wallet.exchange.site_access import Pace, SiteAccess

__all__ = [
    "BadgeSite",
    "HttpClient",
    "Interface",
    "Pace",
    "SiteAccess",
    "SiteHoldings",
    "find_badge_site",
    "pace",
    "read_holdings",
    "read_site_name",
    "sign_in",
]


@dataclass(frozen=True, slots=True)
class SiteHoldings:
    """What a site holds for a person.

    Attributes:
        pieces: one for each credential, or why it is none.
        total: how many the site says there are; None where it does not say.
        read_at: when reading began.
    """

    pieces: Sequence[Piece]
    total: int | None
    read_at: datetime

    @property
    def is_short(self) -> bool:
        """Whether the site gave fewer than it says there are."""
        return self.total is not None and len(self.pieces) < self.total


def pace(stopped: threading.Event) -> Pace:
    """Waiting that ends at once when somebody says stop."""
    return Pace(stopped.wait, stopped.is_set)


def sign_in(
    client: HttpClient,
    site: BadgeSite,
    services: Services,
    open_browser: Callable[[str], object],
    timing: Pace,
    *,
    page: bytes,
    keeps: bool = False,
    sends: bool = False,
) -> SiteAccess:
    """Makes this program known to a site, and has the person say yes there.

    Args:
        open_browser: opens the site's sign-in page where the person is at home.
        page: HTML they see when they come back.
        keeps, sends: what is asked for (`BadgeSite.scopes`).

    Raises:
        ExchangeError: REGISTRATION_REFUSED, SIGN_IN_REFUSED, SIGN_IN_UNFINISHED, SIGN_IN_ANSWER_WRONG, CODE_REFUSED,
            ACCESS_REFUSED, ACCESS_KIND_OTHER, SITE_ANSWER_INVALID, SCOPE_NOT_GRANTED; as `HttpClient.ask`; whatever
            `open_browser` raises.
    """
    if sends and site.write_scope is None:
        raise ExchangeError(Reason.SENDING_NOT_OFFERED)
    scopes = site.scopes(keeps=keeps, sends=sends)
    client = client.named_by(site.described_by)
    with RedirectListener(page, services.random) as listener:
        known_as = register(client, site.registration_url, listener.redirect_uri, scopes)
        asked = {"scope": " ".join(scopes)}
        request = new_code_request(known_as.id, listener.redirect_uri, listener.state, services.random, asked)
        open_browser(browser_address(site.authorization_url, request))
        code = read_code(listener.wait(is_stopped=timing.is_stopped))
    # Open Badges 3.0, section 7, and 2.1, "Obtaining Tokens": the scope is repeated here
    access = access_for_code(
        client, site.token_url, request, code, services.clock.now(), secret=known_as.secret, more=asked
    )
    # RFC 6749, section 5.1: a scope that is not named is the one that was asked for
    granted = access.scope.split() if access.scope is not None else scopes
    if not {site.read_scope, *((site.write_scope,) if sends else ())} <= set(granted):
        raise ExchangeError(Reason.SCOPE_NOT_GRANTED, "left out of the grant")
    return SiteAccess(client, site, known_as, access, clock=services.clock, pace=timing)


def read_holdings(
    access: SiteAccess,
    services: Services,
    since: datetime | None = None,
    progress: Callable[[int, int | None], None] = lambda _done, _total: None,
) -> SiteHoldings:
    """Everything the site holds for the person, complete or not at all.

    Args:
        since: only what is newer.
        progress: told how many came, and of how many.

    Raises:
        ExchangeError: as `read_pages`.
    """
    read_at = services.clock.now()
    pieces: list[Piece] = []
    total: int | None = None
    for page in read_pages(access, since):
        pieces += [
            Piece(access.site.host, entry.place, entry.data, entry.error, entry.marks, entry.place)
            for entry in page.entries
        ]
        total = page.total
        progress(len(pieces), total)
    return SiteHoldings(tuple(pieces), total, read_at)
