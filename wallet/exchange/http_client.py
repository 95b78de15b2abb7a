"""The one way out: asks one site for one thing, over https, and only when a person agreed to that site.

A name is resolved once, what it resolves to is judged, and the connection goes to exactly that; certificate and `Host`
stay those of the name. Time, headers and size are limited as a whole, redirects are counted and each is judged like the
first address. Nothing of the environment counts: no proxies, no netrc, no cookies, no certificates of its own.

Lives here: one request and its answer. Does not live here: which addresses may be asked (`web_address`), the question
to the person (`consent`), what an answer means (`online_documents`). It does not use the client of httpx but the layer
below it, whose network can be put under a clock and an address of ours.
"""

import copy
import ipaddress
import socket
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import certifi
import httpcore

from wallet.errors import ExchangeError, Reason
from wallet.exchange.bounded_network import BoundedNetwork, Deadline, in_time, tls_context
from wallet.exchange.consent import Consent, Request
from wallet.exchange.web_address import (
    Address,
    WebAddress,
    is_public,
    is_public_name,
    read_web_address,
)

SECONDS = 10.0
"""For the whole: all redirects, resolving and reading. The time a person takes to agree is not counted."""
MOST_BODY_BYTES = 5_000_000
"""After decoding, and before."""
MOST_REDIRECTS = 3
_MOST_ADDRESSES = 4
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_DONE = range(200, 300)
_ANY = "*/*"
_LINK = "link"
_GZIP = 16 + zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask.

    Attributes:
        url: an https address.
        kinds: the media types that are good answers: "application/json", "application/*+json"; checked for answers that
            went well only.
        of_one: the address belongs to a single credential (`consent.Request`).
        came_from: the site that named the address, where a person did not.
        method, body, headers: of the request; `may_be_sent_on` says when it follows no redirect.
    """

    url: str
    kinds: Sequence[str]
    of_one: bool = False
    came_from: str = ""
    method: str = "GET"
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def may_be_sent_on(self) -> bool:
        """Whether a redirect is followed: never with something to deliver, or with access meant for one site."""
        return self.method == "GET" and "Authorization" not in self.headers


@dataclass(frozen=True, slots=True)
class Answer:
    """What a site said.

    Attributes:
        url: the address that answered, after redirects.
        status: the HTTP status; never a redirect that was followed.
        kind: the media type in lower case, without parameters; "" when none was stated.
        headers: by name in lower case; of a name that came twice, the last, and of links all.
    """

    url: str
    status: int
    kind: str
    headers: Mapping[str, str]
    body: bytes = field(repr=False)

    @property
    def is_good(self) -> bool:
        """Whether the site answered what was asked (2xx)."""
        return self.status in _DONE


Resolve = Callable[[str, int], Sequence[str]]
"""From host and port to numbers, as text; raises OSError."""


def system_addresses(host: str, port: int) -> Sequence[str]:
    """What the system's resolver says."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


