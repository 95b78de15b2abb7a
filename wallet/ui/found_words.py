"""From what checking said to the words of one row of the add sheet.

Lives here: everything such a row says, made on the worker that checked. Sentences that many rows share are kept once.
Does not live here: the sentences of reason codes (`reason_words`) and reports (`report_words`), or the row (`add_row`).
"""

from collections.abc import Hashable
from dataclasses import replace
from typing import TypeVar, cast

from PySide6.QtCore import QObject

from wallet.app.deep_links import read_link
from wallet.errors import Reason
from wallet.ui.languages import translate
from wallet.ui.models.findings import Finding
from wallet.ui.originals import Originals, packed_text
from wallet.ui.ports import Candidate, Incoming
from wallet.ui.reason_words import words
from wallet.ui.report_words import check_lines, summary
from wallet.verification.report import Verdict

Shared = TypeVar("Shared", bound=Hashable)


class FindingMaker:
    """Makes the rows of one sheet. Any thread may ask."""

    def __init__(self, originals: Originals) -> None:
        self._originals = originals
        self._said: dict[Hashable, Hashable] = {}

    def made(self, candidate: Candidate) -> Finding:
        """One row."""
        report, error = candidate.report, candidate.error
        is_link = bool(candidate.link or candidate.offer)  # nothing to keep, and nothing wrong with it either
        without = Verdict.UNCHECKED if is_link else Verdict.UNREADABLE
        reason = error.reason if error is not None else None
        explained = report.reason if report is not None else reason
        title, source = _names(candidate)
        data, incoming = candidate.data, candidate.incoming
        return Finding(
            name=candidate.name,
            title=title,
            source=source,
            verdict=report.verdict if report is not None else without,
            sentence=self._once(_sentence(candidate, reason)),
            means=words(explained).means if explained is not None else "",
            lines=self._once(tuple(map(self._once, check_lines(report)))) if report is not None else (),
            technical=packed_text(candidate.technical),
            original=self._originals.keep(data, _whole_file(incoming)) if data is not None else None,
            reason=reason,
            file=incoming.source if incoming is not None else "",
            marks=incoming.marks if incoming is not None else None,
            request=candidate.request,
            link=candidate.link,
            offer=candidate.offer,
            doubt=self._once(_explained(incoming.doubt if incoming is not None else None)),
        )

    def seen_by_owner(self, finding: Finding, seen: Candidate) -> Finding:
        """The same row, with what checking says once the owner's own lists and issuers count."""
        report = seen.report
        if report is None:
            return finding
        return replace(
            finding,
            verdict=report.verdict,
            sentence=self._once(_sentence(seen, None)),
            means=words(report.reason).means if report.reason is not None else "",
            lines=self._once(tuple(map(self._once, check_lines(report)))),
            technical=packed_text(seen.technical),
        )

    def _once(self, said: Shared) -> Shared:
        return cast("Shared", self._said.setdefault(said, said))


def _whole_file(incoming: Incoming | None) -> str:
    """The file that holds these bytes and nothing else; "" where there is none."""
    return incoming.source if incoming is not None and incoming.is_whole else ""


class Several(QObject):
    """A title with a number: Qt's tool finds those of objects only."""

    def spoken(self, count: int) -> str:
        """How many credentials one file holds."""
        return self.tr("%n credential(s) in one file", "", count)


def _names(candidate: Candidate) -> tuple[str, str]:
    """The two lines on top."""
    report = candidate.report
    credential = report.credential if report else None
    if credential is None and report is not None and report.inner:
        return Several().spoken(len(report.inner)), candidate.name
    if credential is None:
        return candidate.name, ""
    issuer = credential.issuer.name or credential.issuer.id
    source = f"{issuer} · {candidate.name}" if issuer else candidate.name
    return credential.title or candidate.name, source


def _sentence(candidate: Candidate, reason: Reason | None) -> str:
    if candidate.request:
        return translate("AddRow", "This is no credential: somebody asks you for some with it.")
    if candidate.link and reason in (None, Reason.NEEDS_NETWORK):
        return _link_words(candidate.link)
    if candidate.report is not None:
        return summary(candidate.report)
    return _explained(reason)


def _explained(reason: Reason | None) -> str:
    if reason is None:
        return ""
    text = words(reason)
    return f"{text.happened} {text.do}"


def _link_words(address: str) -> str:
    link = read_link(address)
    if link is None or not link.host:
        return translate(
            "AddRow", "This is a link to something that has to be fetched. Nothing was fetched yet."
        )
    said = translate("AddRow", "This is a web address at {site}. Nothing was fetched from there yet.")
    return said.format(site=link.host)
