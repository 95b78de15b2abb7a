"""Whether a failed write failed for want of room.

SQLite reports a full disk as such only for one of the system's error codes; a used-up quota and a file-size
limit come back as a plain
input/output error. Lives here: asking the system after such an error. Does not live here: anything done before a write.
"""

import errno
import os
import sys
import tempfile
from pathlib import Path

_PROBE_BYTES = 256 * 1024
_EVERY_CHANGE = 256 * 1024
_NO_ROOM = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG)


def room_for(size: int) -> int:
    """How many bytes a change takes at most that writes so many: its pages, their earlier content, the search index."""
    return _EVERY_CHANGE + 2 * size


def is_out_of_room(path: Path, size: int = _PROBE_BYTES) -> bool:
    """Whether the folder of `path` does not take so many more bytes, or the file itself may not grow by them.

    Leaves nothing behind.
    """
    return _file_is_at_its_limit(path, size) or not _folder_takes(path.parent, size)


def _folder_takes(folder: Path, size: int) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder) as probe:
            for start in range(0, size, _PROBE_BYTES):
                probe.write(bytes(min(_PROBE_BYTES, size - start)))
            probe.flush()
            os.fsync(probe.fileno())
    except OSError as error:
        return error.errno not in _NO_ROOM
    return True


def _file_is_at_its_limit(path: Path, size: int) -> bool:
    if sys.platform == "win32":
        return False
    import resource  # noqa: PLC0415 - does not exist on every system

    limit = resource.getrlimit(resource.RLIMIT_FSIZE)[0]
    try:
        return limit != resource.RLIM_INFINITY and path.stat().st_size + size > limit
    except OSError:
        return False
