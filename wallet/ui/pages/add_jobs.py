"""What the add sheet has done on workers: reading, checking, looking up, keeping.

Lives here: the jobs, plain values in and out. Does not live here: showing (`add`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtGui import QImage

from wallet.app.private_memory import wipe
from wallet.errors import Reason, WalletError
from wallet.ui.pictures import Pictures, picture_bytes
from wallet.ui.ports import Candidate, Desk, Incoming, OpenWallet, Place, Saved
from wallet.ui.profile_ports import BroughtKeys, KeysKept
from wallet.ui.tasks import Job, internal_error

_NEEDS_PASSPHRASE = frozenset({Reason.BACKUP_PASSPHRASE_NEEDED, Reason.BACKUP_PASSPHRASE_WRONG})

_NO_CODE = frozenset({Reason.PICTURE_WITHOUT_CREDENTIAL, Reason.NO_QR_FOUND, Reason.PICTURE_NOT_READABLE})

Found = tuple[Candidate, QImage | None]
KeysWish = tuple[BroughtKeys, bool]
"""Keys that are to come in, and whether the file they came from is to go then."""
SavedAll = tuple[Sequence[Saved], Sequence[KeysKept]]


def check_all(desk: Desk, pictures: Pictures, source: Callable[[], Iterable[Incoming]], job: Job) -> bool:
    """Checks one after the other until Stop; returns whether it was stopped."""
    for incoming in source():
        if job.stopped:
            return True
        found = incoming.found
        job.item(incoming.keys if found is None else checked(desk, pictures, incoming, found))
    return job.stopped


def has_code(desk: Desk, picture: bytes) -> bool:
    """Whether there is a code in a picture of the camera, whatever it may hold."""
    candidate = desk.check("", picture)
    found = candidate.report or candidate.error
    return found is not None and found.reason not in _NO_CODE


def checked(desk: Desk, pictures: Pictures, incoming: Incoming, found: bytes | WalletError) -> Found:
    """One row's worth; a mistake of ours spoils one row, never the batch."""
    try:
        candidate = replace(desk.check(incoming.name, found), incoming=incoming)
        if candidate.error is not None and incoming.link:
            candidate = replace(candidate, link=incoming.link)  # it did not come; it may the next time
        return candidate, image_of(candidate, pictures)
    except Exception as error:  # noqa: BLE001
        wrapped = internal_error(error)
        return Candidate(incoming.name, None, None, wrapped, f"{wrapped.reason}: {wrapped.detail}"), None


def read_with(desk: Desk, source: str, typed: bytearray) -> Iterator[Incoming]:
    """What a locked backup holds; the passphrase is wiped afterwards."""
    try:
        yield from desk.read([source], bytes(typed))
    finally:
        wipe(typed)


def locked_source(candidate: Candidate) -> str:
    """The file that needs a passphrase before anything in it can be seen; "" for everything else."""
    needs = candidate.error is not None and candidate.error.reason in _NEEDS_PASSPHRASE
    return candidate.incoming.source if needs and candidate.incoming else ""


def place_of(wallet: OpenWallet, candidate: Candidate, job: Job) -> Place:
    """What keeping it would do."""
    del job
    return wallet.place_of(candidate)


def no_place(error: WalletError) -> None:
    """The row stays as it is: saving will say what is wrong."""
    del error


def image_of(candidate: Candidate, pictures: Pictures) -> QImage | None:
    """Its picture, decoded."""
    credential = candidate.report.credential if candidate.report else None
    if credential is None or candidate.data is None:
        return None
    return pictures.decode(picture_bytes(credential, candidate.data))


def save_all(
    wallet: OpenWallet, candidates: Sequence[Candidate], keys: Sequence[KeysWish], job: Job
) -> SavedAll:
    """Keeps them one after the other, then the keys that were wanted."""
    del job
    saved = [wallet.save(candidate) for candidate in candidates]
    refused = {
        candidate.incoming.source
        for candidate, one in zip(candidates, saved, strict=True)
        if one.result == "refused" and candidate.incoming is not None
    }
    kept = [
        wallet.keep_keys(brought, delete=delete and brought.source not in refused) for brought, delete in keys
    ]
    return saved, kept
