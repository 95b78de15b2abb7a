"""Sharing for a purpose: templates, skills first, the learner's own words; made and checked by the program itself."""

import json
from pathlib import Path

import pytest

from tests import base_proofs, identities, issuing, selections
from tests.cli.in_process import InProcess, new_in_process
from tests.identities import Json
from tests.program import Result
from tests.sample_files import EVALUATED_AT, good

AT = ("--at", EVALUATED_AT)
NAME, SCHOOL, GRADE, LICENCE = "Dana Rivera", "Lakeside High School", "92 of 100", "MN-88213"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


def badge() -> Json:
    """A badge that says much about its holder; its issuer lets nearly all of it be left out."""
    subject = {
        "id": issuing.LEARNER,
        "type": ["AchievementSubject"],
        "identifier": [
            {"type": "IdentityObject", "identityHash": NAME, "identityType": "name", "hashed": False}
        ],
        "licenseNumber": LICENCE,
        "activityEndDate": "2026-06-12T00:00:00Z",
        "source": {"id": "https://lakeside.example", "type": ["Profile"], "name": SCHOOL},
        "achievement": issuing.achievement(name="Welding"),
        "result": [
            {"type": ["Result"], "value": GRADE},
            {"type": ["Result"], "achievedLevel": "urn:level:advanced"},
        ],
    }
    return issuing.credential(selections.ISSUER, name="Welding", credentialSubject=subject)


def keep(program: InProcess, vault: Path, document: Json) -> str:
    path = program.folder / "kept.json"
    path.write_text(json.dumps(document))
    return str(program.run("import", "--vault", vault, path, "--json", *AT).object["id"])


def share(program: InProcess, vault: Path, record_id: str, *more: str, out: str = "share.json") -> Result:
    said = ("--credential", record_id, "--to", "Harbor Boat Works", "--out", out, "--json")
    return program.run("share", "--vault", vault, *said, *more, *AT)


def test_skills_first_leaves_out_who_you_are_where_the_credential_lets_you(
    program: InProcess, vault: Path
) -> None:
    record_id = keep(program, vault, base_proofs.secure(badge(), selections.ISSUER))
    made = share(program, vault, record_id, "--purpose", "Job", "--skills-first")
    assert made.code == 0, made.err
    assert made.object["still_told"] == []
    written = (program.folder / "share.json").read_text()
    assert all(said not in written for said in (NAME, SCHOOL, GRADE, LICENCE))
    assert "Welding" in written
    assert "2026-06-12" in written
    assert program.run("verify", "share.json", *AT, passphrase=None).code == 0


def test_skills_first_names_what_goes_along_all_the_same(program: InProcess, vault: Path) -> None:
    school = identities.did_key("school")
    record_id = keep(
        program, vault, issuing.secure(badge() | {"issuer": {"id": school.id, "type": ["Profile"]}}, school)
    )
    made = share(program, vault, record_id, "--purpose", "Job", "--skills-first")
    (told,) = made.object["still_told"]
    assert told["title"] == "Welding"
    assert {"name", "number", "result", "other_party"} <= {*told["kinds"]}
    assert NAME not in made.out
    assert GRADE in (program.folder / "share.json").read_text()
    without = share(program, vault, record_id, "--purpose", "Job", out="other.json")
    assert "still_told" not in without.object


def test_named_parts_are_shown_even_when_skills_come_first(program: InProcess, vault: Path) -> None:
    record_id = keep(program, vault, base_proofs.secure(badge(), selections.ISSUER))
    named = f"{record_id}=/credentialSubject/result/0"
    made = share(program, vault, named, "--purpose", "Job", "--skills-first")
    assert made.object["still_told"] == [{"title": "Welding", "kinds": ["result"]}]


def test_skills_first_takes_credentials_out_of_their_record(program: InProcess, vault: Path) -> None:
    school = identities.did_key("school")
    inner = issuing.secure(issuing.credential(school, id="urn:uuid:1", name="Course 1"), school)
    record = issuing.credential(
        school,
        type=["VerifiableCredential", "ClrCredential"],
        name="Transcript",
        evidence=None,
        credentialSubject={
            "id": issuing.LEARNER,
            "type": ["ClrSubject"],
            "identifier": [
                {"type": "IdentityObject", "identityHash": NAME, "identityType": "name", "hashed": False}
            ],
            "verifiableCredential": [inner],
        },
    )
    record["@context"] = [record["@context"][0], issuing.CLR2, record["@context"][1]]
    record_id = keep(program, vault, issuing.secure(record, school))
    whole = share(program, vault, record_id, "--template", "advanced-standing", out="whole.json")
    assert whole.object["revealed"] == [whole.object["credentials"][0]]
    apart = share(program, vault, record_id, "--purpose", "Job", "--skills-first", out="apart.json")
    assert (apart.object["complete"], apart.object["still_told"]) == (
        False,
        [{"title": "Course 1", "kinds": ["result"]}],
    )
    assert NAME in (program.folder / "whole.json").read_text()
    assert NAME not in (program.folder / "apart.json").read_text()


