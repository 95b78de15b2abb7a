"""A program with a home of its own, and a vault that is made once and copied."""

import shutil
from pathlib import Path

import pytest

from tests.cli.in_process import InProcess
from tests.program import Program, new_program


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return new_program(tmp_path)


@pytest.fixture(scope="session")
def empty_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with nothing in it."""
    return new_program(tmp_path_factory.mktemp("vault")).make_vault()


@pytest.fixture
def vault(program: Program | InProcess, empty_vault: Path) -> Path:
    """A vault of the test's own in the program's folder."""
    return Path(shutil.copy(empty_vault, program.folder / "my.lerwallet"))
