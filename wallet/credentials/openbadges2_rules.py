"""What an assertion, a badge class and an issuer profile of Open Badges 2.0 must hold, by the data model.

Lives here: required members and their shapes. Does not live here: display (`openbadges2`), dates against the clock.
Source: Open Badges 2.0, sections 4.1 (Assertion) to 4.4 (Profile); Open Badges 1.1 for what has been upgraded.
"""

import re
from typing import Any

from wallet.credentials import openbadges2
from wallet.credentials.json_text import objects, one_or_many, strings, types_of
from wallet.credentials.model import JsonObject
from wallet.credentials.openbadges1 import is_before_2
from wallet.errors import CodecError, CredentialError, Reason

CONTEXTS = frozenset(
    {
        "https://w3id.org/openbadges/v2",
        "https://openbadgespec.org/v2/context.json",
        "https://www.w3id.org/openbadges/v2",
        "https://purl.imsglobal.org/spec/ob/v2p1/ob_v2p1.jsonld",
        "https://purl.imsglobal.org/spec/ob/v2p1/ob_v2p1",
    }
)
"""The addresses under which the members of version 2 are defined; without one, their names say nothing."""

_CLASSES = frozenset(
    {
        *(
            "AlignmentObject",
            "Assertion",
            "BadgeClass",
            "Criteria",
            "CryptographicKey",
            "Endorsement",
            "Evidence",
        ),
        *(
            "Extension",
            "IdentityObject",
            "Image",
            "Issuer",
            "Profile",
            "RevocationList",
            "VerificationObject",
        ),
    }
)
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+")
_IRI = re.compile(r"[A-Za-z_][A-Za-z0-9+.\-]*:[^\s<>\"{}|\\^`\x00-\x20]+")


def check_assertion(document: JsonObject) -> None:
    """Check an assertion of any version.

    Raises:
        CredentialError: STRUCTURE_INVALID with the path of the property, never its value.

    Source: Open Badges 2.0, section 4.1; 1.1, section Assertion.
    """
    assertion = openbadges2.assertion_of(document)
    if not is_before_2(document):
        _check_contexts(assertion)
        _check_class(assertion, ("Assertion",))
        _require(_is_iri(assertion.get("id")), "id")
    elif "id" not in assertion:
        _require(openbadges2.verification_kind(assertion) or "", "verify")
    _check_recipient(assertion.get("recipient"))
    _require(openbadges2.verification_kind(assertion) != "", "verification.type")
    badge = assertion.get("badge")
    if isinstance(badge, dict):
        check_badge(badge, named=False)
    else:
        _require(_is_address(badge), "badge")
    for name in ("issuedOn", "expires"):
        if name == "issuedOn" or name in assertion:
            _check_date(assertion.get(name), name)
    for entry in one_or_many(assertion.get("image")):
        _require(not str(entry).startswith("data:"), "image")
    for entry in one_or_many(assertion.get("evidence")):
        _require(isinstance(entry, dict) or _is_iri(entry), "evidence")


def check_badge(badge: JsonObject, *, named: bool = True) -> None:
    """Check a badge class.

    Args:
        named: whether it must say what it is, as documents of their own do in version 2.

    Raises:
        CredentialError: as `check_assertion`.

    Source: Open Badges 2.0, section 4.2.
    """
    if named or "type" in badge:
        _check_class(badge, ("BadgeClass",))
    for name in ("name", "description"):
        _require(isinstance(badge.get(name), str | dict) and bool(badge[name]), f"badge.{name}")
    criteria = badge.get("criteria")
    _require(isinstance(criteria, dict) or _is_iri(criteria), "badge.criteria")
    issuer = badge.get("issuer")
    _require(isinstance(issuer, dict) or _is_iri(issuer), "badge.issuer")
    for entry in objects(badge.get("alignment")):
        _require(isinstance(entry.get("targetName", entry.get("name")), str), "badge.alignment")


def check_profile(profile: JsonObject, *, named: bool = True) -> None:
    """Check an issuer's profile.

    Raises:
        CredentialError: as `check_assertion`.

    Source: Open Badges 2.0, section 4.4.
    """
    if named or "type" in profile:
        _check_class(profile, ("Issuer", "Profile"))
    _require(isinstance(profile.get("name"), str | dict) and bool(profile["name"]), "issuer.name")
    if "url" in profile:
        _require(_is_address(profile["url"]), "issuer.url")


def _check_contexts(assertion: JsonObject) -> None:
    _require(not CONTEXTS.isdisjoint(strings(assertion.get("@context"))), "@context")


def _check_class(owner: JsonObject, wanted: tuple[str, ...]) -> None:
    """One of the wanted classes, and beside it only classes of the vocabulary or such with a full name."""
    types = types_of(owner)
    _require(any(kind in types for kind in wanted), "type")
    _require(all(kind in _CLASSES or ":" in kind for kind in types), "type")


def _check_recipient(recipient: Any) -> None:
    if not isinstance(recipient, dict):
        raise _broken("recipient")
    _require(bool(strings(recipient.get("type"))), "recipient.type")
    _require(isinstance(recipient.get("identity"), str) and bool(recipient["identity"]), "recipient.identity")
    _require(isinstance(recipient.get("hashed", False), bool), "recipient.hashed")
    _require(isinstance(recipient.get("salt", ""), str), "recipient.salt")


def _check_date(value: Any, name: str) -> None:
    try:
        openbadges2.read_moment(value)
    except CodecError as error:
        raise _broken(name) from error


def _is_address(value: Any) -> bool:
    return isinstance(value, str) and _ADDRESS.fullmatch(value) is not None


def _is_iri(value: Any) -> bool:
    return isinstance(value, str) and _IRI.fullmatch(value) is not None


def _require(holds: object, name: str) -> None:
    if not holds:
        raise _broken(name)


def _broken(name: str) -> CredentialError:
    return CredentialError(Reason.STRUCTURE_INVALID, name)
