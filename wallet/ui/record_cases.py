"""Files and evidence beside a credential over the real use cases (`record_ports`). Imported late, as `use_cases` is."""

from collections.abc import Sequence
from pathlib import Path

from wallet.app import browse, evidence_files, own_files, readable_record
from wallet.app.container import Services
from wallet.app.output import write_new_file
from wallet.app.record_parts import ReadableRecord
from wallet.app.unlock import Vault
from wallet.ui.record_ports import EarlierCheck, OwnFile, Viewable


class FilesBeside:
    """The part of an open wallet about files; every call on the thread that opened it."""

    def __init__(self, vault: Vault, services: Services) -> None:
        self._vault = vault
        self._services = services

    def add_file(self, record_id: str, path: Path) -> None:
        """Keeps a copy of a file."""
        own_files.add_file(self._vault, record_id, path, self._services)

    def remove_file(self, number: int) -> None:
        """Removes it for good."""
        own_files.remove_file(self._vault, number)

    def content_of(self, viewable: Viewable) -> bytes:
        """The bytes of a file or of enclosed evidence."""
        if viewable.number:
            return self._vault.files.content(viewable.number)
        return evidence_files.content_of(viewable.address)

    def write_content(self, viewable: Viewable, out: Path) -> None:
        """Writes them to a new file."""
        write_new_file(out, self.content_of(viewable))

    def _record(self, found: browse.CredentialDetails) -> ReadableRecord:
        return readable_record.read_record(self._vault, found.head.id, found.report, self._services)


def files_of(found: browse.CredentialDetails) -> Sequence[OwnFile]:
    """The learner's files as the pages know them."""
    return tuple(OwnFile(one.number, one.name, one.media_type, one.size, one.added_at) for one in found.files)


def history_of(found: browse.CredentialDetails) -> Sequence[EarlierCheck]:
    """The checks of the past, the latest first."""
    return tuple(EarlierCheck(one.checked_at, one.verdict, one.reason) for one in found.history)
