"""A class pack for one lesson: made by a counselor, opened on the computers in the room.

Lives here: collecting what goes in, and what a student's e-mail and the class code give out again. Does not live here:
the file (`wallet.sharing.class_pack`), what is locked for single students (`wallet.sharing.class_groups`), tickets
(`class_tickets`), or keeping anything: a list goes into a wallet file by `kept_trust_lists`, credentials by the review
every import has.

Nothing of a pack opens a wallet file: it holds no passphrase, no key of a file, and no way to ask for either.
"""

import io
import os
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from wallet.app.container import Services
from wallet.app.inputs import read_file
from wallet.errors import AppError, Reason, SharingError, WalletError
from wallet.sharing import class_groups
from wallet.sharing.class_pack import (
    LANGUAGES,
    MOST_GROUPS,
    MOST_LETTERS,
    MOST_LISTS,
    MOST_SEATS,
    SUFFIX,
    ClassPack,
    PackedList,
    parse_class_pack,
    render_class_pack,
)
from wallet.verification.trust_lists.reader import read_trust_list
from wallet.verification.trust_lists.trust_list import TrustList

__all__ = ["LANGUAGES", "MOST_LETTERS", "MOST_SEATS", "SUFFIX", "ClassPack", "PackedList"]

_MOST_IN_TITLE = 100
_MOST_FILES = 200  # of one student
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class ClassOrder:
    """What a counselor wants in a pack.

    Attributes:
        seats: for how many students, 1 to 500.
        language: "en", "es", or "" to leave the window as it is.
        lists: files with lists of issuers.
        files: a folder with one folder for each student, named with their e-mail; None for no files.
        school: what the school calls itself, or "".
        note: a few words for students, or "".
    """

    seats: int
    language: str = ""
    lists: Sequence[Path] = ()
    files: Path | None = None
    school: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class MadePack:
    """A pack and its code, which stands nowhere in it."""

    code: str
    pack: ClassPack
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ClassList:
    """What one list in a pack says. `publisher` is None when nobody signed it."""

    title: str
    publisher: str | None
    made_at: datetime | None
    issuers: int


def make_class_pack(
    order: ClassOrder, services: Services, progress: Callable[[], object] = lambda: None
) -> MadePack:
    """Reads everything and makes the pack; writes nothing.

    Args:
        progress: called before each student's files are locked; may raise to stop.

    Raises:
        AppError: CLASS_SETTING_INVALID, CLASS_FILES_INVALID, TRUST_LIST_INVALID, or as `read_file`.
        SharingError: CLASS_PACK_TOO_LARGE.
    """
    _require_settings(order)
    lists = tuple(_packed_list(path) for path in order.lists)
    folders = () if order.files is None else tuple(_student_folders(order.files))
    code = class_groups.new_code(services.random)
    salt = services.random(class_groups.SALT_BYTES)
    groups: dict[str, bytes] = {}
    for email, folder in folders:
        progress()
        key = class_groups.derive_group(email, code, salt)
        groups[key.id] = class_groups.lock_group(_zipped(folder), key, salt, services.random)
    pack = ClassPack(
        seats=order.seats,
        language=order.language,
        school=order.school.strip(),
        note=order.note.strip(),
        salt=salt,
        check=class_groups.derive_group("", code, salt).id,
        lists=lists,
        groups=groups,
    )
    return MadePack(code, pack, render_class_pack(pack))


def read_class_pack(path: Path) -> ClassPack:
    """The pack in a file; its lists are sound.

    Raises:
        AppError: as `read_file`; TRUST_LIST_INVALID.
        SharingError: CLASS_PACK_INVALID, CLASS_PACK_NEWER.
    """
    pack = parse_class_pack(read_file(path))
    lists_in(pack)
    return pack


def lists_in(pack: ClassPack) -> Sequence[ClassList]:
    """What the lists in a pack say.

    Raises:
        AppError: TRUST_LIST_INVALID for one that is not sound.
    """
    found = [(one, _sound(one.body, one.title)) for one in pack.lists]
    return tuple(
        ClassList(known.title, known.publisher, known.made_at, len(known.issuers)) for _, known in found
    )


