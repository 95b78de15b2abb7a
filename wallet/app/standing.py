"""What a credential would be to those that are kept, and whom it was given to: known before anything is stored.

Lives here: the two answers. Does not live here: keeping (`import_credential`), a row of a review list (`review`).
"""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum

from wallet.app.same_content import Twin
from wallet.codecs.timestamps import parse_datetime
from wallet.credentials.model import UnverifiedCredential
from wallet.errors import VaultError, WalletError
from wallet.vault.connection import Vault
from wallet.vault.digests import digest_of
from wallet.vault.relatives import relatives_of
from wallet.verification.report import CheckName, Outcome, VerificationReport
from wallet.verification.sources import Recipients


class Standing(StrEnum):
    """What a credential would be to those that are kept."""

    NEW = "new"
    HAD = "had"
    IN_BIN = "in_bin"
    NEWER = "newer"
    OLDER = "older"


class GivenTo(StrEnum):
    """Whom a credential was given to, as far as the identifiers and keys in the vault tell.

    NO_IDENTIFIERS: it names somebody, and the vault holds nothing to compare that with. UNKNOWN: it names them in a
    way (another kind of name, a hash of a kind nobody computes here) that could not be compared.
    """

    YOU = "you"
    SOMEBODY_ELSE = "somebody_else"
    NOBODY = "nobody"
    NO_IDENTIFIERS = "no_identifiers"
    UNKNOWN = "unknown"


def standing_of(vault: Vault, document: UnverifiedCredential, twin: Twin | None) -> Standing:
    """What it would be.

    Args:
        twin: the record that holds this very credential (`find_twin`).

    Raises:
        VaultError: the vault cannot be read.
    """
    if twin is not None and vault.credentials.get(twin.record_id).deleted_at is not None:
        return Standing.IN_BIN
    if twin is not None:
        return Standing.NEWER if twin.lacks_picture else Standing.HAD
    start = moment_of(document.credential.valid_from)
    kept = [moment for one in _starts(vault, document) if (moment := moment_of(one)) is not None]
    if start is None or not kept:
        return Standing.NEW
    return Standing.NEWER if start > max(kept) else Standing.OLDER if start < max(kept) else Standing.NEW


def given_to(document: UnverifiedCredential, report: VerificationReport, recipients: Recipients) -> GivenTo:
    """Whom it was given to.

    Args:
        report: made with these recipients.
        recipients: who the owner of the vault is.
    """
    outcome = report.check(CheckName.RECIPIENT).outcome
    if outcome is Outcome.PASSED:
        return GivenTo.YOU
    if outcome is Outcome.FAILED:
        return GivenTo.SOMEBODY_ELSE
    credential = report.credential or document.credential
    if not any(subject.id or subject.identifiers for subject in credential.subjects):
        return GivenTo.NOBODY
    return GivenTo.UNKNOWN if recipients.identities else GivenTo.NO_IDENTIFIERS


def moment_of(text: str | None) -> datetime | None:
    """A date of a credential; None for none, and for what is no date."""
    try:
        return None if text is None else parse_datetime(text)
    except WalletError:
        return None


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
