"""Badge sites a learner stays connected to: kept in the file, nowhere else, and gone when they say so."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.sites import Everybody
from wallet.app.allowed_sites import BADGE_SITES
from wallet.app.badge_site import Pace
from wallet.app.container import Services
from wallet.app.export import export_vault
from wallet.app.kept_badge_sites import (
    forget_kept_site,
    keep_site,
    kept_site,
    kept_sites,
    note_access,
    reopen,
    site_address,
)
from wallet.app.merge_lists import join_lists
from wallet.app.unlock import Vault
from wallet.errors import ExchangeError, Reason, VaultError
from wallet.exchange.badge_site import BadgeSite, Interface
from wallet.exchange.client_registration import RegisteredClient
from wallet.exchange.http_client import HttpClient
from wallet.exchange.oauth_token import Access, ClientSecret
from wallet.exchange.site_access import SiteAccess

SOON = datetime(2026, 11, 23, 13, tzinfo=UTC)
HOST = "badges.example"
SITE = BadgeSite(
    interface=Interface.OPEN_BADGES_3,
    name="Badges",
    credentials_url=f"https://{HOST}/ims/ob/v3p0/credentials",
    authorization_url=f"https://{HOST}/authorize",
    token_url=f"https://{HOST}/token",
    refresh_url=f"https://{HOST}/token",
    registration_url=f"https://{HOST}/register",
    revocation_url=None,
    read_scope="read",
    gives_later_access=True,
)
KNOWN = RegisteredClient("client", ClientSecret("client", "canary-secret"), SOON)
ACCESS = Access("canary-token", SOON, "canary-refresh", "read")


def access(services: Services, given: Access = ACCESS, known: RegisteredClient = KNOWN) -> SiteAccess:
    pace = Pace(lambda _seconds: None)
    return SiteAccess(HttpClient(Everybody()), SITE, known, given, clock=services.clock, pace=pace)


@pytest.mark.parametrize("known", [KNOWN, RegisteredClient("client")])
def test_access_comes_back_as_it_was(vault: Vault, services: Services, known: RegisteredClient) -> None:
    keep_site(vault, HOST, access(services, known=known), services)
    (kept,) = kept_sites(vault)
    assert (kept.address, kept.site, kept.known_as, kept.access) == (HOST, SITE, known, ACCESS)
    assert (kept.connected_at, kept.read_at) == (services.clock.now(), None)
    again = reopen(kept, HttpClient(Everybody()), services, Pace(lambda _seconds: None))
    assert (again.site, again.known_as, again.access) == (SITE, known, ACCESS)


def test_what_changed_in_use_is_kept(vault: Vault, services: Services) -> None:
    keep_site(vault, HOST, access(services), services)
    keep_site(vault, "other.example", access(services), services)
    kept = kept_site(vault, HOST)
    assert kept is not None
    note_access(vault, kept, access(services, replace(ACCESS, token="next")))
    note_access(vault, kept_sites(vault)[0], access(services, replace(ACCESS, token="next")), SOON)
    after = kept_site(vault, HOST)
    assert after is not None
    assert (after.access.token, after.read_at, after.connected_at) == ("next", SOON, kept.connected_at)
    assert [one.address for one in kept_sites(vault)] == [HOST, "other.example"]


def test_forgetting_wipes_it(vault: Vault, services: Services) -> None:
    keep_site(vault, HOST, access(services), services)
    assert forget_kept_site(vault, HOST)
    assert not forget_kept_site(vault, HOST)
    assert vault.settings.get(BADGE_SITES) is None
    assert kept_sites(vault) == ()


def test_access_leaves_in_no_export_and_no_other_copy(
    vault: Vault, services: Services, tmp_path: Path
) -> None:
    keep_site(vault, HOST, access(services), services)
    place = tmp_path / "exported"
    export_vault(vault, place, services, with_keys=True)
    files = [path for path in place.rglob("*") if path.is_file()]
    assert files
    assert not any(b"canary-" in path.read_bytes() for path in files)
    joined = join_lists({}, dict(vault.settings.all()))
    assert BADGE_SITES in joined.keys
    assert BADGE_SITES not in joined.values


@pytest.mark.parametrize("text", ["{", "{}x", "[1]", "[{}]", '[{"interface": "soap"}]', '"text"'])
def test_what_cannot_be_read_is_damage(vault: Vault, text: str) -> None:
    vault.settings.set(BADGE_SITES, text)
    with pytest.raises(VaultError) as caught:
        kept_sites(vault)
    assert caught.value.reason is Reason.VAULT_DAMAGED


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("Badges.Example", "badges.example"),
        ("https://badges.example/", "badges.example"),
        ("badges.example/tenant/", "badges.example/tenant"),
        ("https://badges.example:8443/a", "badges.example:8443/a"),
    ],
)
def test_one_site_has_one_spelling(typed: str, address: str) -> None:
    assert site_address(typed) == address


@pytest.mark.parametrize(
    "typed", ["http://badges.example", "127.0.0.1", "user@badges.example", "", "ftp://a.example"]
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(ExchangeError) as caught:
        site_address(typed)
    assert caught.value.reason is Reason.WEB_ADDRESS_REFUSED
