"""Who else reaches a folder."""

import os
import sys
from pathlib import Path

import pytest

from wallet.app import folder_access
from wallet.app.folder_access import Reach, others_reach

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="only where folders have POSIX permissions")


@pytest.fixture
def open_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder all of whose parents may be entered. The tester's own folders usually may not."""
    everything = folder_access._ways_to
    inside = len(tmp_path.parts)

    def ways(place: Path) -> list[os.stat_result]:
        return list(everything(place))[: len(place.parts) - inside]

    monkeypatch.setattr(folder_access, "_ways_to", ways)
    folder = tmp_path / "folder"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    ("mode", "reach"),
    [
        (0o700, Reach.NOTHING),
        (0o711, Reach.NOTHING),
        (0o755, Reach.SEE),
        (0o777, Reach.CHANGE),
        (0o707, Reach.CHANGE),
        (0o1777, Reach.SEE),
        (0o706, Reach.NOTHING),
    ],
)
def test_a_folder_says_what_others_can_do(open_place: Path, mode: int, reach: Reach) -> None:
    open_place.chmod(mode)
    assert others_reach(open_place) is reach


def test_a_group_of_ones_own_is_nobody_else(open_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import grp  # noqa: PLC0415
    import pwd  # noqa: PLC0415

    open_place.chmod(0o770)
    me = pwd.getpwuid(os.getuid()).pw_name
    own = grp.struct_group((me, "x", os.getgid(), []))
    monkeypatch.setattr(grp, "getgrgid", lambda _: own)
    assert others_reach(open_place) is Reach.NOTHING
    class_of_24 = grp.struct_group(("students", "x", os.getgid(), [me, "eli"]))
    monkeypatch.setattr(grp, "getgrgid", lambda _: class_of_24)
    assert others_reach(open_place) is Reach.CHANGE


def test_behind_a_closed_door_everything_is_out_of_reach(open_place: Path) -> None:
    inner = open_place / "inner"
    inner.mkdir()
    inner.chmod(0o777)
    open_place.chmod(0o700)
    assert others_reach(inner) is Reach.NOTHING
    open_place.chmod(0o755)
    assert others_reach(inner) is Reach.CHANGE


def test_a_folder_that_is_not_there_is_nobodys(tmp_path: Path) -> None:
    assert others_reach(tmp_path / "missing") is Reach.NOTHING
