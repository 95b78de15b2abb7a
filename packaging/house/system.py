"""Packages of the system that Qt and the tests need, by name: installed when we may, else asked for in one line."""

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from house.console import run_quietly, say

# What the wheels of PySide6 do not carry. `fontconfig` brings a font with it.
OFFSCREEN = (
    *("libglib2.0-0", "libgl1", "libegl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1", "libx11-6"),
    *("libbrotli1", "libgssapi-krb5-2"),
)
X11 = (
    *(
        "libxcb-cursor0",
        "libxcb-icccm4",
        "libxcb-image0",
        "libxcb-keysyms1",
        "libxcb-randr0",
        "libxcb-render-util0",
    ),
    *("libxcb-shape0", "libxcb-shm0", "libxcb-sync1", "libxcb-util1", "libxcb-xfixes0", "libxcb-xkb1"),
    *("libxkbcommon-x11-0", "libx11-xcb1"),
)
WAYLAND = ("libwayland-client0", "libwayland-cursor0", "libwayland-egl1")

# The power-failure tests build the small library that watches a run's writes.
COMPILER = ("gcc", "libc6-dev")

# The tests of the page for receivers drive a real browser.
BROWSER = ("chromium", "chromium-driver")

# One test uses the window as a screen reader does: a display, a bus, a window manager, and the library of readers.
SCREEN_READER = ("xvfb", "openbox", "dbus", "at-spi2-core", "python3-gi", "gir1.2-atspi-2.0")

# Others speak to a bus as the system does (gdbus), and have the desktop entry looked at.
DESKTOP_TOOLS = ("libglib2.0-bin", "desktop-file-utils")

# Renamed when time became 64 bits wide (Debian 13, Ubuntu 24.04).
RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}
RENAMED_SINCE = {"debian": 13, "ubuntu": 24}


@dataclass(frozen=True, slots=True)
class Distribution:
    """What /etc/os-release says, as far as it matters; `version` is 0 when none is given (testing, sid)."""

    name: str
    like: tuple[str, ...]
    version: int

    @property
    def base(self) -> str | None:
        """The family its package names come from, "debian" or "ubuntu"; None for all others."""
        for candidate in (self.name, *self.like):
            if candidate in RENAMED_SINCE:
                return candidate
        return None


def parse_os_release(text: str) -> Distribution:
    """Reads the text of /etc/os-release (shell assignments, quotes optional)."""
    values: dict[str, str] = {}
    for line in text.splitlines():
        key, _, value = line.partition("=")
        values[key.strip()] = value.strip().strip("\"'")
    major = values.get("VERSION_ID", "").partition(".")[0]
    version = int(major) if major.isdigit() else 0
    return Distribution(values.get("ID", ""), tuple(values.get("ID_LIKE", "").split()), version)


def package_names(distribution: Distribution, *, x11: bool, wayland: bool) -> tuple[str, ...]:
    """The packages Qt needs on this distribution; empty when it is not of the Debian family.

    A derivative counts its versions its own way (Mint 22 is Ubuntu 24.04), so only the two themselves are
    asked by number; for the others apt says which name it knows.
    """
    if distribution.base is None:
        return ()
    names = OFFSCREEN + (X11 if x11 else ()) + (WAYLAND if wayland else ())
    return tuple(RENAMED.get(name, name) for name in names) if _has_new_names(distribution) else names


def _has_new_names(distribution: Distribution) -> bool:
    if distribution.name not in RENAMED_SINCE:
        return run_quietly(["apt-cache", "show", *RENAMED.values()], seconds=60).ok
    # Debian testing and unstable carry no number; they are newer than any release.
    return distribution.version == 0 or distribution.version >= RENAMED_SINCE[distribution.name]


def this_distribution() -> Distribution:
    """The distribution this runs on; an empty one on other systems."""
    try:
        return parse_os_release(Path("/etc/os-release").read_text("utf-8"))
    except OSError:
        return Distribution("", (), 0)


def missing_packages(names: Sequence[str]) -> list[str]:
    """Those of `names` that dpkg does not have installed."""
    if not names or shutil.which("dpkg-query") is None:
        return []
    form = "--showformat=${Package} ${db:Status-Status}\\n"
    outcome = run_quietly(["dpkg-query", "--show", form, *names], seconds=60)
    return not_installed(names, outcome.output)


def not_installed(names: Sequence[str], dpkg_output: str) -> list[str]:
    """Reads `package status` lines; a package dpkg has never heard of is missing too."""
    present = {line.split()[0] for line in dpkg_output.splitlines() if line.split()[1:] == ["installed"]}
    return [name for name in names if name not in present]


def apt_line(names: Sequence[str], *, root: bool) -> str:
    """The one line to run."""
    become = "" if root else "sudo "
    return f"{become}apt-get update && {become}apt-get install --no-install-recommends {' '.join(names)}"


def is_root() -> bool:
    """Whether packages may be installed without asking for a password."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def ensure_compiler(environment: Mapping[str, str]) -> bool:
    """Whether there is a C compiler, installed as root on the Debian family where there was none."""
    if shutil.which("cc") or shutil.which("gcc"):
        return True
    return is_root() and install_packages(COMPILER, environment, who="the power-failure tests need")


def ensure_browser(environment: Mapping[str, str]) -> bool:
    """Whether Chromium and its driver are there, installed as root on the Debian family where they were not."""
    if shutil.which("chromium") and shutil.which("chromedriver"):
        return True
    return is_root() and install_packages(BROWSER, environment, who="the tests of the receivers' page need")


def ensure_desktop(environment: Mapping[str, str]) -> bool:
    """Whether the window can be tested as part of a desktop: read over AT-SPI, told of sleep; installed as root."""
    wanted = (*SCREEN_READER, *DESKTOP_TOOLS, *package_names(this_distribution(), x11=True, wayland=False))
    missing = missing_packages(wanted)
    return not missing or (
        is_root() and install_packages(missing, environment, who="the tests of the desktop need")
    )


def install_packages(names: Sequence[str], environment: Mapping[str, str], who: str = "Qt needs") -> bool:
    """Installs with apt-get, as root. False, with the reason on stderr, when that did not work."""
    if sys.platform != "linux" or shutil.which("apt-get") is None:
        return False
    say(f"Installing {len(names)} system packages {who}: {' '.join(names)}")
    quiet = {**environment, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    run_quietly(["apt-get", "-q", "update"], quiet)  # one source may fail, the others do
    done = run_quietly(["apt-get", "-q", "-y", "install", "--no-install-recommends", *names], quiet)
    if not done.ok:
        say(f"apt-get could not install them:\n{done.last_lines(3)}")
    return done.ok
