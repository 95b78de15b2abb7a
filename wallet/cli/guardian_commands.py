"""The commands for the guardian's step, as click sees them. Loads nothing but click."""

from typing import Any

import click

from wallet.cli.options import call, clock, documents, every_command, vault, what_is_shared


@click.group(epilog="Example: ler-wallet guardian set --vault my.lerwallet --born 2014-05-31")
def guardian() -> None:
    """An adult agrees before a child shares. Voluntary; the code word opens nothing."""


@guardian.command("set", epilog="Example: ler-wallet guardian set --vault my.lerwallet --band under-13")
@click.option("--band", type=click.Choice(["under-13", "13-17", "18+"]), help="How old the learner is.")
@click.option(
    "--born", metavar="DATE", help="The birth date or birth year instead; the step then ends by itself."
)
@click.option(
    "--on-paper",
    is_flag=True,
    help="Under 13: the adult signs a form for each share (command guardian form) and chooses no code word. Whoever "
    "opens the file can then change this.",
)
@vault
@clock
@every_command
def guardian_set(**options: Any) -> int:
    """Say how old the learner is. Under 13, an adult then has to agree to each share.

    The adult's code word, under 13 only, comes from LER_WALLET_GUARDIAN_CODE, the second line of --passphrase-fd, or is
    asked for.
    """
    return call("guardian", "set_up", **options)


@guardian.command(
    "form",
    epilog="Example: ler-wallet guardian form --vault my.lerwallet --credential 3f9a12 --to 'City Library' "
    "--purpose 'Summer course' --out form.pdf",
)
@what_is_shared
@click.option(
    "--language", type=click.Choice(["en", "es"]), default="en", show_default=True, help="Of the form."
)
@click.option("--out", "out_path", required=True, metavar="FILE", help="A new .pdf file.")
@vault
@documents
@clock
@every_command
def guardian_form(**options: Any) -> int:
    """Write a form to print, for an adult to sign: who gets what, why, until when, and both lists.

    Nothing is shared by it. Share with the same words afterwards, and hand in a photo or scan with --signed-form.
    """
    return call("consent_form", **options)


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


@guardian.command(
    "consents", epilog="Example: ler-wallet guardian consents --vault my.lerwallet --csv agreed.csv"
)
@click.option("--csv", "csv_path", metavar="FILE", help="Also write them to a new file for spreadsheets.")
@vault
@every_command
def guardian_consents(**options: Any) -> int:
    """What adults agreed to: when, which records, for whom, what for; and what was taken back."""
    return call("consents", "list_all", **options)


@guardian.command("withdraw", epilog="Example: ler-wallet guardian withdraw --vault my.lerwallet 5d20")
@click.argument("share_id", metavar="SHARE")
@vault
@clock
@every_command
def guardian_withdraw(**options: Any) -> int:
    """Take back what an adult agreed to. Asks for the code word.

    No more copies of that share are made; for the copies that are out, the message to send is printed. Sharing anew
    asks the adult again.
    """
    return call("consents", "withdraw", **options)
