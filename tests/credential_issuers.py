"""Issuers of our own on a website of the test: OpenID4VCI 1.0 and VC-API exchanges, strict about what they are told.

Lives here: an issuer that does everything right. How one does something wrong is set by each test, in sight of its
reader: `pages` of the site, or the members here. `tests/exchange/test_openid4vci_peer.py` asks another's issuer.
"""

import http.client
import json
import socket
import ssl
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from tests import hiding, issuing
from tests.identities import Json, did_key
from tests.sites import LOOPBACK, Page, Reachable, Site, answer
from wallet.codecs import base64url
from wallet.credentials import detect
from wallet.credentials.jwt_vc import parse_compact_jws
from wallet.proofs import jose
from wallet.proofs.keys import PublicKey, key_from_jwk, key_from_multikey
from wallet.verification.report import CheckName, Outcome
from wallet.verification.sources import FixedClock, NoDocuments
from wallet.verification.verifier import Verifier

HOST = "school.example"
ISSUER = f"https://{HOST}/registrar"
CODE_GRANT = "urn:ietf:params:oauth:grant-type:pre-authorized_code"
BADGE, TOKEN_BADGE, SELECTIVE_BADGE = "badge", "token-badge", "selective-badge"


def credential_for(did: str, format_: str, *, number: int = 1) -> Any:
    """A credential about whoever has this DID."""
    issuer = did_key("issuer")
    subject = issuing.credential(issuer)["credentialSubject"] | {"id": did}
    document = issuing.credential(
        issuer, id=f"urn:uuid:00000000-0000-4000-8000-{number:012}", credentialSubject=subject
    )
    if format_ == "ldp_vc":
        return issuing.secure(document, issuer)
    if format_ == "jwt_vc_json":
        return issuing.token(issuing.claims_v2(document), issuer, "EdDSA")
    return hiding.issue(
        {"iss": issuer.id, "vct": "https://school.example/badge", "sub": did, "name": "Ana"}, issuer
    )


def display(*names: str) -> Json:
    """What a kind of credential is called."""
    return {"display": [{"name": name} for name in names]}


def configurations() -> dict[str, Json]:
    """What the issuer hands out."""
    proofs = {
        "cryptographic_binding_methods_supported": ["did:key"],
        "proof_types_supported": {"jwt": {"proof_signing_alg_values_supported": ["ES256", "EdDSA"]}},
    }
    definition = {"type": ["VerifiableCredential", "OpenBadgeCredential"]}
    return {
        BADGE: {
            "format": "ldp_vc",
            "scope": "badge",
            "credential_definition": definition,
            "credential_metadata": display("Laser cutting"),
            **proofs,
        },
        TOKEN_BADGE: {"format": "jwt_vc_json", "credential_definition": definition, **proofs},
        SELECTIVE_BADGE: {"format": "dc+sd-jwt", "vct": "https://school.example/badge", **proofs},
    }


