"""Where things are: the tree, the environment inside or beside it, the demo's output."""

import contextlib
import hashlib
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from house.console import StopRun

ROOT = Path(__file__).resolve().parent.parent.parent
LOCKS = ROOT / "packaging" / "locks"
SAMPLES = ROOT / "resources" / "samples"


def is_writable_folder(path: Path) -> bool:
    """True when a file can really be made there; permission bits say too little (read-only mounts, root)."""
    try:
        with tempfile.TemporaryFile(dir=path):
            return True
    except OSError:
        return False


def cache_folder(platform: str, environment: Mapping[str, str], home: Path) -> Path:
    """The folder where this platform keeps what can be made again."""
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    if platform == "darwin":
        return home / "Library" / "Caches"
    return Path(environment.get("XDG_CACHE_HOME") or home / ".cache")


def venv_python(venv: Path) -> Path:
    """The interpreter of an environment."""
    return venv / "Scripts" / "python.exe" if sys.platform == "win32" else venv / "bin" / "python"


def venv_outside_the_tree() -> Path:
    """Where the environment goes when the tree cannot be written: the user's cache, else a temporary folder.

    Raises:
        StopRun: nowhere to write at all.
    """
    name = "venv-" + hashlib.sha256(os.fsencode(ROOT)).hexdigest()[:12]
    candidates = []
    with contextlib.suppress(RuntimeError):  # no home is known
        candidates.append(cache_folder(sys.platform, os.environ, Path.home()) / "ler-wallet")
    user = str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
    candidates.append(Path(tempfile.gettempdir()) / f"ler-wallet-{user}")
    for parent in candidates:
        try:
            parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            continue
        if _is_ours(parent) and is_writable_folder(parent):
            return parent / name
    raise StopRun(
        "Nowhere to prepare the wallet: neither the program's folder nor your cache can be written."
    )


def _is_ours(folder: Path) -> bool:
    """In a shared temporary folder somebody else could have made it first, to have us run their libraries."""
    if not hasattr(os, "getuid"):
        return True
    status = folder.lstat()
    return status.st_uid == os.getuid() and not folder.is_symlink() and not status.st_mode & 0o022


def output_folder(name: str) -> Path:
    """A folder for results, made: in the tree, else where the person stands, else a temporary one."""
    for parent in (ROOT, Path.cwd()):
        folder = parent / name
        if is_writable_folder(folder if folder.exists() else parent):
            folder.mkdir(exist_ok=True)
            return folder
    return Path(tempfile.mkdtemp(prefix=f"{name}-"))
