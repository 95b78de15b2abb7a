"""A crash of the real program leaves no memory on the disk, and nobody of the same user may attach to it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import Program, new_program
from wallet.app.private_memory import wipe

_LOOK = """
import resource, sys
sys.argv = ["ler-wallet", "--version"]
import os, wallet.__main__
os._exit = lambda code: code  # the program ends itself at once
wallet.__main__.main()
print(resource.getrlimit(resource.RLIMIT_CORE))
import ctypes
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux")
def test_the_program_makes_its_memory_private_when_it_starts() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LOOK], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    limits, dumpable = done.stdout.splitlines()[-2:]
    assert limits == "(0, 0)"
    assert dumpable == "0", "PR_GET_DUMPABLE"


_CRASH = """
import os, resource, sys
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
import wallet.__main__
os._exit = lambda code: code  # the program ends itself at once
sys.argv.append("--version")
wallet.__main__.main()
os.abort()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="only on POSIX systems")
def test_a_crash_leaves_no_core_file(program_here: Program) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CRASH],
        cwd=program_here.folder,
        env=dict(program_here.environment()),
        capture_output=True,
        check=False,
    )
    assert done.returncode == -signal.SIGABRT
    assert not list(program_here.folder.iterdir())


@pytest.fixture
def program_here(tmp_path: Path) -> Program:
    return new_program(tmp_path)


def test_wiping_leaves_only_zeros() -> None:
    secret = bytearray(b"violet anchor")
    wipe(secret)
    assert secret == bytes(13)