@dataclass
class OpenIdIssuer:
    """Hands out credentials for codes and after sign-ins.

    Attributes:
        metadata, server: what it publishes of itself; a test may change both.
        transaction_code: what has to be typed in; None when nothing.
        postpones: how often it says "later" before it hands something out.
        renews: its access can be renewed; `access` is what counts now.
        said: what was told to it, by path.
    """

    site: Site
    metadata: Json = field(default_factory=dict)
    server: Json = field(default_factory=dict)
    transaction_code: str | None = None
    postpones: int = 0
    datasets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    codes: set[str] = field(default_factory=lambda: {"offered-code"})
    nonces: set[str] = field(default_factory=set)
    said: dict[str, list[Any]] = field(default_factory=dict)
    sign_ins: dict[str, Json] = field(default_factory=dict)
    holder: str = ""
    handed: int = 0
    asked: int = 0
    renews: bool = False
    access: str = "the-access"

    def __post_init__(self) -> None:
        self.metadata |= {
            "credential_issuer": ISSUER,
            "credential_endpoint": f"{ISSUER}/credential",
            "nonce_endpoint": f"{ISSUER}/nonce",
            "deferred_credential_endpoint": f"{ISSUER}/deferred",
            "notification_endpoint": f"{ISSUER}/told",
            "display": [{"name": "School of the test", "locale": "en-US"}],
            "credential_configurations_supported": configurations(),
        }
        self.server |= {
            "issuer": ISSUER,
            "token_endpoint": f"{ISSUER}/token",
            "authorization_endpoint": f"{ISSUER}/authorize",
            "grant_types_supported": ["authorization_code", CODE_GRANT],
            "pre-authorized_grant_anonymous_access_supported": True,
            "authorization_details_types_supported": ["openid_credential"],
        }
        pages: dict[str, Callable[[], Page]] = {
            "/.well-known/openid-credential-issuer/registrar": lambda: json_page(self.metadata),
            "/.well-known/oauth-authorization-server/registrar": lambda: json_page(self.server),
            "/registrar/offer": lambda: json_page(self.offer()),
            "/registrar/token": self._token,
            "/registrar/nonce": self._nonce,
            "/registrar/credential": self._credential,
            "/registrar/deferred": self._deferred,
            "/registrar/told": lambda: answer(b"", None, status="204 No Content"),
            "/registrar/authorize": self._authorize,
        }
        for path, page in pages.items():
            self.site.pages[path] = _live(page)

    def offer(self, *kinds: str, grants: Json | None = None) -> Json:
        """An offer as an object."""
        code: Json = {"pre-authorized_code": "offered-code"}
        if self.transaction_code is not None:
            code["tx_code"] = {"length": len(self.transaction_code), "description": "Look into your mail."}
        return {
            "credential_issuer": ISSUER,
            "credential_configuration_ids": list(kinds or (BADGE,)),
            "grants": {CODE_GRANT: code} if grants is None else grants,
        }

    def link(self, *kinds: str, grants: Json | None = None) -> str:
        """An offer as a link."""
        return f"openid-credential-offer://?credential_offer={quote(json.dumps(self.offer(*kinds, grants=grants)))}"

    def sign_in_link(self, *kinds: str) -> str:
        """An offer with a sign-in."""
        return self.link(*kinds, grants={"authorization_code": {"issuer_state": "begun"}})

    # -- what it answers

    def _token(self) -> Page:
        form = dict(parse_qsl(self._body("token"), keep_blank_values=True))
        if form["grant_type"] == "refresh_token":
            good = form["refresh_token"] == "renew-1"
            self.access = "renewed-access" if good else self.access
        elif form["grant_type"] == "authorization_code":
            begun = self.sign_ins.pop(form["code"], None)
            good = begun is not None and begun["redirect_uri"] == form["redirect_uri"]
            good = good and begun is not None and begun["code_challenge"] == _challenge(form["code_verifier"])
        else:
            good = form["pre-authorized_code"] in self.codes and form.get("tx_code") == self.transaction_code
            self.codes.discard(form["pre-authorized_code"] if good else "")
        if not good:
            return json_page({"error": "invalid_grant"}, "400 Bad Request")
        details = [
            {
                "type": "openid_credential",
                "credential_configuration_id": kind,
                "credential_identifiers": list(names),
            }
            for kind, names in self.datasets.items()
        ]
        more: Json = {"authorization_details": details} if details else {}
        more |= {"refresh_token": "renew-1"} if self.renews else {}
        return json_page({"access_token": self.access, "token_type": "Bearer", "expires_in": 600, **more})

    def _nonce(self) -> Page:
        self.asked += 1
        self.nonces.add(f"nonce-{self.asked}")
        return json_page({"c_nonce": f"nonce-{self.asked}"})

    def _credential(self) -> Page:
        asked = json.loads(self._body("credential"))
        if not self._has_access:
            return answer(b"", None, status="401 Unauthorized")
        kinds = {name: kind for kind, names in self.datasets.items() for name in names}
        kind = asked.get("credential_configuration_id") or kinds[asked["credential_identifier"]]
        refusal = self._why_not(asked, self.metadata["credential_configurations_supported"][kind])
        if refusal is not None:
            return json_page({"error": refusal}, "400 Bad Request")
        if self.postpones:
            self.postpones -= 1
            return json_page({"transaction_id": kind, "interval": 60}, "202 Accepted")
        return self._hand_out(kind)

    def _deferred(self) -> Page:
        asked = json.loads(self._body("deferred"))
        if not self._has_access:
            return answer(b"", None, status="401 Unauthorized")
        if self.postpones:
            self.postpones -= 1
            return json_page({**asked, "interval": 60}, "202 Accepted")
        return self._hand_out(asked["transaction_id"])

    def _hand_out(self, kind: str) -> Page:
        self.handed += 1
        format_ = self.metadata["credential_configurations_supported"][kind]["format"]
        made = credential_for(self.holder, format_, number=self.handed)
        return json_page({"credentials": [{"credential": made}], "notification_id": f"n{self.handed}"})

    def _why_not(self, asked: Json, configuration: Json) -> str | None:
        if not configuration.get("proof_types_supported"):
            return None if "proofs" not in asked else "invalid_proof"
        (kind, (proof,)), *others = asked["proofs"].items()
        assert not others
        nonce, audience, holder = _token_proof(proof) if kind == "jwt" else _presentation_proof(proof)
        if nonce not in self.nonces:
            return "invalid_nonce"
        self.nonces.discard(nonce)
        self.holder = holder
        return None if audience == ISSUER else "invalid_proof"

    def _authorize(self) -> Page:
        asked = dict(parse_qsl(urlsplit(self.site.seen[-1].target).query))
        assert asked["code_challenge_method"] == "S256"
        code = f"signed-in-{len(self.sign_ins)}"
        self.sign_ins[code] = asked
        back = urlencode({"code": code, "state": asked["state"], "iss": ISSUER})
        return answer(b"", status="302 Found", headers=[f"Location: {asked['redirect_uri']}?{back}"])

    @property
    def _has_access(self) -> bool:
        return f"Authorization: Bearer {self.access}\r\n" in self.site.seen[-1].text

    def _body(self, what: str) -> str:
        body = self.site.seen[-1].text.partition("\r\n\r\n")[2]
        self.said.setdefault(what, []).append(body)
        return body


