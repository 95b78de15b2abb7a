"""`profile`: several identities, each with its key; shares are signed by the one in use."""

import json
from pathlib import Path

import pytest

from tests.cli.in_process import InProcess
from tests.sample_files import EVALUATED_AT, INDEX, good

AT = ("--at", EVALUATED_AT)


@pytest.fixture
def program(vault: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    """In the vault's folder; `vault` is a copy made for the test."""
    return InProcess(vault.parent, monkeypatch)


def recipient(program: InProcess, vault: Path, record_id: str) -> str:
    shown = program.run("show", "--vault", vault, record_id, "--json").object
    (outcome,) = [one["outcome"] for one in shown["report"]["checks"] if one["check"] == "recipient"]
    return str(outcome)


def test_a_profile_has_its_own_key_and_signs_when_in_use(program: InProcess, vault: Path) -> None:
    kept = program.run("import", "--vault", vault, good("small-sewing.json"), "--json", *AT).object["id"]
    (first,) = program.run("profile", "list", "--vault", vault, "--json").objects
    assert list(first) == ["name", "identifiers", "did", "in_use", "created_at"]
    assert first["in_use"]
    made = program.run("profile", "add", "--vault", vault, "Work", "--json", *AT).object
    assert (made["in_use"], made["did"] != first["did"], made["created_at"]) == (False, True, EVALUATED_AT)

    def signer(out: str) -> str:
        chosen = ("--vault", vault, "--credential", kept, "--to", "Corp", "--purpose", "Job", "--out", out)
        assert program.run("share", *chosen, *AT).code == 0
        holder = json.loads((program.folder / out).read_text("utf-8"))["holder"]
        return str(holder if isinstance(holder, str) else holder["id"])

    assert signer("a.json") == first["did"]
    assert program.run("profile", "use", "--vault", vault, "work", "--json").object["in_use"]
    assert signer("b.json") == made["did"]
    assert program.run("verify", "a.json", "b.json", *AT).code == 0
    listed = program.run("profile", "--vault", vault).out.splitlines()
    assert [" (in use)" in line for line in listed] == [False, True]
    taken = program.run("profile", "add", "--vault", vault, "WORK", "--json")
    assert (taken.code, taken.object["reason"]) == (1, "name_taken")
    unknown = program.run("profile", "use", "--vault", vault, "Home", "--json")
    assert (unknown.code, unknown.object["reason"]) == (1, "name_not_found")


def test_identifiers_answer_given_to_you(program: InProcess, vault: Path) -> None:
    kept = program.run("import", "--vault", vault, good("laser-cutting.png"), "--json", *AT).object["id"]
    assert recipient(program, vault, kept) == "not_applicable"
    (profile,) = program.run("profile", "list", "--vault", vault, "--json").objects
    edit = ("profile", "edit", "--vault", vault, profile["name"], "--json", *AT, "--documents", INDEX)
    changed = program.run(*edit, "--id", "somebody@else.example").object
    assert (changed["identifiers"], changed["checked"]) == (["somebody@else.example"], 1)
    assert recipient(program, vault, kept) == "failed"
    program.run("profile", "add", "--vault", vault, "School", "--id", "Dana.Rivera@student.example", *AT)
    assert recipient(program, vault, kept) == "passed", (
        "whichever profile is in use: one person owns them all"
    )
    again = program.run("import", "--vault", vault, good("laser-cutting.png"), "--json", *AT)
    assert again.object["result"] == "duplicate"
    assert recipient(program, vault, kept) == "passed"
    removed = program.run(*edit, "--remove-id", "SOMEBODY@else.example", "--name", "Me").object
    assert (removed["name"], removed["identifiers"]) == ("Me", [])
    missing = program.run("profile", "edit", "--vault", vault, "Me", "--remove-id", "x", "--json")
    assert (missing.code, missing.object["reason"]) == (1, "name_not_found")
