"""`ler-wallet completion`: the script a shell loads to complete our commands."""

from click.shell_completion import get_completion_class

from wallet.cli import console, exit_codes
from wallet.cli.commands import root
from wallet.cli.state import COMPLETION_VARIABLE, PROGRAM


def run(*, shell: str) -> int:
    """Prints the script for this shell."""
    completer = get_completion_class(shell)
    if completer is None:
        return exit_codes.USAGE
    console.result(completer(root, {}, PROGRAM, COMPLETION_VARIABLE).source())
    return exit_codes.DONE
