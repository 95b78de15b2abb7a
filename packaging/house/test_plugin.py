"""What `run.py test` adds to pytest: gui tests skip where Qt does not start, and every skip and every count is listed.

With `CI=true` a skip nobody expects fails the run: a test that never runs anywhere proves nothing.
"""

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from house.checks import WITHOUT_QT
from house.places import ROOT

NO_QT = "Qt does not start here"
SHARED_MISSING = "shared test data not found"
# A test for another system, place or kind of user says so in these words, and runs where it belongs.
BELONGS_ELSEWHERE = ("only on ", "only where ", "only root ", "only an ordinary user ")
# What takes longest in one piece begins first, the many short files come last: the end waits for nobody.
LONGEST = (
    "tests/ui/test_screens.py",
    "tests/ui/test_leaks.py",
    "tests/ui/test_accessible.py",
    "tests/ui/test_overview.py",
    "tests/ui/test_share.py",
    "tests/cli/test_keys.py",
    "tests/verification/test_mutations.py",
    "tests/verification/test_limits.py",
    "tests/verify_page/test_left_out.py",
    "tests/verify_page/test_every_way.py",
    "tests/resources/test_contexts.py",
    "tests/ui/",
    "tests/verify_page/",
    "tests/journeys/",
    "tests/cli/",
)
UNEXPECTED = "   <- not expected; fails the run where CI=true"


def expected(reason: str, *, shared_is_here: bool) -> bool:
    """Whether a full run on one machine may skip for this reason."""
    return reason.startswith(BELONGS_ELSEWHERE) or (reason.startswith(SHARED_MISSING) and not shared_is_here)


def unexpected_reasons(reasons: Counter[str], *, shared_is_here: bool) -> list[str]:
    """Those reasons that a full run must not have."""
    return [reason for reason in reasons if not expected(reason, shared_is_here=shared_is_here)]


def reason_of(report: pytest.TestReport | pytest.CollectReport) -> str:
    """The words a skip was given, without pytest's own prefix."""
    where = report.longrepr
    text = str(where[2]) if isinstance(where, tuple) else str(where)
    reason = text.removeprefix("Skipped: ").strip()
    return (
        SHARED_MISSING if reason.startswith(SHARED_MISSING) else reason
    )  # which file, pytest's own list says


def _shared_is_here() -> bool:
    return Path(os.environ.get("LER_WALLET_SHARED") or ROOT.parent / "shared").is_dir()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Without pytest-qt its settings in pyproject.toml would be unknown, which `--strict-config` refuses."""
    if os.environ.get(WITHOUT_QT):
        parser.addini("qt_api", "read by pytest-qt, which is off in this run")
        parser.addini("qt_log_level_fail", "read by pytest-qt, which is off in this run")


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """The window's own tests import Qt at the top; where it does not start they are left out as a whole."""
    if os.environ.get(WITHOUT_QT) and collection_path == ROOT / "tests" / "ui":
        return True
    return None


def turn(nodeid: str) -> int:
    """When a test's file has its turn: the earlier, the longer it takes."""
    return next((place for place, name in enumerate(LONGEST) if nodeid.startswith(name)), len(LONGEST))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest comes first. Tests elsewhere that need Qt carry the mark `gui`."""
    items.sort(key=lambda item: turn(item.nodeid))
    if not os.environ.get(WITHOUT_QT):
        return
    for item in items:
        if item.get_closest_marker("gui") is not None:
            item.add_marker(pytest.mark.skip(reason=NO_QT))


def _skips(reporter: pytest.TerminalReporter) -> Counter[str]:
    reasons = Counter(reason_of(report) for report in reporter.stats.get("skipped", []))
    if os.environ.get(WITHOUT_QT):
        reasons[NO_QT] += sum(1 for _ in (ROOT / "tests" / "ui").rglob("test_*.py"))
    return +reasons


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI, unexpected skips make a green run red."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") != "true" or reporter is None or session.exitstatus != pytest.ExitCode.OK:
        return
    if unexpected_reasons(_skips(reporter), shared_is_here=_shared_is_here()):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def counted(reports: Sequence[pytest.TestReport]) -> list[str]:
    """What tests that run a share here and their full length elsewhere printed: how many rounds, and what came out."""
    return [
        line
        for report in reports
        if "long" in report.keywords
        for name, text in report.sections
        if name.startswith("Captured stdout")
        for line in text.splitlines()
        if line.strip()
    ]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Lists what the long runs counted, then what was skipped and why, grouped, before the closing line."""
    stats = terminalreporter.stats
    # Under "" are the beginnings and ends of tests, where sums over several tests are printed.
    lines = counted(
        [one for kind in ("passed", "") for one in stats.get(kind, ()) if hasattr(one, "keywords")]
    )
    if lines:
        terminalreporter.section("what the long runs counted")
        for line in dict.fromkeys(lines):
            terminalreporter.line(line)
    reasons = _skips(terminalreporter)
    if not reasons:
        return
    unexpected = unexpected_reasons(reasons, shared_is_here=_shared_is_here())
    terminalreporter.section("skipped, and why")
    for reason, count in reasons.most_common():
        note = UNEXPECTED if reason in unexpected else ""
        terminalreporter.line(f"{count:5} x {reason}{note}")
