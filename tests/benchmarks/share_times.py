"""How long it takes to cut a badge to chosen parts, sign the share and write it: one badge, half of its parts.

    python tests/benchmarks/share_times.py [--times N]

Prints one line a figure: suite, median, least and most in seconds, and the goal. It measures; it never judges. The
whole job is timed: read from the vault, checked whole, derived, checked again, signed, recorded, written.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "packaging")]

from tests import selections  # noqa: E402
from wallet.app.container import Services, make_services  # noqa: E402
from wallet.app.disclose import find_disclosable  # noqa: E402
from wallet.app.import_credential import import_bytes  # noqa: E402
from wallet.app.share import Chosen, prepare, send  # noqa: E402
from wallet.app.unlock import Vault, create_vault  # noqa: E402

AT = datetime(2026, 11, 23, tzinfo=UTC)
PASSPHRASE = b"paper river seven lantern oak"
GOAL = "0.2"


def seconds_to_share(
    vault: Vault, services: Services, folder: Path, suite: str, times: int
) -> Sequence[float]:
    """How long each of so many shares of one badge took, after one that is not counted."""
    data = selections.issue(selections.marked_badge(7), suite)
    record = import_bytes(vault, data, services, name="badge").record_id or ""
    parts = find_disclosable(vault, record, services).choices.selectable
    chosen = Chosen(record, tuple(part.pointer for part in parts[::2]))
    seconds = []
    for number in range(times + 1):
        started = time.perf_counter()
        prepared = prepare(
            vault,
            [chosen],
            to="Example Corp",
            purpose="Job",
            until=None,
            services=services,
            with_qr=False,
        )
        send(vault, prepared, folder / f"{suite}-{number}.json", services)
        seconds.append(time.perf_counter() - started)
    return seconds[1:]


def main() -> int:
    """Runs the benchmark."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--times", type=int, default=20)
    times = arguments.parse_args().times
    services = make_services(AT)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with create_vault(folder / "v.lerwallet", bytearray(PASSPHRASE), services) as vault:
            for suite in selections.available_suites():
                warm = seconds_to_share(vault, services, folder, suite, times)
                figures = (statistics.median(warm), min(warm), max(warm))
                print("\t".join([f"derive and write, {suite}", *(f"{each:.4f}" for each in figures), GOAL]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
