"""What lies beside a presentation: Open Badges 1 and 2, byte for byte, under the same signature.

Lives here: the member `items` both ways, and the digests by which the holder's signature covers each item. Does not
live here: the bundle around it, reading or checking such a badge.

They are no verifiable credentials, so the presentation names each of them as a related resource: an address of its own
("<id of the presentation>#item-1") and the digest of its bytes. The v2 context knows that term in credentials alone,
and contexts of nobody but the standards are ever used here, so it stands under the W3C's context for terms without one.
Source: VCDM 2.0, section 5.3 (integrity of related resources); W3C, Verifiable Credentials Undefined Terms; Subresource
Integrity, section 3.1 (the digest's form).
"""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from wallet.codecs import base64url
from wallet.credentials.detect import parse_document
from wallet.credentials.json_text import one_or_many
from wallet.credentials.model import JsonObject, UnreadablePart, UnverifiedCredential, UnverifiedPresentation
from wallet.credentials.openbadges2 import FORMATS as OLDER_BADGES
from wallet.credentials.presentation import MAX_CREDENTIALS
from wallet.errors import CodecError, Reason, SharingError, WalletError

TERM = "relatedResource"
CONTEXT = "https://www.w3.org/ns/credentials/undefined-terms/v2"
"""What the presentation adds to its contexts when something lies beside it."""

_FORMAT = "ob2"
_TEXT, _BYTES = "raw", "b64"
_FORMS = (frozenset({"fmt", _TEXT}), frozenset({"fmt", _BYTES}))


def is_item(credential: UnverifiedCredential) -> bool:
    """Whether this goes beside the presentation instead of into it."""
    return credential.format in OLDER_BADGES


def beside(credentials: Sequence[UnverifiedCredential]) -> Sequence[bytes]:
    """The bytes of those that go beside the presentation, in their order."""
    return tuple(credential.original for credential in credentials if is_item(credential))


def related_resources(presentation_id: str, items: Sequence[bytes]) -> Sequence[JsonObject]:
    """What the holder signs of the items."""
    return [
        {"id": f"{presentation_id}#item-{number}", "digestSRI": digest(content)}
        for number, content in enumerate(items, 1)
    ]


def digest(content: bytes) -> str:
    """SHA-256 as Subresource Integrity writes it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode("ascii")


def signed_digests(presentation: JsonObject) -> Sequence[Any]:
    """The digests of what belongs beside a presentation, in order; empty for those of others that say no such thing."""
    if not isinstance(presentation.get("id"), str):
        return ()
    start = f"{presentation['id']}#item-"
    return [
        entry.get("digestSRI")
        for entry in one_or_many(presentation.get(TERM))
        if isinstance(entry, Mapping) and isinstance(entry.get("id"), str) and entry["id"].startswith(start)
    ]


def write_items(items: Sequence[bytes]) -> Sequence[JsonObject]:
    """The entries of `items`: text as text, so that it packs well; anything else as base64url."""
    return [_write_item(content) for content in items]


def _write_item(content: bytes) -> JsonObject:
    try:
        return {"fmt": _FORMAT, _TEXT: content.decode("utf-8")}
    except UnicodeDecodeError:
        return {"fmt": _FORMAT, _BYTES: base64url.encode(content)}


def read_items(entries: Any) -> Sequence[bytes]:
    """The bytes of each item.

    Raises:
        SharingError: BUNDLE_INVALID; LINK_NEWER for a format or a member this program does not know.
    """
    if not isinstance(entries, list) or len(entries) > MAX_CREDENTIALS:
        raise SharingError(Reason.BUNDLE_INVALID, "items")
    return tuple(_read_item(entry) for entry in entries)


def _read_item(entry: Any) -> bytes:
    if not isinstance(entry, Mapping):
        raise SharingError(Reason.BUNDLE_INVALID, "item")
    if entry.get("fmt") != _FORMAT or entry.keys() not in _FORMS:
        raise SharingError(Reason.LINK_NEWER, "bundle item")
    content = entry.get(_TEXT, entry.get(_BYTES))
    if not isinstance(content, str):
        raise SharingError(Reason.BUNDLE_INVALID, "item")
    try:
        return content.encode("utf-8") if _TEXT in entry else base64url.decode_strict(content)
    except (CodecError, UnicodeEncodeError) as error:
        raise SharingError(Reason.BUNDLE_INVALID, "item") from error


def require_signed(presentation: JsonObject, items: Sequence[bytes]) -> None:
    """Each item is one the holder signed for, in this order, and none is missing.

    Raises:
        SharingError: BUNDLE_INVALID.
    """
    if list(signed_digests(presentation)) != [digest(content) for content in items]:
        raise SharingError(Reason.BUNDLE_INVALID, "items differ from what the holder signed")


def with_items(presentation: UnverifiedPresentation, items: Sequence[bytes]) -> UnverifiedPresentation:
    """The presentation with what lies beside it behind what is in it.

    An item that was signed for and is not at hand becomes an `UnreadablePart` (SHARE_INCOMPLETE): somebody took it out,
    or only a part of the share came.

    Raises:
        SharingError: BUNDLE_INVALID when one of the items was not signed for, or there are too many.
    """
    wanted = signed_digests(presentation.document)
    at_hand = {digest(content): content for content in items}
    if at_hand.keys() - {each for each in wanted if isinstance(each, str)}:
        raise SharingError(Reason.BUNDLE_INVALID, "item")
    if len(presentation.credentials) + len(wanted) > MAX_CREDENTIALS:
        raise SharingError(Reason.BUNDLE_INVALID, "items")
    found = [_parse_item(at_hand.get(each) if isinstance(each, str) else None) for each in wanted]
    return replace(presentation, credentials=[*presentation.credentials, *found]) if wanted else presentation


def _parse_item(content: bytes | None) -> UnverifiedCredential | UnreadablePart:
    if content is None:
        return UnreadablePart(Reason.SHARE_INCOMPLETE, "item")
    try:
        read = parse_document(content)
    except WalletError as error:
        return UnreadablePart(error.reason, error.detail)
    if isinstance(read, UnverifiedCredential) and is_item(read):
        return read
    return UnreadablePart(Reason.NOT_A_CREDENTIAL, "another format")
