"""Badge sites on loopback, in a process of their own: Open Badges 3.0, Badge Connect 2.1, CLR 2.0; good ones and liars.

`badge_service.py CERTIFICATES HOLDINGS` prints its port and answers until it is ended. Which site is meant, the host
name says: its first part up to a hyphen is one of the words below, so that any number of sites of a kind can stand
beside each other, each with a state of its own. `/-/seen` tells what came.

    good       follows Open Badges 3.0 in everything; pages of two
    connect    follows Badge Connect 2.1; badgr does as Badgr did (one object, scopes of a draft, `results`)
    clr        follows CLR 2.0
    every other word is a way to be wrong, or awkward, found where it is looked at below
"""

import base64
import hashlib
import json
import socket
import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

if TYPE_CHECKING:
    from tests.sites import Authority

LOOPBACK = "127.0.0.1"
DOMAIN = "badges.example"
ELSEWHERE = f"elsewhere.{DOMAIN}"
_SCOPES = {
    "ob": "https://purl.imsglobal.org/spec/ob/v3p0/scope/",
    "clr": "https://purl.imsglobal.org/spec/clr/v2p0/scope/",
}
_CONNECT_SCOPE = "https://purl.imsglobal.org/spec/ob/v2p1/scope/assertion.readonly"
_DRAFT_SCOPE = "https://purl.imsglobal.org/spec/obc/v1p0/oauth2scope/assertion.readonly"
_PAGE = 2
_HEAVY = 3_000_000


@dataclass
class State:
    """What one site knows."""

    seen: list[dict[str, Any]] = field(default_factory=list)
    clients: dict[str, dict[str, Any]] = field(default_factory=dict)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    refreshes: dict[str, str] = field(default_factory=dict)
    added: list[Any] = field(default_factory=list)
    asked: int = 0
    number: int = 0

    def next(self, word: str) -> str:
        """Something that was not there before."""
        self.number += 1
        return f"{word}-{self.number}"


