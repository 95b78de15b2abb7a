"""What kind of thing a credential is follows from what it says of itself."""

import json

import pytest

from tests.sample_files import good
from tests.shared_data import shared
from wallet.credentials.detect import parse_document
from wallet.credentials.kinds import Kind, achievement_type_for, kind_of, kind_stated
from wallet.credentials.model import Achievement, Credential, Format, Issuer, Subject, UnverifiedCredential


def made(
    *types: str,
    achievement_type: str | None = None,
    issuer: str = "did:example:school",
    about: str = "did:example:me",
) -> Credential:
    return Credential(
        id=None,
        types=("VerifiableCredential", *types),
        name="Something",
        description=None,
        issuer=Issuer(issuer),
        subjects=(Subject(about, achievement=Achievement(None, "x", achievement_type=achievement_type)),),
        valid_from=None,
        valid_until=None,
    )


@pytest.mark.parametrize(
    ("stated", "kind"),
    [
        ("Badge", Kind.BADGE),
        ("MicroCredential", Kind.BADGE),
        ("Competency", Kind.BADGE),
        ("CertificateOfCompletion", Kind.CERTIFICATE),
        ("Certification", Kind.CERTIFICATE),
        ("SecondarySchoolDiploma", Kind.DEGREE),
        ("AssociateDegree", Kind.DEGREE),
        ("GeneralEducationDevelopment", Kind.DEGREE),
        ("License", Kind.LICENCE),
        ("ApprenticeshipCertificate", Kind.JOB),
        ("Fieldwork", Kind.JOB),
        ("CommunityService", Kind.VOLUNTEER),
        ("Course", Kind.COURSE),
        ("LearningProgram", Kind.COURSE),
        ("Membership", Kind.OTHER),
        ("ext:SkateTrick", Kind.BADGE),
        ("Whatever", Kind.BADGE),
        ("ext:Employment", Kind.JOB),
    ],
)
def test_the_stated_type_decides(stated: str, kind: Kind) -> None:
    credential = made("OpenBadgeCredential", achievement_type=stated)
    assert kind_of(credential, Format.OPEN_BADGES_3) is kind


def test_without_a_stated_type_the_credential_and_its_format_decide() -> None:
    assert kind_of(made("OpenBadgeCredential"), Format.OPEN_BADGES_3) is Kind.BADGE
    assert kind_of(made("Assertion"), Format.OPEN_BADGES_2) is Kind.BADGE
    assert kind_of(made("ClrCredential", achievement_type="Badge"), Format.CLR_2) is Kind.TRANSCRIPT
    assert kind_of(made("UniversityDegreeCredential"), Format.VC_1_1) is Kind.DEGREE
    assert kind_of(made("AlumniCredential"), Format.VC_2_0) is Kind.OTHER
    own = made("OpenBadgeCredential", issuer="did:key:me", about="did:key:me")
    assert kind_of(own, Format.OPEN_BADGES_3) is Kind.OTHER, "what somebody says of themselves is no badge"


@pytest.mark.parametrize("kind", list(Kind))
def test_a_kind_that_is_written_down_is_read_again(kind: Kind) -> None:
    assert kind_stated(achievement_type_for(kind)) is kind


def test_every_type_the_published_schema_lists_has_a_place() -> None:
    """The enumeration in 1EdTech's JSON Schema for Open Badges 3.0."""
    schema = json.loads(
        shared("corpus", "schemas", "ob_v3p0_achievementcredential_schema.json").read_text("utf-8")
    )
    listed = schema["$defs"]["Achievement"]["properties"]["achievementType"]["oneOf"][0]["enum"]
    assert len(listed) == 31
    assert {kind_stated(one) for one in listed} == set(Kind) - {Kind.TRANSCRIPT}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("school-record.json", Kind.TRANSCRIPT),
        ("first-aid-and-cpr.json", Kind.CERTIFICATE),
        ("peer-tutoring.json", Kind.VOLUNTEER),
        ("budgeting.json", Kind.BADGE),
        ("laser-cutting.png", Kind.BADGE),
    ],
)
def test_the_samples_are_what_they_look_like(name: str, kind: Kind) -> None:
    document = parse_document(good(name).read_bytes())
    assert isinstance(document, UnverifiedCredential)
    assert kind_of(document.credential, document.format) is kind
