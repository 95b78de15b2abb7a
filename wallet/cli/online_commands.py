"""The commands about the network, as click sees them. Loads nothing but click.

Lives here: names, arguments, help with examples. Does not live here: what a command does (a module of its own each).
"""

from typing import Any

import click

from wallet.cli.options import (
    Command,
    allow_host,
    call,
    clock,
    documents,
    every_command,
    keeping,
    signed_form,
    skip_invalid,
    vault,
)


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


def _site_options(command: Command) -> Command:
    """What every visit to a badge site takes."""
    return vault(allow_host(documents(clock(every_command(command)))))


@click.command(epilog="Example: ler-wallet connect badges.school.example --vault my.lerwallet")
@click.argument("address", metavar="SITE")
@click.option(
    "--keep",
    is_flag=True,
    help="Keep the access inside your encrypted wallet file, so that next time nobody has to sign in. Without this it "
    "is given back at once.",
)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Read everything from a site you stay connected to, not only what is newer than last time.",
)
@keeping
@skip_invalid
@click.option(
    "--interface",
    type=click.Choice(["openbadges-3.0", "badge-connect-2.1", "clr-2.0"]),
    help="Use this interface of the site. Without this the first one it has, in this order.",
)
@_site_options
def connect(**options: Any) -> int:
    """Fetch your badges from a badge site (Open Badges 3.0 or Badge Connect) or a site for learner records (CLR 2.0).

    You are asked about each website, and sign in at SITE itself, in your browser: this program sees no password.
    Everything is read before the first badge is kept. One line for each, as with import.
    """
    return call("connect", **options)


@click.group(epilog="Example: ler-wallet connection list --vault my.lerwallet")
def connection() -> None:
    """The badge sites you stay connected to (connect --keep)."""


@connection.command("list", epilog="Example: ler-wallet connection list --vault my.lerwallet")
@vault
@every_command
def connection_list(**options: Any) -> int:
    """One line for each site."""
    return call("connect", "list_kept", **options)


@connection.command(
    "forget", epilog="Example: ler-wallet connection forget --vault my.lerwallet badges.school.example"
)
@click.argument("address", metavar="SITE")
@click.option(
    "--online", is_flag=True, help="Also tell the site, so that the access counts nowhere any more."
)
@vault
@allow_host
@every_command
def connection_forget(**options: Any) -> int:
    """Wipe the access to SITE from your wallet file. Your badges stay."""
    return call("connect", "forget", **options)


@connection.command(
    "send", epilog="Example: ler-wallet connection send --vault my.lerwallet badges.school.example 3f9a12"
)
@click.argument("address", metavar="SITE")
@click.argument("record_id", metavar="ID")
@click.option(
    "--purpose", default="To keep it there", metavar="TEXT", help="What it is for, for your history."
)
@click.option("--guardian", metavar="NAME", help="The adult who agrees, where one has to (command guardian).")
@click.option("--relation", metavar="TEXT", help="What the adult is to the learner.")
@signed_form
@_site_options
def connection_send(**options: Any) -> int:
    """Send one credential to SITE, whole, and record that. You sign in there for this one time."""
    return call("send_to_site", **options)


@click.command(epilog="Example: ler-wallet policy policy.toml")
@click.argument("path", metavar="[FILE]", required=False)
@every_command
def policy(**options: Any) -> int:
    """Show what your school has set for this computer; with FILE, check a file before it is put in place.

    The file is policy.toml in /etc/ler-wallet, on macOS in /Library/Application Support/ler-wallet, on Windows in the
    folder ler-wallet of all users' program data. Only an administrator may be able to write it.
    """
    return call("policy", **options)


COMMANDS = (site, refresh, connect, connection, policy)
