"""The commands and their options, as click sees them. Importing this module loads nothing but click.

Lives here: names, arguments, help with examples. Does not live here: options that many commands have (`options`), the
commands for the file itself (`vault_commands`) and those that organise what is kept (`organise_commands`), what a
command does; each has a module of its own, loaded when it is called, so that `--help` and `--version` answer at once.
"""

from typing import Any

import click

from wallet import __version__
from wallet.cli.ask_commands import ask as _ask
from wallet.cli.backup_commands import export as _export
from wallet.cli.class_pack_commands import class_pack as _class_pack
from wallet.cli.guardian_commands import guardian as _guardian
from wallet.cli.import_command import import_ as _import
from wallet.cli.linkedin_command import linkedin as _linkedin
from wallet.cli.list_command import list_ as _list
from wallet.cli.materials_command import materials as _materials
from wallet.cli.online_commands import COMMANDS as _ONLINE
from wallet.cli.options import call as _call
from wallet.cli.options import clock as _clock
from wallet.cli.options import documents as _documents
from wallet.cli.options import every_command as _every_command
from wallet.cli.options import online as _online
from wallet.cli.options import passphrase as _passphrase
from wallet.cli.options import set_shared
from wallet.cli.options import vault as _vault
from wallet.cli.organise_commands import COMMANDS as _ORGANISE
from wallet.cli.receive_command import receive as _receive
from wallet.cli.share_command import share as _share
from wallet.cli.skill_commands import COMMANDS as _SKILLS
from wallet.cli.state import PROGRAM, RunState
from wallet.cli.vault_commands import vault as _vault_group


@click.group(
    name=PROGRAM,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
    epilog="Without a command, the window opens; `ler-wallet --open FILE` opens it with a file or link to look at. "
    "Example: ler-wallet verify badge.png",
)
@click.option(
    "--shared",
    is_flag=True,
    expose_value=False,
    callback=set_shared,
    help="Others use this computer, too: nothing is remembered on it. Without a command, the window opens so.",
)
@click.version_option(__version__, prog_name=PROGRAM, message="%(prog)s %(version)s")
def root() -> None:
    """Import, check, keep and share badges and other credentials.

    Nothing is sent anywhere, and no network is used but by --online, refresh, connect and connection. Exit codes: 0
    done, 1 not valid or failed, 2 wrong usage, 3 could not be decided, 4 wrong passphrase, 5 wallet file damaged or in
    use, 130 interrupted.
    """


for _command in (
    _vault_group,
    _import,
    _list,
    _receive,
    _export,
    _guardian,
    *_ONLINE,
    *_ORGANISE,
    *_SKILLS,
    _share,
    _linkedin,
    _class_pack,
    _materials,
    _ask,
):
    root.add_command(_command)


@root.command(epilog="Example: ler-wallet verify badge.png diplomas/ --json")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--recipient",
    "recipients",
    multiple=True,
    metavar="WHO",
    help="Whom it must be given to: an e-mail, identifier or DID. May be repeated.",
)
@click.option(
    "--csv", "csv_path", metavar="FILE", help="Also write a new spreadsheet file, a row a credential."
)
@_online
@click.option(
    "--trust",
    multiple=True,
    metavar="LIST",
    help="A file with a list of known issuers, or with --online its address; an issuer on none of the lists gives exit "
    "code 3. May be repeated.",
)
@click.option(
    "--audience",
    metavar="WHO",
    help="Who you are to the sender: what was shared with somebody else is not valid.",
)
@click.option(
    "--nonce",
    metavar="TEXT",
    help="The random text you gave the sender: what does not repeat it is not an answer to you.",
)
@click.option(
    "--passphrase-fd",
    "descriptor",
    type=click.IntRange(min=0),
    metavar="N",
    help="Open locked shares with the passphrase on file descriptor N; else with LER_WALLET_SHARE_PASSPHRASE.",
)
@click.option("--key", "key_path", metavar="FILE", help="Open locked shares with this private key (a JWK).")
@_documents
@_clock
@_every_command
def verify(**options: Any) -> int:
    """Check credentials, presentations, links and pictures of QR codes.

    INPUT is a file, a folder (everything in it but names that start with a dot), a web address (with --online), or -
    for standard input. What holds many things (a ZIP, a mail, a mailbox, a backup, a list) has a report on each.
    """
    debug = click.get_current_context().ensure_object(RunState).debug
    return _call("verify", debug=debug, **options)


@root.command(epilog="Example: ler-wallet show --vault my.lerwallet 3f9a12 --original badge.png")
@click.argument("record_id", metavar="ID")
@_vault
@click.option(
    "--original", "original_path", metavar="FILE", help="Write the bytes to a new file exactly as they came."
)
@_every_command
def show(**options: Any) -> int:
    """Everything in one credential. The first four letters of its ID are enough."""
    return _call("browse", "show_credential", **options)


@root.command(epilog="Example: ler-wallet check --vault my.lerwallet --online")
@click.argument("record_ids", nargs=-1, metavar="[ID]...")
@_vault
@_online
@_documents
@_clock
@_every_command
def check(**options: Any) -> int:
    """Check what is kept again, all of it or these IDs, and say where the answer is another one now."""
    return _call("check", **options)


@root.group(epilog="Example: ler-wallet issuer know --vault my.lerwallet did:web:school.example")
def issuer() -> None:
    """The issuers you say you know. This counts for you alone and never travels with a share."""


