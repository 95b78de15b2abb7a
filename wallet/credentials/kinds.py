"""What kind of thing a credential is, in a person's words: a badge, a diploma, a job.

Lives here: the kinds, and which one a credential's own statements make it. Does not live here: what the kinds are
called (cli, ui). A kind says what the document calls itself; whether that is true is for verification.
"""

from enum import StrEnum

from wallet.credentials.model import Credential, Format


class Kind(StrEnum):
    """What people file a credential under."""

    BADGE = "badge"
    CERTIFICATE = "certificate"
    DEGREE = "degree"
    TRANSCRIPT = "transcript"
    LICENCE = "licence"
    JOB = "job"
    VOLUNTEER = "volunteer"
    COURSE = "course"
    OTHER = "other"


# Open Badges 3.0, AchievementType Enumeration: every value, in its order.
_ACHIEVEMENT_TYPES = {
    "Achievement": Kind.BADGE,
    "ApprenticeshipCertificate": Kind.JOB,
    "Assessment": Kind.BADGE,
    "Assignment": Kind.BADGE,
    "AssociateDegree": Kind.DEGREE,
    "Award": Kind.BADGE,
    "Badge": Kind.BADGE,
    "BachelorDegree": Kind.DEGREE,
    "Certificate": Kind.CERTIFICATE,
    "CertificateOfCompletion": Kind.CERTIFICATE,
    "Certification": Kind.CERTIFICATE,
    "CommunityService": Kind.VOLUNTEER,
    "Competency": Kind.BADGE,
    "Course": Kind.COURSE,
    "CoCurricular": Kind.BADGE,
    "Degree": Kind.DEGREE,
    "Diploma": Kind.DEGREE,
    "DoctoralDegree": Kind.DEGREE,
    "Fieldwork": Kind.JOB,
    "GeneralEducationDevelopment": Kind.DEGREE,
    "JourneymanCertificate": Kind.JOB,
    "LearningProgram": Kind.COURSE,
    "License": Kind.LICENCE,
    "Membership": Kind.OTHER,
    "ProfessionalDoctorate": Kind.DEGREE,
    "QualityAssuranceCredential": Kind.CERTIFICATE,
    "MasterCertificate": Kind.CERTIFICATE,
    "MasterDegree": Kind.DEGREE,
    "MicroCredential": Kind.BADGE,
    "ResearchDoctorate": Kind.DEGREE,
    "SecondarySchoolDiploma": Kind.DEGREE,
}
# Values the specification leaves to others begin with "ext:"; these are the ones this program writes and knows.
_EXTENSIONS = {
    "ext:Employment": Kind.JOB,
    "ext:Internship": Kind.JOB,
    "ext:Transcript": Kind.TRANSCRIPT,
    "ext:Other": Kind.OTHER,
}
# What says it by its type alone. CLR 2.0, ClrCredential; Open Badges 3.0, EndorsementCredential; VCDM 2.0, examples.
_CREDENTIAL_TYPES = {
    "ClrCredential": Kind.TRANSCRIPT,
    "EndorsementCredential": Kind.OTHER,
    "UniversityDegreeCredential": Kind.DEGREE,
    "ExampleDegreeCredential": Kind.DEGREE,
}
_BADGE_TYPES = frozenset({"OpenBadgeCredential", "AchievementCredential", "Assertion"})
_BADGE_FORMATS = frozenset({Format.OPEN_BADGES_3, Format.OPEN_BADGES_2, Format.OPEN_BADGES_1})

_STATED_AS = {
    Kind.BADGE: "Badge",
    Kind.CERTIFICATE: "Certificate",
    Kind.DEGREE: "Diploma",
    Kind.TRANSCRIPT: "ext:Transcript",
    Kind.LICENCE: "License",
    Kind.JOB: "ext:Employment",
    Kind.VOLUNTEER: "CommunityService",
    Kind.COURSE: "Course",
    Kind.OTHER: "ext:Other",
}


def kind_of(credential: Credential, credential_format: Format) -> Kind:
    """What kind a credential calls itself.

    Its own type decides where it is a record of its own sort; else the first achievement that says a type; a badge that
    says none is a badge, and anything else is `OTHER`.

    Source: Open Badges 3.0, Achievement (`achievementType`) and AchievementType Enumeration; CLR 2.0, ClrCredential.
    """
    by_type = next((_CREDENTIAL_TYPES[name] for name in credential.types if name in _CREDENTIAL_TYPES), None)
    if by_type is not None:
        return by_type
    for subject in credential.subjects:
        stated = subject.achievement.achievement_type if subject.achievement else None
        if stated:
            return kind_stated(stated)
    about = {subject.id for subject in credential.subjects}
    if credential.issuer.id and about == {credential.issuer.id}:
        return Kind.OTHER  # what somebody says of themselves is no badge by its format alone
    is_badge = credential_format in _BADGE_FORMATS or not _BADGE_TYPES.isdisjoint(credential.types)
    return Kind.BADGE if is_badge else Kind.OTHER


def kind_stated(achievement_type: str) -> Kind:
    """The kind of one `achievementType`. A value unknown here, such as an extension, is a badge, as its format is."""
    return _ACHIEVEMENT_TYPES.get(achievement_type) or _EXTENSIONS.get(achievement_type) or Kind.BADGE


def achievement_type_for(kind: Kind) -> str:
    """The `achievementType` by which a document states this kind; `kind_stated` leads back."""
    return _STATED_AS[kind]
