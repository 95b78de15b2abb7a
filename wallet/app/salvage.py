"""Saving what can still be read of a damaged file into a new one. The damaged file is not touched.

Lives here: the whole job, from the passphrase to a new file that was looked at before it got its name.
Does not live here: reading damaged pages and mending (`wallet.vault.salvage`), words (cli, ui).
"""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from wallet.app.container import Services
from wallet.app.holder import make_holder_key, new_holder_key
from wallet.app.import_credential import as_new_credential
from wallet.app.kdf_choice import new_key_profile
from wallet.app.kept_trust_lists import drop_lost_lists
from wallet.app.own_view import own_view
from wallet.app.unlock import key_for
from wallet.app.verify_document import DocumentVerifier
from wallet.credentials.detect import parse_document
from wallet.credentials.model import UnverifiedCredential
from wallet.errors import Reason, VaultError, WalletError
from wallet.vault.connection import Vault, create_vault_file
from wallet.vault.credential_store import NewCredential
from wallet.vault.file_lock import FileLock
from wallet.vault.integrity import Finding, FindingKind
from wallet.vault.key_derivation import ENTROPY_BYTES, new_salt, profile_of, read_salt
from wallet.vault.mending import Helpers, LostRecord
from wallet.vault.migrations.runner import STEPS
from wallet.vault.page_seal import PageSeal
from wallet.vault.raw_pages import RawPages
from wallet.vault.right_key import require_right_key
from wallet.vault.rollback_journal import journal_of, own_earlier_pages
from wallet.vault.salvage import Salvaged, salvage_rows
from wallet.verification.sources import IssuerDirectory

__all__ = ["Finding", "LostRecord", "Salvaged", "salvage"]


def salvage(path: Path, destination: Path, passphrase: bytearray, services: Services) -> Salvaged:
    """Makes a new file, with the same passphrase, of all that can be read of a damaged one.

    Nothing is written to the damaged file or beside it; the end of an interrupted change is taken from its journal
    as it lies. The new file is complete and whole, or not made at all.

    Args:
        path: the damaged file.
        destination: must not exist; its folder must.
        passphrase: UTF-8; wiped in every case.

    Raises:
        VaultError: WRONG_PASSPHRASE, NOT_A_VAULT (also when the first 16 bytes are gone, without which there is no
            key), VAULT_EXISTS, VAULT_DAMAGED when nothing can be read, VAULT_NEWER, DISK_FULL ...
    """
    keys: list[bytearray] = []
    try:
        if os.path.lexists(destination):
            raise VaultError(Reason.VAULT_EXISTS, "the name is taken")
        old_salt = read_salt(path)
        if not passphrase:
            raise VaultError(Reason.WRONG_PASSPHRASE, "empty passphrase")
        profile = new_key_profile(services, profile_of(old_salt))
        salt = new_salt(profile, services.random(ENTROPY_BYTES))
        keys = [key_for(passphrase, old_salt), key_for(passphrase, salt)]
        with FileLock.acquire(path) as lock:
            seal = PageSeal(keys[0], old_salt)
            require_right_key(seal, lock, path)
            pages = RawPages(lock.file, keys[0], old_salt, own_earlier_pages(journal_of(path), seal))
            if (pages.format_version() or 0) > STEPS[-1].number:
                raise VaultError(
                    Reason.VAULT_NEWER, "what a newer program keeps in it would be left out unsaid"
                )
            return _into_new_file(destination, keys[1], salt, pages, services)
    finally:
        for secret in (passphrase, *keys):
            secret[:] = bytes(len(secret))


def _into_new_file(
    destination: Path, key: bytearray, salt: bytes, pages: RawPages, services: Services
) -> Salvaged:
    done: list[Salvaged] = []

    def fill(vault: Vault) -> None:
        helpers = Helpers(
            lambda original: _read_again(original, vault, services), lambda: new_holder_key(services)
        )
        saved = salvage_rows(vault, pages, helpers)
        if not (saved.credentials or saved.shares or saved.keys):
            raise VaultError(Reason.VAULT_DAMAGED, "nothing can be read")
        if not saved.keys:
            make_holder_key(vault, services)
            lost = LostRecord(Finding(FindingKind.KEY, "1"), None)
            saved = replace(saved, lost=(*saved.lost, lost))
        gone = [
            LostRecord(Finding(FindingKind.TRUST_LIST, where), title)
            for where, title in drop_lost_lists(vault)
        ]
        saved = replace(saved, lost=(*saved.lost, *gone))
        if vault.check():
            raise VaultError(Reason.STORAGE_FAILED, "the new file is not whole")
        done.append(saved)

    create_vault_file(
        destination, key, salt, now=services.clock.now(), name=destination.stem, prepare=fill
    ).close()
    return done[0]


def _read_again(original: bytes, vault: Vault, services: Services) -> NewCredential | None:
    """An original parsed and verified as if it had come today; None for what is no credential."""
    try:
        document = parse_document(original)
        if not isinstance(document, UnverifiedCredential):
            return None
        report = DocumentVerifier(services, directories=_lists_left(vault)).verify_opened(document)
    except WalletError:
        return None
    return as_new_credential(document, report, "salvage", services.clock.now())


def _lists_left(vault: Vault) -> Sequence[IssuerDirectory]:
    """The owner's lists; none where one of them is lost, which must not cost the credential."""
    try:
        return own_view(vault)
    except VaultError:
        return ()
