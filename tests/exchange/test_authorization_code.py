"""A sign-in: what the browser is sent to, what may come back, and what the code is changed for."""

import base64
import hashlib
import http.client
import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import pytest

from tests.sites import Everybody, Site, answer, client_for
from wallet.errors import ExchangeError, Reason
from wallet.exchange.authorization_code import (
    CodeRequest,
    browser_address,
    new_code_request,
    pushed_address,
    read_code,
)
from wallet.exchange.oauth_token import Access, ClientSecret, access_for_code, request_access
from wallet.exchange.redirect_listener import RedirectListener, plain_page

NOW = datetime(2026, 11, 23, tzinfo=UTC)
PAGE = plain_page("Done", "Go back to <the wallet>.")
SERVER = "https://school.example"
TOKEN = f"{SERVER}/token"


@pytest.fixture
def listening() -> Iterator[RedirectListener]:
    with RedirectListener(PAGE, os.urandom) as listener:
        yield listener


def come_back(
    listener: RedirectListener,
    path: str | None = None,
    *,
    method: str = "GET",
    host: str | None = None,
    **query: str,
) -> tuple[int, bytes]:
    """What a browser gets that comes back with these parameters."""
    where = urlsplit(listener.redirect_uri)
    connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=10)
    try:
        headers = {"Host": host} if host else {}
        connection.request(method, f"{path or where.path}?{urlencode(query)}", headers=headers)
        got = connection.getresponse()
        return got.status, got.read()
    finally:
        connection.close()


def request_for(listener: RedirectListener) -> CodeRequest:
    return new_code_request(
        "wallet", listener.redirect_uri, listener.state, os.urandom, {"scope": "badge", "state": "mine"}
    )


def test_the_browser_carries_the_whole_request(listening: RedirectListener) -> None:
    request = request_for(listening)
    address = urlsplit(browser_address(f"{SERVER}/authorize?tenant=1", request))
    asked = dict(parse_qsl(address.query))
    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{SERVER}/authorize"
    challenge = hashlib.sha256(request.verifier.encode()).digest()
    assert asked == {
        "tenant": "1",
        "scope": "badge",
        "response_type": "code",
        "client_id": "wallet",
        "redirect_uri": listening.redirect_uri,
        "state": listening.state,
        "code_challenge": base64.urlsafe_b64encode(challenge).decode().rstrip("="),
        "code_challenge_method": "S256",
    }
    assert len(request.verifier) == 43
    assert request.verifier not in address.query
    assert request.verifier not in repr(request)
    assert request_for(listening).verifier != request.verifier


@pytest.mark.parametrize(
    "endpoint", ["http://school.example/a", "javascript:alert(1)", "https://127.0.0.1/a"]
)
def test_the_browser_is_sent_to_secure_websites_only(listening: RedirectListener, endpoint: str) -> None:
    with pytest.raises(ExchangeError) as refused:
        browser_address(endpoint, request_for(listening))
    assert refused.value.reason is Reason.WEB_ADDRESS_REFUSED


def test_the_answer_that_is_waited_for(listening: RedirectListener) -> None:
    assert listening.redirect_uri.startswith("http://127.0.0.1:")
    status, page = come_back(listening, code="abc", state=listening.state)
    assert (status, page) == (200, PAGE)
    assert b"&lt;the wallet&gt;" in page
    assert read_code(listening.wait(seconds=5)) == "abc"
    # a code counts once
    assert come_back(listening, code="other", state=listening.state)[0] == 400


def test_what_else_knocks_is_sent_away_and_the_listening_goes_on(listening: RedirectListener) -> None:
    state = listening.state
    assert come_back(listening, code="forged", state="x" * len(state))[0] == 400
    assert come_back(listening, code="forged")[0] == 400
    assert come_back(listening, "/other", code="forged", state=state)[0] == 404
    assert come_back(listening, method="HEAD", code="forged", state=state)[0] == 404
    assert come_back(listening, method="POST", code="forged", state=state)[0] == 501
    assert come_back(listening, host="wallet.example", code="forged", state=state)[0] == 404
    assert come_back(listening, code="x" * 9000, state=state)[0] == 400
    twice = urlsplit(listening.redirect_uri).path + f"?state={state}&code=forged&code=again"
    assert come_back(listening, twice)[0] == 400
    idle = socket.create_connection(("127.0.0.1", urlsplit(listening.redirect_uri).port or 0), timeout=5)
    with idle:
        assert come_back(listening, code="good", state=state)[0] == 200
    assert listening.wait(seconds=5)["code"] == "good"


def test_it_waits_so_long_and_no_longer(listening: RedirectListener) -> None:
    begun = time.monotonic()
    with pytest.raises(ExchangeError) as late:
        listening.wait(seconds=0.3)
    assert late.value.reason is Reason.SIGN_IN_UNFINISHED
    stop = threading.Event()
    stop.set()
    with pytest.raises(ExchangeError) as stopped:
        listening.wait(is_stopped=stop.is_set)
    assert stopped.value.reason is Reason.SIGN_IN_UNFINISHED
    assert time.monotonic() - begun < 5


def test_nothing_listens_afterwards() -> None:
    with RedirectListener(PAGE, os.urandom) as listener:
        port = urlsplit(listener.redirect_uri).port or 0
    with pytest.raises(OSError, match="refused"), socket.create_connection(("127.0.0.1", port), timeout=5):
        pass


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"error": "access_denied", "state": "s"}, Reason.SIGN_IN_REFUSED),
        ({"error": "access_denied", "code": "abc", "iss": SERVER}, Reason.SIGN_IN_REFUSED),
        ({"state": "s"}, Reason.SIGN_IN_ANSWER_WRONG),
        ({"code": "a\nb"}, Reason.SIGN_IN_ANSWER_WRONG),
        ({"code": "abc", "iss": "https://other.example"}, Reason.SIGN_IN_ANSWER_WRONG),
    ],
)
def test_an_answer_without_a_good_code(said: dict[str, str], reason: Reason) -> None:
    with pytest.raises(ExchangeError) as refused:
        read_code(said, SERVER)
    assert refused.value.reason is reason


