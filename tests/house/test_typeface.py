"""The window's typeface is taken once, with its licence; a failure is said, remembered, and stops nothing."""

import json
import re
from pathlib import Path

import pytest

import fetch_fonts
from build_verify_page import BuildError
from house import from_npm, typeface
from house.console import Outcome
from house.libraries import Options
from house.stamp import Environment, Stamp, lock_hash


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Nothing is taken yet; npm is there, and what it fetches is made up by each test."""
    monkeypatch.setattr(fetch_fonts, "OUT", tmp_path / "fonts")
    monkeypatch.setattr(fetch_fonts, "ROOT", tmp_path)
    monkeypatch.setattr(fetch_fonts, "find_node", lambda: (["node"], ["npm"]))
    return tmp_path / "fonts"


def fetched(names: list[str]) -> object:
    def run(_command: list[str], folder: Path, _environment: dict[str, str]) -> None:
        package = folder / "node_modules" / fetch_fonts.PACKAGE
        (package / "files").mkdir(parents=True)
        (package / "LICENSE").write_text("SIL OPEN FONT LICENSE", encoding="utf-8")
        for name in names:
            (package / "files" / name).write_bytes(b"wOF2")

    return run


def test_the_files_and_the_licence_are_taken_once(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch_fonts, "run_tool", fetched(fetch_fonts.file_names()))
    assert not fetch_fonts.is_current()
    assert fetch_fonts.take()
    assert {path.name for path in place.iterdir()} == {
        *fetch_fonts.file_names(),
        fetch_fonts.LICENCE,
        ".sources",
    }
    assert fetch_fonts.is_current()
    assert not fetch_fonts.take()


def test_a_package_without_a_weight_counts_as_none(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch_fonts, "run_tool", fetched(fetch_fonts.file_names()[:-1]))
    with pytest.raises(BuildError, match=re.escape(fetch_fonts.file_names()[-1])):
        fetch_fonts.take()
    assert not fetch_fonts.is_current()
    assert not (place / ".sources").exists()


def test_the_lock_has_a_checksum_and_no_address() -> None:
    lock = json.loads((fetch_fonts.SOURCES / "package-lock.json").read_text())
    entry = lock["packages"][f"node_modules/{fetch_fonts.PACKAGE}"]
    wanted = json.loads((fetch_fonts.SOURCES / "package.json").read_text())["dependencies"]
    assert entry["version"] == wanted[fetch_fonts.PACKAGE]
    assert entry["integrity"].startswith("sha512-")
    assert entry["license"] == "OFL-1.1"
    assert "resolved" not in entry


def test_without_npm_set_up_goes_on_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[str] = []

    def run(command: list[object], *_: object) -> Outcome:
        ran.append(Path(str(command[1])).name)
        return Outcome(1, "The window's typeface could not be taken: no network\n")

    monkeypatch.setattr(fetch_fonts, "is_current", lambda: False)
    monkeypatch.setattr(from_npm, "_has_node", lambda: True)
    monkeypatch.setattr(from_npm, "run_quietly", run)
    with_window = Environment(tmp_path, Stamp("python", installed={"gui": lock_hash("gui")}))
    assert not typeface.ensure(with_window, Options(), retry=False)
    said = capsys.readouterr().err
    assert "no network" in said
    assert "system's sans serif" in said
    assert not typeface.ensure(with_window, Options(), retry=False)
    assert ran == ["fetch_fonts.py"]
    assert not typeface.ensure(Environment(tmp_path, Stamp("python")), Options(), retry=True)
    assert ran == ["fetch_fonts.py"]
