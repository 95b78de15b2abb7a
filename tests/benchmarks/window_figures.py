"""How quick the window is, and what it takes: one table, goals included, each line as soon as it is known.

    python tests/benchmarks/window_figures.py [--count 10000] [--kept 5000] [--runs 3]

The real window over a real encrypted file of made-up credentials, without a display. It measures; it never judges: a
figure beyond its goal is marked, and the exit code stays 0. On a machine that does other things, believe the best, and
look at the processor time beside it, which is what the window itself took; deriving the key is in neither.

- start: from the start of the interpreter until the page that asks for the passphrase is painted; modules compiled, as
  installers leave them.
- unlock: from the press of the button until the first page of the grid is painted. The libraries that open a file are
  loaded, as the program does behind its first page while the passphrase is typed.
- scroll: each frame of a walk through the whole grid, slowly and in leaps, with all that follows from it.
- search: from a keystroke until what it finds is painted.
- memory: resident, the file open and the whole grid walked through once.
"""

import argparse
import contextlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_STEP = 90
_FRAMES = 300
_WORDS = ("welding", "budget", "python safety", "nursing", "design w")
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

Pair = tuple[float, float]
"""Seconds on the clock, seconds of the processor."""


@dataclass(frozen=True)
class Row:
    """A line of the table and its goal."""

    name: str
    goal: float
    unit: str = "ms"


# -- in a process of its own


def make_file(path: Path, count: int) -> None:
    """A file of this many made-up credentials, put there in one transaction."""
    from tests.benchmarks.vault_figures import AT, fill  # noqa: PLC0415
    from tests.quick_keys import with_quick_keys  # noqa: PLC0415
    from tests.ui.driver import PASSPHRASE  # noqa: PLC0415
    from wallet.app.container import make_services  # noqa: PLC0415
    from wallet.app.unlock import create_vault  # noqa: PLC0415

    services = with_quick_keys(make_services(AT))
    with create_vault(path, bytearray(PASSPHRASE.encode()), services) as vault, vault.database.transaction():
        vault.database.transaction = _within  # type: ignore[method-assign]
        fill(vault, 0, count)
        del vault.database.transaction


def _within(size: int = 0, *, counted: bool = True) -> contextlib.AbstractContextManager[None]:
    """Not one more transaction: all of it is one."""
    del size, counted
    return contextlib.nullcontext()