def test_an_answer_names_its_server_where_that_was_promised() -> None:
    assert read_code({"code": "abc"}, SERVER) == "abc"
    assert read_code({"code": "abc", "iss": SERVER}, SERVER, names_issuer=True) == "abc"
    with pytest.raises(ExchangeError):
        read_code({"code": "abc"}, SERVER, names_issuer=True)


def test_a_server_may_take_the_request_first(site: Site, listening: RedirectListener) -> None:
    site.pages["/push"] = answer(b'{"request_uri":"urn:x:1","expires_in":60}', status="201 Created")
    request = request_for(listening)
    client = client_for(site, Everybody())
    address = pushed_address(client, f"{SERVER}/authorize", f"{SERVER}/push", request)
    assert parse_qs(urlsplit(address).query) == {"client_id": ["wallet"], "request_uri": ["urn:x:1"]}
    assert dict(parse_qsl(site.seen[0].text.partition("\r\n\r\n")[2])) == request.parameters
    site.pages["/push"] = answer(b'{"error":"invalid_request"}', status="400 Bad Request")
    with pytest.raises(ExchangeError) as refused:
        pushed_address(client, f"{SERVER}/authorize", f"{SERVER}/push", request)
    assert refused.value.reason is Reason.ACCESS_REFUSED


def given(**more: object) -> bytes:
    return json.dumps({"access_token": "secret-token", "token_type": "Bearer", **more}).encode()


def test_a_code_is_changed_for_access(site: Site, listening: RedirectListener) -> None:
    site.pages["/token"] = answer(given(expires_in=60, scope="badge", refresh_token="again", other=[1]))
    request = request_for(listening)
    access = access_for_code(client_for(site, Everybody()), TOKEN, request, "abc", NOW)
    assert access.headers == {"Authorization": "Bearer secret-token"}
    assert (access.until, access.refresh_token, access.scope) == (
        NOW + timedelta(seconds=60),
        "again",
        "badge",
    )
    assert access.more["other"] == [1]
    assert "secret" not in repr(access)
    sent = site.seen[0].text
    assert "authorization" not in sent.lower().partition("\r\n\r\n")[0]
    assert dict(parse_qsl(sent.partition("\r\n\r\n")[2])) == {
        "grant_type": "authorization_code",
        "code": "abc",
        "redirect_uri": listening.redirect_uri,
        "code_verifier": request.verifier,
        "client_id": "wallet",
    }


def test_a_program_that_was_registered_shows_its_secret(site: Site, listening: RedirectListener) -> None:
    site.pages["/token"] = answer(given(expires_in="60"))
    secret = ClientSecret("id:1", "geheim ß")
    access_for_code(client_for(site, Everybody()), TOKEN, request_for(listening), "abc", NOW, secret=secret)
    head, _, body = site.seen[0].text.partition("\r\n\r\n")
    assert f"Authorization: Basic {base64.b64encode(b'id%3A1:geheim+%C3%9F').decode()}" in head
    assert "client_id" not in body
    assert "geheim" not in repr(secret)


def access_from(site: Site, page: bytes, status: str = "200 OK", kind: str = "application/json") -> Access:
    site.pages["/token"] = answer(page, kind, status=status)
    return request_access(client_for(site, Everybody()), TOKEN, {"grant_type": "x"}, NOW)


@pytest.mark.parametrize(
    ("page", "status", "kind", "reason"),
    [
        (b'{"error":"invalid_grant"}', "400 Bad Request", "application/json", Reason.CODE_REFUSED),
        (b'{"error":"invalid_client"}', "401 Unauthorized", "application/json", Reason.ACCESS_REFUSED),
        (b'{"error":[]}', "400 Bad Request", "application/json", Reason.ACCESS_REFUSED),
        (b"<html>", "500 Oops", "text/html", Reason.ACCESS_REFUSED),
        (b"", "302 Found", "text/html", Reason.ACCESS_REFUSED),
        (b"<html>", "200 OK", "text/html", Reason.ANSWER_KIND_OTHER),
        (b"[]", "200 OK", "application/json", Reason.SITE_ANSWER_INVALID),
        (
            b'{"access_token":"a","access_token":"b"}',
            "200 OK",
            "application/json",
            Reason.SITE_ANSWER_INVALID,
        ),
        (b'{"token_type":"Bearer"}', "200 OK", "application/json", Reason.SITE_ANSWER_INVALID),
        (given(access_token="a\r\nX: y"), "200 OK", "application/json", Reason.SITE_ANSWER_INVALID),
        (given(token_type="DPoP"), "200 OK", "application/json", Reason.ACCESS_KIND_OTHER),
        (given(refresh_token=7), "200 OK", "application/json", Reason.SITE_ANSWER_INVALID),
    ],
)
def test_no_access(site: Site, page: bytes, status: str, kind: str, reason: Reason) -> None:
    with pytest.raises(ExchangeError) as refused:
        access_from(site, page, status, kind)
    assert refused.value.reason is reason


@pytest.mark.parametrize("seconds", [-1, 0, True, "soon", 10**12, None, [], "9" * 5000])
def test_an_end_that_makes_no_sense_is_none(site: Site, seconds: object) -> None:
    assert access_from(site, given(expires_in=seconds)).until is None
