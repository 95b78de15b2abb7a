"""What the members of a credential are called, and what each says of its holder.

Lives here: the names, and what one part says by where it stands. Does not live here: finding such values in a document
(`private_values`).
"""

from collections.abc import Mapping
from enum import StrEnum

from wallet.credentials.json_pointer import parse_pointer


class PrivateKind(StrEnum):
    """What a value says."""

    NAME = "name"
    EMAIL = "email"
    BIRTH_DATE = "birth_date"
    NUMBER = "number"
    PHONE = "phone"
    ADDRESS = "address"
    PICTURE = "picture"
    GENDER = "gender"
    AGE = "age"
    OTHER_IDENTIFIER = "other_identifier"
    CLAIM = "claim"
    RESULT = "result"
    ACTIVITY = "activity"
    EVIDENCE = "evidence"
    OTHER_PARTY = "other_party"


# Members of a subject (or of a person in it) in lower case without underscores; Open Badges 3.0 "Profile", schema.org
# "Person", OpenID Connect and the European person identification data.
KINDS: Mapping[str, PrivateKind] = {
    "givenname": PrivateKind.NAME,
    "familyname": PrivateKind.NAME,
    "familynameprefix": PrivateKind.NAME,
    "additionalname": PrivateKind.NAME,
    "patronymicname": PrivateKind.NAME,
    "honorificprefix": PrivateKind.NAME,
    "honorificsuffix": PrivateKind.NAME,
    "firstname": PrivateKind.NAME,
    "lastname": PrivateKind.NAME,
    "birthfamilyname": PrivateKind.NAME,
    "birthgivenname": PrivateKind.NAME,
    "email": PrivateKind.EMAIL,
    "emailaddress": PrivateKind.EMAIL,
    "dateofbirth": PrivateKind.BIRTH_DATE,
    "birthdate": PrivateKind.BIRTH_DATE,
    "studentid": PrivateKind.NUMBER,
    "sourcedid": PrivateKind.NUMBER,
    "sissourcedid": PrivateKind.NUMBER,
    "lissourcedid": PrivateKind.NUMBER,
    "onerostersourcedid": PrivateKind.NUMBER,
    "systemid": PrivateKind.NUMBER,
    "accountid": PrivateKind.NUMBER,
    "nationalidentitynumber": PrivateKind.NUMBER,
    "personaladministrativenumber": PrivateKind.NUMBER,
    "documentnumber": PrivateKind.NUMBER,
    "licensenumber": PrivateKind.NUMBER,
    "phone": PrivateKind.PHONE,
    "phonenumber": PrivateKind.PHONE,
    "telephone": PrivateKind.PHONE,
    "address": PrivateKind.ADDRESS,
    "streetaddress": PrivateKind.ADDRESS,
    "postalcode": PrivateKind.ADDRESS,
    "locality": PrivateKind.ADDRESS,
    "photo": PrivateKind.PICTURE,
    "picture": PrivateKind.PICTURE,
    "portrait": PrivateKind.PICTURE,
    "gender": PrivateKind.GENDER,
    "sex": PrivateKind.GENDER,
    "age": PrivateKind.AGE,
    "ageinyears": PrivateKind.AGE,
    "agebirthyear": PrivateKind.AGE,
    "birthyear": PrivateKind.AGE,
    "gradelevel": PrivateKind.AGE,
    "graduationyear": PrivateKind.AGE,
    "username": PrivateKind.OTHER_IDENTIFIER,
    "identifier": PrivateKind.OTHER_IDENTIFIER,
    # What was done, for how long, and how well; Open Badges 3.0, AchievementSubject.
    "activitystartdate": PrivateKind.ACTIVITY,
    "activityenddate": PrivateKind.ACTIVITY,
    "creditsearned": PrivateKind.ACTIVITY,
    "role": PrivateKind.ACTIVITY,
    "term": PrivateKind.ACTIVITY,
    "result": PrivateKind.ACTIVITY,
    "results": PrivateKind.ACTIVITY,
    "grade": PrivateKind.ACTIVITY,
    "grades": PrivateKind.ACTIVITY,
    "score": PrivateKind.ACTIVITY,
    "evidence": PrivateKind.EVIDENCE,
    "narrative": PrivateKind.EVIDENCE,
}
_ABOUT_ACTIVITY = frozenset(
    name for name, kind in KINDS.items() if kind in (PrivateKind.ACTIVITY, PrivateKind.EVIDENCE)
)
# How the attested attributes of European identification data begin ("age_over_18").
_AGES = ("ageover", "ageequalorover")
# What a kind alone says too little about.
NAMED_BY_ISSUER = frozenset({PrivateKind.CLAIM, PrivateKind.ACTIVITY})
# Where "name" is that of a person: in the subject itself, and in what it says under these names.
PERSONS = frozenset({"profile", "person", "holder", "learner", "student", "recipient", "owner"})
# Somebody else, whatever is said of them inside. Open Badges 3.0: `source` of a subject, `parentOrg` of a profile.
OTHER_PARTIES = frozenset(
    {
        *(
            "source",
            "issuer",
            "publisher",
            "provider",
            "organization",
            "organisation",
            "parentorg",
            "institution",
        ),
        *("school", "employer", "worksfor", "affiliation", "creator", "issuingauthority", "recognizedby"),
    }
)
# What is under these names stands in other functions here, or says what was earned, not who earned it.
SAID_ELSEWHERE = frozenset(
    {"achievement", "association", "endorsement", "endorsementjwt", "id", "result", "verifiablecredential"}
    | {"type", "@context"}
)
UNSAID = frozenset({"type", "@context"})
# Parts that are not about a person, whatever is in them.
_NOT_PERSONAL = SAID_ELSEWHERE | {"evidence", "image", "narrative"}
# Names that mean something else at the top of a credential.
_OF_CREDENTIAL = frozenset({"name", "image"})
# About the token of an SD-JWT VC, not about its holder.
OF_TOKEN = frozenset(
    {
        *("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "cnf", "nonce", "status", "vct", "vct#integrity"),
        *("_sd_alg", "issuance_date", "expiry_date", "issuing_country"),
    }
)


def plain(name: str) -> str:
    """A member's name as the tables have it: in lower case, without underscores."""
    return name.casefold().replace("_", "")


def kind_named(name: str) -> PrivateKind | None:
    """What a member of this plain name says; None where the name tells nothing."""
    if name.startswith(_AGES):
        return PrivateKind.AGE
    return KINDS.get(name)


# -- one part by itself


def is_about_holder(pointer: str) -> bool:
    """Whether what stands there says something about a person: it is in a subject, under one of the known names."""
    names = [plain(name) for name in parse_pointer(pointer) if not name.isdigit()]
    if names[:1] == ["recipient"]:
        return names[1:] in (["identity"], ["name"])  # Open Badges 1 and 2
    in_subject = names[:1] == ["credentialsubject"]
    inside = names[1:] if in_subject else names
    if (
        not inside
        or {*inside} & (_NOT_PERSONAL | OTHER_PARTIES)
        or (not in_subject and inside[0] in _OF_CREDENTIAL)
    ):
        return False
    is_name = inside[-1] == "name" and (len(inside) == 1 or inside[-2] in PERSONS)
    return is_name or any(kind_named(name) and name not in _ABOUT_ACTIVITY for name in inside)


def names_other_party(pointer: str) -> bool:
    """Whether what stands there is about a school, an employer or somebody else, beside who issued the credential."""
    names = [plain(name) for name in parse_pointer(pointer) if not name.isdigit()]
    return bool({*names[1:]} & OTHER_PARTIES or {*names[:1]} & (OTHER_PARTIES - {"issuer"}))


_OUTCOMES = ("result", "results", "grade", "grades", "gpa", "score", "scores", "evidence")
_REMARKS = ("note", "notes", "comment", "comments", "remark", "remarks")


def is_about_outcome(pointer: str) -> bool:
    """Whether what stands there says how well somebody did: a result, a piece of evidence, a remark about them."""
    names = [plain(name) for name in parse_pointer(pointer) if not name.isdigit()]
    return any(name in _OUTCOMES or name.endswith(_REMARKS) for name in names)
