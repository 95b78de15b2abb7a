"""`ler-wallet qr read`: what a picture's QR codes hold. Nothing is opened."""

from wallet.app.inputs import read_inputs
from wallet.app.read_codes import codes_in
from wallet.cli import console, exit_codes
from wallet.cli.render import plain
from wallet.errors import AppError, Reason

_LONGEST_TEXT = 10_000


def read(*, image: str, as_json: bool) -> int:
    """Prints each code; the host of a web address is named first, apart from the results."""
    item = next(iter(read_inputs([image])))
    if item.data is None or item.item is not None:
        raise item.error or AppError(Reason.NOT_A_REGULAR_FILE)
    for code in codes_in(item.data):
        if code.host is not None:
            console.say(f"This one leads to {plain(code.host)}; nothing was opened.")
        if as_json:
            console.result_object({"input": image, "text": code.text, "host": code.host})
        else:
            console.result(plain(code.text, _LONGEST_TEXT))
    return exit_codes.DONE
