"""Making and opening the encrypted file with a passphrase.

Lives here: what turns a typed passphrase into an open vault, and wipes it on the way.
Does not live here: key derivation and the file itself (`wallet.vault`), or asking for the passphrase (cli,
ui).
"""

import unicodedata
from collections.abc import Callable
from pathlib import Path

from wallet.app.container import Services
from wallet.app.holder import make_holder_key
from wallet.app.kdf_choice import new_key_profile
from wallet.app.passphrase import refuse_weak
from wallet.app.private_memory import forbid_core_dumps, wipe
from wallet.errors import Reason, VaultError
from wallet.vault.connection import Vault, create_vault_file, open_vault_file
from wallet.vault.key_derivation import ENTROPY_BYTES, KdfProfile, derive_key, new_salt, read_salt
from wallet.vault.names import usable_name

__all__ = ["Vault", "create_vault", "derive_new_key", "derive_vault_key", "key_for", "open_vault"]


def create_vault(
    path: Path,
    passphrase: bytearray,
    services: Services,
    *,
    name: str | None = None,
    profile: KdfProfile | None = None,
    prepare: Callable[[Vault], object] | None = None,
) -> Vault:
    """Makes a new encrypted file with a holder key in it, and opens it. It appears complete or not at all.

    Args:
        path: must not exist; its folder must.
        passphrase: UTF-8; wiped in every case.
        name: what its owner calls it; None or nothing for the file's own name.
        profile: of the key derivation; None for what suits this machine.
        prepare: given the vault before it has its name; what it raises leaves no file behind.

    Raises:
        VaultError: NAME_NOT_USABLE, PASSPHRASE_MISSING, PASSPHRASE_TOO_WEAK, TOO_LITTLE_MEMORY, VAULT_EXISTS,
            DISK_FULL, OUTPUT_NOT_WRITABLE ...
    """
    try:
        called = usable_name(name) if name else path.stem
    except VaultError:
        wipe(passphrase)
        raise
    key, salt = derive_new_key(passphrase, services, profile)

    def fill(vault: Vault) -> None:
        make_holder_key(vault, services)
        if prepare is not None:
            prepare(vault)

    try:
        return create_vault_file(
            path,
            key,
            salt,
            now=services.clock.now(),
            name=called,
            prepare=fill,
        )
    finally:
        wipe(key)


def open_vault(path: Path, passphrase: bytearray) -> Vault:
    """Opens an existing file.

    Args:
        passphrase: UTF-8; wiped in every case.

    Raises:
        VaultError: WRONG_PASSPHRASE, VAULT_MISSING, NOT_A_VAULT, VAULT_NEWER, VAULT_DAMAGED, VAULT_IN_USE,
            TOO_LITTLE_MEMORY ...
    """
    key = derive_vault_key(path, passphrase)
    try:
        return open_vault_file(path, key)
    finally:
        wipe(key)


def derive_vault_key(path: Path, passphrase: bytearray) -> bytearray:
    """The 32-byte key of an existing file, the caller's to wipe; the passphrase is wiped here.

    Raises:
        VaultError: WRONG_PASSPHRASE for an empty passphrase (no file is made with one), else what `read_salt`
        raises.
    """
    try:
        salt = read_salt(path)
        if not passphrase:
            raise VaultError(Reason.WRONG_PASSPHRASE, "empty passphrase")
        return key_for(passphrase, salt)
    finally:
        wipe(passphrase)


def derive_new_key(
    passphrase: bytearray,
    services: Services,
    profile: KdfProfile | None,
    present: KdfProfile | None = None,
) -> tuple[bytearray, bytes]:
    """The key of a new passphrase, the caller's to wipe, and its new salt; the passphrase is wiped here.

    Args:
        profile: of the key derivation; None for what suits this machine and is not weaker than the present one.
        present: of the key that ends with this one; None for a new file.

    Raises:
        VaultError: PASSPHRASE_MISSING, PASSPHRASE_TOO_WEAK, TOO_LITTLE_MEMORY.
    """
    try:
        refuse_weak(passphrase)
        salt = new_salt(profile or new_key_profile(services, present), services.random(ENTROPY_BYTES))
        return key_for(passphrase, salt), salt
    finally:
        wipe(passphrase)


def key_for(passphrase: bytearray, salt: bytes) -> bytearray:
    """The key a passphrase gives with a salt; both are the caller's to wipe.

    The passphrase counts in its composed form: one keyboard types é as one character, another as two.
    """
    forbid_core_dumps()
    if passphrase.isascii():
        return derive_key(passphrase, salt)
    composed = bytearray(_text_of(passphrase).encode("utf-8", "surrogateescape"))
    try:
        return derive_key(composed, salt)
    finally:
        wipe(composed)


def _text_of(passphrase: bytearray) -> str:
    return unicodedata.normalize("NFC", passphrase.decode("utf-8", "surrogateescape"))