def printed_code(code: str) -> str:
    """A code as it is printed, whatever way it was typed.

    Raises:
        SharingError: CLASS_CODE_INVALID.
    """
    return class_groups.code_text(class_groups.read_code(code))


def require_code(pack: ClassPack, code: str) -> None:
    """Returns when the code is this pack's; as slow as opening a file.

    Raises:
        SharingError: CLASS_CODE_INVALID, CLASS_CODE_OTHER.
    """
    if class_groups.derive_group("", code, pack.salt).id != pack.check:
        raise SharingError(Reason.CLASS_CODE_OTHER)


def items_for(pack: ClassPack, email: str, code: str) -> bytes:
    """What there is for one student: a ZIP archive of the files as their issuers made them, to be reviewed.

    Raises:
        SharingError: CLASS_EMAIL_INVALID, CLASS_CODE_INVALID, CLASS_CODE_OTHER, CLASS_NOTHING_FOR_YOU,
            CLASS_PACK_INVALID for a group that was changed.
    """
    key = class_groups.derive_group(class_groups.read_email(email), code, pack.salt)
    locked = pack.groups.get(key.id)
    if locked is None:
        require_code(pack, code)
        raise SharingError(Reason.CLASS_NOTHING_FOR_YOU)
    return class_groups.open_group(locked, key, pack.salt)


def _require_settings(order: ClassOrder) -> None:
    texts = ((order.school, _MOST_IN_TITLE), (order.note, MOST_LETTERS))
    if (
        not 1 <= order.seats <= MOST_SEATS
        or order.language not in ("", *LANGUAGES)
        or len(order.lists) > MOST_LISTS
        or any(len(text) > most or not text.isprintable() for text, most in texts)
    ):
        raise AppError(Reason.CLASS_SETTING_INVALID)


def _packed_list(path: Path) -> PackedList:
    try:
        body = read_file(path)
    except WalletError as error:
        raise AppError(Reason.TRUST_LIST_INVALID, str(error.reason)) from error
    title = "".join(letter for letter in path.stem if letter.isprintable())[:_MOST_IN_TITLE]
    _sound(body, title)
    return PackedList(title, body)


def _sound(body: bytes, title: str) -> TrustList:
    try:
        return read_trust_list(body, title)
    except WalletError as error:
        raise AppError(Reason.TRUST_LIST_INVALID, error.detail) from error


def _student_folders(folder: Path) -> Iterator[tuple[str, Path]]:
    """Each student's e-mail and folder, sorted. A file beside the folders belongs to nobody, so it is refused."""
    try:
        found = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        raise AppError(Reason.FILE_NOT_READABLE, type(error).__name__) from error
    seen: set[str] = set()
    for path in found:
        try:
            email = class_groups.read_email(path.name)
        except SharingError as error:
            raise AppError(Reason.CLASS_FILES_INVALID, "a name") from error
        if not path.is_dir() or path.is_symlink() or email in seen or len(seen) >= MOST_GROUPS:
            raise AppError(Reason.CLASS_FILES_INVALID, "a folder")
        seen.add(email)
        yield email, path
    if not seen:
        raise AppError(Reason.CLASS_FILES_INVALID, "empty")


def _zipped(folder: Path) -> bytes:
    """The files of one student, under names of our own: theirs may name the student, and lead anywhere."""
    target = io.BytesIO()
    count = 0
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in _files(folder):
            count += 1
            if count > _MOST_FILES or target.tell() > class_groups.MAX_GROUP_BYTES:
                raise SharingError(Reason.CLASS_PACK_TOO_LARGE, "files of one student")
            entry = zipfile.ZipInfo(f"{count}{_suffix(path)}", _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, read_file(path))
    if not count:
        raise AppError(Reason.CLASS_FILES_INVALID, "an empty folder")
    return target.getvalue()


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(place, name)


def _suffix(path: Path) -> str:
    suffix = path.suffix.lower()
    return suffix if suffix[1:].isascii() and suffix[1:].isalnum() and len(suffix) <= len(".jsonld") else ""
