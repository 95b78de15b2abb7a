"""Before anything is kept: what a credential would be to those that are there, and whether it was given to the learner.

Lives here: the answers for one row of a review list. Nothing is stored. Does not live here: keeping
(`import_credential`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from wallet.app.import_credential import Importer, verify_kept
from wallet.app.open_document import open_document
from wallet.app.same_content import find_twin
from wallet.codecs.timestamps import parse_datetime
from wallet.credentials.model import UnverifiedCredential, UnverifiedPresentation
from wallet.errors import VaultError, WalletError
from wallet.vault.connection import Vault
from wallet.vault.digests import digest_of
from wallet.vault.relatives import relatives_of
from wallet.verification.report import CheckName, Outcome


class Standing(StrEnum):
    """What a credential would be to those that are kept."""

    NEW = "new"
    HAD = "had"
    IN_BIN = "in_bin"
    NEWER = "newer"
    OLDER = "older"


@dataclass(frozen=True, slots=True)
class Review:
    """The answers for one row.

    Attributes:
        standing: HAD when all that is in it is there already; else the first that is not new.
        given_to_you: whether it names the learner, by the identifiers they entered; None when that cannot be said.
    """

    standing: Standing
    given_to_you: bool | None


def review(importer: Importer, data: bytes) -> Review:
    """What keeping these bytes would do. What cannot be read is new, and given to nobody.

    Raises:
        VaultError: the vault cannot be read.
    """
    found = list(_credentials(data))
    if not found:
        return Review(Standing.NEW, None)
    standings = [_standing(importer.vault, document) for document in found]
    given = {_is_given(importer, document) for document in found}
    others = [one for one in standings if one is not Standing.HAD]
    standing = (
        next((one for one in others if one is not Standing.NEW), Standing.NEW) if others else Standing.HAD
    )
    return Review(standing, given.pop() if len(given) == 1 else None)


def _credentials(data: bytes) -> Iterator[UnverifiedCredential]:
    try:
        document = open_document(data)
    except WalletError:
        return
    parts = document.credentials if isinstance(document, UnverifiedPresentation) else [document]
    yield from (part for part in parts if isinstance(part, UnverifiedCredential))


def _standing(vault: Vault, document: UnverifiedCredential) -> Standing:
    twin = find_twin(vault, document)
    if twin is not None and vault.credentials.get(twin.record_id).deleted_at is not None:
        return Standing.IN_BIN
    if twin is not None:
        return Standing.NEWER if twin.lacks_picture else Standing.HAD
    start = _moment(document.credential.valid_from)
    kept = [moment for one in _starts(vault, document) if (moment := _moment(one)) is not None]
    if start is None or not kept:
        return Standing.NEW
    return Standing.NEWER if start > max(kept) else Standing.OLDER if start < max(kept) else Standing.NEW


def _starts(vault: Vault, document: UnverifiedCredential) -> Iterator[str | None]:
    """The dates from which versions of the same credential count; without an id there are none."""
    if not document.credential.id or not document.credential.issuer.id:
        return
    for record_id in relatives_of(vault.database, document.credential):
        try:
            stored = vault.credentials.get(record_id)
        except VaultError:
            continue
        if stored.deleted_at is None and digest_of(document.original).hex() != stored.sha256:
            yield stored.head.issued


def _moment(text: str | None) -> datetime | None:
    try:
        return None if text is None else parse_datetime(text)
    except WalletError:
        return None


def _is_given(importer: Importer, document: UnverifiedCredential) -> bool | None:
    outcome = verify_kept(importer.verifier, document).check(CheckName.RECIPIENT).outcome
    return {Outcome.PASSED: True, Outcome.FAILED: False}.get(outcome)
