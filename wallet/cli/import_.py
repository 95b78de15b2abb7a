"""`ler-wallet import`: a line for each item, printed once it is stored for good."""

from collections.abc import Sequence

from wallet.app.brought_keys import KeptKeys, delete_backup, keep_keys
from wallet.app.gather import Findings, Gatherer, is_bundle_folder
from wallet.app.inputs import STANDARD_INPUT, InputItem, read_inputs
from wallet.app.private_memory import wipe
from wallet.cli import console, exit_codes
from wallet.cli.keeping import Keeping, wish
from wallet.cli.opening import opened
from wallet.cli.options_online import going_online, refuse_hosts_offline
from wallet.cli.passphrase import read_backup_passphrase
from wallet.cli.render import plain, refusal
from wallet.cli.services import services_of
from wallet.errors import AppError, Reason


def run(
    *,
    inputs: Sequence[str],
    vault_path: str,
    holder_keys: bool,
    not_valid: bool,
    skip_invalid: bool,
    yes: bool,
    dry_run: bool,
    delete_plain: bool,
    descriptor: int | None,
    documents: str | None,
    at: str | None,
    as_json: bool,
    online: bool = False,
    allow_hosts: Sequence[str] = (),
) -> int:
    """Keeps what can be kept; one refused item makes the exit code 1, and the others stay.

    Raises:
        AppError: USAGE for options that contradict each other; as `opened` and `read_inputs`.
    """
    if dry_run and delete_plain:
        raise AppError(Reason.USAGE, "--dry-run changes nothing, so it cannot go with --delete-plain")
    wanted = wish(not_valid=not_valid, skip_invalid=skip_invalid, yes=yes, dry_run=dry_run)
    refuse_hosts_offline(allow_hosts, online=online)
    services = services_of(at, documents)
    code = exit_codes.DONE
    with (
        opened(vault_path, descriptor) as vault,
        going_online(services, allow_hosts, vault, online=online) as services,
        console.progress("Read" if dry_run else "Kept") as progress,
    ):
        asked = _BackupPassphrase(descriptor)
        gatherer = Gatherer(asked.given, holder_keys, services.follow)
        keeping = Keeping(vault, services, wanted, as_json=as_json, clear=progress.clear)
        try:
            for item in read_inputs(inputs, is_bundle=is_bundle_folder):
                findings, is_whole = Findings(), True
                for piece in gatherer.pieces(item, findings):
                    is_whole &= keeping.keep(piece)
                    progress.step()
                code = code if is_whole else exit_codes.FAILED
                for doubt in findings.doubts:
                    progress.clear()
                    console.say(f"{plain(item.name)}: {refusal(doubt)}")
                if findings.keys:
                    progress.clear()
                    kept = keep_keys(vault, findings, services) if holder_keys and not dry_run else None
                    _tell_keys(item, kept, dry_run=dry_run and holder_keys)
                    _after_plain(item, findings, kept, is_whole=is_whole, delete=delete_plain)
        finally:
            asked.forget()
        progress.clear()
        keeping.tell()
    return code


class _BackupPassphrase:
    """The passphrase of a locked backup, asked for once, when the first one is met."""

    def __init__(self, descriptor: int | None) -> None:
        self._descriptor = descriptor
        self._typed: bytearray | None = None
        self._is_asked = False

    def given(self) -> bytes | None:
        """The passphrase, None when nobody gives one."""
        if not self._is_asked:
            self._is_asked = True
            self._typed = read_backup_passphrase(self._descriptor)
        return None if self._typed is None else bytes(self._typed)

    def forget(self) -> None:
        """Wipes it."""
        if self._typed is not None:
            wipe(self._typed)


def _tell_keys(item: InputItem, kept: KeptKeys | None, *, dry_run: bool) -> None:
    """What became of the keys; nothing of them is shown but their public names."""
    if dry_run:
        console.say(
            f"{plain(item.name)} also holds private keys of the other wallet. They would be brought in."
        )
        return
    if kept is None:
        console.say(
            f"{plain(item.name)} also holds private keys of the other wallet. They were left there;"
            " --holder-keys brings them in."
        )
        return
    for name, did in kept.profiles:
        console.say(f"The key {plain(did)} is now your profile '{plain(name)}'.")
    if kept.known:
        console.say(f"{kept.known} of the private keys in {plain(item.name)} were in your wallet already.")
    if kept.unusable:
        console.say(
            f"{kept.unusable} of the private keys in {plain(item.name)}: {refusal(Reason.KEY_MALFORMED)}"
        )


def _after_plain(
    item: InputItem, findings: Findings, kept: KeptKeys | None, *, is_whole: bool, delete: bool
) -> None:
    """Warns of a file that anybody could sign with, and deletes it where that was asked for and loses nothing."""
    if not findings.has_open_keys:
        return
    name = plain(item.name)
    console.say(f"Warning: {name} is not encrypted. Whoever gets it can sign as its owner.")
    if not delete:
        console.say(
            "Delete it when you no longer need it; --delete-plain does so once everything in it is kept."
        )
    elif not item.is_file or item.name == STANDARD_INPUT:
        console.say(f"{name} was not deleted: it is not a single file. Delete it yourself.")
    elif not is_whole or kept is None or not kept.all_kept:
        missing = (
            "its private keys are not all in your wallet (--holder-keys)"
            if is_whole
            else "not all in it was kept"
        )
        console.say(f"{name} was not deleted: {missing}.")
    else:
        delete_backup(item.name)
        console.say(
            f"{name} was deleted. Copies of it may still be elsewhere, such as in a mail or in the cloud."
        )
