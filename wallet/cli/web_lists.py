"""Lists of known issuers that were named by their address: `--trust https://...`, `trust add https://...`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wallet.app.online import read_web_list
from wallet.app.reason_texts import words
from wallet.cli import console
from wallet.cli.render import plain
from wallet.errors import AppError, ExchangeError, Reason
from wallet.verification.sources import DocumentSource, IssuerDirectory

if TYPE_CHECKING:
    from wallet.app.unlock import Vault
    from wallet.app.web_list import FetchedList


def load_web_lists(addresses: Sequence[str], documents: DocumentSource) -> Sequence[IssuerDirectory]:
    """The lists that are there; each other one is told on standard error.

    Raises:
        AppError: USAGE where the network was not asked for.
        VerificationError: TRUST_LIST_INVALID.
    """
    found = []
    for address in addresses:
        try:
            found.append(read_web_list(address, documents))
        except ExchangeError as error:
            _refuse_offline(error.reason)
            happened = words(error.reason).happened
            console.say(f"The list at {plain(address)} is left out: {happened} [{error.reason}]")
    return found


def fetch_list(address: str, documents: DocumentSource, vault: "Vault") -> "FetchedList":
    """One list; of a federation, what it states about the issuers in this file.

    Raises:
        AppError: USAGE where the network was not asked for.
        ExchangeError: why its site does not give it.
        VerificationError: TRUST_LIST_INVALID.
    """
    from wallet.app.web_list import fetch_list as fetched  # noqa: PLC0415 - loads the vault, which verify does without
    from wallet.app.web_list import issuers_in  # noqa: PLC0415

    try:
        return fetched(address, documents, issuers_in(vault))
    except ExchangeError as error:
        _refuse_offline(error.reason)
        raise


def _refuse_offline(reason: Reason) -> None:
    if reason is Reason.NEEDS_NETWORK:
        raise AppError(Reason.USAGE, "the address of a list goes with --online")
