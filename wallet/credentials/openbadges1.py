"""Open Badges before version 2.0 in the shape of version 2.0: what was renamed and regrouped, nothing added.

Lives here: telling 0.5 and 1.x from 2.0, and the upgrade of an assertion for display and checks. Does not live here:
what the members mean (`openbadges2`), whether anybody vouches for them (`wallet.verification`).
Source: Open Badges 1.0 and 1.1, section Assertion; Open Badges 2.0, appendix on earlier versions; 0.5 as the first
Backpack took it.
"""

import re
from typing import Any

from wallet.codecs.timestamps import format_datetime, from_numeric_date
from wallet.credentials.json_text import strings, types_of
from wallet.credentials.model import JsonObject
from wallet.errors import CodecError

_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_SECONDS = re.compile(r"\d{8,11}", re.ASCII)
_RENAMED = frozenset({"verify", "issued_on", "issuedOn", "expires", "badge", "salt"})


def is_before_2(document: JsonObject) -> bool:
    """Whether an assertion follows 0.5 or 1.x: by its context, without one by its members."""
    contexts = [entry for entry in strings(document.get("@context")) if "openbadge" in entry]
    if any("v2" in entry for entry in contexts):
        return False
    if any("v1" in entry for entry in contexts):
        return True
    return "verification" not in document and "Assertion" not in types_of(document)


def is_version_0(document: JsonObject) -> bool:
    """Whether it is of 0.5: everything inside one another, the recipient a plain text, no address of its own."""
    stated = {"@context", "type", "uid", "verify", "verification"}
    return stated.isdisjoint(document) and isinstance(document.get("badge"), dict)


def upgrade(document: JsonObject) -> JsonObject:
    """An assertion of 0.5 or 1.x under the names of 2.0. What has a wrong shape stays, so that it can be named."""
    upgraded: dict[str, Any] = {key: value for key, value in document.items() if key not in _RENAMED}
    issued = document.get("issuedOn", document.get("issued_on"))
    upgraded |= {
        "type": "Assertion",
        "issuedOn": _moment(issued, "00:00:00"),
        "expires": _moment(document.get("expires"), "23:59:59"),
        "badge": document.get("badge"),
    }
    if is_version_0(document):
        upgraded["recipient"] = _recipient(document)
        upgraded["badge"] = _badge(document["badge"])
        upgraded["verification"] = {"type": "hosted"}
    else:
        upgraded |= _verification(document)
    return {key: value for key, value in upgraded.items() if value is not None}


def _verification(document: JsonObject) -> JsonObject:
    """`verify.url` is the assertion's own address when hosted, the address of the key when signed."""
    verify = document.get("verify")
    if not isinstance(verify, dict):
        return {"verification": verify}
    kind, url = verify.get("type"), verify.get("url")
    if kind == "hosted":
        return {"id": document.get("id", url), "verification": {"type": kind}}
    return {"verification": {"type": kind, "creator": url}}


def _recipient(document: JsonObject) -> Any:
    """The text "sha256$..." or an e-mail address, with the salt that stands beside it."""
    stated = document.get("recipient")
    if not isinstance(stated, str):
        return stated
    recipient = {
        "type": "email",
        "identity": stated,
        "hashed": "$" in stated,
        "salt": document.get("salt"),
    }
    return {key: value for key, value in recipient.items() if value is not None}


def _badge(badge: JsonObject) -> JsonObject:
    """The enclosed issuer is known by its origin alone. Only its plain words are taken over: it has no policies."""
    issuer = badge.get("issuer")
    if not isinstance(issuer, dict):
        return badge
    named = {
        "type": "Issuer",
        "id": issuer.get("origin"),
        "url": issuer.get("origin"),
        "name": issuer.get("name"),
        "description": issuer.get("org"),
        "email": issuer.get("contact"),
    }
    plain = {key: value for key, value in named.items() if isinstance(value, str)}
    return {**badge, "type": "BadgeClass", "issuer": plain}


def _moment(value: Any, time_of_day: str) -> Any:
    """A date or a number of seconds as a timestamp; an end that is a date includes that day."""
    if isinstance(value, str) and _DATE.fullmatch(value):
        return f"{value}T{time_of_day}Z"
    if isinstance(value, str) and _SECONDS.fullmatch(value):
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        try:
            return format_datetime(from_numeric_date(value))
        except CodecError:
            return str(value)
    return value