class HttpClient:
    """Asks sites, one question at a time; keeps no connection and no state of theirs.

    `came_from` is the site that named the addresses it is given, "" where a person did (`named_by`).
    """

    def __init__(
        self,
        consent: Consent,
        *,
        resolve: Resolve = system_addresses,
        may_reach: Callable[[Address], bool] = is_public,
        authorities: str | None = None,
        network: httpcore.NetworkBackend | None = None,
        seconds: float = SECONDS,
        permits: Callable[[str], bool] | None = None,
        proxy: tuple[str, int] | None = None,
    ) -> None:
        """Makes a client; nothing is opened before a question is asked.

        Args:
            consent: asked before a name is even resolved.
            may_reach: which computers may answer. Tests let their own through here; the program never gives this.
            authorities: a file of certificates to trust in place of those that came with the program; likewise.
            network: opens the connections; likewise.
            seconds: for one question as a whole, without the time a person takes to agree.
            permits: which sites may be asked at all, before anybody is asked for consent; None for any.
            proxy: host and port of a way out that somebody who may say so has set. It resolves the names of sites and
                goes to them, so that only their names can be judged here; what is said stays between site and client.
        """
        self._permits = permits
        self._proxy = proxy
        self._consent = consent
        self._resolve = resolve
        self._may_reach = may_reach
        self._authorities = authorities or certifi.where()
        self._system = network or httpcore.SyncBackend()
        self._seconds = seconds
        self.came_from = ""

    def named_by(self, host: str) -> "HttpClient":
        """This client for addresses that a site named, not a person: whoever is asked about them is told which site.

        Args:
            host: that site; "" where nobody knows any more.
        """
        found = copy.copy(self)
        found.came_from = host
        return found

    def ask(self, question: Question) -> Answer:
        """The answer to one question.

        Raises:
            ExchangeError: WEB_ADDRESS_REFUSED, SCHOOL_FORBIDS, SITE_NOT_ALLOWED, SITE_UNREACHABLE, SITE_NOT_SECURE,
                SITE_TOO_SLOW, ANSWER_TOO_LARGE, ANSWER_KIND_OTHER, TOO_MANY_REDIRECTS.
        """
        deadline = Deadline(self._seconds)
        address = read_web_address(question.url)
        came_from = question.came_from or (self.came_from if self.came_from != address.host else "")
        for _ in range(MOST_REDIRECTS + 1):
            if self._permits is not None and not self._permits(address.host):
                raise ExchangeError(Reason.SCHOOL_FORBIDS, address.host)
            with deadline.stopped():
                is_agreed = self._consent.allows(Request(address.host, question.of_one, came_from))
            if not is_agreed:
                raise ExchangeError(Reason.SITE_NOT_ALLOWED, address.host)
            answer = self._ask_at(address, question, deadline)
            if answer.status not in _REDIRECTS or not question.may_be_sent_on:
                return _of_kind(answer, question.kinds)
            came_from = address.host
            address = address.beside(answer.headers.get("location", ""))
        raise ExchangeError(Reason.TOO_MANY_REDIRECTS, address.host)

    def _ask_at(self, address: WebAddress, question: Question, deadline: Deadline) -> Answer:
        network = BoundedNetwork(self._system, self._numbers(address, deadline), deadline)
        try:
            with httpcore.ConnectionPool(
                ssl_context=tls_context(self._authorities),
                proxy=None if self._proxy is None else httpcore.Proxy("http://{}:{}".format(*self._proxy)),
                max_connections=1,
                http1=True,
                http2=False,
                retries=0,
                network_backend=network,
            ) as pool:
                response = pool.handle_request(_request(address, question))
                try:
                    network.reads_body = True
                    return _read(address, response)
                finally:
                    response.close()
        except (httpcore.TimeoutException, TimeoutError) as error:
            raise ExchangeError(Reason.SITE_TOO_SLOW, address.host) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError, OSError) as error:
            raise ExchangeError(Reason.SITE_UNREACHABLE, address.host) from error

    def _numbers(self, address: WebAddress, deadline: Deadline) -> Sequence[str]:
        """The computers to connect to: those behind a name that may be asked, or the proxy.

        Each name is resolved once for a request.
        """
        if self._proxy is not None and not is_public_name(address.host):
            raise ExchangeError(Reason.WEB_ADDRESS_REFUSED, "a name of a local network")
        host, port = self._proxy or (address.host, address.port)
        try:
            found = in_time(lambda: self._resolve(host, port), deadline)
            parsed = [ipaddress.ip_address(text) for text in dict.fromkeys(found)]
        except TimeoutError as error:
            raise ExchangeError(Reason.SITE_TOO_SLOW, address.host) from error
        except (
            OSError,
            UnicodeError,
            ValueError,
        ) as error:  # ValueError: an address with a scope, which is local
            raise ExchangeError(Reason.SITE_UNREACHABLE, address.host) from error
        if self._proxy is not None:
            return [str(number) for number in parsed][:_MOST_ADDRESSES]
        allowed = [str(number) for number in parsed if self._may_reach(number)]
        if parsed and not allowed:
            raise ExchangeError(Reason.WEB_ADDRESS_REFUSED, "leads to a local network")
        return allowed[:_MOST_ADDRESSES]


