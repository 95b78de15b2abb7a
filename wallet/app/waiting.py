"""Asking for what an issuer promised for later, when the learner wants to know.

Lives here: making promises out of what was received, and asking again. Does not live here: keeping promises
(`promises`), the protocol (`wallet.exchange.openid4vci.issuance`), keeping a credential (`import_credential`).
Source: OpenID4VCI 1.0, section 9.
"""

from collections.abc import Sequence
from datetime import timedelta

from wallet.app.container import Services
from wallet.app.promises import Promise, change_promise, forget_promise, keep_promises, promises
from wallet.app.receive import Received, proof_key
from wallet.codecs.timestamps import format_datetime
from wallet.errors import ExchangeError, Reason
from wallet.exchange.http_client import HttpClient
from wallet.exchange.openid4vci.issuance import Issuance, Issued
from wallet.exchange.openid4vci.metadata import CredentialIssuer
from wallet.vault.connection import Vault

__all__ = ["Promise", "ask_again", "forget_promise", "promise_later", "promises"]

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


def ask_again(vault: Vault, promise: Promise, client: HttpClient, services: Services) -> Received:
    """Asks for a promised credential. What came is in memory; whoever keeps it forgets the promise then.

    Returns:
        What came; nothing in it when it is still to come.

    Raises:
        ExchangeError: as `Issuance.ask_again`. When the issuer will not hand it out any more, the promise is forgotten.
        VaultError: the vault could not take it.
    """
    kept = promise.kept
    issuance = Issuance(
        client,
        CredentialIssuer(kept["issuer"], "", {}, deferred_endpoint=kept["endpoint"]),
        {"Authorization": f"Bearer {kept['token']}"},
        proof_key(vault, services),
        None,
        services.clock.now,
    )
    try:
        came = issuance.ask_again(kept["transaction"], kept["format"])
    except ExchangeError as error:
        if error.reason in _OVER:
            forget_promise(vault, promise)
        raise
    if isinstance(came, Issued):
        return Received(came.credentials)
    later = format_datetime(services.clock.now() + timedelta(seconds=came.seconds))
    change_promise(vault, promise, {"transaction": came.transaction, "ask_after": later})
    return Received(())
