"""One window over one file of many made-up credentials, measured: the part of `window_figures` that knows Qt.

    python tests/ui/measured_window.py make FILE COUNT
    python tests/ui/measured_window.py measure FILE COUNT
    python tests/ui/measured_window.py make-skills FILE COUNT
    python tests/ui/measured_window.py skills FILE COUNT

Each measure is a line of JSON: its name, and pairs of seconds on the clock and seconds of the processor.
"""

import contextlib
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject  # noqa: E402
from PySide6.QtWidgets import QAbstractItemView  # noqa: E402

from tests.benchmarks.vault_figures import AT, fill  # noqa: E402
from tests.quick_keys import with_quick_keys  # noqa: E402
from tests.ui.driver import PASSPHRASE, Driver  # noqa: E402
from tests.vault.builders import new_credential  # noqa: E402
from wallet.app.container import make_services  # noqa: E402
from wallet.app.settings import Settings  # noqa: E402
from wallet.app.unlock import create_vault  # noqa: E402
from wallet.credentials.kinds import Kind  # noqa: E402
from wallet.credentials.skills import Framework, NamedSkill  # noqa: E402
from wallet.ui.application import make_application  # noqa: E402
from wallet.ui.cycles import CycleSearch  # noqa: E402
from wallet.ui.late_desk import LateDesk  # noqa: E402
from wallet.ui.places import OVERVIEW, SKILLS  # noqa: E402
from wallet.vault.facts import Facts  # noqa: E402
from wallet.vault.key_derivation import derive_key, read_salt  # noqa: E402

_STEP = 90
_FRAMES = 300
_EACH = 4
_WORDS = ("welding", "budget", "python safety", "nursing", "design w")

Pair = tuple[float, float]
"""Seconds on the clock, seconds of the processor."""


def make(path: Path, count: int) -> None:
    """A file of this many made-up credentials, put there in one transaction."""
    services = with_quick_keys(make_services(AT))
    with create_vault(path, bytearray(PASSPHRASE.encode()), services) as vault, vault.database.transaction():
        vault.database.transaction = _within  # type: ignore[method-assign]
        fill(vault, 0, count)
        del vault.database.transaction


