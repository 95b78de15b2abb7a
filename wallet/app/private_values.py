"""What a credential tells about its holder: who they are, what they reached, what they made, and whom else it names.

Lives here: finding these values in a document, and under which heading each belongs. Does not live here:
the words for kinds and headings (cli, ui), or what is shared (`share`, `disclose`): whoever asks hands in the very
documents that leave.

What was earned (the achievement), who issued it and when is on every page anyway, and is not repeated.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from wallet.app.shown_parts import value_text
from wallet.credentials import clr2
from wallet.credentials.credential_document import parse_entry
from wallet.credentials.credential_view import attached_endorsements
from wallet.credentials.json_pointer import format_pointer, parse_pointer
from wallet.credentials.model import Evidence, Format, JsonObject, Result, Subject, UnverifiedCredential
from wallet.credentials.openbadges2 import FORMATS as OLDER_BADGES
from wallet.credentials.openbadges2 import assertion_of

_MAX_CLAIMS = 200
_MAX_INNER = 1000


class PrivateGroup(StrEnum):
    """Under which heading a value belongs."""

    ABOUT_YOU = "about_you"
    RESULTS = "results"
    EVIDENCE = "evidence"
    ALSO_SAID = "also_said"
    OTHERS = "others"


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
    OTHER_IDENTIFIER = "other_identifier"
    CLAIM = "claim"
    RESULT = "result"
    ACTIVITY = "activity"
    EVIDENCE = "evidence"
    OTHER_PARTY = "other_party"


_GROUPS: Mapping[PrivateKind, PrivateGroup] = {
    PrivateKind.RESULT: PrivateGroup.RESULTS,
    PrivateKind.ACTIVITY: PrivateGroup.RESULTS,
    PrivateKind.EVIDENCE: PrivateGroup.EVIDENCE,
    PrivateKind.CLAIM: PrivateGroup.ALSO_SAID,
    PrivateKind.OTHER_PARTY: PrivateGroup.OTHERS,
}

# Members of a subject (or of a person in it) in lower case without underscores; Open Badges 3.0 "Profile", schema.org
# "Person", OpenID Connect and the European person identification data.
_KINDS: Mapping[str, PrivateKind] = {
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
    name for name, kind in _KINDS.items() if kind in (PrivateKind.ACTIVITY, PrivateKind.EVIDENCE)
)
# What a kind alone says too little about.
_NAMED_BY_ISSUER = frozenset({PrivateKind.CLAIM, PrivateKind.ACTIVITY})
# Where "name" is that of a person: in the subject itself, and in what it says under these names.
_PERSONS = frozenset({"profile", "person", "holder", "learner", "student", "recipient", "owner"})
# Somebody else, whatever is said of them inside. Open Badges 3.0: `source` of a subject, `parentOrg` of a profile.
_OTHER_PARTIES = frozenset(
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
_SAID_ELSEWHERE = frozenset(
    {"achievement", "association", "endorsement", "endorsementjwt", "id", "result", "verifiablecredential"}
    | {"type", "@context"}
)
_UNSAID = frozenset({"type", "@context"})
# Parts that are not about a person, whatever is in them.
_NOT_PERSONAL = _SAID_ELSEWHERE | {"evidence", "image", "narrative"}
# Names that mean something else at the top of a credential.
_OF_CREDENTIAL = frozenset({"name", "image"})
# About the token of an SD-JWT VC, not about its holder.
_OF_TOKEN = frozenset(
    {
        *("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "cnf", "nonce", "status", "vct", "vct#integrity"),
        *("_sd_alg", "issuance_date", "expiry_date", "issuing_country"),
    }
)


@dataclass(frozen=True, slots=True)
class PrivateValue:
    """One value, as written. Hostile text.

    Attributes:
        value: "" when the document holds only a hash of it, which still tells a guesser when a guess is right.
        label: what its issuer calls it, where the kind does not say enough.
        pointer: where it stands in the subject, likewise.
        source: the result or piece of evidence it is, for words of their own.
    """

    kind: PrivateKind
    value: str
    label: str = ""
    pointer: str = ""
    source: Result | Evidence | None = field(default=None, compare=False, repr=False)

    @property
    def group(self) -> PrivateGroup:
        """Under which heading it belongs."""
        return _GROUPS.get(self.kind, PrivateGroup.ABOUT_YOU)

    @property
    def is_hashed(self) -> bool:
        """Whether only a hash of it is there."""
        return not self.value and self.group is PrivateGroup.ABOUT_YOU


def private_values(document: UnverifiedCredential) -> Sequence[PrivateValue]:
    """What a credential tells, in the document's order; of a learner record also what each credential in it tells."""
    found = list(_own_values(document))
    if document.format is Format.CLR_2:
        for entry in clr2.inner_documents(document.document)[:_MAX_INNER]:
            inner = parse_entry(entry)
            if isinstance(inner, UnverifiedCredential) and inner.format is not Format.CLR_2:
                found += _own_values(inner)
    return tuple(dict.fromkeys(found))


