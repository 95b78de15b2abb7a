"""Helper processes: answers come from them, and one that dies, hangs or never starts is told apart from an answer."""

import os
import signal
import sys
from pathlib import Path

import pytest

from wallet.app.worker_pool import UnansweredError, UnusableWorkerError, WorkerPool

# Says what it is asked to say; dies, or sleeps, when that is what it is asked.
_SCRIPT = """
import os, pathlib, sys, time
sys.path[:] = sys.argv[1:]
from wallet.app.worker_pipe import serve

def greeted(greeting):
    def answer(request):
        word, _, rest = request.decode().partition(" ")
        if word == "die":
            os._exit(3)
        if word == "die-once" and not pathlib.Path(rest).exists():
            pathlib.Path(rest).touch()
            os._exit(3)
        if word == "hang":
            time.sleep(3600)
        if word == "environment":
            return " ".join(sorted(os.environ)).encode()
        print("this is no answer")
        return greeting + b" " + request
    return answer

serve(greeted)
"""


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "helper.py"
    path.write_text(_SCRIPT)
    return path


def _said(pool: WorkerPool, *requests: str) -> list[str]:
    """The answers in the order of the requests; what was not answered as the error says it."""
    answers = [pool.ask(request.encode()) for request in requests]
    said = []
    for answer in answers:
        try:
            said.append(pool.wait_for(answer).decode())
        except UnansweredError as error:
            said.append(f"unanswered: {error}")
    return said


def test_each_request_has_its_answer(script: Path) -> None:
    with WorkerPool(script, b"hello", 2) as pool:
        requests = [f"number {n}" for n in range(200)]
        assert _said(pool, *requests) == [f"hello {request}" for request in requests]
        assert len(pool.process_ids()) == 2


def test_a_helper_that_dies_over_a_request_takes_no_other_with_it(script: Path) -> None:
    with WorkerPool(script, b"x", 2) as pool:
        assert _said(pool, "a", "die", "b", "c") == ["x a", "unanswered: died", "x b", "x c"]


def test_a_helper_that_was_ended_from_outside_is_followed_by_another(script: Path, tmp_path: Path) -> None:
    with WorkerPool(script, b"x", 1) as pool:
        request = f"die-once {tmp_path / 'mark'}"
        assert _said(pool, request, "b") == [f"x {request}", "x b"]


def test_a_helper_that_hangs_is_ended(script: Path) -> None:
    with WorkerPool(script, b"x", 2, max_seconds=1.5) as pool:
        assert _said(pool, "a", "hang", "b", "c") == ["x a", "unanswered: took too long", "x b", "x c"]


def test_where_no_helper_can_work_that_is_said_at_once(tmp_path: Path) -> None:
    path = tmp_path / "helper.py"
    path.write_text("raise SystemExit(0)\n")
    with WorkerPool(path, b"x", 1) as pool:
        for _ in range(3):
            with pytest.raises(UnusableWorkerError):
                pool.wait_for(pool.ask(b"a"))
        assert pool.process_ids() == []


@pytest.mark.skipif(
    sys.platform == "win32", reason="only on systems that tell a process id that is not in use"
)
def test_leaving_ends_every_helper_whatever_it_does(script: Path) -> None:
    with WorkerPool(script, b"x", 2) as pool:
        assert _said(pool, "a", "b", "c", "d")
        pool.ask(b"hang")
        ids = pool.process_ids()
        assert ids
        for each in ids:
            os.kill(each, 0)
    for each in ids:
        with pytest.raises(ProcessLookupError):
            os.kill(each, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="only on systems with signals")
def test_an_interrupt_is_the_parents_business(script: Path) -> None:
    with WorkerPool(script, b"x", 1) as pool:
        assert _said(pool, "a") == ["x a"]
        (helper,) = pool.process_ids()
        os.kill(helper, signal.SIGINT)
        assert _said(pool, "b") == ["x b"]
        assert pool.process_ids() == [helper]


def test_a_helper_sees_no_passphrase(script: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LER_WALLET_PASSPHRASE", "secret")
    with WorkerPool(script, b"x", 1) as pool:
        (names,) = _said(pool, "environment")
    assert "LER_WALLET_PASSPHRASE" not in names.split()
