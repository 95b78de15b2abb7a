"""The command line inside the test's own process: for many commands on one vault.

Everything is real but three things: no process is started, the key of the same passphrase and salt is derived once
(that takes most of a second, and `tests/vault/test_key_derivation.py` tests it), and new keys get the first profile
without measuring this machine (`tests/app/test_kdf_choice.py` does).
"""

import contextlib
import functools
import io
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from tests.program import PASSPHRASE, Result
from wallet.app import kdf_choice, unlock
from wallet.cli.main import main
from wallet.vault.key_derivation import LEAST_PROFILE, derive_key


class InProcess:
    """Runs commands where the test runs, in a folder of its own.

    Attributes:
        folder: where relative names lead.
        home: what the command line takes for the home of whoever runs it.
    """

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.home = folder.parent / "home"
        self._patch = patch
        patch.chdir(folder)
        for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
            patch.setenv(name, str(self.home))
        patch.setenv("XDG_CONFIG_HOME", str(self.home / "config"))
        patch.setattr(kdf_choice, "profile_for_this_machine", lambda: LEAST_PROFILE)
        patch.setattr(unlock, "derive_key", lambda passphrase, salt: bytearray(_key(bytes(passphrase), salt)))

    def run(
        self,
        *arguments: str | Path,
        stdin: bytes | None = None,
        passphrase: str | None = PASSPHRASE,
        variables: Mapping[str, str] | None = None,
        pass_fds: Sequence[int] = (),
    ) -> Result:
        """One command to its end, as `tests.program.Program` would run it; descriptors are open here anyway."""
        del pass_fds
        for name in [name for name in os.environ if name.startswith("LER_WALLET_") and "PASSPHRASE" in name]:
            self._patch.delenv(name)
        if passphrase is not None and arguments[:1] != ("verify",):
            self._patch.setenv("LER_WALLET_PASSPHRASE", passphrase)
        for name, value in (variables or {}).items():
            self._patch.setenv(name, value)
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin or b""), encoding="utf-8"))
        with _captured() as (out, err):
            code = main([str(argument) for argument in arguments])
        assert "Traceback" not in err.getvalue()
        return Result(code, out.getvalue(), err.getvalue())

    def make_vault(self, name: str = "my.lerwallet") -> Path:
        """A new vault in the program's folder."""
        made = self.run("vault", "create", name)
        assert made.code == 0, made.err
        return self.folder / name


def new_in_process(root: Path, patch: pytest.MonkeyPatch) -> InProcess:
    """As `tests.program.new_program`: an empty home, and an empty folder where it runs."""
    folder = root / "work é"
    folder.mkdir()
    return InProcess(folder, patch)


@contextlib.contextmanager
def _captured() -> Iterator[tuple[io.StringIO, io.StringIO]]:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        yield out, err


@functools.cache
def _key(passphrase: bytes, salt: bytes) -> bytes:
    return bytes(derive_key(bytearray(passphrase), salt))
