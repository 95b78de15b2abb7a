"""`ler-wallet reasons`: every code a program may meet, in words."""

from wallet.cli import console, exit_codes
from wallet.cli.render import refusal_object
from wallet.errors import Reason


def run(*, as_json: bool) -> int:
    """Lists the codes in the order they are defined."""
    for reason in Reason:
        text = refusal_object(reason)
        if as_json:
            console.result_object(text)
        else:
            console.result(f"{reason}\n  {text['happened']}\n  {text['means']}\n  {text['do']}")
    return exit_codes.DONE
