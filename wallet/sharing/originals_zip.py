"""A share as a ZIP of ordinary files: the credentials as their issuers made them, and the signed presentation.

Lives here: writing it, with names of our own, and reading it again. Does not live here: comparing its files with each
other (`wallet.app.open_document`), and archives that people hand in with many credentials (they come in as imports).
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wallet.errors import Reason, SharingError

PRESENTATION_NAME = "presentation.json"
README_NAME = "README.txt"
_CREDENTIAL_NAME = re.compile(r"credential-([1-9][0-9]{0,3})\.(json|jwt|png|svg)")
_MOST_BYTES = 20_000_000
_MOST_IN_ALL = 100_000_000
_MOST_ENTRIES = 1_000
_FAULTS = (zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, RuntimeError, ValueError)
# The same share gives the same bytes: the archive's own clock says nothing.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def render_zip(presentation: bytes, originals: Sequence[tuple[bytes, str]], readme: str) -> bytes:
    """The archive.

    Args:
        presentation: what `sign_presentation` returned.
        originals: each credential that is shared whole, byte for byte as it came, with the end of its file's name
            (".json", ".jwt", ".png", ".svg"). Base proofs and parts that are hidden must not be among them.
        readme: a few words for whoever unpacks it.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, README_NAME, readme.encode("utf-8"))
        _add(archive, PRESENTATION_NAME, presentation)
        for number, (content, suffix) in enumerate(originals, 1):
            _add(archive, f"credential-{number}{suffix}", content)
    return target.getvalue()


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    archive.writestr(entry, content)


def is_zip(data: bytes) -> bool:
    """Whether these bytes mean to be a ZIP archive."""
    return data.startswith(b"PK\x03\x04")


@dataclass(frozen=True, slots=True)
class Archive:
    """What is in an archive: the presentation, and every other file but the few words beside them, by name."""

    presentation: bytes
    others: Mapping[str, bytes]


def read_zip(data: bytes) -> Archive:
    """What is in an archive that `render_zip` made. Nothing is unpacked to a disk.

    Raises:
        SharingError: NOT_A_SHARE_ARCHIVE when there is no presentation, or the archive is broken or made to grow.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            names = [entry.filename for entry in entries]
            is_ours = len(names) <= _MOST_ENTRIES and names.count(PRESENTATION_NAME) == 1
            sizes = [entry.file_size for entry in entries]
            is_small = max(sizes, default=0) <= _MOST_BYTES and sum(sizes) <= _MOST_IN_ALL
            if not is_ours or not is_small or len(set(names)) != len(names):
                raise SharingError(Reason.NOT_A_SHARE_ARCHIVE, "entries")
            contents = {entry.filename: _content_of(archive, entry) for entry in entries}
    except _FAULTS as error:
        raise SharingError(Reason.NOT_A_SHARE_ARCHIVE, "broken") from error
    presentation = contents.pop(PRESENTATION_NAME)
    contents.pop(README_NAME, None)
    return Archive(presentation, contents)


def find_presentation(data: bytes) -> bytes:
    """The presentation in an archive that `render_zip` made. Raises as `read_zip`."""
    return read_zip(data).presentation


def _content_of(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise SharingError(Reason.NOT_A_SHARE_ARCHIVE, "compression")
    with archive.open(entry) as stream:
        content = stream.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise SharingError(Reason.NOT_A_SHARE_ARCHIVE, "grows")
    return content


def place_of(name: str) -> int | None:
    """Which of the shared credentials a file holds by its name, from 0; None for other names."""
    found = _CREDENTIAL_NAME.fullmatch(name)
    return int(found[1]) - 1 if found is not None else None
