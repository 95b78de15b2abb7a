"""The stamp: a file in the environment that says what was installed; a second start has nothing to do."""

import contextlib
import hashlib
import json
import os
import sys
import sysconfig
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from house.console import StopRun
from house.places import LOCKS, venv_python

NAME = "ler-wallet.json"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What was done in an environment.

    Attributes:
        python: which Python it was made with, as `python_tag` writes it.
        installed: set name to the SHA-256 (hex) of the lock file it was installed from.
        refused: optional sets that could not be had, the same way; a plain start does not try again.
        qt: platform kind ("offscreen", "window") to True when Qt was seen to start.
    """

    python: str
    installed: dict[str, str] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    qt: dict[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Environment:
    """A prepared environment."""

    venv: Path
    stamp: Stamp

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return venv_python(self.venv)

    def has(self, name: str) -> bool:
        """Whether a set is installed as the lock file of today says."""
        return self.stamp.installed.get(name) == lock_hash(name)


def python_tag() -> str:
    """The Python an environment belongs to: implementation, version, machine."""
    return f"{sys.implementation.cache_tag} {sysconfig.get_platform()}"


def lock_hash(name: str) -> str:
    """SHA-256 (hex) of a lock file.

    Raises:
        StopRun: the lock file is missing; the tree is not whole.
    """
    try:
        return hashlib.sha256((LOCKS / f"{name}.txt").read_bytes()).hexdigest()
    except OSError as error:
        raise StopRun(f"packaging/locks/{name}.txt cannot be read. Fetch the program again.") from error


def read_stamp(venv: Path) -> Stamp | None:
    """What was done in `venv`; None when unknown, or made for another Python."""
    try:
        raw: Any = json.loads((venv / NAME).read_text("utf-8"))
        stamp = Stamp(str(raw["python"]), dict(raw["installed"]), dict(raw["refused"]), dict(raw["qt"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if stamp.python != python_tag() or not os.access(venv_python(venv), os.X_OK):
        return None
    return stamp


def write_stamp(venv: Path, stamp: Stamp) -> None:
    """Replaces the stamp in one step; where the environment is somebody else's, it stays as it is."""
    parts = {"python": stamp.python, "installed": stamp.installed, "refused": stamp.refused, "qt": stamp.qt}
    new = venv / f"{NAME}.{os.getpid()}"
    with contextlib.suppress(OSError):
        new.write_text(json.dumps(parts, indent=1), "utf-8")
        new.replace(venv / NAME)


def missing_sets(stamp: Stamp | None, wanted: Sequence[str], *, retry: bool = False) -> list[str]:
    """The sets of `wanted` that still have to be installed, in order; `retry` counts refused ones too."""
    if stamp is None:
        return list(wanted)
    missing = []
    for name in wanted:
        locked = lock_hash(name)
        given_up = stamp.refused.get(name) == locked and not retry
        if stamp.installed.get(name) != locked and not given_up:
            missing.append(name)
    return missing
