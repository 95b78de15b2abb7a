"""The commands for the guardian's step, as click sees them. Loads nothing but click."""

from typing import Any

import click

from wallet.cli.options import call, clock, every_command, vault


@click.group(epilog="Example: ler-wallet guardian set --vault my.lerwallet --born 2014-05-31")
def guardian() -> None:
    """An adult agrees before a child shares. Voluntary; the code word opens nothing."""


@guardian.command("set", epilog="Example: ler-wallet guardian set --vault my.lerwallet --band under-13")
@click.option("--band", type=click.Choice(["under-13", "13-17"]), help="How old the learner is.")
@click.option("--born", metavar="DATE", help="The birth date instead; the step then ends by itself.")
@vault
@clock
@every_command
def guardian_set(**options: Any) -> int:
    """Set up the step.

    The adult's code word comes from LER_WALLET_GUARDIAN_CODE, the second line of --passphrase-fd, or is asked for.
    """
    return call("guardian", "set_up", **options)


@guardian.command("show", epilog="Example: ler-wallet guardian show --vault my.lerwallet")
@vault
@clock
@every_command
def guardian_show(**options: Any) -> int:
    """Say whether an adult has to agree."""
    return call("guardian", "show", **options)


@guardian.command("remove", epilog="Example: ler-wallet guardian remove --vault my.lerwallet")
@vault
@clock
@every_command
def guardian_remove(**options: Any) -> int:
    """Take the step away. Asks for the code word."""
    return call("guardian", "remove", **options)
