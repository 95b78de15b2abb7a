"""A file moves to another place; the one it was made from stays, is only read from now on, or goes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

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


@pytest.mark.skipif(sys.platform == "win32", reason="only where anybody may make symbolic links")
def test_a_link_leads_to_what_is_deleted(program: Program) -> None:
    """Before, the link went and the file stayed, and was said to be gone."""
    path, link = program.make_vault(), program.folder / "link.lerwallet"
    link.symlink_to(path.name)
    assert program.run("vault", "move", link, "moved.lerwallet", "--old", "delete").code == 0
    assert [entry.name for entry in program.folder.iterdir()] == ["moved.lerwallet"]


@pytest.mark.skipif(
    not hasattr(os, "getuid") or os.getuid() != 0, reason="only root may mount and protect files"
)
def test_an_old_file_that_cannot_go_is_said_to_be_there(program: Program) -> None:
    path, stick = program.make_vault(), program.folder / "stick"
    stick.mkdir()
    mount = subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(stick)], check=False, capture_output=True)
    if mount.returncode:
        pytest.skip("only where file systems can be mounted")
    try:
        old = Path(shutil.move(path, stick / path.name))
        subprocess.run(["mount", "-o", "remount,ro", str(stick)], check=True)
        done = program.run("vault", "move", old, "moved.lerwallet", "--old", "delete", "--json")
        assert (done.code, "[vault_read_only]" in done.err) == (1, True)
        assert (done.object["result"], done.object["old"]) == ("copied", "keep")
        assert listed(program, "moved.lerwallet") == listed(program, str(old)) == []
        assert old.exists()
    finally:
        subprocess.run(["umount", str(stick)], check=True)


@pytest.mark.parametrize(("language", "word"), [("en", "I lost the file"), ("es", "Perdí el archivo")])
def test_a_letter_for_those_who_cannot_open_their_file(program: Program, language: str, word: str) -> None:
    done = program.run("vault", "letter", "--language", language, passphrase=None)
    assert done.code == 0
    assert word in done.out
