"""`ler-wallet skills` and `ler-wallet overview`, as click sees them. Loads nothing but click.

Lives here: names, arguments, help with examples. Does not live here: what a command does (`skills`).
"""

from typing import Any

import click

from wallet.cli.options import call, clock, every_command, take_over, vault, vault_of_group


@click.group(invoke_without_command=True, epilog="Example: ler-wallet skills --vault my.lerwallet")
@vault_of_group
@click.pass_context
def skills(context: click.Context, /, **options: Any) -> int:
    """The skills your credentials name, each with what shows it. Only a verified credential counts as proof.

    Skills are one only by their identifier. What looks alike is suggested, and joined only by you.
    """
    return take_over(context, options, "list_skills", module="skills")


@skills.command("join", epilog="Example: ler-wallet skills join --vault my.lerwallet 3f9a12 77b0c4")
@click.argument("names", nargs=-1, required=True, metavar="SKILL...")
@vault
@clock
@every_command
def skills_join(**options: Any) -> int:
    """Say that skills are one: by the beginning of their keys, or by the name that they share."""
    return call("skills", "join", **options)


@skills.command("part", epilog="Example: ler-wallet skills part --vault my.lerwallet 3f9a12")
@click.argument("name", metavar="SKILL")
@vault
@every_command
def skills_part(**options: Any) -> int:
    """Take apart again what you joined."""
    return call("skills", "part", **options)


@click.command(epilog="Example: ler-wallet overview --vault my.lerwallet --pdf me.pdf --name --language es")
@click.option(
    "--pdf", metavar="FILE", help="Write one page to print: a new PDF. What is on it is printed here, too."
)
@click.option(
    "--language", type=click.Choice(["en", "es"]), default="en", show_default=True, help="Of the page."
)
@click.option(
    "--credential",
    "credentials",
    multiple=True,
    metavar="ID",
    help="A credential for the page, else those you show first, else the latest verified. May be repeated.",
)
@click.option("--name", "with_name", is_flag=True, help="Put your name on the page.")
@click.option("--words", "with_words", is_flag=True, help="Put your own words about yourself on the page.")
@click.option(
    "--without",
    multiple=True,
    type=click.Choice(["counts", "skills", "credentials"]),
    help="Leave this off the page. May be repeated.",
)
@click.option(
    "--about-me",
    metavar="TEXT",
    help="Keep these as your own words about yourself, in any language; - reads them from standard input.",
)
@vault
@clock
@every_command
def overview(**options: Any) -> int:
    """How many credentials of each kind you have, what you earned in which year, and how many skills you can show.

    Grades, birth dates and identifiers are never on the page; your name and your words only when you say so.
    """
    return call("overview", **options)


COMMANDS = (skills, overview)
