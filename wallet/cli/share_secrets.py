"""What locked shares are locked and opened with: a passphrase that is not the vault's, or a key in a file.

Lives here: getting them, never from an argument, and wiping them. Does not live here: the file format
(`wallet.sharing.encrypted_share`).
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from wallet.app.inputs import read_file
from wallet.app.share_forms import LOCKED, ShareLock
from wallet.cli import variables
from wallet.cli.passphrase import read_line, read_share_passphrase, say_strength
from wallet.errors import Reason


@contextmanager
def share_lock(kind: str, receiver_key: bytes | None, descriptor: int | None) -> Iterator[ShareLock | None]:
    """The lock for a file of this kind; None where nothing is locked.

    Args:
        descriptor: the one the vault's passphrase came from: its next line is the share's.

    Raises:
        AppError: PASSPHRASE_MISSING when there is nowhere to get it from.
    """
    if kind != LOCKED:
        yield None
        return
    if receiver_key is not None:
        yield ShareLock(public_key=receiver_key)
        return
    secret = read_share_passphrase(descriptor)
    say_strength(secret)
    try:
        yield ShareLock(passphrase=secret)
    finally:
        secret[:] = bytes(len(secret))


def unlocker(descriptor: int | None, key_path: str | None) -> Callable[[bytes], bytes] | None:
    """What opens locked shares in `verify`; None when nothing was given to open them with."""
    if key_path is not None:
        private_key = read_file(key_path)
        return lambda data: _open(data, private_key=private_key)
    if descriptor is not None:
        return _with_passphrase(read_line(descriptor, Reason.PASSPHRASE_MISSING))
    given = os.environ.pop(variables.SHARE, None)
    return None if given is None else _with_passphrase(bytearray(os.fsencode(given)))


def _with_passphrase(secret: bytearray) -> Callable[[bytes], bytes]:
    return lambda data: _open(data, passphrase=secret)


def _open(data: bytes, *, passphrase: bytearray | None = None, private_key: bytes | None = None) -> bytes:
    from wallet.sharing.encrypted_share import decrypt  # noqa: PLC0415 - only for locked shares

    return decrypt(data, passphrase=passphrase, private_key=private_key)
