"""A credential's document as the frozen types that screens, checks and the vault use.

Lives here: the members every verifiable credential has, read tolerantly. Does not live here: the badge inside
(`openbadges3`), and whether the document keeps the rules (`vcdm.check_data_model`).
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from wallet.credentials import vcdm
from wallet.credentials.json_text import identifier, objects, one_or_many, single, text, types_of
from wallet.credentials.model import Credential, JsonObject, StatusEntry
from wallet.credentials.openbadges3 import parse_evidence, parse_image, parse_issuer, parse_subject

_ENDORSEMENT_KEYS = ("endorsement", "endorsementJwt")
_NOT_ENTERED = frozenset({"@context", "proof", "verifiableCredential", *_ENDORSEMENT_KEYS})
_CONTAINERS = (dict, list)


def parse_view(document: JsonObject) -> Credential:
    """Read what a credential says. Never raises: what has a wrong shape is left out."""
    version_2 = vcdm.is_version_2(document)
    valid_from, valid_until = ("validFrom", "validUntil") if version_2 else ("issuanceDate", "expirationDate")
    return Credential(
        id=identifier(document.get("id")),
        types=types_of(document),
        name=text(document.get("name")),
        description=text(document.get("description")),
        issuer=parse_issuer(document.get("issuer")),
        subjects=[parse_subject(entry) for entry in objects(document.get("credentialSubject"))],
        valid_from=_date_text(document.get(valid_from)),
        valid_until=_date_text(document.get(valid_until)),
        awarded_date=_date_text(document.get("awardedDate")),
        image=parse_image(document.get("image")),
        evidence=[parse_evidence(entry) for entry in objects(document.get("evidence"))],
        status=[_parse_status(entry) for entry in objects(document.get("credentialStatus"))],
        schemas=objects(document.get("credentialSchema")),
        endorsements=find_endorsements(document),
    )


def find_endorsements(document: JsonObject) -> Sequence[JsonObject | str]:
    """Every endorsement in the tree: objects from `endorsement`, tokens from `endorsementJwt`."""
    return [endorsement for _, endorsement in attached_endorsements(document)]


def attached_endorsements(document: JsonObject) -> Sequence[tuple[JsonObject, JsonObject | str]]:
    """Every endorsement in the tree with the object it is attached to.

    Credentials inside a learner record keep theirs, and an endorsement is not searched for further ones: each
    is a document of its own.

    Source: Open Badges 3.0, section 2.7 and appendix B (properties `endorsement` and `endorsementJwt`).
    """
    found: list[tuple[JsonObject, JsonObject | str]] = []
    waiting: list[Any] = [document]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += [entry for entry in value if isinstance(entry, _CONTAINERS)]
            continue
        for key in _ENDORSEMENT_KEYS:
            if key in value:
                found += [
                    (value, entry) for entry in one_or_many(value[key]) if isinstance(entry, dict | str)
                ]
        waiting += [m for key, m in value.items() if isinstance(m, _CONTAINERS) and key not in _NOT_ENTERED]
    return found


def ids_within(owner: JsonObject) -> AbstractSet[str]:
    """The ids an object and everything inside it have, endorsements and enclosed credentials left aside."""
    found: set[str] = set()
    waiting: list[Any] = [owner]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += [entry for entry in value if isinstance(entry, _CONTAINERS)]
            continue
        if isinstance(value.get("id"), str):
            found.add(value["id"])
        if isinstance(value.get("issuer"), str):
            found.add(value["issuer"])
        waiting += [
            member
            for key, member in value.items()
            if isinstance(member, _CONTAINERS) and key not in _NOT_ENTERED
        ]
    return found


def _parse_status(value: JsonObject) -> StatusEntry:
    index = value.get("statusListIndex")
    return StatusEntry(
        type=next(iter(types_of(value)), ""),
        id=identifier(value.get("id")),
        purpose=text(value.get("statusPurpose")),
        list_url=identifier(value.get("statusListCredential")),
        # A string by the specification, a number in the samples of 1EdTech.
        index=str(index) if isinstance(index, int | str) and not isinstance(index, bool) else None,
        raw=value,
    )


def _date_text(value: Any) -> str | None:
    value = single(value)
    return value if isinstance(value, str) else None
