"""The one way out: a person agrees first, the address is judged, and no site gets more time or room than it should.

Sites are real ones on loopback with their own certificate authority (`tests/sites.py`).
"""

import gzip
import ipaddress
import os
import socket
import threading
import time
from pathlib import Path

import httpcore
import pytest

from tests.sites import (
    LOOPBACK,
    Everybody,
    Site,
    answer,
    authority,
    client_for,
    dripping,
    endless,
    one_proxy,
    one_site,
    raw,
    redirect,
)
from wallet.errors import ExchangeError, Reason
from wallet.exchange import bounded_network, http_client
from wallet.exchange.consent import AskedOnce, Nobody, Request
from wallet.exchange.http_client import Answer, HttpClient, Question
from wallet.exchange.web_address import is_public, read_web_address

JSON = ("application/json", "application/*+json")
HOME = "https://school.example/did.json"


def ask(client: HttpClient, url: str = HOME) -> Answer:
    return client.ask(Question(url, JSON))


def refusal(client: HttpClient, url: str = HOME) -> Reason:
    with pytest.raises(ExchangeError) as caught:
        ask(client, url)
    return caught.value.reason


def test_a_document_is_fetched_under_its_own_name(site: Site) -> None:
    site.pages["/did.json"] = answer(b'{"id":"did:web:school.example"}')
    found = ask(client_for(site, Everybody()), HOME + "?a=b#part")
    assert (found.status, found.kind, found.body) == (
        200,
        "application/json",
        b'{"id":"did:web:school.example"}',
    )
    (seen,) = site.seen
    assert (seen.sni, seen.host, seen.target) == ("school.example", "school.example", "/did.json?a=b")
    lines = seen.text.lower().split("\r\n")
    assert "user-agent: ler-wallet" in lines
    names = {line.partition(":")[0] for line in lines[1:] if line}
    assert names == {"host", "accept", "accept-encoding", "user-agent", "connection"}


def test_nobody_is_asked_before_a_person_agreed(site: Site) -> None:
    resolved: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        resolved.append(host)
        return [LOOPBACK]

    client = client_for(site, Nobody(), resolve=resolve)
    assert refusal(client) is Reason.SITE_NOT_ALLOWED
    assert (resolved, site.connections) == ([], 0)


def test_making_a_client_opens_nothing(site: Site) -> None:
    client_for(site, Everybody())
    assert site.connections == 0


ADDRESSES = {
    "http": "http://school.example/did.json",
    "file": "file:///etc/passwd",
    "ftp": "ftp://school.example/did.json",
    "data": "data:application/json,{}",
    "javascript": "javascript:1",
    "without a scheme": "//school.example/did.json",
    "a path": "/did.json",
    "UNC": "\\\\school.example\\share",
    "user name": "https://user@school.example/did.json",
    "user name that looks like a host": "https://school.example@127.0.0.1/did.json",
    "password": "https://user:secret@school.example/did.json",
    "dotted": "https://127.0.0.1/did.json",
    "public number": "https://1.1.1.1/did.json",
    "decimal": "https://2130706433/did.json",
    "hexadecimal": "https://0x7f000001/did.json",
    "hexadecimal parts": "https://0x7f.0x0.0x0.0x1/did.json",
    "octal": "https://0177.0.0.1/did.json",
    "short": "https://127.1/did.json",
    "dot at its end": "https://127.0.0.1./did.json",
    "IPv6": "https://[::1]/did.json",
    "IPv6, mapped": "https://[::ffff:127.0.0.1]/did.json",
    "IPv6 with a scope": "https://[fe80::1%25eth0]/did.json",
    "metadata": "https://169.254.169.254/latest/meta-data/",
    "full-width digits": "https://\uff11\uff12\uff17.0.0.1/did.json",
    "circled letters": "https://ⓢchool.example/did.json",
    "percent-encoded host": "https://%31%32%37.0.0.1/did.json",
    "backslash": "https://school.example\\@other.example/did.json",
    "line break": "https://school.example/\r\nHost: other.example/did.json",
    "NUL": "https://school.example/\0did.json",
    "half a letter": "https://school.example/\udcff",
    "empty host": "https:///did.json",
    "empty label": "https://school..example/did.json",
    "port 0": "https://school.example:0/did.json",
    "port too large": "https://school.example:65536/did.json",
    "too long": "https://school.example/" + "a" * 5000,
    "host too long": "https://" + ".".join(["a" * 60] * 5) + "/did.json",
}


