"""An empty environment: made with or without its own pip, one start at a time, and led to the tree."""

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from house.console import run_quietly, say
from house.places import ROOT, venv_python

LOCK = "ler-wallet.lock"
# Not a "#!/path/python" line: such a line cannot hold a path with a space.
LAUNCHER = '#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/python" -P -m wallet "$@"\n'
LAUNCHER_WINDOWS = '@"%~dp0python.exe" -P -m wallet %*\r\n'


class NoVenvHereError(Exception):
    """The file system or the rights of this place do not allow an environment."""


@contextlib.contextmanager
def alone(venv: Path) -> Iterator[None]:
    """Only one start at a time prepares an environment; a second one waits and then finds it made.

    Raises:
        NoVenvHereError: the place cannot be written.
    """
    try:
        venv.mkdir(mode=0o755, parents=True, exist_ok=True)
        handle = (venv / LOCK).open("a+b")
    except OSError as error:
        raise NoVenvHereError(error.strerror) from error
    with handle:
        _wait_for(handle.fileno())
        yield


def _wait_for(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - only there

        while True:
            with contextlib.suppress(OSError):  # it gives up after ten tries, one a second
                os.lseek(descriptor, 0, os.SEEK_SET)
                msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
                return
    import fcntl  # noqa: PLC0415 - only there

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say("Another start is preparing the wallet; waiting for it.")
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    except OSError:
        say("This file system knows no locks; start the wallet only once until it is prepared.")


def make_venv(venv: Path) -> None:
    """An environment with its own pip where this Python can make one, else without (Debian).

    Raises:
        NoVenvHereError: neither can be made in this place.
    """
    for old in venv.iterdir():
        if old.name != LOCK:
            shutil.rmtree(old) if old.is_dir() and not old.is_symlink() else old.unlink()
    if not run_quietly([sys.executable, "-m", "venv", venv]).ok:
        bare = run_quietly([sys.executable, "-m", "venv", "--without-pip", venv])
        if not bare.ok:
            raise NoVenvHereError(bare.last_lines(3))
    if not run_quietly([venv_python(venv), "-c", ""]).ok:
        raise NoVenvHereError("    its interpreter does not start (is the disk mounted noexec?)")
    _lead_to_the_tree(venv)


def _lead_to_the_tree(venv: Path) -> None:
    """Lets the environment import `wallet` from the tree, and gives it a `ler-wallet` command."""
    windows = sys.platform == "win32"
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    packages = venv / "Lib" / "site-packages" if windows else venv / "lib" / version / "site-packages"
    (packages / "ler_wallet_tree.pth").write_text(_way_to_the_tree(venv, packages) + "\n", "utf-8")
    if windows:
        (venv / "Scripts" / "ler-wallet.cmd").write_text(LAUNCHER_WINDOWS, "ascii", newline="")
        return
    launcher = venv / "bin" / "ler-wallet"
    launcher.write_text(LAUNCHER, "ascii")
    launcher.chmod(0o755)


def _way_to_the_tree(venv: Path, packages: Path) -> str:
    """Relative inside the tree: such a line stays right when the tree moves, and is plain ASCII."""
    if venv.parent == ROOT:
        return os.path.relpath(ROOT, packages)
    return str(ROOT)
