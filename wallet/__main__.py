"""Picks the window (no arguments) or the command line; before that, memory is made private. Nothing else."""

import contextlib
import gc
import os
import sys

from wallet.app.private_memory import forbid_core_dumps, keep_memory_private
from wallet.cli import plain_verify
from wallet.cli.state import COMPLETION_VARIABLE, INTERRUPTED

_NEW_OBJECTS = 50_000
"""So many more objects before Python looks for cycles: at its own number, most of what it looks at are modules."""


def main() -> int:
    """The program: `ler-wallet`, or `python -m wallet`. Returns the exit code."""
    try:
        _keep_memory_private()
        if COMPLETION_VARIABLE in os.environ or not _are_for_the_window(sys.argv[1:]):
            gc.set_threshold(_NEW_OBJECTS)
            from wallet.cli.main import main as command_line  # noqa: PLC0415 - the window does without it

            return _end(command_line())
        return _open_window()
    except KeyboardInterrupt:  # while modules are still being loaded
        return INTERRUPTED


def _keep_memory_private() -> None:
    """All that can be done, but for a run that has to do with no secret: that takes as long as checking a signature."""
    if plain_verify.read(sys.argv[1:]) is None:
        keep_memory_private()
    else:
        forbid_core_dumps()


def _are_for_the_window(words: list[str]) -> bool:
    """Whether all arguments are the window's; what follows `--open` is, whatever it looks like."""
    return all(map(_is_for_the_window, words[: words.index("--open")] if "--open" in words else words))


def _is_for_the_window(word: str) -> bool:
    """Whether an argument is the window's: it says how, not what to do."""
    return word in ("--shared", "--gallery") or word.startswith("--resume-fd=")


def _end(code: int) -> int:
    """Ends the process at once: taking all modules apart in order is a tenth of the time of a short command.

    By now everything is written and closed: results are handed on line by line, files and children by those who
    opened them.
    """
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


def _open_window() -> int:
    """The window, or one sentence where there can be none."""
    if not _may_have_screen():
        return _refuse_window()
    try:
        from wallet.ui.application import run  # noqa: PLC0415 - no command ever loads Qt
        from wallet.ui.no_screen import end_with  # noqa: PLC0415
    except ImportError:
        return _refuse_window()
    end_with(_refuse_window)
    return run()


def _refuse_window() -> int:
    from wallet.cli.refusals import refuse  # noqa: PLC0415 - the window does without it
    from wallet.errors import Reason  # noqa: PLC0415

    return refuse(Reason.WINDOW_NOT_AVAILABLE)


def _may_have_screen() -> bool:
    """Whether it is worth loading Qt: these variables lead to a screen, if there is one."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
