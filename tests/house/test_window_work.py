"""The commands for those who work on the window: what they start, and where pictures go."""

from pathlib import Path

import pytest

from house import start, window_work
from house.qt import Answer
from house.stamp import Environment, Stamp


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What would have been run, without the interpreter; every run ends well."""
    ran: list[list[str]] = []

    def run(command: list[object], more: dict[str, str]) -> int:
        ran.append([str(word) for word in command][1:] + sorted(more))
        return 0

    monkeypatch.setattr(window_work, "_run", run)
    return ran


def test_pictures_go_into_the_folder_that_was_named(started: list[list[str]], tmp_path: Path) -> None:
    prepared = Environment(tmp_path, Stamp("python"))
    assert window_work.screens(prepared, [str(tmp_path / "out"), "--only", "light"]) == 0
    module = ["-P", "-m", "wallet.ui.screens", "--out"]
    assert started == [[*module, str(tmp_path / "out"), "--only", "light", "QT_QPA_PLATFORM"]]


def test_without_a_name_pictures_have_a_folder_of_their_own(
    started: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_work, "output_folder", lambda name: tmp_path / name)
    assert window_work.screens(Environment(tmp_path, Stamp("python")), ["--only", "dark"]) == 0
    assert started[0][4:] == [str(tmp_path / "screens-out"), "--only", "dark", "QT_QPA_PLATFORM"]


def test_the_others_start_what_they_are_called(started: list[list[str]], tmp_path: Path) -> None:
    prepared = Environment(tmp_path, Stamp("python"))
    assert (window_work.words(prepared), window_work.gallery(prepared)) == (0, 0)
    assert Path(started[0][0]).name == "build_translations.py"
    assert started[1] == ["-P", "-m", "wallet", "--gallery"]


@pytest.mark.parametrize("command", start._WINDOW_WORK)
def test_where_qt_does_not_start_they_say_so(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = Answer(works=False, reason="a library is missing")
    monkeypatch.setattr(start, "_with_qt", lambda prepared, **_: (prepared, answer))
    assert start._window_work(Environment(tmp_path, Stamp("python")), command, [], may_install=False) == 1
    assert "a library is missing" in capsys.readouterr().err
