"""`ler-wallet verify FOLDER` over ten thousand credentials: seconds on one processor and on all, and the memory.

    python tests/benchmarks/verify_folder.py [--count N] [--rounds N]

Linux only: it takes processors away from the program and reads its memory in /proc. Resident memory is added up over
all processes. The credentials are those of the shared benchmark data, over and over. It measures; it never judges.
"""

import argparse
import gzip
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))
BENCH = Path(os.environ.get("LER_WALLET_SHARED") or PROJECT.parent / "shared") / "bench"

from tests.process_memory import peak_megabytes  # noqa: E402

SETS = ("ob3-eddsa-1000.jsonl.gz", "ob3-ed25519sig2020-1000.jsonl.gz")
# Runs the program on the processors named in the first argument.
_ON = "import os, sys; os.sched_setaffinity(0, map(int, sys.argv[1].split(','))); os.execv(sys.argv[2], sys.argv[2:])"


@dataclass(frozen=True)
class Figures:
    """What was measured; each the best of its rounds, the memory the worst.

    Attributes:
        one, all: seconds on one processor, in one process, and on all.
        megabytes: the most that all processes had in memory together.
    """

    count: int
    processors: int
    one: float
    all: float
    megabytes: float


def measure(count: int, rounds: int, environment: Mapping[str, str]) -> Figures:
    """Writes the folder, runs the program over it `rounds` times each way, in turn."""
    usable = sorted(os.sched_getaffinity(0))
    one, everything, most = [], [], 0.0
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        _fill(folder, count)
        for _ in range(rounds):
            one.append(_run(folder, usable[:1], environment)[0])
            seconds, megabytes = _run(folder, usable, environment)
            everything.append(seconds)
            most = max(most, megabytes)
    return Figures(count, len(usable), min(one), min(everything), most)


def _fill(folder: Path, count: int) -> None:
    texts: list[bytes] = []
    for name in SETS:
        with gzip.open(BENCH / name, "rb") as lines:
            texts += [line.strip() for line in lines]
    for number in range(count):
        (folder / f"{number:06}.json").write_bytes(texts[number % len(texts)])


def _run(folder: Path, processors: Sequence[int], environment: Mapping[str, str]) -> tuple[float, float]:
    """Seconds, and megabytes."""
    on = ",".join(map(str, processors))
    program = [sys.executable, "-P", "-m", "wallet", "verify", "--json", str(folder)]
    started = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", _ON, on, *program], env=environment, stdout=subprocess.DEVNULL
    ) as process:
        megabytes = peak_megabytes(process.pid)
        process.wait()
    if process.returncode != 0:
        raise SystemExit(f"verify ended with {process.returncode}")
    return time.perf_counter() - started, megabytes


def print_figures(figures: Figures) -> None:
    """One line a figure."""
    rate = figures.count / figures.all
    print(f"verify a folder of {figures.count} on one processor\t{figures.one:.1f} s")
    print(
        f"verify a folder of {figures.count} on {figures.processors}\t{figures.all:.1f} s, {rate:.0f} a second"
    )
    print(f"speedup with {figures.processors} processors\t{figures.one / figures.all:.2f}")
    print(f"most memory in all processes\t{figures.megabytes:.0f} MB (at most 300)")


def main() -> int:
    """Runs the benchmark."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--count", type=int, default=10_000)
    arguments.add_argument("--rounds", type=int, default=2)
    options = arguments.parse_args()
    if sys.platform != "linux":
        print("This benchmark runs only on Linux.")
        return 0
    print_figures(measure(options.count, options.rounds, {**os.environ, "PYTHONPATH": str(PROJECT)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
