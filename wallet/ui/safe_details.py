"""What may be told to others about a mistake of this program: codes, places in the code, versions.

No message of an exception, no value of a variable, no path and nothing of the computer but its kind of system is in it,
so that a learner can send it on without a second thought.
"""

import platform
import traceback
from collections.abc import Iterator

from PySide6 import __version__ as qt_version

from wallet import __version__
from wallet.errors import WalletError

_MOST_PLACES = 12


def details_of(error: WalletError) -> str:
    """The details as lines of text.

    Args:
        error: as `tasks.internal_error` makes it, with the exception as its cause.
    """
    lines = [
        f"reason: {error.reason}",
        f"what: {error.detail}" if error.detail else "",
        f"way: {' > '.join(_places(error.__cause__))}" if error.__cause__ is not None else "",
        f"program: {__version__}",
        f"python: {platform.python_version()}",
        f"qt: {qt_version}",
        f"system: {platform.system()} {platform.machine()}",
    ]
    return "\n".join(line for line in lines if line)


def _places(error: BaseException) -> Iterator[str]:
    """The modules and lines it came through, the innermost last."""
    frames = list(traceback.walk_tb(error.__traceback__))[-_MOST_PLACES:]
    for frame, line in frames:
        yield f"{frame.f_globals.get('__name__', '?')}:{line}"
