"""`ler-wallet trust`: lists of known issuers that are kept in the wallet file."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from wallet.app.browse import all_ids
from wallet.app.container import Services
from wallet.app.kept_trust_lists import (
    KeptTrustList,
    add_trust_list,
    kept_trust_lists,
    remove_trust_list,
)
from wallet.app.trust import split_names
from wallet.app.unlock import Vault
from wallet.cli import console, exit_codes
from wallet.cli.check import count_changes
from wallet.cli.opening import opened
from wallet.cli.options_online import going_online, refuse_hosts_offline
from wallet.cli.render import counted, plain
from wallet.cli.services import services_of
from wallet.cli.times import time_text
from wallet.errors import Reason, VaultError


def add(
    *,
    path: str,
    vault_path: str,
    descriptor: int | None,
    documents: str | None,
    at: str | None,
    as_json: bool,
    online: bool = False,
    allow_hosts: Sequence[str] = (),
) -> int:
    """Keeps the list, then checks everything."""
    refuse_hosts_offline(allow_hosts, online=online)
    services = services_of(at, documents)
    with opened(vault_path, descriptor) as vault:
        with going_online(services, allow_hosts, vault, online=online) as for_list:
            kept = _keep(vault, path, for_list)
        counts = count_changes(vault, all_ids(vault), services)
    _print(kept, as_json=as_json, **counts)
    return exit_codes.DONE


def _keep(vault: Vault, name: str, services: Services) -> KeptTrustList:
    now = services.clock.now()
    if not split_names([name])[1]:
        return add_trust_list(vault, Path(name), now)
    # with --online or --documents
    from wallet.app.web_list import keep_fetched  # noqa: PLC0415
    from wallet.cli.web_lists import fetch_list  # noqa: PLC0415

    return keep_fetched(vault, fetch_list(name, services.documents, vault), services)


def remove(
    *,
    list_id: str,
    vault_path: str,
    descriptor: int | None,
    documents: str | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Takes the list away, then checks everything."""
    services = services_of(at, documents)
    with opened(vault_path, descriptor) as vault:
        found = [kept for kept in kept_trust_lists(vault) if kept.id.startswith(list_id)]
        if len(found) != 1:
            raise VaultError(Reason.RECORD_AMBIGUOUS if found else Reason.RECORD_NOT_FOUND)
        remove_trust_list(vault, found[0].id)
        counts = count_changes(vault, all_ids(vault), services)
    _print(found[0], as_json=as_json, **counts)
    return exit_codes.DONE


def list_kept(*, vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """One line for each list."""
    with opened(vault_path, descriptor) as vault:
        lists = kept_trust_lists(vault)
    for kept in lists:
        _print(kept, as_json=as_json)
    if not lists:
        console.say("No list of issuers is kept in this file.")
    return exit_codes.DONE


def _print(kept: KeptTrustList, *, as_json: bool, **counts: int) -> None:
    if as_json:
        console.result_object({**_object(kept), **counts})
        return
    checked = f" Checked again: {counts['checked']}." if counts else ""
    issuers = counted(len(kept.list.issuers), "issuer", "issuers")
    count = f"{issuers}, in your file since {kept.added_at[: len('2026-11-23')]}"
    console.result(f"{kept.id}  {plain(kept.list.name)}: {count}.{checked}")


def _object(kept: KeptTrustList) -> Mapping[str, Any]:
    return {
        "id": kept.id,
        "name": kept.list.title,
        "publisher": kept.list.publisher,
        "made_at": _time(kept.list.made_at),
        "valid_until": _time(kept.list.valid_until),
        "issuers": len(kept.list.issuers),
        "added_at": kept.added_at,
    }


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else time_text(moment)
