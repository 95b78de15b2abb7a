"""Thousands of downloads in one folder: a row for each item, little memory, and everything told is kept."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.assurance import rounds
from tests.mixed_downloads import fill
from tests.process_memory import peak_megabytes
from tests.program import Program
from tests.sample_files import EVALUATED_AT

AT = ("--at", EVALUATED_AT)
MOST_MEGABYTES = 300
LONGEST = 3600.0


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux: reads /proc")
@pytest.mark.long
def test_a_folder_of_thousands_comes_in_at_once_with_a_row_each(program: Program) -> None:
    vault = program.make_vault()
    folder, count = program.folder / "downloads", rounds(120, 10_000)
    expected = fill(folder, count)
    told = program.folder / "told.jsonl"
    with (
        told.open("wb") as out,
        program.start(
            "import", "--vault", vault, folder, "--json", *AT, stdout=out, stderr=subprocess.PIPE
        ) as process,
    ):
        most = peak_megabytes(process.pid)
        assert process.wait(LONGEST) == 1, "the notes hold nothing, and no link is followed"
    rows_told = [json.loads(line) for line in told.read_text().splitlines()]
    found = {result: sum(one["result"] == result for one in rows_told) for result in expected}
    print(f"imported {count} files, {len(rows_told)} rows {found}, most memory {most:.0f} MB")
    assert found == expected
    assert len(rows_told) == sum(expected.values())
    assert 30 < most < MOST_MEGABYTES
    kept = program.run("list", "--vault", vault, "--json").out.count("\n")
    assert kept == expected["added"]
    assert {Path(one["input"]).is_file() for one in rows_told} == {True}
