"""The courses in what was checked, by term and with their credits, as a registrar reads a transcript.

Lives here: finding them in a report, putting them in order, adding up. Does not live here: words (cli, `share_pdf`), or
whether any of it is true (verification): a sum is what issuers stated, and what is not valid counts for nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wallet.verification.report import Verdict, VerificationReport

_MOST = 1000
_MOST_CREDITS = 1_000_000
_NOT_COUNTED = (Verdict.INVALID, Verdict.UNREADABLE)


@dataclass(frozen=True, slots=True)
class Course:
    """One course. Hostile text.

    Attributes:
        code: the issuer's short name for it ("MATH 101"), "" for none.
        term: when it was taken, "" where that is not stated.
        credits: what the learner earned, as stated; "" where nothing is.
    """

    title: str
    code: str
    term: str
    credits: str
    issuer: str
    verdict: Verdict

    @property
    def counted(self) -> float | None:
        """Its credits as a number; None where there is none, or it is not valid."""
        return None if self.verdict in _NOT_COUNTED else number_of(self.credits)


def courses_of(report: VerificationReport) -> Sequence[Course]:
    """Every credential in a report that states credits, a term or a course code, in their order; at most 1000."""
    return tuple(course for course, _ in zip(_found(report), range(_MOST), strict=False))


def by_term(courses: Sequence[Course]) -> Mapping[str, Sequence[Course]]:
    """The same under their terms, in the order in which these first stand; those without a term last."""
    terms = dict.fromkeys(sorted((course.term for course in courses), key=lambda term: not term))
    return {term: [course for course in courses if course.term == term] for term in terms}


def total(courses: Sequence[Course]) -> str:
    """The sum of the credits of what is valid, "" where none states any."""
    stated = [credit for course in courses if (credit := course.counted) is not None]
    return f"{round(sum(stated), 3):g}" if stated else ""


def number_of(text: str) -> float | None:
    """A number of credits; None for anything else."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if 0 <= value < _MOST_CREDITS else None


def _found(report: VerificationReport) -> Iterator[Course]:
    credential = report.credential
    for subject in credential.subjects if credential is not None else ():
        achievement = subject.achievement
        code = (achievement.code if achievement is not None else None) or ""
        if credential is not None and (subject.credits or subject.term or code):
            yield Course(
                credential.title,
                code,
                subject.term or "",
                subject.credits or "",
                credential.issuer.name or credential.issuer.id,
                report.verdict,
            )
    for part in report.inner:
        yield from _found(part)
