"""The computer's announcements over a real D-Bus of the test's own."""

import os
import shutil
import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from wallet.ui.session_watch import SessionWatch, escaped_label

TOOLS = ("dbus-daemon", "gdbus")
pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, TOOLS)), reason="only where dbus-daemon and gdbus are installed"
)

MANAGER = "/org/freedesktop/login1"
SESSION = "/org/freedesktop/login1/session/_32"
OTHER_SESSION = "/org/freedesktop/login1/session/_33"
PROPERTIES = "org.freedesktop.DBus.Properties.PropertiesChanged"


@pytest.fixture
def bus() -> Iterator[str]:
    command = ["dbus-daemon", "--session", "--print-address", "--nofork"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


def announce(bus: str, path: str, signal: str, *arguments: str) -> None:
    command = ["gdbus", "emit", "--session", "--object-path", path, "--signal", signal, *arguments]
    subprocess.run(command, env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus}, check=True)


def heard(watch: SessionWatch, bus: str) -> list[str]:
    """What was told before the end mark arrived on the same bus, which keeps the order."""
    told: list[str] = []
    loop = QEventLoop()
    watch.away.connect(told.append)
    watch.away.connect(lambda why: loop.quit() if why == "screen" and len(told) > 1 else None)
    QTimer.singleShot(20_000, loop.quit)
    announce(bus, "/end", "org.gnome.ScreenSaver.ActiveChanged", "true")
    announce(bus, "/end", "org.gnome.ScreenSaver.ActiveChanged", "true")
    loop.exec()
    assert told[-1] == "screen"
    return told


CASES = [
    ("sleep", MANAGER, "org.freedesktop.login1.Manager.PrepareForSleep", ["true"]),
    ("screen", SESSION, "org.freedesktop.login1.Session.Lock", []),
    ("user", SESSION, PROPERTIES, ["'org.freedesktop.login1.Session'", "{'Active': <false>}", "@as []"]),
    ("screen", "/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged", ["true"]),
]


@pytest.mark.parametrize("case", CASES, ids=[case[2] for case in CASES])
def test_an_announcement_is_heard(
    qapp: QApplication, bus: str, case: tuple[str, str, str, list[str]]
) -> None:
    why, path, signal, arguments = case
    watch = SessionWatch(qapp)
    assert watch.start(bus, bus, {"XDG_SESSION_ID": "2"})
    told: list[str] = []
    loop = QEventLoop()
    watch.away.connect(told.append)
    watch.away.connect(loop.quit)
    QTimer.singleShot(20_000, loop.quit)
    announce(bus, path, signal, *arguments)
    loop.exec()
    assert told == [why]
    watch.deleteLater()


def test_another_persons_session_and_waking_are_not(qapp: QApplication, bus: str) -> None:
    watch = SessionWatch(qapp)
    assert watch.start(bus, bus, {"XDG_SESSION_ID": "2"})
    announce(bus, OTHER_SESSION, "org.freedesktop.login1.Session.Lock")
    announce(bus, MANAGER, "org.freedesktop.login1.Manager.PrepareForSleep", "false")
    announce(bus, SESSION, PROPERTIES, "'org.freedesktop.login1.Session'", "{'Active': <true>}", "@as []")
    assert heard(watch, bus) == ["screen", "screen"]
    watch.deleteLater()


def test_without_buses_nothing_is_heard_and_nothing_breaks(qapp: QApplication) -> None:
    watch = SessionWatch(qapp)
    nowhere = "unix:path=/nonexistent/bus"
    assert watch.start(nowhere, nowhere, {}) is False
    watch.deleteLater()


@pytest.mark.parametrize(("session", "label"), [("2", "_32"), ("c1", "c1"), ("12", "_312"), ("a-b", "a_2db")])
def test_session_ids_are_escaped_as_logind_does(session: str, label: str) -> None:
    assert escaped_label(session) == label
