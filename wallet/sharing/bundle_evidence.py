"""Dated documents of others that travel in a bundle, so that it can be checked without a network.

Lives here: which documents are worth sending, the member `ev` both ways, and their date. Does not live here: what such
a document counts for (`wallet.verification`, which takes all of them for the sender's word), or the bundle around it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from wallet.codecs import base64url, strict_json
from wallet.codecs.timestamps import format_datetime, from_numeric_date, parse_datetime
from wallet.credentials.model import JsonObject, embedded_proofs
from wallet.errors import CodecError, Reason, SharingError
from wallet.verification.sources import FetchedDocument

MAX_DOCUMENTS = 64
MAX_URL_CHARACTERS = 2000
MAX_SENT_BYTES = 1_000_000
"""What is sent along of all documents together; a list of 131,072 entries takes some hundred bytes to some 20 kB."""

_LIST_TYPES = frozenset({"BitstringStatusListCredential", "StatusList2021Credential"})
_MEMBERS = frozenset({"kind", "url", "at", "body"})
_TOKEN_DOTS = 2


class EvidenceKind(StrEnum):
    """What a document is."""

    STATUS_LIST = "status-list"
    DID = "did"


def worth_sending(documents: Sequence[FetchedDocument], seen_at: datetime) -> Sequence[FetchedDocument]:
    """Of the documents a check rested on those that say something to a receiver who has them from the learner.

    That is what is signed (status lists) and what lists keys. The rest (hosted badges, unsigned lists, schemas) would
    count for nothing. Each address once, the oldest answer of it; the small ones first, up to `MAX_SENT_BYTES`.

    Args:
        seen_at: the date of documents whose age is not known.
    """
    by_url: dict[str, FetchedDocument] = {}
    for one in documents:
        if len(one.url) <= MAX_URL_CHARACTERS and _kind_of(_body_of(one.body)) is not None:
            dated = replace(one, retrieved_at=one.retrieved_at or seen_at)
            by_url.setdefault(one.url, dated)
    chosen, room = [], MAX_SENT_BYTES
    for one in sorted(by_url.values(), key=lambda each: (len(each.body), each.url))[:MAX_DOCUMENTS]:
        room -= len(one.body)
        if room < 0:
            break
        chosen.append(one)
    return sorted(chosen, key=lambda each: each.url)


def write_evidence(documents: Sequence[FetchedDocument]) -> Sequence[JsonObject]:
    """The entries of `ev`.

    Args:
        documents: what `worth_sending` chose.
    """
    return [
        {
            "kind": str(_kind_of(body)),
            "url": one.url,
            "at": format_datetime(one.retrieved_at.replace(microsecond=0)) if one.retrieved_at else "",
            "body": body,
        }
        for one in documents
        if (body := _body_of(one.body)) is not None
    ]


def read_evidence(entries: Any) -> Sequence[FetchedDocument]:
    """The documents in `ev`, each under the earlier of two dates: the sender's, and the one it was signed on.

    Nobody but the sender says when a document was had; a list cannot be fresher than its signature, though.

    Raises:
        SharingError: BUNDLE_INVALID; LINK_NEWER for a kind or a member this program does not know.
    """
    if not isinstance(entries, list) or len(entries) > MAX_DOCUMENTS:
        raise SharingError(Reason.BUNDLE_INVALID, "evidence")
    found = [_read_entry(entry) for entry in entries]
    if len({one.url for one in found}) != len(found):
        raise SharingError(Reason.BUNDLE_INVALID, "evidence named twice")
    return tuple(found)


def _read_entry(entry: Any) -> FetchedDocument:
    if not isinstance(entry, Mapping) or _MEMBERS - entry.keys():
        raise SharingError(Reason.BUNDLE_INVALID, "evidence")
    if entry.keys() - _MEMBERS or entry["kind"] not in list(EvidenceKind):
        raise SharingError(Reason.LINK_NEWER, "evidence")
    url, body = entry["url"], entry["body"]
    if not isinstance(url, str) or not 0 < len(url) <= MAX_URL_CHARACTERS or _kind_of(body) != entry["kind"]:
        raise SharingError(Reason.BUNDLE_INVALID, "evidence")
    try:
        at = parse_datetime(entry["at"] if isinstance(entry["at"], str) else "")
        content = body if isinstance(body, str) else strict_json.dumps(body)
        return FetchedDocument(url, content.encode("utf-8"), min([at, *_signed_on(body)]))
    except (CodecError, UnicodeEncodeError) as error:
        raise SharingError(Reason.BUNDLE_INVALID, "evidence") from error


def _signed_on(body: Any) -> Sequence[datetime]:
    """The dates a document carries of its own signature; the signature itself is verified later.

    Raises:
        CodecError: a date or the token cannot be read.
    """
    if isinstance(body, str):
        claims = strict_json.loads(base64url.decode_strict(body.split(".")[1]))
        issued = claims.get("iat", claims.get("nbf")) if isinstance(claims, Mapping) else None
        if isinstance(issued, bool) or not isinstance(issued, int | float):
            raise CodecError(Reason.DATE_INVALID, "evidence")  # such a list has to say so
        return [from_numeric_date(issued)]
    created = [proof["created"] for proof in embedded_proofs(body) if "created" in proof]
    texts = created or [body[name] for name in ("validFrom", "issuanceDate") if name in body]
    if not all(isinstance(text, str) for text in texts):
        raise CodecError(Reason.DATE_INVALID, "evidence")
    return [parse_datetime(text) for text in texts]


def _body_of(content: bytes) -> JsonObject | str | None:
    """A JSON object, or a token as text; None for anything else."""
    try:
        if content.lstrip().startswith(b"{"):
            parsed = strict_json.loads(content)
            return parsed if isinstance(parsed, dict) else None
        return content.decode("ascii").strip()
    except (CodecError, UnicodeDecodeError):
        return None


def _kind_of(body: Any) -> EvidenceKind | None:
    if isinstance(body, str):
        is_token = body.startswith("eyJ") and body.count(".") == _TOKEN_DOTS and len(body.split()) == 1
        return EvidenceKind.STATUS_LIST if is_token else None
    if not isinstance(body, Mapping):
        return None
    types = body.get("type")
    if _LIST_TYPES & {
        each for each in (types if isinstance(types, list) else [types]) if isinstance(each, str)
    }:
        return EvidenceKind.STATUS_LIST if "proof" in body else None
    lists_keys = "verificationMethod" in body or "assertionMethod" in body
    return EvidenceKind.DID if lists_keys and isinstance(body.get("id"), str) else None
