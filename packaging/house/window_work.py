"""What `run.py` does for those who work on the window: its sentences, pictures of its screens, its controls."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from house.places import ROOT, output_folder
from house.stamp import Environment

_PICTURES = "screens-out"


def words(prepared: Environment) -> int:
    """Brings the translations up to date; 1 while something is to be translated."""
    script = ROOT / "packaging" / "build_translations.py"
    return _run([prepared.python, script], {})


def screens(prepared: Environment, more: Sequence[str]) -> int:
    """Writes pictures of every screen in every variant; the first argument may name the folder."""
    named = bool(more) and not more[0].startswith("-")
    out = Path(more[0]).resolve() if named else output_folder(_PICTURES)
    command: list[str | Path] = [
        prepared.python,
        "-P",
        "-m",
        "wallet.ui.screens",
        "--out",
        out,
        *more[named:],
    ]
    return _run(command, {"QT_QPA_PLATFORM": "offscreen"})


def gallery(prepared: Environment) -> int:
    """Opens the page with every control in every state."""
    return _run([prepared.python, "-P", "-m", "wallet", "--gallery"], {})


def _run(command: Sequence[str | Path], more: dict[str, str]) -> int:
    environment = {**os.environ, **more}
    return subprocess.run([str(word) for word in command], cwd=ROOT, env=environment, check=False).returncode
