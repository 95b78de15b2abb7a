"""Where the shared test data is: `LER_WALLET_SHARED`, else `../shared` beside the project.

Tests whose data is not on this machine skip and say so.
"""

import os
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
_ROOT = Path(os.environ.get("LER_WALLET_SHARED") or PROJECT.parent / "shared")


def shared(*parts: str) -> Path:
    """The path of a shared file or folder; skips the calling test (or module) when it is not on this machine."""
    path = _ROOT.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"shared test data not found: {'/'.join(parts)}", allow_module_level=True)
    return path
