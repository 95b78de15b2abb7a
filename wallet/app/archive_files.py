"""Files that hold files: archives and mailboxes too large to be read as a whole, and what an unpacked bundle names.

Lives here: opening them within bounds. Does not live here: other inputs (`inputs`), or what is in them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from wallet.app.inputs import opened_file, read_file
from wallet.codecs.mailbox import looks_like_mailbox
from wallet.codecs.zip_archive import MAX_ARCHIVE_BYTES, is_unsafe_name, looks_like_zip
from wallet.errors import AppError, CodecError, Reason

_START_BYTES = 4_000


def read_file_inside(folder: str, name: str) -> bytes:
    """The bytes of a file that something in the folder names.

    Args:
        name: parts joined with "/"; hostile text.

    Raises:
        CodecError: ARCHIVE_NAME_UNSAFE when it leads out of the folder, also through a link.
        AppError: as `read_file`.
    """
    place = Path(folder, *name.split("/"))
    try:
        is_inside = place.resolve().is_relative_to(Path(folder).resolve())
    except (OSError, ValueError, RuntimeError):  # a NUL character, a link that leads to itself
        is_inside = False
    if is_unsafe_name(name) or not is_inside:
        raise CodecError(Reason.ARCHIVE_NAME_UNSAFE)
    return read_file(place)


@contextmanager
def open_archive(path: str) -> Iterator[BufferedReader]:
    """A file that is too large for everything but an archive or a mailbox, to be read where it lies.

    Raises:
        AppError: as `read_file`; FILE_TOO_LARGE also for whatever is neither.
    """
    with opened_file(path, MAX_ARCHIVE_BYTES) as stream:
        start = stream.read(_START_BYTES)
        if not looks_like_zip(start) and not looks_like_mailbox(start):
            raise AppError(Reason.FILE_TOO_LARGE)
        stream.seek(0)
        yield stream
