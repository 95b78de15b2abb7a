"""What goes onto a profile is recorded like every share, and asks the adult like every share."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.cli.in_process import InProcess, new_in_process
from tests.sample_files import EVALUATED_AT, INDEX, broken, good

AT = ("--at", EVALUATED_AT)
CODE = {"LER_WALLET_GUARDIAN_CODE": "blue kettle"}
WHO = ("--guardian", "Maria Rivera", "--relation", "mother")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


def keep(program: InProcess, vault: Path, path: Path) -> str:
    added = program.run("import", "--not-valid", "--vault", vault, path, "--json", *AT, "--documents", INDEX)
    return str(added.object["id"])


def test_the_address_is_recorded_and_printed(program: InProcess, vault: Path) -> None:
    record = keep(program, vault, good("first-aid-and-cpr.json"))
    made = program.run(
        "linkedin", "--vault", vault, record, "--page-url", "https://dana.example/a.html", "--json", *AT
    )
    assert made.code == 0, made.err
    fields = parse_qs(urlsplit(made.object["link"]).query)
    assert (fields["organizationName"], fields["certUrl"]) == (
        ["County Youth Safety"],
        ["https://dana.example/a.html"],
    )
    kept = program.run("shares", "show", "--vault", vault, made.object["share"], "--json").object
    assert (kept["to"], kept["channel"], kept["purpose"]) == ("LinkedIn", "profile", "My public profile")
    program.run("shares", "show", "--vault", vault, made.object["share"], "--original", "link.txt")
    assert (program.folder / "link.txt").read_text("ascii") == made.object["link"]
    said = program.run("shares", "show", "--vault", vault, made.object["share"]).out
    seen = [
        line.removeprefix("  They see: ") for line in said.splitlines() if line.startswith("  They see: ")
    ]
    assert seen == ["Name", "Issuer: name", "Valid from", "Valid until"]
    assert "Always shown" not in said
    assert (
        program.run("linkedin", "--vault", vault, record, "--page-url", "http://dana.example/", *AT).code == 2
    )


def test_under_13_an_adult_has_to_agree(program: InProcess, vault: Path) -> None:
    record = keep(program, vault, good("first-aid-and-cpr.json"))
    program.run("guardian", "set", "--vault", vault, "--band", "under-13", *AT, variables=CODE)
    asked = ("linkedin", "--vault", vault, record, "--json", *AT)
    refused = program.run(*asked)
    assert (refused.code, refused.object["reason"]) == (1, "guardian_needed")
    wrong = program.run(*asked, *WHO, variables={"LER_WALLET_GUARDIAN_CODE": "guess"})
    assert (wrong.code, wrong.object["reason"]) == (1, "guardian_code_wrong")
    for done in (refused, wrong):
        assert "linkedin.com" not in done.out + done.err
    assert program.run("shares", "--vault", vault, "--json").objects == []
    made = program.run(*asked, *WHO, variables=CODE)
    (entry,) = program.run("guardian", "consents", "--vault", vault, "--json").objects
    assert (entry["share"], entry["to"], entry["consent"]) == (
        made.object["share"],
        "LinkedIn",
        ["Maria Rivera", "mother"],
    )


def test_from_13_on_nobody_has_to_agree(program: InProcess, vault: Path) -> None:
    record = keep(program, vault, good("first-aid-and-cpr.json"))
    program.run("guardian", "set", "--vault", vault, "--band", "13-17", *AT)
    assert program.run("linkedin", "--vault", vault, record, *AT).code == 0


def test_what_is_not_valid_is_on_no_profile(program: InProcess, vault: Path) -> None:
    record = keep(program, vault, broken("expired.json"))
    refused = program.run("linkedin", "--vault", vault, record, "--json", *AT)
    assert (refused.code, refused.object["reason"]) == (1, "not_for_sharing")
    assert program.run("shares", "--vault", vault, "--json").objects == []
