"""A folder of thousands in the add sheet: a row for each thing, little memory, and a window that answers meanwhile."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.assurance import FULL, rounds
from tests.process_memory import peak_megabytes

pytestmark = pytest.mark.long

PROJECT = Path(__file__).resolve().parents[2]
SESSION = PROJECT / "tests" / "ui" / "measured_add.py"
MOST_MEGABYTES = 300.0
MOST_A_ROW = 0.03
"""Megabytes. A row that is a widget takes 0.18, one that is a value some 0.005."""
LONGEST_OWN = 0.3
"""Seconds of the processor between two beats of the window; the clock of a busy machine says nothing."""
LONGEST = 3600.0


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux: reads /proc")
def test_a_row_for_each_of_thousands_in_little_memory(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    count = rounds(250, 10_000)
    command = [sys.executable, str(SESSION), str(count), *(["--save"] if FULL else [])]
    told = tmp_path / "told.jsonl"
    with told.open("wb") as out, subprocess.Popen(command, cwd=PROJECT, stdout=out) as session:
        most = peak_megabytes(session.pid)
        assert session.wait(LONGEST) == 0
    found: dict[str, dict[str, float]] = {}
    for line in told.read_text().splitlines():
        found.update(json.loads(line))
    checked, expected, memory, looked = (found[name] for name in ("checked", "expected", "memory", "looked"))
    a_row = (memory["after"] - memory["early"]) / memory["rows_later"]
    with capsys.disabled():
        print(
            f"\nadd sheet: {count} files, {checked['rows']} rows, most memory {most:.0f} MB, "
            f"{1000 * a_row:.1f} kB a row, longest stall {1000 * found['checking']['stall']:.0f} ms "
            f"({1000 * found['checking']['own']:.0f} ms of its own)"
        )
    assert checked == {**expected, "ticked": expected["ready"]}
    assert looked["last"]
    assert looked["alone"]
    assert most < MOST_MEGABYTES
    assert a_row < MOST_A_ROW
    assert max(found["checking"]["own"], looked["own"]) < LONGEST_OWN
    if FULL:
        assert found["saved"]["kept"] == expected["ready"]
