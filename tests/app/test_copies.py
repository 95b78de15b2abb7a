"""An older version is noticed on a private computer; copies beside a vault and versions put in its place are told."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.vault.builders import NOW, key, make_vault, new_credential, record_id_of
from wallet.app.container import make_services
from wallet.app.copies import LastSeen, Relation, Sitting, copies_beside, keep_own_version
from wallet.app.unlock import Vault
from wallet.errors import Reason, VaultError
from wallet.vault.connection import open_vault_file

SERVICES = make_services(at=NOW)


@pytest.fixture
def vault_path(tmp_path: Path) -> Path:
    path = tmp_path / "vaults" / "my.lerwallet"
    path.parent.mkdir()
    make_vault(path).close()
    return path


@pytest.fixture
def memory(tmp_path: Path) -> LastSeen:
    return LastSeen(tmp_path / "settings" / "last-seen.json")


def sit(path: Path, memory: LastSeen, *numbers: int) -> Sitting:
    """One opening that adds credentials, as a command does it."""
    with open_vault_file(path, key()) as vault:
        sitting = Sitting(vault, memory, SERVICES)
        for number in numbers:
            vault.credentials.add(new_credential(number))
        sitting.end()
        return sitting


def test_the_first_opening_and_the_same_file_again_are_nothing_to_tell(
    vault_path: Path, memory: LastSeen
) -> None:
    assert sit(vault_path, memory).standing.relation is Relation.UNKNOWN
    assert sit(vault_path, memory, 1).standing.relation is Relation.SAME
    later = sit(vault_path, memory)
    assert (later.standing.relation, later.standing.last_used) == (Relation.SAME, NOW)
    assert not later.standing.is_behind


def test_an_older_copy_is_told_until_the_owner_goes_on_with_it(vault_path: Path, memory: LastSeen) -> None:
    sit(vault_path, memory, 1)
    older = vault_path.read_bytes()
    sit(vault_path, memory, 2)
    newer = vault_path.read_bytes()
    vault_path.write_bytes(older)
    for _ in range(2):  # looking does not make it the latest
        standing = sit(vault_path, memory).standing
        assert (standing.relation, standing.last_used, standing.is_behind) == (Relation.OLDER, NOW, True)
    sit(vault_path, memory, 3)
    assert not sit(vault_path, memory).standing.is_behind, "the owner went on with it"
    vault_path.write_bytes(newer)
    assert sit(vault_path, memory).standing.relation is Relation.DIVERGED


def test_opening_it_anyway_makes_it_the_one_used_last(vault_path: Path, memory: LastSeen) -> None:
    sit(vault_path, memory, 1)
    older = vault_path.read_bytes()
    sit(vault_path, memory, 2)
    vault_path.write_bytes(older)
    with open_vault_file(vault_path, key()) as vault:
        sitting = Sitting(vault, memory, SERVICES)
        assert sitting.standing.is_behind
        sitting.accept()
    assert not sit(vault_path, memory).standing.is_behind


def test_a_copy_that_went_on_elsewhere_is_newer_and_nothing_to_warn_of(
    vault_path: Path, memory: LastSeen, tmp_path: Path
) -> None:
    sit(vault_path, memory, 1)
    sit(vault_path, LastSeen(tmp_path / "another computer.json"), 2)
    assert sit(vault_path, memory).standing.relation is Relation.NEWER


def test_the_memory_names_nobody_and_a_shared_computer_has_none(
    vault_path: Path, tmp_path: Path, memory: LastSeen
) -> None:
    sit(vault_path, LastSeen(None), 1)
    assert [entry.name for entry in tmp_path.iterdir()] == ["vaults"]
    assert sit(vault_path, LastSeen(None)).standing.relation is Relation.UNKNOWN
    sit(vault_path, memory, 2)
    text = (tmp_path / "settings" / "last-seen.json").read_text()
    assert "Test file" not in text
    assert "my.lerwallet" not in text
    assert "Badge" not in text


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"a": 1}', '{"a": {"revision": "x", "sittings": [], "at": 3}}']
)
def test_a_spoiled_memory_is_no_memory(vault_path: Path, tmp_path: Path, memory: LastSeen, text: str) -> None:
    place = tmp_path / "settings" / "last-seen.json"
    place.parent.mkdir()
    place.write_text(text)
    assert sit(vault_path, memory, 1).standing.relation is Relation.UNKNOWN
    assert sit(vault_path, memory).standing.relation is Relation.SAME


def test_thirty_vaults_are_remembered_the_latest_used(vault_path: Path, memory: LastSeen) -> None:
    with open_vault_file(vault_path, key()) as vault:
        state = vault.state
        assert state is not None
        for number in range(35):
            other = type(state)(f"{number:032}", 1, (("w", 1),))
            memory.remember(other, NOW + timedelta(minutes=number))
        assert memory.standing(type(state)(f"{4:032}", 1, (("w", 1),))).relation is Relation.UNKNOWN
        assert memory.standing(type(state)(f"{5:032}", 1, (("w", 1),))).relation is Relation.SAME


# -- copies in the same folder


@pytest.fixture
def diverged(vault_path: Path) -> Iterator[tuple[Vault, Path]]:
    """An open vault and the conflicted copy a sync program put beside it."""
    other = vault_path.with_name("my (conflicted copy 2026-11-20).lerwallet")
    shutil.copy(vault_path, other)
    with open_vault_file(other, key()) as theirs:
        theirs.credentials.add(new_credential(7))
    with open_vault_file(vault_path, key()) as vault:
        vault.credentials.add(new_credential(1))
        yield vault, other


def test_a_conflicted_copy_is_told_whatever_it_is_called(diverged: tuple[Vault, Path]) -> None:
    vault, other = diverged
    assert [(found.path, found.relation) for found in copies_beside(vault)] == [(other, Relation.DIVERGED)]
    renamed = other.rename(other.with_name("sync-7731.tmp"))
    assert [found.path for found in copies_beside(vault)] == [renamed]


def test_older_copies_other_vaults_and_our_own_copies_are_not_told(diverged: tuple[Vault, Path]) -> None:
    vault, other = diverged
    newer = other.read_bytes()
    other.unlink()
    folder = vault.path.parent
    (folder / "half.lerwallet").write_bytes(newer[: len(newer) // 2 + 100])
    (folder / "my automatic copy 2026-11-20 120000.lerwallet").write_bytes(newer)
    (folder / "my before format 3.lerwallet").write_bytes(newer)
    (folder / "my before restore 2026-11-20 2.lerwallet").write_bytes(newer)
    (folder / "older.lerwallet").write_bytes(vault.path.read_bytes())
    (folder / "letter.txt").write_text("x" * 4096)
    vault.credentials.add(new_credential(2))
    assert copies_beside(vault) == ()
    (folder / "twin.lerwallet").write_bytes(newer)
    assert [found.path.name for found in copies_beside(vault)] == ["twin.lerwallet"]


def test_a_version_put_in_the_place_of_an_open_vault_leaves_both(vault_path: Path, tmp_path: Path) -> None:
    incoming = tmp_path / "incoming"
    shutil.copy(vault_path, incoming)
    with open_vault_file(incoming, key()) as theirs:
        theirs.credentials.add(new_credential(7))
    with open_vault_file(vault_path, key()) as vault:
        vault.credentials.add(new_credential(1))
        incoming.replace(vault_path)
        put_there = vault_path.read_bytes()
        with pytest.raises(VaultError) as caught:
            vault.credentials.add(new_credential(2))
        assert caught.value.reason is Reason.VAULT_CHANGED_ELSEWHERE
        saved = keep_own_version(vault, SERVICES)
    assert saved.name == "my saved from this computer 2026-11-23.lerwallet"
    assert vault_path.read_bytes() == put_there
    with open_vault_file(saved, key()) as mine:
        assert [head.id for head in mine.credentials.heads()] == [record_id_of(1)]
        assert mine.check() == ()
        assert [found.relation for found in copies_beside(mine)] == [Relation.DIVERGED]
