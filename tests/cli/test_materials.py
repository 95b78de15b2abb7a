"""`ler-wallet materials`: the list, a text printed and written, and a sample share that `verify` takes as any."""

import csv
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.in_process import InProcess, new_in_process
from tests.sample_files import EVALUATED_AT, SAMPLES
from wallet.app.materials import CATALOGUE

AT = ("--at", EVALUATED_AT)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


def test_without_a_name_they_are_listed(program: InProcess) -> None:
    listed = program.run("materials", "--json").objects
    assert [item["name"] for item in listed] == list(CATALOGUE)
    assert list(listed[0]) == ["name", "group", "title", "about", "languages", "forms"]
    plain = program.run("materials", "--language", "es").out
    assert "Tus registros son tuyos" in plain
    assert all(name in plain for name in CATALOGUE)


def test_one_is_printed_or_written_as_its_name_says(program: InProcess) -> None:
    printed = program.run("materials", "student", *AT)
    assert printed.code == 0
    assert printed.out.startswith("Your records belong to you\n")
    assert program.run("materials", "student", "--json", *AT).object["text"] in printed.out + "\n"
    for kind in ("pdf", "txt", "html"):
        out = program.folder / f"student.{kind}"
        made = program.run("materials", "student", "--language", "es", "--out", out, "--json", *AT)
        assert made.object == {"name": "student", "language": "es", "file": str(out)}
        assert out.stat().st_size > 1000
        again = program.run("materials", "student", "--out", out, *AT)
        assert again.code == 1, "nothing is written over"
    assert len(PdfReader(program.folder / "student.pdf").pages) == 1


@pytest.mark.parametrize(
    "words", [("nobody",), ("student", "--out", "a.docx"), ("practice", "--out", "a.pdf")], ids=str
)
def test_what_is_not_there_is_refused(program: InProcess, words: tuple[str, ...]) -> None:
    assert program.run("materials", *words, *AT).code in (1, 2)
    assert list(program.folder.glob("a.*")) == []


def test_the_poster_wants_a_place_with_https(program: InProcess) -> None:
    out = program.folder / "poster.html"
    url = ("--page-url", "https://www.school.example/verify.html")
    assert program.run("materials", "poster", *url, "--out", out, *AT).code == 0
    assert 'role="img"' in out.read_text("utf-8")
    refused = program.run("materials", "poster", "--page-url", "http://school.example/", *AT)
    assert refused.code != 0
    assert "Traceback" not in refused.err


def test_a_receiver_practises_as_the_guide_for_registrars_says(program: InProcess) -> None:
    good, changed, table = (program.folder / name for name in ("sample.json", "changed.json", "table.csv"))
    assert program.run("materials", "practice", "--out", good, *AT).code == 0
    assert program.run("materials", "practice", "--changed", "--out", changed, *AT).code == 0
    done = program.run("verify", good, changed, "--csv", table, "--json", *AT)
    assert [item["verdict"] for item in done.objects] == ["check", "invalid"]
    assert done.code == 1
    assert len(list(csv.reader(table.read_text("utf-8").splitlines()))) > 4
    trusted = SAMPLES / "trust" / "demo-issuers.json"
    inner = program.run("verify", good, "--trust", trusted, "--json", *AT).object["inner"]
    assert [item["verdict"] for item in inner] == ["verified", "verified"]
