"""In the same room: recorded before it can be seen, served while it is open, and nothing served when it is refused."""

import socket
from dataclasses import replace
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from build_verify_page import OUT
from tests.sample_files import good
from wallet.app import nearby_share
from wallet.app.container import Services
from wallet.app.import_credential import import_bytes
from wallet.app.nearby_share import open_nearby, refusal
from wallet.app.share import PreparedShare, prepare
from wallet.app.share_history import get_share, list_shares
from wallet.app.unlock import Vault
from wallet.app.verify_document import verify_bytes
from wallet.errors import ExchangeError, Reason, SharingError, VaultError
from wallet.verification.report import Verdict

pytestmark = pytest.mark.skipif(
    not OUT.is_file(), reason="only where the page for receivers could be built (Node and npm)"
)


@pytest.fixture
def at_home(services: Services) -> Services:
    return replace(services, local_address=lambda: "127.0.0.1")


def prepared(vault: Vault, services: Services, *names: str) -> PreparedShare:
    ids = [
        import_bytes(vault, good(name).read_bytes(), services, name=name).record_id or "" for name in names
    ]
    return prepare(vault, ids, to="Example Corp", purpose="Summer job", until=None, services=services)


def is_open(address: str) -> bool:
    where = urlsplit(address)
    try:
        socket.create_connection((where.hostname or "", where.port or 0), timeout=5).close()
    except OSError:
        return False
    return True


def test_it_is_served_recorded_and_ends(vault: Vault, at_home: Services) -> None:
    share = open_nearby(vault, prepared(vault, at_home, "small-soldering.json"), at_home)
    try:
        assert share.qr.link.startswith(share.address + "#1.")
        assert verify_bytes(share.qr.link.encode(), at_home).verdict is Verdict.CHECK
        kept = get_share(vault, share.made.id)
        assert (kept.channel, kept.content, kept.can_be_stopped) == ("nearby", share.qr.link.encode(), False)
        with urlopen(share.address, timeout=10) as answer:
            assert answer.read() == OUT.read_bytes()
        assert share.times_opened() == 1
    finally:
        share.close()
    share.close()
    assert not is_open(share.address)


def test_nothing_is_served_when_it_cannot_be_recorded(
    vault: Vault, at_home: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = prepared(vault, at_home, "small-soldering.json")
    seen: list[str] = []

    def full(_vault: Vault, made: PreparedShare, *_: object, content: bytes, **__: object) -> None:
        del made
        seen.append(content.decode().partition("#")[0])
        assert is_open(seen[0])
        raise VaultError(Reason.DISK_FULL)

    monkeypatch.setattr(nearby_share, "record", full)
    with pytest.raises(VaultError):
        open_nearby(vault, share, at_home)
    assert not is_open(seen[0])
    assert list_shares(vault) == ()


def test_what_is_too_big_is_known_before_and_refused(vault: Vault, at_home: Services) -> None:
    small, big = (
        prepared(vault, at_home, *names) for names in (["small-sewing.json"], ["laser-cutting.png"])
    )
    assert refusal(small) is None
    found = refusal(big)
    assert found is not None
    assert found.reason is Reason.TOO_BIG_FOR_QR
    with pytest.raises(SharingError):
        open_nearby(vault, big, at_home)
    assert list_shares(vault) == ()


def test_without_a_network_nothing_happens(vault: Vault, services: Services) -> None:
    def alone() -> str:
        raise ExchangeError(Reason.NO_LOCAL_NETWORK)

    share = prepared(vault, services, "small-sewing.json")
    with pytest.raises(ExchangeError):
        open_nearby(vault, share, replace(services, local_address=alone))
    assert list_shares(vault) == ()
