"""A finished copy takes the place of a vault, which is kept under another name.

Lives here: the order of names, so that at every moment the place holds one whole file and nothing of the other is lost.
Does not live here: making the copy (`vault_copy`).
"""

import contextlib
import os
import secrets
import sys
from pathlib import Path

from wallet.errors import Reason, VaultError
from wallet.vault.file_lock import FileLock
from wallet.vault.new_file import remove_abandoned_drafts
from wallet.vault.vault import Vault
from wallet.vault.vault_copy import copy_vault


def take_place(vault: Vault, path: Path, kept: Path) -> None:
    """Copies an open vault to `path`; what is there gets the name `kept`.

    The copy is made and compared under a passing name first. Then the present file gets its second name, and the copy
    takes the first one in one step; where files cannot have two names, the first is free for a moment.

    Args:
        path: an existing file that is not open anywhere.
        kept: a free name beside it.

    Raises:
        VaultError: VAULT_IN_USE, OUTPUT_NOT_WRITABLE, STORAGE_FAILED ...; the present file is at its place then.
        NoRoomError: DISK_FULL, with the room that is needed.
    """
    remove_abandoned_drafts(path)
    finished = path.with_name(f".{path.name}.{secrets.token_hex(8)}.draft")
    copy_vault(vault, finished)
    try:
        FileLock.acquire(path).release()
        _keep_as(path, kept)
        _keep_journal(path, kept)
        finished.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise VaultError(Reason.OUTPUT_NOT_WRITABLE, type(error).__name__) from error
    finally:
        finished.unlink(missing_ok=True)


def _keep_as(path: Path, kept: Path) -> None:
    if os.path.lexists(kept):
        raise VaultError(Reason.VAULT_EXISTS, "the name to keep it under is taken")
    try:
        os.link(path, kept)
    except OSError:
        path.rename(kept)
    _sync_folder(path.parent)


def _keep_journal(path: Path, kept: Path) -> None:
    """An interrupted change of the kept file stays beside it: beside the copy it would be played into that."""
    journal = path.with_name(path.name + "-journal")
    if journal.exists():
        journal.rename(kept.with_name(kept.name + "-journal"))
        _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
