"""Options that many commands have, each as a decorator, and the call behind every command.

Does not live here: commands (`commands`, `organise_commands`).
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import click

from wallet.cli.state import RunState

Command = Callable[..., int]


def _set_json(context: click.Context, _parameter: click.Parameter, value: bool) -> bool:
    if value:
        context.ensure_object(RunState).as_json = True
    return value


def _set_debug(context: click.Context, _parameter: click.Parameter, value: bool) -> bool:
    if value:
        context.ensure_object(RunState).debug = True
    return value


def set_shared(context: click.Context, _parameter: click.Parameter, value: bool) -> bool:
    """Notes that nothing may be remembered on this computer."""
    if value:
        context.ensure_object(RunState).shared = True
    return value


def every_command(command: Command) -> Command:
    """`--json` and `--debug`."""
    command = click.option(
        "--debug",
        is_flag=True,
        expose_value=False,
        callback=_set_debug,
        help="Show where an error came from, without anybody's data.",
    )(command)
    return click.option(
        "--json",
        "as_json",
        is_flag=True,
        callback=_set_json,
        help="Print JSON Lines: one object for each item.",
    )(command)


def clock(command: Command) -> Command:
    """`--at`."""
    return click.option(
        "--at", metavar="TIME", help="Use this time (RFC 3339) instead of the computer's clock."
    )(command)


def documents(command: Command) -> Command:
    """`--documents`."""
    return click.option(
        "--documents",
        metavar="INDEX",
        help='Answer look-ups from files: a JSON file {"documents": {"https://...": "path"}}, '
        "the paths relative to it.",
    )(command)


def online(command: Command) -> Command:
    """`--online` and `--allow-host`."""
    return click.option(
        "--online",
        is_flag=True,
        help="Fetch what is missing from issuers' websites. You are asked about each website, which learns the network "
        "address of this computer.",
    )(allow_host(command))


def allow_host(command: Command) -> Command:
    """`--allow-host`."""
    return click.option(
        "--allow-host",
        "allow_hosts",
        multiple=True,
        metavar="HOST",
        help="Ask this website without a question. May be repeated.",
    )(command)


def passphrase(command: Command) -> Command:
    """`--passphrase-fd`."""
    return click.option(
        "--passphrase-fd",
        "descriptor",
        type=click.IntRange(min=0),
        metavar="N",
        help="Read the passphrase from file descriptor N; else it comes from LER_WALLET_PASSPHRASE, "
        "else you are asked.",
    )(command)


def vault(command: Command) -> Command:
    """`--vault` and how its passphrase comes."""
    return click.option(
        "--vault", "vault_path", required=True, metavar="FILE", help="Your encrypted wallet file."
    )(passphrase(command))


def consent(command: Command) -> Command:
    """`--guardian`, `--relation`, `--may-pass-on` and `--signed-form`."""
    named = click.option(
        "--guardian", metavar="NAME", help="The adult who agrees, where one has to (command guardian)."
    )
    what = click.option("--relation", metavar="TEXT", help="What the adult is to the learner.")
    passing = click.option(
        "--may-pass-on", is_flag=True, help="The adult also agrees that the receiver passes it on to others."
    )
    return named(what(passing(signed_form(command))))


def signed_form(command: Command) -> Command:
    """`--signed-form`."""
    return click.option(
        "--signed-form",
        metavar="FILE",
        help="A photo or scan (PNG, JPEG, PDF) of the form an adult signed (see guardian form). Your file keeps it.",
    )(command)


def keeping(command: Command) -> Command:
    """`--not-valid` and `--yes`, as every command has them that keeps credentials."""
    invalid = click.option(
        "--not-valid",
        is_flag=True,
        help="Also keep what is not valid (forged, cancelled, over), for your records. Without this it is left out, "
        "and says so.",
    )
    return invalid(
        click.option(
            "--yes",
            is_flag=True,
            help="Do not ask. Without this you are asked, at a terminal, before something is kept that was given to "
            "somebody else; without a terminal it is kept, and says so.",
        )(command)
    )


def skip_invalid(command: Command) -> Command:
    """`--skip-invalid`, which scripts may still say; it is what happens anyway."""
    return click.option("--skip-invalid", is_flag=True, hidden=True)(command)


def what_is_shared(command: Command) -> Command:
    """`--credential`, `--to`, `--purpose`, `--until`, `--hide-all` and `--not-valid`, as `share` has them."""
    for add in reversed(
        (
            click.option(
                "--credential",
                "credentials",
                multiple=True,
                required=True,
                metavar="ID[=POINTER,...]",
                help="What would be shared, and of it only these parts (see the command disclose). May be repeated.",
            ),
            click.option("--to", required=True, metavar="NAME", help="Who it would be for."),
            click.option("--purpose", required=True, metavar="TEXT", help="What it would be for."),
            click.option("--until", metavar="DATE", help="Last day (UTC), or an RFC 3339 time."),
            click.option("--hide-all", is_flag=True, help="As in share."),
            click.option("--not-valid", is_flag=True, help="As in share."),
        )
    ):
        command = add(command)
    return command


def call(module: str, function: str = "run", **options: Any) -> int:
    """Loads the module behind a command and does the work."""
    code: int = getattr(import_module(f"wallet.cli.{module}"), function)(**options)
    return code


def vault_of_group(command: Command) -> Command:
    """`--vault` before the word that says what to do: the subcommands take it over."""
    return click.option("--vault", "vault_path", metavar="FILE", help="Your encrypted wallet file.")(
        passphrase(every_command(command))
    )


def take_over(context: click.Context, options: dict[str, Any], alone: str, *, module: str) -> int:
    """Hands a group's options down to its subcommand; a group without one lists."""
    if context.invoked_subcommand is not None and isinstance(context.command, click.Group):
        given = {name: value for name, value in options.items() if value not in (None, False)}
        context.default_map = dict.fromkeys(context.command.commands, given)
        return 0
    if options["vault_path"] is None:
        raise click.UsageError("Missing option '--vault'.", context)
    return call(module, alone, **options)
