"""The edge of the command line: the one place where errors become sentences and exit codes.

Lives here: catching. Does not live here: commands (`commands`), how words are understood (`plain_verify`, `click_run`)
or what a refusal says (`refusals`).
"""

import sys
from collections.abc import Iterator, Sequence

from wallet.cli import console, plain_verify
from wallet.cli.refusals import note_of, refuse
from wallet.cli.state import RunState
from wallet.errors import Reason, WalletError


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code.

    Args:
        arguments: without the program's name; None for the process's own.
    """
    console.prepare_streams()
    state = RunState()
    try:
        return _run(sys.argv[1:] if arguments is None else arguments, state)
    except KeyboardInterrupt:
        return refuse(Reason.INTERRUPTED, state)
    except BrokenPipeError:
        console.silence_stdout()
        return 1
    except WalletError as error:
        _debug(error, state)
        return refuse(error.reason, state, note_of(error))
    except Exception as error:  # noqa: BLE001 - our own bugs end here, told apart from everything foreseen
        _debug(error, state)
        return refuse(Reason.INTERNAL_ERROR, state)


def _run(words: Sequence[str], state: RunState) -> int:
    plain = plain_verify.read(words)
    if plain is not None:
        from wallet.cli import verify  # noqa: PLC0415 - as below

        state.as_json, state.debug = plain["as_json"], plain["debug"]
        try:
            return verify.run(**plain)
        except KeyboardInterrupt:
            console.say("")  # the terminal shows ^C where it was; click does the same
            raise
    from wallet.cli import click_run  # noqa: PLC0415 - takes longer to load than a badge to verify

    return click_run.run(words, state)


def _debug(error: BaseException, state: RunState) -> None:
    if state.debug:
        for line in _trace(error):
            console.say(line)


def _trace(error: BaseException) -> Iterator[str]:
    """Where an error came from: files, lines, kinds of errors. No values, and no messages except our own."""
    import traceback  # noqa: PLC0415 - only for this

    if error.__cause__ is not None:
        yield from _trace(error.__cause__)
        yield "which led to:"
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} in {frame.name}"
    own = f": {error}" if isinstance(error, WalletError) else ""
    yield f"{type(error).__name__}{own}"
