"""`ler-wallet export`: everything as ordinary files."""

import os
from pathlib import Path

from wallet.app.export import export_vault
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.render import plain
from wallet.cli.services import services_of
from wallet.errors import AppError, Reason, VaultError


def run(
    *, vault_path: str, folder: str, with_keys: bool, descriptor: int | None, at: str | None, as_json: bool
) -> int:
    """Writes a new folder; what is damaged is left out and named, with exit code 5."""
    services = services_of(at)
    if os.path.lexists(folder):
        raise AppError(Reason.OUTPUT_EXISTS)
    with opened(vault_path, descriptor) as vault, console.progress("Written") as progress:
        done = export_vault(vault, Path(folder), services, with_keys=with_keys, progress=progress.step)
    if as_json:
        console.result_object(
            {
                "folder": folder,
                "result": "damaged" if done.damaged else "done",
                "credentials": done.credentials,
                "shares": done.shares,
                "files": done.files,
                "damaged": list(done.damaged),
                "holder_keys": done.has_keys,
            }
        )
    else:
        console.result(
            f"Wrote {done.credentials} credentials and {done.shares} shares to {plain(folder)}."
            " Every file was read back."
        )
        for damaged in done.damaged:
            console.result(f"left out, because it is damaged: {plain(damaged)}")
        console.say("Nothing in this folder is encrypted: anyone who can open it can read all of it.")
        if done.has_keys:
            console.say("The secret keys you sign with are in it. Whoever has them can sign as you.")
    if done.damaged:
        raise VaultError(Reason.VAULT_DAMAGED, f"{len(done.damaged)} left out")
    return exit_codes.DONE
