"""A run as click understands it: every command but a plain `verify`, and whatever is not understood.

Lives here: the only code that meets click's exceptions. Does not live here: the commands (`commands`).
"""

from collections.abc import Sequence

import click

from wallet.cli import console
from wallet.cli.commands import root
from wallet.cli.refusals import print_refusal
from wallet.cli.state import PROGRAM, RunState
from wallet.errors import Reason

_USAGE_EXIT = 2


def run(words: Sequence[str], state: RunState) -> int:
    """Understands the words and does the work; returns the exit code.

    Raises:
        KeyboardInterrupt: somebody stopped it, at a question, too.
    """
    try:
        code = root.main(args=list(words), prog_name=PROGRAM, standalone_mode=False, obj=state)
    except click.ClickException as error:
        return _show_usage(error, state)
    except click.Abort as error:
        raise KeyboardInterrupt from error
    return int(code or 0)


def _show_usage(error: click.ClickException, state: RunState) -> int:
    """What click found wrong, with the usage line of the command it belongs to."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        console.say(context.get_usage())
    console.say(f"{PROGRAM}: {error.format_message()}")
    if context is not None:
        console.say(f"Type '{context.command_path} --help' for an example.")
    if state.as_json:
        print_refusal(Reason.USAGE)
    return _USAGE_EXIT
