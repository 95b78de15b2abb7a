"""A learner record in words: which group a line belongs to, its facts, how achievements hang together.

Does not live here: showing (`pages.record_sheet`), parsing (`wallet.credentials.learner_record`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wallet.app.record_parts import Attainment, Inner, Link, ReadableRecord
from wallet.ui.dates import long_date, month
from wallet.ui.languages import translate
from wallet.ui.report_words import result_line
from wallet.verification.report import VerificationReport

COURSES, CERTIFICATES, COMPETENCIES, TESTS, ACTIVITIES, OTHERS = range(6)
"""The groups of a record, in the order they are read."""

_GROUPS: Mapping[str, int] = {
    "Course": COURSES,
    "LearningProgram": COURSES,
    "Competency": COMPETENCIES,
    "Assessment": TESTS,
    "Assignment": TESTS,
    "CoCurricular": ACTIVITIES,
    "CommunityService": ACTIVITIES,
    "Fieldwork": ACTIVITIES,
    "Membership": ACTIVITIES,
    "Award": ACTIVITIES,
}
_CERTIFICATES = (
    "Degree",
    "Diploma",
    "Certificate",
    "Certification",
    "License",
    "Credential",
    "GED",
    "Doctorate",
)
_DEEPEST = 8
_MOST_NODES = 300
_PARENT_FIRST = frozenset({"isParentOf"})
_CHILD_FIRST = frozenset({"isChildOf", "isPartOf"})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a record: an achievement, and the enclosed credential it comes from, if any."""

    attainment: Attainment
    inner: Inner | None = None

    @property
    def report(self) -> VerificationReport | None:
        """What was found about that credential; None for a line of the record itself."""
        return None if self.inner is None else self.inner.report


@dataclass(frozen=True, slots=True)
class Node:
    """One achievement in the tree, and how deep it lies (0 for a root)."""

    name: str
    depth: int


def lines_of(record: ReadableRecord) -> Sequence[Line]:
    """Every line: what enclosed credentials name, then what the record itself names and no credential does."""
    found = [Line(one, inner) for inner in record.inner for one in inner.lines]
    signed = {line.attainment.achievement.id for line in found}
    return found + [
        Line(one) for one in record.lines if one.achievement.id is None or one.achievement.id not in signed
    ]


def group_of(line: Line) -> int:
    """Which group a line belongs to, by the specification's word for its kind."""
    kind = (line.attainment.achievement.achievement_type or "").removeprefix("ext:")
    if kind in _GROUPS:
        return _GROUPS[kind]
    return CERTIFICATES if any(word in kind for word in _CERTIFICATES) else OTHERS


def group_title(group: int) -> str:
    """What a group is called."""
    return {
        COURSES: translate("Record", "Courses"),
        CERTIFICATES: translate("Record", "Degrees and certificates"),
        COMPETENCIES: translate("Record", "Competencies"),
        TESTS: translate("Record", "Tests and assignments"),
        ACTIVITIES: translate("Record", "Activities and awards"),
    }.get(group, translate("Record", "Other achievements"))


def name_of(attainment: Attainment) -> str:
    """What a line is called, with the issuer's short name before it."""
    name = attainment.achievement.name or translate("Record", "Without a name")
    return f"{attainment.code} · {name}" if attainment.code else name


def facts_of(attainment: Attainment) -> Sequence[str]:
    """Credits, term, dates, role, field and licence number, each as one short line."""
    return tuple(_facts(attainment))


def results_of(line: Line) -> Sequence[str]:
    """Grades and other results of the enclosed credential, with level and status."""
    if line.inner is None or line.inner.credential is None:
        return ()
    return tuple(
        result_line(result) for subject in line.inner.credential.subjects for result in subject.results
    )


def credits_earned(lines: Sequence[Line]) -> str:
    """The sum of the credits of these lines, "" when none states any."""
    stated = [_number(line.attainment.credits_earned) for line in lines]
    total = sum(number for number in stated if number is not None)
    return f"{total:g}" if total else ""


def tree_of(record: ReadableRecord) -> Sequence[Node]:
    """The achievements that hang together, parents before their children. Circles end where they close."""
    names = _names(record)
    children: dict[str, list[str]] = {}
    for source, target in _parents(record.links):
        children.setdefault(source, []).append(target)
    below = {target for targets in children.values() for target in targets}
    roots = [one for one in children if one not in below] or list(children)[:1]
    nodes: list[Node] = []
    seen: set[str] = set()
    waiting = [(one, 0) for one in reversed(roots)]
    while waiting and len(nodes) < _MOST_NODES:
        one, depth = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        nodes.append(Node(names.get(one, one), min(depth, _DEEPEST)))
        waiting += [(child, depth + 1) for child in reversed(children.get(one, ()))]
    return nodes


def other_links(record: ReadableRecord) -> Sequence[str]:
    """The associations that are no part of the tree, as sentences."""
    names = _names(record)
    known = {
        "exactMatchOf": translate("Record", "{first} is the same as {second}."),
        "isPeerOf": translate("Record", "{first} stands beside {second}."),
        "isRelatedTo": translate("Record", "{first} is related to {second}."),
        "precedes": translate("Record", "{first} comes before {second}."),
        "replacedBy": translate("Record", "{first} is replaced by {second}."),
    }
    return tuple(
        known[link.kind].format(
            first=_quoted(names.get(link.source, link.source)),
            second=_quoted(names.get(link.target, link.target)),
        )
        for link in record.links[:_MOST_NODES]
        if link.kind in known
    )


def _facts(attainment: Attainment) -> Iterator[str]:
    earned, available = attainment.credits_earned, attainment.credits_available
    if _number(earned) and available:
        yield translate("Record", "Credits: {earned} of {available}").format(
            earned=earned, available=available
        )
    elif _number(earned):
        yield translate("Record", "Credits: {earned}").format(earned=earned)
    elif _number(available):
        yield translate("Record", "Worth {available} credits").format(available=available)
    if attainment.term:
        yield attainment.term
    if attainment.started and attainment.ended:
        yield f"{month(attainment.started)} – {month(attainment.ended)}"  # noqa: RUF001 - a dash between two dates
    elif attainment.started or attainment.ended:
        yield long_date(attainment.ended or attainment.started)
    if attainment.role:
        yield translate("Record", "Role: {role}").format(role=attainment.role)
    if attainment.field:
        yield translate("Record", "Field: {field}").format(field=attainment.field)
    if attainment.license_number:
        yield translate("Record", "Licence number: {number}").format(number=attainment.license_number)


def _number(text: str | None) -> float | None:
    try:
        return float(text) if text is not None and len(text) < 20 else None  # noqa: PLR2004 - no number is longer
    except ValueError:
        return None


def _names(record: ReadableRecord) -> Mapping[str, str]:
    return {
        line.attainment.achievement.id: name_of(line.attainment)
        for line in lines_of(record)
        if line.attainment.achievement.id
    }


def _parents(links: Sequence[Link]) -> Iterator[tuple[str, str]]:
    """Parent and child of every association that says so."""
    for link in links:
        if link.kind in _PARENT_FIRST:
            yield link.source, link.target
        elif link.kind in _CHILD_FIRST:
            yield link.target, link.source


def _quoted(name: str) -> str:
    return f"“{name}”"
