"""When a window can be shown, and where things go when the tree cannot be written."""

from pathlib import Path

import pytest

from house import places
from house.qt import has_display


@pytest.mark.parametrize(
    ("environment", "platform", "shown"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
        ({"QT_QPA_PLATFORM": "offscreen:enable_fonts"}, "darwin", False),
    ],
)
def test_a_window_is_opened_where_it_can_be_seen(
    environment: dict[str, str], platform: str, shown: bool
) -> None:
    assert has_display(environment, platform) is shown


def test_each_platform_keeps_the_environment_in_its_own_cache_folder() -> None:
    home = Path("/u")
    assert places.cache_folder("linux", {}, home) == home / ".cache"
    assert places.cache_folder("linux", {"XDG_CACHE_HOME": "/c"}, home) == Path("/c")
    assert places.cache_folder("darwin", {"XDG_CACHE_HOME": "/c"}, home) == home / "Library" / "Caches"
    assert places.cache_folder("win32", {"LOCALAPPDATA": "/l"}, home) == Path("/l")


def test_a_folder_is_writable_only_when_a_file_can_be_made_in_it(tmp_path: Path) -> None:
    assert places.is_writable_folder(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert not places.is_writable_folder(tmp_path / "absent")


def test_results_go_to_the_tree_else_to_where_the_person_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree, here = tmp_path / "tree", tmp_path / "here"
    tree.mkdir()
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setattr(places, "ROOT", tree)
    assert places.output_folder("demo-out") == tree / "demo-out"
    assert (tree / "demo-out").is_dir()
    monkeypatch.setattr(places, "ROOT", tmp_path / "gone")
    assert places.output_folder("demo-out") == here / "demo-out"


def test_a_cache_folder_somebody_else_may_write_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Libraries put there by another user would run as this one."""
    cache = tmp_path / "cache"
    shared = cache / "ler-wallet"
    shared.mkdir(parents=True)
    shared.chmod(0o777)
    monkeypatch.setattr(places, "cache_folder", lambda *_: cache)
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "tmp"))
    assert places.venv_outside_the_tree().is_relative_to(tmp_path / "tmp")
    shared.chmod(0o700)
    assert places.venv_outside_the_tree().is_relative_to(shared)
