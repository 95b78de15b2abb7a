"""What issuers promised for later: kept in the learner's file, with the access that belongs to each promise.

Lives here: keeping, reading and forgetting promises. Does not live here: asking for what was promised (`waiting`).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from wallet.codecs import strict_json
from wallet.codecs.timestamps import parse_datetime
from wallet.errors import CodecError, ExchangeError, Reason, VaultError
from wallet.exchange.web_address import read_web_address

if TYPE_CHECKING:
    from wallet.vault.connection import Vault

PROMISES = "promised_credentials"
"""The setting with what issuers will have ready later."""


@dataclass(frozen=True, slots=True)
class Promise:
    """One credential that is to come.

    Attributes:
        id: names it to people, eight letters.
        host: who promised it.
        name: what the issuer calls it, which nobody checked.
        ask_after: the issuer does not want to be asked before.
        kept: what is needed to ask: issuer, endpoint, token, transaction, format, and to renew the token.
    """

    id: str
    host: str
    name: str
    ask_after: datetime
    kept: Mapping[str, Any] = field(repr=False)


def promises(vault: "Vault") -> Sequence[Promise]:
    """Everything that is to come, in the order it was promised.

    Raises:
        VaultError: VAULT_DAMAGED when what was kept cannot be read.
    """
    return [_promise(one) for one in _kept(vault)]


def keep_promises(vault: "Vault", made: Sequence[Mapping[str, Any]]) -> Sequence[Promise]:
    """Keeps further promises; durable on return.

    Raises:
        VaultError: the vault could not take it.
    """
    if made:
        _keep(vault, [*_kept(vault), *made])
    return [_promise(one) for one in made]


def change_promise(vault: "Vault", promise: Promise, changes: Mapping[str, Any]) -> None:
    """Keeps what an issuer said when it was asked again; durable on return.

    Raises:
        VaultError: the vault could not take it.
    """
    _keep(vault, [{**one, **changes} if one["id"] == promise.id else one for one in _kept(vault)])


def forget_promise(vault: "Vault", promise: Promise) -> None:
    """Forgets a promise; durable on return.

    Raises:
        VaultError: the vault could not take it.
    """
    _keep(vault, [one for one in _kept(vault) if one["id"] != promise.id])


def _promise(kept: Mapping[str, Any]) -> Promise:
    try:
        endpoint = read_web_address(kept["endpoint"])
        return Promise(kept["id"], endpoint.host, kept["name"], parse_datetime(kept["ask_after"]), kept)
    except (KeyError, TypeError, CodecError, ExchangeError) as error:
        raise VaultError(Reason.VAULT_DAMAGED, "promised credentials") from error


def _kept(vault: "Vault") -> Sequence[Mapping[str, Any]]:
    text = vault.settings.get(PROMISES)
    try:
        found: Any = strict_json.loads(text) if text is not None else []
    except CodecError as error:
        raise VaultError(Reason.VAULT_DAMAGED, "promised credentials") from error
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise VaultError(Reason.VAULT_DAMAGED, "promised credentials")
    return found


def _keep(vault: "Vault", entries: Sequence[Mapping[str, Any]]) -> None:
    if entries:
        vault.settings.set(PROMISES, json.dumps(list(entries)))
    else:
        vault.settings.remove(PROMISES)
