"""Open Badges 2.0: assertion, badge class and issuer profile as the model every screen knows.

Lives here: the view, reading dates, and what a document must hold. Older versions are upgraded first (`openbadges1`).
Does not live here: fetching what is named by address, or whether it is true (`wallet.verification.openbadges2`).
JSON-LD plays no part: no signature of Open Badges 2.0 is over the graph, so the data model is what counts.
Source: Open Badges 2.0, sections 4 (data model) and 5 (implementation).
"""

from datetime import UTC, datetime
from typing import Any

from wallet.codecs.timestamps import format_datetime, parse_datetime
from wallet.credentials.json_text import first_object, identifier, objects, one_or_many, strings, text, texts
from wallet.credentials.model import (
    Achievement,
    Alignment,
    Credential,
    Envelope,
    Evidence,
    Format,
    Identifier,
    Issuer,
    JsonObject,
    Subject,
    UnverifiedCredential,
)
from wallet.credentials.openbadges1 import is_before_2, upgrade
from wallet.credentials.openbadges3 import parse_evidence, parse_image, parse_issuer
from wallet.errors import CodecError, Reason

FORMATS = frozenset({Format.OPEN_BADGES_2, Format.OPEN_BADGES_1})
HOSTED = "hosted"
SIGNED = "signed"
ANCHORED = "anchored"
"""Blockcerts 2.0: vouched for by an entry in a blockchain, which nobody but its network can confirm."""

_KINDS = {
    "hosted": HOSTED,
    "HostedBadge": HOSTED,
    "signed": SIGNED,
    "SignedBadge": SIGNED,
    "MerkleProofVerification2017": ANCHORED,
}
_IDENTITY_TYPES = {"email": "emailAddress"}
_MAX_DATE_CHARACTERS = 40


def assertion_of(document: JsonObject) -> JsonObject:
    """The assertion under the names of 2.0, whatever version it was written in."""
    return upgrade(document) if is_before_2(document) else document


def is_pointer(document: JsonObject) -> bool:
    """Whether nothing but the address of an assertion is known, as in a picture that carries only a link."""
    return document.keys() == {"id"}


def parse_pointer(address: str, *, original: bytes, envelope: Envelope) -> UnverifiedCredential:
    """A credential of which only the address is known; everything else stands there."""
    document = {"id": address}
    view = parse_view(document)
    return UnverifiedCredential(original, envelope, Format.OPEN_BADGES_2, document, None, view)


def verification_kind(assertion: JsonObject) -> str:
    """`HOSTED`, `SIGNED`, `ANCHORED`, or "" when the assertion names none of them."""
    verification = assertion.get("verification")
    kinds = strings(verification.get("type")) if isinstance(verification, dict) else ()
    return next((_KINDS[kind] for kind in kinds if kind in _KINDS), "")


def read_moment(value: Any) -> datetime:
    """A date and time as ISO 8601 allows it, without an offset in UTC; real badges leave out seconds, too.

    Raises:
        CodecError: DATE_INVALID.

    Source: Open Badges 2.0, section 4 (type DateTime).
    """
    if not isinstance(value, str) or len(value) > _MAX_DATE_CHARACTERS:
        raise CodecError(Reason.DATE_INVALID, "not a text")
    try:
        return parse_datetime(value)
    except CodecError:
        pass
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise CodecError(Reason.DATE_INVALID, "not a date and time") from error
    if "T" not in value or moment.tzinfo is None:
        raise CodecError(Reason.DATE_INVALID, "without a time or its offset")
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise CodecError(Reason.DATE_INVALID, "no such date or time") from error


def parse_view(
    document: JsonObject,
    badge: JsonObject | None = None,
    profile: JsonObject | None = None,
    issuer_id: str = "",
) -> Credential:
    """What a badge says. Never raises: what has a wrong shape, or stands elsewhere and was not had, is left out.

    Args:
        document: the assertion, of any version.
        badge: the badge class when it stands elsewhere; else the one inside the assertion is read.
        profile: the issuer's profile when it stands elsewhere; else the one inside the badge class.
        issuer_id: where that profile stands.
    """
    assertion = assertion_of(document)
    enclosed = badge if badge is not None else first_object(assertion.get("badge"))
    issuer = parse_issuer(profile if profile is not None else enclosed.get("issuer"))
    if issuer_id:
        issuer = _with_id(issuer, issuer_id)
    recipient = first_object(assertion.get("recipient"))
    return Credential(
        id=identifier(assertion.get("id")) or text(assertion.get("uid")),
        types=["Assertion"],
        name=text(enclosed.get("name")),
        description=None,
        issuer=issuer,
        subjects=[
            Subject(
                identifiers=[_parse_recipient(recipient)] if recipient else [],
                achievement=_parse_badge(enclosed, identifier(assertion.get("badge"))),
            )
        ],
        valid_from=_date(assertion.get("issuedOn")),
        valid_until=_date(assertion.get("expires")),
        image=parse_image(assertion.get("image")),
        evidence=_parse_evidence(assertion),
        endorsements=[
            entry
            for owner in (assertion, enclosed, profile or {})
            for entry in one_or_many(owner.get("endorsement"))
            if isinstance(entry, dict | str)
        ],
    )


def _with_id(issuer: Issuer, issuer_id: str) -> Issuer:
    return Issuer(issuer_id, issuer.name, issuer.url, issuer.email, issuer.description, issuer.image)


def _parse_recipient(recipient: JsonObject) -> Identifier:
    kind = next(iter(strings(recipient.get("type"))), "")
    return Identifier(
        identity_type=_IDENTITY_TYPES.get(kind, kind),
        identity_hash=text(recipient.get("identity")) or "",
        hashed=recipient.get("hashed") is True,
        salt=text(recipient.get("salt")),
    )


def _parse_badge(badge: JsonObject, badge_id: str | None) -> Achievement:
    criteria = first_object(badge.get("criteria"))
    return Achievement(
        id=badge_id or identifier(badge.get("id")),
        name=text(badge.get("name")),
        description=text(badge.get("description")),
        criteria_narrative=text(criteria.get("narrative")),
        criteria_id=identifier(criteria or badge.get("criteria")),
        image=parse_image(badge.get("image")),
        alignments=[_parse_alignment(entry) for entry in objects(badge.get("alignment"))],
        tags=texts(badge.get("tags")),
    )


def _parse_alignment(value: JsonObject) -> Alignment:
    """Version 1.x calls name and address what version 2.0 calls targetName and targetUrl."""
    return Alignment(
        target_name=text(value.get("targetName", value.get("name"))) or "",
        target_url=identifier(value.get("targetUrl", value.get("url"))),
        target_framework=text(value.get("targetFramework")),
        target_code=text(value.get("targetCode")),
    )


def _parse_evidence(assertion: JsonObject) -> list[Evidence]:
    """The pieces of evidence, and the words that connect them as one more."""
    narrative = text(assertion.get("narrative"))
    found = [Evidence(None, narrative=narrative)] if narrative else []
    for entry in one_or_many(assertion.get("evidence")):
        if isinstance(entry, str):
            found.append(Evidence(entry))
        elif isinstance(entry, dict):
            found.append(parse_evidence(entry))
    return found


def _date(value: Any) -> str | None:
    """The date as the other formats write it; one that cannot be read as it stands."""
    try:
        return format_datetime(read_moment(value))
    except CodecError:
        return value if isinstance(value, str) else None