def make_skills(path: Path, count: int) -> None:
    """A file whose credentials name this many skills, four each, no two alike."""
    services = with_quick_keys(make_services(AT))
    with create_vault(path, bytearray(PASSPHRASE.encode()), services) as vault, vault.database.transaction():
        vault.database.transaction = _within  # type: ignore[method-assign]
        for number in range(count // _EACH):
            named = [
                NamedSkill(
                    f"{word} {number}", Framework.OTHER, f"List {number % 9}", "", f"x:{number}/{word}"
                )
                for word in _WORDS[:_EACH]
            ]
            facts = Facts(Kind.BADGE, AT.year, "2026-05-01", named)
            vault.credentials.add(replace(new_credential(number, size=200), facts=facts))
        del vault.database.transaction


def _within(size: int = 0, *, counted: bool = True) -> contextlib.AbstractContextManager[None]:
    """Not one more transaction: all of it is one."""
    del size, counted
    return contextlib.nullcontext()


class FirstPage(QObject):
    """Stands before the grid: paints it when there are cards in it, then looks at both clocks."""

    def __init__(self, driver: Driver) -> None:
        super().__init__()
        self.painted: Pair | None = None
        self._driver = driver
        driver.window.stack.currentChanged.connect(self._entered)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Qt: what comes to the grid."""
        if event.type() != QEvent.Type.Paint or not self._driver.shell.credentials.model.rowCount():
            return False
        watched.removeEventFilter(self)
        QCoreApplication.sendEvent(watched, event)
        self.painted = _now()
        return True

    def _entered(self, _index: int) -> None:
        self._driver.window.stack.currentChanged.disconnect(self._entered)
        self._driver.shell.credentials.grid.viewport().installEventFilter(self)


def measure_skills(path: Path, count: int) -> None:
    """Goes to the skills, goes through them, searches."""
    application = make_application(["bench"])
    CycleSearch(application).start()
    driver = Driver(application, path.parent, Settings(theme="light", last_vault=path))
    driver.unlock()
    page = driver.shell.skills
    driver.settle()

    def go() -> None:
        driver.window.menus.actions[SKILLS].trigger()
        _until(lambda: bool(page.model.rowCount()))
        page.list.viewport().repaint()

    _tell("skills", [_timed(go)])
    assert len(page.model.skills) == count
    driver.settle()
    _tell("skill frames", _walk_through(page.list))

    def stroke(words: str) -> Pair:
        def type_and_see() -> None:
            page.search.setText(words)
            QCoreApplication.processEvents()
            page.list.viewport().repaint()

        return _timed(type_and_see)

    _tell("skill search", [stroke(word[:end]) for word in _WORDS for end in range(1, len(word) + 1)])
    driver.close()


def measure(path: Path, count: int) -> None:
    """Unlocks, scrolls, searches, filters, looks at the overview."""
    application = make_application(["bench"])
    CycleSearch(application).start()
    derivation = _derivation(path)
    driver = Driver(application, path.parent, Settings(theme="light", last_vault=path))
    assert isinstance(driver.parts.desk, LateDesk)
    driver.parts.desk.warm_up()
    driver.settle(200)
    clock, busy = _unlock(driver)
    _tell("unlock", [(clock - derivation[0], busy - derivation[1])])
    driver.settle()
    assert driver.shell.credentials.model.rowCount() == count
    _tell("frames", _walk_through(driver.shell.credentials.grid))
    driver.settle()
    _tell("memory", [(_resident(), 0.0)])
    _tell("search", [_stroke(driver, word[:end]) for word in _WORDS for end in range(1, len(word) + 1)])
    _stroke(driver, "")
    _tell("filter", _filters(driver))
    _tell("overview", [_overview(driver)])
    _tell("timeline", _walk_through(driver.shell.overview.timeline))
    driver.close()


def _unlock(driver: Driver) -> Pair:
    first = FirstPage(driver)
    driver.window.unlock_page.field.line.setText(PASSPHRASE)
    pressed = _now()
    driver.window.unlock_page.button.click()
    _until(lambda: first.painted is not None)
    assert first.painted is not None
    return first.painted[0] - pressed[0], first.painted[1] - pressed[1]


def _overview(driver: Driver) -> Pair:
    page = driver.shell.overview

    def go_and_see() -> None:
        driver.shell.sidebar.place(OVERVIEW).click()
        _until(lambda: page.model.rowCount() > 0)
        page.timeline.viewport().repaint()

    return _timed(go_and_see)


def _walk_through(grid: QAbstractItemView) -> Sequence[Pair]:
    bar, viewport = grid.verticalScrollBar(), grid.viewport()

    def frame(at: int) -> Pair:
        def paint() -> None:
            bar.setValue(at)
            viewport.repaint()
            QCoreApplication.processEvents()

        return _timed(paint, time.thread_time)

    top = max(1, bar.maximum())
    slowly = [frame(number * _STEP % top) for number in range(_FRAMES)]
    return [*slowly, *(frame(number * top // _FRAMES) for number in range(_FRAMES))]


def _stroke(driver: Driver, words: str) -> Pair:
    page = driver.shell.credentials
    came: list[object] = []
    heard = page.finder.found.connect(came.append)

    def type_and_see() -> None:
        page.search.setText(words)
        _until(lambda: bool(came))
        page.grid.viewport().repaint()

    took = _timed(type_and_see)
    page.finder.found.disconnect(heard)
    driver.settle(1)
    return took


def _filters(driver: Driver) -> Sequence[Pair]:
    """One filter after the other, alone and together: kinds, years, skills, statuses."""
    narrowing = driver.shell.credentials.narrowing
    narrowing.button.click()
    driver.settle()
    fields = narrowing.fields.items()
    rows = [(sort, row) for row in range(1, 9) for sort, field in fields if row < field.count()]
    return [_narrow(driver, sort, row) for sort, row in rows] + [
        _narrow(driver, sort, 0) for sort, _ in fields
    ]


def _narrow(driver: Driver, sort: str, row: int) -> Pair:
    page = driver.shell.credentials
    came: list[object] = []
    heard = page.finder.found.connect(came.append)

    def choose_and_see() -> None:
        page.narrowing.fields[sort].setCurrentIndex(row)
        page.narrowing.fields[sort].activated.emit(row)
        _until(lambda: bool(came))
        page.grid.viewport().repaint()

    took = _timed(choose_and_see)
    page.finder.found.disconnect(heard)
    driver.settle(1)
    return took


def _derivation(path: Path) -> Pair:
    """The best of a few: what is taken off may not be too much."""
    salt = read_salt(path)
    took = [_timed(lambda: derive_key(bytearray(PASSPHRASE.encode()), salt)) for _ in range(5)]
    return min(clock for clock, _ in took), min(busy for _, busy in took)


def _until(ready: Callable[[], bool]) -> None:
    while not ready():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _timed(work: Callable[[], object], processor: Callable[[], float] = time.process_time) -> Pair:
    began, busy = time.perf_counter(), processor()
    work()
    return time.perf_counter() - began, processor() - busy


def _now() -> Pair:
    return time.perf_counter(), time.process_time()


def _resident() -> float:
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def _tell(name: str, pairs: Sequence[Pair]) -> None:
    print(json.dumps({name: pairs}), flush=True)


if __name__ == "__main__":
    acts = {"make": make, "measure": measure, "make-skills": make_skills, "skills": measure_skills}
    acts[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
