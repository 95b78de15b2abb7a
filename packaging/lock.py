"""Makes packaging/locks/{core,gui,dev,node}.txt from pyproject.toml, with uv (https://docs.astral.sh/uv/).

    python3 packaging/lock.py             # keeps versions that still fit
    python3 packaging/lock.py --upgrade   # takes the newest

One file serves every platform: versions that differ carry environment markers; `locks/platforms.txt` says
where and why. A lock holds names, versions and hashes only; where to fetch from is the installing machine's
business.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
ROOT = PACKAGING.parent
HEADER = "# Made by packaging/lock.py from pyproject.toml and platforms.txt; do not edit by hand.\n"

# Each set holds the one before it as constraints, so that no package has two versions on one machine.
SETS: dict[str, tuple[str, ...]] = {
    # The extra `bbs` is small and has ready-made wheels everywhere; who installs the package alone may leave it out.
    "core": ("pyproject.toml", "--extra", "bbs", "--constraints", "packaging/locks/platforms.txt"),
    "gui": (
        *("pyproject.toml", "--extra", "gui", "--constraints", "packaging/locks/platforms.txt"),
        *("--constraints", "packaging/locks/core.txt"),
    ),
    "dev": (
        *("--group", "pyproject.toml:dev", "--constraints", "packaging/locks/platforms.txt"),
        *("--constraints", "packaging/locks/gui.txt"),
    ),
    "node": ("--group", "pyproject.toml:node", "--constraints", "packaging/locks/core.txt"),
}


def compile_set(uv: str, name: str, more: list[str]) -> None:
    """Writes one lock file.

    Raises:
        subprocess.CalledProcessError: uv found no versions that fit together; its words are on stderr.
    """
    path = PACKAGING / "locks" / f"{name}.txt"
    command = [uv, "pip", "compile", *SETS[name], "--output-file", str(path.relative_to(ROOT))]
    command += ["--quiet", "--universal", "--python-version", "3.11", "--generate-hashes"]
    command += ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links", *more]
    subprocess.run(command, cwd=ROOT, check=True)
    text = path.read_text("utf-8")
    path.write_text(text if text.startswith(HEADER) else HEADER + text, "utf-8", newline="\n")


def main(arguments: list[str]) -> int:
    """Makes all sets; 0 when done, 1 when uv is not there or found no answer."""
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    if uv is None:
        print("uv is not installed: python3 -m pip install uv", file=sys.stderr)
        return 1
    try:
        for name in SETS:
            compile_set(uv, name, arguments)
            print(f"packaging/locks/{name}.txt")
    except subprocess.CalledProcessError:
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
