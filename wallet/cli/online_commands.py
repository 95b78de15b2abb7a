"""The commands about the network, as click sees them. Loads nothing but click.

Lives here: names, arguments, help with examples. Does not live here: what a command does (a module of its own each).
"""

from typing import Any

import click

from wallet.cli.options import allow_host, call, clock, documents, every_command, vault


@click.group(epilog="Example: ler-wallet site list --vault my.lerwallet")
def site() -> None:
    """The websites you agreed to for good. They are asked with --online only, and then without a question."""


@site.command("list", epilog="Example: ler-wallet site list --vault my.lerwallet")
@vault
@every_command
def site_list(**options: Any) -> int:
    """One line for each website."""
    return call("sites", "list_allowed", **options)


@site.command("forget", epilog="Example: ler-wallet site forget --vault my.lerwallet school.example")
@click.argument("host", metavar="HOST")
@vault
@every_command
def site_forget(**options: Any) -> int:
    """Take your agreement to HOST back."""
    return call("sites", "forget", **options)


@click.command(epilog="Example: ler-wallet refresh --vault my.lerwallet 3f9a12")
@click.argument("record_id", metavar="ID")
@vault
@allow_host
@documents
@clock
@every_command
def refresh(**options: Any) -> int:
    """Fetch the newer version of a credential whose issuer holds one ready.

    You are asked about the website first: it learns the network address of this computer, and which credential this is.
    """
    return call("refresh", **options)


COMMANDS = (site, refresh)
