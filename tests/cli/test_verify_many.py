"""`verify` for many inputs: the same lines whatever the number of helpers, none lost, none left over, little memory."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests import issuing
from tests.assurance import rounds
from tests.process_memory import peak_megabytes
from tests.program import PATIENCE, Program
from tests.sample_files import EVALUATED_AT, INDEX, SAMPLES, good
from wallet.app.inputs import InputPlace, find_inputs
from wallet.cli import verify, verify_many
from wallet.cli.judge import Job, Judge, Judged
from wallet.errors import Reason

AT = ("--at", EVALUATED_AT)
MOST_MEGABYTES = 300
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="only on systems with signals")
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="only on Linux: reads /proc")

# A helper that dies over, or sleeps over, an input of that name; `verify_worker` otherwise.
_SCRIPT = """
import os, sys, time
sys.path[:] = sys.argv[1:]
from wallet.app.worker_pipe import serve
from wallet.cli import verify_worker

def greeted(greeting):
    answer = verify_worker.answer_to(greeting)
    def fragile(request):
        if request.endswith(b"die.json"):
            os._exit(9)
        if request.endswith(b"hang.json"):
            time.sleep(3600)
        return answer(request)
    return fragile

serve(greeted)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Every sample, and what else lies about in folders: none of it may go without its line."""
    made = tmp_path / "in box é"
    shutil.copytree(SAMPLES / "good", made / "good")
    shutil.copytree(SAMPLES / "broken", made / "broken")
    (made / "deeper" / "still").mkdir(parents=True)
    (made / "deeper" / "still" / "notes.txt").write_text("no credential")
    (made / "empty.json").touch()
    (made / "list.json").write_text("[1, 2")
    (made / "=formula(1).json").write_text("{}")
    (made / "a\u202eb.png").write_bytes(b"\x89PNG\r\n\x1a\nbroken")
    if sys.platform == "linux":
        Path(os.fsdecode(os.fsencode(made) + b"/no text \xff.json")).write_bytes(b"{}")
        os.mkfifo(made / "pipe")
    (made / "gone.json").symlink_to("nowhere")
    return made


def _run(
    folder: Path, capsys: pytest.CaptureFixture[str], workers: int, **options: object
) -> tuple[int, str]:
    """The exit code and standard output, the milliseconds left out."""
    arguments = {
        "inputs": [str(folder), str(folder / "missing")],
        "recipients": (),
        "trust": (),
        "csv_path": None,
        "documents": None,
        "at": EVALUATED_AT,
        "as_json": False,
        **options,
    }
    code = verify.run(**arguments, workers=workers)  # type: ignore[arg-type]
    return code, re.sub(r'"milliseconds":[0-9.]+', "", capsys.readouterr().out)


@pytest.mark.parametrize(
    "options",
    [
        {"as_json": True, "documents": str(INDEX)},
        {
            "as_json": True,
            "recipients": ["dana@example.org"],
            "trust": [str(SAMPLES / "trust" / "demo-issuers.json")],
        },
        {},
    ],
    ids=["json", "recipient and trust", "text"],
)
def test_the_lines_are_the_same_whatever_the_number_of_helpers(
    folder: Path, capsys: pytest.CaptureFixture[str], options: dict[str, object]
) -> None:
    code, alone = _run(folder, capsys, 0, **options)
    assert code == 1
    assert alone.count("\n") > len(list(find_inputs([str(folder)])))
    for workers in (1, 3):
        assert _run(folder, capsys, workers, **options) == (code, alone)


def test_the_spreadsheet_is_the_same_too(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tables = []
    for workers in (0, 2):
        path = tmp_path / f"{workers}.csv"
        _run(folder, capsys, workers, csv_path=str(path))
        tables.append(path.read_bytes())
    assert tables[0] == tables[1]
    assert tables[0].count(b"\r\n") > len(list(find_inputs([str(folder)])))


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """More files than one process would do alone."""
    made = tmp_path / "many"
    made.mkdir()
    text = good("small-sewing.json").read_bytes()
    for number in range(verify_many.MANY + 50):
        (made / f"{number:04}.json").write_bytes(text if number % 7 else b"[]")
    return made


def test_a_large_folder_gives_a_line_a_file_in_order(program: Program, many: Path) -> None:
    done = program.run("verify", many, "--json", *AT)
    assert done.code == 1
    assert done.err == ""
    assert [Path(item["input"]).name for item in done.objects] == sorted(path.name for path in many.iterdir())
    for number, item in enumerate(done.objects):
        assert item["verdict"] == ("check" if number % 7 else "unreadable")


@linux_only
def test_names_that_the_locale_cannot_write_are_the_same_with_helpers(program: Program, many: Path) -> None:
    (many / "é.json").write_text("{}")
    for variables in ({}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        alone = program.run("verify", many / "é.json", "--json", *AT, variables=variables).object
        helped = program.run("verify", many, "--json", *AT, variables=variables).objects[-1]
        assert (helped["input"], helped["verdict"]) == (alone["input"], "unreadable")
        assert alone["input"].endswith("é.json" if not variables else "\udcc3\udca9.json")


def _judged(job: Job, places: Sequence[InputPlace], script: Path) -> Iterator[Judged]:
    return verify_many.judge_all(job, Judge(job), iter(places), 2, script=script, max_seconds=4)


def test_an_input_whose_helper_dies_or_hangs_is_undecided_and_the_others_are_not(tmp_path: Path) -> None:
    script = tmp_path / "fragile.py"
    script.write_text(_SCRIPT)
    files = tmp_path / "files"
    files.mkdir()
    for name in ("a", "b.die", "c", "d.hang", "e", "f.die", "g"):
        shutil.copy(good("small-sewing.json"), files / f"{name}.json")
    places = list(find_inputs([str(files)]))
    job = Job(at=EVALUATED_AT, as_json=True, with_rows=True)
    found = [json.loads(result.text) for result in _judged(job, places, script)]
    assert [item["input"] for item in found] == [place.name for place in places]
    told = [(item["verdict"], item["reason"]) for item in found]
    good_one, lost = ("check", Reason.NO_TRUST_LIST), ("unchecked", Reason.CHECK_NOT_FINISHED)
    assert told == [good_one, lost, good_one, lost, good_one, lost, good_one]
    assert [result.code for result in _judged(job, places[:2], script)] == [0, 3]


def test_without_helpers_this_process_does_the_work(tmp_path: Path) -> None:
    script = tmp_path / "no_helper.py"
    script.write_text("raise SystemExit(1)\n")
    job = Job(at=EVALUATED_AT)
    (result,) = _judged(job, [InputPlace(str(good("small-sewing.json")))], script)
    assert result.code == 0
    assert "[ok]" in result.text


def test_a_defect_of_the_program_is_one_result(monkeypatch: pytest.MonkeyPatch) -> None:
    judge = Judge(Job(at=EVALUATED_AT, as_json=True))
    monkeypatch.setattr("wallet.cli.judge.read_input", lambda place: {}[place])
    found = json.loads(judge.judge(InputPlace("a.json")).text)
    assert (found["input"], found["verdict"], found["reason"]) == (
        "a.json",
        "unchecked",
        "check_not_finished",
    )
    with pytest.raises(KeyError):
        Judge(Job(at=EVALUATED_AT, debug=True)).judge(InputPlace("a.json"))


def _children(pid: int) -> Sequence[int]:
    text = "".join(path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children"))
    return [int(each) for each in text.split()]


@linux_only
def test_helpers_that_are_killed_lose_no_file(program: Program, many: Path) -> None:
    with program.start("verify", many, "--json", *AT) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline()]
        for child in _children(process.pid):
            os.kill(child, signal.SIGKILL)
        lines += process.stdout.readlines()
        assert process.wait(PATIENCE) == 1
    found = [json.loads(line) for line in lines]
    assert [Path(item["input"]).name for item in found] == sorted(path.name for path in many.iterdir())
    assert {item["verdict"] for item in found} == {"check", "unreadable"}


@posix_only
def test_an_interrupt_ends_every_process(program: Program, many: Path) -> None:
    """Of the whole group, as a terminal does it, and of the one process alone."""
    for send in (os.killpg, os.kill):
        with program.start("verify", many, many, many, "--json", *AT) as process:
            assert process.stdout is not None
            first = json.loads(process.stdout.readline())
            send(process.pid, signal.SIGINT)
            rest = process.stdout.readlines()
            assert process.wait(PATIENCE) == 130
            assert process.stderr is not None
            assert b"[interrupted]" in process.stderr.read()
        assert first["input"].endswith("0000.json")
        assert len(rest) < 3 * len(list(many.iterdir())) - 1
        assert all(json.loads(line)["input"] for line in rest)
        with pytest.raises(ProcessLookupError):
            os.killpg(process.pid, 0)


@posix_only
def test_a_terminal_is_shown_a_bar_and_the_results_are_not_touched_by_it(
    program: Program, many: Path
) -> None:
    ours, theirs = os.openpty()
    with program.start("verify", many, "--json", *AT, stderr=theirs) as process:
        os.close(theirs)
        assert process.stdout is not None
        lines = process.stdout.readlines()
        assert process.wait(PATIENCE) == 1
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    count = len(list(many.iterdir()))
    assert re.search(rf"\rChecked \[#*\.*\] \d+ of {count}", shown)
    assert shown.endswith("\r\x1b[K")
    assert len([json.loads(line) for line in lines]) == count


@linux_only
@pytest.mark.long
def test_thousands_of_credentials_need_little_memory(program: Program, tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    texts = [json.dumps(issuing.good(id=f"urn:uuid:{number}")) for number in range(50)]
    count = rounds(1_000, 10_000)
    for number in range(count):
        (files / f"{number:05}.json").write_text(texts[number % len(texts)])
    table = tmp_path / "table.csv"
    with program.start("verify", files, "--json", "--csv", table, *AT, stdout=subprocess.DEVNULL) as process:
        most = peak_megabytes(process.pid)
        assert process.wait(PATIENCE) == 0
    print(f"verified {count} files, most memory {most:.0f} MB in all processes")
    assert 30 < most < MOST_MEGABYTES
    assert table.read_bytes().count(b"\r\n") == count + 1