def _token_proof(proof: str) -> tuple[str | None, str, str]:
    """Nonce, audience and holder of a key proof whose signature is good."""
    jws = parse_compact_jws(proof)
    assert jws.header["typ"] == "openid4vci-proof+jwt"
    kid = jws.header.get("kid")
    if kid is None:
        key, holder = key_from_jwk(jws.header["jwk"]), did_of(jws.header["jwk"])
    else:
        holder = str(kid).partition("#")[0]
        key = _multikey(holder)
    jose.verify(jws, key)
    return jws.payload.get("nonce"), jws.payload["aud"], holder


def did_of(jwk: Json) -> str:
    """The did:key of an Ed25519 JWK."""
    from wallet.proofs.keys import did_key_from_ed25519  # noqa: PLC0415 - for this only

    return did_key_from_ed25519(base64url.decode_strict(jwk["x"]))


def _multikey(did: str) -> PublicKey:
    return key_from_multikey(did.removeprefix("did:key:"))


def _presentation_proof(proof: Json) -> tuple[str | None, str, str]:
    """As `_token_proof`, for a presentation."""
    report = Verifier(NoDocuments(), FixedClock(issuing.NOW)).verify(
        detect.parse_document(json.dumps(proof).encode())
    )
    assert report.check(CheckName.PROOF).outcome is Outcome.PASSED, report
    assert proof["proof"]["proofPurpose"] == "authentication"
    return proof["proof"].get("challenge"), proof["proof"]["domain"], proof["holder"]


