"""How much memory a program and its helpers take together. Linux only: reads /proc."""

import contextlib
import time
from collections.abc import Sequence
from pathlib import Path

_INTERVAL = 0.02


def peak_megabytes(pid: int) -> float:
    """Waits until the process has ended; the most that it and its children were seen to have in memory at once.

    Resident memory is added up over the processes, so what they share counts for each of them.
    """
    most = 0
    while (own := _resident(pid)) > 0:
        most = max(most, own + sum(map(_resident, _children(pid))))
        time.sleep(_INTERVAL)
    return most / 1e6


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
