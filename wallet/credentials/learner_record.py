"""What a record says about each thing learned beside what every badge says: credits, terms, roles, associations.

Lives here: frozen views for people who read a transcript (CLR 2.0, Open Badges 3.0). Does not live here: the members
every badge has (`openbadges3`), the credentials inside a record (`clr2`), whether any of it is true (verification).
Wrong shapes are passed over; all text is hostile.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from wallet.credentials.json_text import identifier, objects, text
from wallet.credentials.model import Achievement, JsonObject
from wallet.credentials.openbadges3 import parse_achievement


@dataclass(frozen=True, slots=True)
class Attainment:
    """One achievement as one line of a record. Numbers and dates are the issuer's own text.

    Attributes:
        code: the issuer's short name for it ("MATH 101").
        field: the field of study.
        credits_available: what it is worth; `credits_earned` is what this learner got.
        narrative: what the issuer says of this learner's work.
    """

    achievement: Achievement
    code: str | None = None
    field: str | None = None
    credits_available: str | None = None
    credits_earned: str | None = None
    term: str | None = None
    role: str | None = None
    license_number: str | None = None
    started: str | None = None
    ended: str | None = None
    narrative: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One association, from one achievement to another; `kind` is the specification's word ("isParentOf")."""

    kind: str
    source: str
    target: str


def attainments(document: JsonObject) -> Sequence[Attainment]:
    """Every achievement the subjects of a credential name, in their order.

    Source: Open Badges 3.0, AchievementSubject and Achievement; CLR 2.0, ClrSubject (property `achievement`).
    """
    return [
        _attainment(subject, achievement)
        for subject in objects(document.get("credentialSubject"))
        for achievement in objects(subject.get("achievement"))
    ]


def links(document: JsonObject) -> Sequence[Link]:
    """The associations of a record, in their order; those without both ends are left out.

    Source: CLR 2.0, Association.
    """
    return [
        Link(text(entry.get("associationType")) or "", source, target)
        for subject in objects(document.get("credentialSubject"))
        for entry in objects(subject.get("association"))
        if (source := identifier(entry.get("sourceId"))) and (target := identifier(entry.get("targetId")))
    ]


def endorsement_comment(document: JsonObject) -> str:
    """What an endorser says, "" for nothing.

    Source: Open Badges 3.0, EndorsementSubject (`endorsementComment`).
    """
    said = (text(subject.get("endorsementComment")) for subject in objects(document.get("credentialSubject")))
    return next((comment for comment in said if comment), "")


def _attainment(subject: JsonObject, achievement: JsonObject) -> Attainment:
    return Attainment(
        achievement=parse_achievement(achievement),
        code=text(achievement.get("humanCode")),
        field=text(achievement.get("fieldOfStudy")),
        credits_available=text(achievement.get("creditsAvailable")),
        credits_earned=text(subject.get("creditsEarned")),
        term=text(subject.get("term")),
        role=text(subject.get("role")),
        license_number=text(subject.get("licenseNumber")),
        started=text(subject.get("activityStartDate")),
        ended=text(subject.get("activityEndDate")),
        narrative=text(subject.get("narrative")),
    )