@issuer.command("know", epilog="Example: ler-wallet issuer know --vault my.lerwallet 3f9a12")
@click.argument("who", metavar="ISSUER")
@click.option("--name", metavar="NAME", help="What it is called; else the name on your credentials.")
@_vault
@_documents
@_clock
@_every_command
def issuer_know(**options: Any) -> int:
    """Say that you know ISSUER: its identifier (did:..., https:...), or the ID of a credential of theirs.

    Your credentials from there are checked again.
    """
    return _call("issuers", "know", **options)


@issuer.command("forget", epilog="Example: ler-wallet issuer forget --vault my.lerwallet 3f9a12")
@click.argument("who", metavar="ISSUER")
@_vault
@_documents
@_clock
@_every_command
def issuer_forget(**options: Any) -> int:
    """Take ISSUER off your list again. Your credentials from there are checked again."""
    return _call("issuers", "forget", **options)


@issuer.command("list", epilog="Example: ler-wallet issuer list --vault my.lerwallet")
@_vault
@_every_command
def issuer_list(**options: Any) -> int:
    """One line for each issuer you said you know."""
    return _call("issuers", "list_known", **options)


@root.group(epilog="Example: ler-wallet trust add --vault my.lerwallet district-list.json")
def trust() -> None:
    """Lists of known issuers in your wallet file. They count for your own view and never travel with a share."""


@trust.command("add", epilog="Example: ler-wallet trust add --vault my.lerwallet district-list.json")
@click.argument("path", metavar="LIST")
@_vault
@_online
@_documents
@_clock
@_every_command
def trust_add(**options: Any) -> int:
    """Keep the list in the file LIST, and check all your credentials again. An older edition is replaced.

    LIST may be an https address, with --online: a registry such as the one of the Digital Credentials Consortium
    (https://digitalcredentials.github.io/dcc-registry/registry.json), or a federation's .well-known/openid-federation,
    which is asked about the issuers of your credentials. Add it again to renew it.
    """
    return _call("trust", "add", **options)


@trust.command("remove", epilog="Example: ler-wallet trust remove --vault my.lerwallet 5e0c1f")
@click.argument("list_id", metavar="ID")
@_vault
@_documents
@_clock
@_every_command
def trust_remove(**options: Any) -> int:
    """Take a list out of your wallet file, and check all your credentials again."""
    return _call("trust", "remove", **options)


@trust.command("list", epilog="Example: ler-wallet trust list --vault my.lerwallet")
@_vault
@_every_command
def trust_list(**options: Any) -> int:
    """One line for each list, with its publisher and date."""
    return _call("trust", "list_kept", **options)


@root.command(epilog="Example: ler-wallet disclose --vault my.lerwallet 3f9a12 --json")
@click.argument("record_id", metavar="ID")
@_vault
@_every_command
def disclose(**options: Any) -> int:
    """What you can leave out of a credential when you share it, and what others learn in any case."""
    return _call("disclose", **options)


@root.group(epilog="Example: ler-wallet request show request.png --vault my.lerwallet")
def request() -> None:
    """What a receiver asks for. Nothing is sent anywhere."""


@request.command("show", epilog="Example: ler-wallet request show request.png --vault my.lerwallet")
@click.argument("path", metavar="FILE")
@click.option("--vault", "vault_path", metavar="FILE", help="Also say which of your credentials fit.")
@_passphrase
@_clock
@_every_command
def request_show(**options: Any) -> int:
    """Who asks for what, and what for. FILE is a request, or a picture of its QR code."""
    return _call("request", "show", **options)


@root.group(invoke_without_command=True, epilog="Example: ler-wallet shares show --vault my.lerwallet 5d20")
@click.option("--vault", "vault_path", metavar="FILE", help="Your encrypted wallet file.")
@_passphrase
@_every_command
@click.pass_context
def shares(context: click.Context, /, vault_path: str | None, **options: Any) -> int:
    """What was shared, with whom, why, when, how, and until when."""
    if context.invoked_subcommand is not None:
        return 0
    if vault_path is None:
        raise click.UsageError("Missing option '--vault'.", context)
    return _call("shares", "list_shares", vault_path=vault_path, **options)


@shares.command(
    "show", epilog="Example: ler-wallet shares show --vault my.lerwallet 5d20 --original sent.json"
)
@click.argument("share_id", metavar="ID")
@_vault
@click.option(
    "--original",
    "original_path",
    metavar="FILE",
    help="Write the exact bytes that were shared to a new file; not once an adult took back what they agreed to.",
)
@_every_command
def shares_show(**options: Any) -> int:
    """One share in full, with the exact bytes."""
    return _call("shares", "show_share", **options)


@root.group(epilog="Example: ler-wallet qr read photo.jpg")
def qr() -> None:
    """Read QR codes."""


@qr.command("read", epilog="Example: ler-wallet qr read photo.jpg")
@click.argument("image")
@_every_command
def qr_read(**options: Any) -> int:
    """Print what a picture's QR codes hold. Nothing is opened."""
    return _call("qr", "read", **options)


@root.command(epilog="Example: ler-wallet reasons --json")
@_every_command
def reasons(**options: Any) -> int:
    """List every reason code with what it means and what to do."""
    return _call("reasons", **options)


@root.command(
    epilog="Example: ler-wallet completion bash > ~/.local/share/bash-completion/completions/ler-wallet"
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> int:
    """Print the script that lets a shell complete commands and options."""
    return _call("completion", shell=shell)
