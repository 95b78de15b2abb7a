"""How long the long runs are: a fixed share in every test run, the full number under `run.py assure`."""

import os

FULL = bool(os.environ.get("LER_WALLET_ASSURE"))


def rounds(share: int, full: int) -> int:
    """How many rounds to run here; the run prints the number, so nobody takes a share for the whole."""
    return full if FULL else share
