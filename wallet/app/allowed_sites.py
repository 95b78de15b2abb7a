"""The websites a learner agreed to for good: kept in their file, and with it only.

Lives here: reading and changing that. Does not live here: asking people, or sites (`online`).
"""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from wallet.codecs import strict_json
from wallet.errors import CodecError, ExchangeError, Reason, VaultError
from wallet.exchange.web_address import read_web_address

if TYPE_CHECKING:
    from wallet.vault.connection import Vault

SITES = "allowed_sites"
"""The setting with the sites that may be asked without another question."""
BADGE_SITES = "badge_sites"
"""The setting with access to badge sites (`kept_badge_sites`). Like the other one it is this file's alone."""


def site_name(text: str) -> str:
    """The name of a site in the one spelling that agreements are compared in.

    Raises:
        ExchangeError: WEB_ADDRESS_REFUSED when it is no host name.
    """
    address = read_web_address(f"https://{text}/")
    if address.url != f"https://{address.host}/":
        raise ExchangeError(Reason.WEB_ADDRESS_REFUSED, "more than a host name")
    return address.host


def allowed_sites(vault: "Vault") -> Mapping[str, bool]:
    """The sites a learner agreed to for good, and whether to addresses of a single credential there, too.

    Raises:
        VaultError: VAULT_DAMAGED when what was kept cannot be read.
    """
    text = vault.settings.get(SITES)
    try:
        found: Any = strict_json.loads(text) if text is not None else {}
    except CodecError as error:
        raise VaultError(Reason.VAULT_DAMAGED, "allowed sites") from error
    if not isinstance(found, dict) or not all(isinstance(value, bool) for value in found.values()):
        raise VaultError(Reason.VAULT_DAMAGED, "allowed sites")
    return found


def allow_site(vault: "Vault", host: str, *, of_one: bool) -> None:
    """Remembers that a site may be asked; durable on return. What was agreed to before stays.

    Raises:
        VaultError: the vault could not take it.
    """
    kept = allowed_sites(vault)
    _keep(vault, {**kept, host: of_one or kept.get(host, False)})


def forget_site(vault: "Vault", host: str) -> bool:
    """Takes an agreement back; whether there was one.

    Raises:
        VaultError: the vault could not take it.
    """
    kept = allowed_sites(vault)
    if host not in kept:
        return False
    _keep(vault, {name: value for name, value in kept.items() if name != host})
    return True


def _keep(vault: "Vault", sites: Mapping[str, bool]) -> None:
    vault.settings.set(SITES, json.dumps(dict(sorted(sites.items()))))
