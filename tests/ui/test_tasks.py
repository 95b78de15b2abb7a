"""Work away from the window: where it runs, how it reports, how it stops, where its errors go."""

import gc
import threading
import weakref
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from wallet.errors import Reason, VaultError, WalletError
from wallet.ui.cycles import CycleSearch
from wallet.ui.tasks import Callbacks, Job, Tasks


@pytest.fixture
def tasks(qapp: QObject) -> Iterator[Tasks]:
    del qapp
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def owner(qapp: QObject) -> QObject:
    del qapp
    return QObject()


def idle(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: not tasks.busy, timeout=10_000)


def test_the_result_arrives_on_the_windows_thread(tasks: Tasks, owner: QObject, qtbot: QtBot) -> None:
    seen: list[tuple[int, object]] = []
    work_thread: list[int] = []

    def work(job: Job) -> str:
        del job
        work_thread.append(threading.get_ident())
        return "done"

    tasks.run(work, owner, Callbacks(done=lambda value: seen.append((threading.get_ident(), value))))
    idle(qtbot, tasks)
    assert seen == [(threading.get_ident(), "done")]
    assert work_thread[0] != threading.get_ident()


def test_work_on_the_vault_keeps_to_one_thread_and_its_order(
    tasks: Tasks, owner: QObject, qtbot: QtBot
) -> None:
    ran: list[tuple[int, int]] = []

    def work(number: int, job: Job) -> None:
        del job
        ran.append((number, threading.get_ident()))

    for number in range(20):
        tasks.run_on_vault(partial(work, number), owner)
    idle(qtbot, tasks)
    assert [number for number, _ in ran] == list(range(20))
    assert len({thread for _, thread in ran}) == 1


def test_items_and_progress_arrive_in_order(tasks: Tasks, owner: QObject, qtbot: QtBot) -> None:
    heard: list[object] = []

    def work(job: Job) -> None:
        for number in range(3):
            job.progress(number, 3, "file")
            job.item(number)

    callbacks = Callbacks(item=heard.append, progress=lambda *told: heard.append(told))
    tasks.run(work, owner, callbacks)
    idle(qtbot, tasks)
    assert heard == [(0, 3, "file"), 0, (1, 3, "file"), 1, (2, 3, "file"), 2]


def test_stop_ends_the_work_and_keeps_what_was_found(tasks: Tasks, owner: QObject, qtbot: QtBot) -> None:
    first, go_on = threading.Event(), threading.Event()
    found: list[object] = []
    results: list[object] = []

    def work(job: Job) -> str:
        for number in range(1000):
            if job.stopped:
                return "stopped"
            job.item(number)
            first.set()
            go_on.wait(10)
        return "all"

    task = tasks.run(work, owner, Callbacks(item=found.append, done=results.append))
    assert first.wait(10)
    task.stop()
    go_on.set()
    idle(qtbot, tasks)
    assert results == ["stopped"]
    assert found == [0]


def test_an_error_without_a_listener_goes_to_the_one_place(
    tasks: Tasks, owner: QObject, qtbot: QtBot
) -> None:
    errors: list[WalletError] = []
    tasks.failed.connect(errors.append)

    def work(job: Job) -> None:
        del job
        raise VaultError(Reason.DISK_FULL)

    tasks.run(work, owner)
    idle(qtbot, tasks)
    assert [error.reason for error in errors] == [Reason.DISK_FULL]


def test_an_error_with_a_listener_goes_there_alone(tasks: Tasks, owner: QObject, qtbot: QtBot) -> None:
    everywhere: list[WalletError] = []
    here: list[WalletError] = []
    tasks.failed.connect(everywhere.append)

    def work(job: Job) -> None:
        del job
        raise VaultError(Reason.WRONG_PASSPHRASE)

    tasks.run(work, owner, Callbacks(error=here.append))
    idle(qtbot, tasks)
    assert [error.reason for error in here] == [Reason.WRONG_PASSPHRASE]
    assert everywhere == []


