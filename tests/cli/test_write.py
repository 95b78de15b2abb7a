"""`ler-wallet write`: the learner's own words, kept, replaced, and never called verified."""

from pathlib import Path

import pytest

from tests.cli.in_process import InProcess
from tests.sample_files import EVALUATED_AT, good

AT = ("--at", EVALUATED_AT)


@pytest.fixture
def program(vault: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    """In the vault's folder; `vault` is a copy made for the test."""
    return InProcess(vault.parent, monkeypatch)


def test_what_is_written_is_listed_as_self_asserted_and_not_verified(program: InProcess, vault: Path) -> None:
    given = ("--day", "2026-06-01", "--story", "Every Tuesday.", "--witness", "Ms. Lee")
    made = program.run("write", "--vault", vault, "Taught my brother to read", *given, "--json", *AT).object
    assert made["result"] == "added"
    (listed,) = program.run("list", "--vault", vault, "--json").objects
    assert (listed["id"], listed["self_asserted"], listed["verdict"]) == (made["id"], True, "check")
    shown = program.run("show", "--vault", vault, made["id"]).out
    for words in ("Every Tuesday.", "Ms. Lee", "(written by the learner, no issuer)"):
        assert words in shown
    (found,) = program.run("list", "--vault", vault, "--search", "tuesday", "--json").objects
    assert found["id"] == made["id"]


def test_a_new_wording_takes_the_place_and_keeps_what_is_not_said_again(
    program: InProcess, vault: Path
) -> None:
    first = program.run("write", "--vault", vault, "Market", "--story", "Sold fish.", "--json", *AT).object
    again = ("--in-place-of", first["id"], "--witness", "Ms. Lee", "--json")
    second = program.run("write", "--vault", vault, "Ran a stall", *again, *AT).object
    assert second["result"] == "updated"
    (listed,) = program.run("list", "--vault", vault, "--json").objects
    assert listed["name"] == "Ran a stall"
    shown = program.run("show", "--vault", vault, second["id"]).out
    assert "Sold fish." in shown
    assert "Ms. Lee" in shown


def test_what_somebody_issued_cannot_be_rewritten(program: InProcess, vault: Path) -> None:
    kept = program.run("import", "--vault", vault, good("peer-tutoring.json"), "--json", *AT).object["id"]
    refused = program.run("write", "--vault", vault, "Mine", "--in-place-of", kept, "--json", *AT)
    assert (refused.code, refused.object["reason"]) == (1, "record_not_found")
    (listed,) = program.run("list", "--vault", vault, "--json").objects
    assert listed["id"] == kept


@pytest.mark.parametrize(
    ("title", "day", "refusal"),
    [("  ", "2026-06-01", (1, "name_not_usable")), ("Market", "last summer", (2, "usage"))],
)
def test_what_cannot_be_kept_is_refused(
    program: InProcess, vault: Path, title: str, day: str, refusal: tuple[int, str]
) -> None:
    refused = program.run("write", "--vault", vault, title, "--day", day, "--json", *AT)
    assert (refused.code, refused.object["reason"]) == refusal
    assert program.run("list", "--vault", vault, "--json").objects == []
