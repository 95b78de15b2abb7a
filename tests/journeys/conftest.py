"""A program with a home of its own for each journey."""

from pathlib import Path

import pytest

from tests.program import Program, new_program


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return new_program(tmp_path / "first")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Program:
    """Another home that never saw the vault: the receiver's."""
    return new_program(tmp_path / "elsewhere")
