"""Lists of credentials without a format of their own: arrays, and objects with a list in a member.

Lives here: JSON arrays, what wallets hand out as `{"credentials": [...]}`, and the answers of the Open Badges 3.0
and Badge Connect interfaces.
Does not live here: presentations, which are documents of their own.

Source: Open Badges 3.0, section 6.2.2 (GetOpenBadgeCredentialsResponse: `credential` and `compactJwsString`, which its
own example calls `compactJwsStrings`); Open Badges 2.1, "GET Assertions" (`assertions` and `signedAssertions`).
"""

from typing import Any

from wallet.credentials.gathered.entries import Gathered, entries_of
from wallet.credentials.json_text import one_or_many, text, types_of

_MEMBERS = (
    *(
        "credential",
        "credentials",
        "compactJwsString",
        "compactJwsStrings",
        "verifiableCredential",
        "verifiableCredentials",
        "vcs",
    ),
    *("badges", "assertions", "signedAssertions", "results", "result", "items", "data"),
)
# An object with one of these means something itself.
_SPEAKS_FOR_ITSELF = frozenset(
    {"@context", "credentialSubject", "proof", "badge", "vct", "recipient", "verify", "payload"}
)


def read_list(value: Any) -> Gathered | None:
    """What an array or a wrapping object holds; None when this is no such thing."""
    if isinstance(value, list):
        return Gathered(entries_of(value))
    if not isinstance(value, dict) or types_of(value) or not _SPEAKS_FOR_ITSELF.isdisjoint(value):
        return None
    found = [
        item for name in _MEMBERS for item in one_or_many(value.get(name)) if isinstance(item, dict | str)
    ]
    lists = any(isinstance(value.get(name), list) for name in _MEMBERS)
    if not found or not (lists or any(isinstance(item, dict) for item in found)):
        return None
    return Gathered(entries_of(found), name=text(value.get("name")))
