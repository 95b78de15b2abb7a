"""Why a run did no more, said to whoever started it: sentences for people, an object for programs.

Lives here: the shape of a refusal. Does not live here: catching (`main`, `click_run`), or the words
(`wallet.app.reason_texts`), which are loaded only when there is something to refuse.
"""

# ruff: noqa: PLC0415

import contextlib

from wallet.cli import console
from wallet.cli.state import PROGRAM, RunState
from wallet.errors import InUseError, NoRoomError, Reason, RecoveryKitError, SiteBusyError, WalletError

_DETAIL_SAYS_WHERE = (Reason.USAGE, Reason.OUTPUT_KIND_UNKNOWN, Reason.SCHOOL_POLICY_INVALID)
_KIT_NOTES = (Reason.RECOVERY_KIT_WORD_UNKNOWN, Reason.RECOVERY_KIT_INCOMPLETE)


def refuse(reason: Reason, state: RunState | None = None, detail: str = "") -> int:
    """Says why no more was done, and returns the exit code that says it, too."""
    from wallet.cli import exit_codes, render

    note = f" ({detail})" if detail else ""
    console.say(f"{PROGRAM}: {render.refusal(reason)}{note}")
    if state is not None and state.as_json:
        print_refusal(reason)
    return exit_codes.for_reason(reason)


def print_refusal(reason: Reason) -> None:
    """The refusal as the one object of a run without results; behind results it would be taken for one of them."""
    from wallet.cli import render

    if console.has_results():
        return

    with contextlib.suppress(OSError, WalletError):
        console.result_object(render.refusal_object(reason))


def note_of(error: WalletError) -> str:
    """What the sentences of a reason cannot know: which argument, how much room, which endings of a name."""
    if isinstance(error, NoRoomError):
        return f"{error.needed_bytes / 1_000_000:.1f} MB needed"
    if isinstance(error, InUseError) and error.process is not None:
        from wallet.cli import render

        user, computer = render.plain(error.user), render.plain(error.computer)
        return f"by {user} on {computer}, process {error.process}"
    if isinstance(error, SiteBusyError) and error.seconds is not None:
        return f"for {-(-error.seconds // 60)} min"
    if isinstance(error, RecoveryKitError):  # "word 7", "22 of 24 words": never a word itself
        return error.detail if error.reason in _KIT_NOTES else ""
    return error.detail if error.reason in _DETAIL_SAYS_WHERE else ""
