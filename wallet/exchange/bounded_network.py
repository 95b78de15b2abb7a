"""Connections that go where they were judged to go, under one clock and with a limit on headers.

Lives here: what httpcore is given in place of the system's network, certificates, and waiting for what cannot be
interrupted. Does not live here: requests and answers (`http_client`).
"""

import queue
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import httpcore

from wallet.errors import ExchangeError, Reason

MOST_HEADER_BYTES = 32 * 1024
_CONNECT_SECONDS = 4.0


class Deadline:
    """How long the whole may still take."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds, more than none.

        Raises:
            TimeoutError: none are left.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """The clock stands still while the block runs: a person may take their time to answer."""
        begun = time.monotonic()
        try:
            yield
        finally:
            self._end += time.monotonic() - begun


class BoundedNetwork(httpcore.NetworkBackend):
    """Connects to numbers that were judged, whatever the name would resolve to by now.

    Attributes:
        reads_body: the headers are complete; until then what is read counts against their limit.
    """

    def __init__(self, system: httpcore.NetworkBackend, numbers: Iterable[str], deadline: Deadline) -> None:
        self._system = system
        self._numbers = numbers
        self._deadline = deadline
        self.reads_body = False

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connects to the first number that answers; the name is not resolved again."""
        del host, timeout
        failure: Exception = httpcore.ConnectError("no address")
        for number in self._numbers:
            try:
                stream = self._system.connect_tcp(
                    number,
                    port,
                    timeout=min(_CONNECT_SECONDS, self._deadline.left()),
                    local_address=local_address,
                    socket_options=socket_options,
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
                continue
            return _Stream(stream, self, self._deadline)
        raise failure


class _Stream(httpcore.NetworkStream):
    """A connection under the clock of the whole, that gives so much of headers and no more."""

    def __init__(self, stream: httpcore.NetworkStream, network: BoundedNetwork, deadline: Deadline) -> None:
        self._stream = stream
        self._network = network
        self._deadline = deadline
        self._header_bytes_left = MOST_HEADER_BYTES

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        del timeout
        if self._network.reads_body:
            return self._stream.read(max_bytes, self._deadline.left())
        if self._header_bytes_left <= 0:
            raise ExchangeError(Reason.ANSWER_TOO_LARGE, "headers")
        found = self._stream.read(min(max_bytes, self._header_bytes_left), self._deadline.left())
        self._header_bytes_left -= len(found)
        return found

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        del timeout
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        del timeout
        try:
            stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        except httpcore.ConnectError as error:
            if _is_about_tls(error.__cause__):  # the pool above keeps the error and drops its cause
                raise ExchangeError(Reason.SITE_NOT_SECURE, server_hostname or "") from error
            raise
        return _Stream(stream, self._network, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _is_about_tls(cause: BaseException | None) -> bool:
    """Whether both sides could not agree on a safe connection, rather than one of them breaking off."""
    return isinstance(cause, ssl.SSLError) and not isinstance(cause, ssl.SSLEOFError)


def tls_context(authorities: str) -> ssl.SSLContext:
    """Certificates and names are checked, TLS 1.2 at least; the environment cannot add a certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_verify_locations(authorities)
    return context


def in_time(work: Callable[[], Sequence[str]], deadline: Deadline) -> Sequence[str]:
    """The result of work that cannot be interrupted; when it takes too long its thread is left behind.

    Raises:
        TimeoutError: it took too long.
        Exception: as `work`.
    """
    answers: queue.SimpleQueue[Sequence[str] | Exception] = queue.SimpleQueue()

    def run() -> None:
        try:
            answers.put(work())
        except Exception as error:  # noqa: BLE001 - raised again by whoever waits
            answers.put(error)

    threading.Thread(target=run, name="resolve", daemon=True).start()
    try:
        found = answers.get(timeout=deadline.left())
    except queue.Empty as error:
        raise TimeoutError from error
    if isinstance(found, Exception):
        raise found
    return found
