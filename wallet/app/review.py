"""Before anything is kept: what a credential would be to those that are there, and whether it was given to the learner.

Lives here: the answers for one row of a review list. Nothing is stored. Does not live here: keeping
(`import_credential`), each answer for one credential (`standing`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from wallet.app.import_credential import Importer, is_plain
from wallet.app.open_document import open_document
from wallet.app.standing import GivenTo, Standing
from wallet.credentials.model import UnverifiedCredential, UnverifiedPresentation
from wallet.errors import WalletError
from wallet.verification.report import VerificationReport

__all__ = ["Review", "Standing", "review"]


@dataclass(frozen=True, slots=True)
class Review:
    """The answers for one row.

    Attributes:
        standing: HAD when all that is in it is there already; else the first that is not new.
        given_to_you: whether it names the learner, by the identifiers they entered; None when that cannot be said.
        report: what checking said as the learner sees it, by their own lists and issuers; None unless it is one
            credential, by itself or in a list nobody signed: somebody's presentation of one says more.
    """

    standing: Standing
    given_to_you: bool | None
    report: VerificationReport | None = None


def review(importer: Importer, data: bytes) -> Review:
    """What keeping these bytes would do. What cannot be read is new, and given to nobody.

    Raises:
        VaultError: the vault cannot be read.
    """
    document = _document(data)
    found = [importer.weigh(one) for one in _credentials(document)]
    if not found:
        return Review(Standing.NEW, None)
    given = {{GivenTo.YOU: True, GivenTo.SOMEBODY_ELSE: False}.get(one.given_to) for one in found}
    others = [one.standing for one in found if one.standing is not Standing.HAD]
    standing = (
        next((one for one in others if one is not Standing.NEW), Standing.NEW) if others else Standing.HAD
    )
    stands_alone = isinstance(document, UnverifiedCredential) or (
        isinstance(document, UnverifiedPresentation) and len(document.credentials) == 1 and is_plain(document)
    )
    report = found[0].report if stands_alone else None
    return Review(standing, given.pop() if len(given) == 1 else None, report)


def _document(data: bytes) -> UnverifiedCredential | UnverifiedPresentation | None:
    try:
        return open_document(data)
    except WalletError:
        return None


def _credentials(
    document: UnverifiedCredential | UnverifiedPresentation | None,
) -> Iterator[UnverifiedCredential]:
    parts = document.credentials if isinstance(document, UnverifiedPresentation) else [document]
    yield from (part for part in parts if isinstance(part, UnverifiedCredential))