@pytest.mark.parametrize("url", ADDRESSES.values(), ids=ADDRESSES)
def test_other_addresses_are_refused_before_anybody_is_asked(site: Site, url: str) -> None:
    everybody = Everybody()
    assert refusal(client_for(site, everybody), url) is Reason.WEB_ADDRESS_REFUSED
    assert (everybody.requests, site.connections) == ([], 0)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://School.Example./x", "https://school.example/x"),
        ("https://school.example", "https://school.example/"),
        ("https://school.example:443?q=1", "https://school.example/?q=1"),
        ("https://school.example:8443/a%20b/ü", "https://school.example:8443/a%20b/%C3%BC"),
        ("https://xn--schol-jua.example/x#y", "https://xn--schol-jua.example/x"),
    ],
)
def test_addresses_in_one_spelling(text: str, url: str) -> None:
    assert read_web_address(text).url == url


CLOSED = (
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "100.100.100.200",
    "127.0.0.1",
    "127.255.255.254",
    "168.63.129.16",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "64:ff9b::808:808",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "2002:808:808::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "3fff::1",
)


@pytest.mark.parametrize("number", CLOSED)
def test_a_name_that_leads_into_a_local_network_is_refused(number: str) -> None:
    assert not is_public(ipaddress.ip_address(number))
    tried: list[str] = []
    client = HttpClient(Everybody(), resolve=lambda _host, _port: [number], network=_Noting(tried))
    assert refusal(client) is Reason.WEB_ADDRESS_REFUSED
    assert tried == []


@pytest.mark.parametrize(
    "number", ["8.8.8.8", "172.32.0.1", "192.167.255.255", "2606:4700::1111", "2001:4860:4860::8888"]
)
def test_public_computers_may_answer(number: str) -> None:
    tried: list[str] = []
    client = HttpClient(Everybody(), resolve=lambda _host, _port: [number], network=_Noting(tried))
    assert refusal(client) is Reason.SITE_UNREACHABLE
    assert tried == [number]


class _Noting(httpcore.NetworkBackend):
    """Opens nothing and notes where to."""

    def __init__(self, tried: list[str]) -> None:
        self._tried = tried

    def connect_tcp(self, host: str, port: int, *_: object, **__: object) -> httpcore.NetworkStream:
        self._tried.append(host)
        raise httpcore.ConnectError(str(port))


def test_the_door_of_the_program_itself_refuses_this_machine() -> None:
    """Without the argument that only tests give; the name is resolved by the system here."""
    assert refusal(HttpClient(Everybody()), "https://localhost/did.json") is Reason.WEB_ADDRESS_REFUSED


def test_a_name_that_changes_is_asked_where_it_was_judged(site: Site) -> None:
    """Rebinding: public when it is judged, local when it is used. There is one resolution, and its number is used."""
    answers = iter([["93.184.216.34"], [LOOPBACK]])
    tried: list[str] = []
    client = client_for(site, Everybody(), resolve=lambda _host, _port: next(answers), network=_Noting(tried))
    assert refusal(client) is Reason.SITE_UNREACHABLE
    assert tried == ["93.184.216.34"]
    assert site.connections == 0
    assert next(answers) == [LOOPBACK]


def test_of_several_numbers_only_public_ones_are_used() -> None:
    tried: list[str] = []
    numbers = ["10.0.0.1", "93.184.216.34", "::1", "93.184.216.34"]
    client = HttpClient(Everybody(), resolve=lambda _host, _port: numbers, network=_Noting(tried))
    assert refusal(client) is Reason.SITE_UNREACHABLE
    assert tried == ["93.184.216.34"]


