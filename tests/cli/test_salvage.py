"""`ler-wallet vault salvage`: what can be read is saved under the same passphrase, what is gone is said."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.in_process import InProcess, new_in_process
from tests.program import PASSPHRASE
from tests.sample_files import EVALUATED_AT, good
from wallet.vault.key_derivation import derive_key, read_salt
from wallet.vault.page_seal import PAGE_BYTES, page_count
from wallet.vault.raw_pages import FoundRow, RawPages

BADGES = ("small-sewing.json", "laser-cutting.png", "forklift-safety.jwt")
AT = ("--at", EVALUATED_AT)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


@pytest.fixture
def kept(program: InProcess, vault: Path) -> list[str]:
    """The ids of three badges in the vault."""
    done = program.run("import", "--vault", vault, "--json", *map(good, BADGES), *AT)
    return [str(one["id"]) for one in done.objects]


def rows_of(vault: Path) -> Iterator[FoundRow]:
    salt = read_salt(vault)
    with vault.open("rb") as file:
        yield from RawPages(file, derive_key(bytearray(PASSPHRASE.encode()), salt), salt).rows()


def page_with(vault: Path, value: object) -> int:
    """The page on which the row or entry with this value begins."""
    return next(row.page for row in rows_of(vault) if value in row.values and len(row.values) > 2)


def destroy(vault: Path, page: int) -> None:
    content = bytearray(vault.read_bytes())
    content[(page - 1) * PAGE_BYTES + 20 : page * PAGE_BYTES] = bytes(PAGE_BYTES - 20)
    vault.write_bytes(content)


def listed(program: InProcess, vault: Path) -> set[str]:
    return {str(one["id"]) for one in program.run("list", "--vault", vault, "--json").objects}


def test_a_lost_list_is_made_again_from_the_badges_themselves(
    program: InProcess, vault: Path, kept: list[str]
) -> None:
    destroy(vault, page_with(vault, kept[0]))
    before = vault.read_bytes()
    assert program.run("vault", "check", vault).code == 5
    done = program.run("vault", "salvage", vault, "saved.lerwallet", "--json", *AT)
    assert done.code == 0, done.err
    said = done.object
    assert (said["credentials"], said["lost"], said["lost_pages"]) == (3, [], 1)
    assert sorted(said["read_again"]) == sorted(kept)
    assert vault.read_bytes() == before
    saved = program.folder / "saved.lerwallet"
    assert listed(program, saved) == set(kept)
    assert program.run("vault", "check", saved).code == 0
    assert read_salt(saved) != read_salt(vault)


def test_what_is_lost_is_named(program: InProcess, vault: Path, kept: list[str]) -> None:
    picture = good("laser-cutting.png").read_bytes()
    destroy(vault, page_with(vault, picture))
    done = program.run("vault", "salvage", vault, "saved.lerwallet", *AT)
    assert done.code == 0, done.err
    assert f"lost record: {kept[1]}, " in done.out
    assert "1 pages could not be read" in done.out
    assert kept[1] not in listed(program, program.folder / "saved.lerwallet")


def test_without_its_first_page_the_list_is_there_again(
    program: InProcess, vault: Path, kept: list[str]
) -> None:
    destroy(vault, 1)
    assert program.run("list", "--vault", vault).code == 5
    assert program.run("vault", "salvage", vault, "saved.lerwallet", *AT).code == 0
    assert listed(program, program.folder / "saved.lerwallet") == set(kept)


def test_a_whole_file_is_saved_whole(program: InProcess, vault: Path, kept: list[str]) -> None:
    done = program.run("vault", "salvage", vault, "saved.lerwallet", *AT)
    assert (done.code, "Every page could be read." in done.out) == (0, True)
    assert listed(program, program.folder / "saved.lerwallet") == set(kept)


@pytest.mark.parametrize("kind", ["wrong passphrase", "nothing left", "no salt", "missing", "taken"])
def test_what_cannot_be_salvaged_is_refused_and_nothing_is_made(
    program: InProcess, vault: Path, kind: str
) -> None:
    saved = program.folder / "saved.lerwallet"
    expected, passphrase = 5, PASSPHRASE
    if kind == "wrong passphrase":
        expected, passphrase = 4, "some other passphrase"
    elif kind == "nothing left":
        with vault.open("rb") as file:
            pages = page_count(file)
        vault.write_bytes(vault.read_bytes()[:16] + bytes(pages * PAGE_BYTES - 16))
    elif kind == "no salt":
        vault.write_bytes(bytes(16) + vault.read_bytes()[16:])
    elif kind == "missing":
        expected = 1
        vault.unlink()
    else:
        expected = 1
        saved.write_bytes(b"somebody's file")
    done = program.run("vault", "salvage", vault, saved, passphrase=passphrase)
    assert done.code == expected, done.err
    assert saved.exists() is (kind == "taken")
    assert not saved.exists() or saved.read_bytes() == b"somebody's file"
    assert list(program.folder.glob(".*")) == []
