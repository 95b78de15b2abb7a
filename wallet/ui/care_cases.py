"""Backups, moving, other versions and damage over the real use cases (`care_ports`).

Does not live here: what else an open file can do (`use_cases`). Imported late, as that is.
"""

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from wallet.app import backup, copies, export, merge, move, restore, salvage, vault_care
from wallet.app.container import Services
from wallet.app.last_seen import LastSeen
from wallet.app.unlock import Vault
from wallet.errors import AppError, Reason, VaultError, WalletError
from wallet.ui.care_ports import (
    BackupFacts,
    Behind,
    CopyFound,
    Damage,
    Joined,
    MovedTo,
    OldFile,
    PutBack,
    SavedRest,
    WrittenOut,
)
from wallet.vault.copy_names import free_name, same_salt

_MOST_COPIES = 20
_NAMED = 20


class KeptSafe:
    """The part of an open wallet about the file itself; every call on the thread that opened it."""

    def __init__(self, vault: Vault, services: Services, memory: LastSeen) -> None:
        self._services = services
        self._memory = memory
        self._follow(vault)
        self._behind = _behind(self._sitting.standing)

    @property
    def behind(self) -> Behind | None:
        """What it lacks of the version used last here."""
        return self._behind

    def go_on(self) -> None:
        """The owner goes on with this version."""
        self._behind = None
        with contextlib.suppress(AppError):  # a home that cannot be written: nothing is remembered
            self._sitting.accept()

    def copies_beside(self) -> Sequence[str]:
        """Names of files beside it that hold other changes of it."""
        return tuple(one.path.name for one in copies.copies_beside(self._vault))

    def backup_facts(self) -> BackupFacts:
        """When it was backed up."""
        state = backup.backup_state(self._vault, self._services)
        return BackupFacts(state.last_at, state.new_items, state.folder, state.is_due)

    def back_up(self, folder: Path, *, remember: bool) -> Path:
        """Makes a compared copy."""
        if not folder.is_dir():
            raise VaultError(Reason.OUTPUT_NOT_WRITABLE, "no such folder")
        made = backup.back_up(self._vault, folder, self._services)
        if remember:
            self._vault.backups.choose_folder(folder.absolute())
        return made.path

    def forget_backup_folder(self) -> None:
        """No more copies by themselves."""
        self._vault.backups.choose_folder(None)

    def damage(self) -> Damage:
        """Reads everything."""
        return _damage(self._vault.check())

    def write_everything(self, folder: Path, progress: Callable[[], object]) -> WrittenOut:
        """Writes all it holds into a new folder inside this one."""
        now = self._services.clock.now()
        place = free_name(folder / f"{self._vault.path.stem} {now:%Y-%m-%d}")
        done = export.export_vault(self._vault, place, self._services, progress=progress)
        return WrittenOut(place, done.credentials, done.files, len(done.damaged))

    def join(self, other: Path, passphrase: bytearray, *, may_be_another: bool) -> Joined:
        """What only the other holds."""
        items = merge.merge_copy(self._vault, other, passphrase, may_be_another=may_be_another).items
        kinds = Counter((one.outcome, one.kind == "credential") for one in items)
        added = merge.MergeOutcome.ADDED
        return Joined(
            kinds[added, True],
            sum(one.outcome is merge.MergeOutcome.CHECKED_LATER for one in items),
            sum(one.outcome is merge.MergeOutcome.KEPT for one in items),
            kinds[added, False],
            tuple(one.name for one in items if one.outcome is added and one.kind == "credential")[:_NAMED],
        )

    def move(self, folder: Path, old: OldFile) -> MovedTo:
        """A compared copy, then what was chosen."""
        path = Path(self._vault.path)
        made = backup.back_up(self._vault, folder / path.name, self._services).path
        if old is OldFile.KEEP:
            return MovedTo(made, settled=True)
        self._end_sitting()
        self._vault.close()
        try:
            move.settle_old(path, made, move.OldFile(old))
        except VaultError:
            return MovedTo(made, settled=False)
        return MovedTo(made, settled=True)

    def _follow(self, vault: Vault) -> None:
        """This vault is the open one from now on: the first, or the same under another key."""
        self._vault = vault
        self._sitting = copies.Sitting(vault, self._memory, self._services)

    def _end_sitting(self) -> None:
        """How far the file has come is remembered before it is closed."""
        with contextlib.suppress(WalletError):
            self._sitting.end()


class Mender:
    """`care_ports.Mends` over the application layer."""

    def __init__(self, services: Services, memory: LastSeen) -> None:
        self._services = services
        self._memory = memory

    def damage_of(self, path: Path, passphrase: bytearray) -> Damage:
        """What is damaged."""
        return _damage(vault_care.check_file(path, passphrase))

    def save_what_is_left(self, path: Path, new: Path, passphrase: bytearray) -> SavedRest:
        """A new file of all that can be read."""
        saved = salvage.salvage(path, new, passphrase, self._services)
        names = tuple(one.name for one in saved.lost if one.name)[:_NAMED]
        return SavedRest(new, saved.credentials, saved.shares, len(saved.lost), saved.lost_pages, names)

    def copies_of(self, path: Path, folders: Sequence[Path]) -> Sequence[CopyFound]:
        """The copies under the same key."""
        found = [one for folder in dict.fromkeys(folders) for one in _copies_in(path, folder)]
        return tuple(sorted(found, key=lambda one: one.written_at, reverse=True)[:_MOST_COPIES])

    def put_back(self, copy: Path, path: Path, passphrase: bytearray) -> PutBack:
        """A whole copy takes the place of the file."""
        with restore.open_backup(copy, passphrase) as held:
            done = restore.restore(held, path, self._services, replace=True)
        with contextlib.suppress(AppError):
            self._memory.remember(done.state, self._services.clock.now())
        return PutBack(path, done.credentials, done.kept_as.name if done.kept_as else "")


def _behind(standing: copies.Standing) -> Behind | None:
    if not standing.is_behind or standing.last_used is None:
        return None
    return Behind(standing.last_used, standing.relation is copies.Relation.DIVERGED)


def _damage(findings: Sequence[vault_care.Finding]) -> Damage:
    kinds = Counter(one.kind is vault_care.FindingKind.PAGE for one in findings)
    return Damage(kinds[True], kinds[False])


def _copies_in(path: Path, folder: Path) -> Iterator[CopyFound]:
    with contextlib.suppress(OSError, WalletError):
        for found in same_salt(path, folder):
            yield CopyFound(found, datetime.fromtimestamp(found.stat().st_mtime, UTC))