def test_redirects_are_followed_and_each_site_is_asked_about(site: Site) -> None:
    site.pages["school.example/did.json"] = redirect("https://other.example/a")
    site.pages["other.example/a"] = redirect("/b", "301 Moved")
    site.pages["other.example/b"] = redirect("//third.example/c", "307 Temporary")
    site.pages["third.example/c"] = answer(b"[1]")
    everybody = Everybody()
    found = ask(client_for(site, everybody))
    assert (found.url, found.body) == ("https://third.example/c", b"[1]")
    assert everybody.requests == [
        Request("school.example"),
        Request("other.example", came_from="school.example"),
        Request("other.example", came_from="other.example"),
        Request("third.example", came_from="other.example"),
    ]


def test_a_fourth_redirect_is_not_followed(site: Site) -> None:
    for number in range(5):
        site.pages[f"/{number}"] = redirect(f"/{number + 1}")
    site.pages["/3"], site.pages["/5"] = answer(b"[3]"), answer(b"[5]")
    client = client_for(site, Everybody())
    assert ask(client, "https://school.example/0").body == b"[3]"
    site.pages["/3"] = redirect("/4")
    assert refusal(client, "https://school.example/0") is Reason.TOO_MANY_REDIRECTS
    assert "school.example/5" not in site.targets


@pytest.mark.parametrize(
    "to",
    [
        "http://school.example/x",
        "https://127.0.0.1/x",
        "https://user@other.example/x",
        "file:///etc/passwd",
        "https://169.254.169.254/latest",
        "",
        "https://[::1",
        "/a\tb",
    ],
)
def test_a_redirect_to_elsewhere_is_refused(site: Site, to: str) -> None:
    site.pages["/did.json"] = redirect(to)
    client = client_for(site, Everybody())
    expected = Reason.TOO_MANY_REDIRECTS if not to else Reason.WEB_ADDRESS_REFUSED
    assert refusal(client) is expected


def test_a_redirect_into_the_local_network_is_refused(site: Site) -> None:
    site.pages["/did.json"] = redirect("https://other.example/x")
    numbers = {"school.example": [LOOPBACK], "other.example": ["192.168.1.1"]}
    client = client_for(site, Everybody(), resolve=lambda host, _port: numbers[host])
    assert refusal(client) is Reason.WEB_ADDRESS_REFUSED
    assert site.targets == ["school.example/did.json"]


def test_a_redirect_to_a_site_nobody_allowed_is_refused(site: Site) -> None:
    site.pages["/did.json"] = redirect("https://other.example/x")
    client = client_for(site, AskedOnce(lambda request: request.host == "school.example"))
    assert refusal(client) is Reason.SITE_NOT_ALLOWED
    assert site.targets == ["school.example/did.json"]


@pytest.mark.parametrize(
    "begin", ["", "HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"]
)
def test_a_site_that_drips_is_left_in_time(site: Site, begin: str) -> None:
    site.pages["/did.json"] = dripping(begin.encode(), b"a", site.ended, 0.05)
    started = time.monotonic()
    assert refusal(client_for(site, Everybody(), seconds=0.5)) is Reason.SITE_TOO_SLOW
    assert time.monotonic() - started < 2


def test_redirects_do_not_buy_time(site: Site) -> None:
    def late(connection: socket.socket) -> None:
        site.ended.wait(0.3)
        redirect("/did.json")(connection)

    site.pages["/did.json"] = late
    assert refusal(client_for(site, Everybody(), seconds=0.5)) is Reason.SITE_TOO_SLOW
    assert len(site.seen) == 2


class _Thinking:
    """Somebody who reads the question before they say yes."""

    def allows(self, request: Request) -> bool:
        del request
        time.sleep(0.7)
        return True


def test_a_person_may_take_longer_to_agree_than_a_site_to_answer(site: Site) -> None:
    site.pages["/did.json"] = redirect("https://other.example/there.json")
    site.pages["/there.json"] = answer(b"{}")
    assert ask(client_for(site, _Thinking(), seconds=0.6)).body == b"{}"


