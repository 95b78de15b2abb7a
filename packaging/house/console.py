"""How `run.py` talks: short lines on stderr, and one exception that ends the run with a plain message."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


class StopRun(Exception):  # noqa: N818 - it ends the run; not every end is a fault of the program
    """Ends the run. Its text is all the person sees, so it says what happened and what to do."""

    def __init__(self, text: str, code: int = 1) -> None:
        super().__init__(text)
        self.code = code


def say(text: str) -> None:
    """One line of progress on stderr."""
    print(text, file=sys.stderr, flush=True)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a child process ended, and everything it said; `errors` only when it was asked for apart."""

    code: int
    output: str
    errors: str = ""

    @property
    def ok(self) -> bool:
        """It ended with 0."""
        return self.code == 0

    def last_lines(self, count: int) -> str:
        """The last telling lines, indented, for a person who asks why."""
        lines = [line.rstrip() for line in self.output.splitlines() if line.strip()]
        lines = [
            line for line in lines if not line.startswith(("WARNING: Retrying", "WARNING: The directory"))
        ]
        return "\n".join("    " + line for line in lines[-count:])


def run_quietly(
    command: Sequence[str | Path],
    environment: Mapping[str, str] | None = None,
    seconds: float | None = None,
    *,
    errors_apart: bool = False,
) -> Outcome:
    """Runs a child without input and keeps what it says; one that cannot start or hangs is an outcome too."""
    try:
        done = subprocess.run(
            [str(word) for word in command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE if errors_apart else subprocess.STDOUT,
            env=None if environment is None else dict(environment),
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Outcome(124, f"no answer within {seconds} seconds")
    except OSError as error:
        return Outcome(127, error.strerror or "cannot be started")
    errors = (done.stderr or b"").decode("utf-8", "replace")
    return Outcome(done.returncode, done.stdout.decode("utf-8", "replace"), errors)
