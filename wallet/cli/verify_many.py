"""Spreading the inputs of `verify` over the processors, results in the order of the inputs.

Lives here: when helpers are worth their start, how far ahead of the output they work, what becomes of an input whose
helper dies or hangs. Does not live here: judging (`judge`), processes (`wallet.app.worker_pool`).
"""

import os
import sys
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from itertools import chain, islice
from pathlib import Path

from wallet.app.inputs import InputPlace
from wallet.app.worker_pool import MAX_SECONDS, UnansweredError, UnusableWorkerError, WorkerPool
from wallet.cli.judge import Job, Judge, Judged

MANY = 400
"""Fewer inputs are done sooner than helpers are ready."""
MOST_WORKERS = 4
"""Each helper takes some 35 MB; with this many, ten thousand credentials stay far below 300 MB in all."""
_AHEAD = 32
"""Inputs handed out before the oldest result is written, for each helper."""


_SCRIPT = Path(__file__).with_name("verify_worker.py")


def judge_all(
    job: Job,
    judge: Judge,
    places: Iterator[InputPlace],
    workers: int | None = None,
    *,
    script: Path = _SCRIPT,
    max_seconds: float = MAX_SECONDS,
) -> Iterator[Judged]:
    """The results, in order, each as soon as those before it are there.

    Args:
        workers: how many processes help; 0 for none. None: as many as are worth it.
        script: what a helper runs.
        max_seconds: how long it may take over one input.
    """
    first = list(islice(places, MANY))
    places = chain(first, places)
    count = _worth_it(len(first)) if workers is None else workers
    if not count or job.debug:
        return map(judge.judge, places)
    return _with_helpers(
        WorkerPool(script, job.to_bytes(), count, max_seconds), judge, places, _AHEAD * count
    )


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _worth_it(inputs: int) -> int:
    if inputs < MANY or getattr(sys, "frozen", False):  # a frozen program is no interpreter for others
        return 0
    usable = processors()
    return min(usable, MOST_WORKERS) if usable > 1 else 0


def _with_helpers(
    pool: WorkerPool, judge: Judge, places: Iterator[InputPlace], ahead: int
) -> Iterator[Judged]:
    with pool:
        waiting: deque[tuple[InputPlace, Future[bytes] | None]] = deque()
        for place in places:
            waiting.append((place, pool.ask(os.fsencode(place.name)) if _can_travel(place) else None))
            if len(waiting) >= ahead:
                yield _result(pool, judge, *waiting.popleft())
        while waiting:
            yield _result(pool, judge, *waiting.popleft())


def _can_travel(place: InputPlace) -> bool:
    """Whether a helper could read it: standard input is this process's own, and what is refused needs no reading."""
    return place.is_file and place.error is None


def _result(pool: WorkerPool, judge: Judge, place: InputPlace, answer: "Future[bytes] | None") -> Judged:
    """One result: this process's own where no helper can be started, an honest one where a helper died over it."""
    if answer is None:
        return judge.judge(place)
    try:
        return Judged.from_bytes(pool.wait_for(answer))
    except UnusableWorkerError:
        return judge.judge(place)
    except UnansweredError as error:
        return judge.not_finished(place, str(error))
