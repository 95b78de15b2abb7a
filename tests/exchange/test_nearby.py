"""Sharing in the same room: one page, nothing else, and gone when it is closed. Tests listen on loopback only."""

import http.client
import socket
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from wallet.errors import ExchangeError, Reason
from wallet.exchange import nearby
from wallet.exchange.nearby import NearbyPage, is_local
from wallet.sharing.link import is_link_base

PAGE = b"<!doctype html><title>page</title>"
LOOPBACK = "127.0.0.1"


@pytest.fixture
def serving() -> Iterator[NearbyPage]:
    with NearbyPage(PAGE, LOOPBACK) as open_page:
        yield open_page


def ask(
    url: str, method: str = "GET", path: str = "/", body: bytes | None = None
) -> tuple[int, dict[str, str], bytes]:
    where = urlsplit(url)
    connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=10)
    try:
        connection.request(method, path, body)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()


def test_the_page_and_how_it_is_sent(serving: NearbyPage) -> None:
    status, headers, body = ask(serving.url)
    assert (status, body) == (200, PAGE)
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert "python" not in headers["server"].lower()
    assert ask(serving.url, "HEAD")[2] == b""
    assert serving.times_opened == 1


@pytest.mark.parametrize(
    "path", ["/index.html", "/../../etc/passwd", "/?x", "/%2e%2e/", "http://other.example/"]
)
def test_no_other_address_is_answered(serving: NearbyPage, path: str) -> None:
    status, _, body = ask(serving.url, path=path)
    assert (status, body) == (404, b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_no_other_way_of_asking_is_answered(serving: NearbyPage, method: str) -> None:
    assert ask(serving.url, method)[0] == 501
    assert serving.times_opened == 0


def test_it_ends_when_it_is_closed() -> None:
    page = NearbyPage(PAGE, LOOPBACK)
    port = urlsplit(page.url).port
    page.close()
    page.close()
    with pytest.raises(OSError, match="refused"), socket.create_connection((LOOPBACK, port or 0), timeout=5):
        pass


def test_idle_connections_neither_block_others_nor_grow_without_end(serving: NearbyPage) -> None:
    where = urlsplit(serving.url)
    idle = [
        socket.create_connection((LOOPBACK, where.port or 0), timeout=5)
        for _ in range(nearby.MOST_CONNECTIONS - 1)
    ]
    assert ask(serving.url)[0] == 200
    more = [socket.create_connection((LOOPBACK, where.port or 0), timeout=5) for _ in range(40)]
    assert threading.active_count() <= nearby.MOST_CONNECTIONS + 8
    for one in (*idle, *more):
        one.close()


def test_an_address_that_is_not_of_this_computer() -> None:
    with pytest.raises(ExchangeError) as caught:
        NearbyPage(PAGE, "192.0.2.7")
    assert caught.value.reason is Reason.NO_LOCAL_NETWORK


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("192.168.1.5", True),
        ("10.0.0.7", True),
        ("172.16.3.2", True),
        ("127.0.0.1", False),
        ("8.8.8.8", False),
        ("0.0.0.0", False),
        ("169.254.3.4", True),
        ("172.32.0.1", False),
        ("100.64.0.1", False),
        ("192.0.2.7", False),
    ],
)
def test_only_private_networks(address: str, expected: bool) -> None:
    assert is_local(address) is expected
    if expected:
        assert is_link_base(f"http://{address}:40123/")
