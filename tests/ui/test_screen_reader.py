"""The window as a screen reader meets it: the real program on a display of its own, read and used over AT-SPI.

Where openbox is installed it manages the windows, as on a desktop: the program's is then framed and active.

What reads is another program (`reader_hands`), on the same bus and with no way in but what the window tells about
itself.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.shared_data import PROJECT

PASSPHRASE = "violet anchor seven moons"
SYSTEM_PYTHON = "/usr/bin/python3"
_PATIENCE = 120
_HANDS = Path(__file__).with_name("reader_hands.py")
_ASK = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


def _is_here() -> bool:
    """Whether a display, a bus and the libraries of a screen reader are installed."""
    if sys.platform != "linux" or not Path(SYSTEM_PYTHON).exists():
        return False
    launcher = [Path(place, "at-spi-bus-launcher") for place in ("/usr/libexec", "/usr/lib/at-spi2-core")]
    if not any(path.exists() for path in launcher) or None in map(shutil.which, ("Xvfb", "dbus-daemon")):
        return False
    return subprocess.run([SYSTEM_PYTHON, "-c", _ASK], capture_output=True, check=False).returncode == 0


@contextmanager
def _running(
    command: list[str], environment: Mapping[str, str], **more: object
) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(command, env=dict(environment), text=True, **more) as program:  # type: ignore[call-overload]
        try:
            yield program
        finally:
            program.terminate()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Mapping[str, str]]:
    """A display, a bus and a home: the environment of whatever runs there."""
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    own = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(runtime),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(PROJECT),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    out = subprocess.PIPE
    screen = ["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    bus = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with (
        _running(screen, own, stdout=out, stderr=subprocess.DEVNULL) as display,
        _running(bus, own, stdout=out, stderr=subprocess.DEVNULL) as daemon,
    ):
        assert display.stdout is not None
        assert daemon.stdout is not None
        own["DISPLAY"] = f":{display.stdout.readline().strip()}"
        own["DBUS_SESSION_BUS_ADDRESS"] = daemon.stdout.readline().strip()
        manager = ["openbox"] if shutil.which("openbox") else ["sleep", "infinity"]
        with _running(manager, own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
            yield own


@pytest.mark.skipif(not _is_here(), reason="only where Xvfb, D-Bus and AT-SPI with its Python library are")
def test_a_screen_reader_makes_a_file_and_reads_the_credentials(
    desk: Mapping[str, str], tmp_path: Path
) -> None:
    (tmp_path / "Documents").mkdir()
    said = tmp_path / "said.txt"
    with (
        said.open("w") as errors,
        _running([sys.executable, "-P", "-m", "wallet"], desk, stderr=errors) as wallet,
    ):
        hands = subprocess.run(
            [SYSTEM_PYTHON, "-I", "-W", "ignore::DeprecationWarning", str(_HANDS), PASSPHRASE],
            env=dict(desk),
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
        assert hands.returncode == 0, hands.stderr[-2000:] + said.read_text()
        assert wallet.poll() is None
    told = json.loads(hands.stdout)
    names = [name for name, _ in told["items"]]
    assert any(
        name.startswith("Digital Fabrication: Laser Cutting, Harbor Makers Guild, ") for name in names
    ), names
    status = (", Verified", ", Check this", ", Not valid", ", Not checked yet", ", Ended")
    assert [name for name in names if not any(words in name for words in status)] == []
    assert any("saved" in words for words in told["heard"]), told["heard"]
    assert all(PASSPHRASE not in words for words in told["heard"])
    if shutil.which("openbox"):
        assert told["active"], "the window manager gave the window the keyboard"
