"""Opening, making and closing a file, as work for the vault's thread."""

from pathlib import Path
from typing import TYPE_CHECKING

from wallet.app.inputs import read_file
from wallet.errors import WalletError
from wallet.ui.tasks import Job

if TYPE_CHECKING:
    from wallet.ui.ports import Desk, OpenWallet


def created(desk: "Desk", path: Path, passphrase: bytearray, job: Job) -> "OpenWallet":
    """A new file."""
    del job
    return desk.create(path, passphrase)


def opened(desk: "Desk", path: Path, passphrase: bytearray, job: Job) -> "OpenWallet":
    """A file that is there."""
    del job
    return desk.open(path, passphrase)


def recovered(desk: "Desk", path: Path, given: bytes, passphrase: bytearray, job: Job) -> "OpenWallet":
    """A file that its recovery kit opens."""
    del job
    return desk.recover(path, given, passphrase)


def picture_read(path: Path, job: Job) -> bytes:
    """The bytes of a picture, not decoded."""
    del job
    return read_file(path)


def closed(wallet: "OpenWallet | None", job: Job) -> None:
    """Its key is forgotten; where no file is open, this only waits for earlier work on the same thread."""
    del job
    if wallet is not None:
        wallet.close()


def tell_nobody(error: WalletError) -> None:
    """The window is going away; a file that cannot be closed any more is closed by the system."""
    del error
