"""A person at a terminal: reads what a program shows there and types one answer at each question. POSIX only."""

import os
import select
import signal
from collections.abc import Callable, Sequence

import pytest

from tests.program import PATIENCE


def answer_questions(
    child: int, terminal: int, answers: Sequence[str], questions: Callable[[bytes], int]
) -> tuple[int, bytes]:
    """Until the program ends; its exit code and all it showed.

    Args:
        child: the program's process, made by `pty.fork`.
        terminal: our side of its terminal; closed on return.
        questions: how many questions stand in what was shown so far.
    """
    shown, typed = b"", 0
    while True:
        ready, _, _ = select.select([terminal], [], [], PATIENCE)
        if not ready:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            pytest.fail(f"nobody answered: {shown!r}")
        try:
            said = os.read(terminal, 1024)
        except OSError:  # how Linux says that the other side is closed
            break
        if not said:
            break
        shown += said
        # One answer to each question: what is typed ahead of a question is thrown away when the echo is turned off.
        if typed < min(len(answers), questions(shown)):
            os.write(terminal, answers[typed].encode() + b"\n")
            typed += 1
    os.close(terminal)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), shown
