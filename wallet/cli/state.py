"""What the edge must know about a run that may fail before, or after, its options are understood."""

from dataclasses import dataclass

PROGRAM = "ler-wallet"

COMPLETION_VARIABLE = "_LER_WALLET_COMPLETE"
"""Set by a shell that asks the program what could come next."""

INTERRUPTED = 130
"""The exit code after an interrupt; needed before `exit_codes` can be loaded."""


@dataclass(slots=True)
class RunState:
    """Filled in while the options are read.

    Attributes:
        as_json: results are JSON Lines, and so is the refusal of the whole command.
        debug: show where an error came from.
        shared: others use this computer, too: nothing is remembered on it.
    """

    as_json: bool = False
    debug: bool = False
    shared: bool = False
