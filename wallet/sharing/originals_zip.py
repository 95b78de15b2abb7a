"""A share as a ZIP of ordinary files: the credentials as their issuers made them, and the signed presentation.

Lives here: writing it, with names of our own, and finding the presentation again. Does not live here: archives that
people hand in with many credentials (they come in as imports).
"""

import io
import zipfile
from collections.abc import Sequence

from wallet.errors import Reason, SharingError

PRESENTATION_NAME = "presentation.json"
README_NAME = "README.txt"
_MOST_BYTES = 20_000_000
_MOST_ENTRIES = 1_000
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


def find_presentation(data: bytes) -> bytes:
    """The presentation in an archive that `render_zip` made. Nothing is unpacked to a disk.

    Raises:
        SharingError: NOT_A_SHARE_ARCHIVE when there is none, or the archive is broken or made to grow.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            found = [entry for entry in entries if entry.filename == PRESENTATION_NAME]
            if len(entries) > _MOST_ENTRIES or len(found) != 1 or found[0].file_size > _MOST_BYTES:
                raise SharingError(Reason.NOT_A_SHARE_ARCHIVE, "entries")
            with archive.open(found[0]) as stream:
                content = stream.read(_MOST_BYTES + 1)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, ValueError) as error:
        raise SharingError(Reason.NOT_A_SHARE_ARCHIVE, "broken") from error
    if len(content) > _MOST_BYTES:
        raise SharingError(Reason.NOT_A_SHARE_ARCHIVE, "grows")
    return content
