"""`show` for people: nothing a credential says about its subjects and their work is left out."""

import json
from pathlib import Path

from tests.program import Program
from tests.sample_files import EVALUATED_AT, good


def test_every_subject_the_issuer_evidence_and_tags_are_shown(program: Program, vault: Path) -> None:
    document = json.loads(good("peer-tutoring.json").read_text("utf-8"))
    first = document["credentialSubject"]
    first["achievement"]["description"] = "Two\nlines\x1b[2J"
    first["result"] = [{"type": ["Result"], "value": "92", "status": "Failed"}]
    document["credentialSubject"] = [first, {**first, "id": "did:example:second"}]
    document["evidence"] = [
        {
            "type": ["Evidence"],
            "id": "https://work.example/1",
            "name": "Diary",
            "narrative": "A year\nof notes",
        }
    ]
    (program.folder / "two.json").write_text(json.dumps(document), "utf-8")
    kept = program.run("import", "--vault", vault, "two.json", "--not-valid", "--json", "--at", EVALUATED_AT)
    said = program.run("show", "--vault", vault, kept.object["id"]).out.splitlines()
    for line in (
        f"Issuer: {document['issuer']['id']}",
        f"About: {first['id']}",
        "About: did:example:second",
        "What it is: Two lines\\x1b[2J",
        "Tags: tutoring, mathematics, volunteering",
        "Result: 92, Failed",
        "Evidence: Diary",
        "Evidence address: https://work.example/1",
        "Evidence, in words: A year of notes",
    ):
        assert line in said


def test_a_share_that_is_checked_names_its_holder_and_subject(program: Program, vault: Path) -> None:
    kept = program.run("import", "--vault", vault, good("peer-tutoring.json"), "--json", "--at", EVALUATED_AT)
    chosen = ("--vault", vault, "--credential", kept.object["id"], "--to", "Corp", "--purpose", "Job")
    assert program.run("share", *chosen, "--out", "s.json", "--at", EVALUATED_AT).code == 0
    said = program.run("verify", "s.json", "--at", EVALUATED_AT).out
    holder = json.loads((program.folder / "s.json").read_text("utf-8"))["holder"]
    subject = json.loads(good("peer-tutoring.json").read_text("utf-8"))["credentialSubject"]["id"]
    assert f"  Holder: {holder if isinstance(holder, str) else holder['id']}\n" in said
    assert f"    Given to: {subject}\n" in said
