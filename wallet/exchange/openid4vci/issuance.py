"""Asking an issuer for credentials, with access and a proof of the key they are bound to.

Lives here: the credential, nonce and deferred endpoints. Does not live here: access (`wallet.exchange.oauth_token`),
what becomes of a credential that came (`wallet.app`).
Source: OpenID4VCI 1.0, sections 7 (nonce), 8 (credential), 9 (deferred) and 11 (notification).
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from wallet.codecs import strict_json
from wallet.credentials.model import JsonObject
from wallet.errors import ExchangeError, Reason
from wallet.exchange.http_client import Answer, HttpClient, Question
from wallet.exchange.openid4vci.metadata import OBJECT_FORMATS, Configuration, CredentialIssuer
from wallet.exchange.possession import SUITE, TOKEN_ALGORITHMS, ProofKey, signed_presentation, signed_token
from wallet.exchange.site_json import JSON, error_code, json_object, post_json, text_member

MAX_CREDENTIALS = 100
_ACCEPTED = 202
_ACCEPTED_EVENT = "credential_accepted"
_FAILURE_EVENT = "credential_failure"
_UNAUTHORIZED = frozenset({401, 403})
_STALE = frozenset({"invalid_nonce", "invalid_proof"})
_LONGEST_WAIT = 30 * 24 * 3600
_SHORTEST_WAIT = 5


@dataclass(frozen=True, slots=True)
class Issued:
    """What came.

    Attributes:
        credentials: each as a file would hold it: a token, or compact JSON in the issuer's order.
        notification: what to name when the issuer is told that they arrived; None when it does not want to know.
    """

    credentials: Sequence[bytes] = field(repr=False)
    notification: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Later:
    """The issuer needs time.

    Attributes:
        transaction: what to name when it is asked again.
        seconds: how long not to ask.
    """

    transaction: str = field(repr=False)
    seconds: int


@dataclass(frozen=True, slots=True)
class ProofWay:
    """How the key is proven to one issuer for one kind of credential.

    Attributes:
        kind: "jwt", "di_vp", or "" where no proof is asked.
        name: algorithm or suite.
        names_did: whether the key is named by its DID, in a token.
    """

    kind: str = ""
    name: str = ""
    names_did: bool = True


@dataclass(frozen=True, slots=True)
class Issuance:
    """One issuer, for as long as access to it lasts.

    Attributes:
        headers: carry the access.
        keys: whose possession is proven; several where the issuer hands out as many copies at once, one for each.
        client_id: how this program is known there; None where a code of an offer was enough.
        now: one reading of the clock for each proof.
    """

    client: HttpClient
    issuer: CredentialIssuer
    headers: Mapping[str, str] = field(repr=False)
    keys: Sequence[ProofKey]
    client_id: str | None
    now: Callable[[], datetime]

    def request(self, configuration: Configuration, dataset: str | None = None) -> Issued | Later:
        """Asks for the credentials of one kind.

        Args:
            dataset: which one of several, where the access names them.

        Raises:
            ExchangeError: as `HttpClient.ask`; HOLDER_KEY_NOT_ACCEPTED, CREDENTIAL_REFUSED, ACCESS_REFUSED,
                SITE_ANSWER_INVALID.

        Source: OpenID4VCI 1.0, sections 8.2 and 8.3.1.2 (a nonce that is over is replaced once).
        """
        way = proof_way(configuration)
        which = (
            {"credential_configuration_id": configuration.id}
            if dataset is None
            else {"credential_identifier": dataset}
        )
        answer = self._ask(way, which)
        if not answer.is_good and way.kind and error_code(answer) in _STALE:
            answer = self._ask(way, which)
        came = _read(answer, configuration.format)
        if isinstance(came, Later) and self.issuer.deferred_endpoint is None:
            raise ExchangeError(Reason.SITE_ANSWER_INVALID, "deferred_credential_endpoint")
        return came

    def tell_arrived(self, notification: str | None, *, is_kept: bool = True) -> None:
        """Tells an issuer that wants to know whether its credentials are kept. That it cannot be told changes nothing.

        Source: OpenID4VCI 1.0, section 11.1.
        """
        if notification is None or self.issuer.notification_endpoint is None:
            return
        body = {"notification_id": notification, "event": _ACCEPTED_EVENT if is_kept else _FAILURE_EVENT}
        with suppress(ExchangeError):
            post_json(self.client, self.issuer.notification_endpoint, body, self.headers)

    def _ask(self, way: ProofWay, which: JsonObject) -> Answer:
        """Source: OpenID4VCI 1.0, section 8.2 (`proofs`): one for each key, all for the same nonce."""
        if not way.kind:
            return post_json(self.client, self.issuer.credential_endpoint, which, self.headers)
        nonce = self._nonce()
        proofs = {way.kind: [self._proof(way, key, nonce) for key in self.keys]}
        return post_json(
            self.client, self.issuer.credential_endpoint, {**which, "proofs": proofs}, self.headers
        )

    def _proof(self, way: ProofWay, key: ProofKey, nonce: str | None) -> Any:
        if way.kind == "di_vp":
            return signed_presentation(key, self.issuer.issuer, self.now(), challenge=nonce, suite=way.name)
        return signed_token(
            key,
            self.issuer.issuer,
            self.now(),
            nonce=nonce,
            client_id=self.client_id,
            algorithm=way.name,
            names_did=way.names_did,
        )

    def _nonce(self) -> str | None:
        """Source: OpenID4VCI 1.0, sections 7.1 and 7.2."""
        if self.issuer.nonce_endpoint is None:
            return None
        answer = self.client.ask(Question(self.issuer.nonce_endpoint, (JSON,), method="POST"))
        if not answer.is_good:
            raise ExchangeError(Reason.SITE_WITHOUT_ANSWER, f"status {answer.status}")
        return text_member(json_object(answer), "c_nonce")


def ask_for_promised(
    client: HttpClient, endpoint: str, headers: Mapping[str, str], transaction: str, format_: str
) -> Issued | Later:
    """Asks for what an issuer needed time for; no proof of the key is needed again.

    Args:
        endpoint: the issuer's place for that.
        headers: carry the access.

    Raises:
        ExchangeError: as `Issuance.request`.

    Source: OpenID4VCI 1.0, sections 9.1 to 9.3.
    """
    return _read(post_json(client, endpoint, {"transaction_id": transaction}, headers), format_)


def proof_way(configuration: Configuration) -> ProofWay:
    """How to prove the key for this kind of credential; a token where that is possible.

    Raises:
        ExchangeError: HOLDER_KEY_NOT_ACCEPTED when the issuer takes no key of the kinds in a wallet file.

    Source: OpenID4VCI 1.0, section 12.2.4 (proof_types_supported, cryptographic_binding_methods_supported).
    """
    if not configuration.proof_types:
        return ProofWay()
    methods = configuration.binding_methods
    names_did = not methods or "did:key" in methods or "did" in methods
    algorithm = next(
        (one for one in TOKEN_ALGORITHMS if one in configuration.proof_types.get("jwt", ())), None
    )
    if not configuration.needs_attestation and (names_did or "jwk" in methods) and algorithm is not None:
        return ProofWay("jwt", algorithm, names_did)
    takes_suite = SUITE in configuration.proof_types.get("di_vp", ())
    if not configuration.needs_attestation and names_did and takes_suite:
        return ProofWay("di_vp", SUITE)
    raise ExchangeError(Reason.HOLDER_KEY_NOT_ACCEPTED)


def _read(answer: Answer, format_: str) -> Issued | Later:
    if not answer.is_good:
        refused = Reason.ACCESS_REFUSED if answer.status in _UNAUTHORIZED else Reason.CREDENTIAL_REFUSED
        raise ExchangeError(refused, f"status {answer.status}")
    body = json_object(answer)
    if answer.status == _ACCEPTED or "credentials" not in body:
        return Later(text_member(body, "transaction_id"), _seconds(body.get("interval")))
    found = body["credentials"]
    if not isinstance(found, list) or not 0 < len(found) <= MAX_CREDENTIALS:
        raise ExchangeError(Reason.SITE_ANSWER_INVALID, "credentials")
    told = body.get("notification_id")
    return Issued(
        tuple(_content(one, format_) for one in found), told if isinstance(told, str) and told else None
    )


def _content(entry: Any, format_: str) -> bytes:
    """One credential as a file would hold it. Source: OpenID4VCI 1.0, section 8.3 and appendix A."""
    found = entry.get("credential") if isinstance(entry, dict) else None
    if format_ in OBJECT_FORMATS:
        if not isinstance(found, dict):
            raise ExchangeError(Reason.SITE_ANSWER_INVALID, "credential")
        return strict_json.dumps(found).encode("utf-8")
    if not isinstance(found, str) or not found.isascii() or not found.isprintable():
        raise ExchangeError(Reason.SITE_ANSWER_INVALID, "credential")
    return found.encode("ascii")


def _seconds(found: Any) -> int:
    """How long to wait; a number that makes no sense is no reason to ask all the time, or never."""
    if isinstance(found, bool) or not isinstance(found, int | float):
        return _SHORTEST_WAIT
    return int(min(max(found, _SHORTEST_WAIT), _LONGEST_WAIT))
