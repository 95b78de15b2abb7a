"""Restoring and merging where the other file is not what people think it is: a link, a folder, somebody else's."""

import sys
from pathlib import Path

import pytest

from tests.cli.in_process import InProcess, new_in_process
from tests.sample_files import EVALUATED_AT, good

AT = ("--at", EVALUATED_AT)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


def ids(program: InProcess, path: Path) -> set[str]:
    return {one["id"] for one in program.run("list", "--vault", path, "--json").objects}


def names(program: InProcess) -> set[str]:
    return {entry.name for entry in program.folder.iterdir()}


def test_somebody_elses_file_is_not_merged_by_accident(program: InProcess, vault: Path) -> None:
    other = program.make_vault("eli.lerwallet")
    program.run("import", "--vault", other, good("laser-cutting.png"), *AT)
    before = vault.read_bytes()
    refused = program.run("vault", "merge", vault, other, "--json")
    assert (refused.code, refused.object["reason"]) == (1, "another_wallet")
    assert vault.read_bytes() == before
    joined = program.run("vault", "merge", vault, other, "--another-wallet", "--json")
    assert joined.code == 0
    assert {one["kind"] for one in joined.objects} == {"credential", "profile", "key"}
    assert ids(program, vault) == ids(program, other)


def test_what_was_salvaged_is_still_the_owners(program: InProcess, vault: Path) -> None:
    program.run("import", "--vault", vault, good("laser-cutting.png"), *AT)
    assert program.run("vault", "salvage", vault, "saved.lerwallet").code == 0
    program.run("import", "--vault", vault, good("peer-tutoring.json"), *AT)
    joined = program.run("vault", "merge", "saved.lerwallet", vault)
    assert joined.code == 0, joined.err
    assert ids(program, program.folder / "saved.lerwallet") == ids(program, vault)


def test_a_backup_of_another_wallet_is_pointed_out(program: InProcess, vault: Path) -> None:
    other = program.make_vault("eli.lerwallet")
    assert "not a version of the backup" in program.run("vault", "restore", other, vault).err
    assert program.run("vault", "backup", vault, "copy.lerwallet").code == 0
    assert "not a version of the backup" not in program.run("vault", "restore", "copy.lerwallet", vault).err


@pytest.mark.skipif(sys.platform == "win32", reason="only where anybody may make symbolic links")
def test_a_link_is_followed_when_a_backup_is_put_back(program: InProcess, vault: Path) -> None:
    """What opens under the link's name is what is replaced and kept; before, only the link was."""
    assert program.run("vault", "backup", vault, "copy.lerwallet").code == 0
    program.run("import", "--vault", vault, good("laser-cutting.png"), *AT)
    newest = vault.read_bytes()
    link = program.folder / "link.lerwallet"
    link.symlink_to(vault.name)
    done = program.run("vault", "restore", "copy.lerwallet", link, "--replace", "--json", *AT)
    assert done.code == 0, done.err
    kept = Path(done.objects[-1]["kept_as"])
    assert link.is_symlink()
    assert ids(program, vault) == set()
    assert (kept.is_symlink(), kept.read_bytes()) == (False, newest)


def test_a_folder_is_not_replaced_and_nobody_is_told_so(program: InProcess, vault: Path) -> None:
    (program.folder / "papers").mkdir()
    present = names(program)
    plainly = program.run("vault", "restore", vault, "papers")
    assert (plainly.code, "--replace" in plainly.err) == (1, False)
    assert program.run("vault", "restore", vault, "papers", "--replace").code == 5
    assert names(program) == present
