"""`ler-wallet collection note` and `collection page` as click sees them. What they do is in `collection_page`."""

from typing import Any

import click

from wallet.cli.options import call, clock, every_command, vault


@click.command(
    "note",
    epilog="Example: ler-wallet collection note --vault my.lerwallet 'First job' 'What I can do on day one'",
)
@click.argument("name")
@click.argument("text", required=False)
@vault
@every_command
def collection_note(**options: Any) -> int:
    """Your own words about a collection, for its page. TEXT replaces them; an empty one takes them away."""
    return call("collection_page", "note", **options)


@click.command(
    "page", epilog="Example: ler-wallet collection page --vault my.lerwallet 'First job' --out first-job.pdf"
)
@click.argument("name")
@click.option("--out", "out_path", required=True, metavar="FILE", help="A new PDF.")
@click.option(
    "--language", type=click.Choice(["en", "es"]), default="en", show_default=True, help="Of the page."
)
@click.option("--without-name", is_flag=True, help="Do not name you on it.")
@vault
@clock
@every_command
def collection_page(**options: Any) -> int:
    """One page to read or print: your words, and for each credential its issuer, date and what a check found.

    Nothing on it is signed. To let others check, use the command share.
    """
    return call("collection_page", "page", **options)