def test_our_own_mistake_is_told_without_values(
    tasks: Tasks, owner: QObject, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    errors: list[WalletError] = []
    tasks.failed.connect(errors.append)

    def work(job: Job) -> None:
        del job
        raise ValueError("grade: 12, name: Dana")

    tasks.run(work, owner)
    idle(qtbot, tasks)
    assert errors[0].reason is Reason.INTERNAL_ERROR
    assert errors[0].detail.startswith("ValueError at ")
    assert "Dana" not in errors[0].detail + caplog.text


def test_nothing_is_told_to_an_owner_that_is_gone(tasks: Tasks, qtbot: QtBot) -> None:
    from shiboken6 import Shiboken  # noqa: PLC0415

    told: list[object] = []
    gate = threading.Event()
    owner = QObject()
    tasks.run(lambda _job: gate.wait(10), owner, Callbacks(done=told.append))
    Shiboken.delete(owner)
    gate.set()
    idle(qtbot, tasks)
    assert told == []


def test_dropped_work_is_never_heard_of(tasks: Tasks, owner: QObject, qtbot: QtBot) -> None:
    told: list[object] = []
    tasks.failed.connect(told.append)
    gate = threading.Event()

    def work(job: Job) -> None:
        del job
        gate.wait(10)
        raise VaultError(Reason.DISK_FULL)

    tasks.run(work, owner, Callbacks(done=told.append))
    tasks.drop_all()
    gate.set()
    idle(qtbot, tasks)
    assert told == []


def test_finished_work_is_let_go(tasks: Tasks, owner: QObject, qtbot: QtBot) -> None:
    class Result:
        pass

    references: list[weakref.ref[Result]] = []

    def work(job: Job) -> Result:
        del job
        made = Result()
        references.append(weakref.ref(made))
        return made

    tasks.run(work, owner, Callbacks())
    idle(qtbot, tasks)
    qtbot.waitUntil(lambda: references[0]() is None, timeout=5000)


def test_close_waits_for_the_threads(tasks: Tasks, owner: QObject) -> None:
    ended: list[bool] = []

    def work(job: Job) -> None:
        while not job.stopped:
            threading.Event().wait(0.005)
        ended.append(True)

    tasks.run(work, owner)
    tasks.run_on_vault(work, owner)
    tasks.close()
    assert ended == [True, True]


class Told:
    """Says on which thread it was let go."""

    def __init__(self, gone: list[int]) -> None:
        self._gone = gone

    def __del__(self) -> None:
        self._gone.append(threading.get_ident())


def test_what_the_work_held_and_made_is_let_go_on_the_windows_thread(
    tasks: Tasks, owner: QObject, qtbot: QtBot
) -> None:
    rounds, gone = 200, list[int]()

    def work(held: Told, job: Job) -> Told:
        del held, job
        return Told(gone)

    for _ in range(rounds):
        tasks.run(partial(work, Told(gone)), owner)
    qtbot.waitUntil(lambda: len(gone) == 2 * rounds, timeout=10_000)
    assert set(gone) == {threading.get_ident()}


def test_cycles_are_let_go_on_the_windows_thread(tasks: Tasks, owner: QObject, qtbot: QtBot) -> None:
    gone = list[int]()
    cycle: list[object] = [Told(gone)]
    cycle.append(cycle)
    reference = weakref.ref(cycle[0])
    del cycle

    def work(job: Job) -> int:
        del job
        made = 0
        for _ in range(50 * gc.get_threshold()[0]):
            one: list[object] = []
            one.append(one)  # so many cycles that Python would look for them here
            made += 1
        return made

    assert reference() is not None
    tasks.run(work, owner)
    idle(qtbot, tasks)
    qtbot.waitUntil(lambda: reference() is None, timeout=10_000)
    assert gone == [threading.get_ident()]


@pytest.mark.parametrize(("thousandths", "is_found"), [(1100, True), (20, False)])
def test_what_has_grown_old_is_found_after_many_new_objects(
    qapp: QObject, thousandths: int, is_found: bool
) -> None:
    """In thousandths of the number after which Python itself would look among the oldest."""
    del qapp
    gone = list[int]()
    cycle: list[object] = [Told(gone)]
    cycle.append(cycle)
    reference = weakref.ref(cycle[0])
    gc.collect()  # nobody is older now
    del cycle
    first, second, third = gc.get_threshold()
    number = first * (second or 10) * (third or 10) * thousandths // 1000
    new = [list[int]() for _ in range(number)]
    CycleSearch().look()
    assert (reference() is None) is is_found
    assert new
    gc.collect()
