"""Where the browser comes back to after a sign-in: one address on this computer, for one answer and a short time.

Only this computer can reach it, and only an answer with the random state of this very sign-in counts; whatever else
knocks is sent away, and the listening goes on.
Lives here: the server, and waiting for it. Does not live here: what the answer means (`authorization_code`), or opening
a browser (`cli`, `ui`).
Source: RFC 8252, sections 7.3 (loopback interface redirection) and 8.3.
"""

import hmac
import html
import queue
import threading
import time
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl

from wallet.codecs import base64url
from wallet.errors import ExchangeError, Reason
from wallet.exchange.local_server import LocalServer, QuietHandler

SECONDS = 300.0
"""How long a person may take to sign in."""
_LOOPBACK = "127.0.0.1"
_PATH = "/signed-in"
_MAX_QUERY = 8192
_MAX_PARAMETERS = 32
_STATE_BYTES = 32
_STEP = 0.2
_HTML = (("Content-Type", "text/html; charset=utf-8"), ("Content-Security-Policy", "default-src 'none'"))


class RedirectListener:
    """Listens until it is closed. Use as a context manager.

    Attributes:
        redirect_uri: what the browser is to be sent back to, "http://127.0.0.1:40123/signed-in".
        state: what the answer has to repeat; 256 random bits.
    """

    def __init__(self, page: bytes, random: Callable[[int], bytes]) -> None:
        """Starts listening on a free port.

        Args:
            page: HTML that the browser shows when it came back.
            random: gives that many unpredictable bytes.

        Raises:
            ExchangeError: NO_LOCAL_NETWORK when this computer lets no program listen.
        """
        self.state = base64url.encode(random(_STATE_BYTES))
        self._answers: queue.SimpleQueue[Mapping[str, str]] = queue.SimpleQueue()
        try:
            self._server = LocalServer((_LOOPBACK, 0), _handler(page, self._take))
        except OSError as error:
            raise ExchangeError(Reason.NO_LOCAL_NETWORK, "loopback") from error
        self.redirect_uri = f"http://{_LOOPBACK}:{self._server.server_port}{_PATH}"
        self._taken = threading.Lock()
        self._thread = threading.Thread(target=self._serve, name="signed-in", daemon=True)
        self._thread.start()

    def wait(
        self, *, seconds: float = SECONDS, is_stopped: Callable[[], bool] = lambda: False
    ) -> Mapping[str, str]:
        """The parameters the browser came back with, state among them.

        Args:
            is_stopped: looked at a few times a second; True ends the waiting.

        Raises:
            ExchangeError: SIGN_IN_UNFINISHED when nobody came back in time, or the person stopped it.
        """
        end = time.monotonic() + seconds
        while not is_stopped() and (left := end - time.monotonic()) > 0:
            try:
                return self._answers.get(timeout=min(_STEP, left))
            except queue.Empty:
                continue
        raise ExchangeError(Reason.SIGN_IN_UNFINISHED)

    def close(self) -> None:
        """Stops at once; the port is free again. Harmless when done twice."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _serve(self) -> None:
        self._server.serve_forever(poll_interval=0.05)

    def _take(self, query: str) -> bool:
        """Whether this is the answer that is waited for; the first one counts, and no other after it."""
        parameters = _parameters(query)
        if not hmac.compare_digest(
            parameters.get("state", "").encode("utf-8", "replace"), self.state.encode()
        ):
            return False
        if self._taken.acquire(blocking=False):
            self._answers.put(parameters)
            return True
        return False


def plain_page(title: str, text: str) -> bytes:
    """A page with nothing in it but these words."""
    return (
        f'<!doctype html><meta charset="utf-8"><title>{html.escape(title)}</title><h1>{html.escape(title)}</h1>'
        f"<p>{html.escape(text)}</p>"
    ).encode()


def _parameters(query: str) -> Mapping[str, str]:
    """The parameters of a query; none at all when one is there twice or they cannot be read.

    Source: RFC 6749, section 3.1 (a parameter must not be there more than once).
    """
    if len(query) > _MAX_QUERY:
        return {}
    try:
        pairs = parse_qsl(query, keep_blank_values=True, errors="strict", max_num_fields=_MAX_PARAMETERS)
    except ValueError:
        return {}
    found = dict(pairs)
    return found if len(found) == len(pairs) else {}


def _handler(page: bytes, take: Callable[[str], bool]) -> type[BaseHTTPRequestHandler]:
    class Handler(QuietHandler):
        def answer(self, *, with_body: bool) -> None:
            path, _, query = self.path.partition("?")
            # a page elsewhere whose name was made to lead here says another host (DNS rebinding)
            here = [f"{_LOOPBACK}:{self.connection.getsockname()[1]}"]
            if path != _PATH or not with_body or self.headers.get_all("Host") != here:
                self.send_whole(404)
            elif take(query):
                self.send_whole(200, page, _HTML)
            else:
                self.send_whole(400)

    return Handler
