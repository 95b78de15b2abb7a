"""A full disk refuses one addition and loses none."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shared_data import PROJECT
from tests.vault.builders import key, make_vault, new_credential, original_bytes
from tests.vault.child_program import SIZES
from wallet.errors import NoRoomError, Reason, VaultError
from wallet.vault.connection import open_vault_file

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="only on systems with file-size limits and mounts"
)

LIMITS = tuple(range(0, 40 * 1111, 1111))


def run_child(*arguments: str) -> list[list[str]]:
    command = [sys.executable, "-m", "tests.vault.child_program", *arguments]
    run = subprocess.run(command, capture_output=True, text=True, cwd=PROJECT, check=False)
    assert run.returncode == 0, run.stderr
    return [line.split() for line in run.stdout.splitlines()]


def everything_is_there(path: Path, lines: list[list[str]]) -> int:
    """Checks each acknowledged record; returns how many there are."""
    acknowledged = [(int(line[0]), line[1]) for line in lines if line[0] != "refused"]
    with open_vault_file(path, key()) as vault:
        assert vault.check() == ()
        for number, record_id in acknowledged:
            assert vault.credentials.get(record_id).original == original_bytes(
                number, SIZES[number % len(SIZES)]
            )
        assert vault.credentials.count() == len(acknowledged)
    assert [entry.name for entry in path.parent.iterdir() if entry.name != "lost+found"] == [path.name]
    return len(acknowledged)


@pytest.mark.long
@pytest.mark.slow
def test_forty_file_size_limits_lose_nothing(path: Path) -> None:
    make_vault(path).close()
    lines = run_child("add-under-limits", str(path), ",".join(map(str, LIMITS)))
    refusals = [line for line in lines if line[0] == "refused"]
    assert [line[1] for line in refusals] == ["disk_full"] * len(LIMITS)
    for position, line in enumerate(lines):
        if line[0] == "refused":  # at that moment the list still showed all that was acknowledged
            assert int(line[2]) == len([earlier for earlier in lines[:position] if earlier[0] != "refused"])
    kept = everything_is_there(path, lines)
    print(f"{len(LIMITS)} sizes of a full disk, {kept} acknowledged, 0 lost")
    assert kept > 20


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = hasattr(os, "getuid") and os.getuid() == 0 and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True, check=False
    ).returncode == 0  # fmt: skip
    if not mounted:
        pytest.skip("only root may mount a small file system")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.slow
def test_a_full_file_system_refuses_and_loses_nothing(small_disk: Path) -> None:
    path = small_disk / "x.lerwallet"
    make_vault(path).close()
    lines = run_child("fill", str(path))
    assert lines[-1][:2] == ["refused", "disk_full"]
    assert everything_is_there(path, lines) > 5
    ballast = small_disk / "ballast"
    with pytest.raises(OSError, match="space"):
        ballast.write_bytes(bytes(2_000_000))
    with pytest.raises(VaultError) as caught:
        make_vault(small_disk / "y.lerwallet")
    assert caught.value.reason is Reason.DISK_FULL
    assert sorted(entry.name for entry in small_disk.iterdir()) == ["ballast", path.name]


@pytest.mark.parametrize("size", [3_000, 100_000, 200_000])
def test_the_refusal_says_how_much_room_is_needed_and_that_is_enough(small_disk: Path, size: int) -> None:
    path = small_disk / "x.lerwallet"
    ballast = small_disk / "ballast"
    with make_vault(path) as vault:
        room = shutil.disk_usage(small_disk).free
        ballast.write_bytes(bytes(room - 8_192))
        with pytest.raises(NoRoomError) as caught:
            vault.credentials.add(new_credential(0, size=size, search_text="words " * 100))
        needed = caught.value.needed_bytes
        assert size < needed < room
        assert vault.credentials.heads() == ()
        os.truncate(ballast, room - needed)
        assert vault.credentials.add(new_credential(0, size=size, search_text="words " * 100)).record_id
        assert vault.check() == ()


def test_a_medium_that_becomes_read_only_can_be_read_and_written_again_later(small_disk: Path) -> None:
    path = small_disk / "x.lerwallet"
    with make_vault(path) as vault:
        kept = vault.credentials.add(new_credential(0)).record_id
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with open_vault_file(path, key()) as vault:
        assert vault.read_only
        assert vault.credentials.get(kept).original == original_bytes(0)
        with pytest.raises(VaultError) as caught:
            vault.credentials.add(new_credential(1))
        assert caught.value.reason is Reason.VAULT_READ_ONLY
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    with open_vault_file(path, key()) as vault:
        vault.credentials.add(new_credential(1))
        assert vault.credentials.count() == 2


def test_a_medium_that_is_pulled_is_told_and_loses_nothing(small_disk: Path, tmp_path: Path) -> None:
    """The stick is gone from its place while the file is open; it comes back with everything acknowledged on it."""
    path = small_disk / "x.lerwallet"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with make_vault(path) as vault:
        kept = vault.credentials.add(new_credential(0)).record_id
        subprocess.run(["mount", "--move", str(small_disk), str(elsewhere)], check=False, capture_output=True)
        moved = (elsewhere / path.name).exists()
        if not moved:
            subprocess.run(["mount", "--bind", str(small_disk), str(elsewhere)], check=True)
            subprocess.run(["umount", "-l", str(small_disk)], check=True)
        with pytest.raises(VaultError) as caught:
            vault.credentials.add(new_credential(1))
        assert caught.value.reason in (Reason.VAULT_MISSING, Reason.STORAGE_FAILED)
    with open_vault_file(elsewhere / path.name, key()) as vault:
        assert vault.check() == ()
        assert [head.id for head in vault.credentials.heads()] == [kept]
    subprocess.run(["mount", "--bind", str(elsewhere), str(small_disk)], check=True)
    subprocess.run(["umount", str(elsewhere)], check=True)
