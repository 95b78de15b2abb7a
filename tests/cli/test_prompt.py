"""Being asked for the passphrase on a terminal: never shown, typed twice when a file is made."""

import os
import re
import sys
from collections.abc import Sequence

import pytest

from tests.cli.terminal import answer_questions
from tests.program import PASSPHRASE, Program, Result

if sys.platform == "win32":
    pytest.skip("only on POSIX systems", allow_module_level=True)

import pty

_QUESTION = re.compile(rb"Passphrase: |again: ")


def _answering(program: Program, arguments: Sequence[str], answers: Sequence[str]) -> Result:
    """Runs the program on a terminal of its own and types one answer at each question."""
    try:
        child, terminal = pty.fork()
    except OSError:
        pytest.skip("only where there are pseudo-terminals")
    if child == 0:
        os.chdir(program.folder)
        command = [sys.executable, "-m", "wallet", *arguments]
        os.execve(sys.executable, command, dict(program.environment(passphrase=None)))
    code, shown = answer_questions(child, terminal, answers, lambda shown: len(_QUESTION.findall(shown)))
    return Result(code, shown.decode(), "")


def test_a_new_file_asks_twice_and_shows_nothing(program: Program) -> None:
    done = _answering(program, ["vault", "create", "my.lerwallet"], [PASSPHRASE, PASSPHRASE])
    assert done.code == 0, done.out
    assert PASSPHRASE not in done.out
    assert program.run("list", "--vault", "my.lerwallet").code == 0


def test_two_different_answers_make_no_file(program: Program) -> None:
    done = _answering(program, ["vault", "create", "my.lerwallet"], [PASSPHRASE, "violet anchor seven moon"])
    assert done.code == 2
    assert not list(program.folder.iterdir())


def test_opening_asks_once(program: Program) -> None:
    vault = program.make_vault()
    assert _answering(program, ["list", "--vault", vault.name], [PASSPHRASE]).code == 0
    wrong = _answering(program, ["list", "--vault", vault.name], ["another phrase of words"])
    assert wrong.code == 4
    assert "wrong_passphrase" in wrong.out
