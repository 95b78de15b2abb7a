"""`ler-wallet vault backup`, `restore` and `export`, as click sees them. Loads nothing but click.

Lives here: names, arguments, help with examples. Does not live here: what they do (`backup`, `merge`, `export`).
"""

from typing import Any

import click

from wallet.cli.options import call, clock, every_command, passphrase, vault


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


@click.command("export", epilog="Example: ler-wallet export --vault my.lerwallet everything/")
@click.argument("folder", metavar="DIR")
@vault
@click.option(
    "--holder-keys",
    "with_keys",
    is_flag=True,
    help="Also write the secret keys you sign with. Whoever has them can sign as you.",
)
@clock
@every_command
def export(**options: Any) -> int:
    """Write everything into the new folder DIR as ordinary files, with a page to open it and a list for programs.

    Every credential is written exactly as it came, with notes, collections, tags, files, shares and what checks rested
    on. Nothing in the folder is encrypted.
    """
    return call("export", **options)


@click.command(
    "merge", epilog="Example: ler-wallet vault merge my.lerwallet 'my (conflicted copy).lerwallet'"
)
@click.argument("path")
@click.argument("other")
@click.option(
    "--other-passphrase-fd",
    "other_descriptor",
    type=click.IntRange(min=0),
    metavar="N",
    help="Read OTHER's passphrase from file descriptor N; else it is taken to be the same.",
)
@click.option(
    "--another-wallet",
    is_flag=True,
    help="OTHER is not a version of PATH, but a wallet of its own, and yours: its keys go into PATH, too.",
)
@passphrase
@every_command
def vault_merge(**options: Any) -> int:
    """Add to PATH what only OTHER holds, item by item. Nothing is taken away from PATH, and OTHER stays as it is.

    What is deleted in one of the two and not in the other is kept. Notes of both stay.
    """
    return call("merge", **options)


@click.command(
    "move", epilog="Example: ler-wallet vault move my.lerwallet /media/stick/my.lerwallet --old delete"
)
@click.argument("path")
@click.argument("place", metavar="DEST")
@click.option(
    "--old",
    type=click.Choice(["keep", "read-only", "delete"]),
    default="keep",
    show_default=True,
    help="What becomes of the file at PATH, once the copy was opened and compared.",
)
@passphrase
@clock
@every_command
def vault_move(**options: Any) -> int:
    """Move a wallet file to DEST, a new file in another place.

    The copy is opened and compared before anything happens to the file it was made from.
    """
    return call("move", **options)


@click.command("letter", epilog="Example: ler-wallet vault letter --language es > letter.txt")
@click.option("--language", type=click.Choice(["en", "es"]), default="en", show_default=True)
@every_command
def vault_letter(**options: Any) -> int:
    """Print a letter that asks an issuer for a new copy, for those who can no longer open their file."""
    return call("move", "letter", **options)


BACKUP_COMMANDS = (vault_backup, vault_restore, vault_merge, vault_move, vault_letter)
"""To be added to the group `vault`."""
