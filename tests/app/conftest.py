"""An open vault with a holder key, and services whose clock stands still."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.quick_keys import with_quick_keys
from tests.sample_files import EVALUATED_AT, INDEX
from tests.vault.builders import make_vault
from wallet.app.container import Services, make_services
from wallet.app.holder import make_holder_key
from wallet.app.times import parse_moment
from wallet.app.unlock import Vault


@pytest.fixture
def services() -> Services:
    """The sample documents at the time the samples were made for."""
    return with_quick_keys(make_services(at=parse_moment(EVALUATED_AT), documents=INDEX))


@pytest.fixture
def vault(tmp_path: Path, services: Services) -> Iterator[Vault]:
    """An open vault with nothing in it but a holder key."""
    with make_vault(tmp_path / "my.lerwallet") as opened:
        make_holder_key(opened, services)
        yield opened
