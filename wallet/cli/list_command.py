"""`ler-wallet list`, as click sees it, with what a list can be narrowed to. Loads nothing but click.

Does not live here: what the command does (`browse`).
"""

from typing import Any

import click

from wallet.cli.options import Command, call, every_command, vault

_KINDS = ("badge", "certificate", "degree", "transcript", "licence", "job", "volunteer", "course", "other")
_STATUSES = ("verified", "check", "unchecked", "invalid", "own")


def _filters(command: Command) -> Command:
    """`--kind`, `--status`, `--year` and `--skill` of a list. Each may be repeated; of one sort any fits."""
    for option in (
        click.option(
            "--skill",
            "skills",
            multiple=True,
            metavar="SKILL",
            help="Only what names this skill: its name, its code or the beginning of its key (see skills).",
        ),
        click.option(
            "--year",
            "years",
            multiple=True,
            type=click.IntRange(1, 9999),
            metavar="YEAR",
            help="Only what was earned in this year.",
        ),
        click.option(
            "--status",
            "statuses",
            multiple=True,
            type=click.Choice(_STATUSES),
            help="Only what has this answer; own is what you wrote yourself.",
        ),
        click.option(
            "--kind",
            "kinds",
            multiple=True,
            type=click.Choice(_KINDS),
            help="Only credentials of this kind. This and the next three may be repeated.",
        ),
    ):
        command = option(command)
    return command


@click.command("list", epilog="Example: ler-wallet list --vault my.lerwallet --search laser")
@vault
@click.option("--search", metavar="TEXT", help="Only those in which every word of TEXT occurs.")
@click.option("--collection", metavar="NAME", help="Only what is in this collection, in its order.")
@click.option("--tag", metavar="TAG", help="Only what wears this tag.")
@click.option("--bin", "in_bin", is_flag=True, help="What lies in the bin instead.")
@_filters
@every_command
def list_(**options: Any) -> int:
    """One line for each credential: what is pinned, then the newest first."""
    return call("browse", "list_credentials", **options)
