"""`collection note` and `collection page`: the learner's words stay with their collection, and its page is made."""

from pathlib import Path

import pytest

from tests.cli.in_process import InProcess, new_in_process
from tests.sample_files import EVALUATED_AT, good

AT = ("--at", EVALUATED_AT)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


@pytest.fixture
def collected(program: InProcess, vault: Path) -> str:
    """A credential in the collection "First job"; its record id."""
    kept = program.run("import", "--vault", vault, good("small-sewing.json"), "--json", *AT).object["id"]
    program.run("collection", "add", "--vault", vault, "First job", kept)
    return str(kept)


def note(program: InProcess, vault: Path, name: str, *words: str) -> object:
    done = program.run("collection", "note", "--vault", vault, name, *words, "--json")
    return done.object.get("note", done.object.get("reason"))


def test_words_stay_with_the_collection_whatever_it_is_called(
    program: InProcess, vault: Path, collected: str
) -> None:
    assert collected
    assert note(program, vault, "First job") == ""
    assert note(program, vault, "First job", " What I can do. ") == "What I can do."
    assert note(program, vault, "FIRST JOB") == "What I can do."
    program.run("collection", "rename", "--vault", vault, "First job", "Work")
    assert note(program, vault, "Work") == "What I can do."
    program.run("collection", "remove", "--vault", vault, "Work")
    program.run("collection", "add", "--vault", vault, "Work")
    assert note(program, vault, "Work") == "", "a new collection begins without words"
    assert note(program, vault, "First job") == "name_not_found"
    assert note(program, vault, "Work", "a" * 1001) == "note_not_usable"


def test_the_page_is_written_once_and_shares_nothing(program: InProcess, vault: Path, collected: str) -> None:
    page = ("collection", "page", "--vault", vault, "First job", "--json", *AT, "--out")
    made = program.run(*page, "page.pdf")
    assert (made.code, made.object["credentials"]) == (0, [collected]), made.err
    assert (program.folder / "page.pdf").read_bytes().startswith(b"%PDF")
    assert program.run(*page, "page.pdf").code == 1
    assert program.run(*page, "page.html").object["reason"] == "output_kind_unknown"
    assert program.run("shares", "--vault", vault, "--json").out == ""
