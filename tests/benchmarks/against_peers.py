"""The wallet's verifier and its peers in one run, interleaved, with the ratios that are the goals.

    python3 packaging/run.py bench [--rounds N] [--peers DIR] [--limit N] [--only ROWS] [--folder N]

The peers and the data are the shared ones (`../shared/bench`); the peers are installed from their public registries
into a folder outside the tree, once. Machines are noisy, so only ratios within one run mean something: rounds go over
all rows in turn, and each ratio is given of the best rounds and of the medians. Rows are whole processes: a cold start
is timed from outside, a rate is printed by the process itself. Our modules are compiled before a cold start, as an
installation compiles them. Where an aim is missed, README.md beside this says what the time is spent on.

It measures and prints, a table of all goals last; it is no test, and ends with 0 whatever the figures are.
"""

import argparse
import gzip
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))

from tests.benchmarks import random_set, verify_folder  # noqa: E402
from tests.both_paths import compare  # noqa: E402

SHARED = Path(os.environ.get("LER_WALLET_SHARED") or PROJECT.parent / "shared")
BENCH = SHARED / "bench"
THROUGHPUT = [sys.executable, str(PROJECT / "tests" / "benchmarks" / "verify_throughput.py")]

EDDSA = "ob3-eddsa-1000.jsonl.gz"
ED2020 = "ob3-ed25519sig2020-1000.jsonl.gz"
RS256 = "ob3-vcjwt-rs256-1000.jsonl.gz"
JWT_EDDSA = "ob3-vcjwt-eddsa-1000.jsonl.gz"
CLR = "clr2-eddsa-50inner.jsonl.gz"


@dataclass(frozen=True)
class Figure:
    """What was measured of one row: credentials a second, or seconds; the best round, and the median of all."""

    best: float
    median: float


@dataclass(frozen=True)
class Goal:
    """A ratio of the rates (or cold times) of two rows; several peers mean the best of them."""

    name: str
    ours: str
    theirs: Sequence[str]
    at_least: float
    aim: float
    is_time: bool = False

    def ratios(self, figures: Mapping[str, Figure]) -> tuple[float, float] | None:
        """Ours to the strongest of theirs, of the best rounds and of the medians; None when either did not run."""
        if self.ours not in figures or not any(name in figures for name in self.theirs):
            return None
        ours, theirs = figures[self.ours], [figures[name] for name in self.theirs if name in figures]
        strongest = min if self.is_time else max
        return (
            ours.best / strongest(figure.best for figure in theirs),
            ours.median / strongest(figure.median for figure in theirs),
        )

    def reaches(self, ratio: float, bar: float) -> bool:
        """Whether a ratio meets a bar: times from below, rates from above."""
        return ratio <= bar if self.is_time else ratio >= bar


GOALS = (
    Goal("proof check, eddsa-rdfc-2022, to the best JSON-LD peer", "wallet proof eddsa",
         ("digitalbazaar eddsa", "verifier-core eddsa", "pyld eddsa", "pyoxigraph eddsa"), 8, 15),
    Goal("proof check, Ed25519Signature2020, to the best JSON-LD peer", "wallet proof 2020",
         ("digitalbazaar 2020", "verifier-core 2020", "pyld 2020"), 8, 15),
    Goal("the same, to bare hash and signature in Python", "wallet proof eddsa", ("floor",), 0.2, 0.35),
    Goal("complete verdict, to verifier-core", "wallet verdict eddsa", ("verifier-core eddsa",), 5, 10),
    Goal("VC-JWT RS256, to jose", "wallet proof rs256", ("jose rs256",), 1, 2),
    Goal("VC-JWT EdDSA, to jose", "wallet proof jwt-eddsa", ("jose eddsa",), 1, 2),
    Goal("CLR, outer and 50 inner proofs, to digitalbazaar's outer", "wallet verdict clr",
         ("digitalbazaar clr",), 2, 8),
    Goal("cold process, one credential, to digitalbazaar", "wallet cold",
         ("digitalbazaar cold",), 0.5, 0.25, is_time=True),
)  # fmt: skip
# On shapes nobody tuned for, at least half of each figure.
RANDOM_GOALS = tuple(
    replace(
        goal,
        name=f"random shapes: {goal.name}",
        ours=f"random: {goal.ours}",
        theirs=tuple(f"random: {name}" for name in goal.theirs),
        at_least=goal.at_least / 2,
        aim=goal.aim / 2,
    )
    for goal in (GOALS[0], GOALS[2], GOALS[3])
)
DOCUMENTS_COMPARED = 2_000
# What the installed command does.
_INSTALLED = "import sys; from wallet.__main__ import main; sys.exit(main())"


