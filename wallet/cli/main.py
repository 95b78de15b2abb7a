"""The edge of the command line: the one place where errors become sentences and exit codes.

Lives here: catching. Does not live here: commands (`commands`) or words (`render`,
`wallet.app.reason_texts`).
"""

import contextlib
import sys
import traceback
from collections.abc import Iterator, Sequence

import click

from wallet.cli import console
from wallet.cli.commands import PROGRAM, root
from wallet.cli.state import RunState
from wallet.errors import InUseError, NoRoomError, Reason, RecoveryKitError, WalletError

_USAGE_EXIT = 2
_KIT_NOTES = (Reason.RECOVERY_KIT_WORD_UNKNOWN, Reason.RECOVERY_KIT_INCOMPLETE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code.

    Args:
        arguments: without the program's name; None for the process's own.
    """
    console.prepare_streams()
    state = RunState()
    try:
        code = root.main(
            args=list(sys.argv[1:] if arguments is None else arguments),
            prog_name=PROGRAM,
            standalone_mode=False,
            obj=state,
        )
    except click.ClickException as error:
        return _show_usage(error, state)
    except (click.Abort, KeyboardInterrupt):
        return refuse(Reason.INTERRUPTED, state)
    except BrokenPipeError:
        console.silence_stdout()
        return 1
    except WalletError as error:
        _debug(error, state)
        return refuse(error.reason, state, _note(error))
    except Exception as error:  # noqa: BLE001 - our own bugs end here, told apart from everything foreseen
        _debug(error, state)
        return refuse(Reason.INTERNAL_ERROR, state)
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
        _print_refusal(Reason.USAGE)
    return _USAGE_EXIT


def refuse(reason: Reason, state: RunState | None = None, detail: str = "") -> int:
    """Says why no more was done: in sentences for people, as an object for programs that asked for JSON."""
    from wallet.cli import exit_codes, render  # noqa: PLC0415 - what `--help` does not need is not loaded

    note = f" ({detail})" if detail else ""
    console.say(f"{PROGRAM}: {render.refusal(reason)}{note}")
    if state is not None and state.as_json:
        _print_refusal(reason)
    return exit_codes.for_reason(reason)


def _note(error: WalletError) -> str:
    """What the sentences of a reason cannot know: which argument, how much room."""
    if isinstance(error, NoRoomError):
        return f"{error.needed_bytes / 1_000_000:.1f} MB needed"
    if isinstance(error, InUseError) and error.process is not None:
        from wallet.cli import render  # noqa: PLC0415 - as below

        user, computer = render.plain(error.user), render.plain(error.computer)
        return f"by {user} on {computer}, process {error.process}"
    if isinstance(error, RecoveryKitError):  # "word 7", "22 of 24 words": never a word itself
        return error.detail if error.reason in _KIT_NOTES else ""
    return error.detail if error.reason is Reason.USAGE else ""


def _print_refusal(reason: Reason) -> None:
    """The refusal as the one object of a run without results; behind results it would be taken for one of them."""
    from wallet.cli import render  # noqa: PLC0415 - as above

    if console.has_results():
        return

    with contextlib.suppress(OSError, WalletError):
        console.result_object(render.refusal_object(reason))


def _debug(error: BaseException, state: RunState) -> None:
    if state.debug:
        for line in _trace(error):
            console.say(line)


def _trace(error: BaseException) -> Iterator[str]:
    """Where an error came from: files, lines, kinds of errors. No values, and no messages except our own."""
    if error.__cause__ is not None:
        yield from _trace(error.__cause__)
        yield "which led to:"
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} in {frame.name}"
    own = f": {error}" if isinstance(error, WalletError) else ""
    yield f"{type(error).__name__}{own}"
