"""Asking for what an issuer promised for later, when the learner wants to know.

Lives here: making promises out of what was received, and asking again. Does not live here: keeping promises
(`promises`), the protocol (`wallet.exchange.openid4vci.issuance`), keeping a credential (`import_credential`).
Source: OpenID4VCI 1.0, section 9.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar

from wallet.app.container import Services
from wallet.app.promises import Promise, change_promise, forget_promise, keep_promises, promises
from wallet.app.receive import Received
from wallet.codecs.timestamps import format_datetime
from wallet.errors import ExchangeError, Reason
from wallet.exchange.http_client import HttpClient
from wallet.exchange.oauth_token import Access, request_access
from wallet.exchange.openid4vci.issuance import Issued, Later, ask_for_promised
from wallet.vault.connection import Vault

__all__ = ["Asked", "Promise", "ask", "forget_promise", "promise_later", "promises", "settle"]

Result = TypeVar("Result")
_OVER = frozenset({Reason.CREDENTIAL_REFUSED, Reason.ACCESS_REFUSED, Reason.CODE_REFUSED})
_ID_BYTES = 4


def promise_later(vault: Vault, received: Received, services: Services) -> Sequence[Promise]:
    """Keeps what is to come later; durable on return.

    Raises:
        VaultError: the vault could not take it.
    """
    if received.issuance is None or received.access is None:
        return ()
    issuer, access, now = received.issuance.issuer, received.access, services.clock.now()
    return keep_promises(
        vault,
        [
            {
                "id": services.random(_ID_BYTES).hex(),
                "issuer": issuer.issuer,
                "endpoint": issuer.deferred_endpoint,
                "token": access.token,
                "refresh": access.refresh_token,
                "token_endpoint": received.token_endpoint,
                "client_id": received.issuance.client_id,
                "transaction": one.later.transaction,
                "format": one.configuration.format,
                "name": one.configuration.name("en"),
                "ask_after": format_datetime(now + timedelta(seconds=one.later.seconds)),
            }
            for one in received.postponed
        ],
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """What asking came to.

    Attributes:
        came: what the issuer says, or why it says nothing.
        changes: of the promise: access that was renewed on the way, which must not be lost.
    """

    came: Issued | Later | ExchangeError
    changes: Mapping[str, Any] = field(default_factory=dict, repr=False)


def ask(promise: Promise, client: HttpClient, now: datetime) -> Asked:
    """Asks for a promised credential; access that is over is renewed where the issuer's server gave the means.

    Nothing of the file is touched. That a site may not be asked is raised, so that somebody can be asked about it.

    Raises:
        ExchangeError: SITE_NOT_ALLOWED.

    Source: RFC 6749, section 6 (refreshing).
    """
    kept = promise.kept
    first = _tried(lambda: _came(kept, client))
    if not _is(first, Reason.ACCESS_REFUSED) or kept.get("refresh") is None:
        return Asked(first)
    access = _tried(lambda: _renewed(kept, client, now))
    if isinstance(access, ExchangeError):
        return Asked(access)
    changes = {"token": access.token, "refresh": access.refresh_token or kept["refresh"]}
    return Asked(_tried(lambda: _came({**kept, **changes}, client)), changes)


def settle(vault: Vault, promise: Promise, asked: Asked, services: Services) -> Sequence[bytes]:
    """Keeps what asking has changed: a promise for a later time, or one that will not be kept, which is forgotten.

    Returns:
        What came, to be kept by the caller, who forgets the promise then; nothing when it is still to come.

    Raises:
        VaultError: the vault could not take it.
    """
    came, changes = asked.came, dict(asked.changes)
    if isinstance(came, Issued):
        return came.credentials
    if isinstance(came, Later):
        later = services.clock.now() + timedelta(seconds=came.seconds)
        changes |= {"transaction": came.transaction, "ask_after": format_datetime(later)}
    elif came.reason in _OVER:
        forget_promise(vault, promise)
        return ()
    if changes:
        change_promise(vault, promise, changes)
    return ()


def _tried(work: Callable[[], Result]) -> Result | ExchangeError:
    """What the work gives, or why it gives nothing.

    Raises:
        ExchangeError: SITE_NOT_ALLOWED.
    """
    try:
        return work()
    except ExchangeError as error:
        if error.reason is Reason.SITE_NOT_ALLOWED:
            raise
        return error


def _is(found: object, reason: Reason) -> bool:
    return isinstance(found, ExchangeError) and found.reason is reason


def _came(kept: Mapping[str, Any], client: HttpClient) -> Issued | Later:
    headers = {"Authorization": f"Bearer {kept['token']}"}
    return ask_for_promised(client, kept["endpoint"], headers, kept["transaction"], kept["format"])


def _renewed(kept: Mapping[str, Any], client: HttpClient, now: datetime) -> Access:
    form = {"grant_type": "refresh_token", "refresh_token": kept["refresh"]}
    if kept.get("client_id") is not None:
        form["client_id"] = kept["client_id"]
    return request_access(client, kept["token_endpoint"], form, now)
