"""`ler-wallet vault passphrase`, `recovery-kit` and `recover`: a new key for a file that stays the same.

Does not live here: reading passphrases (`passphrase`) and giving out the kit (`kit_output`).
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from wallet.app.change_key import PROFILES, change_passphrase, open_with_kit, renew_key
from wallet.app.copies import copies_under_same_key
from wallet.app.inputs import read_inputs
from wallet.app.private_memory import wipe
from wallet.app.recovery_kit import key_in
from wallet.app.unlock import Vault, open_vault
from wallet.cli import console, exit_codes
from wallet.cli.kit_output import KitOutput
from wallet.cli.opening import tell_other_versions
from wallet.cli.passphrase import read_line, read_new_passphrase, read_passphrase, say_strength
from wallet.cli.places import existing
from wallet.cli.render import plain
from wallet.cli.services import services_of
from wallet.errors import AppError, Reason

_COPIES = "Copies and backups made before still open with the old passphrase and the old kit."
_NO_KIT = "The old recovery kit is void. Make a new one: ler-wallet vault recovery-kit."
_LONGEST_KIT = 20_000


def change(
    *,
    path: str,
    new_descriptor: int | None,
    kdf_profile: int | None,
    recovery_kit: str | None,
    language: str,
    descriptor: int | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Opens with the present passphrase, and gives the file the new one."""
    services, where = services_of(at), existing(path)
    profile = PROFILES[kdf_profile] if kdf_profile is not None else None
    with KitOutput(recovery_kit, language, where, services) as kit:
        with open_vault(where, read_passphrase(descriptor)) as vault:
            tell_other_versions(vault, services)
            copies = copies_under_same_key(vault)
            passphrase = read_new_passphrase(new_descriptor, descriptor)
            say_strength(passphrase)
            change_passphrase(vault, passphrase, services, profile=profile, prepare=kit.prepare).close()
        _say_done(path, "The passphrase was changed.", kit, copies, as_json=as_json)
    return exit_codes.DONE


def new_kit(
    *, path: str, out: str, language: str, descriptor: int | None, at: str | None, as_json: bool
) -> int:
    """A new key under the same passphrase, and its kit."""
    services, where = services_of(at), existing(path)
    with KitOutput(out, language, where, services) as kit:
        passphrase = read_passphrase(descriptor)
        with open_vault(where, bytearray(passphrase)) as vault:
            tell_other_versions(vault, services)
            copies = copies_under_same_key(vault)
            renew_key(vault, passphrase, services, prepare=kit.prepare).close()
        _say_done(path, "This recovery kit takes the place of older ones.", kit, copies, as_json=as_json)
    return exit_codes.DONE


def recover(
    *,
    path: str,
    kit: str | None,
    kit_descriptor: int | None,
    recovery_kit: str | None,
    language: str,
    descriptor: int | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Opens with the kit, and gives the file a new passphrase."""
    services, where = services_of(at), existing(path)
    with KitOutput(recovery_kit, language, where, services) as new_one:
        with _opened_with(where, kit, kit_descriptor) as vault:
            tell_other_versions(vault, services)
            copies = copies_under_same_key(vault)
            passphrase = read_passphrase(descriptor, twice=True)
            say_strength(passphrase)
            change_passphrase(vault, passphrase, services, prepare=new_one.prepare).close()
        _say_done(path, "The file has a new passphrase.", new_one, copies, as_json=as_json)
    return exit_codes.DONE


def _say_done(path: str, done: str, kit: KitOutput, copies: Sequence[Path], *, as_json: bool) -> None:
    kit.give_out()
    if as_json:
        console.result_object(
            {
                "path": path,
                "result": "changed",
                "recovery_kit": kit.as_object(),
                "old_key_copies": [str(copy) for copy in copies],
            }
        )
    else:
        console.result(f"{plain(path)}: {done}")
        kit.print_page()
    console.say(_COPIES)
    for copy in copies:
        console.say(f"Such a copy is {plain(str(copy))}. Delete it, or give it a new passphrase, too.")
    if kit.as_object() is None:
        console.say(_NO_KIT)


def _opened_with(path: Path, kit: str | None, descriptor: int | None) -> Vault:
    """The file, opened with the kit from wherever it comes."""
    given = _kit_given(kit, descriptor)
    try:
        key = key_in(bytes(given))
    finally:
        wipe(given)
    return open_with_kit(path, key)


def _kit_given(kit: str | None, descriptor: int | None) -> bytearray:
    """The kit as it came: a picture or text.

    Raises:
        AppError: RECOVERY_KIT_MISSING, or why the file cannot be read.
    """
    if descriptor is not None:
        return read_line(descriptor, Reason.RECOVERY_KIT_MISSING)
    if kit is not None:
        return _from_file(kit)
    if sys.stdin is None or not sys.stdin.isatty():
        return _from_file("-")
    console.say(
        "Type the 24 words of the recovery kit, with spaces between; the first four letters of each are enough."
    )
    # Shown while it is typed: nobody types 24 words blind, and once this has worked they open nothing more.
    return bytearray(sys.stdin.readline(_LONGEST_KIT).encode("utf-8", "surrogateescape"))


def _from_file(name: str) -> bytearray:
    item = next(iter(read_inputs([name])), None)
    if item is not None and item.item is None and item.error is not None:
        empty = item.error.reason is Reason.FILE_EMPTY
        raise AppError(Reason.RECOVERY_KIT_MISSING) if empty else item.error
    if item is None or item.data is None or item.item is not None:
        raise AppError(Reason.NOT_A_REGULAR_FILE)
    return bytearray(item.data)
