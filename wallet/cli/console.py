"""The two streams: results to stdout, everything else to stderr.

Lives here: the only code that writes to them. Does not live here: what the text says (`render`).
"""

import contextlib
import json
import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from typing import Any

from wallet.errors import AppError, Reason

_has_results: ContextVar[bool] = ContextVar("has_results", default=False)


def prepare_streams() -> None:
    """Whatever the terminal's encoding, a letter it lacks is written as an escape and stops nothing."""
    _has_results.set(False)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):  # replaced by a test or a caller
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def result(text: str) -> None:
    """One line of results, handed on at once: what is printed has happened.

    Raises:
        BrokenPipeError: whoever read the results has gone.
        AppError: OUTPUT_NOT_WRITABLE, standard output takes no more.
    """
    _has_results.set(True)  # before the line: an interrupt between the two must not add an object behind it
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        silence_stdout()
        raise AppError(Reason.OUTPUT_NOT_WRITABLE, type(error).__name__) from error


def has_results() -> bool:
    """Whether this run has printed any result."""
    return _has_results.get()


def result_object(value: Mapping[str, Any]) -> None:
    """One JSON Lines object of results, handed on at once."""
    result(json_line(value))


def say(text: str) -> None:
    """One line for the person at the terminal."""
    with contextlib.suppress(OSError):
        sys.stderr.write(text + "\n")
        sys.stderr.flush()


def ask(question: str) -> str:
    """What the person at the terminal types after a question; "" at the end of input."""
    with contextlib.suppress(OSError):
        sys.stderr.write(question)
        sys.stderr.flush()
    return sys.stdin.readline()


def has_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def silence_stdout() -> None:
    """After the reader of our output has gone: what is still buffered must not raise at the very end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def json_line(value: Mapping[str, Any]) -> str:
    """One JSON Lines object in pure ASCII, so that neither terminals nor encodings can be confused by it."""
    return json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))


def shows_progress() -> bool:
    """Whether there is a terminal to show it on that the results do not go to themselves."""
    return sys.stderr.isatty() and not sys.stdout.isatty()


_BAR = 30
_REDRAW_SECONDS = 0.1


class Progress:
    """A count on the terminal's last line, with a bar when the end is known; nothing where there is no terminal."""

    def __init__(self, verb: str, total: int | None = None) -> None:
        self._verb = verb
        self._total = total
        self._count = 0
        self._is_drawn = False
        self._drawn_at = 0.0
        self._on = shows_progress()

    def step(self) -> None:
        """One more is done."""
        self._count += 1
        if not self._on:
            return
        now = time.monotonic()
        if not self._is_drawn or now - self._drawn_at >= _REDRAW_SECONDS:
            self._drawn_at, self._is_drawn = now, True
            self._write(f"\r{self._line()}")

    def clear(self) -> None:
        """Takes the line away again."""
        if self._is_drawn:
            self._is_drawn = False
            self._write("\r\x1b[K")

    def _line(self) -> str:
        if self._total is None:
            return f"{self._verb} {self._count}"
        filled = min(_BAR, _BAR * self._count // max(self._total, 1))
        return f"{self._verb} [{'#' * filled}{'.' * (_BAR - filled)}] {self._count} of {self._total}"

    def _write(self, text: str) -> None:
        with contextlib.suppress(OSError):
            sys.stderr.write(text)
            sys.stderr.flush()


@contextlib.contextmanager
def progress(verb: str, total: int | None = None) -> Iterator[Progress]:
    """Shows progress while the block runs; only when results go elsewhere than to the terminal themselves."""
    shown = Progress(verb, total)
    try:
        yield shown
    finally:
        shown.clear()
