"""Open Badges 3.0 inside a verifiable credential: what is shown of it, and the type rules it must keep.

Lives here: issuer profile, achievement subject, achievement, results, evidence; `check_types`.
Does not live here: the members every verifiable credential has (`vcdm`) and JSON Schema, which is advice.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from wallet.credentials.json_text import (
    first_object,
    identifier,
    objects,
    one_or_many,
    strings,
    text,
    texts,
    types_of,
)
from wallet.credentials.model import (
    Achievement,
    Alignment,
    Evidence,
    Identifier,
    Image,
    Issuer,
    JsonObject,
    Result,
    ResultDescription,
    Subject,
)
from wallet.errors import CredentialError, Reason

CREDENTIAL_TYPES = frozenset({"OpenBadgeCredential", "AchievementCredential"})
ENDORSEMENT_TYPE = "EndorsementCredential"
CLR_TYPE = "ClrCredential"

CONTEXTS = frozenset(
    {
        "https://purl.imsglobal.org/spec/ob/v3p0/context.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        "https://imsglobal.github.io/openbadges-specification/ob_v3p0.html",
        "https://w3c-ccg.github.io/vc-ed/plugfest-1-2022/jff-vc-edu-plugfest-1-context.json",
    }
)
"""The addresses under which the badge types are defined, drafts among them; without one, `type` says nothing."""

_SUBJECT_TYPES = {
    "OpenBadgeCredential": "AchievementSubject",
    "AchievementCredential": "AchievementSubject",
    ENDORSEMENT_TYPE: "EndorsementSubject",
    CLR_TYPE: "ClrSubject",
}
# The nested objects whose type the 1EdTech public validator insists on (OB 3.0, appendix B, "type ... MUST").
_NESTED_TYPES = {
    "achievement": "Achievement",
    "evidence": "Evidence",
    "issuer": "Profile",
    "otherIdentifier": "IdentifierEntry",
    "parentOrg": "Profile",
    "result": "Result",
    "resultDescription": "ResultDescription",
    "source": "Profile",
}


def parse_issuer(value: Any) -> Issuer:
    """An issuer from a string or a Profile; the id is "" when there is none."""
    profile = value if isinstance(value, dict) else {}
    return Issuer(
        id=identifier(value) or "",
        name=text(profile.get("name")),
        url=identifier(profile.get("url")),
        email=text(profile.get("email")),
        description=text(profile.get("description")),
        image=parse_image(profile.get("image")),
    )


def parse_image(value: Any) -> Image | None:
    """An image from an address, a data: URL or an Image object; the first when there are several."""
    first = next(iter(one_or_many(value)), None)
    address = identifier(first)
    if not address:
        return None
    return Image(address, text(first.get("caption")) if isinstance(first, dict) else None)


def parse_subject(value: JsonObject) -> Subject:
    """A credential subject with its achievement and results.

    A subject with several achievements is a learner record; none of them then stands for the whole.
    """
    achievements = objects(value.get("achievement"))
    achievement = achievements[0] if len(achievements) == 1 else {}
    return Subject(
        id=identifier(value.get("id")),
        name=text(value.get("name")),
        identifiers=[_parse_identity(entry) for entry in objects(value.get("identifier"))],
        achievement=parse_achievement(achievement) if achievement else None,
        results=[_parse_result(entry, achievement) for entry in objects(value.get("result"))],
        credits=text(value.get("creditsEarned")),
        term=text(value.get("term")),
    )


def parse_achievement(value: JsonObject) -> Achievement:
    """An achievement with criteria, alignments and the results it can have."""
    criteria = first_object(value.get("criteria"))
    return Achievement(
        id=identifier(value.get("id")),
        name=text(value.get("name")),
        description=text(value.get("description")),
        achievement_type=text(value.get("achievementType")),
        criteria_narrative=text(criteria.get("narrative")),
        criteria_id=identifier(criteria or value.get("criteria")),
        image=parse_image(value.get("image")),
        alignments=[_parse_alignment(entry) for entry in objects(value.get("alignment"))],
        tags=texts(value.get("tag")),
        result_descriptions=[
            _parse_result_description(entry) for entry in objects(value.get("resultDescription"))
        ],
        code=text(value.get("humanCode")),
    )


def parse_evidence(value: JsonObject) -> Evidence:
    """A piece of evidence; its address is not opened."""
    return Evidence(
        id=identifier(value.get("id")),
        name=text(value.get("name")),
        description=text(value.get("description")),
        narrative=text(value.get("narrative")),
        genre=text(value.get("genre")),
    )


def check_types(document: JsonObject) -> None:
    """Check the types Open Badges 3.0 and CLR 2.0 ask for, and that a badge names a context that defines them.

    The subject's type must be there. Further down a type may be missing (many signed badges leave it out, and
    the schema check says so), but a type that is stated must be the right one.

    Raises:
        CredentialError: STRUCTURE_INVALID with the path of the property.

    Source: Open Badges 3.0, appendix B (data model); CLR 2.0, section 2.1 (ClrSubject).
    """
    types = types_of(document)
    if not CREDENTIAL_TYPES.isdisjoint(types) and CONTEXTS.isdisjoint(strings(document.get("@context"))):
        raise _broken("@context")
    wanted = [_SUBJECT_TYPES[kind] for kind in types if kind in _SUBJECT_TYPES]
    for subject in objects(document.get("credentialSubject")):
        stated = types_of(subject)
        if any(kind not in stated for kind in wanted):
            raise _broken("credentialSubject.type")
        if "AchievementSubject" in stated and CREDENTIAL_TYPES.isdisjoint(types):
            raise _broken("type")
        if wanted:
            _check_nested(subject, "credentialSubject")
            _check_stated_types(subject.get("identifier"), "IdentityObject", "credentialSubject.identifier")
    if wanted:
        _check_nested({key: document.get(key) for key in ("issuer", "evidence")}, "")


def _check_nested(owner: Mapping[str, Any], path: str) -> None:
    for key, expected in _NESTED_TYPES.items():
        value = owner.get(key)
        if value is None or isinstance(value, str):
            continue
        here = f"{path}.{key}" if path else key
        _check_stated_types(value, expected, here)
        for entry in objects(value):
            _check_nested(entry, here)


def _check_stated_types(value: Any, expected: str, path: str) -> None:
    if any("type" in entry and expected not in types_of(entry) for entry in objects(value)):
        raise _broken(f"{path}.type")


def _parse_identity(value: JsonObject) -> Identifier:
    return Identifier(
        identity_type=text(value.get("identityType")) or "",
        identity_hash=text(value.get("identityHash")) or "",
        hashed=value.get("hashed") is True,
        salt=text(value.get("salt")),
    )


def _parse_alignment(value: JsonObject) -> Alignment:
    return Alignment(
        target_name=text(value.get("targetName")) or "",
        target_url=identifier(value.get("targetUrl")),
        target_framework=text(value.get("targetFramework")),
        target_code=text(value.get("targetCode")),
        target_type=text(value.get("targetType")),
    )


def _parse_result_description(value: JsonObject) -> ResultDescription:
    return ResultDescription(
        id=identifier(value.get("id")),
        name=text(value.get("name")),
        result_type=text(value.get("resultType")),
        allowed_values=texts(value.get("allowedValue")),
    )


def _parse_result(value: JsonObject, achievement: JsonObject) -> Result:
    """Ids of descriptions and levels are resolved where the achievement has them; dangling ones stay ids."""
    descriptions = objects(achievement.get("resultDescription"))
    wanted = identifier(value.get("resultDescription"))
    description = _with_id(descriptions, wanted)
    level = identifier(value.get("achievedLevel"))
    levels = objects(description.get("rubricCriterionLevel")) if description else ()
    reached = _with_id(levels, level)
    return Result(
        value=text(value.get("value")),
        status=text(value.get("status")),
        achieved_level=(text(reached.get("name")) if reached else None) or level,
        description=_parse_result_description(description) if description else None,
    )


def _with_id(entries: Sequence[JsonObject], wanted: str | None) -> JsonObject | None:
    return next((entry for entry in entries if wanted and entry.get("id") == wanted), None)


def _broken(name: str) -> CredentialError:
    return CredentialError(Reason.STRUCTURE_INVALID, name)