def own_values(document: UnverifiedCredential) -> Sequence[PrivateValue]:
    """What a credential tells; of a learner record without what is in it."""
    return tuple(dict.fromkeys(_own_values(document)))


def _own_values(document: UnverifiedCredential) -> Iterator[PrivateValue]:
    yield from _about_holder(document)
    for subject in document.credential.subjects:
        yield from _results(subject)
    yield from _evidence(document)
    for owner, entry in attached_endorsements(document.document):
        del owner
        endorsement = parse_entry(entry)
        if isinstance(endorsement, UnverifiedCredential):
            issuer = endorsement.credential.issuer
            yield PrivateValue(PrivateKind.OTHER_PARTY, issuer.name or issuer.id)


def _about_holder(document: UnverifiedCredential) -> Iterator[PrivateValue]:
    if document.format is Format.SD_JWT_VC:
        # words of its issuer's own: nothing in it is known to be about what was earned alone
        told = {name: value for name, value in document.document.items() if name not in _OF_TOKEN}
        yield from _personal(told, _UNSAID)
    elif document.format in OLDER_BADGES:
        yield from _recipient(document.document)
    else:
        for subject in _entries(document.document.get("credentialSubject")):
            if isinstance(subject, Mapping):
                yield from _address(subject.get("id"))
                yield from _personal(subject, _SAID_ELSEWHERE)


def _recipient(badge: JsonObject) -> Iterator[PrivateValue]:
    """Source: Open Badges 2.0, section IdentityObject."""
    for one in _entries(assertion_of(badge).get("recipient")):
        if not isinstance(one, Mapping) or one.get("identity") in (None, ""):
            continue
        named = value_text(one.get("type")) if isinstance(one.get("type"), str) else ""
        kind = _KINDS.get(named.casefold(), PrivateKind.OTHER_IDENTIFIER)
        identity = one["identity"]
        is_hash = one.get("hashed") is True or not isinstance(identity, str)
        yield PrivateValue(kind, "" if is_hash else identity)
        if isinstance(one.get("name"), str):
            yield PrivateValue(PrivateKind.NAME, one["name"])


def _address(identifier: Any) -> Iterator[PrivateValue]:
    """Some issuers name a person by an address people write or call to."""
    scheme, colon, address = identifier.partition(":") if isinstance(identifier, str) else ("", "", "")
    kind = {"mailto": PrivateKind.EMAIL, "tel": PrivateKind.PHONE}.get(scheme.casefold())
    if kind is not None and colon:
        yield PrivateValue(kind, address)


def _results(subject: Subject) -> Iterator[PrivateValue]:
    """A value, its level and its status are one: they move together."""
    for result in subject.results:
        said = dict.fromkeys(part for part in (result.value, result.achieved_level, result.status) if part)
        name = (result.description.name if result.description else None) or ""
        yield PrivateValue(PrivateKind.RESULT, ", ".join(said), name, source=result)


def _evidence(document: UnverifiedCredential) -> Iterator[PrivateValue]:
    for one in document.credential.evidence:
        said = dict.fromkeys(part for part in (one.name, one.description, one.narrative, one.id) if part)
        yield PrivateValue(PrivateKind.EVIDENCE, "; ".join(said) or one.genre or "", source=one)


# -- members of a subject, whatever they are called


def _personal(part: JsonObject, skipped: AbstractSet[str]) -> Iterator[PrivateValue]:
    """Everything a subject says besides what was earned, and what is told by other functions here (`skipped`)."""
    claims = 0
    for value in _members(part, (), is_person=True, skipped=skipped):
        claims += value.kind is PrivateKind.CLAIM
        if value.kind is not PrivateKind.CLAIM or claims <= _MAX_CLAIMS:
            yield value


