"""`ler-wallet pin`: what stands first in the list."""

from collections.abc import Sequence

from wallet.app.browse import list_heads
from wallet.app.organise import pin, pinned_ids, unpin
from wallet.app.unlock import Vault
from wallet.cli import console, exit_codes
from wallet.cli.browse import print_heads
from wallet.cli.opening import opened


def list_pins(*, vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """The lines of what is pinned, in order."""
    with opened(vault_path, descriptor) as vault:
        _print(vault, as_json=as_json)
    return exit_codes.DONE


def add(*, record_ids: Sequence[str], vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """Pins credentials."""
    with opened(vault_path, descriptor) as vault:
        pin(vault, record_ids)
        _print(vault, as_json=as_json)
    return exit_codes.DONE


def remove(*, record_ids: Sequence[str], vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """Unpins credentials."""
    with opened(vault_path, descriptor) as vault:
        unpin(vault, record_ids)
        _print(vault, as_json=as_json)
    return exit_codes.DONE


def _print(vault: Vault, *, as_json: bool) -> None:
    """Everything that is pinned now; pinned ones stand first in every list."""
    count = len(pinned_ids(vault))
    print_heads(vault, list_heads(vault, limit=count) if count else (), as_json=as_json)
    if not count:
        console.say("Nothing is pinned.")
