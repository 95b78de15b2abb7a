"""Files appear complete or not at all, and never in place of another."""

import os
import sys
from pathlib import Path

import pytest

from wallet.app.output import replace_file, staged_file, write_new_file
from wallet.errors import AppError, NoRoomError, Reason

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="only on POSIX systems")


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_holds_the_content_and_is_private(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_new_file(tmp_path / "a", b"content")
    finally:
        os.umask(before)
    assert (tmp_path / "a").read_bytes() == b"content"
    assert _names(tmp_path) == ["a"]
    if sys.platform != "win32":
        assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600


def test_an_existing_file_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(AppError) as refused:
        write_new_file(tmp_path / "a", b"new")
    assert refused.value.reason is Reason.OUTPUT_EXISTS
    assert (tmp_path / "a").read_bytes() == b"old"


@posix_only
def test_a_dangling_link_is_a_name_that_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("elsewhere")
    with pytest.raises(AppError):
        write_new_file(tmp_path / "a", b"new")
    assert not (tmp_path / "elsewhere").exists()


def test_a_name_taken_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    with staged_file(tmp_path / "a", b"new") as publish:
        (tmp_path / "a").write_bytes(b"somebody else's")
        with pytest.raises(AppError) as refused:
            publish()
    assert refused.value.reason is Reason.OUTPUT_EXISTS
    assert (tmp_path / "a").read_bytes() == b"somebody else's"
    assert _names(tmp_path) == ["a"]


def test_nothing_is_left_behind_when_it_is_not_published(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), staged_file(tmp_path / "a", b"new"):
        raise KeyboardInterrupt
    assert _names(tmp_path) == []


@pytest.mark.parametrize("taken", [False, True])
def test_places_without_second_names_work_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken: bool
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    path = tmp_path / "a"
    with staged_file(path, b"new") as publish:
        if taken:
            path.write_bytes(b"somebody else's")
            with pytest.raises(AppError):
                publish()
        else:
            publish()
    assert path.read_bytes() == (b"somebody else's" if taken else b"new")
    assert _names(tmp_path) == ["a"]


def test_a_missing_folder_is_a_refusal(tmp_path: Path) -> None:
    with pytest.raises(AppError) as refused:
        write_new_file(tmp_path / "gone" / "a", b"x")
    assert refused.value.reason is Reason.OUTPUT_NOT_WRITABLE


def test_a_file_of_our_own_is_replaced_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "settings"
    replace_file(path, b"one")
    replace_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert _names(path.parent) == ["settings"]


@pytest.mark.skipif(sys.platform == "win32", reason="only where files have a size limit")
def test_too_little_room_is_said_with_how_much_is_needed(tmp_path: Path) -> None:
    import resource  # noqa: PLC0415 - not on every system

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, limits[1]))
    try:
        for write in (write_new_file, replace_file):
            with pytest.raises(NoRoomError) as refused:
                write(tmp_path / "out", bytes(3_000_000))
            assert refused.value.reason is Reason.DISK_FULL
            assert 3_000_000 <= refused.value.needed_bytes < 3_100_000
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert list(tmp_path.iterdir()) == []
