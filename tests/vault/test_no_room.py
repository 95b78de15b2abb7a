"""A full disk refuses one addition and loses none."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shared_data import PROJECT
from tests.vault.builders import key, make_vault, original_bytes
from tests.vault.child_program import SIZES
from wallet.errors import Reason, VaultError
from wallet.vault.connection import open_vault_file

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="this system has no file-size limits or mounts"
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


@pytest.mark.slow
def test_forty_file_size_limits_lose_nothing(path: Path) -> None:
    make_vault(path).close()
    lines = run_child("add-under-limits", str(path), ",".join(map(str, LIMITS)))
    refusals = [line for line in lines if line[0] == "refused"]
    assert [line[1] for line in refusals] == ["disk_full"] * len(LIMITS)
    for position, line in enumerate(lines):
        if line[0] == "refused":  # at that moment the list still showed all that was acknowledged
            assert int(line[2]) == len([earlier for earlier in lines[:position] if earlier[0] != "refused"])
    assert everything_is_there(path, lines) > 20


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
