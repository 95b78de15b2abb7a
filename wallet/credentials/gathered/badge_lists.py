"""Badges of backpacks, as JSON: Badgr and Canvas collections, answers of their API, Badge Connect, the Displayer API.

Lives here: finding the assertions, and writing the API's own shape of one as the assertion it speaks of. Backpacks
have no file with everything in it; these are what their pages and services give. Does not live here: asking them.

Source: Badgr Server, `apps/backpack/serializers_v2.py` and `models.py` (collections, API version 2); Badge Connect 2.1
(`results`); Mozilla Backpack, Displayer API (`badges` with `hostedUrl`), which Open Badge Passport reads and serves.
"""

from collections.abc import Sequence
from typing import Any

from wallet.credentials.gathered.entries import Gathered, entries_of
from wallet.credentials.json_text import objects, text, types_of
from wallet.credentials.model import JsonObject

_CONTEXT = "https://w3id.org/openbadges/v2"
_AS_THEY_ARE = ("narrative", "issuedOn", "expires", "revoked", "revocationReason", "salt")


def read_badges(value: Any) -> Gathered | None:
    """The assertions of a collection, an API answer or a backpack's group; None when this is none of them."""
    if not isinstance(value, dict):
        return None
    if "Collection" in types_of(value) and isinstance(value.get("badges"), list):
        return Gathered(_entries(value["badges"]), name=text(value.get("name")), is_collection=True)
    if isinstance(value.get("status"), dict):
        results = value.get("result", value.get("results"))
        return Gathered(_entries(results)) if isinstance(results, list) else None
    badges = value.get("badges")
    if isinstance(badges, list) and any(_displayed(badge) is not None for badge in badges):
        return Gathered(_entries(badges), name=text(value.get("name")))
    return None


def _entries(badges: Sequence[Any]) -> Sequence[Any]:
    return entries_of([assertion_of(badge) for badge in badges])


def assertion_of(badge: Any) -> Any:
    """The assertion an entry stands for, or the entry itself."""
    displayed = _displayed(badge)
    if displayed is not None:
        return displayed
    if isinstance(badge, dict) and isinstance(badge.get("openBadgeId"), str) and "badge" not in badge:
        return _from_api(badge)
    return badge


def _displayed(badge: Any) -> JsonObject | None:
    """The Displayer API puts the assertion into a member, and where it is hosted beside it."""
    if not isinstance(badge, dict) or not isinstance(badge.get("assertion"), dict):
        return None
    assertion: JsonObject = badge["assertion"]
    hosted = badge.get("hostedUrl")
    if isinstance(hosted, str) and not {"id", "verify", "verification"} & assertion.keys():
        return {**assertion, "verify": {"type": "hosted", "url": hosted}}
    return assertion


def _from_api(badge: JsonObject) -> JsonObject:
    """A hosted assertion of Open Badges 2.0; it counts for nothing until its own page was asked."""
    recipient = badge.get("recipient")
    made: dict[str, Any] = {
        "@context": _CONTEXT,
        "type": "Assertion",
        "id": badge["openBadgeId"],
        "badge": _badge_class(badge),
        "recipient": _without(recipient, "plaintextIdentity") if isinstance(recipient, dict) else {},
        "verification": {"type": "HostedBadge"},
    }
    made |= {name: badge[name] for name in _AS_THEY_ARE if badge.get(name) not in (None, "", False)}
    evidence = [
        {"type": "Evidence", **({"id": item["url"]} if item.get("url") else {}), **_some(item, "narrative")}
        for item in objects(badge.get("evidence"))
    ]
    return {**made, "evidence": evidence} if evidence else made


def _badge_class(badge: JsonObject) -> Any:
    inline = badge.get("badgeclass")
    if not isinstance(inline, dict):
        return badge.get("badgeclassOpenBadgeId") or badge["openBadgeId"]
    issuer = badge.get("issuer")
    return {
        "type": "BadgeClass",
        "id": inline.get("openBadgeId") or badge.get("badgeclassOpenBadgeId"),
        **_some(inline, "name", "description", "image", "tags"),
        "criteria": _criteria(inline),
        "issuer": _issuer(issuer)
        if isinstance(issuer, dict)
        else badge.get("issuerOpenBadgeId") or inline.get("issuerOpenBadgeId"),
    }


def _criteria(badge_class: JsonObject) -> JsonObject:
    """The API writes two members where the format has one object."""
    inline = badge_class.get("criteria")
    if isinstance(inline, dict):
        return inline
    address = badge_class.get("criteriaUrl")
    return {
        **({"id": address} if address else {}),
        **({"narrative": v} if (v := badge_class.get("criteriaNarrative")) else {}),
    }


def _issuer(issuer: JsonObject) -> JsonObject:
    return {
        "type": "Profile",
        "id": issuer.get("openBadgeId"),
        **_some(issuer, "name", "url", "email", "description"),
    }


def _some(source: JsonObject, *names: str) -> JsonObject:
    return {name: source[name] for name in names if source.get(name)}


def _without(source: JsonObject, name: str) -> JsonObject:
    return {key: value for key, value in source.items() if key != name}
