"""The outside world handed to the use cases: time, documents somebody else publishes, randomness.

Lives here: the real clock and the bundle of services every use case is given.
Does not live here: `file_documents` (look-ups from files, loaded when an index is named) and the use cases themselves.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from wallet import RELEASED
from wallet.verification.sources import Clock, DocumentSource, FixedClock, NoDocuments

if TYPE_CHECKING:
    from pathlib import Path

    from wallet.app.deep_links import Link
    from wallet.credentials.gathered.entries import Entry
    from wallet.vault.key_derivation import KdfProfile


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """The current time, timezone-aware UTC, to the microsecond."""
        return datetime.now(UTC)


def _kdf_profile() -> "KdfProfile":
    from wallet.app.kdf_choice import profile_for_this_machine  # noqa: PLC0415 - verifying loads nothing of the vault

    return profile_for_this_machine()


@dataclass(frozen=True, slots=True)
class Services:
    """What a use case may ask of the world.

    Attributes:
        clock: one reading per verification, per import, per share.
        documents: answers look-ups; the network only where somebody asked for it (`wallet.app.online`).
        random: returns the given number of unpredictable bytes.
        earliest: a moment the clock cannot truly be before; None for a clock somebody set on purpose.
        local_address: this computer's address in the local network; None to ask the system.
        kdf_profile: how dear guessing is made for a new key; measures this machine at each call.
        follow: fetches what a link leads to (`deep_links.follow`); None where nobody asked for the network.
    """

    clock: Clock
    documents: DocumentSource
    random: Callable[[int], bytes]
    earliest: datetime | None = None
    local_address: Callable[[], str] | None = None
    kdf_profile: "Callable[[], KdfProfile]" = _kdf_profile
    follow: "Callable[[Link], Sequence[Entry]] | None" = None


def make_services(at: datetime | None = None, documents: "Path | None" = None) -> Services:
    """The services of one run.

    Args:
        at: a timezone-aware moment at which the clock stands still; None for the computer's clock.
        documents: an index file that answers look-ups (see `FileDocuments`); None when nothing can be looked
        up.

    Raises:
        AppError: the index file cannot be read or is not an index (DOCUMENTS_INDEX_INVALID).
    """
    return Services(
        clock=FixedClock(at) if at is not None else SystemClock(),
        documents=_file_documents(documents) if documents is not None else NoDocuments(),
        random=os.urandom,
        earliest=RELEASED if at is None else None,
    )


def _file_documents(index: "Path") -> DocumentSource:
    from wallet.app.file_documents import FileDocuments  # noqa: PLC0415 - only when an index is named

    return FileDocuments(index)
