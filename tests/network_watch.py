"""Noticing every turn a whole program takes to the network, whichever library takes it, and running without one."""

import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

_SOURCE = Path(__file__).with_name("network_watch.c")
WITHOUT_NETWORK = ("unshare", "--user", "--map-root-user", "--net")
"""What comes before a command that is to find no network at all, not even this machine's loopback."""


@dataclass(frozen=True)
class NetworkWatch:
    """The watching library and where it writes."""

    library: Path
    log: Path

    @property
    def variables(self) -> Mapping[str, str]:
        """The environment of a program that is watched."""
        return {"LD_PRELOAD": str(self.library), "LER_WATCH_LOG": str(self.log)}

    @property
    def turns(self) -> Sequence[str]:
        """What was seen since the beginning, a line each: "connect 192.0.2.1 443", "name school.example 0"."""
        return self.log.read_text().splitlines() if self.log.exists() else ()


def build_watch(folder: Path) -> NetworkWatch:
    """Compiled into `folder`; skips the test where that is not possible."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if not sys.platform.startswith("linux") or compiler is None:
        pytest.skip("only where a C compiler and Linux are: the test watches calls of the C library")
    library = folder / "network_watch.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, _SOURCE, "-ldl"], check=True)
    return NetworkWatch(library, folder / "turns.txt")


def require_namespaces() -> None:
    """Skips the test where a program cannot be put out of the network."""
    if shutil.which(WITHOUT_NETWORK[0]) is None:
        pytest.skip("only where unshare can take a program's network away")
    if subprocess.run([*WITHOUT_NETWORK, "true"], check=False, capture_output=True).returncode:
        pytest.skip("only where unshare can take a program's network away")
