"""Badge sites a learner stays connected to: only when they said so, and nowhere but inside their encrypted file.

Lives here: keeping access and forgetting it; forgetting wipes it from the file. It goes into no export, no share and
no other copy of the file. Does not live here: signing in and reading (`badge_site`).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from wallet.app.allowed_sites import BADGE_SITES
from wallet.app.badge_site import BadgeSite, HttpClient, Interface, Pace, SiteAccess, read_site_name
from wallet.app.container import Services
from wallet.codecs import strict_json
from wallet.codecs.timestamps import format_datetime, parse_datetime
from wallet.errors import CodecError, Reason, VaultError
from wallet.exchange.client_registration import RegisteredClient
from wallet.exchange.oauth_token import Access, ClientSecret
from wallet.vault.connection import Vault


@dataclass(frozen=True, slots=True)
class KeptSite:
    """A site that may be read again without signing in.

    Attributes:
        address: what the person typed, in one spelling.
        connected_at: when they signed in.
        read_at: when it was last read to the end; None before that.
    """

    address: str
    site: BadgeSite
    known_as: RegisteredClient
    access: Access
    connected_at: datetime
    read_at: datetime | None = None


def site_address(text: str) -> str:
    """What a person typed for a site, in the one spelling that kept sites are found by.

    Raises:
        ExchangeError: WEB_ADDRESS_REFUSED.
    """
    return read_site_name(text).url.removeprefix("https://").rstrip("/")


def kept_sites(vault: Vault) -> Sequence[KeptSite]:
    """The sites in this file, in the order they were connected.

    Raises:
        VaultError: VAULT_DAMAGED when what was kept cannot be read.
    """
    text = vault.settings.get(BADGE_SITES)
    try:
        found: Any = strict_json.loads(text) if text is not None else []
        return tuple(_read(entry) for entry in found)
    except (CodecError, KeyError, TypeError, ValueError) as error:
        raise VaultError(Reason.VAULT_DAMAGED, "badge sites") from error


def kept_site(vault: Vault, address: str) -> KeptSite | None:
    """The site kept under this address, None when there is none.

    Raises:
        VaultError: as `kept_sites`.
    """
    return next((kept for kept in kept_sites(vault) if kept.address == address), None)


def keep_site(vault: Vault, address: str, access: SiteAccess, services: Services) -> None:
    """Keeps access to a site; durable on return. What was kept under this address goes.

    Raises:
        VaultError: the vault could not take it.
    """
    now = services.clock.now()
    _put(vault, KeptSite(address, access.site, access.known_as, access.access, now))


def note_access(vault: Vault, kept: KeptSite, access: SiteAccess, read_at: datetime | None = None) -> None:
    """Keeps the access as it is after it was used, and when everything was read, if it was.

    Raises:
        VaultError: the vault could not take it.
    """
    new = replace(kept, access=access.access, read_at=read_at or kept.read_at)
    if new != kept:
        _put(vault, new)


def forget_kept_site(vault: Vault, address: str) -> bool:
    """Wipes the access to a site from the file; whether there was any.

    Raises:
        VaultError: the vault could not take it.
    """
    present = kept_sites(vault)
    left = [kept for kept in present if kept.address != address]
    if len(left) == len(present):
        return False
    _write(vault, left)
    return True


def reopen(kept: KeptSite, client: HttpClient, services: Services, timing: Pace) -> SiteAccess:
    """The access that was kept, ready to ask with.

    Raises:
        ExchangeError: as `SiteAccess`.
    """
    client = client.named_by(kept.site.described_by)
    return SiteAccess(client, kept.site, kept.known_as, kept.access, clock=services.clock, pace=timing)


def _put(vault: Vault, new: KeptSite) -> None:
    present = kept_sites(vault)
    if any(kept.address == new.address for kept in present):
        _write(vault, [new if kept.address == new.address else kept for kept in present])
    else:
        _write(vault, [*present, new])


def _write(vault: Vault, sites: Sequence[KeptSite]) -> None:
    if sites:
        vault.settings.set(BADGE_SITES, json.dumps([_written(kept) for kept in sites], ensure_ascii=False))
    else:
        vault.settings.remove(BADGE_SITES)


_SITE_TEXTS = (
    "name",
    "credentials_url",
    "authorization_url",
    "token_url",
    "refresh_url",
    "registration_url",
    "revocation_url",
    "read_scope",
    "write_scope",
    "terms_url",
    "privacy_url",
)


def _written(kept: KeptSite) -> Mapping[str, Any]:
    site, known_as, access = kept.site, kept.known_as, kept.access
    return {
        "address": kept.address,
        "interface": str(site.interface),
        **{name: getattr(site, name) for name in _SITE_TEXTS},
        "gives_later_access": site.gives_later_access,
        "described_by": site.described_by,
        "client_id": known_as.id,
        "client_secret": known_as.secret.secret if known_as.secret is not None else None,
        "secret_ends": _moment_text(known_as.secret_ends),
        "token": access.token,
        "token_until": _moment_text(access.until),
        "refresh_token": access.refresh_token,
        "scope": access.scope,
        "connected_at": format_datetime(kept.connected_at),
        "read_at": _moment_text(kept.read_at),
    }


def _read(entry: Mapping[str, Any]) -> KeptSite:
    site = BadgeSite(
        interface=Interface(entry["interface"]),
        **{name: entry[name] for name in _SITE_TEXTS},
        gives_later_access=entry["gives_later_access"],
        described_by=entry.get("described_by", ""),
    )
    secret = entry["client_secret"]
    client_id = entry["client_id"]
    proof = ClientSecret(client_id, secret) if secret is not None else None
    return KeptSite(
        entry["address"],
        site,
        RegisteredClient(client_id, proof, _moment(entry["secret_ends"])),
        Access(entry["token"], _moment(entry["token_until"]), entry["refresh_token"], entry["scope"]),
        parse_datetime(entry["connected_at"]),
        _moment(entry["read_at"]),
    )


def _moment(text: str | None) -> datetime | None:
    return None if text is None else parse_datetime(text)


def _moment_text(moment: datetime | None) -> str | None:
    return None if moment is None else format_datetime(moment)
