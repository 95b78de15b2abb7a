"""What most commands begin with: an open vault from a path and a passphrase.

Lives here: opening, and telling of other versions of the file. Does not live here: reading the passphrase
(`passphrase`) or what is done with the vault.
"""

import contextlib
from collections.abc import Iterator

from wallet.app.backup import automatic_backup
from wallet.app.container import Services
from wallet.app.copies import Relation, Sitting, Standing, copies_beside, keep_own_version
from wallet.app.unlock import Vault, open_vault
from wallet.cli import console
from wallet.cli.memory import memory
from wallet.cli.passphrase import read_passphrase
from wallet.cli.places import existing
from wallet.cli.render import plain, refusal
from wallet.cli.services import services_of
from wallet.errors import AppError, Reason, VaultError


@contextlib.contextmanager
def opened(
    vault_path: str, descriptor: int | None, *, passphrase: bytearray | None = None
) -> Iterator[Vault]:
    """The vault at this path; nobody is asked for the passphrase of a file that is not there.

    A passphrase that was read already is wiped. An older version than the one used last, and copies beside it that
    hold something else, are told on stderr.

    Raises:
        AppError: PASSPHRASE_MISSING.
        VaultError: as `open_vault`.
    """
    path = existing(vault_path)
    services = services_of()
    typed = read_passphrase(descriptor) if passphrase is None else passphrase
    with open_vault(path, typed) as vault:
        sitting = tell_other_versions(vault, services)
        try:
            yield vault
            if sitting.has_changes:
                _back_up(vault, services)
        except VaultError as error:
            if error.reason is Reason.VAULT_CHANGED_ELSEWHERE:
                saved = keep_own_version(vault, services)
                console.say(f"What this program had open is saved as {plain(saved.name)}, beside the file.")
            raise
        finally:
            with contextlib.suppress(AppError):  # a home that cannot be written: nothing is remembered
                sitting.end()


def tell_other_versions(vault: Vault, services: Services) -> Sitting:
    """Says on stderr what an opened file is to the one used last, and to copies beside it."""
    sitting = Sitting(vault, memory(), services)
    _tell_standing(sitting.standing)
    _tell_copies(vault)
    return sitting


def _back_up(vault: Vault, services: Services) -> None:
    """The automatic copy, where the owner asked for one; that it failed does not undo what the command did."""
    try:
        made = automatic_backup(vault, services)
    except VaultError as error:
        console.say(f"The automatic copy could not be made: {refusal(error.reason)}")
        return
    if made is not None:
        console.say(f"An automatic copy was made: {plain(str(made.path))}.")


def _tell_standing(standing: Standing) -> None:
    if standing.last_used is None or not standing.is_behind:
        return
    date = f"{standing.last_used:%Y-%m-%d}"
    if standing.relation is Relation.OLDER:
        console.say(f"Warning: this file is older than the one you used on {date}.")
    else:
        console.say(f"Warning: this file lacks changes made on {date}, and has others.")
    console.say("Look for the newer one before you change anything; 'vault merge' joins two versions.")


def _tell_copies(vault: Vault) -> None:
    for copy in copies_beside(vault):
        console.say(
            f"Warning: {plain(copy.path.name)}, in the same folder, holds changes that are not in this file."
            " 'vault merge' joins the two."
        )
