"""`ler-wallet collection`: groups of credentials that people name."""

from collections.abc import Sequence

from wallet.app.organise import (
    Collection,
    add_to_collection,
    collection,
    collections,
    create_collection,
    drop_collection,
    remove_from_collection,
    rename_collection,
)
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.render import plain
from wallet.cli.services import services_of


def list_collections(*, vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """One line for each collection."""
    with opened(vault_path, descriptor) as vault:
        found = collections(vault)
    for one in found:
        _print(one, as_json=as_json)
    if not found:
        console.say("There are no collections in this file yet.")
    return exit_codes.DONE


def add(
    *,
    name: str,
    record_ids: Sequence[str],
    vault_path: str,
    descriptor: int | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Puts credentials into a collection, or makes an empty one."""
    services = services_of(at)
    with opened(vault_path, descriptor) as vault:
        if record_ids:
            add_to_collection(vault, name, record_ids, services)
        else:
            create_collection(vault, name, services)
        _print(collection(vault, name), as_json=as_json)
    return exit_codes.DONE


def remove(
    *, name: str, record_ids: Sequence[str], vault_path: str, descriptor: int | None, as_json: bool
) -> int:
    """Takes credentials out of a collection, or removes it and keeps what was in it."""
    with opened(vault_path, descriptor) as vault:
        before = collection(vault, name)
        if not record_ids:
            drop_collection(vault, name)
            console.say("The collection is gone. What was in it stays in your wallet.")
            _print(Collection(before.name, 0), as_json=as_json)
            return exit_codes.DONE
        if not remove_from_collection(vault, name, record_ids):
            console.say("None of these was in this collection.")
        _print(collection(vault, name), as_json=as_json)
    return exit_codes.DONE


def rename(*, name: str, new_name: str, vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """Gives a collection another name."""
    with opened(vault_path, descriptor) as vault:
        _print(collection(vault, rename_collection(vault, name, new_name)), as_json=as_json)
    return exit_codes.DONE


def _print(one: Collection, *, as_json: bool) -> None:
    if as_json:
        console.result_object({"name": one.name, "credentials": one.count})
    else:
        console.result(f"{plain(one.name)}: {one.count}")
