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
    assert made.object == {
        "band": "under-13",
        "asks": True,
        "on_paper": False,
        "eighteen_on": None,
        "ended_on": None,
    }
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
    assert "Agreed to by: Maria Rivera, mother; the receiver may not pass it on" in shown.out
    assert right.object["may_pass_on"] is False
    assert program.run("guardian", "remove", "--vault", vault, variables=code).code == 0


def test_what_was_agreed_to_is_listed_and_taken_back(program: Program, vault: Path) -> None:
    added = program.run("import", "--vault", vault, good("small-sewing.json"), "--json", *AT).object["id"]
    code = {"LER_WALLET_GUARDIAN_CODE": "blue kettle"}
    program.run("guardian", "set", "--vault", vault, "--born", "2014", *AT, variables=code)
    table, copy = program.folder / "agreed.csv", program.folder / "copy.json"
    share = (
        *("share", "--vault", vault, "--credential", added, "--to", "Library", "--purpose", "Course"),
        *("--out", program.folder / "out.json", "--json", *AT),
    )
    assert program.run(*share, "--may-pass-on").code == 2
    who = ("--guardian", "Maria Rivera", "--relation", "mother", "--may-pass-on")
    made = program.run(*share, *who, variables=code).object["id"]
    listed = program.run("guardian", "consents", "--vault", vault, "--csv", table, "--json").object
    assert (listed["share"], listed["to"], listed["titles"]) == (made, "Library", ["Machine Sewing Basics"])
    assert (listed["consent"], listed["may_pass_on"], listed["withdrawn_at"]) == (
        ["Maria Rivera", "mother"],
        True,
        None,
    )
    assert "Maria Rivera" in table.read_text("utf-8-sig")
    withdraw = ("guardian", "withdraw", "--vault", vault, made, *AT)
    wrong = program.run(*withdraw, "--json", variables={"LER_WALLET_GUARDIAN_CODE": "guess"})
    assert (wrong.code, wrong.object["reason"]) == (1, "guardian_code_wrong")
    done = program.run(*withdraw, variables=code)
    assert done.code == 0
    assert "Please delete your copies" in done.out
    refused = program.run("shares", "show", "--vault", vault, made, "--original", copy, "--json")
    assert (refused.code, refused.object["reason"]) == (1, "consent_withdrawn")
    assert not os.path.lexists(copy)
    shown = program.run("shares", "show", "--vault", vault, made, "--json").object
    assert shown["withdrawn_at"] == EVALUATED_AT


def test_an_age_without_an_adult_asks_for_no_code_word(program: Program, vault: Path) -> None:
    for band in ("13-17", "18+"):
        made = program.run("guardian", "set", "--vault", vault, "--band", band, "--json", *AT)
        assert made.object == {
            "band": band,
            "asks": False,
            "on_paper": False,
            "eighteen_on": None,
            "ended_on": None,
        }
    said = program.run("guardian", "show", "--vault", vault, *AT).out
    assert "No adult has to agree" in said
    assert program.run("guardian", "remove", "--vault", vault, *AT).code == 0
