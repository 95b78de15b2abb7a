"""A new passphrase, a new recovery kit, and opening a file with its kit.

Lives here: which salt and profile the new key gets, and that the old passphrase and the old kit end with it.
Does not live here: how one file takes the place of the other (`wallet.vault.rekey`).

Every change draws a new salt: the same passphrase then gives another key, so an old kit ends even when the passphrase
stays. Copies of the file made before keep their old key; nothing can reach those.
"""

import hmac
from collections.abc import Callable
from pathlib import Path

from wallet.app.container import Services
from wallet.app.kdf_choice import PROFILES, KdfProfile, new_key_profile
from wallet.app.private_memory import wipe
from wallet.app.recovery_kit import key_in
from wallet.app.unlock import derive_new_key, key_for
from wallet.errors import Reason, RecoveryKitError, VaultError
from wallet.vault.connection import Vault, open_vault_file
from wallet.vault.key_derivation import ENTROPY_BYTES, new_salt, profile_of, read_salt
from wallet.vault.rekey import rekey_vault
from wallet.vault.settings import KIT_MADE_AT

__all__ = [
    "PROFILES",
    "KdfProfile",
    "change_passphrase",
    "open_with_kit",
    "recover_vault",
    "renew_key",
    "replace_passphrase",
    "require_present",
]

Prepare = Callable[[Vault], object]


def change_passphrase(
    vault: Vault,
    passphrase: bytearray,
    services: Services,
    *,
    profile: KdfProfile | None = None,
    prepare: Prepare | None = None,
) -> Vault:
    """Gives an open file a new passphrase, and opens it anew. The old passphrase and the old kit open it no more.

    Args:
        vault: open; closed when this returns, and still open after every refusal that changed nothing.
        passphrase: UTF-8; wiped in every case.
        profile: of the table; None for the file's own, or that of new files made here where it is stronger.
        prepare: given the new file before it takes the place of the old one.

    Raises:
        VaultError: PASSPHRASE_MISSING, PASSPHRASE_TOO_WEAK, else as `rekey_vault`.
    """
    key, salt = derive_new_key(passphrase, services, profile, _present_profile(vault))
    return _rekeyed(vault, key, salt, prepare)


def replace_passphrase(vault: Vault, present: bytearray, new: bytearray, services: Services) -> Vault:
    """As `change_passphrase`, for whoever shows that they know the present one. Both are wiped in every case.

    Raises:
        VaultError: WRONG_PASSPHRASE, else as `change_passphrase`.
    """
    try:
        require_present(vault, present)
        return change_passphrase(vault, new, services)
    finally:
        wipe(present)
        wipe(new)


def renew_key(
    vault: Vault, passphrase: bytearray, services: Services, *, prepare: Prepare | None = None
) -> Vault:
    """Gives an open file a new key under its present passphrase, for a new kit; the old kit opens it no more.

    Args:
        passphrase: the present one, UTF-8; wiped in every case.

    Raises:
        VaultError: WRONG_PASSPHRASE, else as `rekey_vault`.
    """
    try:
        require_present(vault, passphrase)
        profile = new_key_profile(services, _present_profile(vault))
        salt = new_salt(profile, services.random(ENTROPY_BYTES))
        key = key_for(passphrase, salt)
    finally:
        wipe(passphrase)
    return _rekeyed(vault, key, salt, prepare)


def open_with_kit(path: Path, key: bytearray) -> Vault:
    """Opens a file with the key of its recovery kit, which is wiped in every case.

    Raises:
        RecoveryKitError: RECOVERY_KIT_OTHER, the kit is of another file or an older one.
        VaultError: as `open_vault_file`.
    """
    try:
        return open_vault_file(path, key)
    except VaultError as error:
        if error.reason is not Reason.WRONG_PASSPHRASE:
            raise
        raise RecoveryKitError(Reason.RECOVERY_KIT_OTHER, error.detail) from error
    finally:
        wipe(key)


def recover_vault(path: Path, given: bytes, passphrase: bytearray, services: Services) -> Vault:
    """Opens a file with its recovery kit and gives it a new passphrase; the kit opens it no more.

    Args:
        given: the kit as words, code or a picture of its QR code.
        passphrase: the new one, UTF-8; wiped in every case.

    Raises:
        RecoveryKitError: as `open_with_kit` and `recovery_kit.key_in`.
        VaultError: as `change_passphrase`.
    """
    try:
        vault = open_with_kit(path, key_in(given))
        try:
            return change_passphrase(vault, passphrase, services)
        except BaseException:
            vault.close()
            raise
    finally:
        wipe(passphrase)


def _rekeyed(vault: Vault, key: bytearray, salt: bytes, prepare: Prepare | None) -> Vault:
    def fill(new: Vault) -> None:
        new.settings.remove(KIT_MADE_AT)
        new.backups.forget()
        if prepare is not None:
            prepare(new)

    try:
        return rekey_vault(vault, key, salt, fill)
    finally:
        wipe(key)


def _present_profile(vault: Vault) -> KdfProfile:
    return profile_of(read_salt(vault.path))


def require_present(vault: Vault, passphrase: bytearray) -> None:
    """Whoever changes the key shows that they know the passphrase: an open window is not enough.

    Raises:
        VaultError: WRONG_PASSPHRASE. The passphrase is the caller's to wipe.
    """
    if not passphrase:
        raise VaultError(Reason.WRONG_PASSPHRASE, "empty passphrase")
    present = vault.copy_of_key()
    derived = key_for(passphrase, read_salt(vault.path))
    try:
        if not hmac.compare_digest(present, derived):
            raise VaultError(Reason.WRONG_PASSPHRASE, "not the passphrase of the open file")
    finally:
        wipe(present)
        wipe(derived)
