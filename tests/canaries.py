"""Credentials full of addresses that lead to a listener: whoever follows one of them is heard.

Lives here: an address of a listener in every member that names something on the web. They are as good as such
credentials can be: signed, where the reader would otherwise stop before it comes to an address.
"""

import json
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from tests import older_badges
from tests.identities import did_key, did_web, https_issuer
from tests.issuing import (
    STATUS_2021,
    achievement,
    changed,
    claims_v2,
    credential,
    good,
    presentation,
    status_entry,
    token,
)
from tests.sample_documents import chunk, png
from tests.sharing.pictures import code_png
from wallet.verification.checks.schema import PROMISE, PUBLISHER

EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
_SCHEMA = f"{PUBLISHER}spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"


class Listener:
    """Listens on loopback, on every port number it is asked for by nobody else."""

    def __init__(self, listening: socket.socket) -> None:
        self._listening = listening
        self.port = int(listening.getsockname()[1])

    @property
    def was_heard(self) -> bool:
        """Whether anybody connected since the last time this was asked."""
        try:
            connection, _ = self._listening.accept()
        except BlockingIOError:
            return False
        connection.close()
        return True


@contextmanager
def listener() -> Iterator[Listener]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield Listener(listening)


def canaries(host: str, port: int) -> Mapping[str, bytes]:
    """One file for each way to name something on the web, by file name."""
    site = f"https://{host}:{port}"
    web, page = did_web("canary", host=f"{host}%3A{port}"), https_issuer("canary", f"{site}/issuers/1")
    contexts = credential(web)["@context"]
    extended = {"@context": [*contexts, EXTENSIONS]}
    made: dict[str, Any] = {
        "issuer-did-web.json": good(web),
        "issuer-https.json": good(page),
        "holder-did-web.json": presentation(web, good()),
        "status-bitstring.json": good(credentialStatus=status_entry(f"{site}/list")),
        "status-old.json": good(
            **{"@context": [*contexts, STATUS_2021]},
            credentialStatus={**status_entry(f"{site}/list"), "type": "StatusList2021Entry"},
        ),
        "status-1edtech.json": good(
            **extended, credentialStatus={"id": f"{site}/revoked", "type": "1EdTechRevocationList"}
        ),
        "schema.json": good(**extended, credentialSchema=[{"id": f"{site}/schema", "type": PROMISE}]),
        "schema-of-1edtech.json": good(**extended, credentialSchema=[{"id": _SCHEMA, "type": PROMISE}]),
        "refresh.json": good(
            **extended, refreshService={"id": f"{site}/refresh", "type": "1EdTechCredentialRefresh"}
        ),
        "terms.json": changed(good(), "termsOfUse", {"id": f"{site}/terms", "type": "IssuerPolicy"}),
        "image.json": good(image={"id": f"{site}/image.png", "type": "Image"}),
        "evidence.json": good(evidence=[{"id": f"{site}/evidence", "type": ["Evidence"]}]),
        "achievement.json": good(
            credentialSubject={
                "id": did_key("learner").id,
                "type": ["AchievementSubject"],
                "achievement": achievement(
                    id=f"{site}/achievement",
                    image={"id": f"{site}/image.png", "type": "Image"},
                    criteria={"id": f"{site}/criteria"},
                ),
            }
        ),
        "context.json": changed(good(), "@context", [*contexts, f"{site}/context"]),
        "hosted.json": _moved(older_badges.assertion(), site),
        "hosted-http.json": _moved(older_badges.assertion(), f"http://{host}:{port}"),
        "enclosed.json": _moved(older_badges.assertion(badge=older_badges.badge_class()), site),
    }
    found = {name: json.dumps(document).encode() for name, document in made.items()}
    claims = claims_v2(credential(page))
    for name, header in {
        "jku": {"jku": f"{site}/keys"},
        "x5u": {"x5u": f"{site}/certificate"},
        "kid": {"kid": f"{site}/key"},
        "no-key": {},
    }.items():
        found[f"token-{name}.jwt"] = token(claims, page, "EdDSA", **header).encode()
    found["token-of-did-web.jwt"] = token(claims_v2(credential(web)), web, "EdDSA", kid=web.method).encode()
    found["signed.jws"] = older_badges.sign(_moved(older_badges.signed_assertion(), site)).encode()
    found["address.png"] = png(chunk(b"tEXt", f"openbadges\0{site}/assertions/1".encode()))
    found["address.txt"] = f"{site}/assertions/1".encode()
    found["code.png"] = code_png(f"{site}/assertions/1")
    found["offer.txt"] = f"openid-credential-offer://?credential_offer_uri={site}/offer".encode()
    found["request.txt"] = f"dccrequest://request?vc_request_url={site}/request".encode()
    found["page.html"] = f'<!DOCTYPE html><html><meta property="og:image" content="{site}/1.png">'.encode()
    found["drawing.svg"] = _drawing(site, found["hosted.json"].decode())
    found["drawing-with-entity.svg"] = (
        f'<!DOCTYPE svg SYSTEM "{site}/svg.dtd" [<!ENTITY x SYSTEM "{site}/entity">]>\n'
    ).encode() + found["drawing.svg"]
    return found


def _moved(document: Any, site: str) -> Any:
    """The same with the school's website somewhere else."""
    return json.loads(json.dumps(document).replace(older_badges.HOST, site))


def _drawing(site: str, body: str) -> bytes:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'xmlns:openbadges="http://openbadges.org"><openbadges:assertion verify="{site}/assertions/1">'
        f'<![CDATA[{body}]]></openbadges:assertion><image xlink:href="{site}/image.png"/>'
        f'<use href="{site}/use.svg#a"/><style>@import url("{site}/style.css")</style></svg>'
    ).encode()
