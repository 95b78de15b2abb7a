"""Thousands of downloads in one folder: a row for each item, little memory, and everything told is kept."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests import issuing
from tests import other_wallets as made
from tests.assurance import rounds
from tests.identities import did_key
from tests.process_memory import peak_megabytes
from tests.program import Program
from tests.sample_documents import png
from tests.sample_files import EVALUATED_AT
from wallet.credentials.baked_image import bake_png

AT = ("--at", EVALUATED_AT)
MOST_MEGABYTES = 300
LONGEST = 3600.0
KINDS = 10
IN_ARCHIVE = 3


def badge(number: int) -> bytes:
    return json.dumps(issuing.good(id=f"urn:uuid:{number}", name=f"Badge {number}")).encode()


def token(number: int) -> bytes:
    issuer = did_key("issuer")
    document = issuing.credential(issuer, id=f"urn:uuid:{number}", name=f"Badge {number}")
    return issuing.token(issuing.claims_v2(document), issuer, "EdDSA").encode()


def file_of(number: int) -> tuple[str, bytes, dict[str, int]]:
    """A file with a messy name, and how many rows of each result it is worth."""
    match number % KINDS:
        case 3:
            return f"badge link {number}.txt", b"https://school.example/badges/%d\n" % number, {"refused": 1}
        case 4:
            parts = [
                (f"{part}.json", badge(number * KINDS + 500_000 + part), "application/json")
                for part in range(2)
            ]
            return f"Inbox {number}.mbox", made.mailbox(*(made.mail(part) for part in parts)), {"added": 2}
        case 5:
            return f"download ({number})", token(number), {"added": 1}
        case 6:
            return f"Badge - {number}.png", bake_png(png(), badge(number).decode()), {"added": 1}
        case 7:
            inside = {f"in/{part}.json": badge(number * KINDS + 100_000 + part) for part in range(IN_ARCHIVE)}
            return f"archive{number}.ZIP", made.zipped(inside), {"added": IN_ARCHIVE}
        case 8:
            message = made.mail(("b.json", badge(number), "application/json")).as_bytes()
            return f"Fwd_ your badge {number}.eml", message, {"added": 1}
        case 9:
            return f"notes {number}.txt", b"nothing to see", {"refused": 1}
        case _:
            return f"{number:05}.json.txt", badge(number), {"added": 1}


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux: reads /proc")
@pytest.mark.long
def test_a_folder_of_thousands_comes_in_at_once_with_a_row_each(program: Program) -> None:
    vault = program.make_vault()
    folder, expected = program.folder / "downloads", {"added": 0, "refused": 0}
    count = rounds(120, 10_000)
    for number in range(count):
        name, content, rows = file_of(number)
        place = folder / f"{number % 7}"
        place.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)
        for result, worth in rows.items():
            expected[result] += worth
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
