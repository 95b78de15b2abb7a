"""Handing over to the program that follows, in real processes."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.shared_data import PROJECT
from wallet.app.settings import Settings
from wallet.ui import application
from wallet.ui.fresh_start import OPTION, Resumed, handed_over, own_command
from wallet.ui.traceless_dialogs import TracelessDialogs

RESUMED = Resumed(Path("/stick/dana é.lerwallet"), "idle", "dark", 125, "es", b"\x01\xd9")
_PROGRAM = """
import os, sys
from pathlib import Path
from wallet.ui.fresh_start import Resumed, begin_anew, handed_over
found = handed_over(sys.argv)
if found is None or found.why == "idle":
    print("pid", os.getpid(), flush=True)
    begin_anew(Resumed(Path("/stick/dana é.lerwallet"), "stick" if found else "idle", "dark", 125, "es", b"\\x01\\xd9"))
print("pid", os.getpid())
print(ascii(found), len(sys.argv), sorted(os.listdir("/proc/self/fd")) if os.path.exists("/proc/self/fd") else "")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="only where a process can be replaced")
def test_a_program_replaces_itself_twice_and_hands_over(tmp_path: Path) -> None:
    script = tmp_path / "program.py"
    script.write_text(_PROGRAM, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": str(PROJECT), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    first, second, third, last = done.stdout.splitlines()
    assert first == second == third
    assert "dana \\xe9.lerwallet" in last
    assert "why='stick', theme='dark', text_size=125, language='es', geometry=b'\\x01\\xd9'" in last
    assert ") 2 [" in last
    descriptors = last.rpartition("[")[2].count("'") // 2
    assert descriptors <= 4  # the three streams and the folder being listed: no pipe is left open


def test_the_command_is_the_one_this_program_was_started_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "orig_argv", ["python", "-m", "wallet", f"{OPTION}7", "--shared"])
    assert own_command() == [sys.executable, "-m", "wallet", "--shared"]


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"vault": 1}', "\x00"])
def test_what_makes_no_sense_is_an_ordinary_start(text: str) -> None:
    reader, writer = os.pipe()
    os.write(writer, text.encode())
    os.close(writer)
    assert handed_over([f"{OPTION}{reader}"]) is None


@pytest.mark.parametrize("word", ["", f"{OPTION}", f"{OPTION}x", f"{OPTION}99999", "--other"])
def test_no_descriptor_is_an_ordinary_start(word: str) -> None:
    assert handed_over(["ler-wallet", word]) is None


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["--shared"], True),
        (["--shared", f"{OPTION}7"], True),
        (["--shared", "list"], False),
        (["--help"], False),
    ],
)
def test_what_says_how_opens_the_window_and_what_says_what_does_not(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], window: bool
) -> None:
    from wallet import __main__ as program  # noqa: PLC0415
    from wallet.cli import main as command_line  # noqa: PLC0415

    opened: list[str] = []

    def begins(what: str) -> int:
        opened.append(what)
        return 0

    monkeypatch.setattr(sys, "argv", ["ler-wallet", *arguments])
    monkeypatch.setattr(program, "_end", lambda code: code)  # which ends the process of a command
    monkeypatch.setattr(program, "_open_window", lambda: begins("window"))
    monkeypatch.setattr(command_line, "main", lambda: begins("commands"))
    assert program.main() == 0
    assert opened == ["window" if window else "commands"]


def test_the_settings_of_this_computer_are_not_read_on_a_shared_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(application, "load_settings", lambda: pytest.fail("read"))
    monkeypatch.setattr(application, "sticks", lambda: [tmp_path])
    given = application._shared_surroundings()
    assert given.shared
    assert given.settings == Settings()
    assert given.folder == tmp_path
    given.remember(replace(Settings(), last_vault=tmp_path))
    assert isinstance(given.dialogs, TracelessDialogs)


def test_the_look_goes_over_to_the_next_program() -> None:
    looked = application._look_of(RESUMED, Settings())
    assert (looked.theme, looked.text_size) == ("dark", 125)
    assert application._look_of(Resumed(), Settings(theme="light")) == Settings(theme="light")
