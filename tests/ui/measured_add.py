"""One window with a folder of many files in its add sheet, measured: the part of the figures that knows Qt.

    python tests/ui/measured_add.py COUNT [--save]

Makes COUNT files of a mixed folder, has them checked in the sheet, looks through the pages and, with --save, keeps what
is ticked. Each measure is a line of JSON. A stall is the time between two beats of a timer of the window, on the clock
and of the processor the window's own thread took in it; the clock of a machine that does other things says little.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "packaging")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, Qt, QTimer  # noqa: E402

from tests.mixed_downloads import fill  # noqa: E402
from tests.process_memory import megabytes_now  # noqa: E402
from tests.ui.driver import Driver, button, named  # noqa: E402
from wallet.ui.application import make_application  # noqa: E402
from wallet.ui.cycles import CycleSearch  # noqa: E402
from wallet.ui.models.findings import Kind  # noqa: E402
from wallet.ui.pages.add import AddPage  # noqa: E402
from wallet.ui.widgets.fields import ListField  # noqa: E402

_BEAT = 5
_EARLY = 100
"""Rows after which what one more row takes is measured: every widget that there will be is made by then."""


class Heart(QObject):
    """Beats while the window answers; `stall` is the longest time between two beats, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.stall = self.own = 0.0
        self._clock, self._busy = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(_BEAT)

    def _beat(self) -> None:
        clock, busy = time.perf_counter(), time.thread_time()
        self.stall, self.own = max(self.stall, clock - self._clock), max(self.own, busy - self._busy)
        self._clock, self._busy = clock, busy


def measure(folder: Path, count: int, *, saves: bool) -> None:
    """Everything, one line after the other."""
    expected = fill(folder / "downloads", count)
    application = make_application(["bench"])
    CycleSearch(application).start()
    driver = Driver(application, folder)
    driver.make_file()
    driver.settle()
    sheet = driver.shell.open_add()
    driver.settle()
    _check(driver, sheet, folder / "downloads", expected)
    _look_through(driver, sheet)
    if saves:
        _save(driver, sheet)
    driver.close()


def _check(driver: Driver, sheet: AddPage, downloads: Path, expected: Mapping[str, int]) -> None:
    before, early = megabytes_now(os.getpid()), [0.0]

    def watch(_found: object) -> None:
        if len(sheet.entries) == _EARLY:
            early[0] = megabytes_now(os.getpid())

    sheet.checks.found.connect(watch)
    heart, began = Heart(), time.perf_counter()
    sheet.add_files([str(downloads)])
    _wait(driver)
    took, after = time.perf_counter() - began, megabytes_now(os.getpid())
    findings = sheet.found.findings
    _tell("checked", rows=len(findings), ready=findings.count(Kind.READY), ticked=findings.ticked)
    _tell("expected", rows=sum(expected.values()), ready=expected["added"])
    _tell("memory", before=before, early=early[0], after=after, rows_later=len(findings) - _EARLY)
    _tell("checking", seconds=took, stall=heart.stall, own=heart.own)


def _look_through(driver: Driver, sheet: AddPage) -> None:
    """To the last page, and to what could not be read, as somebody would."""
    heart = Heart()
    pages = named(sheet, ListField, "Rows")
    for page in (1, pages.count() // 2, pages.count() - 1):
        pages.setCurrentIndex(page)
        _filled(driver, sheet)
    last = sheet.rows[-1].entry is sheet.entries[-1]
    show = named(sheet, ListField, "Show")
    show.setCurrentIndex(show.findText("Could not be read"))
    _filled(driver, sheet)
    alone = bool(sheet.rows) and all(line.entry.kind is Kind.UNREADABLE for line in sheet.rows)
    show.setCurrentIndex(0)
    _filled(driver, sheet)
    _tell("looked", last=last, alone=alone, stall=heart.stall, own=heart.own)


def _save(driver: Driver, sheet: AddPage) -> None:
    heart, began = Heart(), time.perf_counter()
    button(sheet, sheet.save.accessibleName()).click()
    _wait(driver)
    took, after = time.perf_counter() - began, megabytes_now(os.getpid())
    kept = driver.shell.credentials.model.rowCount()
    _tell("saved", kept=kept, seconds=took, after=after, stall=heart.stall, own=heart.own)


def _wait(driver: Driver) -> None:
    driver.settle()
    while driver.tools.tasks.busy:
        driver.settle()


def _filled(driver: Driver, sheet: AddPage) -> None:
    """All rows of the page are there."""
    driver.settle()
    while sheet.found.is_filling:
        driver.settle()


def _tell(name: str, **values: float) -> None:
    print(json.dumps({name: values}), flush=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        measure(Path(place), int(sys.argv[1]), saves="--save" in sys.argv)