def session(path: Path, count: int) -> None:
    """One window over one file; prints what it measured as JSON, one object a line."""
    from PySide6.QtCore import QEventLoop  # noqa: PLC0415

    from tests.ui.driver import PASSPHRASE, Driver  # noqa: PLC0415
    from wallet.app.settings import Settings  # noqa: PLC0415
    from wallet.ui.application import make_application  # noqa: PLC0415
    from wallet.ui.cycles import CycleSearch  # noqa: PLC0415

    application = make_application(["bench"])
    CycleSearch(application).start()
    derivation = _derivation(path)
    driver = Driver(application, path.parent, Settings(theme="light", last_vault=path))
    driver.parts.desk.warm_up()  # type: ignore[attr-defined]
    driver.settle(200)

    def until(ready: Callable[[], bool]) -> None:
        while not ready():
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def unlock() -> None:
        driver.window.unlock_page.button.click()
        until(lambda: driver.window.shell is not None and driver.shell.credentials.model.rowCount() > 0)
        application.processEvents()
        driver.shell.credentials.grid.viewport().repaint()

    driver.window.unlock_page.field.line.setText(PASSPHRASE)
    took = _timed(unlock)
    _tell("unlock", [(took[0] - derivation[0], took[1] - derivation[1])])
    driver.settle()
    page = driver.shell.credentials
    assert page.model.rowCount() == count
    bar, viewport = page.grid.verticalScrollBar(), page.grid.viewport()

    def frame(at: int) -> Pair:
        def paint() -> None:
            bar.setValue(at)
            viewport.repaint()
            application.processEvents()

        return _timed(paint, time.thread_time)

    top = max(1, bar.maximum())
    frames = [frame(number * _STEP % top) for number in range(_FRAMES)]
    frames += [frame(number * top // _FRAMES) for number in range(_FRAMES)]
    _tell("frames", frames)
    driver.settle()
    _tell("memory", [(_resident(), 0.0)])
    came: list[object] = []
    page.finder.found.connect(came.append)

    def stroke(words: str) -> Pair:
        def type_and_see() -> None:
            page.search.setText(words)
            until(lambda: bool(came))
            viewport.repaint()

        came.clear()
        took = _timed(type_and_see)
        driver.settle(1)
        return took

    _tell("search", [stroke(word[:end]) for word in _WORDS for end in range(1, len(word) + 1)])
    driver.close()


def _tell(name: str, pairs: Sequence[Pair]) -> None:
    print(json.dumps({name: pairs}), flush=True)


def _derivation(path: Path) -> Pair:
    """The best of a few: what is taken off may not be too much."""
    from tests.ui.driver import PASSPHRASE  # noqa: PLC0415
    from wallet.vault.key_derivation import derive_key, read_salt  # noqa: PLC0415

    salt = read_salt(path)
    took = [_timed(lambda: derive_key(bytearray(PASSPHRASE.encode()), salt)) for _ in range(5)]
    return min(wall for wall, _ in took), min(busy for _, busy in took)


def _timed(work: Callable[[], object], processor: Callable[[], float] = time.process_time) -> Pair:
    began, busy = time.perf_counter(), processor()
    work()
    return time.perf_counter() - began, processor() - busy


def _resident() -> float:
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


# -- the table


def _start(path: Path, environment: Mapping[str, str]) -> Pair:
    began = time.time()
    words = [sys.executable, "-c", _START, str(path)]
    done = subprocess.run(words, cwd=PROJECT, env=environment, capture_output=True, text=True, check=True)
    painted, busy = map(float, done.stdout.split())
    return painted - began, busy


def _child(environment: Mapping[str, str], *words: str) -> dict[str, list[Pair]]:
    """Another process with these words for `main`; what it measured."""
    command = [sys.executable, __file__, *words]
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    found: dict[str, list[Pair]] = {}
    for line in done.stdout.splitlines():
        found.update(json.loads(line))
    return found


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


def _measure(folder: Path, count: int, kept: int, runs: int) -> None:
    environment = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    print(f"figure{load}\tbest\tmedian of {runs}\tprocessor, best\tgoal\t", flush=True)
    path, smaller = folder / "many.lerwallet", folder / "fewer.lerwallet"
    _child(environment, "--make", str(path), "--count", str(count))
    _start(path, environment)  # the first one writes compiled modules
    starts = [[_start(path, environment)] for _ in range(runs)]
    _print(Row("start to the unlock screen", 1000), starts)
    sessions = [_child(environment, "--session", str(path), "--count", str(count)) for _ in range(runs)]
    for row, name in (
        (Row(f"unlock to the first page, {count}", 300), "unlock"),
        (Row(f"scroll, p95 of a frame, {count}", 16), "frames"),
        (Row(f"search, p95 of a keystroke, {count}", 50), "search"),
    ):
        _print(row, [one[name] for one in sessions])
    _child(environment, "--make", str(smaller), "--count", str(kept))
    memory = _child(environment, "--session", str(smaller), "--count", str(kept))["memory"]
    _print(Row(f"memory, {kept}", 250, "MB"), [memory], 1.0)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--kept", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--make", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--session", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.make is not None:
        make_file(chosen.make, chosen.count)
        return
    if chosen.session is not None:
        session(chosen.session, chosen.count)
        return
    with tempfile.TemporaryDirectory() as folder:
        _measure(Path(folder), chosen.count, chosen.kept, chosen.runs)


if __name__ == "__main__":
    main()
