"""`ler-wallet materials` as click sees it. What it does is in `materials`."""

from typing import Any

import click

from wallet.cli.options import call, clock, every_command


@click.command(epilog="Example: ler-wallet materials student --language es --out student.pdf")
@click.argument("name", required=False, metavar="[NAME]")
@click.option(
    "--language", type=click.Choice(["en", "es"]), default="en", show_default=True, help="Of the text."
)
@click.option(
    "--page-url",
    metavar="URL",
    help="For the poster: where the page for receivers lies. Without it the poster has no QR code.",
)
@click.option(
    "--changed",
    is_flag=True,
    help="For practice: a share in which a word was changed after it was signed.",
)
@click.option(
    "--out",
    "out_path",
    metavar="FILE",
    help="A new .pdf, .txt or .html file; for practice .html or .json. Without it the text is printed.",
)
@clock
@every_command
def materials(**options: Any) -> int:
    """Handouts and guides for students, families, schools and receivers. Without NAME: which there are.

    The name "practice" makes a share of sample credentials, to try the page for receivers and the command verify with.
    Nothing is sent anywhere, and no wallet file is needed.
    """
    return call("materials", **options)
