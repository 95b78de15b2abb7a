"""`ler-wallet delete`, `undelete` and `empty-bin`."""

from collections.abc import Sequence

from wallet.app.bin import UNDO_DAYS, delete, empty_bin, undelete
from wallet.app.browse import CredentialHead, current_version
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.render import title_and_issuer
from wallet.cli.services import services_of


def delete_credentials(
    *, record_ids: Sequence[str], vault_path: str, descriptor: int | None, at: str | None, as_json: bool
) -> int:
    """Moves credentials into the bin, all or none."""
    services = services_of(at)
    with opened(vault_path, descriptor) as vault:
        found = {head.id: head for head in (current_version(vault, one) for one in record_ids)}
        done = delete(vault, list(found), services)
    for head in found.values():
        _print(head, "in_the_bin", as_json=as_json)
    if done.moved:
        console.say(f"You can take it back for {UNDO_DAYS} days: ler-wallet undelete")
    if done.gone:
        console.say(f"In the bin for more than {UNDO_DAYS} days, and gone for good now: {done.gone}")
    return exit_codes.DONE


def undelete_credentials(
    *, record_ids: Sequence[str], vault_path: str, descriptor: int | None, as_json: bool
) -> int:
    """Takes credentials out of the bin, all or none."""
    with opened(vault_path, descriptor) as vault:
        found = {head.id: head for head in (current_version(vault, one) for one in record_ids)}
        moved = undelete(vault, list(found))
    for head in found.values():
        _print(head, "kept", as_json=as_json)
    if not moved:
        console.say("None of these was in the bin.")
    return exit_codes.DONE


def empty(*, vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """Deletes for good what is in the bin."""
    with opened(vault_path, descriptor) as vault:
        count = empty_bin(vault)
    if as_json:
        console.result_object({"deleted_for_good": count})
    else:
        console.result(f"Deleted for good: {count}")
    return exit_codes.DONE


def _print(head: CredentialHead, result: str, *, as_json: bool) -> None:
    """One credential and where it is now."""
    if as_json:
        console.result_object({"id": head.id, "name": head.name, "issuer": head.issuer, "result": result})
    else:
        where = "in the bin" if result == "in_the_bin" else "in your wallet"
        console.result(f"{head.id}  {title_and_issuer(head.name, head.issuer)}: {where}")
