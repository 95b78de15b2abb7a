"""`ler-wallet vault backup`, `restore` and `merge`, as click sees them. Importing this module loads nothing but click.

Lives here: names, arguments, help with examples. Does not live here: what they do (`backup`).
"""

from typing import Any

import click

from wallet.cli.options import call, clock, every_command, passphrase


@click.command("backup", epilog="Example: ler-wallet vault backup my.lerwallet /media/stick/")
@click.argument("path")
@click.argument("place", metavar="DEST")
@click.option(
    "--automatic",
    is_flag=True,
    help="DEST is a folder: from now on also make a copy there once a day when something new came, and keep five.",
)
@passphrase
@clock
@every_command
def vault_backup(**options: Any) -> int:
    """Make an encrypted copy at DEST, open it and compare it.

    DEST is a new file, or a folder in which the copy gets a name with today's date. It opens with the same passphrase.
    """
    return call("backup", "back_up", **options)


@click.command("restore", epilog="Example: ler-wallet vault restore /media/stick/my.lerwallet my.lerwallet")
@click.argument("backup")
@click.argument("path")
@click.option(
    "--replace",
    is_flag=True,
    help="Put the backup in the place of the file at PATH, which is kept under another name.",
)
@passphrase
@clock
@every_command
def vault_restore(**options: Any) -> int:
    """Check BACKUP as a whole and put a copy of it at PATH.

    When there is a file at PATH, what it holds and the backup lacks is listed, and nothing is done without --replace.
    """
    return call("backup", "put_back", **options)


BACKUP_COMMANDS = (vault_backup, vault_restore)
"""To be added to the group `vault`."""
