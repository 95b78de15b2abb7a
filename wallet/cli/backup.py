"""`ler-wallet vault backup` and `vault restore`: an encrypted copy, and putting one back."""

from pathlib import Path

from wallet.app.backup import back_up as make_backup
from wallet.app.restore import Lacking, open_backup, restore, what_would_be_missing
from wallet.app.unlock import Vault
from wallet.cli import console, exit_codes
from wallet.cli.memory import memory
from wallet.cli.opening import opened
from wallet.cli.passphrase import read_passphrase
from wallet.cli.places import existing, free, is_folder, is_taken
from wallet.cli.render import plain, refusal, title_and_issuer
from wallet.cli.services import services_of
from wallet.errors import AppError, Reason, VaultError


def back_up(
    *, path: str, place: str, automatic: bool, descriptor: int | None, at: str | None, as_json: bool
) -> int:
    """Makes a copy that was opened and compared; with `automatic` the vault remembers the folder."""
    services = services_of(at)
    where = Path(place)
    if automatic and not is_folder(where):
        raise AppError(Reason.USAGE, "with --automatic, DEST must be a folder")
    if not is_folder(where):
        free(place)
    with opened(path, descriptor) as vault:
        made = make_backup(vault, where, services)
        if automatic:
            vault.backups.choose_folder(where.absolute())
    if as_json:
        console.result_object({"path": path, "backup": str(made.path), "size": made.size, "result": "done"})
    else:
        console.result(f"Made {plain(str(made.path))}. It was opened and compared: nothing is missing.")
        console.say("It opens with the same passphrase. Keep it in another place than the file itself.")
        if automatic:
            console.say("From now on a copy is made there once a day when something new came; five are kept.")
    return exit_codes.DONE


def put_back(
    *, backup: str, path: str, replace: bool, descriptor: int | None, at: str | None, as_json: bool
) -> int:
    """Puts a backup in its place; what is there already is listed as far as the backup lacks it, and kept."""
    services = services_of(at)
    source, was_there = existing(backup), is_taken(Path(path))
    where = _followed(Path(path))
    if was_there and where.exists() and source.samefile(where):
        raise AppError(Reason.USAGE, "BACKUP and PATH are the same file")
    passphrase = read_passphrase(descriptor)
    again = bytearray(passphrase)
    with open_backup(source, passphrase) as held:
        if was_there:
            _show_missing(_compared(held, where, again), path, as_json=as_json)
            if not replace:
                console.say("Nothing was changed.")
                if where.is_file():
                    console.say("With --replace the file that is there is kept under another name.")
                raise VaultError(Reason.VAULT_EXISTS)
        done = restore(held, where, services, replace=replace)
    again[:] = bytes(len(again))
    memory().remember(done.state, services.clock.now())
    kept = None if done.kept_as is None else str(done.kept_as)
    if as_json:
        console.result_object(
            {"path": path, "result": "restored", "kept_as": kept, "credentials": done.credentials}
        )
    else:
        console.result(f"Restored {plain(path)} with {done.credentials} credentials.")
        if kept is not None:
            console.result(f"What was there before is now {plain(kept)}.")
    return exit_codes.DONE


def _followed(path: Path) -> Path:
    """The file itself where a link leads to one: it is what opens under the link's name, so it is what is replaced."""
    return path.resolve() if path.is_symlink() and path.exists() else path


def _compared(backup: Vault, where: Path, passphrase: bytearray) -> Lacking | None:
    """What would be missing; None when the file that is there cannot be read with this passphrase."""
    try:
        return what_would_be_missing(backup, where, passphrase)
    except VaultError as error:
        if error.reason is Reason.VAULT_IN_USE:
            raise
        console.say(f"The file that is there cannot be compared: {refusal(error.reason)}")
        return None


def _show_missing(lacking: Lacking | None, path: str, *, as_json: bool) -> None:
    if lacking is None:
        return
    if lacking.is_another_vault:
        console.say(
            "Warning: the file that is there is not a version of the backup, but a wallet of its own."
        )
    for head in lacking.credentials:
        if as_json:
            console.result_object(
                {"path": path, "result": "missing", "id": head.id, "name": head.name, "issuer": head.issuer}
            )
        else:
            console.result(f"missing {head.id}, {title_and_issuer(head.name, head.issuer)}")
    console.say(
        f"The backup lacks {len(lacking.credentials)} credentials, {lacking.notes} notes, {lacking.files} files of"
        f" yours and {lacking.shares} entries of the sharing history that are in the file that is there."
    )
