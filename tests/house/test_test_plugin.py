"""The rules about skipping, tried on small test files in a fresh pytest."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from house.start import LONG_RUNS
from house.test_plugin import LONGEST, expected, turn, unexpected_reasons
from tests.shared_data import PROJECT

CONFIGURATION = (
    "[pytest]\naddopts = --strict-markers --strict-config\nmarkers =\n gui: needs Qt\n long: counts\n"
)
SETTINGS_OF_PYTEST_QT = "qt_api = pyside6\nqt_log_level_fail = WARNING\n"


def run_pytest(
    folder: Path, code: str, settings: str = "", options: Sequence[str] = (), **environment: str
) -> subprocess.CompletedProcess[str]:
    """Pytest with our plugin and without pytest-qt on one file."""
    (folder / "pytest.ini").write_text(CONFIGURATION + settings)
    (folder / "test_it.py").write_text(code)
    kept = {
        key: value
        for key, value in os.environ.items()
        if key not in {"CI", "LER_WALLET_WITHOUT_QT", "PYTEST_ADDOPTS"}
    }
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "house.test_plugin",
            "-p",
            "no:pytest-qt",
            "-p",
            "no:cacheprovider",
            *options,
        ],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(PROJECT / "packaging"), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_gui_tests_skip_without_qt_and_the_settings_of_pytest_qt_do_no_harm(tmp_path: Path) -> None:
    code = "import pytest\n@pytest.mark.gui\ndef test_a(): raise AssertionError\ndef test_b(): pass\n"
    done = run_pytest(tmp_path, code, SETTINGS_OF_PYTEST_QT, LER_WALLET_WITHOUT_QT="no libgl1")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Qt does not start here" in done.stdout
    assert "1 passed, 1 skipped" in done.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    ("reason", "ci", "code"),
    [
        ("felt like it", "true", 1),
        ("felt like it", "", 0),
        ("only on Windows", "true", 0),
    ],
)
def test_a_skip_nobody_expects_fails_only_the_full_run(
    tmp_path: Path, reason: str, ci: str, code: int
) -> None:
    text = f"import pytest\ndef test_a(): pytest.skip({reason!r})\ndef test_b(): pass\n"
    done = run_pytest(tmp_path, text, CI=ci)
    assert done.returncode == code, done.stdout + done.stderr
    assert f"1 x {reason}" in done.stdout


def test_shared_data_may_be_missing_only_as_a_whole() -> None:
    reasons = Counter({"shared test data not found: vectors": 3, "only on Windows": 1})
    assert unexpected_reasons(reasons, shared_is_here=False) == []
    assert unexpected_reasons(reasons, shared_is_here=True) == ["shared test data not found: vectors"]
    assert not expected("Qt does not start here", shared_is_here=True)


def test_what_long_runs_count_is_printed_and_what_others_say_is_not(tmp_path: Path) -> None:
    code = (
        "import pytest\n"
        "@pytest.fixture(scope='module')\n"
        "def total():\n    yield\n    print('1000 in all')\n"
        "def test_a(): print('chatter')\n"
        "@pytest.mark.long\ndef test_b(total): print('200 kills, 0 lost')\n"
    )
    done = run_pytest(tmp_path, code)
    assert done.returncode == 0, done.stdout + done.stderr
    after = done.stdout.partition("what the long runs counted")[2]
    assert "200 kills, 0 lost" in after
    assert "1000 in all" in after
    assert "chatter" not in done.stdout


def test_the_long_runs_say_what_they_count_at_once_and_list_it_at_the_end(tmp_path: Path) -> None:
    code = (
        "import pytest\n"
        "def test_a(): raise AssertionError\n"
        "@pytest.mark.long\ndef test_b(): print('200 kills, 0 lost')\n"
    )
    done = run_pytest(tmp_path, code, options=LONG_RUNS)
    assert done.returncode == 0, "what is not long is not run"
    before, _, after = done.stdout.partition("what the long runs counted")
    assert "200 kills, 0 lost" in before
    assert "200 kills, 0 lost" in after


def test_what_takes_longest_begins_first_and_is_there() -> None:
    assert [name for name in LONGEST if not (PROJECT / name).exists()] == []
    files = ("tests/app/test_a.py::b", "tests/ui/test_a.py::b", f"{LONGEST[0]}::b", "tests/cli/test_a.py::b")
    assert sorted(files, key=turn) == [files[2], files[1], files[3], files[0]]