def main() -> int:
    """Installs the peers when needed, runs all rows, prints the table and the ratios."""
    arguments = argparse.ArgumentParser(
        prog="run.py bench", description="The wallet's verifier against its peers."
    )
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--only", default="", help="only rows whose name holds this regular expression")
    arguments.add_argument("--limit", type=int, default=300, help="credentials in one pass")
    arguments.add_argument(
        "--peers", type=Path, help="where the peers are installed; default: a temporary folder"
    )
    arguments.add_argument(
        "--folder", type=int, default=10_000, help="credentials in the folder that is verified"
    )
    options = arguments.parse_args()
    if not BENCH.is_dir():
        print("The shared benchmark data is not on this machine; set LER_WALLET_SHARED to its folder.")
        return 1
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.peers or Path(temporary) / "peers"
        if not _install(folder):
            return 1
        one = _first_credential(Path(temporary))
        shapes = Path(temporary) / "random"
        random_set.write_set(shapes, options.limit)
        rows = {**_rows(folder, options.limit), **_random_rows(folder, shapes, options.limit)}
        rows = {name: command for name, command in rows.items() if re.search(options.only, name)}
        figures = _rates(rows, shapes, options.rounds, options.limit)
        times = _cold_times(folder, one, Path(temporary) / "compiled", max(7, options.rounds))
        _print_rows(figures, times)
        if sys.platform == "linux":
            ours = _our_environment(Path(temporary) / "compiled")
            verify_folder.print_figures(verify_folder.measure(options.folder, 2, ours))
    compared = compare(DOCUMENTS_COMPARED, random_set.SEED)
    _print_goals({**figures, **times}, len(compared.differing))
    return 0


def _install(folder: Path) -> bool:
    folder.mkdir(parents=True, exist_ok=True)
    peers = BENCH / "peers"
    if shutil.which("npm") is None:
        print("npm is not on this machine; the JavaScript peers need it.")
        return False
    for source in (*peers.glob("*.mjs"), peers / "package.json"):
        shutil.copy(source, folder)
    if not (folder / "node_modules").is_dir():
        _quietly(["npm", "install", "--no-audit", "--no-fund", "--silent", "--ignore-scripts"], folder)
    python = folder / "venv" / "bin" / "python"
    if not python.exists():
        _quietly([sys.executable, "-m", "venv", "venv"], folder)
        _quietly([str(python), "-m", "pip", "install", "-q", "-r", str(peers / "requirements.txt")], folder)
    return (folder / "node_modules").is_dir() and python.exists()


