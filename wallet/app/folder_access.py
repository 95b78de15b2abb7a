"""Who else on this computer reaches a folder: worth knowing before a file is put there.

Lives here: reading permissions. Does not live here: what is said about them (cli, ui), or the permissions of our
own files, which are their owner's only (`wallet.vault.new_file`, `wallet.app.output`).
"""

import os
import stat
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path


class Reach(StrEnum):
    """What other people who use this computer can do in a folder."""

    NOTHING = "nothing"
    SEE = "see"
    CHANGE = "change"


def others_reach(folder: Path) -> Reach:
    """What others can do there. NOTHING also where the system's permissions are of another kind (Windows).

    A folder they cannot come to is out of reach whatever its own permissions say; in one with the sticky bit
    they cannot touch what is not theirs.
    """
    if sys.platform == "win32":
        return Reach.NOTHING
    try:
        ways = _ways_to(folder.resolve(strict=True))
    except OSError:
        return Reach.NOTHING
    if not all(_allows(way, stat.S_IXGRP, stat.S_IXOTH) for way in ways):
        return Reach.NOTHING
    if _allows(ways[0], stat.S_IWGRP, stat.S_IWOTH) and not ways[0].st_mode & stat.S_ISVTX:
        return Reach.CHANGE
    return Reach.SEE if _allows(ways[0], stat.S_IRGRP, stat.S_IROTH) else Reach.NOTHING


def _ways_to(place: Path) -> Sequence[os.stat_result]:
    """The folder itself, then everything above it."""
    return [above.stat() for above in (place, *place.parents)]


def _allows(way: os.stat_result, group: int, others: int) -> bool:
    return bool(way.st_mode & others) or bool(way.st_mode & group and not _is_own_group(way.st_gid))


def _is_own_group(number: int) -> bool:
    """Whether a group is the one many systems make for each person, with nobody else in it."""
    try:
        import grp  # noqa: PLC0415 - POSIX only
        import pwd  # noqa: PLC0415

        group, person = grp.getgrgid(number), pwd.getpwuid(os.getuid())
    except (ImportError, KeyError):
        return False
    return group.gr_name == person.pw_name and set(group.gr_mem) <= {person.pw_name}
