"""A copy is the vault, row by row and under whatever key was asked for, or there is no copy."""

import contextlib
import shutil
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.assurance import rounds
from tests.shared_data import PROJECT
from tests.vault.builders import KEY, SALT, key, make_vault, new_credential, original_bytes, record_id_of
from wallet.errors import NoRoomError, Reason, VaultError
from wallet.vault import vault_copy
from wallet.vault.connection import Connection, Vault, open_vault_file
from wallet.vault.file_lock import FileLock
from wallet.vault.page_seal import PAGE_BYTES, PageSeal
from wallet.vault.vault import OpenDatabase
from wallet.vault.vault_copy import copy_vault, table_digests

OTHER_KEY = bytes(range(32, 64))
OTHER_SALT = b"LERW\x01" + bytes(range(150, 161))
SIZES = (10, 3000, 60_000)
KILLS = rounds(12, 300)


@pytest.fixture
def full(path: Path) -> Path:
    """A closed vault with nine credentials and a setting."""
    with make_vault(path) as vault:
        for number in range(9):
            vault.credentials.add(new_credential(number, size=SIZES[number % 3], search_text="é ünder"))
        vault.settings.set("note", "")
    return path


def copy_to(path: Path, target: Path, keying: tuple[bytearray, bytes] | None = None) -> int:
    with open_vault_file(path, key()) as vault:
        return copy_vault(vault, target, keying)


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.mark.parametrize(
    ("secret", "salt", "keying"),
    [(KEY, SALT, None), (OTHER_KEY, OTHER_SALT, (bytearray(OTHER_KEY), OTHER_SALT))],
    ids=["own key", "another key"],
)
def test_a_copy_holds_every_row_under_its_key(
    full: Path, tmp_path: Path, secret: bytes, salt: bytes, keying: tuple[bytearray, bytes] | None
) -> None:
    target = tmp_path / "copy #2? é.lerwallet"
    before = full.read_bytes()
    size = copy_to(full, target, keying)
    assert target.stat().st_size == size
    assert full.read_bytes() == before
    assert names(tmp_path) == sorted([full.name, target.name])
    assert target.read_bytes()[:16] == salt
    with target.open("rb") as file:
        assert not any(PageSeal(secret, salt).broken_pages(file))
    with open_vault_file(full, key()) as vault, open_vault_file(target, bytearray(secret)) as copy:
        assert table_digests(vault.database) == table_digests(copy.database)
        assert copy.check() == ()
        for number in range(9):
            size = SIZES[number % 3]
            found = copy.credentials.get(record_id_of(number, size))
            assert found.original == original_bytes(number, size)
        assert [head.id for head in copy.credentials.heads("badge 3")] == [record_id_of(3, SIZES[0])]
    if keying is not None:
        with pytest.raises(VaultError) as caught:
            open_vault_file(target, key())
        assert caught.value.reason is Reason.WRONG_PASSPHRASE


@pytest.mark.skipif(sys.platform == "win32", reason="only where files have modes")
def test_a_copy_is_its_owners_alone(full: Path, tmp_path: Path) -> None:
    copy_to(full, tmp_path / "copy")
    assert (tmp_path / "copy").stat().st_mode & 0o777 == 0o600


def test_an_empty_vault_is_copied_too(path: Path, tmp_path: Path) -> None:
    make_vault(path).close()
    copy_to(path, tmp_path / "copy")
    with open_vault_file(tmp_path / "copy", key()) as vault:
        assert vault.name == "Test file"
        assert vault.check() == ()


def test_the_digests_tell_any_two_vaults_apart(full: Path) -> None:
    with open_vault_file(full, key()) as vault:
        seen = [table_digests(vault.database)]
        changes = (
            "UPDATE setting SET value = 'x' WHERE key = 'note'",
            "UPDATE original SET content = x'00' WHERE seq = 1",
            "DELETE FROM check_history WHERE id = 1",
            "CREATE TABLE one_more (a)",
            "INSERT INTO one_more VALUES (NULL)",
            "UPDATE one_more SET a = 'None'",
        )
        for change in changes:
            vault.database.run(change)
            assert table_digests(vault.database) not in seen
            seen.append(table_digests(vault.database))


@pytest.mark.parametrize("kind", ["file", "folder", "link to nowhere"])
def test_a_name_that_is_taken_stays_what_it_is(full: Path, tmp_path: Path, kind: str) -> None:
    target = tmp_path / "taken"
    if kind == "file":
        target.write_bytes(b"mine")
    elif kind == "folder":
        target.mkdir()
    else:
        target.symlink_to(tmp_path / "nowhere")
    before = names(tmp_path)
    with pytest.raises(VaultError) as caught:
        copy_to(full, target)
    assert caught.value.reason is Reason.VAULT_EXISTS
    assert names(tmp_path) == before
    assert kind != "file" or target.read_bytes() == b"mine"


