"""The stamp decides whether a start has anything to do; a wrong yes would run what is not locked."""

import json
from pathlib import Path

import pytest

from house import places, stamp
from house.console import StopRun
from house.stamp import Environment, Stamp, lock_hash, missing_sets, python_tag, read_stamp, write_stamp


@pytest.fixture
def locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lock files to change."""
    locks = tmp_path / "locks"
    locks.mkdir()
    for name in ("core", "gui", "dev"):
        (locks / f"{name}.txt").write_text(f"{name}==1\n")
    monkeypatch.setattr(stamp, "LOCKS", locks)
    return locks


@pytest.fixture
def venv(locks: Path) -> Path:
    """An environment folder with an interpreter, beside those lock files."""
    python = places.venv_python(locks.parent / "venv")
    python.parent.mkdir(parents=True)
    python.touch(mode=0o755)
    return locks.parent / "venv"


def full_stamp() -> Stamp:
    return Stamp(python_tag(), {name: lock_hash(name) for name in ("core", "gui")}, {}, {"offscreen": True})


def test_a_stamp_is_read_as_it_was_written(venv: Path) -> None:
    write_stamp(venv, full_stamp())
    assert read_stamp(venv) == full_stamp()
    assert {path.name for path in venv.iterdir()} == {
        stamp.NAME,
        places.venv_python(Path()).parts[0],
    }  # nothing half


def test_no_stamp_and_a_broken_one_both_mean_that_nothing_is_known(venv: Path) -> None:
    assert read_stamp(venv) is None
    for text in ("", "{", "[]", '{"python": "x"}', '{"python": 1, "installed": 2, "refused": {}, "qt": {}}'):
        (venv / stamp.NAME).write_text(text)
        assert read_stamp(venv) is None, text


def test_another_python_or_a_lost_interpreter_voids_the_stamp(venv: Path) -> None:
    write_stamp(venv, full_stamp())
    places.venv_python(venv).unlink()
    assert read_stamp(venv) is None
    places.venv_python(venv).touch(mode=0o755)
    assert read_stamp(venv) is not None
    content = json.loads((venv / stamp.NAME).read_text())
    (venv / stamp.NAME).write_text(json.dumps({**content, "python": "cpython-27 elsewhere"}))
    assert read_stamp(venv) is None


def test_a_complete_stamp_leaves_nothing_to_do_and_another_set_only_itself(venv: Path) -> None:
    write_stamp(venv, full_stamp())
    found = read_stamp(venv)
    assert missing_sets(found, ["core", "gui"]) == []
    assert missing_sets(found, ["core", "gui", "dev"]) == ["dev"]
    assert missing_sets(None, ["core", "gui"]) == ["core", "gui"]


def test_a_changed_lock_file_is_installed_again(venv: Path, locks: Path) -> None:
    before = full_stamp()
    (locks / "core.txt").write_text("core==2\n")
    assert missing_sets(before, ["core", "gui"]) == ["core"]
    assert not Environment(venv, before).has("core")
    assert Environment(venv, before).has("gui")


def test_a_refused_set_is_tried_again_only_when_asked_or_when_its_lock_changes(locks: Path) -> None:
    refused = Stamp(python_tag(), {"core": lock_hash("core")}, {"gui": lock_hash("gui")})
    assert missing_sets(refused, ["core", "gui"]) == []
    assert missing_sets(refused, ["core", "gui"], retry=True) == ["gui"]
    (locks / "gui.txt").write_text("gui==2\n")
    assert missing_sets(refused, ["core", "gui"]) == ["gui"]


def test_a_tree_without_its_lock_files_is_said_to_be_broken(locks: Path) -> None:
    (locks / "core.txt").unlink()
    with pytest.raises(StopRun, match=r"core\.txt"):
        lock_hash("core")
