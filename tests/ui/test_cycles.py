"""Importing, looking, locking and unlocking again and again: the window does not end, and does not grow."""

import os
from pathlib import Path

import pytest

from tests.assurance import rounds
from tests.sample_files import good
from tests.ui.driver import Driver

pytestmark = pytest.mark.long

_WARM = 3
_MOST_GROWTH = 50.0
_NAMES = ("laser-cutting.png", "small-soldering.json", "tutoring-circle-lead.svg", "budgeting.json")


def resident() -> float:
    """Megabytes."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


@pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="only where the system tells of a program's memory"
)
def test_import_view_lock_unlock_does_not_grow(opened: Driver, capsys: pytest.CaptureFixture[str]) -> None:
    cycles = rounds(5, 500)
    before = 0.0
    for number in range(_WARM + cycles):
        if number == _WARM:
            before = resident()
        name = _NAMES[number % len(_NAMES)]
        sheet = opened.add(good(name))
        assert len(sheet.rows) == 1
        if sheet.save.isEnabled():
            sheet.save.click()
        else:
            sheet.leave()
        opened.settle()
        names = opened.names()
        assert names
        opened.choose(names[number % len(names)])
        opened.window.lock()
        opened.settle()
        assert opened.window.shell is None
        opened.unlock()
        assert len(opened.names()) == len(names)
    growth = resident() - before
    assert growth < _MOST_GROWTH
    with capsys.disabled():
        print(f"\nwindow cycles: {cycles} of import, view, lock and unlock, grown by {growth:.1f} MB")
