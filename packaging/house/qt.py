"""Is there a display, and does Qt start on it? Asked in a child: Qt ends the whole process when it cannot."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace

from house import system
from house.console import Outcome, run_quietly, say
from house.stamp import Environment, write_stamp

PROBE = """
import sys
from PySide6 import QtCore, QtGui, QtNetwork, QtSvg, QtWidgets
application = QtWidgets.QApplication(sys.argv[:1])
print("Qt", QtCore.qVersion(), application.platformName())
"""
PROBE_SECONDS = 120.0  # the first import of a cold disk on a slow machine
NOT_INSTALLED = "its libraries are not installed (python3 packaging/run.py setup)"


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether Qt starts; `reason` is for a person when it does not, with the line to run."""

    works: bool
    reason: str = ""


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """True where a window can be shown: always on Windows and macOS, elsewhere when a display is named."""
    if environment.get("QT_QPA_PLATFORM", "").split(":")[0] in {"offscreen", "minimal"}:
        return False
    if platform in {"win32", "darwin"}:
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def ensure(prepared: Environment, *, window: bool, may_install: bool) -> tuple[Environment, Answer]:
    """Finds out whether Qt starts, installs what it misses where it may, and remembers a yes in the stamp.

    Args:
        prepared: the environment.
        window: on the display of this session; False: offscreen, which is enough for pictures and tests.
        may_install: system packages may be installed, when this is root on a system of the Debian family.
    """
    kind = "window" if window else "offscreen"
    if prepared.stamp.qt.get(kind):
        return prepared, Answer(works=True)
    if not prepared.has("gui"):
        return prepared, Answer(works=False, reason=NOT_INSTALLED)
    first = _probe(prepared, window=window)
    if first.ok:
        return _remembered(prepared, kind), Answer(works=True)
    missing = system.missing_packages(_needed(window=window))
    if missing and may_install and system.is_root() and system.install_packages(missing, os.environ):
        second = _probe(prepared, window=window)
        if second.ok:
            return _remembered(prepared, kind), Answer(works=True)
        return prepared, Answer(works=False, reason=_said(second))
    return prepared, Answer(works=False, reason=_advice(first, missing))


def _probe(prepared: Environment, *, window: bool) -> Outcome:
    environment = dict(os.environ)
    if not window:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return run_quietly([prepared.python, "-P", "-c", PROBE], environment, PROBE_SECONDS)


def _remembered(prepared: Environment, kind: str) -> Environment:
    stamp = replace(prepared.stamp, qt={**prepared.stamp.qt, kind: True})
    write_stamp(prepared.venv, stamp)
    return replace(prepared, stamp=stamp)


def _needed(*, window: bool) -> tuple[str, ...]:
    if sys.platform != "linux":
        return ()
    wayland = window and bool(os.environ.get("WAYLAND_DISPLAY"))
    x11 = window and bool(os.environ.get("DISPLAY"))
    return system.package_names(system.this_distribution(), x11=x11, wayland=wayland)


def _advice(probe: Outcome, missing: list[str]) -> str:
    if missing:
        line = system.apt_line(missing, root=system.is_root())
        return f"system libraries are missing. To install them, run:\n    {line}"
    return _said(probe)


def _said(probe: Outcome) -> str:
    """What Qt or the loader complained about, in its own words."""
    lines = [line.strip() for line in probe.output.splitlines() if line.strip()]
    telling = [line for line in lines if "Error:" in line or "could not" in line.lower()]
    return (telling or lines or [f"it ended with {probe.code}"])[-1]


def say_unavailable(what: str, answer: Answer) -> None:
    """One sentence on stderr for what is left out."""
    say(f"{what}: Qt does not start here, {answer.reason}")
