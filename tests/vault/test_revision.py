"""Copies of one vault know what they are to each other, and a file that changes from outside is not written into."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.vault.builders import key, make_vault, new_credential
from wallet.errors import Reason, VaultError
from wallet.vault import revision
from wallet.vault.connection import Vault, open_vault_file
from wallet.vault.page_seal import PAGE_BYTES
from wallet.vault.revision import Relation, State, relation


def state_at(path: Path) -> State:
    with open_vault_file(path, key()) as vault:
        state = vault.state
    assert state is not None
    return state


def change(path: Path, *numbers: int) -> State:
    """One sitting that adds credentials."""
    with open_vault_file(path, key()) as vault:
        for number in numbers:
            vault.credentials.add(new_credential(number))
    return state_at(path)


@pytest.fixture
def first(tmp_path: Path) -> Path:
    path = tmp_path / "a.lerwallet"
    make_vault(path).close()
    return path


def copy_of(path: Path, name: str) -> Path:
    return Path(shutil.copy(path, path.with_name(name)))


def test_every_change_is_counted_and_opening_is_none(first: Path) -> None:
    begun = state_at(first)
    assert (len(begun.vault_id), begun.revision > 0, len(begun.sittings)) == (32, True, 1)
    before = first.read_bytes()
    assert state_at(first) == begun
    assert first.read_bytes() == before, "looking writes nothing"
    after = change(first, 1, 2, 3)
    assert (after.vault_id, after.revision) == (begun.vault_id, begun.revision + 3)
    assert [entry[1] for entry in after.sittings] == [1, begun.revision + 1]


def test_a_change_that_fails_is_not_counted(first: Path) -> None:
    with open_vault_file(first, key()) as vault:
        before = vault.state
        with pytest.raises(VaultError), vault.database.transaction():
            vault.database.run("INSERT INTO no_such_table VALUES (1)")
        assert vault.state == before
        vault.settings.set("a", "b")
        assert vault.state is not None
        assert before is not None
        assert vault.state.revision == before.revision + 1
        assert len(vault.state.sittings) == len(before.sittings) + 1, "the sitting was announced after all"


def test_two_vaults_have_two_ids(first: Path, tmp_path: Path) -> None:
    make_vault(tmp_path / "b.lerwallet").close()
    other = state_at(tmp_path / "b.lerwallet")
    assert relation(state_at(first), other) is Relation.ANOTHER_VAULT


def test_a_copy_is_the_same_then_older_or_newer(first: Path) -> None:
    change(first, 1)
    copy = copy_of(first, "b.lerwallet")
    assert relation(state_at(first), state_at(copy)) is Relation.SAME
    change(first, 2)
    assert relation(state_at(first), state_at(copy)) is Relation.NEWER
    assert relation(state_at(copy), state_at(first)) is Relation.OLDER
    change(first, 3)
    change(first, 4)
    assert relation(state_at(copy), state_at(first)) is Relation.OLDER


def test_a_copy_taken_in_the_middle_of_a_sitting_is_older(first: Path) -> None:
    with open_vault_file(first, key()) as vault:
        vault.credentials.add(new_credential(1))
        copy = copy_of(first, "b.lerwallet")
        vault.credentials.add(new_credential(2))
    assert relation(state_at(copy), state_at(first)) is Relation.OLDER
    assert relation(state_at(first), state_at(copy)) is Relation.NEWER
    change(copy, 3)
    assert relation(state_at(copy), state_at(first)) is Relation.DIVERGED
    assert relation(state_at(first), state_at(copy)) is Relation.DIVERGED


@pytest.mark.parametrize(("mine", "theirs"), [(1, 1), (1, 3), (3, 1)])
def test_copies_that_both_went_on_have_diverged_whatever_their_numbers(
    first: Path, mine: int, theirs: int
) -> None:
    copy = copy_of(first, "b.lerwallet")
    change(first, *range(10, 10 + mine))
    change(copy, *range(20, 20 + theirs))
    assert relation(state_at(first), state_at(copy)) is Relation.DIVERGED
    assert relation(state_at(copy), state_at(first)) is Relation.DIVERGED


def test_what_is_remembered_of_the_last_sittings_is_enough(
    first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = change(first, 1)
    remembered = State(seen.vault_id, seen.revision, seen.sittings[-1:])
    assert relation(seen, remembered) is Relation.SAME
    older = copy_of(first, "b.lerwallet")
    monkeypatch.setattr(revision, "_KEPT_SITTINGS", 3)
    for number in range(2, 8):
        last = change(first, number)
    assert len(last.sittings) == 3
    assert relation(last, remembered) is Relation.NEWER, "forgotten long ago, but passed"
    short = State(last.vault_id, last.revision, last.sittings[-1:])
    assert relation(state_at(older), short) is Relation.OLDER


def test_a_file_of_an_older_program_is_unknown() -> None:
    assert relation(None, State("a", 1, (("b", 1),))) is Relation.UNKNOWN


@pytest.mark.parametrize("text", ["x", "a:b", "a:1:2", ":"])
def test_a_spoiled_count_is_damage(first: Path, text: str) -> None:
    with open_vault_file(first, key()) as vault:
        vault.database.run("UPDATE setting SET value = ? WHERE key = 'sittings'", (text,))
        with pytest.raises(VaultError) as caught:
            _ = vault.state
        assert caught.value.reason is Reason.VAULT_DAMAGED


# -- changed from outside


def replaced_by_a_newer_version(path: Path) -> None:
    other = copy_of(path, "incoming.tmp")
    other.write_bytes(other.read_bytes())
    other.replace(path)


def written_over_in_place(path: Path) -> None:
    copy = copy_of(path, "elsewhere.tmp")
    with open_vault_file(copy, key()) as vault:
        vault.credentials.add(new_credential(99))
    path.write_bytes(copy.read_bytes())
    copy.unlink()


def written_over_with_the_same_length(path: Path) -> None:
    copy = copy_of(path, "elsewhere.tmp")
    with open_vault_file(copy, key()) as vault:
        vault.settings.set("name", "another")
    assert copy.stat().st_size == path.stat().st_size
    with path.open("r+b") as file:
        file.write(copy.read_bytes())
    copy.unlink()


def cut_short(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size - PAGE_BYTES)


@pytest.mark.parametrize(
    "outside",
    [
        replaced_by_a_newer_version,
        written_over_in_place,
        written_over_with_the_same_length,
        cut_short,
    ],
)
def test_nothing_is_written_into_a_file_that_changed_from_outside(
    first: Path, outside: Callable[[Path], None]
) -> None:
    with open_vault_file(first, key()) as vault:
        vault.credentials.add(new_credential(1))
        outside(first)
        before = first.read_bytes()
        for _ in range(2):
            with pytest.raises(VaultError) as caught:
                vault.credentials.add(new_credential(2))
            assert caught.value.reason is Reason.VAULT_CHANGED_ELSEWHERE
        assert first.read_bytes() == before
    assert [entry.name for entry in first.parent.iterdir()] == [first.name]


def test_our_own_changes_of_any_size_are_no_changes_from_outside(first: Path) -> None:
    with open_vault_file(first, key()) as vault:
        for number, size in enumerate((10, 300_000, 10, 5000)):
            vault.credentials.add(new_credential(number, size=size))
        vault.database.run("DELETE FROM credential")
        vault.settings.set("a", "b")
        assert vault.check() == ()


def test_reading_by_another_program_is_no_change(first: Path) -> None:
    def read(vault: Vault) -> bytes:
        return vault.path.read_bytes()

    with open_vault_file(first, key()) as vault:
        vault.credentials.add(new_credential(1))
        assert read(vault)
        vault.credentials.add(new_credential(2))
        assert vault.credentials.count() == 2
