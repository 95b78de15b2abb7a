"""A class pack at the command line: made, shown, and nothing half done."""

from pathlib import Path

import pytest

from tests.cli.in_process import InProcess, new_in_process
from tests.sample_files import EVALUATED_AT, SAMPLES, good

AT = ("--at", EVALUATED_AT)
LIST = SAMPLES / "trust" / "demo-issuers.json"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


def test_a_pack_is_made_and_shown(program: InProcess) -> None:
    students = program.folder / "students" / "dana@school.example"
    students.mkdir(parents=True)
    (students / "a.json").write_bytes(good("first-aid-and-cpr.json").read_bytes())
    words = ("class-pack", "make", "a.lerclass", "--seats", "24", "--list", LIST, "--files", "students")
    made = program.run(*words, "--language", "es", "--tickets", "t.pdf", "--json", *AT)
    assert made.code == 0
    found = made.object
    assert (found["seats"], found["groups"], found["language"], len(found["code"])) == (24, 1, "es", 11)
    assert (program.folder / "t.pdf").read_bytes().startswith(b"%PDF")
    shown = program.run("class-pack", "show", "a.lerclass", "--json").object
    assert shown == {key: value for key, value in found.items() if key not in ("code", "tickets")}
    plain = program.run("class-pack", "show", "a.lerclass")
    assert "something for 1 student locked inside" in plain.out
    assert "Demo list of issuers, 6 issuers, signed by did:key:" in plain.out
    assert found["code"] not in plain.out


def test_nothing_is_written_over_and_nothing_half_done(program: InProcess) -> None:
    make = ("class-pack", "make", "a.lerclass", "--seats", "2", "--json")
    (program.folder / "t.pdf").write_text("mine")
    refused = program.run(*make, "--tickets", "t.pdf")
    assert (refused.code, refused.object["reason"]) == (1, "output_exists")
    assert not (program.folder / "a.lerclass").exists()
    assert program.run(*make).code == 0
    again = program.run(*make)
    assert (again.code, again.object["reason"]) == (1, "output_exists")
    named = program.run("class-pack", "make", "a.zip", "--seats", "2", "--json")
    assert named.object["reason"] == "output_kind_unknown"
    many = program.run("class-pack", "make", "b.lerclass", "--seats", "501", "--json")
    assert (many.code, many.object["reason"]) == (1, "class_setting_invalid")


def test_what_is_no_pack_is_refused_in_one_line(program: InProcess) -> None:
    (program.folder / "b.lerclass").write_text("{}")
    refused = program.run("class-pack", "show", "b.lerclass")
    assert (refused.code, refused.err.count("\n")) == (1, 1)
    assert program.run("class-pack", "show", "b.lerclass", "--json").object["reason"] == "class_pack_invalid"
