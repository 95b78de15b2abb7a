"""Verifying what a person was handed, whatever it is wrapped in.

Lives here: from bytes to a report that never fails. Does not live here: opening wrappings (`open_document`)
or any check.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from wallet.app.container import Services
from wallet.app.open_document import find_parts, is_locked, open_share
from wallet.credentials.detect import parse_document
from wallet.credentials.model import UnverifiedDocument
from wallet.errors import NotFollowedError, Reason, WalletError
from wallet.proofs.challenge import Challenge
from wallet.verification.report import VerificationReport
from wallet.verification.report_json import report_to_dict
from wallet.verification.sources import FetchedDocument, IssuerDirectory, Recipients
from wallet.verification.verifier import Verifier, unreadable_report, unsupported_report

__all__ = ["Challenge", "DocumentVerifier", "Recipients", "report_to_dict", "verify_bytes"]


_UNDECIDED = frozenset(
    {
        Reason.UNSUPPORTED_FORMAT,
        Reason.CHECK_NOT_FINISHED,
        Reason.NEEDS_NETWORK,
        Reason.LINK_NOT_SUPPORTED,
        Reason.OFFER_TO_TAKE,
    }
)


@dataclass(frozen=True, slots=True)
class DocumentVerifier:
    """Verifies any number of documents with the same services.

    Attributes:
        services: the world as far as this run may see it.
        recipients: who presents the documents, nobody when not known.
        directories: lists of known issuers.
        unlock: opens locked shares, from the file's bytes to the bundle's; None when there is nothing to open them
            with.
        challenge: what the receiver asked the holder to repeat.
    """

    services: Services
    recipients: Recipients = field(default_factory=Recipients)
    directories: Sequence[IssuerDirectory] = ()
    unlock: Callable[[bytes], bytes] | None = None
    challenge: Challenge = field(default_factory=Challenge)

    def verify(self, data: bytes) -> VerificationReport:
        """The report on these bytes; bad input gives an unreadable report, never an error."""
        started = time.perf_counter()
        try:
            opened = self.unlock(data) if self.unlock is not None and is_locked(data) else data
            parts = find_parts(opened)
            if parts:
                report = self._verifier(()).verify_together([_parsed(part) for part in parts])
            else:
                share = open_share(opened)
                report = self.verify_opened(share.document, share.sent)
        except WalletError as error:
            report = self.refused(error)
        return replace(report, milliseconds=(time.perf_counter() - started) * 1000)

    def verify_opened(
        self, document: UnverifiedDocument, sent: Sequence[FetchedDocument] = ()
    ) -> VerificationReport:
        """The report on a document that was opened already, with what came along in the same share."""
        return self._verifier(sent).verify(document)

    def _verifier(self, sent: Sequence[FetchedDocument]) -> Verifier:
        return Verifier(
            documents=self.services.documents,
            clock=self.services.clock,
            directories=self.directories,
            recipients=self.recipients,
            challenge=self.challenge,
            earliest=self.services.earliest,
            sent=sent,
        )

    def refused(self, error: WalletError) -> VerificationReport:
        """The report on something that could not be opened, or is of a kind this program cannot check yet.

        So is a document whose check ended early: nothing is known of it.
        """
        shape = unsupported_report if error.reason in _UNDECIDED else unreadable_report
        detail = error.detail
        if isinstance(error, NotFollowedError) and error.reason is Reason.NEEDS_NETWORK:
            detail = error.link  # the link of an offer may be worth as much as what is offered
        return shape(error.reason, detail, self.services.clock.now())


def _parsed(part: bytes) -> UnverifiedDocument | WalletError:
    try:
        return parse_document(part)
    except WalletError as error:
        return error


def verify_bytes(
    data: bytes,
    services: Services,
    *,
    recipients: Sequence[str] = (),
    directories: Sequence[IssuerDirectory] = (),
) -> VerificationReport:
    """The report on one document (see `DocumentVerifier` for many)."""
    return DocumentVerifier(services, Recipients(tuple(recipients)), directories).verify(data)
