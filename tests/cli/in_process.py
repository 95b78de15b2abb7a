"""The command line inside the test's own process: for many commands on one vault.

Everything is real but two things: no process is started, and the key of the same passphrase and salt is derived
once (that takes most of a second, and `tests/vault/test_key_derivation.py` tests it).
"""

import contextlib
import functools
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.program import PASSPHRASE, Result
from wallet.app import unlock
from wallet.cli.main import main
from wallet.vault.key_derivation import derive_key


class InProcess:
    """Runs commands where the test runs, in a folder of its own.

    Attributes:
        folder: where relative names lead.
    """

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._patch = patch
        patch.chdir(folder)
        patch.setattr(unlock, "derive_key", lambda passphrase, salt: bytearray(_key(bytes(passphrase), salt)))

    def run(self, *arguments: str | Path, stdin: bytes | None = None) -> Result:
        """One command to its end."""
        self._patch.setenv("LER_WALLET_PASSPHRASE", PASSPHRASE)
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin or b""), encoding="utf-8"))
        with _captured() as (out, err):
            code = main([str(argument) for argument in arguments])
        assert "Traceback" not in err.getvalue()
        return Result(code, out.getvalue(), err.getvalue())


@contextlib.contextmanager
def _captured() -> Iterator[tuple[io.StringIO, io.StringIO]]:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        yield out, err


@functools.cache
def _key(passphrase: bytes, salt: bytes) -> bytes:
    return bytes(derive_key(bytearray(passphrase), salt))
