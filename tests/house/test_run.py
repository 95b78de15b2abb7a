"""`run.py` itself: who gets which arguments, and what a person reads when something is missing."""

import ast
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from house import checks, libraries, receiver_page, start
from house.console import Outcome, StopRun, run_quietly
from house.libraries import Options, why_pip_failed
from house.stamp import Environment, Stamp
from tests.shared_data import PROJECT

RUN = PROJECT / "packaging" / "run.py"


def test_an_old_python_can_read_run_py_and_gets_a_plain_answer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    namespace: dict[str, object] = {"__name__": "run"}
    exec(compile(RUN.read_bytes(), str(RUN), "exec"), namespace)
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    assert namespace["main"]() == 1  # type: ignore[operator]
    assert "needs Python 3.11 or newer; this is Python 3.9.2" in capsys.readouterr().err


def test_run_py_uses_no_syntax_an_old_python_does_not_know() -> None:
    tree = ast.parse(RUN.read_bytes(), feature_version=(3, 4))
    assert not [
        node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr | ast.AnnAssign | ast.NamedExpr)
    ]


def test_help_and_wrong_usage_need_no_environment() -> None:
    shown = subprocess.run([sys.executable, RUN, "--help"], capture_output=True, text=True, check=False)
    assert shown.returncode == 0
    assert "--wheels" in shown.stdout
    wrong = subprocess.run([sys.executable, RUN, "opne"], capture_output=True, text=True, check=False)
    assert wrong.returncode == 2
    assert "Traceback" not in wrong.stderr


class Recorder:
    """Stands for what would install or open something."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.prepared: list[tuple[list[str], Options]] = []
        self.done: list[tuple[str, list[str]]] = []
        monkeypatch.setattr(libraries, "prepare", self._prepare)
        monkeypatch.setattr(receiver_page, "ensure", lambda *_, **__: True)
        monkeypatch.setattr(start, "_hand_over", lambda _, arguments: self._note("wallet", arguments))
        monkeypatch.setattr(start, "_open", lambda _, **__: self._note("window", []))
        monkeypatch.setattr(start, "_demo", lambda _, **__: self._note("demo", []))
        monkeypatch.setattr(start, "_setup", lambda _, **__: self._note("setup", []))
        monkeypatch.setattr(start, "_test", lambda _, more, **__: self._note("test", more))

    def _prepare(self, wanted: Sequence[str], options: Options) -> Environment:
        self.prepared.append((list(wanted), options))
        return Environment(Path(), Stamp(""))

    def _note(self, what: str, arguments: Sequence[str]) -> int:
        self.done.append((what, list(arguments)))
        return 0


@pytest.mark.parametrize(
    ("arguments", "display", "done"),
    [
        ([], ":0", ("window", [])),
        ([], "", ("demo", [])),
        (["demo"], ":0", ("demo", [])),
        (["setup"], "", ("setup", [])),
        (["test"], "", ("test", [])),
        (["test", "tests/vault", "-x", "--lf"], "", ("test", ["tests/vault", "-x", "--lf"])),
        (["cli", "verify", "--help"], ":0", ("wallet", ["verify", "--help"])),
    ],
)
def test_each_command_reaches_its_own_end(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], display: str, done: tuple[str, list[str]]
) -> None:
    recorder = Recorder(monkeypatch)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", display)
    assert start.main(arguments) == 0
    assert recorder.done == [done]


def test_wheels_are_taken_from_the_folder_wherever_the_flag_stands(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    recorder = Recorder(monkeypatch)
    for arguments in (["setup", "--wheels", str(tmp_path)], ["--wheels", str(tmp_path), "setup"]):
        assert start.main(arguments) == 0
    assert [options.wheels for _, options in recorder.prepared] == [tmp_path, tmp_path]
    assert all(options.retry for _, options in recorder.prepared)


def test_a_word_nobody_knows_stops_before_anything_is_prepared(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    recorder = Recorder(monkeypatch)
    assert start.main(["setup", "everything"]) == 2
    assert recorder.prepared == []
    assert "everything" in capsys.readouterr().err


def test_what_stops_a_run_is_said_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object) -> Environment:
        raise StopRun("The disk is full.", 1)

    monkeypatch.setattr(libraries, "prepare", stop)
    assert start.main(["setup"]) == 1
    assert capsys.readouterr().err == "The disk is full.\n"


@pytest.mark.parametrize(
    ("said", "wheels", "words"),
    [
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES from the requirements file",
            None,
            "not the one the lock names",
        ),
        ("OSError: [Errno 28] No space left on device", None, "disk is full"),
        (
            "WARNING: Retrying ... NewConnectionError ...\nERROR: No matching distribution",
            None,
            "network was not reached",
        ),
        ("ERROR: No matching distribution found for x", None, "nothing ready-made"),
        ("ERROR: No matching distribution found for x", Path("wheels"), "missing in wheels"),
        ("Killed", None, "ended with 9"),
    ],
)
def test_the_usual_reasons_are_put_in_plain_words(said: str, wheels: Path | None, words: str) -> None:
    assert words in why_pip_failed(Outcome(9, said), Options(wheels=wheels))


def test_a_child_that_cannot_start_or_hangs_is_an_outcome(tmp_path: Path) -> None:
    assert run_quietly([tmp_path / "absent"]).code == 127
    assert run_quietly([sys.executable, "-c", "input()"]).code == 1  # no input: it must not wait for a person
    assert (
        run_quietly([sys.executable, "-c", "import threading; threading.Event().wait()"], seconds=0.5).code
        == 124
    )


def test_every_check_runs_in_the_written_order() -> None:
    steps = checks.code_checks("python", has_gui=True, can_write=True)
    assert [step.name for step in steps] == ["format", "lint", "types", "contracts"]
    assert "house.test_plugin" in checks.pytest_command("python", [], with_qt=True, can_write=True)


def test_a_tree_that_cannot_be_written_is_checked_without_caches() -> None:
    text = str(checks.code_checks("python", has_gui=True, can_write=False))
    assert text.count("--no-cache") == 3
    assert os.devnull in text
    assert "no:cacheprovider" in checks.pytest_command("python", [], with_qt=True, can_write=False)


def test_without_qt_pytest_qt_stays_out_and_the_person_is_told() -> None:
    assert "no:pytest-qt" in checks.pytest_command("python", [], with_qt=False, can_write=True)
    assert "no:pytest-qt" not in checks.pytest_command("python", [], with_qt=True, can_write=True)
    assert checks.left_out("", has_gui=True) == []
    assert any("libgl1 is missing" in line for line in checks.left_out("libgl1 is missing", has_gui=True))
    assert len(checks.left_out("no", has_gui=False)) == 2
