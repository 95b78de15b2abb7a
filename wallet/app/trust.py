"""Lists of known issuers that others publish, read from files a person chose.

Lives here: opening the files and choosing among editions. Does not live here: the formats
(`wallet.verification.trust_lists`), the learner's own list (`known_issuers`), or what a list means for a verdict.
"""

from collections.abc import Sequence
from pathlib import Path

from wallet.app.inputs import read_file
from wallet.errors import AppError, Reason, WalletError
from wallet.verification.trust_lists.reader import read_trust_list
from wallet.verification.trust_lists.trust_list import TrustList, newest_editions

__all__ = ["TrustList", "load_trust_lists", "split_names"]


def split_names(names: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Which of these are names of files, and which are addresses on the web."""
    addresses = [name for name in names if name.startswith("https://")]
    return [name for name in names if name not in addresses], addresses


def load_trust_lists(paths: Sequence[Path]) -> Sequence[TrustList]:
    """The lists in these files; of several editions of one list only the newest.

    Raises:
        AppError: TRUST_LIST_INVALID when a file cannot be read or holds no sound list; then none counts.
    """
    lists = []
    for path in paths:
        try:
            lists.append(read_trust_list(read_file(path), path.stem))
        except WalletError as error:
            detail = error.detail if error.reason is Reason.TRUST_LIST_INVALID else str(error.reason)
            raise AppError(Reason.TRUST_LIST_INVALID, detail) from error
    return newest_editions(lists)
