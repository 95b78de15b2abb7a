"""Running the program as a whole, the way a shell or another program would: a process, streams, an exit code."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.shared_data import PROJECT

PASSPHRASE = "violet anchor seven moons"
PATIENCE = 120.0


@dataclass(frozen=True)
class Result:
    """How one run ended."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> Sequence[dict[str, Any]]:
        """Standard output as JSON Lines; anything else on it is a failure."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def object(self) -> dict[str, Any]:
        """The only object on standard output."""
        (only,) = self.objects
        return only


@dataclass(frozen=True)
class Program:
    """The program in a home of its own.

    Attributes:
        home: where HOME and everything like it point to.
        folder: where it is started.
    """

    home: Path
    folder: Path

    def environment(self, passphrase: str | None = PASSPHRASE) -> Mapping[str, str]:
        """As little as a process needs, so that nothing of the tester's leaks in."""
        kept = {
            name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TEMP", "TMP") if name in os.environ
        }
        own = {
            "HOME": str(self.home),
            "USERPROFILE": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "PYTHONPATH": str(PROJECT),
            "PYTHONWARNINGS": "error",
            "LC_ALL": "C.UTF-8",
        }
        return {**kept, **own, **({} if passphrase is None else {"LER_WALLET_PASSPHRASE": passphrase})}

    def start(
        self, *arguments: str | Path, passphrase: str | None = PASSPHRASE, **options: Any
    ) -> "subprocess.Popen[bytes]":
        """A running process without a terminal; its standard output and error are pipes.

        `verify` opens no vault, so it gets no passphrase, as it would not from a person; `variables` may give it one.
        """
        if arguments[:1] == ("verify",):
            passphrase = None
        return subprocess.Popen(
            [sys.executable, "-m", "wallet", *map(str, arguments)],
            cwd=self.folder,
            env={**self.environment(passphrase), **options.pop("variables", {})},
            stdin=options.pop("stdin", subprocess.DEVNULL),
            stdout=options.pop("stdout", subprocess.PIPE),
            stderr=options.pop("stderr", subprocess.PIPE),
            start_new_session=True,  # no terminal to ask on
            **options,
        )

    def run(
        self,
        *arguments: str | Path,
        stdin: bytes | None = None,
        passphrase: str | None = PASSPHRASE,
        **options: Any,
    ) -> Result:
        """One run to its end."""
        if stdin is not None:
            options["stdin"] = subprocess.PIPE
        with self.start(*arguments, passphrase=passphrase, **options) as process:
            try:
                out, err = process.communicate(stdin, timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGTERM)
                raise
        assert b"Traceback" not in err, err.decode()
        return Result(process.returncode, out.decode(), err.decode())

    def make_vault(self, name: str = "my.lerwallet") -> Path:
        """A new vault in the program's folder, with the key that is quickest to derive."""
        made = self.run("vault", "create", name, "--kdf-profile", "1")
        assert made.code == 0, made.err
        return self.folder / name


def new_program(root: Path) -> Program:
    """A program with an empty home, started in an empty folder."""
    home, folder = root / "home", root / "work é"
    home.mkdir(parents=True)
    folder.mkdir()
    return Program(home, folder)
