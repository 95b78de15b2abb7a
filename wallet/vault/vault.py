"""An open vault: its parts, and closing it.

Lives here: putting the tables' owners together over one connection. Does not live here: opening and creating
(`connection`).
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Protocol, Self

from wallet.errors import Reason, VaultError
from wallet.vault.attachments import AttachmentStore
from wallet.vault.backup_log import BackupLog
from wallet.vault.bin import Bin
from wallet.vault.collections import CollectionStore
from wallet.vault.credential_lists import CredentialLists
from wallet.vault.credential_store import CredentialStore
from wallet.vault.evidence import EvidenceStore
from wallet.vault.facts import FactStore
from wallet.vault.holder_keys import HolderKeys
from wallet.vault.instants import text_to_instant
from wallet.vault.integrity import Finding, check_database
from wallet.vault.migrations.runner import format_version
from wallet.vault.notes import NoteStore
from wallet.vault.pins import PinStore
from wallet.vault.profiles import ProfileStore
from wallet.vault.revision import State, state_of
from wallet.vault.settings import CREATED_AT, NAME, Settings
from wallet.vault.shares import ShareLog
from wallet.vault.skill_joins import SkillJoins
from wallet.vault.statements import Row, Statements, Value
from wallet.vault.tags import TagStore


class OpenDatabase(Statements, Protocol):
    """The database below an open vault, for the modules of this folder."""

    def close(self) -> None:
        """Closes the file."""
        ...

    def each(self, sql: str, parameters: Sequence[Value] = ()) -> Iterator[Row]:
        """The rows of a query one by one."""
        ...

    def require_untouched(self) -> None:
        """Refuses when somebody else has changed the file."""
        ...

    def another(
        self, path: Path, keying: tuple[bytearray, bytes] | None = None, *, read_only: bool = False
    ) -> "OpenDatabase":
        """A connection to another file, with its key and salt, or with this file's own."""
        ...

    def copy_pages_into(self, other: Self) -> None:
        """Makes another, empty file hold what this one holds."""
        ...

    def is_sealed(self, file: BinaryIO) -> bool:
        """Whether every page of a raw file is sealed with this key."""
        ...

    def copy_of_key(self) -> bytearray:
        """The raw key, 32 bytes; the caller's to wipe."""
        ...


class Vault:
    """One open vault file. Belongs to the thread that opened it; after `close` everything raises VAULT_LOCKED.

    Attributes:
        path: the file.
        database: what lies below, for the modules of this folder.
        read_only: the file or its place cannot be written; reading works, writing raises VAULT_READ_ONLY.
        credentials, evidence, shares, settings: what is in it.
        lists: quick answers about the credentials, for a window that shows thousands.
        facts: kind, year and skills of each credential.
        skill_joins: which skills the owner said are one.
        profiles, holder_keys: who its owner is, and the keys that sign.
        bin, collections, files, notes, pins, tags: what the owner makes of the credentials.
    """

    def __init__(
        self, database: OpenDatabase, path: Path, lock: AbstractContextManager[object], *, read_only: bool
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.settings = Settings(database)
        self.backups = BackupLog(database)
        self.pins = PinStore(database)
        self.credentials = CredentialStore(database, self.pins)
        self.lists = CredentialLists(database, self.pins)
        self.evidence = EvidenceStore(database)
        self.facts = FactStore(database)
        self.skill_joins = SkillJoins(database)
        self.shares = ShareLog(database)
        self.holder_keys = HolderKeys(database)
        self.profiles = ProfileStore(database)
        self.bin = Bin(database)
        self.collections = CollectionStore(database)
        self.files = AttachmentStore(database)
        self.notes = NoteStore(database)
        self.tags = TagStore(database)
        self.database = database
        self._lock = lock

    @property
    def name(self) -> str:
        """What its owner calls it."""
        return self.settings.get(NAME) or self.path.stem

    @property
    def created_at(self) -> datetime:
        """When it was made, timezone-aware UTC.

        Raises:
            VaultError: VAULT_DAMAGED when the file does not say.
        """
        text = self.settings.get(CREATED_AT)
        if text is None:
            raise VaultError(Reason.VAULT_DAMAGED, "no date of creation")
        return text_to_instant(text)

    @property
    def format_version(self) -> int:
        """The version of the file format, counted from 1."""
        return format_version(self.database)

    @property
    def state(self) -> State | None:
        """How far the file has come; None for one that was never changed since changes are counted."""
        return state_of(self.database)

    def copy_of_key(self) -> bytearray:
        """The raw key of the file, 32 bytes, for its recovery kit; the caller's to wipe.

        Raises:
            VaultError: VAULT_LOCKED.
        """
        return self.database.copy_of_key()

    def check(self) -> Sequence[Finding]:
        """Reads every page and every record; what is damaged, empty when nothing is. 450 MB take some seconds."""
        return check_database(self.database)

    def close(self) -> None:
        """Closes the file and lets other programs in. Harmless when done twice."""
        self.database.close()
        self._lock.__exit__(None, None, None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
