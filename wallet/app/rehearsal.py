"""What an import would do, told without keeping anything.

Lives here: the same answers as `Importer.each`, with what would have been kept earlier in the same run counted in. Does
not live here: keeping (`import_credential`).
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from wallet.app.import_credential import Importer, ImportOutcome, ImportResult, Weighed, numbered_parts
from wallet.app.same_content import content_digest
from wallet.app.standing import Standing, moment_of
from wallet.credentials.model import Envelope
from wallet.errors import WalletError
from wallet.vault.digests import digest_of
from wallet.verification.report import Verdict

_PICTURES = frozenset({Envelope.BAKED_PNG, Envelope.BAKED_SVG})
_RENEWS = (Verdict.VERIFIED, Verdict.CHECK)
_BEST_FIRST = tuple(Verdict)


class Rehearsal:
    """One import that stores nothing."""

    def __init__(self, importer: Importer) -> None:
        self._importer = importer
        self._had: set[tuple[bytes, bool]] = set()
        self._newest: dict[tuple[str, str], tuple[datetime, Verdict]] = {}

    def each(self, data: bytes, *, name: str) -> Iterator[ImportResult]:
        """What would become of every credential in these bytes; `record_id` is set where it is there already.

        Raises:
            VaultError: the vault cannot be read.
        """
        for number, part in numbered_parts(data):
            if isinstance(part, WalletError):
                yield self._importer.refused(part, number)
                continue
            weighed = self._with_this_run(self._importer.weigh(part))
            left_out = self._importer.left_out(weighed, number)
            yield left_out or self._kept(weighed, name, number)

    def _kept(self, weighed: Weighed, name: str, part: int | None) -> ImportResult:
        known = weighed.twin.record_id if weighed.twin is not None else None
        if weighed.standing is Standing.HAD:
            outcome = ImportOutcome.DUPLICATE
        elif weighed.standing is Standing.IN_BIN:
            outcome = ImportOutcome.RESTORED
        elif self._would_renew(weighed, name):
            outcome = ImportOutcome.UPDATED
        else:
            outcome = ImportOutcome.ADDED
        self._remember(weighed)
        has_record = outcome in (ImportOutcome.DUPLICATE, ImportOutcome.RESTORED)
        return ImportResult(
            outcome, known if has_record else None, weighed.report, weighed.report.reason, part, weighed
        )

    def _with_this_run(self, weighed: Weighed) -> Weighed:
        """The same, knowing what came before it in this run."""
        if weighed.standing is Standing.HAD:
            return weighed
        is_picture = weighed.document.envelope in _PICTURES
        seen = {
            is_picture for digest in self._digests(weighed) for one, is_picture in self._had if one == digest
        }
        if seen:
            lacks_picture = is_picture and True not in seen
            return replace(weighed, standing=Standing.NEWER if lacks_picture else Standing.HAD)
        newest, start = self._newest.get(_family(weighed)), _start(weighed)
        is_settled = weighed.standing in (Standing.OLDER, Standing.IN_BIN)
        if newest is None or start is None or is_settled or start == newest[0]:
            return weighed
        return replace(weighed, standing=Standing.NEWER if start > newest[0] else Standing.OLDER)

    def _would_renew(self, weighed: Weighed, name: str) -> bool:
        if weighed.standing is not Standing.NEWER:
            return False
        if weighed.twin is not None or any((digest, False) in self._had for digest in self._digests(weighed)):
            return True  # a picture of what is there as a text
        newest = self._newest.get(_family(weighed))
        if newest is None:
            return (
                self._importer.vault.credentials.older_version(self._importer.as_new(weighed, name))
                is not None
            )
        verdict = weighed.report.verdict
        return verdict in _RENEWS and _BEST_FIRST.index(verdict) <= _BEST_FIRST.index(newest[1])

    def _remember(self, weighed: Weighed) -> None:
        is_picture = weighed.document.envelope in _PICTURES
        self._had |= {(digest, is_picture) for digest in self._digests(weighed)}
        start, family = _start(weighed), _family(weighed)
        newest = self._newest.get(family)
        if start is not None and all(family) and (newest is None or start > newest[0]):
            self._newest[family] = (start, weighed.report.verdict)

    def _digests(self, weighed: Weighed) -> set[bytes]:
        content = content_digest(weighed.document)
        return {digest_of(weighed.document.original)} | ({content} if content is not None else set())


def _family(weighed: Weighed) -> tuple[str, str]:
    credential = weighed.document.credential
    return (credential.issuer.id or "", credential.id or "")


def _start(weighed: Weighed) -> datetime | None:
    return moment_of(weighed.document.credential.valid_from)
