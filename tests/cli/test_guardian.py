"""The guardian's step from the command line."""

import os
from pathlib import Path

from tests.program import Program
from tests.sample_files import EVALUATED_AT, good

AT = ("--at", EVALUATED_AT)


def test_an_adult_agrees_to_a_share(program: Program, vault: Path) -> None:
    added = program.run("import", "--vault", vault, good("small-sewing.json"), "--json", *AT).object["id"]
    code = {"LER_WALLET_GUARDIAN_CODE": "blue kettle"}
    made = program.run(
        "guardian", "set", "--vault", vault, "--band", "under-13", "--json", *AT, variables=code
    )
    assert made.object == {"band": "under-13", "asks": True, "eighteen_on": None, "ended_on": None}
    out = program.folder / "out.json"
    share = (
        *("share", "--vault", vault, "--credential", added, "--to", "Library", "--purpose", "Course"),
        *("--out", out, "--json", *AT),
    )
    assert program.run(*share).object["reason"] == "guardian_needed"
    who = ("--guardian", "Maria Rivera", "--relation", "mother")
    wrong = program.run(*share, *who, variables={"LER_WALLET_GUARDIAN_CODE": "guess"})
    assert (wrong.code, wrong.object["reason"]) == (1, "guardian_code_wrong")
    assert not os.path.lexists(out)
    right = program.run(*share, *who, variables=code)
    assert right.object["consent"] == ["Maria Rivera", "mother"]
    shown = program.run("shares", "show", "--vault", vault, right.object["id"])
    assert "Agreed to by: Maria Rivera, mother" in shown.out
    assert program.run("guardian", "remove", "--vault", vault, variables=code).code == 0
