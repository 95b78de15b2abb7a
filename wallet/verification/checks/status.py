"""Check `status`: has the issuer withdrawn or suspended the credential since it was signed.

Lives here: Bitstring Status List, its predecessor StatusList2021, and 1EdTech revocation lists.
Does not live here: fetching lists (a `DocumentSource` does) or verifying a list's own signature, which is the
verifier's work and handed in as a function. A list that cannot be had or trusted means "unknown", never "not revoked".
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wallet.codecs import base64url, deflate, strict_json
from wallet.credentials.model import JsonObject, StatusEntry
from wallet.errors import CodecError, Reason
from wallet.verification.report import Check, CheckName, Outcome
from wallet.verification.sources import DocumentSource


@dataclass(frozen=True, slots=True)
class CheckedList:
    """A status list credential whose signature holds and which is in force.

    Attributes:
        doubt: why it is still not known to be the issuer's own; None when it is.
    """

    document: JsonObject
    doubt: Reason | None = None


ReadList = Callable[[bytes], CheckedList | Reason]
"""Verifies a status list credential; the reason when its signature does not hold or it is not in force."""

MAX_ENTRIES = 32
# Unpacked size of one list; the 16 MB hold 134 million one-bit entries.
MAX_LIST_BYTES = 16 * 1024 * 1024
# Smaller lists let an issuer guess who is looked at. Real ones are smaller, so this is no error.
_RECOMMENDED_ENTRIES = 131_072

_BITSTRING = {
    "BitstringStatusListEntry": ("BitstringStatusListCredential", "BitstringStatusList", "u"),
    "StatusList2021Entry": ("StatusList2021Credential", "StatusList2021", ""),
}
_REVOCATION_LIST = "1EdTechRevocationList"
_PURPOSES = {"revocation": Reason.REVOKED, "suspension": Reason.SUSPENDED}
# Informative purposes do not take a credential away. Source: Bitstring Status List, section 2.2.
_INFORMATIVE = frozenset({"message", "refresh"})

# Worst first: what one entry says outweighs what a better one says.
_RANK = {Outcome.FAILED: 0, Outcome.UNKNOWN: 1, Outcome.PASSED: 2, Outcome.NOT_APPLICABLE: 3}


def check_status(
    credential_id: str | None, entries: Sequence[StatusEntry], documents: DocumentSource, read_list: ReadList
) -> Check:
    """Examines every status entry; the worst finding is the check's.

    Source: Bitstring Status List 1.0, section 3.2; Open Badges 3.0, section on credentialStatus.
    """
    if not entries:
        return Check(CheckName.STATUS, Outcome.NOT_APPLICABLE)
    if len(entries) > MAX_ENTRIES:
        return _check(Outcome.UNKNOWN, Reason.TOO_COMPLEX, "number of status entries")
    findings = [_examine(credential_id, entry, documents, read_list) for entry in entries]
    return min(findings, key=lambda check: (_RANK[check.outcome], check.reason is not Reason.REVOKED))


def _examine(
    credential_id: str | None, entry: StatusEntry, documents: DocumentSource, read_list: ReadList
) -> Check:
    if entry.type in _BITSTRING:
        return _examine_bitstring(entry, documents, read_list)
    if entry.type == _REVOCATION_LIST:
        return _examine_revocation_list(credential_id, entry, documents)
    return _check(Outcome.UNKNOWN, Reason.UNSUPPORTED_STATUS, entry.type)


def _examine_bitstring(entry: StatusEntry, documents: DocumentSource, read_list: ReadList) -> Check:
    """Source: Bitstring Status List 1.0, section 3.2 (Validate Algorithm), steps 1 to 13."""
    if entry.purpose in _INFORMATIVE:
        return _check(Outcome.NOT_APPLICABLE, None, str(entry.purpose))
    if entry.purpose not in _PURPOSES:
        return _check(Outcome.UNKNOWN, Reason.UNSUPPORTED_STATUS, str(entry.purpose))
    index = _index(entry.index)
    if index is None or not entry.list_url:
        return _check(Outcome.UNKNOWN, Reason.STATUS_LIST_INVALID, "entry")
    fetched = documents.lookup(entry.list_url)
    if fetched is None:
        return _check(Outcome.UNKNOWN, Reason.NEEDS_NETWORK, entry.list_url)
    status_list = read_list(fetched.body)
    if isinstance(status_list, Reason):
        return _check(Outcome.UNKNOWN, status_list, entry.list_url)
    if entry.raw.get("statusSize", 1) != 1:
        return _check(Outcome.UNKNOWN, Reason.UNSUPPORTED_STATUS, "statusSize")
    return _read_bit(entry, index, status_list)


def _read_bit(entry: StatusEntry, index: int, status_list: CheckedList) -> Check:
    list_type, subject_type, prefix = _BITSTRING[entry.type]
    subject = status_list.document.get("credentialSubject")
    if list_type not in _texts(status_list.document.get("type")) or not isinstance(subject, Mapping):
        return _check(Outcome.UNKNOWN, Reason.STATUS_LIST_INVALID, "list type")
    if subject_type not in _texts(subject.get("type")):
        return _check(Outcome.UNKNOWN, Reason.STATUS_LIST_INVALID, "list subject type")
    if entry.purpose not in _texts(subject.get("statusPurpose")):
        return _check(Outcome.UNKNOWN, Reason.STATUS_LIST_INVALID, "list purpose")
    try:
        bits = _unpack(subject.get("encodedList"), prefix)
    except CodecError as error:
        return _check(Outcome.UNKNOWN, Reason.STATUS_LIST_INVALID, error.detail)
    if index >= len(bits) * 8:
        return _check(Outcome.UNKNOWN, Reason.STATUS_LIST_INVALID, "index outside the list")
    # Index 0 is the most significant bit of the first byte
    if bits[index // 8] >> (7 - index % 8) & 1:
        return _check(Outcome.FAILED, _PURPOSES[str(entry.purpose)], str(entry.list_url))
    if status_list.doubt is not None:
        # Withdrawn counts even so, because the signed credential itself names this list; "not withdrawn" does not
        return _check(Outcome.UNKNOWN, status_list.doubt, str(entry.list_url))
    short = Reason.STATUS_LIST_SHORT if len(bits) * 8 < _RECOMMENDED_ENTRIES else None
    return _check(Outcome.PASSED, short, str(entry.list_url))


def _unpack(encoded: Any, prefix: str) -> bytes:
    """The bits of an `encodedList`: base64url of gzip, with or without a multibase prefix."""
    if not isinstance(encoded, str) or not encoded.startswith(prefix):
        raise CodecError(Reason.STATUS_LIST_INVALID, "encodedList")
    packed = base64url.decode_strict(encoded[len(prefix) :].rstrip("="))
    return deflate.inflate_gzip(packed, limit=MAX_LIST_BYTES)


def _index(text: str | None) -> int | None:
    if text is None or not text.isascii() or not text.isdigit() or len(text) > 12:  # noqa: PLR2004 - beyond any list
        return None
    return int(text)


def _examine_revocation_list(
    credential_id: str | None, entry: StatusEntry, documents: DocumentSource
) -> Check:
    """Source: 1EdTech revocation list; an entry without `revoked` counts as revoked."""
    if not entry.id or not credential_id:
        return _check(Outcome.UNKNOWN, Reason.STATUS_LIST_INVALID, "entry")
    fetched = documents.lookup(entry.id)
    if fetched is None:
        return _check(Outcome.UNKNOWN, Reason.NEEDS_NETWORK, entry.id)
    try:
        body = strict_json.loads(fetched.body)
    except CodecError as error:
        return _check(Outcome.UNKNOWN, Reason.STATUS_LIST_INVALID, error.detail)
    revoked = body.get("revokedCredential") if isinstance(body, dict) else None
    if not isinstance(revoked, list):
        return _check(Outcome.UNKNOWN, Reason.STATUS_LIST_INVALID, "revokedCredential")
    if any(_is_revoked(item, credential_id) for item in revoked):
        return _check(Outcome.FAILED, Reason.REVOKED, entry.id)
    return _check(Outcome.PASSED, None, entry.id)


def _is_revoked(item: Any, credential_id: str) -> bool:
    return (
        isinstance(item, Mapping)
        and item.get("id") == credential_id
        and item.get("revoked", True) is not False
    )


def _texts(value: Any) -> Sequence[str]:
    return value if isinstance(value, list) else [value] if isinstance(value, str) else []


def _check(outcome: Outcome, reason: Reason | None, detail: str) -> Check:
    return Check(CheckName.STATUS, outcome, reason, detail[:200])
