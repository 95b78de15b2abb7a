"""How quick the window is, and what it takes: one table, goals included, each line as soon as it is known.

    python tests/benchmarks/window_figures.py [--count 10000] [--kept 5000] [--added 10000] [--runs 3]

The real window over a real encrypted file of made-up credentials, without a display. It measures; it never judges: a
figure beyond its goal is marked, and the exit code stays 0. On a machine that does other things, believe the best, and
look at the processor time beside it, which is what the window itself took; deriving the key is in neither.

- start: from the start of the interpreter until the page that asks for the passphrase is painted; modules compiled, as
  installers leave them.
- unlock: from the press of the button until the first page of the grid is painted. The libraries that open a file are
  loaded, as the program does behind its first page while the passphrase is typed.
- scroll: each frame of a walk through the whole grid, slowly and in leaps, with all that follows from it.
- search: from a keystroke until what it finds is painted; filter: the same for a choice of type, status, year or skill.
- skills: from the press of their place until the list is painted; then as scroll and search.
- overview: from the press of its button until its timeline is painted; then each frame of a walk through that.
- memory: resident, the file open and the whole grid walked through once.
- adding: a mixed folder of so many files checked in the add sheet, a row for each thing in them: the most that all
  processes had in memory at once, how long it took, and the longest time in which the window did not answer.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
SESSION = PROJECT / "tests" / "ui" / "measured_window.py"
ADDING = PROJECT / "tests" / "ui" / "measured_add.py"
sys.path.insert(0, str(PROJECT))

from tests.process_memory import peak_megabytes  # noqa: E402

_START = """
import sys, time
from pathlib import Path
from wallet.app.container import make_services
from wallet.app.settings import Settings
from wallet.ui import application as program
from wallet.ui.file_dialogs import FileDialogs
app = program.make_application(["bench"])
settings = Settings(last_vault=Path(sys.argv[1]))
around = program.Surroundings(make_services(), settings, lambda settings: None, FileDialogs(), Path("."))
window, parts = program.make_window(app, around)
window.resize(1280, 760)
window.show()
app.processEvents()
window.grab()
print(time.time() if window.stack.currentWidget() is window.unlock_page else 1e12, time.process_time())
window.close()
"""

_SKILLS = 2000

Pair = tuple[float, float]
"""Seconds on the clock, seconds of the processor."""


@dataclass(frozen=True)
class Row:
    """A line of the table and its goal."""

    name: str
    goal: float
    unit: str = "ms"


def _start(path: Path, environment: Mapping[str, str]) -> Pair:
    began = time.time()
    words = [sys.executable, "-c", _START, str(path)]
    done = subprocess.run(words, cwd=PROJECT, env=environment, capture_output=True, text=True, check=True)
    painted, busy = map(float, done.stdout.split())
    return painted - began, busy


def _session(
    environment: Mapping[str, str], what: str, path: Path, count: int
) -> Mapping[str, Sequence[Pair]]:
    """What a session measured, in a process of its own (`tests/ui/measured_window.py`)."""
    command = [sys.executable, str(SESSION), what, str(path), str(count)]
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    found: dict[str, Sequence[Pair]] = {}
    for line in done.stdout.splitlines():
        found.update(json.loads(line))
    return found


def _add(environment: Mapping[str, str], count: int) -> None:
    """A folder of so many files in the add sheet, in a process of its own (`tests/ui/measured_add.py`)."""
    command = [sys.executable, str(ADDING), str(count)]
    with subprocess.Popen(
        command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, text=True
    ) as session:
        most = peak_megabytes(session.pid)
        told = session.communicate()[0]
    if session.returncode:
        raise SystemExit(f"adding ended with {session.returncode}")
    found: dict[str, dict[str, float]] = {}
    for line in told.splitlines():
        found.update(json.loads(line))
    took, rows = found["checking"], found["checked"]["rows"]
    name = f"adding {count} files, {rows:.0f} rows"
    _print(Row(f"{name}: most memory", 300, "MB"), [[(most, 0.0)]], 1.0)
    _print(Row(f"{name}: a row", 5), [[(took["seconds"] / rows, 0.0)]])
    _print(Row(f"{name}: longest stall", 100), [[(took["stall"], took["own"])]])


def _p95(values: Sequence[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]


def _print(row: Row, runs: Sequence[Sequence[Pair]], scale: float = 1000.0) -> None:
    """One line: of each run the p95 (of one value itself), of the runs the best and the median."""
    clock, busy = ([scale * _p95([pair[side] for pair in run]) for run in runs] for side in (0, 1))
    best, mark = min(clock), "holds" if min(clock) < row.goal else "BEYOND"
    of_it = f"{min(busy):.1f} {row.unit}" if any(busy) else ""
    middle = statistics.median(clock)
    cells = (row.name, f"{best:.1f}", f"{middle:.1f} {row.unit}", of_it, f"< {row.goal:g} {row.unit}", mark)
    print("\t".join(cells), flush=True)


def _measure(folder: Path, count: int, kept: int, added: int, runs: int) -> None:
    environment = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"figure{load}\tbest\tmedian of {runs}\tprocessor, best\tgoal\t", flush=True)
    path, smaller = folder / "many.lerwallet", folder / "fewer.lerwallet"
    _session(environment, "make", path, count)
    _start(path, environment)  # the first one writes compiled modules
    starts = [[_start(path, environment)] for _ in range(runs)]
    _print(Row("start to the unlock screen", 1000), starts)
    sessions = [_session(environment, "measure", path, count) for _ in range(runs)]
    for row, name in (
        (Row(f"unlock to the first page, {count}", 300), "unlock"),
        (Row(f"scroll, p95 of a frame, {count}", 16), "frames"),
        (Row(f"search, p95 of a keystroke, {count}", 50), "search"),
        (Row(f"filter, p95 of a choice, {count}", 50), "filter"),
        (Row(f"overview, from its button until its timeline is painted, {count}", 2000), "overview"),
        (Row(f"overview, p95 of a frame of its timeline, {count}", 16), "timeline"),
    ):
        _print(row, [one[name] for one in sessions])
    _measure_skills(environment, folder / "skills.lerwallet", runs)
    _session(environment, "make", smaller, kept)
    memory = _session(environment, "measure", smaller, kept)["memory"]
    _print(Row(f"memory, {kept}", 250, "MB"), [memory], 1.0)
    _add(environment, added)


def _measure_skills(environment: Mapping[str, str], path: Path, runs: int) -> None:
    _session(environment, "make-skills", path, _SKILLS)
    sessions = [_session(environment, "skills", path, _SKILLS) for _ in range(runs)]
    for row, name in (
        (Row(f"skills page, {_SKILLS}", 300), "skills"),
        (Row(f"skills, scroll, p95 of a frame, {_SKILLS}", 16), "skill frames"),
        (Row(f"skills, search, p95 of a keystroke, {_SKILLS}", 50), "skill search"),
    ):
        _print(row, [one[name] for one in sessions])


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--kept", type=int, default=5000)
    parser.add_argument("--added", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _measure(Path(folder), chosen.count, chosen.kept, chosen.added, chosen.runs)


if __name__ == "__main__":
    main()
