"""What happens at the edge: our own bugs, interruptions, readers that go away, and what is never shown."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import Program
from tests.sample_files import EVALUATED_AT, good
from wallet.app.container import Services
from wallet.cli import console, reasons, verify
from wallet.cli import main as edge
from wallet.cli.services import services_of
from wallet.errors import AppError, Reason

SECRET = "Dana Rivera, grade F"
AT = ("--at", EVALUATED_AT)
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="only on POSIX systems")


def _fail(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def run(**_: object) -> int:
        secret = SECRET
        raise error if secret else KeyError

    monkeypatch.setattr(reasons, "run", run)


def test_a_bug_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    _fail(monkeypatch, KeyError(SECRET))
    assert edge.main(["reasons", "--json"]) == 1
    shown = capsys.readouterr()
    assert '"internal_error"' in shown.out
    assert "[internal_error]" in shown.err
    assert SECRET not in shown.out + shown.err
    assert "Traceback" not in shown.err


def test_debug_shows_where_and_nobodys_data(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wrapped = AppError(Reason.STORAGE_FAILED, "a technical note")
    wrapped.__cause__ = ValueError(SECRET)
    _fail(monkeypatch, wrapped)
    assert edge.main(["reasons", "--debug"]) == 1
    shown = capsys.readouterr().err
    assert "test_edge.py" in shown
    assert "ValueError" in shown
    assert "a technical note" in shown
    assert SECRET not in shown


def test_without_debug_nothing_technical_is_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _fail(monkeypatch, AppError(Reason.STORAGE_FAILED, "a technical note"))
    edge.main(["reasons"])
    assert "technical" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KeyboardInterrupt(), 130),
        (AppError(Reason.WRONG_PASSPHRASE), 4),
        (AppError(Reason.VAULT_NEWER), 5),
        (AppError(Reason.VAULT_IN_USE), 5),
        (AppError(Reason.DISK_FULL), 1),
        (AppError(Reason.DOCUMENTS_INDEX_INVALID), 2),
        (MemoryError(), 1),
        (RecursionError(), 1),
    ],
)
def test_every_error_has_its_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: BaseException, code: int
) -> None:
    _fail(monkeypatch, error)
    assert edge.main(["reasons"]) == code
    assert capsys.readouterr().err.count("\n") >= 1


@posix_only
def test_an_interrupt_is_130_and_quiet(program: Program) -> None:
    badge = good("small-sewing.json")
    with program.start("verify", badge, "-", "--json", *AT, stdin=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline(), "the first input is done; now it waits for standard input"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == b""
    assert b"Traceback" not in err
    assert b"[interrupted]" in err


def test_a_refusal_is_never_mixed_with_results(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(**_: object) -> int:
        console.result_object({"result": "added"})
        raise AppError(Reason.DISK_FULL)

    monkeypatch.setattr(reasons, "run", run)
    assert edge.main(["reasons", "--json"]) == 1
    shown = capsys.readouterr()
    assert shown.out == '{"result":"added"}\n'
    assert "[disk_full]" in shown.err


@posix_only
@pytest.mark.parametrize("arguments", [("reasons",), ("verify", good("small-sewing.json"), *AT)])
def test_a_reader_that_goes_away_is_no_error_message(program: Program, arguments: tuple[str, ...]) -> None:
    with program.start(*arguments) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        err = process.stderr.read()
        process.wait(timeout=60)
    assert process.returncode == 1
    assert err == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only on systems with /dev/full")
def test_an_output_that_takes_nothing_is_a_foreseen_refusal(program: Program) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "wallet", "reasons"],
            cwd=program.folder,
            env=program.environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert b"[output_not_writable]" in done.stderr
    assert b"Exception" not in done.stderr


def test_nothing_of_a_hostile_name_reaches_the_terminal(program: Program, vault: Path) -> None:
    hostile = program.folder / "a\x1b[2Jb\u202egnp.exe"
    hostile.write_bytes(good("small-sewing.json").read_bytes())
    for arguments in (("verify", hostile.name), ("import", "--vault", vault, hostile.name)):
        done = program.run(*arguments, *AT)
        assert done.code == 0
        assert "\x1b" not in done.out
        assert "\u202e" not in done.out
        assert "a\\x1b[2Jb\\u202egnp.exe" in done.out
    assert program.run("verify", hostile.name, "--json", *AT).object["input"] == hostile.name


@posix_only
def test_a_name_that_is_no_text_is_handled(program: Program) -> None:
    name = b"caf\xe9.json"
    (program.folder / name.decode("utf-8", "surrogateescape")).write_bytes(
        good("small-sewing.json").read_bytes()
    )
    with subprocess.Popen(
        [sys.executable, "-m", "wallet", "verify", name, "--json", *AT],
        cwd=program.folder,
        env=program.environment(),
        stdout=subprocess.PIPE,
    ) as process:
        out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert b"caf\\udce9.json" in out


def test_a_terminal_without_our_letters_is_no_error(program: Program) -> None:
    (program.folder / "b.json").write_bytes(good("small-sewing.json").read_bytes())
    environment = {**program.environment(), "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "wallet", "verify", "b.json", "日本.json"],
        cwd=program.folder,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout.isascii()
    assert b"Traceback" not in done.stderr


def test_one_verifier_for_all_inputs_reads_the_index_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made: list[object] = []

    def counted(at: str | None, documents: str | None) -> Services:
        made.append(documents)
        return services_of(at, documents)

    monkeypatch.setattr(verify, "services_of", counted)
    assert edge.main(["verify", str(good("small-sewing.json")), str(good("laser-cutting.png")), *AT]) == 0
    capsys.readouterr()
    assert len(made) == 1
