"""Asking for what an issuer promised for later, when the learner wants to know.

Lives here: making promises out of what was received, and asking again. Does not live here: keeping promises
(`promises`), the protocol (`wallet.exchange.openid4vci.issuance`), keeping a credential (`import_credential`).
Source: OpenID4VCI 1.0, section 9.
"""

from collections.abc import Sequence
from datetime import timedelta

from wallet.app.container import Services
from wallet.app.promises import Promise, change_promise, forget_promise, keep_promises, promises
from wallet.app.receive import Received
from wallet.codecs.timestamps import format_datetime
from wallet.errors import ExchangeError, Reason
from wallet.exchange.http_client import HttpClient
from wallet.exchange.openid4vci.issuance import Issued, Later, ask_for_promised
from wallet.vault.connection import Vault

__all__ = ["Came", "Promise", "ask", "forget_promise", "promise_later", "promises", "settle"]

Came = Issued | Later
"""What an issuer says when it is asked for what it promised."""

_OVER = frozenset({Reason.CREDENTIAL_REFUSED, Reason.ACCESS_REFUSED})
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
                "transaction": one.later.transaction,
                "format": one.configuration.format,
                "name": one.configuration.name("en"),
                "ask_after": format_datetime(now + timedelta(seconds=one.later.seconds)),
            }
            for one in received.postponed
        ],
    )


def ask(promise: Promise, client: HttpClient) -> Came:
    """Asks for a promised credential; nothing of the file is touched.

    Raises:
        ExchangeError: as `ask_for_promised`.
    """
    kept = promise.kept
    headers = {"Authorization": f"Bearer {kept['token']}"}
    return ask_for_promised(client, kept["endpoint"], headers, kept["transaction"], kept["format"])


def settle(vault: Vault, promise: Promise, came: Came | ExchangeError, services: Services) -> Sequence[bytes]:
    """Keeps what asking has changed: a promise for a later time, or one that will not be kept, which is forgotten.

    Returns:
        What came, to be kept by the caller, who forgets the promise then; nothing when it is still to come.

    Raises:
        VaultError: the vault could not take it.
    """
    if isinstance(came, ExchangeError):
        if came.reason in _OVER:
            forget_promise(vault, promise)
        return ()
    if isinstance(came, Issued):
        return came.credentials
    later = format_datetime(services.clock.now() + timedelta(seconds=came.seconds))
    change_promise(vault, promise, {"transaction": came.transaction, "ask_after": later})
    return ()
