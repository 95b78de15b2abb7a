"""`ler-wallet class-pack ...` as click sees it. What the commands do is in `class_pack`. Loads nothing but click."""

from typing import Any

import click

from wallet.cli.options import call, clock, every_command


@click.group("class-pack", epilog="Example: ler-wallet class-pack make class-7b.lerclass --seats 24")
def class_pack() -> None:
    """Prepare a class: one file with lists of issuers, a language, and what issuers gave out for each student."""


@class_pack.command(
    "make",
    epilog="Example: ler-wallet class-pack make class-7b.lerclass --seats 24 --language es --list district.json "
    "--files students/ --tickets tickets.pdf",
)
@click.argument("path", metavar="OUT.lerclass")
@click.option("--seats", type=int, required=True, metavar="N", help="For how many students, 1 to 500.")
@click.option("--language", type=click.Choice(["en", "es"]), help="The language the window begins in.")
@click.option(
    "--list",
    "lists",
    multiple=True,
    metavar="LIST",
    help="A file with a list of issuers your school or district knows. May be repeated.",
)
@click.option(
    "--files",
    metavar="FOLDER",
    help="What issuers gave out: a folder with one folder for each student, named with their e-mail.",
)
@click.option("--school", default="", metavar="NAME", help="What the school calls itself.")
@click.option("--note", default="", metavar="TEXT", help="A few words the students see.")
@click.option("--tickets", metavar="FILE.pdf", help="Also write tickets to print, one for each seat.")
@clock
@every_command
def make(**options: Any) -> int:
    """Make a class pack and print its class code, which stands nowhere in the file.

    No name and no e-mail is readable in the pack. What is for one student opens with that student's e-mail and the
    class code: whoever has the pack without the code cannot find out whom it is for, but whoever has both can try
    e-mails they know.
    """
    return call("class_pack", "make", **options)


@class_pack.command("show", epilog="Example: ler-wallet class-pack show class-7b.lerclass --json")
@click.argument("path", metavar="PACK")
@every_command
def show(**options: Any) -> int:
    """Say what is in a class pack, as far as anybody can see without a student's e-mail."""
    return call("class_pack", "show", **options)
