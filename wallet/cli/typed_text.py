"""A text somebody gives to a command: typed, or from standard input."""

import sys

from wallet.errors import Reason, VaultError

_MAX_BYTES = 1_000_000
"""Of standard input; what is asked for is much shorter."""


def typed_text(typed: str, refused: Reason) -> str:
    """What was typed; for - what standard input holds, UTF-8.

    Raises:
        VaultError: `refused`, for what is no text.
    """
    if typed != "-":
        return typed
    data = sys.stdin.buffer.read(_MAX_BYTES + 1)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise VaultError(refused, "not UTF-8") from error
