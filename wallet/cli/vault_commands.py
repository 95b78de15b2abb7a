"""`ler-wallet vault ...`: the commands that make and look after the file, as click sees them. Loads nothing but click.

Lives here: names, arguments, help with examples. Does not live here: what a command does (a module of its own each).
"""

from collections.abc import Callable
from typing import Any

import click

from wallet.cli.backup_commands import BACKUP_COMMANDS
from wallet.cli.options import Command, call, clock, every_command, passphrase


def language(command: Command) -> Command:
    """`--language`."""
    return click.option(
        "--language",
        type=click.Choice(["en", "es"]),
        default="en",
        show_default=True,
        help="The language of the kit's page and words.",
    )(command)


def recovery_kit(command: Command) -> Command:
    """`--recovery-kit` and its language."""
    return click.option(
        "--recovery-kit",
        metavar="FILE.pdf|-",
        help="Also make a recovery kit: a new .pdf or .txt, or - for standard output.",
    )(language(command))


def kdf_profile(otherwise: str) -> Callable[[Command], Command]:
    """`--kdf-profile`, with what holds without it."""
    return click.option(
        "--kdf-profile",
        type=click.IntRange(1, 2),
        metavar="N",
        help="How costly guessing is: 1 takes 64 MiB of memory at each unlocking, 2 takes 128 MiB and twice the time. "
        + otherwise,
    )


@click.group(epilog="Example: ler-wallet vault create my.lerwallet")
def vault() -> None:
    """Make and look after the encrypted wallet file."""


@vault.command(
    "create", epilog="Example: ler-wallet vault create my.lerwallet --name Dana --recovery-kit kit.pdf"
)
@click.argument("path")
@click.option("--name", metavar="NAME", help="What to call it; else the file's name.")
@kdf_profile("Else this computer is measured: 2 where 1 would be quick to guess, and memory is free.")
@recovery_kit
@passphrase
@clock
@every_command
def vault_create(**options: Any) -> int:
    """Make a new encrypted file at PATH. An existing file is never written over."""
    return call("vault", "create", **options)


@vault.command(
    "passphrase", epilog="Example: ler-wallet vault passphrase my.lerwallet --recovery-kit kit.pdf"
)
@click.argument("path")
@click.option(
    "--new-passphrase-fd",
    "new_descriptor",
    type=click.IntRange(min=0),
    metavar="N",
    help="Read the new passphrase from file descriptor N; else it comes from LER_WALLET_NEW_PASSPHRASE, else from the "
    "second line of --passphrase-fd, else you are asked.",
)
@kdf_profile("Else it stays as it is, or becomes what a new file made here would have.")
@recovery_kit
@passphrase
@clock
@every_command
def vault_passphrase(**options: Any) -> int:
    """Change the passphrase. The old one and the old recovery kit then open the file no more."""
    return call("keys", "change", **options)


@vault.command("recovery-kit", epilog="Example: ler-wallet vault recovery-kit my.lerwallet --out kit.pdf")
@click.argument("path")
@click.option(
    "--out",
    metavar="FILE.pdf|-",
    default="-",
    show_default=True,
    help="A new .pdf or .txt, or - for standard output.",
)
@language
@passphrase
@clock
@every_command
def vault_recovery_kit(**options: Any) -> int:
    """Make a new recovery kit: 24 words and a QR code that open the file without the passphrase.

    The passphrase stays, and the old kit ends.
    """
    return call("keys", "new_kit", **options)


@vault.command("recover", epilog="Example: ler-wallet vault recover my.lerwallet --kit photo-of-the-code.png")
@click.argument("path")
@click.option(
    "--kit",
    metavar="FILE|-",
    help="A picture of the kit's QR code (PNG or JPEG), a text file with its words, or - for standard input.",
)
@click.option(
    "--kit-fd",
    "kit_descriptor",
    type=click.IntRange(min=0),
    metavar="N",
    help="Read the 24 words from the first line of file descriptor N.",
)
@recovery_kit
@passphrase
@clock
@every_command
def vault_recover(**options: Any) -> int:
    """Set a new passphrase with the recovery kit. The kit then opens the file no more: make a new one.

    The passphrase that is asked for or given (--passphrase-fd, LER_WALLET_PASSPHRASE) is the new one. Without --kit the
    24 words come from --kit-fd, else from standard input, at a terminal after a question.
    """
    return call("keys", "recover", **options)


@vault.command("info", epilog="Example: ler-wallet vault info my.lerwallet")
@click.argument("path")
@passphrase
@every_command
def vault_info(**options: Any) -> int:
    """Say what can be said without the passphrase, and more when one is given."""
    return call("vault", "info", **options)


@vault.command("check", epilog="Example: ler-wallet vault check my.lerwallet")
@click.argument("path")
@passphrase
@every_command
def vault_check(**options: Any) -> int:
    """Read every page and every record, and name the damaged ones."""
    return call("vault", "check", **options)


@vault.command("salvage", epilog="Example: ler-wallet vault salvage damaged.lerwallet saved.lerwallet")
@click.argument("path")
@click.argument("dest")
@passphrase
@clock
@every_command
def vault_salvage(**options: Any) -> int:
    """Save what can still be read of the damaged file PATH into the new file DEST. PATH is not touched."""
    return call("salvage", "run", **options)


for _command in BACKUP_COMMANDS:
    vault.add_command(_command)