def _request(address: WebAddress, question: Question) -> httpcore.Request:
    port = "" if address.url.startswith(f"https://{address.host}/") else f":{address.port}"
    headers = {
        "Host": f"{address.host}{port}",
        "Accept": ", ".join(question.kinds) or _ANY,
        "Accept-Encoding": "gzip",
        "User-Agent": "ler-wallet",
        "Connection": "close",
        **question.headers,
    }
    if question.method != "GET":
        headers["Content-Length"] = str(len(question.body))
    return httpcore.Request(
        question.method, address.url, headers=list(headers.items()), content=question.body or None
    )


def _read(address: WebAddress, response: httpcore.Response) -> Answer:
    """The answer with its body decoded.

    Raises:
        ExchangeError: ANSWER_TOO_LARGE, ANSWER_KIND_OTHER for a coding that was not asked for.
    """
    headers: dict[str, str] = {}
    for name, value in response.headers:
        key, text = name.decode("latin-1").lower(), value.decode("latin-1").strip()
        # RFC 9110, section 5.3: a list may come in several fields
        headers[key] = f"{headers[key]}, {text}" if key == _LINK and key in headers else text
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if response.status in _REDIRECTS:  # what else it says is not looked at
        return Answer(address.url, response.status, kind, headers, b"")
    coding = headers.get("content-encoding", "").lower()
    if coding in ("gzip", "x-gzip"):
        body = _inflated(response.iter_stream())
    elif coding in ("", "identity"):
        body = _joined(response.iter_stream())
    else:
        raise ExchangeError(Reason.ANSWER_KIND_OTHER, "coding")
    return Answer(address.url, response.status, kind, headers, body)


def _joined(chunks: Iterable[bytes]) -> bytes:
    found = bytearray()
    for chunk in chunks:
        found += chunk
        if len(found) > MOST_BODY_BYTES:
            raise ExchangeError(Reason.ANSWER_TOO_LARGE, "body")
    return bytes(found)


def _inflated(chunks: Iterable[bytes]) -> bytes:
    """What gzip packed, unpacked as it comes, so that a bomb ends the reading where it would grow too large."""
    stream, found, taken = zlib.decompressobj(_GZIP), bytearray(), 0
    try:
        for chunk in chunks:
            taken += len(chunk)
            found += stream.decompress(chunk, MOST_BODY_BYTES + 1 - len(found))
            if max(taken, len(found)) > MOST_BODY_BYTES:
                raise ExchangeError(Reason.ANSWER_TOO_LARGE, "body")
    except zlib.error as error:
        raise ExchangeError(Reason.ANSWER_KIND_OTHER, "damaged gzip") from error
    if not stream.eof or stream.unused_data:
        raise ExchangeError(Reason.ANSWER_KIND_OTHER, "damaged gzip")
    return bytes(found)


def _of_kind(answer: Answer, kinds: Sequence[str]) -> Answer:
    """The answer, when it is of a kind that was asked for; what a refusal says is not looked at.

    Raises:
        ExchangeError: ANSWER_KIND_OTHER.
    """
    if not answer.is_good or any(_fits(answer.kind, kind) for kind in kinds):
        return answer
    raise ExchangeError(Reason.ANSWER_KIND_OTHER, "content type")


def _fits(kind: str, pattern: str) -> bool:
    """Whether a media type is the one of a pattern, in which "*+" stands for everything before a suffix."""
    if "*+" not in pattern:
        return kind == pattern
    begin, end = pattern.split("*", 1)
    return kind.startswith(begin) and kind.endswith(end)
