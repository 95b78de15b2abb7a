"""Whether a computer is shared, and which wallet files are on its sticks."""

import os
import sys
from pathlib import Path

import pytest

from wallet.app import shared_computer
from wallet.app.shared_computer import MARKER, OPTION, find_vaults, is_shared, program_folders, sticks


def test_the_option_says_so(tmp_path: Path) -> None:
    assert is_shared(["ler-wallet", OPTION], [tmp_path])
    assert not is_shared(["ler-wallet"], [tmp_path])


@pytest.mark.parametrize("kind", ["file", "folder", "link to nowhere"])
def test_a_marker_beside_the_program_or_above_says_so(tmp_path: Path, kind: str) -> None:
    program = tmp_path / "LER-Wallet" / "linux"
    program.mkdir(parents=True)
    marker = program.parent / MARKER
    if kind == "file":
        marker.touch()
    elif kind == "folder":
        marker.mkdir()
    else:
        marker.symlink_to(tmp_path / "nowhere")
    assert is_shared([], [program, program.parent])
    assert not is_shared([], [program])


def test_the_programs_folders_are_where_it_was_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "bin" / "ler-wallet")])
    assert program_folders() == (tmp_path.resolve() / "bin", tmp_path.resolve())


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux, whose mounts are a file")
def test_sticks_are_the_mounts_below_media(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\n"
        "/dev/sdb1 /media/lab/DANA\\040USB vfat rw 0 0\n"
        "/dev/sdc1 /run/media/lab/A\\134B vfat rw 0 0\n"
        "tmpfs /mediation tmpfs rw 0 0\n\n"
    )
    monkeypatch.setattr(shared_computer, "_MOUNTS", mounts)
    assert sticks() == (Path("/media/lab/DANA USB"), Path("/run/media/lab/A\\B"))
    monkeypatch.setattr(shared_computer, "_MOUNTS", tmp_path / "missing")
    assert sticks() == ()


def test_files_are_found_in_their_usual_folders_only(tmp_path: Path) -> None:
    first, second = tmp_path / "A", tmp_path / "B"
    for folder in (first / "vaults", first / "photos", second / "LER-Wallet" / "vaults"):
        folder.mkdir(parents=True)
    wanted = [
        first / "b.lerwallet",
        first / "vaults" / "a.lerwallet",
        second / "LER-Wallet" / "vaults" / "c.lerwallet",
    ]
    unwanted = [first / "photos" / "d.lerwallet", first / ".e.lerwallet.x.draft", first / "f.txt"]
    for path in (*wanted, *unwanted, first / ".hidden.lerwallet"):
        path.touch()
    (first / "folder.lerwallet").mkdir()
    assert list(find_vaults([first, second, tmp_path / "pulled"])) == wanted


def test_a_stick_full_of_files_is_no_trap(tmp_path: Path) -> None:
    for number in range(80):
        (tmp_path / f"{number:03}.lerwallet").touch()
    assert len(find_vaults([tmp_path])) == 50


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="only an ordinary user is refused"
)
def test_a_stick_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "x.lerwallet").touch()
    tmp_path.chmod(0)
    try:
        assert find_vaults([tmp_path]) == ()
    finally:
        tmp_path.chmod(0o700)
