"""What is read, what is refused and with which reason; nothing here may wait for anybody."""

import io
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from wallet.app.inputs import InputItem, read_file, read_inputs
from wallet.codecs.strict_json import MAX_FILE_BYTES
from wallet.errors import AppError, Reason

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="only on POSIX systems")


def _reason(path: Path) -> Reason:
    with pytest.raises(AppError) as refused:
        read_file(path)
    return refused.value.reason


def _walk(folder: Path) -> Sequence[InputItem]:
    return list(read_inputs([str(folder)]))


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"{}\0\xff")
    assert read_file(tmp_path / "a.json") == b"{}\0\xff"


def test_what_is_missing_empty_or_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert _reason(tmp_path / "missing") is Reason.FILE_MISSING
    assert _reason(tmp_path / "empty") is Reason.FILE_EMPTY
    assert _reason(tmp_path) in (Reason.NOT_A_REGULAR_FILE, Reason.FILE_NOT_READABLE)


def test_the_limit_is_on_bytes(tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as stream:
        stream.truncate(MAX_FILE_BYTES)
    assert len(read_file(path)) == MAX_FILE_BYTES
    with path.open("wb") as stream:
        stream.truncate(MAX_FILE_BYTES + 1)
    assert _reason(path) is Reason.FILE_TOO_LARGE


@posix_only
def test_a_pipe_without_a_writer_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert _reason(tmp_path / "pipe") is Reason.NOT_A_REGULAR_FILE


@posix_only
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_devices_are_refused(device: str) -> None:
    assert _reason(Path(device)) in (Reason.NOT_A_REGULAR_FILE, Reason.FILE_NOT_READABLE)


@posix_only
def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # socket names are short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("s")
        assert _reason(Path("s")) is Reason.NOT_A_REGULAR_FILE


@posix_only
def test_links_lead_to_files_or_nowhere(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"x")
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "dangling").symlink_to("gone")
    (tmp_path / "self").symlink_to("self")
    assert read_file(tmp_path / "link") == b"x"
    assert _reason(tmp_path / "dangling") is Reason.FILE_MISSING
    assert _reason(tmp_path / "self") is Reason.FILE_NOT_READABLE


def test_a_name_no_system_allows_is_a_refusal() -> None:
    assert [item.error.reason for item in read_inputs(["a\0b"]) if item.error] == [Reason.FILE_NOT_READABLE]


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    for name in ("b.json", "a/z.json", "a/b/c.json", "c.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    found = _walk(tmp_path)
    assert [item.item for item in found] == ["a/b/c.json", "a/z.json", "b.json", "c.json"]
    assert [item.data for item in found] == [(item.item or "").encode() for item in found]
    assert [Path(item.name) for item in found] == [tmp_path / (item.item or "") for item in found]


def test_names_that_start_with_a_dot_are_left_out(tmp_path: Path) -> None:
    for name in (".DS_Store", "._badge.png", ".git/config", "badge.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert [item.item for item in _walk(tmp_path)] == ["badge.json"]
    assert read_file(tmp_path / ".DS_Store") == b"x"


@posix_only
def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "up").symlink_to(tmp_path)
    (tmp_path / "inner" / "badge").write_bytes(b"x")
    found = {item.item: item for item in _walk(tmp_path)}
    assert found["inner/badge"].data == b"x"
    assert found["inner/up"].error is not None
    assert len(found) == 2


@posix_only
def test_a_folder_reached_by_a_link_that_was_named_is_walked(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "badge").write_bytes(b"x")
    (tmp_path / "link").symlink_to("real")
    assert [item.item for item in _walk(tmp_path / "link")] == ["badge"]


def test_depth_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    deep = Path(*["d"] * 300)
    deep.mkdir(parents=True)
    (deep / "badge").write_bytes(b"x")
    assert [item.data for item in read_inputs(["d"])] == [b"x"]


def test_one_bad_file_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    (tmp_path / "b").write_bytes(b"x")
    first, second = _walk(tmp_path)
    assert first.error is not None
    assert first.error.reason is Reason.FILE_EMPTY
    assert second.data == b"x"


def test_a_folder_without_files_is_said(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (item,) = _walk(tmp_path)
    assert item.error is not None
    assert item.error.reason is Reason.FOLDER_EMPTY


def test_a_dash_is_standard_input() -> None:
    (item,) = read_inputs(["-"], stdin=io.BytesIO(b"pasted"))
    assert (item.name, item.data) == ("-", b"pasted")
    (item,) = read_inputs(["-"], stdin=io.BytesIO(b""))
    assert item.error is not None
    assert item.error.reason is Reason.FILE_EMPTY


def test_standard_input_has_the_same_limit() -> None:
    (item,) = read_inputs(["-"], stdin=io.BytesIO(bytes(MAX_FILE_BYTES + 1)))
    assert item.error is not None
    assert item.error.reason is Reason.FILE_TOO_LARGE
