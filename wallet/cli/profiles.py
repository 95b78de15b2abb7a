"""`ler-wallet profile`: who people are at school, at work ..., and which of them signs."""

from collections.abc import Mapping, Sequence
from typing import Any

from wallet.app.browse import all_ids
from wallet.app.container import Services
from wallet.app.profiles import Profile, add_profile, edit_profile, profiles, use_profile
from wallet.app.unlock import Vault
from wallet.cli import console, exit_codes
from wallet.cli.check import count_changes
from wallet.cli.opening import opened
from wallet.cli.render import plain
from wallet.cli.services import services_of
from wallet.cli.times import time_text


def list_profiles(*, vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """One line for each profile."""
    with opened(vault_path, descriptor) as vault:
        found = profiles(vault)
    for profile in found:
        _print(profile, as_json=as_json)
    return exit_codes.DONE


def add(
    *,
    name: str,
    identifiers: Sequence[str],
    vault_path: str,
    descriptor: int | None,
    documents: str | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Makes a profile; with identifiers, checks everything again, as more may now be known to be given to its owner."""
    services = services_of(at, documents)
    with opened(vault_path, descriptor) as vault:
        made = add_profile(vault, name, identifiers, services)
        counts = _check_all(vault, services) if identifiers else {}
    _print(made, as_json=as_json, **counts)
    if not made.is_in_use:
        console.say("To sign shares with it: ler-wallet profile use")
    return exit_codes.DONE


def edit(
    *,
    name: str,
    new_name: str | None,
    identifiers: Sequence[str],
    removed: Sequence[str],
    vault_path: str,
    descriptor: int | None,
    documents: str | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Changes a profile; checks everything again when its identifiers are others now."""
    services = services_of(at, documents)
    with opened(vault_path, descriptor) as vault:
        changed = edit_profile(vault, name, new_name=new_name, add=identifiers, remove=removed)
        counts = _check_all(vault, services) if identifiers or removed else {}
    _print(changed, as_json=as_json, **counts)
    return exit_codes.DONE


def use(*, name: str, vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """Signs with this profile's key from now on."""
    with opened(vault_path, descriptor) as vault:
        used = use_profile(vault, name)
    _print(used, as_json=as_json)
    return exit_codes.DONE


def _check_all(vault: Vault, services: Services) -> Mapping[str, int]:
    return count_changes(vault, all_ids(vault), services)


def _print(profile: Profile, *, as_json: bool, **counts: int) -> None:
    if as_json:
        shown: Mapping[str, Any] = {
            "name": profile.name,
            "identifiers": list(profile.identifiers),
            "did": profile.did,
            "in_use": profile.is_in_use,
            "created_at": time_text(profile.created_at),
        }
        console.result_object({**shown, **counts})
        return
    in_use = " (in use)" if profile.is_in_use else ""
    known = ", ".join(map(plain, profile.identifiers)) or "no e-mails or other identifiers yet"
    checked = f" Checked again: {counts['checked']}." if counts else ""
    console.result(f"{plain(profile.name)}{in_use}: {known}. Signs as {plain(profile.did)}.{checked}")