class Handler(BaseHTTPRequestHandler):
    """Answers for all sites."""

    protocol_version = "HTTP/1.1"
    holdings: Mapping[str, list[Any]] = {}
    states: dict[str, State] = {}  # noqa: RUF012 - shared on purpose

    def log_message(self, *_: object) -> None:
        """Nothing is written: standard output has the port, and nobody reads more."""

    @property
    def host(self) -> str:
        return str(self.headers["Host"]).partition(":")[0]

    @property
    def twin(self) -> str:
        return self.host.partition(".")[0].partition("-")[0]

    @property
    def state(self) -> State:
        return self.states.setdefault(self.host, State())

    def do_GET(self) -> None:
        """Documents, the sign-in page, lists."""
        path, query = self._path()
        if path == "/-/seen":
            self._json(self.state.seen)
            return
        self._note(path, query, b"")
        if self.twin == "html":
            self._send(200, b"<!doctype html><title>Badges</title>", "text/html")
        elif path == "/authorize":
            self._authorize(query)
        elif path in ("/ims/ob/v3p0/discovery", "/ims/clr/v2p0/discovery"):
            self._describe(path)
        elif path == "/.well-known/badgeconnect.json":
            self._manifest()
        elif path.endswith(("/credentials", "/assertions")):
            self._list(path, query)
        else:
            self._send(404, b"{}")

    def do_POST(self) -> None:
        """Registration, tokens, and what is sent here."""
        path, query = self._path()
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self._note(path, query, body)
        if path == "/register":
            self._register(json.loads(body))
        elif path == "/token":
            self._token(dict(parse_qsl(body.decode())))
        elif path == "/revoke":
            given = dict(parse_qsl(body.decode()))["token"]
            self.state.tokens.pop(given, None)
            self.state.refreshes.pop(given, None)
            self._json({})
        elif path.endswith("/credentials"):
            self._take(body)
        else:
            self._send(404, b"{}")

    # -- what the site says of itself

    def _describe(self, path: str) -> None:
        kind = path.split("/")[2]
        if self.twin in ("connect", "badgr", "nothing") or (self.twin == "clr") != (kind == "clr"):
            self._send(404, b"{}")
            return
        here, prefix = f"https://{self.host}", _SCOPES[kind]
        scopes = {f"{prefix}{name}": "..." for name in ("credential.readonly", "credential.upsert")}
        scopes["offline_access"] = "..."
        if self.twin == "noread":
            del scopes[f"{prefix}credential.readonly"]
        if self.twin == "readonly":
            del scopes[f"{prefix}credential.upsert"]
        scheme: dict[str, Any] = {
            "type": "oauth2",
            "x-imssf-name": "Example <b>Provider</b>",
            "x-imssf-privacyPolicyUrl": f"{self.host}/privacy",
            "x-imssf-registrationUrl": f"{here}/register",
            "x-imssf-termsOfServiceUrl": f"{here}/terms",
            "x-imssf-revocationUrl": f"{here}/revoke",
            "flows": {
                "authorizationCode": {
                    "tokenUrl": f"{here.replace('https', 'http') if self.twin == 'http' else here}/token",
                    "authorizationUrl": f"{here}/authorize",
                    "refreshUrl": f"{here}/token",
                    "scopes": scopes,
                }
            },
        }
        if self.twin == "closed":
            del scheme["x-imssf-registrationUrl"]
        document: Any = {
            "openapi": "3.0.1",
            "info": {"title": "Badges", "version": "3.0"},
            "components": {"securitySchemes": {"OAuth2ACG": scheme}},
        }
        self._json([document] if self.twin == "list" else document)

    def _manifest(self) -> None:
        if self.twin not in ("connect", "badgr"):
            self._send(404, b"{}")
            return
        here = f"https://{self.host}"
        entry = {
            "name": "A Badge Host",
            "apiBase": f"{here}/bc/v1",
            "version": "v1p0",
            "termsOfServiceUrl": f"{here}/terms",
            "privacyPolicyUrl": f"{here}/privacy",
            "scopesOffered": [_DRAFT_SCOPE if self.twin == "badgr" else _CONNECT_SCOPE],
            "registrationUrl": f"{here}/register",
            "authorizationUrl": f"{here}/authorize",
            "tokenUrl": f"{here}/token",
        }
        self._json({"badgeConnectAPI": entry if self.twin == "badgr" else [entry]})

    # -- signing in

    def _register(self, asked: dict[str, Any]) -> None:
        if self.twin == "strict":
            self._json({"error": "invalid_redirect_uri"}, 400)
            return
        given = {
            **asked,
            "client_id": self.state.next("client"),
            "client_id_issued_at": 1,
            "client_secret": "s3cret:of/the site",
            "client_secret_expires_at": 0,
        }
        if self.twin == "public":
            given |= {"token_endpoint_auth_method": "none"}
            del given["client_secret"]
        if self.twin == "rewrites":
            given["redirect_uris"] = ["https://elsewhere.example/callback"]
        if self.twin == "nameless":
            given["client_id"] = 7
        self.state.clients[str(given["client_id"])] = given
        self._json(given, 201)

    def _authorize(self, query: dict[str, str]) -> None:
        client = self.state.clients.get(query.get("client_id", ""))
        right = (
            client is not None
            and query.get("redirect_uri") in client["redirect_uris"]
            and query.get("response_type") == "code"
            and query.get("code_challenge_method") == "S256"
            and query.get("state")
            and query.get("scope")
        )
        if not right:
            self._send(400, b"{}")
            return
        code = self.state.next("code")
        self.state.codes[code] = query
        answer = {"code": code, "state": query["state"]}
        if self.twin == "denies":
            answer = {"error": "access_denied", "state": query["state"]}
        if self.twin == "otherstate":
            answer["state"] = "somebody-elses"
        self._send(302, b"", location=f"{query['redirect_uri']}?{urlencode(answer)}")

    def _token(self, form: dict[str, str]) -> None:
        if not self._is_known(form):
            self._json({"error": "invalid_client"}, 401)
        elif form.get("grant_type") == "refresh_token":
            self._refresh(form)
        else:
            begun = self.state.codes.pop(form.get("code", ""), None)
            proof = base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
            right = (
                begun is not None
                and begun["code_challenge"] == proof.decode().rstrip("=")
                and begun["redirect_uri"] == form.get("redirect_uri")
                and self.twin != "usedup"
            )
            if right and begun is not None:
                self._give(begun["scope"])
            else:
                self._json({"error": "invalid_grant"}, 400)

    def _refresh(self, form: dict[str, str]) -> None:
        scope = self.state.refreshes.pop(form.get("refresh_token", ""), None)
        if scope is None or self.twin == "revoked":
            self._json({"error": "invalid_grant"}, 400)
        else:
            self._give(scope)

    def _is_known(self, form: dict[str, str]) -> bool:
        """Open Badges 3.0 takes HTTP Basic only; a site that gave no secret takes the name in the form."""
        if self.twin == "public":
            return form.get("client_id") in self.state.clients
        said = self.headers.get("Authorization", "")
        if not said.startswith("Basic "):
            return False
        name, _, secret = base64.b64decode(said[6:]).decode().partition(":")
        client = self.state.clients.get(name)
        return client is not None and [client["client_secret"]] == list(parse_qs(f"s={secret}")["s"])

    def _give(self, scope: str) -> None:
        token = self.state.next("token")
        self.state.tokens[token] = scope
        given: dict[str, Any] = {
            "access_token": token,
            "token_type": "Bearer",
            "expires_in": 3600,
            "scope": scope,
        }
        if self.twin != "norefresh":
            refresh = self.state.next("refresh")
            self.state.refreshes[refresh] = scope
            given["refresh_token"] = refresh
        if self.twin == "mac":
            given["token_type"] = "mac"
        if self.twin == "noscope":
            given["scope"] = f"{_SCOPES['ob']}profile.readonly"
        if self.twin == "accent":
            given["access_token"] = "caf\u00e9"
        self._json(given)

    # -- what it holds

    def _allowed(self) -> bool:
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        return token in self.state.tokens

    def _list(self, path: str, query: dict[str, str]) -> None:
        self.state.asked += 1
        asked, twin = self.state.asked, self.twin
        if twin in ("stale", "revoked", "norefresh") and asked == 2:
            self.state.tokens.clear()
        answers: dict[str, Callable[[], None]] = {
            "forbidden": lambda: self._json({"imsx_codeMajor": "failure"}, 403),
            "narrow": lambda: self._json(
                {"status": {"statusCode": 401, "statusText": "PERMISSION_DENIED"}}, 401
            ),
            "overrun": lambda: self._json({}, 429, headers={"Retry-After": "3"}),
            "tired": lambda: self._json({}, 503, headers={"Retry-After": "3600"}),
            "silent": lambda: self._json({}, 503),
            "broken": lambda: self._json({"imsx_codeMajor": "failure"}, 500),
            "redirects": lambda: self._send(302, b"", location=f"https://{ELSEWHERE}{path}"),
            "page": lambda: self._send(200, b"<html>", "text/html"),
            "text": lambda: self._json({"credential": "none"}),
            "array": lambda: self._json([]),
            "empty": lambda: self._json({}),
        }
        if asked == 2:
            answers |= {"busy": answers["overrun"], "stumbles": self._break_off}
        if asked > 1:
            answers["dies"] = self._break_off
        if self._allowed():
            answers.get(twin, lambda: self._page(path, query))()
        else:
            self._json({"status": {"statusCode": 401, "statusText": "UNAUTHENTICATED"}}, 401)

    def _page(self, path: str, query: dict[str, str]) -> None:
        members = {
            "connect": ("assertions", "signedAssertions"),
            "badgr": ("results",),
        }.get(self.twin, ("credential", "compactJwsString"))
        held = [(name, value) for name in members for value in self.holdings.get(name, [])]
        held += [("credential", value) for value in self.state.added]
        if "since" in query:
            held = [one for one in held if _issued(one[1]) > query["since"]]
        if self.twin == "odd":
            held.insert(1, ("credential", 7))
        offset, limit = int(query.get("offset", "0")), min(int(query.get("limit", "20")), _PAGE)
        body: dict[str, Any] = {name: [] for name in members}
        for name, value in held[offset : offset + limit]:
            body[name].append(value)
        if self.twin == "endless":
            body = {"credential": held[:1] and [held[0][1]]}
        if self.twin in ("connect", "badgr"):
            body["status"] = {"error": None, "statusCode": 200, "statusText": "OK"}
        if self.twin == "heavy":
            body["padding"] = "x" * _HEAVY * limit
        more = {"X-Total-Count": "9" if self.twin == "boasts" else str(len(held))}
        if offset + limit < len(held) or self.twin in ("endless", "circles"):
            more["Link"] = self._links(path, query, offset + limit, limit)
        self._json(body, headers=more)

    def _links(self, path: str, query: dict[str, str], offset: int, limit: int) -> str:
        host, scheme = self.host, "https"
        if self.twin == "leads":
            host = ELSEWHERE
        if self.twin == "downgrades":
            scheme = "http"
        if self.twin == "circles":
            offset = 0
        rest = urlencode({**query, "limit": str(limit), "offset": str(offset)})
        target = f"{scheme}://{host}{path}?{rest}"
        return f'<{target.replace("offset=", "first=")}>; rel="first", <{target}>; rel="next"'

    def _take(self, body: bytes) -> None:
        if not self._allowed():
            self._json({}, 401)
            return
        if (
            "credential.upsert"
            not in self.state.tokens[self.headers["Authorization"].removeprefix("Bearer ")]
        ):
            self._json({}, 403)
            return
        if self.twin == "refuses":
            self._json({"imsx_codeMajor": "failure"}, 400)
            return
        kind = self.headers["Content-Type"]
        value = json.loads(body) if kind == "application/json" else body.decode()
        had = any(_id(one) == _id(value) for one in self.state.added)
        self.state.added = [one for one in self.state.added if _id(one) != _id(value)] + [value]
        if self.twin == "changes":
            body = body.replace(b"Laser", b"Maser")
        self._send(200 if had else 201, body, kind)

    # -- writing

    def _path(self) -> tuple[str, dict[str, str]]:
        parts = urlsplit(self.path)
        return parts.path, dict(parse_qsl(parts.query))

    def _note(self, path: str, query: dict[str, str], body: bytes) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.state.seen.append(
            {
                "method": self.command,
                "path": path,
                "query": query,
                "headers": headers,
                "body": body.decode("utf-8", "replace"),
            }
        )

    def _json(self, value: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> None:
        self._send(status, json.dumps(value).encode(), headers=headers)

    def _send(
        self,
        status: int,
        body: bytes,
        kind: str = "application/json",
        *,
        location: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.send_response(status)
        more = {"Location": location} if location is not None else {}
        for name, value in {"Content-Type": kind, **more, **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def _break_off(self) -> None:
        """The network dies in the middle of an answer."""
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", "100000")
        self.end_headers()
        self.wfile.write(b'{"credential": [')
        self.wfile.flush()
        self.connection.close()
        self.close_connection = True


def _issued(value: Any) -> str:
    return str(value.get("validFrom") or value.get("issuedOn") or "") if isinstance(value, dict) else ""


def _id(value: Any) -> Any:
    return value.get("id") if isinstance(value, dict) else value


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, _request: Any, _client_address: Any) -> None:
        """A client that hangs up is none of ours."""


def serve(certificates: Path, holdings: Path) -> None:
    """Answers until the process ends."""
    Handler.holdings = json.loads(holdings.read_bytes())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificates)
    server = _Server((LOOPBACK, 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    print(server.server_port, flush=True)
    server.serve_forever()


# -- what tests use of it


@dataclass(frozen=True)
class BadgeService:
    """The running process, as tests see it.

    Attributes:
        port: where it listens on loopback, for every host name below `DOMAIN`.
        authority: who vouches for its certificate.
    """

    port: int
    authority: "Authority"

    def get(self, host: str, target: str) -> tuple[int, dict[str, str], bytes]:
        """What anybody's browser gets there: status, headers, body. No redirect is followed."""
        context = ssl.create_default_context(cafile=str(self.authority.file))
        with (
            socket.create_connection((LOOPBACK, self.port), timeout=10) as plain,
            context.wrap_socket(plain, server_hostname=host) as connection,
        ):
            connection.sendall(f"GET {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
            return _parsed(connection)

    def seen(self, host: str) -> list[dict[str, Any]]:
        """The requests that came for a site, in order."""
        found: list[dict[str, Any]] = json.loads(self.get(host, "/-/seen")[2])
        return found

    def browse(self, address: str) -> bool:
        """A person's browser: opens the sign-in page, where the person says yes, and goes where that leads."""
        parts = urlsplit(address)
        assert parts.hostname is not None
        status, headers, _ = self.get(parts.hostname, f"{parts.path}?{parts.query}")
        if status != 302:
            return True  # the person looks at an error page
        back = urlsplit(headers["location"])
        with socket.create_connection((LOOPBACK, back.port or 0), timeout=10) as connection:
            line = (
                f"GET {back.path}?{back.query} HTTP/1.1\r\nHost: {back.netloc}\r\nConnection: close\r\n\r\n"
            )
            connection.sendall(line.encode())
            _parsed(connection)
        return True


def _parsed(connection: socket.socket) -> tuple[int, dict[str, str], bytes]:
    text = b""
    while more := connection.recv(65536):
        text += more
    head, _, body = text.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    pairs = (line.partition(": ") for line in lines)
    return int(first.split()[1]), {name.lower(): value for name, _, value in pairs}, body


@contextmanager
def running(folder: Path, holdings: Mapping[str, list[Any]]) -> Iterator[BadgeService]:
    """The service in a process of its own, until the `with` ends.

    Args:
        folder: for what it needs on disk.
        holdings: by member of the interfaces' answers, what every site holds for the person who signs in.
    """
    from tests.sites import Authority  # noqa: PLC0415 - the process itself needs the standard library only

    authority = Authority(folder)
    certificates = authority.certificates_for((f"*.{DOMAIN}",))
    held = folder / "holdings.json"
    held.write_text(json.dumps(holdings), "utf-8")
    command = [sys.executable, "-P", __file__, str(certificates), str(held)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield BadgeService(int(process.stdout.readline()), authority)
        finally:
            process.terminate()


if __name__ == "__main__":
    serve(Path(sys.argv[1]), Path(sys.argv[2]))