LEVEL = "urn:level:advanced"
TEMPLATES = {
    "internship": ("Internship", "2026-12-23", (), (GRADE, LICENCE, NAME, LEVEL)),
    "first-job": ("First job", "2026-12-23", (), (GRADE, LICENCE, NAME)),
    "salary-talk": ("Pay talk", "2026-12-07", (LICENCE, LEVEL, "2026-06-12"), (GRADE, NAME)),
    "advanced-standing": ("Advanced standing", "2027-02-21", (GRADE, LEVEL), (NAME, LICENCE)),
    "reference": ("A reference", "2026-12-23", (), (GRADE, NAME)),
}


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_sets_purpose_end_and_parts(program: InProcess, vault: Path, template: str) -> None:
    purpose, until, shown, left_out = TEMPLATES[template]
    record_id = keep(program, vault, base_proofs.secure(badge(), selections.ISSUER))
    made = share(program, vault, record_id, "--template", template)
    assert made.code == 0, made.err
    assert (made.object["purpose"], made.object["until"]) == (purpose, f"{until}T23:59:59Z")
    written = (program.folder / "share.json").read_text()
    assert [said for said in shown if said not in written] == []
    assert [said for said in left_out if said in written] == []


def test_what_is_said_beside_a_template_counts(program: InProcess, vault: Path) -> None:
    record_id = keep(program, vault, base_proofs.secure(badge(), selections.ISSUER))
    own = ("--template", "internship", "--purpose", "Evening work", "--until", "2026-12-31", "--hide-all")
    made = share(program, vault, record_id, *own)
    assert (made.object["purpose"], made.object["until"]) == ("Evening work", "2026-12-31T23:59:59Z")
    assert "2026-06-12" not in (program.folder / "share.json").read_text()
    wrong = share(program, vault, record_id, "--template", "holiday", out="other.json")
    assert (wrong.code, wrong.object["reason"]) == (2, "usage")
    assert "advanced-standing" in wrong.err


@pytest.mark.parametrize("out", ["share.json", "share.pdf", "share.zip"])
def test_own_words_travel_signed_and_marked_as_the_learners(
    program: InProcess, vault: Path, out: str
) -> None:
    record_id = str(
        program.run("import", "--vault", vault, good("small-sewing.json"), "--json", *AT).object["id"]
    )
    words = "Sewing 2 covers your course Textiles 101: cutting, seams, zips."
    made = share(program, vault, record_id, "--template", "advanced-standing", "--note", words, out=out)
    assert made.code == 0, made.err
    assert len(made.object["credentials"]) == 1
    report = program.run("verify", out, "--json", *AT, passphrase=None).object
    assert report["verdict"] == "check"
    sewing, own = report["inner"]
    assert (own["credential"]["name"], own["shared_by"]) == ("In the learner's own words", "issuer_key")
    assert sewing["shared_by"] != "issuer_key"
    if out.endswith(".json"):
        changed = (program.folder / out).read_text().replace("Textiles 101", "Textiles 201")
        (program.folder / "changed.json").write_text(changed)
        again = program.run("verify", "changed.json", "--json", *AT, passphrase=None)
        assert (again.code, again.object["verdict"]) == (1, "invalid")


def test_own_words_do_not_name_the_learner_and_have_an_end(program: InProcess, vault: Path) -> None:
    record_id = keep(program, vault, base_proofs.secure(badge(), selections.ISSUER))
    said = ("--purpose", "Job", "--skills-first", "--note", "I learned this at home.")
    assert share(program, vault, record_id, *said).object["still_told"] == []
    for words in (" ", "a" * 2001):
        refused = share(program, vault, record_id, "--purpose", "Job", "--note", words, out="no.json")
        assert (refused.code, (program.folder / "no.json").exists()) == (2, False)


def test_a_request_says_itself_what_is_shown(program: InProcess, vault: Path) -> None:
    done = program.run(
        "share", "--vault", vault, "--request", "none.json", "--skills-first", "--out", "a.json"
    )
    assert done.code == 2
    assert "follows from --request" in done.err
