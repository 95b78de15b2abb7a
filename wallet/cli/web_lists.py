"""Lists of known issuers that were named by their address: `--trust https://...`, `trust add https://...`."""

from collections.abc import Sequence

from wallet.app.online import list_title, read_web_list
from wallet.app.reason_texts import words
from wallet.cli import console
from wallet.cli.render import plain
from wallet.errors import AppError, ExchangeError, Reason
from wallet.verification.sources import DocumentSource, IssuerDirectory, why_missing


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


def fetch_list(address: str, documents: DocumentSource) -> tuple[bytes, str]:
    """The bytes of one list and what to call it.

    Raises:
        AppError: USAGE where the network was not asked for.
        ExchangeError: why its site does not give it.
    """
    found = documents.lookup(address)
    if found is None:
        reason = why_missing(documents, address)
        _refuse_offline(reason)
        raise ExchangeError(reason, "a list of issuers")
    return found.body, list_title(address)


def _refuse_offline(reason: Reason) -> None:
    if reason is Reason.NEEDS_NETWORK:
        raise AppError(Reason.USAGE, "the address of a list goes with --online")
