"""How quick the window is, and what it takes: one table, goals included.

    python tests/benchmarks/window_figures.py [--count 10000] [--kept 5000] [--runs 5]

The real window over a real encrypted file of made-up credentials, without a display. It measures; it never judges: a
figure beyond its goal is marked, and the exit code stays 0. On a machine that does other things, believe the best.

- start: from the start of the interpreter until the page that asks for the passphrase is painted.
- unlock: from the press of the button until the first page of the grid is painted, less what deriving the key takes.
- scroll: each frame of a walk through the whole grid, painted at once.
- search: from a keystroke until what it finds is painted, the pause for more keystrokes included.
- memory: resident, the file open and the whole grid walked through once.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_STEP = 90
_FRAMES = 600
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
print(time.time() if window.stack.currentWidget() is window.unlock_page else 1e12)
window.close()
"""


def _start(path: Path) -> float:
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", _START, str(path)], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    return float(done.stdout) - began


def _resident() -> float:
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def make_file(path: Path, count: int) -> None:
    """A file of this many made-up credentials."""
    from tests.benchmarks.vault_figures import AT, fill  # noqa: PLC0415
    from tests.quick_keys import with_quick_keys  # noqa: PLC0415
    from tests.ui.driver import PASSPHRASE  # noqa: PLC0415
    from wallet.app.container import make_services  # noqa: PLC0415
    from wallet.app.unlock import create_vault  # noqa: PLC0415

    with create_vault(path, bytearray(PASSPHRASE.encode()), with_quick_keys(make_services(AT))) as vault:
        fill(vault, 0, count)


def _derivation(path: Path) -> float:
    """The best of a few: what is taken off may not be too much."""
    from tests.ui.driver import PASSPHRASE  # noqa: PLC0415
    from wallet.vault.key_derivation import derive_key, read_salt  # noqa: PLC0415

    salt = read_salt(path)
    return min(_seconds(lambda: derive_key(bytearray(PASSPHRASE.encode()), salt)) for _ in range(5))


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def session(path: Path, count: int) -> None:
    """One window over one file; prints what it measured as JSON."""
    from PySide6.QtCore import QEventLoop  # noqa: PLC0415

    from tests.ui.driver import PASSPHRASE, Driver  # noqa: PLC0415
    from wallet.app.settings import Settings  # noqa: PLC0415
    from wallet.ui.application import make_application  # noqa: PLC0415

    application = make_application(["bench"])
    derivation = _derivation(path)
    driver = Driver(application, path.parent, Settings(theme="light", last_vault=path))
    driver.settle(200)

    def until(ready: Callable[[], bool]) -> None:
        while not ready():
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def unlock() -> None:
        driver.window.unlock_page.button.click()
        until(lambda: driver.window.shell is not None and driver.shell.credentials.model.rowCount() == count)
        application.processEvents()
        driver.shell.credentials.grid.viewport().repaint()

    driver.window.unlock_page.field.line.setText(PASSPHRASE)
    first_page = _seconds(unlock) - derivation
    driver.settle()
    page = driver.shell.credentials
    bar = page.grid.verticalScrollBar()

    def frame(at: int) -> float:
        def paint() -> None:
            bar.setValue(at)
            page.grid.viewport().repaint()

        taken = _seconds(paint)
        application.processEvents()
        return taken

    top = max(1, bar.maximum())
    frames = [frame(number * _STEP % top) for number in range(_FRAMES)]
    frames += [frame(number * top // _FRAMES) for number in range(_FRAMES)]
    driver.settle()
    memory = _resident()
    keystrokes = []
    for word in _WORDS:
        for end in range(1, len(word) + 1):
            came: list[bool] = []
            page.model.modelReset.connect(lambda came=came: came.append(True))

            def stroke(words: str = word[:end], came: list[bool] = came) -> None:
                page.search.setText(words)
                until(lambda: bool(came))
                page.grid.viewport().repaint()

            keystrokes.append(_seconds(stroke))
            driver.settle(1)
    driver.close()
    print(json.dumps({"unlock": first_page, "frames": frames, "search": keystrokes, "memory": memory}))


def _in_a_process_of_its_own(path: Path, count: int) -> dict[str, object]:
    command = [sys.executable, __file__, "--session", str(path), "--count", str(count)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return found


def _p95(values: Sequence[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1))]


def _line(name: str, best: float, middle: float, goal: float, unit: str) -> None:
    mark = "holds" if best < goal else "BEYOND"
    print(f"{name}\t{best:.1f}\t{middle:.1f} {unit}\t< {goal:g} {unit}\t{mark}", flush=True)


def _measure(folder: Path, count: int, kept: int, runs: int) -> None:
    path, smaller = folder / "many.lerwallet", folder / "fewer.lerwallet"
    make_file(path, count)
    make_file(smaller, kept)
    _start(path)  # the first one writes compiled modules
    starts = [1000 * _start(path) for _ in range(runs)]
    sessions = [_in_a_process_of_its_own(path, count) for _ in range(runs)]
    memory = float(str(_in_a_process_of_its_own(smaller, kept)["memory"]))

    def each(name: str) -> list[list[float]]:
        return [list(map(float, one[name])) for one in sessions]  # type: ignore[call-overload]

    print("figure\tbest of the runs\tmedian\tgoal\t")
    _line("start to the unlock screen", min(starts), statistics.median(starts), 1000, "ms")
    unlocks = [1000 * float(str(one["unlock"])) for one in sessions]
    _line(f"unlock to the first page, {count}", min(unlocks), statistics.median(unlocks), 300, "ms")
    frames = [1000 * _p95(one) for one in each("frames")]
    _line(f"scroll, p95 of a frame, {count}", min(frames), statistics.median(frames), 16, "ms")
    searches = [1000 * _p95(one) for one in each("search")]
    _line(f"search, p95 of a keystroke, {count}", min(searches), statistics.median(searches), 50, "ms")
    _line(f"memory, {kept}", memory, memory, 250, "MB")


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--kept", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--session", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.session is not None:
        session(chosen.session, chosen.count)
        return
    with tempfile.TemporaryDirectory() as folder:
        _measure(Path(folder), chosen.count, chosen.kept, chosen.runs)


if __name__ == "__main__":
    main()
