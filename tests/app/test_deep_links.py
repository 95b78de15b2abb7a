"""Links: what each asks for, which can be followed, and that reading one does nothing."""

import pytest

from tests.canaries import listener
from wallet.app.container import make_services
from wallet.app.deep_links import (
    MAX_CHARACTERS,
    SCHEMES,
    LinkKind,
    follow,
    has_known_scheme,
    is_deep_link,
    read_link,
)
from wallet.app.online import Nobody, new_client
from wallet.app.way_out import WayOut
from wallet.errors import Reason, WalletError


@pytest.mark.parametrize(
    ("text", "kind", "supported"),
    [
        ("ler-wallet:#1.0713", LinkKind.SHARE, True),
        ("LER-Wallet:#1.0713", LinkKind.SHARE, True),
        ("https://page.example/#1.0713", LinkKind.SHARE, True),
        ("https://school.example/badges/1", LinkKind.PAGE, True),
        ("https://school.example/badges/1#top", LinkKind.PAGE, True),
        ("  https://school.example/badges/1\n", LinkKind.PAGE, True),
        ("openid4vp://?client_id=a", LinkKind.REQUEST, True),
        ("haip://?client_id=a", LinkKind.REQUEST, True),
        ("openid-initiate-issuance://?issuer=a", LinkKind.OTHER, False),
    ],
)
def test_a_link_says_what_it_asks_for(text: str, kind: LinkKind, supported: bool) -> None:
    link = read_link(text)
    assert link is not None
    assert (link.kind, link.is_supported, link.text) == (kind, supported, text.strip())


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
def test_every_scheme_of_the_table_is_read(scheme: str) -> None:
    text = f"{scheme}://school.example/request?challenge=1"
    assert has_known_scheme(text)
    assert is_deep_link(text) is (scheme not in ("http", "https"))
    if scheme == "http":
        with pytest.raises(WalletError) as refusal:
            read_link(text)
        assert refusal.value.reason is Reason.WEB_ADDRESS_REFUSED
        return
    link = read_link(text)
    assert link is not None
    assert (link.scheme, link.kind) == (scheme, SCHEMES[scheme])


@pytest.mark.parametrize(
    "text",
    ["", "hello", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ler-wallet", "://", "a:b",
     "https://school.example has my badge", "C:\\badge.json", "mailto:sam@school.example"],
)  # fmt: skip
def test_anything_else_is_no_link(text: str) -> None:
    assert read_link(text) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("dccrequest://\x1b[2J", Reason.LINK_MALFORMED),
        ("dccrequest://schööl.example", Reason.LINK_MALFORMED),
        ("openid-credential-offer://?" + "a" * MAX_CHARACTERS, Reason.LINK_MALFORMED),
        ("https://127.0.0.1/badge.json", Reason.WEB_ADDRESS_REFUSED),
        ("https://user@school.example/", Reason.WEB_ADDRESS_REFUSED),
        ("https://" + "a" * 5000, Reason.WEB_ADDRESS_REFUSED),
        ("http://school.example/badge.json", Reason.WEB_ADDRESS_REFUSED),
    ],
)
def test_a_bad_link_is_refused(text: str, reason: Reason) -> None:
    with pytest.raises(WalletError) as refusal:
        read_link(text)
    assert refusal.value.reason is reason


def test_what_no_part_of_the_program_follows_is_said() -> None:
    link = read_link("ler-wallet:#1.0713")
    assert link is not None
    with pytest.raises(WalletError) as refusal:
        follow(link, WayOut(new_client(Nobody()), make_services()))
    assert refusal.value.reason is Reason.LINK_NOT_SUPPORTED


def test_following_asks_for_consent_before_anything_else() -> None:
    with listener() as heard:
        link = read_link("https://school.example/badge.json")
        assert link is not None
        with pytest.raises(WalletError) as refusal:
            follow(link, WayOut(new_client(Nobody()), make_services()))
        assert refusal.value.reason is Reason.SITE_NOT_ALLOWED
        assert not heard.was_heard
