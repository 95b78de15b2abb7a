"""Opening the system's browser from a terminal. The address is always printed, too: it may have to be opened by hand.

Does not live here: what the browser is sent to, or waiting for it to come back (`wallet.exchange.redirect_listener`).
"""

import contextlib
import os
import subprocess
import sys

from wallet.cli import console
from wallet.cli.render import plain

_LAUNCHERS = {"darwin": "open", "linux": "xdg-open"}
_SHOWS = ("DISPLAY", "WAYLAND_DISPLAY")


def show_sign_in(host: str, address: str) -> None:
    """Opens a sign-in page, and says where it is for whoever sees no browser.

    Args:
        address: a secure web address of this very sign-in.
    """
    console.say(f"Sign in at {plain(host)} in your browser, and say yes there. We wait for five minutes.")
    console.say(
        f"If no browser opens, open this address yourself, on this computer: {plain(address, len(address))}"
    )
    with contextlib.suppress(OSError):
        start(address)


def start(address: str) -> None:
    """Hands an https address to the system's browser. What that writes is not for this terminal.

    Raises:
        OSError: there is nothing to hand it to.
    """
    if not address.startswith("https://"):
        return
    if sys.platform == "win32":
        os.startfile(address)  # noqa: S606 - an https address, nothing else
        return
    if sys.platform != "darwin" and not any(os.environ.get(name) for name in _SHOWS):
        return
    launcher = _LAUNCHERS.get(sys.platform, "xdg-open")
    quiet = subprocess.DEVNULL
    command = [launcher, address]
    subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)  # noqa: S603 - as above
