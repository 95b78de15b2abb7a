"""A learner record: what rides along with each credential in it and with the whole; a pick is never called whole."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests import identities, issuing
from tests.cli.in_process import InProcess, new_in_process
from tests.identities import Json
from tests.program import Result
from tests.sample_files import EVALUATED_AT

AT = ("--at", EVALUATED_AT)
SCHOOL = identities.did_key("school")
MAIL = {"type": "IdentityObject", "identityType": "emailAddress", "identityHash": "ann@learner.example"}
HASHED = {**MAIL, "identityHash": "sha256$" + "0" * 64, "hashed": True}
INNER = "/credentialSubject/verifiableCredential/"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


def course(number: int, **subject: Any) -> Json:
    document = issuing.credential(SCHOOL, id=f"urn:uuid:{number}", name=f"Course {number}", evidence=None)
    document["credentialSubject"] |= {"id": None, "result": None, **subject}
    document["credentialSubject"] = issuing.without_none(document["credentialSubject"])
    return issuing.secure(document, SCHOOL)


def record(*inner: Json) -> Json:
    document = issuing.credential(
        SCHOOL,
        type=["VerifiableCredential", "ClrCredential"],
        name="Transcript",
        evidence=None,
        credentialSubject={
            "id": issuing.LEARNER,
            "type": ["ClrSubject"],
            "identifier": [{**MAIL, "identityType": "name", "identityHash": "Ann Lee"}],
            "verifiableCredential": list(inner),
        },
    )
    document["@context"] = [document["@context"][0], issuing.CLR2, document["@context"][1]]
    return issuing.secure(document, SCHOOL)


@pytest.fixture
def kept(program: InProcess, vault: Path) -> str:
    """The id of a record of two courses."""
    both = record(
        course(1, identifier=[MAIL], result=[{"type": ["Result"], "value": "A", "status": "Completed"}]),
        course(2, identifier=[HASHED]),
    )
    path = program.folder / "record.json"
    path.write_text(json.dumps(both))
    return str(program.run("import", "--vault", vault, path, "--json", *AT).object["id"])


def share(program: InProcess, vault: Path, chosen: str, out: str, *more: str) -> Result:
    said = ("--to", "College", "--purpose", "Studies", "--out", out)
    made = program.run("share", "--vault", vault, "--credential", chosen, *said, *more, *AT)
    assert made.code == 0, made.err
    return made


def test_disclose_says_what_rides_along_of_each(program: InProcess, vault: Path, kept: str) -> None:
    found = program.run("disclose", "--vault", vault, kept, "--json").object
    assert found["mechanism"] == "clr-inner"
    assert [(one["pointer"], one["group"], one["kind"], one["value"]) for one in found["travels_along"]] == [
        (f"{INNER}0", "about_you", "email", "ann@learner.example"),
        (f"{INNER}0", "results", "result", "A, Completed"),
        (f"{INNER}1", "about_you", "email", ""),
    ]
    assert found["travels_along"][2]["hashed"] is True
    whole = found["whole_record"]
    assert whole["credentials"] == 2
    assert [(one["kind"], one["value"]) for one in whole["travels_along"]] == [
        ("name", "Ann Lee"),
        ("other_identifier", issuing.LEARNER),
    ]


def test_disclose_says_it_in_words(program: InProcess, vault: Path, kept: str) -> None:
    said = program.run("disclose", "--vault", vault, kept).out
    first, second = said.index("Course 1"), said.index("Course 2")
    assert first < said.index("email: ann@learner.example") < said.index("result: A, Completed") < second
    assert "With it goes, your results:" in said
    assert "email: only a hash of it, which confirms a right guess" in said[second:]
    assert "email: \n" not in said
    assert "Shared whole, the record goes along with the 2 credentials in it" in said
    assert "In the record itself, about you:" in said
    assert "Makers' Guild" not in said


def test_what_rides_along_is_in_the_bytes_and_nothing_else_is(
    program: InProcess, vault: Path, kept: str
) -> None:
    share(program, vault, f"{kept}={INNER}1", "one.json")
    one = (program.folder / "one.json").read_text()
    assert "sha256$" in one
    assert "ann@learner.example" not in one
    assert "Ann Lee" not in one
    share(program, vault, kept, "whole.json")
    whole = (program.folder / "whole.json").read_text()
    assert "ann@learner.example" in whole
    assert "Ann Lee" in whole


def test_a_whole_record_is_said_to_be_one(program: InProcess, vault: Path, kept: str) -> None:
    made = share(program, vault, kept, "whole.json")
    assert "The whole record goes along, with the 2 credentials in it" in made.err
    assert "each" not in made.err
    shown = program.run("shares", "--vault", vault, "--json").object
    assert (shown["revealed"], shown["hidden"], "complete" in shown) == ([kept], [], False)
    said = program.run("shares", "show", "--vault", vault, shown["id"]).out
    assert "They see: everything in it" in said


@pytest.mark.parametrize("numbers", [(0,), (0, 1)])
def test_credentials_picked_one_by_one_are_never_the_whole(
    program: InProcess, vault: Path, kept: str, numbers: tuple[int, ...]
) -> None:
    pointers = ",".join(f"{INNER}{number}" for number in numbers)
    made = share(program, vault, f"{kept}={pointers}", "picked.json")
    words = f"Subset chosen by the learner: {len(numbers)} of 2 items, without the record around them."
    assert words in made.err
    assert "whole" not in made.err
    shown = program.run("shares", "--vault", vault, "--json").object
    assert shown["revealed"] == [f"{kept}={INNER}{number}" for number in numbers]
    assert shown["hidden"] == [f"{kept}={INNER}{number}" for number in (0, 1) if number not in numbers]
    assert shown["complete"] is False
    said = program.run("shares", "show", "--vault", vault, shown["id"]).out
    assert words in said
    assert "They see: Course 1" in said
    assert "everything" not in said
    # the receiver is told of the pick, and the record is not there
    found = program.run("verify", "picked.json", "--json", *AT).object
    assert found["presentation"]["complete"] is False
    assert [one["format"] for one in found["inner"]] == ["openbadges-3.0"] * len(numbers)
