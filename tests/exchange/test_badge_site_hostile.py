"""Badge sites that answer with anything at all: what they say is refused with a reason, never with a fault of ours."""

import copy
import json
from collections.abc import Mapping
from typing import Any, cast

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.issuing import NOW
from wallet.errors import ExchangeError
from wallet.exchange.badge_site import BadgeSite, Interface
from wallet.exchange.badge_site_discovery import find_badge_site
from wallet.exchange.badge_site_reading import read_pages
from wallet.exchange.client_registration import RegisteredClient, register
from wallet.exchange.http_client import Answer, HttpClient, Question
from wallet.exchange.oauth_token import Access
from wallet.exchange.site_access import Pace, SiteAccess
from wallet.exchange.web_address import read_web_address
from wallet.verification.sources import FixedClock

HERE = "https://badges.example"
REDIRECT = "http://127.0.0.1:40123/signed-in"
EXAMPLES = settings(max_examples=40, deadline=None)

DESCRIPTION = {
    "openapi": "3.0.1",
    "info": {"title": "Badges"},
    "components": {
        "securitySchemes": {
            "OAuth2ACG": {
                "x-imssf-name": "Badges",
                "x-imssf-registrationUrl": f"{HERE}/register",
                "x-imssf-termsOfServiceUrl": f"{HERE}/terms",
                "x-imssf-revocationUrl": f"{HERE}/revoke",
                "flows": {
                    "authorizationCode": {
                        "tokenUrl": f"{HERE}/token",
                        "authorizationUrl": f"{HERE}/authorize",
                        "refreshUrl": f"{HERE}/token",
                        "scopes": {
                            f"https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.{name}": "..."
                            for name in ("readonly", "upsert")
                        },
                    }
                },
            }
        }
    },
}
MANIFEST = {
    "badgeConnectAPI": [
        {
            "name": "Badges",
            "apiBase": f"{HERE}/bc",
            "scopesOffered": [
                "https://purl.imsglobal.org/spec/ob/v2p1/scope/assertion.readonly",
                "offline_access",
            ],
            "registrationUrl": f"{HERE}/register",
            "authorizationUrl": f"{HERE}/authorize",
            "tokenUrl": f"{HERE}/token",
            "tokenRevocationUrl": f"{HERE}/revoke",
        }
    ]
}
REGISTERED = {
    "client_id": "client",
    "client_secret": "secret",
    "client_secret_expires_at": 0,
    "redirect_uris": [REDIRECT],
}
PAGE = {"credential": [{"id": "urn:1"}], "compactJwsString": ["a.b.c"], "assertions": [{}], "results": [{}]}

_ADDRESSES = (
    *(
        "http://badges.example/",
        "https://127.0.0.1/",
        "https://a@b.example/",
        "javascript:alert(1)",
        "file:///etc",
    ),
    *(
        "https://elsewhere.example/x",
        "//elsewhere.example/x",
        "?offset=2",
        "",
        " ",
        "https://badges.example:0/",
    ),
)
_TEXT = st.one_of(st.sampled_from(_ADDRESSES), st.text(max_size=12))
_VALUES = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), _TEXT
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_TEXT, inner, max_size=3)),
    max_leaves=6,
)


class Says:
    """Answers every question with the same, and notes what was asked."""

    def __init__(self, value: Any, headers: Mapping[str, str] | None = None, status: int = 200) -> None:
        self._body = json.dumps(value).encode()
        self._headers = headers or {}
        self._status = status
        self.asked: list[str] = []

    def ask(self, question: Question) -> Answer:
        self.asked.append(question.url)
        return Answer(question.url, self._status, "application/json", self._headers, self._body)

    @property
    def client(self) -> HttpClient:
        return cast("HttpClient", self)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every container in a JSON value with every key of it."""
    found: list[tuple[Any, Any]] = []
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        found += [(value, key), *places(inner)]
    return found


def spoiled(draw: st.DataObject, good: Any) -> Any:
    """The same with something else in one or two places."""
    made = copy.deepcopy(good)
    for _ in range(draw.draw(st.integers(1, 2))):
        spots = places(made)
        if spots:
            owner, key = draw.draw(st.sampled_from(spots))
            owner[key] = draw.draw(_VALUES)
    return made


def addresses_of(site: BadgeSite) -> list[str]:
    named = (site.registration_url, site.revocation_url, site.terms_url, site.privacy_url)
    always = (site.credentials_url, site.authorization_url, site.token_url, site.refresh_url)
    return [*always, *(url for url in named if url is not None)]


@EXAMPLES
@given(st.data())
def test_a_description_gives_safe_addresses_or_a_reason(draw: st.DataObject) -> None:
    for interface, good in ((Interface.OPEN_BADGES_3, DESCRIPTION), (Interface.BADGE_CONNECT, MANIFEST)):
        assert find_badge_site(Says(good).client, HERE, interface).interface is interface
        try:
            site = find_badge_site(Says(spoiled(draw, good)).client, HERE, interface)
        except ExchangeError:
            continue
        assert all(read_web_address(url).url == url for url in addresses_of(site))


@EXAMPLES
@given(st.data())
def test_a_registration_gives_a_client_or_a_reason(draw: st.DataObject) -> None:
    try:
        known = register(Says(spoiled(draw, REGISTERED)).client, f"{HERE}/register", REDIRECT, ["read"])
    except ExchangeError:
        return
    assert known.id.isprintable()
    assert known.secret is None or known.secret.headers["Authorization"].isascii()


@EXAMPLES
@given(st.data(), st.sampled_from(list(Interface)))
def test_pages_end_and_never_lead_elsewhere(draw: st.DataObject, interface: Interface) -> None:
    says = Says(
        spoiled(draw, PAGE),
        {"link": f"<{draw.draw(_TEXT)}>; rel=next", "x-total-count": draw.draw(_TEXT)},
        draw.draw(st.sampled_from([200, 200, 200, 206, 301, 404, 500])),
    )
    site = BadgeSite(
        interface=interface,
        name="",
        credentials_url=f"{HERE}/credentials",
        authorization_url=f"{HERE}/authorize",
        token_url=f"{HERE}/token",
        refresh_url=f"{HERE}/token",
        registration_url=None,
        revocation_url=None,
        read_scope="read",
    )
    pace = Pace(lambda _seconds: None)
    access = SiteAccess(
        says.client, site, RegisteredClient("c"), Access("t"), clock=FixedClock(NOW), pace=pace
    )
    try:
        for page in read_pages(access):
            assert all(entry.data is not None or entry.error is not None for entry in page.entries)
    except ExchangeError:
        pass
    assert len(says.asked) == len(set(says.asked))
    assert all(url.startswith(f"{HERE}/") for url in says.asked)
