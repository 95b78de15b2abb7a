"""A crash of the real program leaves no memory on the disk, and nobody of the same user may attach to it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.program import Program, new_program
from tests.sample_files import good
from wallet.app.private_memory import wipe

_LOOK = """
import resource, sys
import os, wallet.__main__
os._exit = lambda code: code  # the program ends itself at once
wallet.__main__.main()
print(resource.getrlimit(resource.RLIMIT_CORE))
import ctypes
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


_BADGE = str(good("small-sewing.json"))


def _privacy(*arguments: str, **variables: str) -> tuple[str, str]:
    """The limit of core files, and whether memory may be read (PR_GET_DUMPABLE), after a run of the program."""
    done = subprocess.run(
        [sys.executable, "-c", _LOOK, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **variables},
    )
    limits, dumpable = done.stdout.splitlines()[-2:]
    return limits, dumpable


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux")
@pytest.mark.parametrize(
    "arguments",
    [
        ("--version",),
        ("list",),
        ("verify", _BADGE, "--key", "private.jwk"),
        ("verify", _BADGE, "--passphrase-fd", "0"),
    ],
)
def test_the_program_makes_its_memory_private_when_it_starts(arguments: tuple[str, ...]) -> None:
    assert _privacy(*arguments) == ("(0, 0)", "0")


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux")
@pytest.mark.parametrize(
    "name",
    [
        "LER_WALLET_PASSPHRASE",
        "LER_WALLET_NEW_PASSPHRASE",
        "LER_WALLET_SHARE_PASSPHRASE",
        "LER_WALLET_GUARDIAN_CODE",
    ],
)
def test_a_secret_in_the_environment_is_kept_private_whatever_the_command(name: str) -> None:
    assert _privacy("verify", _BADGE, **{name: "words"}) == ("(0, 0)", "0")


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux")
def test_without_any_secret_no_core_file_is_left_either() -> None:
    assert _privacy("verify", _BADGE)[0] == "(0, 0)"


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


@pytest.mark.gui
@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux")
def test_the_window_leaves_no_core_file_either(program_here: Program) -> None:
    """The process that shows the window, looked at from outside once Qt is there."""
    window = {"QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": "default"}
    with program_here.start(passphrase=None, variables=window) as process:
        seen = Path(f"/proc/{process.pid}")
        try:
            give_up = time.monotonic() + 60
            while "QtWidgets" not in (seen / "maps").read_text() and time.monotonic() < give_up:
                assert process.poll() is None, "the window has ended"
                time.sleep(0.05)
            limits = (seen / "limits").read_text()
        finally:
            process.kill()
    (core,) = [line.split()[4:6] for line in limits.splitlines() if line.startswith("Max core file size")]
    assert core == ["0", "0"]


@pytest.fixture
def program_here(tmp_path: Path) -> Program:
    return new_program(tmp_path)


def test_wiping_leaves_only_zeros() -> None:
    secret = bytearray(b"violet anchor")
    wipe(secret)
    assert secret == bytes(13)
