"""What a school sets: read strictly, from one place, written by nobody else; it only ever takes away."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests import lists
from tests.sites import Everybody
from wallet.app import nearby_share, school_place, school_policy
from wallet.app.container import make_services
from wallet.app.online import Nobody, new_client, with_web
from wallet.app.school_lists import school_lists, school_trouble
from wallet.app.school_policy import SchoolPolicy, load_policy, read_policy
from wallet.errors import ExchangeError, Reason, WalletError
from wallet.exchange.http_client import Question
from wallet.verification.sources import AskedDirectory

WHOLE = """
[school]
name = "Northfield High School"

[network]
allowed = true
proxy = "http://proxy.northfield.example:3128"
only_sites = ["*.northfield.example", "registry.example"]

[issuers]
registries = ["https://registry.example/registry.json"]
lists = ["district.json"]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "policy.toml"
    path.write_text(text, "utf-8")
    folder.chmod(0o755)
    path.chmod(0o644)
    return path


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that counts as the school's, whoever runs the test."""
    monkeypatch.setattr(school_place, "policy_place", lambda: str(tmp_path / "policy.toml"))
    monkeypatch.setattr(school_policy, "_require_protected", lambda *_: None)
    return tmp_path


def test_everything_that_can_be_set_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, WHOLE)
    assert read_policy(path) == SchoolPolicy(
        path,
        "Northfield High School",
        network=True,
        proxy=("proxy.northfield.example", 3128),
        only_sites=("*.northfield.example", "registry.example"),
        registries=("https://registry.example/registry.json",),
        lists=(tmp_path / "district.json",),
    )


def test_without_a_file_nothing_is_set(tmp_path: Path) -> None:
    assert load_policy(tmp_path / "policy.toml") is None
    assert not school_place.is_set() or Path(school_place.policy_place()).exists()


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("[network", "end of document"),
        ("[network]\nallow = true", "network.allow"),
        ("[net]\nallowed = true", "net"),
        ("allowed = true", "allowed"),
        ("[network]\nallowed = 'no'", "network.allowed"),
        ("[network]\nallowed = 0", "network.allowed"),
        ("[network]\nproxy = 'https://a.example:3128'", "network.proxy"),
        ("[network]\nproxy = 'http://me:secret@a.example:3128'", "network.proxy"),
        ("[network]\nproxy = 'http://a.example:99999'", "network.proxy"),
        ("[network]\nonly_sites = 'a.example'", "network.only_sites"),
        ("[network]\nonly_sites = ['https://a.example']", "network.only_sites"),
        ("[network]\nonly_sites = ['*']", "network.only_sites"),
        ("[network]\nonly_sites = ['127.0.0.1']", "network.only_sites"),
        ("[issuers]\nlists = ['../secret.json']", "issuers.lists"),
        ("[issuers]\nlists = ['/etc/passwd']", "issuers.lists"),
        ("[issuers]\nregistries = ['http://a.example/r.json']", "issuers.registries"),
        ("[school]\nname = 7", "school.name"),
        ('[school]\nname = "\\u202e"', "school.name"),
    ],
)
def test_a_mistake_is_named_by_its_key_and_nothing_else_counts(tmp_path: Path, text: str, where: str) -> None:
    with pytest.raises(WalletError) as refusal:
        read_policy(written(tmp_path, text))
    assert refusal.value.reason is Reason.SCHOOL_POLICY_INVALID
    assert refusal.value.detail.startswith(where)


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="only where files have owners and modes")
def test_a_file_that_others_may_write_is_none_of_the_schools(tmp_path: Path) -> None:
    path, me = written(tmp_path, WHOLE), os.getuid()
    assert load_policy(path, owner=me) is not None
    link = tmp_path / "link.toml"
    link.symlink_to(path)
    for weakened, mode in ((path, 0o664), (path, 0o646), (tmp_path, 0o777)):
        weakened.chmod(mode)
        assert refused(path, me) is Reason.SCHOOL_POLICY_NOT_PROTECTED
        written(tmp_path, WHOLE)
    assert refused(link, me) is Reason.SCHOOL_POLICY_NOT_PROTECTED
    if me != 0:
        assert refused(path, 0) is Reason.SCHOOL_POLICY_NOT_PROTECTED