def test_a_place_that_cannot_be_written_is_refused(full: Path, tmp_path: Path) -> None:
    (tmp_path / "a file").write_bytes(b"")
    for target in (tmp_path / "no such folder" / "copy", tmp_path / "a file" / "copy"):
        with pytest.raises(VaultError) as caught:
            copy_to(full, target)
        assert caught.value.reason is Reason.OUTPUT_NOT_WRITABLE


def test_a_copy_that_differs_never_gets_its_name(
    full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill = Connection.fill

    def fill_and_change(self: Connection, source: object) -> None:
        fill(self, source)  # type: ignore[arg-type]
        self.run("UPDATE credential SET name = 'another' WHERE seq = 4")

    monkeypatch.setattr(Connection, "fill", fill_and_change)
    with pytest.raises(VaultError) as caught:
        copy_to(full, tmp_path / "copy")
    assert caught.value.reason is Reason.STORAGE_FAILED
    assert names(tmp_path) == [full.name]


def test_a_page_changed_on_the_medium_is_seen_before_the_name_is_given(
    full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even a page that no row lies on: the whole file is looked at."""

    def compare_and_spoil(source: OpenDatabase, copy: OpenDatabase) -> None:
        require_equal(source, copy)
        (draft,) = tmp_path.glob(".*.draft")
        content = bytearray(draft.read_bytes())
        content[-PAGE_BYTES + 5] ^= 1
        draft.write_bytes(content)

    require_equal = vault_copy._require_equal
    monkeypatch.setattr(vault_copy, "_require_equal", compare_and_spoil)
    with pytest.raises(VaultError) as caught:
        copy_to(full, tmp_path / "copy")
    assert caught.value.reason is Reason.STORAGE_FAILED
    assert names(tmp_path) == [full.name]


def test_a_damaged_vault_gives_no_copy_and_goes_on_being_read(full: Path, tmp_path: Path) -> None:
    content = bytearray(full.read_bytes())
    content[-2 * PAGE_BYTES + 100] ^= 1
    full.write_bytes(content)
    with open_vault_file(full, key()) as vault:
        with pytest.raises(VaultError) as caught:
            copy_vault(vault, tmp_path / "copy")
        assert caught.value.reason is Reason.VAULT_DAMAGED
        assert vault.credentials.get(record_id_of(0, SIZES[0])).original == original_bytes(0, SIZES[0])
    assert names(tmp_path) == [full.name]


def test_a_vault_that_cannot_be_written_is_copied(full: Path, tmp_path: Path) -> None:
    with open_vault_file(full, key()) as vault:
        read_only = Vault(
            vault.database.another(full, read_only=True), full, contextlib.nullcontext(), read_only=True
        )
        copy_vault(read_only, tmp_path / "copy")
        read_only.close()
    with open_vault_file(tmp_path / "copy", key()) as copy:
        assert copy.credentials.count() == 9


# -- no room


def test_a_place_without_room_is_told_with_what_is_needed(
    full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_vault_file(full, key()) as vault:
        needed = vault_copy.size_of(vault.database) + vault_copy._ROOM_TO_SPARE
        for free, fits in ((needed - 1, False), (needed, True)):
            monkeypatch.setattr(vault_copy, "disk_usage", lambda _, free=free: usage(free))
            if fits:
                copy_vault(vault, tmp_path / "copy")
                continue
            with pytest.raises(NoRoomError) as caught:
                copy_vault(vault, tmp_path / "copy")
            assert (caught.value.reason, caught.value.needed_bytes) == (Reason.DISK_FULL, needed)
            assert names(tmp_path) == [full.name]


class usage:  # noqa: N801 - stands for a named tuple
    def __init__(self, free: int) -> None:
        self.free = free


def child(*arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.vault.child_program", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=PROJECT)


@pytest.mark.skipif(sys.platform == "win32", reason="only where files have a size limit")
def test_a_limit_reached_at_any_point_leaves_nothing_and_says_how_much_is_needed(
    full: Path, tmp_path: Path
) -> None:
    size = full.stat().st_size
    limits = [size * step // 20 for step in range(20)]
    with child("copy-under-limits", str(full), str(tmp_path / "copy"), ",".join(map(str, limits))) as process:
        lines = process.communicate()[0].split("\n")
    assert process.returncode == 0
    assert lines[:-2] == [f"disk_full {size + vault_copy._ROOM_TO_SPARE}"] * len(limits)
    assert lines[-2] == f"copied {size}", "the twin: without a limit the same place takes it"
    assert names(tmp_path) == sorted([full.name, "copy"])


# -- killed


def require_killed(code: int, calls_left: int) -> None:
    """Runs differ by some calls (a lock spells the number of its process, one call for each bit that is set).

    So one that was to be killed at its last calls may have come to its end, with the result of the last call.
    """
    assert code == -signal.SIGKILL or (code == 0 and calls_left < 150)


@pytest.mark.skipif(sys.platform == "win32", reason="only on systems with kill -9")
@pytest.mark.long
def test_a_copy_that_is_killed_is_not_there_or_whole(full: Path, tmp_path: Path) -> None:
    """Killed at calls spread over the whole work, the first and the last included."""
    target = tmp_path / "copies"
    target.mkdir()
    copy = target / "copy"
    with child("copy-and-die", str(full), str(copy), "0") as process:
        steps = int(process.communicate()[0])
    copy.unlink()
    seen = Counter[str]()
    for number in range(KILLS, 0, -1):
        for left in target.iterdir():
            left.unlink()
        with child("copy-and-die", str(full), str(copy), str(steps * number // KILLS)) as process:
            process.communicate()
        require_killed(process.returncode, steps - steps * number // KILLS)
        seen["named" if copy.exists() else "not named"] += 1
        seen["draft left"] += any(name.endswith(".draft") for name in names(target))
        if copy.exists():
            with open_vault_file(copy, key()) as vault:
                assert vault.check() == ()
                assert vault.credentials.count() == 9
    with child("copy-and-die", str(full), str(copy), str(steps // 2)) as process:
        process.communicate()
    assert any(name.endswith(".draft") for name in names(target))
    with open_vault_file(full, key()) as vault:
        assert vault.check() == ()
        copy_vault(vault, copy)
    assert names(target) == ["copy"], "the next copy of this name clears what was left"
    print(f"{KILLS} kills while copying, at calls of {steps}: {dict(seen)}")
    assert min(seen["draft left"], seen["not named"], seen["named"]) > 0


@pytest.mark.skipif(sys.platform == "win32", reason="only on systems with kill -9")
@pytest.mark.long
def test_taking_a_vaults_place_can_be_killed_at_any_moment(full: Path, tmp_path: Path) -> None:
    """The place always holds one whole file, and what was there before is always somewhere."""
    backup = tmp_path / "backup"
    copy_to(full, backup)
    with open_vault_file(full, key()) as vault:
        vault.credentials.add(new_credential(20))
    folder = tmp_path / "there"
    folder.mkdir()
    place, kept = folder / "x.lerwallet", folder / "kept"
    shutil.copy(full, place)
    with child("take-place-and-die", str(backup), str(place), "0") as process:
        steps = int(process.communicate()[0])
    ends = Counter[str]()
    # half of the kills come within the last calls, where the names change
    points = [steps * number // (KILLS // 2) for number in range(1, KILLS // 2)]
    points += [steps - 80 * number // (KILLS // 2) for number in range(KILLS // 2)]
    killed = 0
    for point in points:
        for left in folder.iterdir():
            left.unlink()
        shutil.copy(full, place)
        with child("take-place-and-die", str(backup), str(place), str(point)) as process:
            process.communicate()
        require_killed(process.returncode, steps - point)
        killed += process.returncode == -signal.SIGKILL
        with open_vault_file(place, key()) as vault:
            assert vault.check() == ()
            count = vault.credentials.count()
        assert count in (9, 10)
        assert count == 10 or kept.read_bytes() == full.read_bytes()
        ends["backup" if count == 9 else "present, two names" if kept.exists() else "present"] += 1
    assert killed >= len(points) // 2
    print(f"{killed} kills while taking a place, at calls of {steps}: {dict(ends)}")
    assert ends["present"]
    assert ends["backup"]


def test_a_draft_that_another_program_is_writing_stays(full: Path, tmp_path: Path) -> None:
    busy, abandoned = tmp_path / ".copy.aa.draft", tmp_path / ".copy.bb.draft"
    busy.write_bytes(b"")
    abandoned.write_bytes(b"left")
    with FileLock.acquire(busy):
        copy_to(full, tmp_path / "copy")
    assert names(tmp_path) == sorted([full.name, "copy", busy.name])


@pytest.mark.skipif(sys.platform == "win32", reason="only on systems with kill -9")
def test_a_journal_that_was_left_behind_is_not_played_into_a_backup_that_is_put_back(
    full: Path, tmp_path: Path
) -> None:
    """Sealed with the same key, it looks like the new file's own; before, the backup was ruined by it."""
    backup, place = tmp_path / "backup", tmp_path / "x.lerwallet"
    copy_to(full, backup)
    copy_to(full, place)
    with open_vault_file(place, key()) as vault:
        for number in range(20, 40):
            vault.credentials.add(new_credential(number, size=20_000))
    with child("die-within-a-transaction", str(place)) as process:
        process.communicate()
    journal = tmp_path / "x.lerwallet-journal"
    left = journal.read_bytes()
    place.rename(tmp_path / "moved away by its owner")
    with open_vault_file(backup, key(), read_only=True) as held:
        copy_vault(held, place)
    assert not journal.exists()
    assert (tmp_path / "x.lerwallet-journal.not-ours-1").read_bytes() == left
    with open_vault_file(place, key()) as vault:
        assert vault.check() == ()
        assert vault.credentials.count() == 9
