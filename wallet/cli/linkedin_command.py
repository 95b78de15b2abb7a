"""`ler-wallet linkedin` as click sees it. What it does is in `profile_entry`."""

from typing import Any

import click

from wallet.cli.options import call, clock, consent, every_command, vault


@click.command(epilog="Example: ler-wallet linkedin --vault my.lerwallet 3f9a12")
@click.argument("record_id", metavar="ID")
@click.option("--page-url", metavar="URL", help="Where others can check it, when you have put it somewhere.")
@click.option(
    "--purpose", metavar="TEXT", default="My public profile", show_default=True, help="What it is for."
)
@consent
@vault
@clock
@every_command
def linkedin(**options: Any) -> int:
    """Print the address that fills in LinkedIn's "Add to profile", and the same as text. Nothing is opened.

    It is kept in your history of shares. Where an adult has to agree to what is shared, they have to agree to it, too.
    """
    return call("profile_entry", **options)
