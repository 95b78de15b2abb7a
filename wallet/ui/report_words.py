"""A verification report in the words of the main screens: the checklist, and one summary for a row.

Lives here: which checks become lines, and the parts of a credential in words. Does not live here: the
sentences (`wallet.app.reason_texts`) or colours (`chips`).
"""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QObject

from wallet.credentials.model import Credential, Evidence, Result
from wallet.ui.chips import SHARER_COLOURS, line_colours
from wallet.ui.languages import translate
from wallet.ui.reason_words import check_words, sharer_words, verdict_words, words
from wallet.ui.safe_text import one_line
from wallet.ui.widgets.status import CheckLine
from wallet.verification.report import Check, CheckName, Outcome, SharedBy, Verdict, VerificationReport

_SHARER_ORDER = (SharedBy.OTHER_KEY, SharedBy.NAMED_KEY, SharedBy.NOT_COMPARED, SharedBy.NO_KEY)
_MOST_TITLES, _LONGEST = 5, 60
_SHOWN_WHEN_NOT_APPLICABLE = frozenset({CheckName.STATUS, CheckName.RECIPIENT})


def check_lines(report: VerificationReport) -> Sequence[CheckLine]:
    """One line per check, in their order; what did not apply is left out unless people ask for it.

    Of a credential that somebody shared, the last line says by whose key; of a share, the last lines do so for what is
    in it.
    """
    coloured = zip(report.checks, line_colours(report.checks), strict=True)
    lines = tuple(_line(check, colour, report) for check, colour in coloured if _is_shown(check))
    return (*lines, *_sharer_lines(report))


def _sharer_lines(report: VerificationReport) -> Iterator[CheckLine]:
    """One line for each answer; with the names of the credentials it is about where there is more than one answer."""
    parts = (report,) if report.shared_by is not None else report.inner
    titles: dict[SharedBy, list[str]] = {}
    for part in parts:
        if part.shared_by is not None:
            titles.setdefault(part.shared_by, []).append(_title_of(part))
    for shared_by in (answer for answer in _SHARER_ORDER if answer in titles):
        said = sharer_words(shared_by)
        named = f": {', '.join(titles[shared_by][:_MOST_TITLES])}" if len(titles) > 1 else ""
        yield CheckLine(SHARER_COLOURS[shared_by], said.line + named, said.note)


def _title_of(report: VerificationReport) -> str:
    title = report.credential.title if report.credential is not None else ""
    return one_line(title, _LONGEST) or translate("ReportWords", "Without a name")


def summary(report: VerificationReport) -> str:
    """What a row says below the name: why, and what to do, or that all is well."""
    if report.reason is None or report.verdict is Verdict.VERIFIED:
        sentence = verdict_words(report.verdict).sentence
    else:
        text = words(report.reason)
        sentence = f"{text.happened} {text.do}"
    if inside := len(report.inner):
        return sentence + " " + Inside().spoken(inside)
    return sentence


def skills(credential: Credential) -> Sequence[str]:
    """The names of the skills a credential is aligned with, each once, in its order."""
    achievement = credential.subject.achievement
    names = [alignment.target_name for alignment in achievement.alignments] if achievement else []
    return tuple(dict.fromkeys(name for name in names if name))


def skills_by_framework(credential: Credential) -> Sequence[tuple[str, Mapping[str, str]]]:
    """The same under the name of each framework, "" for skills that name none; in the order they first come.

    With each name comes the address that identifies the skill, or "".
    """
    achievement = credential.subject.achievement
    groups: dict[str, dict[str, str]] = {}
    for alignment in achievement.alignments if achievement else ():
        if alignment.target_name:
            group = groups.setdefault(alignment.target_framework or "", {})
            group.setdefault(alignment.target_name, alignment.target_url or "")
    return tuple(groups.items())


def result_line(result: Result) -> str:
    """One result: what was measured and what was reached."""
    described = result.description
    name = (described.name if described else None) or translate("ReportWords", "Result")
    stated = (result.value, result.achieved_level, _status_word(result.status))
    reached = ", ".join(dict.fromkeys(part for part in stated if part))
    return f"{name}: {reached}" if reached else name


def _status_word(status: str | None) -> str | None:
    """The specification's word in plain ones; another word as it is.

    Source: Open Badges 3.0, ResultStatusType.
    """
    words = {
        "Completed": translate("ReportWords", "completed"),
        "Enrolled": translate("ReportWords", "enrolled"),
        "Failed": translate("ReportWords", "not passed"),
        "InProgress": translate("ReportWords", "in progress"),
        "OnHold": translate("ReportWords", "on hold"),
        "Withdrew": translate("ReportWords", "withdrew"),
    }
    return words.get(status, status) if status else None


def evidence_line(evidence: Evidence) -> str:
    """One piece of evidence by its name; else its address."""
    return evidence.name or evidence.id or evidence.genre or translate("ReportWords", "Without a name")


class Inside(QObject):
    """A sentence with a number: Qt's tool finds those of objects only."""

    def spoken(self, count: int) -> str:
        """How many credentials one holds."""
        return self.tr("%n credential(s) inside.", "", count)


def _is_shown(check: Check) -> bool:
    if check.name is CheckName.STRUCTURE:
        return check.outcome is not Outcome.PASSED
    return check.outcome is not Outcome.NOT_APPLICABLE or check.name in _SHOWN_WHEN_NOT_APPLICABLE


def _line(check: Check, colour: str, report: VerificationReport) -> CheckLine:
    text = check_words(check, report)
    return CheckLine(colour, text.line, text.note)