def test_a_resolver_that_hangs_is_left_in_time(site: Site) -> None:
    def resolve(_host: str, _port: int) -> list[str]:
        site.ended.wait(3)
        return [LOOPBACK]

    assert refusal(client_for(site, Everybody(), seconds=0.2, resolve=resolve)) is Reason.SITE_TOO_SLOW


def test_the_limits_of_the_program() -> None:
    limits = (http_client.SECONDS, http_client.MOST_BODY_BYTES, bounded_network.MOST_HEADER_BYTES)
    assert (*limits, http_client.MOST_REDIRECTS) == (10.0, 5_000_000, 32_768, 3)


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


@pytest.mark.parametrize("more", [b"\r\n" + b"[", HEAD[17:] + b"Transfer-Encoding: chunked\r\n\r\n"])
def test_an_answer_without_end_is_cut_off(site: Site, more: bytes) -> None:
    chunk = b"8000\r\n" + b" " * 0x8000 + b"\r\n" if b"chunked" in more else b" " * 0x8000
    site.pages["/did.json"] = endless(HEAD + more, chunk)
    assert refusal(client_for(site, Everybody())) is Reason.ANSWER_TOO_LARGE


@pytest.mark.parametrize(("size", "is_fine"), [(5_000_000, True), (5_000_001, False)])
@pytest.mark.parametrize("packed", [False, True])
def test_an_answer_of_exactly_the_limit(site: Site, size: int, is_fine: bool, packed: bool) -> None:
    body = b" " * size
    if packed:
        site.pages["/did.json"] = answer(gzip.compress(body), headers=["Content-Encoding: gzip"])
    else:
        site.pages["/did.json"] = answer(body)
    client = client_for(site, Everybody())
    if is_fine:
        assert ask(client).body == body
    else:
        assert refusal(client) is Reason.ANSWER_TOO_LARGE


def test_a_bomb_is_not_unpacked(site: Site) -> None:
    bomb = gzip.compress(bytes(200_000_000), compresslevel=9)
    assert len(bomb) < 250_000
    site.pages["/did.json"] = answer(bomb, headers=["Content-Encoding: gzip"])
    before = _peak_kilobytes()
    assert refusal(client_for(site, Everybody())) is Reason.ANSWER_TOO_LARGE
    assert _peak_kilobytes() - before < 60_000


def _peak_kilobytes() -> int:
    if not Path("/proc/self/status").exists():
        pytest.skip("only where /proc tells the peak of memory")
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0])


@pytest.mark.parametrize("coding", ["br", "deflate", "gzip, gzip", "zstd"])
def test_a_coding_nobody_asked_for_is_refused(site: Site, coding: str) -> None:
    site.pages["/did.json"] = answer(
        gzip.compress(gzip.compress(b"{}")), headers=[f"Content-Encoding: {coding}"]
    )
    assert refusal(client_for(site, Everybody())) is Reason.ANSWER_KIND_OTHER


@pytest.mark.parametrize(
    "body",
    [b"{}", gzip.compress(b"{}")[:-3], gzip.compress(b"{}") + b"more", b""],
    ids=["none", "cut", "more", "empty"],
)
def test_damaged_gzip_is_refused(site: Site, body: bytes) -> None:
    site.pages["/did.json"] = answer(body, headers=["Content-Encoding: gzip"])
    assert refusal(client_for(site, Everybody())) is Reason.ANSWER_KIND_OTHER


@pytest.mark.parametrize(("size", "is_fine"), [(31_000, True), (40_000, False), (2_000_000, False)])
def test_headers_have_a_limit(site: Site, size: int, is_fine: bool) -> None:
    site.pages["/did.json"] = answer(headers=[f"X-Long: {'a' * size}"])
    client = client_for(site, Everybody())
    if is_fine:
        assert ask(client).body == b"{}"
    else:
        assert refusal(client) is Reason.ANSWER_TOO_LARGE


def test_many_headers_and_answers_before_the_answer_have_the_same_limit(site: Site) -> None:
    client = client_for(site, Everybody())
    site.pages["/did.json"] = answer(headers=[f"X-{number}: a" for number in range(8000)])
    assert refusal(client) is Reason.ANSWER_TOO_LARGE
    site.pages["/did.json"] = endless(b"", b"HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n" * 100)
    assert refusal(client) is Reason.ANSWER_TOO_LARGE