def _quietly(command: Sequence[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def _first_credential(folder: Path) -> Path:
    path = folder / "one.json"
    with gzip.open(BENCH / EDDSA, "rb") as lines:
        path.write_bytes(lines.readline().strip())
    return path


def _rows(folder: Path, limit: int) -> Mapping[str, Sequence[str]]:
    python = [str(folder / "venv" / "bin" / "python"), str(BENCH / "peers" / "bench_py.py")]
    node = ["node", str(folder / "bench_node.mjs")]
    ours = [*THROUGHPUT, "--limit", str(limit)]
    return {
        "wallet proof eddsa": [*ours, EDDSA, "--proof-only"],
        "wallet proof 2020": [*ours, ED2020, "--proof-only"],
        "wallet proof rs256": [*ours, RS256, "--proof-only"],
        "wallet proof jwt-eddsa": [*ours, JWT_EDDSA, "--proof-only"],
        "wallet verdict eddsa": [*ours, EDDSA],
        "wallet verdict rs256": [*ours, RS256],
        "wallet verdict jwt-eddsa": [*ours, JWT_EDDSA],
        "wallet verdict clr": [*THROUGHPUT, CLR, "--limit", "5"],
        "digitalbazaar eddsa": [*node, "db-eddsa-rdfc-2022"],
        "digitalbazaar 2020": [*node, "db-ed25519signature2020"],
        "digitalbazaar clr": [*node, "db-clr2-50inner"],
        "verifier-core eddsa": [*node, "verifier-core-eddsa"],
        "verifier-core 2020": [*node, "verifier-core-ed25519signature2020"],
        "jose rs256": [*node, "jose-rs256"],
        "jose eddsa": [*node, "jose-eddsa"],
        "pyld eddsa": [*python, "pyld"],
        "pyld 2020": [*python, "pyld", "--file", ED2020],
        "pyoxigraph eddsa": [*python, "oxigraph"],
        "floor": [*python, "floor"],
    }


def _random_rows(folder: Path, shapes: Path, limit: int) -> Mapping[str, Sequence[str]]:
    """The rows that can run over another set of JSON-LD credentials; `shapes` is handed over as BENCH_DATA."""
    rows = _rows(folder, limit)
    data = ["--data", str(shapes)]
    ours = {name: [*rows[name], *data] for name in ("wallet proof eddsa", "wallet verdict eddsa")}
    theirs = ("digitalbazaar eddsa", "verifier-core eddsa", "pyld eddsa", "pyoxigraph eddsa", "floor")
    return {f"random: {name}": command for name, command in {**ours, **{n: rows[n] for n in theirs}}.items()}


def _rates(rows: Mapping[str, Sequence[str]], shapes: Path, rounds: int, limit: int) -> Mapping[str, Figure]:
    """Credentials a second of each row over the rounds; a row that failed is left out."""
    best: dict[str, list[float]] = {name: [] for name in rows}
    medians: dict[str, list[float]] = {name: [] for name in rows}
    for number in range(rounds):
        for name, command in rows.items():
            print(f"round {number + 1} of {rounds}: {name}", file=sys.stderr)
            data = shapes if name.startswith("random: ") else BENCH
            environment = {**os.environ, "BENCH_DATA": str(data), "BENCH_N": str(limit)}
            done = subprocess.run(
                command, env=environment, capture_output=True, text=True, timeout=600, check=False
            )
            rates = _rates_of(done.stdout)
            if rates is not None:
                medians[name].append(rates[0])
                best[name].append(rates[1])
    return {name: Figure(max(best[name]), statistics.median(medians[name])) for name in rows if best[name]}


def _rates_of(output: str) -> tuple[float, float] | None:
    """The median and the best rate in the last line a process wrote; None when it says that it failed."""
    fields = output.strip().rpartition("\n")[2].split("\t")
    try:
        return float(fields[1]), float(fields[2])
    except (IndexError, ValueError):
        return None


def _our_environment(compiled: Path) -> Mapping[str, str]:
    """Ours runs from its sources, with the compiled modules an installation has."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(PROJECT), "PYTHONPYCACHEPREFIX": str(compiled)}


def _cold_times(folder: Path, one: Path, compiled: Path, times: int) -> Mapping[str, Figure]:
    """Seconds of a whole process that verifies one credential."""
    node = ["node", str(folder / "bench_node.mjs"), "db-eddsa-rdfc-2022", "--cold", str(one)]
    python = [str(folder / "venv" / "bin" / "python"), str(BENCH / "peers" / "bench_py.py")]
    commands = {
        "wallet cold": [sys.executable, "-P", "-c", _INSTALLED, "verify", str(one)],
        "digitalbazaar cold": node,
        "pyoxigraph cold": [*python, "oxigraph", "--cold", "--file", str(one)],
        "bare python": [sys.executable, "-c", "pass"],
    }
    theirs = {**os.environ, "BENCH_DATA": str(BENCH)}
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(times + 1):
        for name, command in commands.items():
            environment = _our_environment(compiled) if name == "wallet cold" else theirs
            started = time.perf_counter()
            done = subprocess.run(command, env=environment, capture_output=True, check=False)
            if number and done.returncode == 0:  # the first one compiles
                seconds[name].append(time.perf_counter() - started)
    return {
        name: Figure(min(values), statistics.median(values)) for name, values in seconds.items() if values
    }


def _print_rows(rates: Mapping[str, Figure], times: Mapping[str, Figure]) -> None:
    print("row\tcredentials a second, best\tmedian")
    for name, rate in rates.items():
        print(f"{name}\t{rate.best:.1f}\t{rate.median:.1f}")
    print("row\tmilliseconds, best\tmedian")
    for name, seconds in times.items():
        print(f"{name}\t{seconds.best * 1000:.0f}\t{seconds.median * 1000:.0f}")


def _print_goals(figures: Mapping[str, Figure], differing: int) -> None:
    """The table of all goals. A goal is met by the best rounds: what else runs on the machine only takes away."""
    lines = [("goal", "at least", "aim", "best", "median", "met")]
    for goal in (*GOALS, *RANDOM_GOALS):
        ratios = goal.ratios(figures)
        word = "at most " if goal.is_time else ""
        bars = f"{word}{goal.at_least:g}x", f"{word}{goal.aim:g}x"
        if ratios is None:
            lines.append((goal.name, *bars, "-", "-", "did not run"))
            continue
        met = "no" if not goal.reaches(ratios[0], goal.at_least) else "at least"
        met = "aim" if goal.reaches(ratios[0], goal.aim) else met
        lines.append((goal.name, *bars, f"{ratios[0]:.2f}x", f"{ratios[1]:.2f}x", met))
    name = f"documents of {DOCUMENTS_COMPARED} whose canonical bytes differ from the general path"
    lines.append((name, "0", "0", str(differing), "-", "no" if differing else "aim"))
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    print()
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


if __name__ == "__main__":
    sys.exit(main())
