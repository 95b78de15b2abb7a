"""What the add sheet has done on workers: reading, checking, looking up, keeping.

Lives here: the jobs, plain values in and out. Does not live here: showing (`add`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QImage

from wallet.app.private_memory import wipe
from wallet.errors import AppError, Reason, WalletError
from wallet.ui.found_words import FindingMaker
from wallet.ui.models.findings import Entry, Finding
from wallet.ui.pictures import Pictures, picture_bytes
from wallet.ui.ports import Candidate, Desk, Incoming, OpenWallet, Saved
from wallet.ui.profile_ports import BroughtKeys, KeysKept
from wallet.ui.tasks import Job, internal_error

_NEEDS_PASSPHRASE = frozenset({Reason.BACKUP_PASSPHRASE_NEEDED, Reason.BACKUP_PASSPHRASE_WRONG})

_NO_CODE = frozenset({Reason.PICTURE_WITHOUT_CREDENTIAL, Reason.NO_QR_FOUND, Reason.PICTURE_NOT_READABLE})

_REFUSED = "refused"

Found = tuple[Finding, QImage | None]
KeysWish = tuple[BroughtKeys, bool]
"""Keys that are to come in, and whether the file they came from is to go then."""


@dataclass(frozen=True, slots=True)
class Checking:
    """What checks: the use cases, the decoder of pictures, and the maker of rows."""

    desk: Desk
    pictures: Pictures
    maker: FindingMaker


@dataclass(frozen=True, slots=True)
class SavedAll:
    """What became of what was to be saved, in its order; shorter than that where it was stopped or went wrong.

    Attributes:
        keys: what became of the keys; none where not all was saved.
        error: why it ended early; None where it did not, or somebody pressed Stop.
    """

    saved: Sequence[Saved]
    keys: Sequence[KeysKept]
    is_complete: bool
    error: WalletError | None = None


def check_all(with_: Checking, source: Callable[[], Iterable[Incoming]], pictures: int, job: Job) -> bool:
    """Checks one after the other until Stop; returns whether it was stopped.

    Args:
        pictures: so many rows get their picture at once; those behind them when somebody comes to them.
    """
    for number, incoming in enumerate(source()):
        if job.stopped:
            return True
        found = incoming.found
        if found is None:
            job.item(incoming.keys)
        else:
            job.item(_checked(with_, incoming, found, has_picture=number < pictures))
    return job.stopped


def has_code(desk: Desk, picture: bytes) -> bool:
    """Whether there is a code in a picture of the camera, whatever it may hold."""
    candidate = desk.check("", picture)
    found = candidate.report or candidate.error
    return found is not None and found.reason not in _NO_CODE


def _checked(with_: Checking, incoming: Incoming, found: bytes | WalletError, *, has_picture: bool) -> Found:
    """One row's worth; a mistake of ours spoils one row, never the batch."""
    try:
        candidate = replace(with_.desk.check(incoming.name, found), incoming=incoming)
        if candidate.error is not None and incoming.link:
            candidate = replace(candidate, link=incoming.link)  # it did not come; it may the next time
        return with_.maker.made(candidate), _image_of(candidate, with_.pictures) if has_picture else None
    except Exception as error:  # noqa: BLE001
        wrapped = internal_error(error)
        technical = f"{wrapped.reason}: {wrapped.detail}"
        return with_.maker.made(Candidate(incoming.name, None, None, wrapped, technical)), None


def read_with(desk: Desk, source: str, typed: bytearray) -> Iterator[Incoming]:
    """What a locked backup holds; the passphrase is wiped afterwards."""
    try:
        yield from desk.read([source], bytes(typed))
    finally:
        wipe(typed)


def locked_source(finding: Finding) -> str:
    """The file that needs a passphrase before anything in it can be seen; "" for everything else."""
    return finding.file if finding.reason in _NEEDS_PASSPHRASE else ""


def places_of(wallet: OpenWallet, maker: FindingMaker, entries: Sequence[Entry], job: Job) -> None:
    """What keeping each of them would do, and the row as its owner sees it: with their own lists and issuers.

    Where that cannot be told, saving will say what is wrong.
    """
    for entry in entries:
        if job.stopped:
            return
        try:
            place = wallet.place_of(entry.finding.candidate())
        except WalletError:
            continue
        seen = entry.finding if place.seen is None else maker.seen_by_owner(entry.finding, place.seen)
        job.item((entry, replace(place, seen=None), seen))


def pictures_of(with_: Checking, entries: Sequence[Entry], job: Job) -> None:
    """The pictures of rows that somebody has come to, each as soon as it is decoded."""
    for entry in entries:
        if job.stopped:
            return
        finding = entry.finding
        if finding.original is None:
            continue
        try:
            candidate = with_.desk.check(finding.name, finding.original.read())
        except AppError:
            continue  # its file is gone: it has no picture, and saving will say so
        image = _image_of(candidate, with_.pictures)
        if image is not None:
            job.item((entry, image))


def _image_of(candidate: Candidate, pictures: Pictures) -> QImage | None:
    """Its picture, decoded."""
    credential = candidate.report.credential if candidate.report else None
    if credential is None or candidate.data is None:
        return None
    return pictures.decode(picture_bytes(credential, candidate.data))


def save_all(wallet: OpenWallet, findings: Sequence[Finding], keys: Sequence[KeysWish], job: Job) -> SavedAll:
    """Keeps them one after the other until Stop, then the keys that were wanted. What was kept stays."""
    saved: list[Saved] = []
    for finding in findings:
        if job.stopped:
            return SavedAll(saved, (), is_complete=False)
        try:
            saved.append(_saved(wallet, finding))
        except WalletError as error:
            return SavedAll(saved, (), is_complete=False, error=error)
        job.progress(len(saved), len(findings))
    refused = {finding.file for finding, one in zip(findings, saved, strict=True) if one.result == _REFUSED}
    try:
        kept = [
            wallet.keep_keys(brought, delete=delete and brought.source not in refused)
            for brought, delete in keys
        ]
    except WalletError as error:
        return SavedAll(saved, (), is_complete=False, error=error)
    return SavedAll(saved, kept, is_complete=True)


def _saved(wallet: OpenWallet, finding: Finding) -> Saved:
    """Keeps one; what is not there any more is refused, and the others go on."""
    try:
        candidate = finding.candidate()
    except AppError as error:
        return Saved(_REFUSED, (), error.reason)
    return wallet.save(candidate)