def _members(
    part: JsonObject,
    path: tuple[str, ...],
    *,
    is_person: bool,
    skipped: AbstractSet[str] = _UNSAID,
    kind: PrivateKind | None = None,
) -> Iterator[PrivateValue]:
    """Those of one object; `kind` is what the object is, where its name says so: all of an address is an address."""
    if "identityHash" in part:
        yield _identity(part)
        return
    for key, value in part.items():
        plain = _plain(key)
        found = _kind_of(plain, part, is_person=is_person) or kind
        if plain in skipped or (plain == "image" and not path and "achievement" in part):
            continue
        for one in _entries(value):
            if plain in _OTHER_PARTIES:
                yield from _other_party(one)
            elif isinstance(one, Mapping) and "@value" not in one:
                yield from _members(one, (*path, key), is_person=plain in _PERSONS, kind=found)
            elif one is not None:
                text = value_text(one["@value"] if isinstance(one, Mapping) else one)
                named = found or PrivateKind.CLAIM
                where = format_pointer((*path, key)) if named in _NAMED_BY_ISSUER else ""
                yield PrivateValue(named, text, pointer=where)


def _kind_of(plain: str, owner: JsonObject, *, is_person: bool) -> PrivateKind | None:
    """What a member says by its name; a name or picture is a person's only where the object around it is one."""
    if plain in ("name", "image"):
        own = PrivateKind.NAME if plain == "name" else PrivateKind.PICTURE
        # the picture of a subject who achieved something is that of the achievement (Open Badges 3.0)
        return own if is_person and (own is PrivateKind.NAME or "achievement" not in owner) else None
    return _KINDS.get(plain)


def _entries(value: Any) -> Iterator[Any]:
    """One value, or each of a list, also of lists in it."""
    if not isinstance(value, list):
        yield value
        return
    for one in value:
        yield from _entries(one)


def _other_party(one: Any) -> Iterator[PrivateValue]:
    """By its name, else what it is called by."""
    said = (one.get("name") or one.get("id")) if isinstance(one, Mapping) else one
    if isinstance(said, Mapping):
        said = next((text for text in said.values() if isinstance(text, str)), None)
    if said is not None:
        yield PrivateValue(PrivateKind.OTHER_PARTY, value_text(said))


def _identity(identity: JsonObject) -> PrivateValue:
    """Source: Open Badges 3.0, IdentityObject."""
    named = _plain(value_text(identity.get("identityType") or ""))
    kind = PrivateKind.NAME if named == "name" else _KINDS.get(named, PrivateKind.OTHER_IDENTIFIER)
    return PrivateValue(kind, "" if identity.get("hashed") is True else value_text(identity["identityHash"]))


def _plain(name: str) -> str:
    return name.casefold().replace("_", "")


# -- one part by itself


def is_about_holder(pointer: str) -> bool:
    """Whether what stands there says something about a person: it is in a subject, under one of the known names."""
    names = [_plain(name) for name in parse_pointer(pointer) if not name.isdigit()]
    if names[:1] == ["recipient"]:
        return names[1:] in (["identity"], ["name"])  # Open Badges 1 and 2
    in_subject = names[:1] == ["credentialsubject"]
    inside = names[1:] if in_subject else names
    if (
        not inside
        or {*inside} & (_NOT_PERSONAL | _OTHER_PARTIES)
        or (not in_subject and inside[0] in _OF_CREDENTIAL)
    ):
        return False
    is_name = inside[-1] == "name" and (len(inside) == 1 or inside[-2] in _PERSONS)
    return is_name or any(name in _KINDS and name not in _ABOUT_ACTIVITY for name in inside)


_OUTCOMES = ("result", "results", "grade", "grades", "gpa", "score", "scores", "evidence")
_REMARKS = ("note", "notes", "comment", "comments", "remark", "remarks")


def is_about_outcome(pointer: str) -> bool:
    """Whether what stands there says how well somebody did: a result, a piece of evidence, a remark about them."""
    names = [_plain(name) for name in parse_pointer(pointer) if not name.isdigit()]
    return any(name in _OUTCOMES or name.endswith(_REMARKS) for name in names)


def identity_of(value: Any) -> PrivateValue | None:
    """What an Open Badges identity says of a person; None for anything else."""
    return _identity(value) if isinstance(value, Mapping) and "identityHash" in value else None
