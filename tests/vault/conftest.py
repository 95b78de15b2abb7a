"""An empty vault, opened and closed around each test."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.vault.builders import make_vault
from wallet.vault.connection import Vault


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's vault is (a name with a space, an accent and characters that mean something in addresses)."""
    return tmp_path / "My é #1? 100%.lerwallet"


@pytest.fixture
def vault(path: Path) -> Iterator[Vault]:
    """An open, empty vault at `path`."""
    with make_vault(path) as opened:
        yield opened


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder in memory where the system has such a place, for what is written thousands of times: syncs are free."""
    place = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=place if place.is_dir() else None) as folder:
        yield Path(folder)
