"""The command line with a way out that leads to a test's own site: `online_program.py AUTHORITY PORT WORD...`."""

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tests.sites import client_for
from wallet.app import online
from wallet.cli.main import main


def lead_to(authority: Path, port: int) -> None:
    """From here on, every site the command line asks is this one."""
    site: Any = SimpleNamespace(authority=SimpleNamespace(file=authority), port=port)
    online.new_client = lambda consent: client_for(site, consent)


if __name__ == "__main__":
    lead_to(Path(sys.argv[1]), int(sys.argv[2]))
    sys.exit(main(sys.argv[3:]))
