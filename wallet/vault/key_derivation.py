"""From a passphrase to the vault's key, and the 16 bytes at the start of the file that say how.

Lives here: the salt's layout, the closed table of Argon2id profiles, the derivation itself.
Does not live here: opening the file (`connection`), asking for a passphrase, judging its strength, choosing a profile
(`wallet.app.kdf_choice`).

Layout of the salt, which is also the first 16 bytes of the file: 4 bytes ``LERW``, 1 byte naming the profile,
11 random bytes.
The file carries no numbers, only the name of a profile of this table; editing that byte cannot make the
derivation cheaper or dearer.
"""

import errno
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import cast

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from wallet.errors import Reason, VaultError
from wallet.vault.rollback_journal import earlier_page, journal_of

MAGIC = b"LERW"
SALT_BYTES = 16
KEY_BYTES = 32
ENTROPY_BYTES = SALT_BYTES - len(MAGIC) - 1


@dataclass(frozen=True, slots=True)
class KdfProfile:
    """One fixed set of Argon2id parameters.

    Attributes:
        number: the byte in the salt that names this profile.
        memory_kib: memory in KiB.
        iterations: passes over the memory.
        lanes: degree of parallelism.
    """

    number: int
    memory_kib: int
    iterations: int
    lanes: int


LEAST_PROFILE = KdfProfile(number=1, memory_kib=64 * 1024, iterations=3, lanes=4)
"""What new files get on slow machines and on those with little free memory."""
STRONGER_PROFILE = KdfProfile(number=2, memory_kib=128 * 1024, iterations=3, lanes=4)
"""Twice the memory and twice the time: what new files get where the first would cost a guess too little, and whoever
asks for it. Under 150 MB, and under 1 s wherever the first takes less than 0.5 s."""
PROFILES: Mapping[int, KdfProfile] = MappingProxyType(
    {profile.number: profile for profile in (LEAST_PROFILE, STRONGER_PROFILE)}
)


def new_salt(profile: KdfProfile, entropy: bytes) -> bytes:
    """The salt of a new vault: 16 bytes made of the magic, the profile's number and 11 random bytes.

    Args:
        profile: an entry of `PROFILES`.
        entropy: 11 bytes from a cryptographic random source.
    """
    if len(entropy) != ENTROPY_BYTES or PROFILES.get(profile.number) != profile:
        raise ValueError("a salt takes a profile of the table and 11 random bytes")
    return MAGIC + bytes([profile.number]) + entropy


def profile_of(salt: bytes) -> KdfProfile:
    """The profile a salt names. Nothing is computed for a salt that is not ours.

    Raises:
        VaultError: NOT_A_VAULT without the magic, VAULT_DAMAGED when cut short, VAULT_NEWER for a profile not
            in the table.
    """
    if salt[: len(MAGIC)] != MAGIC:
        raise VaultError(Reason.NOT_A_VAULT, "the first bytes are not those of a wallet file")
    if len(salt) != SALT_BYTES:
        raise VaultError(Reason.VAULT_DAMAGED, "the file ends within its first 16 bytes")
    profile = PROFILES.get(salt[len(MAGIC)])
    if profile is None:
        raise VaultError(Reason.VAULT_NEWER, "unknown key derivation profile")
    return profile


def derive_key(passphrase: bytearray, salt: bytes) -> bytearray:
    """The 32-byte vault key.

    The passphrase is the caller's and stays as it is: whoever made the bytearray wipes it. The key comes back
    in a bytearray so
    that it can be wiped too. Copies made inside the cryptography library are out of Python's reach.

    Args:
        passphrase: the passphrase as UTF-8 bytes; not empty.
        salt: the 16 bytes from `new_salt` or `read_salt`.

    Raises:
        VaultError: PASSPHRASE_MISSING when empty, or as `profile_of`, before anything is computed; TOO_LITTLE_MEMORY.

    Source: RFC 9106 (Argon2id, version 0x13).
    """
    profile = profile_of(salt)
    if not passphrase:
        raise VaultError(Reason.PASSPHRASE_MISSING, "empty passphrase")
    derivation = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=profile.iterations,
        lanes=profile.lanes,
        memory_cost=profile.memory_kib,
    )
    key = bytearray(KEY_BYTES)
    material = cast("bytes", passphrase)  # any buffer will do; the library's stubs know only bytes
    try:
        if hasattr(derivation, "derive_into"):  # newer releases write into our buffer and keep no copy
            derivation.derive_into(material, key)
        else:
            key[:] = derivation.derive(material)
    except MemoryError as error:
        raise VaultError(Reason.TOO_LITTLE_MEMORY, f"{profile.memory_kib} KiB") from error
    return key


def read_salt(path: Path) -> bytes:
    """The 16-byte salt of an existing vault file, checked to be one this program can derive a key for.

    When the power failed while the first page was being written, the salt is that of the page in the journal.

    Raises:
        VaultError: VAULT_MISSING, FILE_NOT_READABLE, VAULT_IS_FOLDER, NOT_A_VAULT (also for an empty file), or as
            `profile_of`.
    """
    try:
        # A named pipe must not make us wait for a writer.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        raise file_error(error) from error
    try:
        require_regular_file(descriptor)
        salt = os.read(descriptor, SALT_BYTES)
    except OSError as error:
        raise file_error(error) from error
    finally:
        os.close(descriptor)
    try:
        profile_of(salt)
    except VaultError:
        earlier = earlier_page(journal_of(path), 1)
        if earlier is None:
            raise
        salt = earlier[:SALT_BYTES]
        profile_of(salt)
    return salt


def require_regular_file(descriptor: int) -> None:
    """Refuses whatever can be opened and is no file.

    Raises:
        VaultError: VAULT_IS_FOLDER, NOT_A_VAULT for a pipe or a device.
    """
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISDIR(mode):
        raise VaultError(Reason.VAULT_IS_FOLDER)
    if not stat.S_ISREG(mode):
        raise VaultError(Reason.NOT_A_VAULT, "not a regular file")


def file_error(error: OSError) -> VaultError:
    """What the operating system's refusal to open a vault file means."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return VaultError(Reason.VAULT_MISSING, "no such file")
    if isinstance(error, IsADirectoryError):
        return VaultError(Reason.VAULT_IS_FOLDER)
    return VaultError(Reason.FILE_NOT_READABLE, errno.errorcode.get(error.errno or 0, "unknown"))
