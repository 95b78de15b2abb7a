"""A learner keeps credentials; nothing that was acknowledged is lost, neither to a crash nor to a closed program."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.in_process import InProcess
from tests.program import Program
from tests.sample_files import EVALUATED_AT, INDEX, SAMPLES, samples
from tests.sharing.shares import signed_badge

AT = ("--at", EVALUATED_AT, "--documents", INDEX)
BATCH = 30
KILL_AFTER = (1, 13, 29)
"""`tests/vault/test_killed.py` kills at 200 places; this is the same through the real command line."""


FOLDERS = [SAMPLES / folder for folder in ("good", "selective", "broken")]


def _inbox(program: Program) -> Path:
    """Many small credentials that differ."""
    inbox = program.folder / "inbox"
    inbox.mkdir()
    for number in range(BATCH):
        badge = signed_badge(id=f"urn:uuid:00000000-0000-4000-8000-{number:012}", name=f"Badge {number}")
        (inbox / f"{number:03}.json").write_bytes(badge.original)
    return inbox


def test_what_goes_in_is_there_the_next_day(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = program.make_vault()
    kept = program.run("import", "--not-valid", "--vault", vault, *FOLDERS, "--json", *AT)
    assert kept.code == 1, "some samples hold nothing that can be read"
    expected = {sample.path: sample for sample in samples()}
    ids = {}
    for item in kept.objects:
        sample = expected[Path(item["input"])]
        assert (item["verdict"], item["reason"]) == (sample.verdict, sample.reason)
        assert (item["result"] == "refused") == (sample.verdict == "unreadable")
        if item["id"]:
            ids[item["id"]] = sample
    here = InProcess(program.folder, monkeypatch)
    for record_id, sample in ids.items():
        out = program.folder / f"{record_id}.out"
        shown = here.run("show", "--vault", vault, record_id, "--json", "--original", out).object
        assert shown["verdict"] == sample.verdict
        assert shown["report"]["reason"] == sample.reason
        assert out.read_bytes() == sample.path.read_bytes()
    assert program.run("vault", "check", vault).code == 0


def _kill_after(process: "subprocess.Popen[bytes]", acknowledged: int) -> list[str]:
    """Reads that many lines, kills without warning, and gives every id that was acknowledged before the end."""
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(acknowledged)]
    process.kill()
    lines += process.stdout.readlines()
    process.wait()
    return [json.loads(line)["id"] for line in lines if line.endswith(b"\n")]


@pytest.mark.parametrize("acknowledged", KILL_AFTER)
def test_a_crash_loses_nothing_that_was_acknowledged(program: Program, acknowledged: int) -> None:
    vault = program.make_vault()
    inbox = _inbox(program)
    with program.start("import", "--vault", vault, inbox, "--json", *AT) as process:
        told = _kill_after(process, acknowledged)
    assert len(told) >= acknowledged
    kept = {item["id"] for item in program.run("list", "--vault", vault, "--json").objects}
    assert set(told) <= kept
    assert len(kept) - len(told) <= 1, "at most the one that was being told of"
    assert program.run("vault", "check", vault).code == 0
    again = program.run("import", "--vault", vault, inbox, "--json", *AT)
    assert again.code == 0
    assert {item["id"] for item in again.objects if item["result"] == "duplicate"} == kept
    assert len(program.run("list", "--vault", vault, "--json").objects) == BATCH


@pytest.mark.parametrize("delay", range(5))
def test_a_crash_while_a_vault_is_made_leaves_a_whole_one_or_none(program: Program, delay: int) -> None:
    vault = program.folder / "my.lerwallet"
    with program.start("vault", "create", vault, "--kdf-profile", "1") as process:
        try:
            process.wait(timeout=0.1 + delay * 0.06)
        except subprocess.TimeoutExpired:
            process.kill()
    if vault.exists():
        assert program.run("vault", "check", vault).code == 0
    else:
        assert program.run("vault", "create", vault).code == 0
