"""The page for receivers is built once; a failure is said, remembered, and stops nothing."""

from pathlib import Path

import pytest

import build_verify_page
from house import from_npm, receiver_page
from house.console import Outcome
from house.libraries import Options
from house.stamp import Environment, Stamp


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Nothing is there yet, Node is, and every build fails; what was run is kept."""
    ran: list[str] = []

    def run(command: list[object], *_: object) -> Outcome:
        ran.append(Path(str(command[1])).name)
        return Outcome(1, "The page for receivers could not be built: no network\n")

    monkeypatch.setattr(build_verify_page, "is_current", lambda: False)
    monkeypatch.setattr(build_verify_page, "find_node", lambda: (["node"], ["npm"]))
    monkeypatch.setattr(from_npm, "run_quietly", run)
    return ran


def test_a_failure_is_said_and_not_tried_again_by_a_plain_start(
    built: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prepared = Environment(tmp_path, Stamp("python"))
    assert not receiver_page.ensure(prepared, Options(), retry=False)
    assert "no network" in capsys.readouterr().err
    assert not receiver_page.ensure(prepared, Options(), retry=False)
    assert built == ["build_verify_page.py"]
    assert not receiver_page.ensure(prepared, Options(), retry=True)
    assert built == ["build_verify_page.py"] * 2


def test_a_page_of_these_sources_is_not_built_again(
    built: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_verify_page, "is_current", lambda: True)
    assert receiver_page.ensure(Environment(tmp_path, Stamp("python")), Options(), retry=True)
    assert built == []


def test_one_changed_letter_in_any_source_asks_for_another_page(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = build_verify_page.sources_mark()
    assert build_verify_page.sources_mark() == before
    copied = tmp_path / "page"
    (copied / "src").mkdir(parents=True)
    for name in build_verify_page._SOURCES:
        (copied / name).write_bytes((build_verify_page.PAGE / name).read_bytes())
    for path in (build_verify_page.PAGE / "src").iterdir():
        (copied / "src" / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(build_verify_page, "PAGE", copied)
    assert build_verify_page.sources_mark() == before
    (copied / "src" / "words.ts").write_text("// other words", encoding="utf-8")
    assert build_verify_page.sources_mark() != before