@dataclass
class Exchanger:
    """Hands out credentials in VC-API exchanges, and in the older way of the Digital Credentials Consortium.

    Attributes:
        asks: what it asks for; a test may change it.
        suites: with what the answers were signed.
    """

    site: Site
    asks: Json = field(default_factory=dict)
    suites: list[str] = field(default_factory=list)
    bodies: list[Json] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.asks |= {
            "query": [{"type": "DIDAuthentication"}],
            "challenge": "c-1",
            "domain": f"https://{HOST}",
            "interact": {
                "service": [
                    {
                        "type": "UnmediatedHttpPresentationService2021",
                        "serviceEndpoint": f"https://{HOST}/exchanges/1/answer",
                    }
                ]
            },
        }
        protocols = {"protocols": {"vcapi": f"https://{HOST}/exchanges/1"}}
        self.site.pages["/interactions/1"] = _live(lambda: json_page(protocols))
        self.site.pages["/exchanges/1"] = _live(
            lambda: json_page({"verifiablePresentationRequest": self.asks})
        )
        self.site.pages["/exchanges/1/answer"] = _live(self._wrapped)
        self.site.pages["/older/1"] = _live(self._bare)

    @property
    def interaction(self) -> str:
        """The address a website shows."""
        return f"https://{HOST}/interactions/1?iuv=1"

    @property
    def older_link(self) -> str:
        """The link that opens the Learner Credential Wallet."""
        query = urlencode(
            {
                "issuer": f"https://{HOST}",
                "auth_type": "bearer",
                "challenge": "c-1",
                "vc_request_url": f"https://{HOST}/older/1",
            }
        )
        return f"dccrequest://request?{query}"

    def _wrapped(self) -> Page:
        body = self._body()
        if set(body) != {"verifiablePresentation"}:
            return json_page({}, "400 Bad Request")
        made = self._for(body["verifiablePresentation"])
        shown = issuing.presentation(did_key("issuer"), made)
        return json_page({"verifiablePresentation": shown, "redirectUrl": "https://other.example/thanks"})

    def _bare(self) -> Page:
        return json_page(self._for(self._body()))

    def _for(self, shown: Json) -> Any:
        challenge, domain, holder = _presentation_proof(shown)
        assert (challenge, domain) == ("c-1", f"https://{HOST}")
        self.suites.append(shown["proof"].get("cryptosuite", shown["proof"]["type"]))
        return credential_for(holder, "ldp_vc", number=len(self.suites))

    def _body(self) -> Json:
        body: Json = json.loads(self.site.seen[-1].text.partition("\r\n\r\n")[2])
        self.bodies.append(body)
        return body


def json_page(value: Any, status: str = "200 OK") -> Page:
    """A JSON answer."""
    return answer(json.dumps(value).encode(), status=status)


def _live(page: Callable[[], Page]) -> Page:
    """A page that is made when it is asked for."""

    def write(connection: socket.socket) -> None:
        page()(connection)

    return write


def _challenge(verifier: str) -> str:
    import hashlib  # noqa: PLC0415 - for this only

    return base64url.encode(hashlib.sha256(verifier.encode()).digest())


def browse(site: Reachable, address: str) -> tuple[int, str]:
    """A person's browser: opens the sign-in page, where they say yes, and goes where that leads.

    Returns:
        What it shows at the end: status and text.
    """
    parts = urlsplit(address)
    context = ssl.create_default_context(cafile=str(site.authority.file))
    with (
        socket.create_connection((LOOPBACK, site.port), timeout=10) as plain,
        context.wrap_socket(plain, server_hostname=parts.hostname) as connection,
    ):
        line = (
            f"GET {parts.path}?{parts.query} HTTP/1.1\r\nHost: {parts.hostname}\r\nConnection: close\r\n\r\n"
        )
        connection.sendall(line.encode())
        text = b""
        while more := connection.recv(65536):
            text += more
    head = text.partition(b"\r\n\r\n")[0].decode()
    places = [line[10:] for line in head.split("\r\n") if line.lower().startswith("location: ")]
    if not places:
        return int(head.split()[1]), ""
    back = urlsplit(places[0])
    assert back.hostname == LOOPBACK
    visit = http.client.HTTPConnection(LOOPBACK, back.port, timeout=10)
    try:
        visit.request("GET", f"{back.path}?{back.query}")
        shown = visit.getresponse()
        return shown.status, shown.read().decode()
    finally:
        visit.close()
