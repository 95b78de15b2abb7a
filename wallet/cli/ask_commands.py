"""`ler-wallet ask` as click sees it. What it does is in `ask`."""

from typing import Any

import click

from wallet.cli.options import call, clock, every_command, vault


@click.group(
    epilog="Example: ler-wallet ask make --vault my.lerwallet 3f9a12 --to 'Ms. Lee' --out letter.pdf"
)
def ask() -> None:
    """Ask somebody who saw what you did to sign for it. Nothing is sent."""


@ask.command(
    "make", epilog="Example: ler-wallet ask make --vault my.lerwallet 3f9a12 --to 'Ms. Lee' --out letter.pdf"
)
@click.argument("record_id", metavar="ID")
@click.option("--to", required=True, metavar="NAME", help="Whom you ask.")
@click.option("--words", default="", metavar="TEXT", help="What you want to say to them.")
@click.option(
    "--out",
    "out_path",
    required=True,
    metavar="FILE",
    help="A new file: .pdf letter with a file for a badge program inside, .txt letter alone, .json that file alone.",
)
@click.option(
    "--language", type=click.Choice(["en", "es"]), default="en", show_default=True, help="Of the letter."
)
@click.option("--without-name", is_flag=True, help="Do not name you.")
@click.option("--title-only", is_flag=True, help="Leave out what you did.")
@vault
@clock
@every_command
def ask_make(**options: Any) -> int:
    """Write a letter about what you wrote yourself (ID). It holds what is printed and nothing else."""
    return call("ask", "make", **options)


@ask.command("show", epilog="Example: ler-wallet ask show --vault my.lerwallet 3f9a12")
@click.argument("record_id", metavar="ID")
@vault
@every_command
def ask_show(**options: Any) -> int:
    """Whom you asked, what was joined, and what came in that names what you wrote."""
    return call("ask", "show", **options)


@ask.command("join", epilog="Example: ler-wallet ask join --vault my.lerwallet 3f9a12 81bb40")
@click.argument("record_id", metavar="ID")
@click.argument("signed_id", metavar="SIGNED")
@click.option("--apart", is_flag=True, help="Take a join back.")
@vault
@every_command
def ask_join(**options: Any) -> int:
    """Say that SIGNED, a credential somebody else signed, belongs to what you wrote. Neither is changed."""
    return call("ask", "join", **options)
