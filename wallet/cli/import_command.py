"""`ler-wallet import` as click sees it. What it does is in `import_`."""

from typing import Any

import click

from wallet.cli.options import call, clock, documents, every_command, keeping, online, skip_invalid, vault


@click.command(
    "import", epilog="Example: ler-wallet import --vault my.lerwallet badge.png downloads/ mail.eml"
)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@vault
@click.option(
    "--holder-keys",
    is_flag=True,
    help="Also bring in the private keys of another wallet's backup, each as a profile of yours.",
)
@keeping
@skip_invalid
@click.option(
    "--dry-run",
    is_flag=True,
    help="Only tell what would become of each: what is new, what you have, whom it was given to. Nothing is kept.",
)
@click.option(
    "--delete-plain",
    is_flag=True,
    help="Delete a backup that holds private keys in the open, once its credentials and keys are all kept.",
)
@online
@documents
@clock
@every_command
def import_(**options: Any) -> int:
    """Check credentials and keep them. A line is printed once its item is stored for good.

    Each line says what became of it, and whether it was given to you, by the identifiers in your file (profile). What
    is not valid is kept only with --not-valid.

    INPUT is a badge or credential, a folder, a ZIP, a mail file or mailbox, text with a credential in it, a backup or
    export of another wallet (Learner Credential Wallet, LearnCard, Universal Wallet, badge lists) or of this one, the
    web address of a badge or its page (with --online), or - for standard input. The passphrase of a locked backup is
    asked for, or taken from LER_WALLET_BACKUP_PASSPHRASE or the second line of --passphrase-fd.
    """
    return call("import_", **options)