@pytest.mark.parametrize(
    ("kind", "is_fine"),
    [
        ("application/json", True),
        ("Application/JSON; charset=utf-8", True),
        ("application/did+json", True),
        ("application/vc+ld+json", True),
        ("text/html", False),
        ("image/png", False),
        ("application/jsonp", False),
        ("text/x+json", False),
        ("", False),
        (None, False),
    ],
)
def test_only_the_kinds_that_were_asked_for_are_taken(site: Site, kind: str | None, is_fine: bool) -> None:
    site.pages["/did.json"] = answer(kind=kind)
    client = client_for(site, Everybody())
    if is_fine:
        assert ask(client).body == b"{}"
    else:
        assert refusal(client) is Reason.ANSWER_KIND_OTHER


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone", "500 Oops", "403 Forbidden"])
def test_a_refusal_comes_back_as_what_it_is(site: Site, status: str) -> None:
    site.pages["/did.json"] = answer(b"<html>", "text/html", status=status)
    found = ask(client_for(site, Everybody()))
    assert (found.status, found.is_good) == (int(status[:3]), False)


BROKEN = {
    "nothing": b"",
    "no HTTP": b"SSH-2.0-OpenSSH\r\n",
    "cut in the headers": b"HTTP/1.1 200 OK\r\nContent-Ty",
    "cut in the body": HEAD + b"Content-Length: 10\r\n\r\n[1",
    "cut in a chunk": HEAD + b"Transfer-Encoding: chunked\r\n\r\n8\r\n[1",
    "two lengths": HEAD + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x",
    "length below zero": HEAD + b"Content-Length: -2\r\n\r\n{}",
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_a_connection_that_breaks_off_gives_nothing(site: Site, data: bytes) -> None:
    site.pages["/did.json"] = raw(data)
    assert refusal(client_for(site, Everybody())) is Reason.SITE_UNREACHABLE


def test_nobody_there(site: Site) -> None:
    def no_such_name(_host: str, _port: int) -> list[str]:
        raise OSError("no such name")

    assert refusal(client_for(site, Everybody(), resolve=no_such_name)) is Reason.SITE_UNREACHABLE
    assert refusal(client_for(site, Everybody(), resolve=lambda _host, _port: [])) is Reason.SITE_UNREACHABLE
    assert (
        refusal(client_for(site, Everybody(), network=None), "https://school.example:9/")
        is Reason.SITE_UNREACHABLE
    )


def test_a_certificate_of_nobody_known_is_refused(site: Site, tmp_path: Path) -> None:
    """As a captive portal, a filter, or a wrong server would show one."""
    other = str(authority(tmp_path / "other").file)
    assert refusal(client_for(site, Everybody(), authorities=other)) is Reason.SITE_NOT_SECURE
    assert refusal(client_for(site, Everybody(), authorities=None)) is Reason.SITE_NOT_SECURE
    assert (
        refusal(client_for(site, Everybody()), "https://elsewhere.example/did.json") is Reason.SITE_NOT_SECURE
    )
    assert site.seen == []


def test_the_environment_changes_nothing(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy, no netrc, no certificates of the environment, and no cookie comes back."""
    with one_site(tmp_path, "proxy.example") as proxy:
        for name in ("https_proxy", "HTTPS_PROXY", "ALL_PROXY", "http_proxy"):
            monkeypatch.setenv(name, f"http://{LOOPBACK}:{proxy.port}")
        for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
            monkeypatch.setenv(name, str(proxy.authority.file))
        netrc = tmp_path / ".netrc"
        netrc.write_text("machine school.example login someone password secret\n")
        netrc.chmod(0o600)
        monkeypatch.setenv("NETRC", os.fspath(netrc))
        monkeypatch.setenv("HOME", os.fspath(tmp_path))
        site.pages["/did.json"] = answer(headers=["Set-Cookie: id=1; Path=/"])
        client = client_for(site, Everybody())
        assert ask(client).body == b"{}"
        assert ask(client).body == b"{}"
        assert proxy.connections == 0
        assert refusal(client_for(site, Everybody(), authorities=None)) is Reason.SITE_NOT_SECURE
    said = site.seen[1].text.lower()
    assert "authorization" not in said
    assert "cookie" not in said


def test_a_body_can_be_sent_and_follows_no_redirect(site: Site) -> None:
    site.pages["/token"] = redirect("/elsewhere", "307 Temporary")
    question = Question(
        "https://school.example/token", JSON, method="POST", body=b"a=b", headers={"X-A": "b"}
    )
    found = client_for(site, Everybody()).ask(question)
    assert found.status == 307
    assert site.targets == ["school.example/token"]
    assert site.seen[0].text.startswith("POST /token HTTP/1.1\r\n")
    assert "X-A: b" in site.seen[0].text


def test_a_person_is_asked_once_for_a_site_and_again_for_what_belongs_to_one_credential() -> None:
    asked: list[Request] = []

    def ask(request: Request) -> bool:
        asked.append(request)
        return request.host != "no.example"

    consent = AskedOnce(ask)
    site, one = Request("school.example"), Request("school.example", of_one=True)
    assert [consent.allows(request) for request in (site, site, one, one, site)] == [True] * 5
    assert asked == [site, one]
    other = Request("other.example", of_one=True)
    assert [consent.allows(request) for request in (other, Request("other.example"))] == [True, True]
    no = Request("no.example")
    assert [consent.allows(request) for request in (no, no, Request("no.example", of_one=True))] == [
        False
    ] * 3
    assert asked == [site, one, other, no]


# -- a proxy that a school has set


def test_a_proxy_that_was_set_is_the_way_out_and_sees_names_only(site: Site) -> None:
    site.pages["/a.json"] = answer(b'{"a": 1}')
    resolved: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        resolved.append(host)
        return [LOOPBACK]

    with one_proxy(site) as (port, asked):
        client = client_for(site, Everybody(), resolve=resolve, proxy=("proxy.school.example", port))
        found = client.ask(Question("https://school.example/a.json?secret=1", ("application/json",)))
    assert found.body == b'{"a": 1}'
    assert resolved == ["proxy.school.example"]
    assert asked == ["CONNECT school.example:443 HTTP/1.1"]
    assert site.seen[0].sni == "school.example"


def test_through_a_proxy_consent_and_redirects_are_judged_as_ever(site: Site) -> None:
    site.pages["school.example/a"] = redirect("https://other.example/b")
    site.pages["other.example/b"] = answer()
    everybody = Everybody()
    with one_proxy(site) as (port, asked):
        client = client_for(site, everybody, proxy=("proxy.school.example", port))
        client.ask(Question("https://school.example/a", ("application/json",)))
        for host in ("printer", "printer.local", "wiki.corp", "router.home.arpa", "localhost"):
            with pytest.raises(ExchangeError) as refusal:
                client.ask(Question(f"https://{host}/", ("application/json",)))
            assert refusal.value.reason is Reason.WEB_ADDRESS_REFUSED
    assert everybody.hosts[:2] == ["school.example", "other.example"]
    assert len(asked) == 2


def test_a_proxy_that_refuses_or_is_not_there_is_a_site_out_of_reach(site: Site) -> None:
    with socket.create_server((LOOPBACK, 0)) as listening:

        def refuse() -> None:
            near, _ = listening.accept()
            with near:
                near.recv(65536)
                near.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")

        thread = threading.Thread(target=refuse, daemon=True)
        thread.start()
        port = listening.getsockname()[1]
        assert refused_through(site, port) is Reason.SITE_UNREACHABLE
        thread.join(10)
    assert refused_through(site, port) is Reason.SITE_UNREACHABLE


def refused_through(site: Site, port: int) -> Reason:
    client = client_for(site, Everybody(), proxy=("proxy.school.example", port))
    with pytest.raises(ExchangeError) as refusal:
        client.ask(Question("https://school.example/a", ("application/json",)))
    return refusal.value.reason