def refused(path: Path, owner: int) -> Reason:
    with pytest.raises(WalletError) as refusal:
        load_policy(path, owner=owner)
    return refusal.value.reason


def test_nothing_of_the_environment_leads_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = school_place.policy_place()
    for name in (
        "HOME",
        "XDG_CONFIG_DIRS",
        "XDG_CONFIG_HOME",
        "PROGRAMDATA",
        "ALLUSERSPROFILE",
        "LER_WALLET_POLICY",
    ):
        monkeypatch.setenv(name, str(tmp_path))
    assert school_place.policy_place() == before


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("[network]\nallowed = false", {}),
        ("[network]\nonly_sites = []", {}),
        ("[network]\nonly_sites = ['school.example']", {"school.example": True}),
        ("[network]\nonly_sites = ['*.example']", {"school.example": True, "a.school.example": True}),
        (
            "[school]\nname = 'A'",
            {"school.example": True, "a.school.example": True, "evil-school.example": True},
        ),
        ("[network]\nonly_sites = ['*.school.example']", {"a.school.example": True}),
    ],
)
def test_what_may_be_asked(tmp_path: Path, text: str, allowed: Mapping[str, bool]) -> None:
    policy = read_policy(written(tmp_path, text))
    for host in ("school.example", "a.school.example", "evil-school.example"):
        expected = allowed.get(host, False) or (host == "evil-school.example" and "*.example" in text)
        assert policy.permits(host) is expected, host


def test_a_site_the_school_leaves_out_is_not_even_asked_about(place: Path) -> None:
    written(place, "[network]\nonly_sites = ['other.example']")
    everybody = Everybody()
    with pytest.raises(ExchangeError) as refusal:
        new_client(everybody).ask(Question("https://school.example/a", ("application/json",)))
    assert refusal.value.reason is Reason.SCHOOL_FORBIDS
    assert everybody.requests == []


def test_a_school_without_network_shares_nothing_in_the_room_either(place: Path) -> None:
    written(place, "[network]\nallowed = false")
    with pytest.raises(WalletError) as refusal:
        nearby_share._require_network()
    assert refusal.value.reason is Reason.SCHOOL_FORBIDS


@pytest.mark.parametrize("text", ["[network", "[other]\na = 1"])
def test_rules_that_cannot_be_read_leave_no_network(place: Path, text: str) -> None:
    written(place, text)
    with pytest.raises(WalletError) as refusal:
        new_client(Everybody())
    assert refusal.value.reason is Reason.SCHOOL_POLICY_INVALID


def test_the_lists_of_a_school_know_issuers_and_its_registries_wait_for_the_network(place: Path) -> None:
    listed = lists.registry(**{"did:web:school.example": "Youth Safety Academy"})
    (place / "district.json").write_text(json.dumps(listed))
    (place / "broken.json").write_text("{}")
    named = "lists = ['district.json', 'broken.json', 'gone.json']"
    written(place, f"[issuers]\n{named}\nregistries = ['https://registry.example/r.json']")
    services = make_services()
    (found,) = school_lists(services)
    assert found.find("did:web:school.example") is not None
    policy = load_policy()
    assert policy is not None
    reason = Reason.TRUST_LIST_INVALID
    assert school_trouble(policy) == [("broken.json", reason), ("gone.json", reason)]
    online_services, _ = with_web(services, Nobody())
    _, registry = school_lists(online_services)
    assert isinstance(registry, AskedDirectory)
    assert registry.find("did:web:school.example") is None
    assert registry.trouble("did:web:school.example") is Reason.SITE_NOT_ALLOWED
