"""The registry files of the Digital Credentials Consortium: `{"meta": {...}, "registry": {"did:...": {"name": ...}}}`.

Lives here: reading them. They carry no name, no signature and no end, so the list says "not signed" and its date;
whoever hands one in vouches for where it came from.
Source: github.com/digitalcredentials/issuer-registry-client (README) and community-registry (registry.json).
"""

from datetime import datetime
from typing import Any

from wallet.codecs.timestamps import parse_datetime
from wallet.credentials.model import JsonObject
from wallet.errors import CodecError
from wallet.verification.sources import KnownIssuer
from wallet.verification.trust_lists import fields
from wallet.verification.trust_lists.fields import refused
from wallet.verification.trust_lists.trust_list import TrustList


def is_registry(document: JsonObject) -> bool:
    """Whether this JSON object has the shape of a registry."""
    return isinstance(document.get("registry"), dict)


def read_registry(document: JsonObject, title: str) -> TrustList:
    """The list in this JSON object.

    Args:
        title: what to call it, as the file does not say.

    Raises:
        VerificationError: TRUST_LIST_INVALID.
    """
    entries = document["registry"]
    if len(entries) > fields.MAX_ISSUERS:
        raise refused("registry")
    issuers = tuple(_issuer(issuer_id, entry) for issuer_id, entry in entries.items())
    return TrustList(title=title, publisher=None, issuers=issuers, made_at=_updated(document.get("meta")))


def _issuer(issuer_id: str, entry: Any) -> KnownIssuer:
    if not isinstance(entry, dict):
        raise refused("registry")
    return KnownIssuer(issuer_id, (fields.text(entry, "name"),))


def _updated(meta: Any) -> datetime | None:
    """When the file was last changed; published ones write this in several forms, and nothing depends on it."""
    written = meta.get("updated") if isinstance(meta, dict) else None
    try:
        return parse_datetime(written) if isinstance(written, str) else None
    except CodecError:
        return None
