"""What this computer remembers of the vaults used on it; nothing where others use it, too."""

import click

from wallet.app.last_seen import LastSeen, private_memory
from wallet.app.shared_computer import is_shared
from wallet.cli.state import RunState


def memory() -> LastSeen:
    """The memory of this computer, or one that forgets at once: with `--shared`, or beside the marker file."""
    context = click.get_current_context(silent=True)
    state = context.find_object(RunState) if context is not None else None
    if (state is not None and state.shared) or is_shared(()):
        return LastSeen(None)
    return private_memory()
