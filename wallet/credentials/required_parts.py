"""What a credential has to go on saying when parts of it are left out.

A part that decides on validity stays (who vouches, from when until when, how it can be withdrawn), else whoever gets
the rest would take it for more than it is. What the data model or Open Badges require stays, else the rest would be no
credential or badge. And what only means something together moves together.

Lives here: these rules, as JSON pointers. Does not live here: what the issuer requires (in the proof).
Source: VCDM 2.0, section 4 (required properties); Open Badges 3.0, section 8 (data model) and the certification guide
1.2 (what is derived keeps the required fields); implementation guide (a result's status is not parted from it).
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from wallet.credentials.json_pointer import format_pointer, parse_pointer
from wallet.credentials.model import JsonObject

# What decides on validity, in both versions of the data model.
_DECISIVE = (
    "validFrom",
    "validUntil",
    "issuanceDate",
    "expirationDate",
    "credentialStatus",
    "credentialSchema",
    "termsOfUse",
)
# Open Badges 3.0, Achievement: the required members beside `id` and `type`, which come along.
_OF_ACHIEVEMENT = ("name", "description", "criteria")

# Objects that mean nothing in part: their members are shown or left out together.
UNITS = frozenset(
    {
        "address",
        "alignment",
        "credentialSchema",
        "credentialStatus",
        "criteria",
        "endorsement",
        "evidence",
        "geo",
        "identifier",
        "image",
        "otherIdentifier",
        "refreshService",
        "related",
        "result",
        "resultDescription",
        "termsOfUse",
    }
)


def required_pointers(document: JsonObject) -> Sequence[str]:
    """Pointers to what is always shown of a credential of the W3C data model, whatever its issuer requires."""
    return list(_required(document))


def _required(document: JsonObject) -> Iterator[str]:
    issuer = document.get("issuer")
    if issuer is not None:
        yield "/issuer/id" if isinstance(issuer, Mapping) and "id" in issuer else "/issuer"
    yield from (f"/{name}" for name in _DECISIVE if name in document)
    for place, subject in _entries(document, "credentialSubject"):
        if isinstance(subject, Mapping) and "id" in subject:
            yield f"{place}/id"
        for where, achievement in _entries(subject, "achievement"):
            if isinstance(achievement, Mapping):
                yield from (f"{place}{where}/{name}" for name in _OF_ACHIEVEMENT if name in achievement)


def _entries(owner: Any, name: str) -> Iterator[tuple[str, Any]]:
    """One value, or each of a list of them, with the pointer below `owner`."""
    value = owner.get(name) if isinstance(owner, Mapping) else None
    if isinstance(value, list):
        yield from ((f"/{name}/{place}", entry) for place, entry in enumerate(value))
    elif value is not None:
        yield f"/{name}", value


def whole_unit(document: JsonObject, pointer: str, units: AbstractSet[str] = UNITS) -> str:
    """The pointer to the whole of what this pointer would show only a part of, if that means nothing in part."""
    value: Any = document
    steps: list[str] = []
    for name in parse_pointer(pointer):
        steps.append(name)
        value = value[int(name)] if isinstance(value, list) else value[name]
        owner = next((step for step in reversed(steps) if not step.isdigit()), "")
        if owner in units and isinstance(value, Mapping):
            return format_pointer(steps)
    return pointer
