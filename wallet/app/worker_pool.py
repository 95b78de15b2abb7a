"""A few processes of our own that answer requests side by side, when there is a lot to do.

Lives here: starting and ending them, handing requests out, and saying so when one dies or hangs. Does not live here:
what is asked and answered (bytes), or how (`worker_pipe`).

Children are fresh interpreters (nothing is forked: threads and locks of this process stay here), get no environment
above what they need to start, and end when their standard input does, so none outlives this process.
"""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from wallet.app.worker_pipe import receive, receive_ready, send

MAX_SECONDS = 300.0
"""How long one request may take. The limits of the work itself end it long before, on slow computers too."""
_START_SECONDS = 60.0
_TRIES = 2
_UTF8 = f"utf8={sys.flags.utf8_mode}"
_POLL_SECONDS = 0.5
# The locale says how the names of files are written, and both sides must read them alike.
_ENVIRONMENT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LC_ALL", "LC_CTYPE", "LANG")


class UnusableWorkerError(Exception):
    """No child can be started here, or it ends before it is ready for anything."""


class UnansweredError(Exception):
    """The children that were asked died, or took too long."""


class _OverdueError(Exception):
    """A child was ended because it took too long."""


class WorkerPool:
    """Children that answer requests, each one at a time; any thread may ask."""

    def __init__(self, script: Path, greeting: bytes, count: int, max_seconds: float = MAX_SECONDS) -> None:
        """`script` is what each child runs; it calls `worker_pipe.serve`, which gets the greeting first."""
        self._workers = [_Worker(script, greeting, max_seconds) for _ in range(count)]
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(count)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends all children, in the middle of whatever they do."""
        for worker in self._workers:
            worker.close()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.end()

    def ask(self, request: bytes) -> "Future[bytes]":
        """Hands a request to the next child that is free."""
        return self._threads.submit(self._ask, request)

    def wait_for(self, answer: "Future[bytes]") -> bytes:
        """The answer, once it is there. Whoever waits also sees to it that no child takes too long.

        Raises:
            UnusableWorkerError, UnansweredError.
        """
        while True:
            with suppress(TimeoutError):
                return answer.result(_POLL_SECONDS)
            for worker in self._workers:
                worker.end_when_overdue()

    def process_ids(self) -> Sequence[int]:
        """The children that run now."""
        return [child.pid for worker in self._workers if (child := worker.child) is not None]

    def _ask(self, request: bytes) -> bytes:
        worker = self._idle.get()
        try:
            return worker.ask(request)
        finally:
            self._idle.put(worker)


class _Worker:
    """One child, started at the first request and anew when it died."""

    def __init__(self, script: Path, greeting: bytes, max_seconds: float) -> None:
        self._script = script
        self._greeting = greeting
        self._max_seconds = max_seconds
        self._ends_at: float | None = None
        self._was_overdue = False
        self._closed = False
        self._is_usable = True
        self._lock = threading.Lock()
        self.child: subprocess.Popen[bytes] | None = None

    def ask(self, request: bytes) -> bytes:
        """One answer. A child that dies over a request is followed by one more: it may have been ended from outside."""
        for _ in range(_TRIES):
            try:
                return self._ask_once(request)
            except _OverdueError as error:
                raise UnansweredError("took too long") from error
            except OSError:
                self.end()
        raise UnansweredError("died")

    def _ask_once(self, request: bytes) -> bytes:
        child = self.child or self._start()
        assert child.stdin is not None
        assert child.stdout is not None
        self._was_overdue, self._ends_at = False, time.monotonic() + self._max_seconds
        try:
            send(child.stdin, request)
            return receive(child.stdout)
        except OSError as error:
            if self._was_overdue:
                self.end()
                raise _OverdueError from error
            raise
        finally:
            self._ends_at = None

    def _start(self) -> "subprocess.Popen[bytes]":
        with self._lock:
            if self._closed or not self._is_usable:
                raise UnusableWorkerError("closed" if self._closed else "not ready")
            try:
                child = self.child = subprocess.Popen(  # noqa: S603 - our own interpreter and our own file
                    [sys.executable, "-I", "-X", _UTF8, str(self._script), *filter(None, sys.path)],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
            except OSError as error:
                raise UnusableWorkerError(type(error).__name__) from error
        assert child.stdin is not None
        assert child.stdout is not None
        self._ends_at = time.monotonic() + _START_SECONDS
        try:
            send(child.stdin, self._greeting)
            receive_ready(child.stdout)
        except OSError as error:
            self._is_usable = False
            self.end()
            raise UnusableWorkerError("not ready") from error
        return child

    def end_when_overdue(self) -> None:
        """Ends the child when its request has taken too long; whoever waits for the answer is told."""
        ends_at, child = self._ends_at, self.child
        if ends_at is not None and child is not None and time.monotonic() > ends_at:
            self._was_overdue = True
            child.kill()

    def close(self) -> None:
        """Ends the child and starts no other."""
        with self._lock:
            self._closed = True
            child = self.child
        if child is not None:
            child.kill()

    def end(self) -> None:
        """Ends the child and lets go of its pipes; only while nobody asks."""
        child, self.child = self.child, None
        if child is not None:
            child.kill()
            with suppress(OSError):
                child.communicate()
