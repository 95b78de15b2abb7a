"""Links that a browser, a picture or a person hands over: what each asks for, and who follows it.

Lives here: the table of schemes, and reading one link within bounds. Reading opens nothing: whatever a link says, it is
followed only after somebody said so. Does not live here: following (the modules named in `_FOLLOWERS`), requests for
credentials (`share_request`) or shares (`wallet.sharing.link`), which carry everything they need.

Loads next to nothing: the window reads its arguments with it, and `verify` its inputs.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Any

from wallet.errors import AppError, NotFollowedError, Reason, WalletError

if TYPE_CHECKING:
    from wallet.app.way_out import WayOut
    from wallet.credentials.gathered.entries import Entry

MAX_CHARACTERS = 64_000
"""Of a link that has to be followed or answered; one that carries a share may be longer (`wallet.sharing.link`)."""


class LinkKind(StrEnum):
    """What a link asks for."""

    SHARE = "share"
    """Look at what is in the link itself."""
    REQUEST = "request"
    """Show credentials to somebody (OpenID4VP)."""
    OFFER = "offer"
    """Fetch a credential that an issuer holds ready (OpenID4VCI)."""
    EXCHANGE = "exchange"
    """Take part in an exchange of the VC API, as the Digital Credentials Consortium and its peers begin it."""
    PAGE = "page"
    """Look at what is at a web address."""
    OTHER = "other"
    """What only other wallets do, such as a draft that was replaced."""


SCHEMES: Mapping[str, LinkKind] = {
    "ler-wallet": LinkKind.SHARE,
    "openid4vp": LinkKind.REQUEST,
    "haip": LinkKind.REQUEST,
    "openid-credential-offer": LinkKind.OFFER,
    "openid-initiate-issuance": LinkKind.OTHER,
    "haip-vci": LinkKind.OFFER,
    "dccrequest": LinkKind.EXCHANGE,
    "org.dcconsortium": LinkKind.EXCHANGE,
    "msprequest": LinkKind.EXCHANGE,
    "asuprequest": LinkKind.EXCHANGE,
    "https": LinkKind.PAGE,
    "http": LinkKind.PAGE,
}
"""Every scheme this program has a word for. Of these, the system is told of `ler-wallet` alone."""

# The function that follows a kind of link: (text, way out) -> what was found there. What is not here is not supported.
_FOLLOWERS: Mapping[LinkKind, str] = {LinkKind.PAGE: "wallet.app.credential_page:fetch"}
_CARRIES_ALL = frozenset({LinkKind.SHARE, LinkKind.REQUEST})
# Taken by a use case of their own (`offers`, `receive`): the learner sees first what is offered, and shows a key.
_OFFERS = frozenset({LinkKind.OFFER, LinkKind.EXCHANGE})
_LINK = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{1,40}):[!-~]+", re.ASCII)
_SHARE = re.compile(r"#[0-9]\.")  # a page that opens what stands behind its "#"
# Web addresses that mean a wallet: interactions of the VC API, links of the Learner Credential Wallet, offers.
_EXCHANGE_PAGE = re.compile(r"[?&]iuv=1(?:[&#]|$)|^https://lcw\.app/(?:request|mobile)", re.IGNORECASE)
_OFFER_PAGE = re.compile(r"[?&]credential_offer(?:_uri)?=")
_LONGEST_SCHEME = 42

Follow = Callable[[str, "WayOut"], "Sequence[Entry]"]


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a known scheme; hostile text.

    Attributes:
        text: printable ASCII without white space.
    """

    text: str
    scheme: str
    kind: LinkKind

    @property
    def carries_all(self) -> bool:
        """Whether everything it is about stands in it, so that nobody has to be asked for it."""
        return self.kind in _CARRIES_ALL

    @property
    def host(self) -> str:
        """The site of a web address, as it is shown to people; "" for every other link."""
        if self.kind is not LinkKind.PAGE:
            return ""
        from wallet.exchange.web_address import read_web_address  # noqa: PLC0415 - only for one

        return read_web_address(self.text).host

    @property
    def is_offer(self) -> bool:
        """Whether an issuer holds something ready behind it."""
        return self.kind in _OFFERS

    @property
    def is_supported(self) -> bool:
        """Whether this program knows how to follow it."""
        return self.carries_all or self.kind in _FOLLOWERS


def has_known_scheme(text: str) -> bool:
    """Whether a text begins like a link of the table, a good one or not."""
    return _kind_of(text) is not None


def is_deep_link(text: str) -> bool:
    """Whether a text begins like a link that means a wallet, rather than a page of the web."""
    return _kind_of(text) not in (None, LinkKind.PAGE)


def is_offer(text: str) -> bool:
    """Whether a text is the link of an issuer's offer and nothing else."""
    try:
        link = read_link(text)
    except WalletError:
        return False  # whoever reads it next says why
    return link is not None and link.is_offer


def _kind_of(text: str) -> LinkKind | None:
    scheme, colon, _ = text.lstrip()[:_LONGEST_SCHEME].partition(":")
    return SCHEMES.get(scheme.lower()) if colon else None


def read_link(text: str) -> Link | None:
    """The link that a text is, white space around it left out; None when it is none of a known scheme.

    Raises:
        AppError: LINK_MALFORMED for letters that no link has, or a length that none needs.
        ExchangeError: WEB_ADDRESS_REFUSED for a web address that is never asked.
    """
    if not has_known_scheme(text):
        return None
    stripped = text.strip()
    match = _LINK.fullmatch(stripped)
    if match is None:
        if any(letter.isspace() for letter in stripped):
            return None  # words that begin with an address
        raise AppError(Reason.LINK_MALFORMED, "letters that no link has")
    scheme = match[1].lower()
    kind = SCHEMES[scheme]
    if kind is LinkKind.PAGE and _SHARE.search(stripped):
        kind = LinkKind.SHARE
    if kind is not LinkKind.SHARE and len(stripped) > MAX_CHARACTERS:
        raise AppError(Reason.LINK_MALFORMED, "length")
    if kind is LinkKind.PAGE:
        from wallet.exchange.web_address import read_web_address  # noqa: PLC0415 - only for one

        read_web_address(stripped)
        kind = _kind_of_page(stripped)
    return Link(stripped, scheme, kind)


def _kind_of_page(address: str) -> LinkKind:
    if _OFFER_PAGE.search(address):
        return LinkKind.OFFER
    return LinkKind.EXCHANGE if _EXCHANGE_PAGE.search(address) else LinkKind.PAGE


def not_followed(link: Link) -> WalletError:
    """What to say of a link where nothing may be followed, or not from here."""
    if link.is_offer:
        return NotFollowedError(link.text, Reason.OFFER_TO_TAKE)
    return (
        NotFollowedError(link.text) if link.is_supported else AppError(Reason.LINK_NOT_SUPPORTED, link.scheme)
    )


def follow(link: Link, way_out: "WayOut") -> "Sequence[Entry]":
    """What a link leads to, asked for over the network; each site only with consent.

    Raises:
        AppError: LINK_NOT_SUPPORTED, OFFER_TO_TAKE.
        ExchangeError: why nothing came.
        WalletError: as whoever follows this kind of link.
    """
    place = _FOLLOWERS.get(link.kind)
    if place is None:
        raise not_followed(link) if link.is_offer else AppError(Reason.LINK_NOT_SUPPORTED, link.scheme)
    module, name = place.split(":")
    found: Any = getattr(import_module(module), name)
    follower: Follow = found
    return follower(link.text, way_out)
