"""How much memory a program and its helpers take together. Linux only: reads /proc."""

import contextlib
import time
from collections.abc import Sequence
from pathlib import Path

_INTERVAL = 0.02
_BEGINNING = 1.0


def peak_megabytes(pid: int) -> float:
    """Waits until the process has ended; the most that it and its children were seen to have in memory at once.

    Resident memory is added up over the processes, so what they share counts for each of them. A child that has only
    just begun and runs its parent's program yet is in its parent's very memory (vfork), which counts once.
    """
    most = 0.0
    began: dict[int, float] = {}
    while (own := _resident(pid)) > 0:
        now = time.monotonic()
        children = [
            one
            for one in _children(pid)
            if now - began.setdefault(one, now) > _BEGINNING or _differs(one, pid)
        ]
        most = max(most, (own + sum(map(_resident, children))) / 1e6)
        time.sleep(_INTERVAL)
    return most


def megabytes_now(pid: int) -> float:
    """What a process and its children have in memory now."""
    return (_resident(pid) + sum(map(_resident, _children(pid)))) / 1e6


def _differs(child: int, parent: int) -> bool:
    """Whether a child runs another program than its parent, or the same otherwise."""
    with contextlib.suppress(OSError):
        words = [Path(f"/proc/{one}/cmdline").read_bytes() for one in (child, parent)]
        return words[0] != words[1]
    return False


def _resident(pid: int) -> int:
    """Bytes; 0 for a process that is no more, or only waits to be waited for."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
    return 0


def _children(pid: int) -> Sequence[int]:
    found: list[int] = []
    with contextlib.suppress(OSError):
        for path in Path(f"/proc/{pid}/task").glob("*/children"):
            with contextlib.suppress(OSError):
                found += map(int, path.read_text().split())
    return found
