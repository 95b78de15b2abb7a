"""A file moves to another place; the one it was made from stays, is only read from now on, or goes."""

import pytest

from tests.program import Program
from tests.sample_files import good


def listed(program: Program, path: str) -> list[str]:
    return [one["id"] for one in program.run("list", "--vault", path, "--json").objects]


@pytest.mark.parametrize("old", ["keep", "read-only", "delete"])
def test_what_becomes_of_the_old_file(program: Program, old: str) -> None:
    path = program.make_vault()
    assert program.run("import", "--vault", path, good("small-sewing.json")).code == 0
    before = listed(program, str(path))
    moved = program.run("vault", "move", path, "moved.lerwallet", "--old", old, "--json")
    assert (moved.code, moved.object["result"]) == (0, "done"), moved.err
    assert listed(program, "moved.lerwallet") == before
    assert path.exists() is (old != "delete")
    if old == "read-only":
        assert path.stat().st_mode & 0o222 == 0
        assert listed(program, str(path)) == before


def test_nothing_happens_to_the_old_file_when_the_copy_cannot_be_made(program: Program) -> None:
    path = program.make_vault()
    before = path.read_bytes()
    (program.folder / "there.lerwallet").write_bytes(b"somebody else's")
    for place, code in (("there.lerwallet", 1), ("gone/moved.lerwallet", 1), (".", 2)):
        done = program.run("vault", "move", path, place, "--old", "delete")
        assert done.code == code, place
        assert path.read_bytes() == before
    assert (
        program.run("vault", "move", path, "x.lerwallet", "--old", "delete", passphrase="wrong words").code
        == 4
    )
    assert sorted(path.name for path in program.folder.iterdir()) == ["my.lerwallet", "there.lerwallet"]


@pytest.mark.parametrize(("language", "word"), [("en", "I lost the file"), ("es", "Perdí el archivo")])
def test_a_letter_for_those_who_cannot_open_their_file(program: Program, language: str, word: str) -> None:
    done = program.run("vault", "letter", "--language", language, passphrase=None)
    assert done.code == 0
    assert word in done.out
