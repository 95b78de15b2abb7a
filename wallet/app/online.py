"""Checking with the network: only because somebody asked for it, and only at sites they agreed to.

Lives here: putting the way out behind the documents that are at hand, and the sites a learner agreed to for good, which
are kept in their file. Does not live here: the request and its limits (`wallet.exchange`), the question (`cli`, `ui`).
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from wallet.app.container import Services
from wallet.codecs import strict_json
from wallet.errors import CodecError, ExchangeError, Reason, VaultError
from wallet.exchange.consent import AskedOnce, Consent, Nobody, Request
from wallet.exchange.http_client import HttpClient
from wallet.exchange.issuer_registry import read_web_list
from wallet.exchange.issuer_registry import title_of as list_title
from wallet.exchange.web_address import read_web_address
from wallet.exchange.web_documents import WebDocuments
from wallet.verification.sources import FirstOf

if TYPE_CHECKING:
    from wallet.vault.connection import Vault

__all__ = [
    "AskedOnce",
    "Consent",
    "Nobody",
    "Request",
    "WebDocuments",
    "allow_site",
    "allowed_sites",
    "forget_site",
    "list_title",
    "new_client",
    "read_web_list",
    "site_name",
    "with_web",
]

SITES = "allowed_sites"
"""The setting with the sites that may be asked without another question."""


def new_client(consent: Consent) -> HttpClient:
    """The way out, with the limits of the program."""
    return HttpClient(consent)


def with_web(services: Services, consent: Consent) -> tuple[Services, WebDocuments]:
    """The same services, with the web behind the documents at hand; nothing is asked yet.

    Returns:
        The services, and what becomes of each site while they are used.
    """
    web = WebDocuments(new_client(consent), services.clock)
    return replace(services, documents=FirstOf((services.documents, web))), web


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
