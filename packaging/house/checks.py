"""`run.py test`: format, lint, types, contracts, tests, in that order; a failure stops none of them."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from house.console import say
from house.places import ROOT, is_writable_folder
from house.stamp import Environment

WITHOUT_QT = "LER_WALLET_WITHOUT_QT"
CONTRACTS = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"

_MOST_PROCESSES = 4


@dataclass(frozen=True, slots=True)
class Step:
    """One check: `name` for people, `command` to run in the tree."""

    name: str
    command: tuple[str, ...]


def run_all(prepared: Environment, *, qt_problem: str, more: Sequence[str] = ()) -> int:
    """Runs everything; pytest last, so that its closing line is the last one.

    Args:
        prepared: an environment with the `dev` set.
        qt_problem: why Qt does not start here; empty when it does.
        more: arguments for pytest. With any, only pytest runs: somebody is after one test.

    Returns:
        0 when everything passed, else 1.
    """
    can_write = is_writable_folder(ROOT)
    python = str(prepared.python)
    has_gui = prepared.has("gui")
    steps = [] if more else code_checks(python, has_gui=has_gui, can_write=can_write)
    failed = [step.name for step in steps if not _passes(step)]
    for line in left_out(qt_problem, has_gui=has_gui):
        say(f"left out: {line}")
    if failed:
        say(f"FAILED before the tests: {', '.join(failed)}")
    tests = Step("tests", pytest_command(python, more, with_qt=not qt_problem, can_write=can_write))
    with tempfile.TemporaryDirectory() as scratch:
        if not _passes(tests, _test_environment(qt_problem, None if can_write else scratch)):
            failed.append(tests.name)
    return 1 if failed else 0


def code_checks(python: str, *, has_gui: bool, can_write: bool) -> list[Step]:
    """The checks that read the code. In a tree that cannot be written they keep no cache."""
    run = (python, "-P", "-m")
    no_ruff_cache = () if can_write else ("--no-cache",)
    types = [*run, "mypy"] if can_write else [*run, "mypy", f"--cache-dir={os.devnull}"]
    if not has_gui:
        types += ["--exclude", "^(wallet|tests)/ui/", "--follow-imports", "silent"]
    contracts = (python, "-c", CONTRACTS) if can_write else (python, "-c", CONTRACTS, "--no-cache")
    return [
        Step("format", (*run, "ruff", "format", "--check", *no_ruff_cache)),
        Step("lint", (*run, "ruff", "check", *no_ruff_cache)),
        Step("types", tuple(types)),
        Step("contracts", contracts),
    ]


def pytest_command(python: str, more: Sequence[str], *, with_qt: bool, can_write: bool) -> tuple[str, ...]:
    """How pytest is called: with our plugin, on all cores, and without pytest-qt where Qt would end the whole run."""
    command = [python, "-P", "-m", "pytest", "-p", "house.test_plugin"]
    if not more:
        # In the order of `test_plugin`, which knows what takes longest; xdist would go by the number of tests.
        command += ["--numprocesses", str(processes()), "--dist", "loadfile", "--no-loadscope-reorder"]
    if not with_qt:
        command += ["-p", "no:pytest-qt"]
    if not can_write:
        command += ["-p", "no:cacheprovider"]
    return (*command, *more)


def processes() -> int:
    """How many processes share the tests: one more than cores, since a quarter of the time each waits for others.

    A few more would only wait for the longest file. With one core there are none.
    """
    cores = os.cpu_count() or 1
    return min(cores + 1, _MOST_PROCESSES) if cores > 1 else 0


def left_out(qt_problem: str, *, has_gui: bool) -> list[str]:
    """What this machine cannot check, and why, one line each."""
    lines = []
    if qt_problem:
        lines.append(f"tests/ui and tests marked gui: Qt does not start here, {qt_problem}")
    if not has_gui:
        lines.append("types of wallet/ui and tests/ui: the window's libraries are not installed")
    return lines


def _test_environment(qt_problem: str, scratch: str | None) -> dict[str, str]:
    """The environment of pytest; `scratch` is where hypothesis keeps its examples when the tree cannot be written."""
    environment = dict(os.environ)
    if scratch is not None:
        environment["HYPOTHESIS_STORAGE_DIRECTORY"] = scratch
    # `house` for the plugin; `wallet` comes from the environment's own path file.
    environment["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(Path(__file__).resolve().parent.parent)])
    environment.pop("LER_WALLET_PASSPHRASE", None)
    if qt_problem:
        environment[WITHOUT_QT] = qt_problem
    return environment


def _passes(step: Step, environment: dict[str, str] | None = None) -> bool:
    """Runs a step with its output going straight to the person."""
    say(f"== {step.name}")
    sys.stdout.flush()
    begun = time.monotonic()
    code = subprocess.run(step.command, cwd=ROOT, env=environment, check=False).returncode
    if step.name != "tests":  # the closing line of pytest stays the last one
        result = "passed" if code == 0 else f"FAILED ({code})"
        say(f"== {step.name}: {result} in {time.monotonic() - begun:.0f} s")
    return code == 0
