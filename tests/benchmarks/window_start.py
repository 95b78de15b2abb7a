"""How long the window takes to its first paint, and how much memory it has then.

    python tests/benchmarks/window_start.py [--runs 5]

Each run starts a new program without a display and an empty settings folder, so nothing is remembered. Reported:
seconds from the start of the interpreter to the first paint of the first page, and the resident memory then and after
the heavy libraries were loaded behind it. Goals: under 1 s and under 150 MB at the first paint.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent

CHILD = """
import sys, time
from wallet.app.settings import load_settings
from wallet.ui import application as program
from wallet.ui.file_dialogs import FileDialogs
from wallet.app.container import make_services
from pathlib import Path

def resident():
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * 4096 / 1e6

app = program.make_application(["bench"])
around = program.Surroundings(make_services(), load_settings(), lambda settings: None, FileDialogs(), Path("."))
window, parts = program.make_window(app, around)
window.resize(1280, 760)
window.show()
app.processEvents()
window.grab()
painted, memory = time.time(), resident()
parts.desk.warm_up()
print(painted, memory, resident())
window.close()
"""


def one_run(home: str) -> tuple[float, float, float]:
    """Seconds to the first paint; megabytes then; megabytes once everything is loaded."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": home, "XDG_CONFIG_HOME": home}
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", CHILD],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    painted, memory, loaded = map(float, done.stdout.split())
    return painted - began, memory, loaded


def main() -> None:
    """Prints one line for each run and the medians."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as home:
        one_run(home)  # the first one writes compiled modules
        figures = [one_run(home) for _ in range(runs)]
    for seconds, memory, loaded in figures:
        print(f"first paint {seconds:.2f} s, {memory:.0f} MB; all loaded {loaded:.0f} MB")
    middle = [statistics.median(column) for column in zip(*figures, strict=True)]
    print(f"median: first paint {middle[0]:.2f} s, {middle[1]:.0f} MB; all loaded {middle[2]:.0f} MB")


if __name__ == "__main__":
    main()
