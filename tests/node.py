"""Node and npm for the tests whose peers are written in JavaScript: the ones that build the page for receivers."""

import subprocess
from pathlib import Path

import pytest

import build_verify_page


def _found() -> tuple[list[str], list[str]] | None:
    try:
        return build_verify_page.find_node()
    except build_verify_page.BuildError:
        return None


_COMMANDS = _found()

needs_node = pytest.mark.skipif(_COMMANDS is None, reason="only where Node.js and npm are installed")


def node(*arguments: str) -> list[str]:
    """The command that runs Node."""
    assert _COMMANDS is not None
    return [*_COMMANDS[0], *arguments]


def install(folder: Path, *arguments: str, names: str) -> None:
    """Calls npm in a folder, without the packages' own scripts; skips the test when nothing can be fetched.

    Args:
        folder: where `package.json` lies.
        arguments: `ci` or `install`, and how.
        names: whose packages, for the reason.
    """
    assert _COMMANDS is not None
    command = [*_COMMANDS[1], *arguments, "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600, check=False)
    if done.returncode != 0:
        pytest.skip(f"only where npm can fetch {names} packages")
