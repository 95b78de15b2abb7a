"""How long the vault takes: making it, unlocking it, importing a thousand credentials, listing and finding them.

    python tests/benchmarks/vault_times.py [--count N] [--folder DIR]

Prints one line a figure: name, median, least and most in seconds, and the goal. It measures; it never judges. Imports
are whole: each is parsed, verified, stored and durable before the next begins.
"""

import argparse
import gzip
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))
BENCH = Path(os.environ.get("LER_WALLET_SHARED") or PROJECT.parent / "shared") / "bench"

from wallet.app.browse import list_heads  # noqa: E402
from wallet.app.container import make_services  # noqa: E402
from wallet.app.import_credential import import_each  # noqa: E402
from wallet.app.unlock import create_vault, open_vault  # noqa: E402
from wallet.vault.key_derivation import profile_of, read_salt  # noqa: E402

AT = datetime(2026, 11, 23, tzinfo=UTC)
PASSPHRASE = b"paper river seven lantern oak"
FILE = "ob3-eddsa-1000.jsonl.gz"


def _timed(work: Callable[[], object], times: int) -> list[float]:
    seconds = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return seconds


def _print(name: str, seconds: list[float], goal: str) -> None:
    print(f"{name}\t{statistics.median(seconds):.4f}\t{min(seconds):.4f}\t{max(seconds):.4f}\t{goal}")


def _credentials(count: int) -> Iterator[bytes]:
    with gzip.open(BENCH / FILE, "rb") as lines:
        for number, line in enumerate(lines):
            if number == count:
                return
            yield line.strip()


def main() -> int:
    """Runs the benchmark."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--count", type=int, default=1000)
    arguments.add_argument("--folder", type=Path, help="where the vault is made; default: a temporary folder")
    options = arguments.parse_args()
    services = make_services(at=AT)
    print("figure\tmedian s\tleast\tmost\tgoal")
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        path = Path(folder) / "benchmark.lerwallet"
        _print(
            "make a vault",
            _timed(lambda: create_vault(path, bytearray(PASSPHRASE), services).close(), 1),
            "-",
        )
        unlocks = _timed(lambda: open_vault(path, bytearray(PASSPHRASE)).close(), 7)
        _print(f"unlock, profile {profile_of(read_salt(path)).number}", unlocks, "0.15 to 1")
        with open_vault(path, bytearray(PASSPHRASE)) as vault:
            started = time.perf_counter()
            stored = sum(
                str(result.result) == "added"
                for data in _credentials(options.count)
                for result in import_each(vault, data, services, name="benchmark")
            )
            _print(f"import {stored}", [time.perf_counter() - started], "20 for 1000")
            _print("list all", _timed(lambda: list_heads(vault, None), 7), "-")
            _print("find a word", _timed(lambda: list_heads(vault, "assessment"), 7), "-")
    return 0


if __name__ == "__main__":
    sys.exit(main())
