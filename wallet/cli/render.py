"""Text for terminals: what came out of files is made harmless, codes become words.

Lives here: escaping and layout. Does not live here: the words (`wallet.app.reason_texts`) or writing to
streams.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from wallet.app.reason_texts import check_words, sharer_words, verdict_words, words
from wallet.credentials.model import Envelope, Subject
from wallet.errors import Reason
from wallet.verification.report import Check, LeftOut, Outcome, SharedBy, Verdict, VerificationReport

MAX_TEXT = 200
"""Longer names are cut when they are shown, in characters."""
_MAX_MARKS = 4
_LINE_BREAKS = re.compile(r"[\r\n\t\u0085\u2028\u2029]+")
_NO_NAME = "Without a name"
_MARK = {
    Outcome.PASSED: "[ok]",
    Outcome.FAILED: "[no]",
    Outcome.UNKNOWN: "[??]",
    Outcome.NOT_APPLICABLE: "[--]",
}
_SHARER_MARK = {
    SharedBy.ISSUER_KEY: "[!!]",
    SharedBy.NAMED_KEY: "[ok]",
    SharedBy.OTHER_KEY: "[!!]",
    SharedBy.NO_KEY: "[--]",
    SharedBy.NOT_COMPARED: "[--]",
}
# Control and format characters, halves of characters, and what ends a line elsewhere: none may reach a
# terminal.
_ESCAPED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def counted(count: int, one: str, many: str) -> str:
    """A number with its words, for one and for any other number."""
    return f"{count} {one if count == 1 else many}"


def plain(text: str, limit: int = MAX_TEXT) -> str:
    """Text from outside as one harmless line.

    Control and invisible characters are written as escapes, piles of combining marks are cut, and so is the
    end of what is longer than `limit` characters.
    """
    shown: list[str] = []
    marks = 0
    for character in text[: limit + 1]:
        category = unicodedata.category(character)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks > _MAX_MARKS:
            continue
        shown.append(_escape(character) if category in _ESCAPED_CATEGORIES else character)
    return "".join(shown[:limit]) + ("..." if len(text) > limit else "")


def flowing(text: str, limit: int = MAX_TEXT) -> str:
    """Text of several lines as one: line breaks and tabs become spaces, everything else as `plain` writes it."""
    return plain(" ".join(_LINE_BREAKS.split(text)), limit)


def _escape(character: str) -> str:
    code = ord(character)
    if code <= 0xFF:  # noqa: PLR2004 - the forms of Python's own escapes
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004


def refusal(reason: Reason) -> str:
    """The three sentences of a reason and its code: what happened, what it means, what to do."""
    text = words(reason)
    return f"{text.happened} {text.means} {text.do} [{reason}]"


def refusal_object(reason: Reason) -> Mapping[str, Any]:
    """The same for programs."""
    text = words(reason)
    return {"reason": str(reason), "happened": text.happened, "means": text.means, "do": text.do}


def verdict_line(verdict: Verdict, reason: Reason | None) -> str:
    """The chip's word, with the first decisive reason's sentence when there is one."""
    chip = verdict_words(verdict).chip
    return f"{chip}. {words(reason).happened}" if reason is not None else f"{chip}."


def report_lines(report: VerificationReport, name: str, indent: str = "") -> Iterator[str]:
    """A report for people: verdict, what it is about, a line for each check that applied, what is inside."""
    yield f"{indent}{plain(name)}: {verdict_line(report.verdict, report.reason)}"
    inside = indent + "  "
    if report.credential is not None:
        yield f"{inside}{title_and_issuer(report.credential.title, report.credential.issuer.name)}"
        for about in map(subject_words, report.credential.subjects):
            if about:
                yield f"{inside}Given to: {about}"
    if report.holder:
        yield f"{inside}Holder: {plain(report.holder)}"
    yield from _share_lines(report, inside)
    if report.asked_at is not None:
        yield f"{inside}Asked online: {report.asked_at.date().isoformat()}"
    if report.as_of is not None:
        yield f"{inside}As of: {report.as_of.date().isoformat()}"
    if report.verdict is not Verdict.UNREADABLE:  # nothing was read, so nothing was checked
        applied = (check for check in report.checks if check.outcome is not Outcome.NOT_APPLICABLE)
        yield from (inside + check_line(check, report) for check in applied)
    yield from (inside + line for line in _sharer_lines(report))
    if (
        report.verdict in (Verdict.INVALID, Verdict.UNREADABLE, Verdict.UNCHECKED)
        and report.reason is not None
    ):
        text = words(report.reason)
        yield f"{inside}{text.means} {text.do}"
    if report.inner:
        yield from _inside_lines(report, inside, is_top=not indent)


def _inside_lines(report: VerificationReport, indent: str, *, is_top: bool) -> Iterator[str]:
    """What is inside, one after another, then the courses among it by term with their credits."""
    for number, part in enumerate(report.inner, start=1):
        yield from report_lines(part, f"Inside, {number}", indent)
    if is_top:
        yield from _course_lines(report, indent)


def _course_lines(report: VerificationReport, indent: str) -> Iterator[str]:
    """The courses inside by term, with their credits; nothing where none is a course."""
    from wallet.app.course_list import by_term, courses_of, total  # noqa: PLC0415 - not for a single badge

    courses = courses_of(report)
    if not courses:
        return
    yield f"{indent}Courses by term, with credits as their issuers state them:"
    for term, taken in by_term(courses).items():
        yield f"{indent}  {flowing(term) or 'Without a term'}: {_credits(total(taken))}"
        for course in taken:
            name = " ".join(flowing(part) for part in (course.code, course.title) if part)
            said = (
                name,
                _credits(course.credits),
                flowing(course.issuer),
                verdict_words(course.verdict).chip,
            )
            yield f"{indent}    {' - '.join(said)}"
    left = sum(course.counted is None for course in courses)
    yield f"{indent}  Total: {_credits(total(courses))}" + (f"; not counted: {left}" if left else "")


def _credits(stated: str) -> str:
    return f"{flowing(stated)} {'credit' if stated == '1' else 'credits'}" if stated else "no credits stated"


def _sharer_lines(report: VerificationReport) -> Iterator[str]:
    """By whose key it was shared; nothing for what nobody shared."""
    if report.shared_by is not None:
        said = sharer_words(report.shared_by)
        yield f"{_SHARER_MARK[report.shared_by]} {said.line}. {said.note}"


def check_line(check: Check, report: VerificationReport) -> str:
    """One check as a line: its outcome as a sign, and its words."""
    text = check_words(check, report)
    return f"{_MARK[check.outcome]} {plain(text.line)}. {plain(text.note, 300)}"


_SUBSET = "Part of a longer record, chosen by the learner. The issuer did not say that this is all of it."


_WITH_PAGES = (Envelope.PDF, Envelope.PAGE)
_PAGES_NOT_SIGNED = "Only the signed record in this file was checked, not what its pages show"
_LEFT_OUT = {
    LeftOut.DIGESTS: (
        "Left out: {} part, or placeholder of the issuer; no more is known of it.",
        "Left out: {} parts, or placeholders of the issuer; no more is known of them.",
    ),
    LeftOut.STATEMENTS: (
        "Left out: {} single statement; a part can be several of them.",
        "Left out: {} single statements; a part can be several of them.",
    ),
    LeftOut.UNKNOWN: ("Parts may have been left out; this kind of signature does not say how many.",) * 2,
}


def title_and_issuer(title: str, issuer: str | None) -> str:
    """What a credential is called and who says so, for one line."""
    name = flowing(title) or _NO_NAME
    return f"{name} - {flowing(issuer)}" if issuer else name


def subject_words(subject: Subject) -> str:
    """Whom a credential is about: the name and id it states, else the kinds of its identifiers; "" for nobody."""
    stated = [flowing(part) for part in (subject.name, subject.id) if part]
    kinds = [flowing(identifier.identity_type) for identifier in subject.identifiers]
    return ", ".join(dict.fromkeys(stated or kinds))


def _compared(report: VerificationReport) -> str:
    """Whether the share was held against what its receiver asked for. What came of it is said by the checks."""
    if not report.asked:
        return "Not compared with you: --audience and --nonce say who you are and what you asked for"
    named = {"audience": "receiver", "nonce": "nonce"}
    return f"Compared with what you asked for: {', '.join(named[name] for name in report.asked)}"


def _share_lines(report: VerificationReport, indent: str) -> Iterator[str]:
    """What the signature of a share binds, and what was left out as far as that can be told."""
    bound = (("Made for", report.audience), ("Purpose", report.purpose), ("Good until", report.until))
    for label, value in bound:
        if value:
            yield f"{indent}{label}: {flowing(value)}"
    if report.audience or report.holder:
        yield f"{indent}{_compared(report)}"
    if report.envelope in _WITH_PAGES and report.holder:
        yield f"{indent}{_PAGES_NOT_SIGNED}"
    if report.is_labelled:
        yield f"{indent}The sender labelled it: not valid when it was shared."
    if report.is_labelled_unchecked:
        yield f"{indent}The sender labelled it: could not be checked when it was shared."
    if report.is_subset:
        yield f"{indent}{_SUBSET}"
    if report.left_out or report.left_out_of is LeftOut.UNKNOWN:
        yield indent + _LEFT_OUT[report.left_out_of][report.left_out != 1].format(report.left_out)
