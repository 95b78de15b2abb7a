"""Courses for a registrar: by term, with credits as stated and a total, in the text, the table and the PDF."""

import csv
import json
from pathlib import Path

import pytest

from tests import identities, issuing
from tests.cli.in_process import InProcess, new_in_process
from tests.identities import Json
from tests.sample_files import EVALUATED_AT, good

AT = ("--at", EVALUATED_AT)
SCHOOL = identities.did_key("school")
COURSES = (
    ("MATH 101", "Algebra", "Fall 2025", "4"),
    ("ENG 110", "Writing", "Spring 2026", "3.5"),
    ("", "Lab", "Fall 2025", ""),
)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


def course(code: str, title: str, term: str, credits_: str) -> Json:
    subject: Json = {"id": issuing.LEARNER, "type": ["AchievementSubject"], "term": term}
    subject["achievement"] = issuing.achievement(name=title, **({"humanCode": code} if code else {}))
    if credits_:
        subject["creditsEarned"] = float(credits_)
    document = issuing.credential(
        SCHOOL, id=f"urn:uuid:{title}", name=title, evidence=None, credentialSubject=subject
    )
    return issuing.secure(document, SCHOOL)


def transcript() -> Json:
    inner = [course(*one) for one in COURSES]
    inner[1]["name"] = "Writing, with a changed letter"
    record = issuing.credential(
        SCHOOL,
        type=["VerifiableCredential", "ClrCredential"],
        name="Transcript",
        evidence=None,
        credentialSubject={"id": issuing.LEARNER, "type": ["ClrSubject"], "verifiableCredential": inner},
    )
    record["@context"] = [record["@context"][0], issuing.CLR2, record["@context"][1]]
    return issuing.secure(record, SCHOOL)


def keep_record(program: InProcess) -> Path:
    path = program.folder / "record.json"
    path.write_text(json.dumps(transcript()))
    return path


def test_courses_are_told_by_term_and_only_what_is_valid_counts(program: InProcess) -> None:
    said = program.run("verify", keep_record(program), *AT, passphrase=None).out
    lines = [line.strip() for line in said[said.index("Courses by term") :].splitlines()[1:]]
    assert [line for line in lines if line.startswith(("Fall", "Spring"))] == [
        "Fall 2025: 4 credits",
        "Spring 2026: no credits stated",
    ]
    assert any(line.startswith("MATH 101 Algebra - 4") for line in lines)
    assert any(line.startswith("Lab - no credits stated") for line in lines)
    assert lines[-1] == "Total: 4 credits; not counted: 2"


def test_the_table_has_a_column_each(program: InProcess) -> None:
    program.run("verify", keep_record(program), *AT, "--csv", "table.csv", passphrase=None)
    rows = list(csv.DictReader((program.folder / "table.csv").read_text("utf-8-sig").splitlines()))
    assert rows
    path = program.folder / "one.json"
    path.write_text(json.dumps(course(*COURSES[0])))
    program.run("verify", path, *AT, "--csv", "one.csv", passphrase=None)
    (row,) = csv.DictReader((program.folder / "one.csv").read_text("utf-8-sig").splitlines())
    assert (row["course_code"], row["term"], float(row["credits"])) == ("MATH 101", "Fall 2025", 4)


def test_what_holds_no_course_says_nothing_of_courses(program: InProcess) -> None:
    assert "Courses" not in program.run("verify", good("small-sewing.json"), *AT, passphrase=None).out
