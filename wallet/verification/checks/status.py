"""Check `status`: has the issuer withdrawn or suspended the credential since it was signed.

Lives here: Bitstring Status List, its predecessor StatusList2021, and 1EdTech revocation lists.
Does not live here: lists that are tokens (`token_status_list`), fetching lists (a `DocumentSource` does) or verifying a
list's own signature, which is the verifier's work and handed in as a function. A list that cannot be had or trusted
means "unknown", never "not revoked".
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from wallet.codecs import base64url, strict_json
from wallet.credentials.model import Credential, JsonObject, StatusEntry
from wallet.credentials.sd_jwt_vc import TOKEN_STATUS_LIST
from wallet.errors import CodecError, Reason, UndecidableProofError
from wallet.proofs.work import BYTES_PER_UNIT
from wallet.verification.report import Check, CheckName, Outcome
from wallet.verification.run_memory import RunMemory
from wallet.verification.sources import FetchedDocument


@dataclass(frozen=True, slots=True)
class CheckedList:
    """A status list credential whose signature holds and which is in force.

    Attributes:
        issuer: who signed it. Status services sign with keys of their own, so it may be another than the credential's;
            the credential names the list by its address, and that is signed.
        doubt: why it is still not known to be this issuer's own; None when it is.
    """

    document: JsonObject
    issuer: str = ""
    doubt: Reason | None = None


ReadList = Callable[[FetchedDocument], CheckedList | Reason]
"""Verifies a status list credential; the reason when its signature does not hold or it is not in force."""

ExamineEntry = Callable[[StatusEntry], Check]
"""Finds what one status entry says."""

MAX_ENTRIES = 32
# Unpacked size of one list; the 16 MB hold 134 million one-bit entries.
MAX_LIST_BYTES = 16 * 1024 * 1024
# Lists up to this size are kept unpacked for the next credential; the memory a bomb takes is given back instead.
_REMEMBERED_BYTES = 64 * 1024
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
    credential: Credential,
    documents: RunMemory,
    read_list: ReadList,
    examine_token_list: ExamineEntry,
) -> Check:
    """Examines every status entry; the worst finding is the check's.

    Args:
        examine_token_list: what `token_status_list` finds for an entry that names such a list.

    Source: Bitstring Status List 1.0, section 3.2; Open Badges 3.0, section on credentialStatus.
    """
    entries = credential.status
    if not entries:
        return Check(CheckName.STATUS, Outcome.NOT_APPLICABLE)
    if len(entries) > MAX_ENTRIES:
        return _check(Outcome.UNKNOWN, Reason.TOO_COMPLEX, "number of status entries")
    findings = [_examine(credential, entry, documents, read_list, examine_token_list) for entry in entries]
    return min(findings, key=lambda check: (_RANK[check.outcome], check.reason is not Reason.REVOKED))


def _examine(
    credential: Credential,
    entry: StatusEntry,
    documents: RunMemory,
    read_list: ReadList,
    examine_token_list: ExamineEntry,
) -> Check:
    kinds = _texts(entry.raw.get("type"))
    kind = next((name for name in _BITSTRING if name in kinds), None)
    try:
        if kind is not None:
            return _examine_bitstring(entry, kind, credential, documents, read_list)
        if _REVOCATION_LIST in kinds:
            return _examine_revocation_list(credential, entry, documents)
        if TOKEN_STATUS_LIST in kinds:
            return examine_token_list(entry)
    except UndecidableProofError as error:
        return _check(Outcome.UNKNOWN, error.reason, error.detail)
    return _check(Outcome.UNKNOWN, Reason.UNSUPPORTED_STATUS, entry.type)


def _examine_bitstring(
    entry: StatusEntry, kind: str, credential: Credential, documents: RunMemory, read_list: ReadList
) -> Check:
    """Source: Bitstring Status List 1.0, section 3.2 (Validate Algorithm), steps 1 to 13."""
    if entry.purpose in _INFORMATIVE:
        return _check(Outcome.NOT_APPLICABLE, None, str(entry.purpose))
    if entry.purpose not in _PURPOSES:
        return _check(Outcome.UNKNOWN, Reason.UNSUPPORTED_STATUS, str(entry.purpose))
    index, url = _index(entry.index), entry.list_url
    if index is None or not url:
        return _check(Outcome.UNKNOWN, Reason.STATUS_LIST_INVALID, "entry")
    if entry.raw.get("statusSize", 1) != 1:
        return _check(Outcome.UNKNOWN, Reason.UNSUPPORTED_STATUS, "statusSize")
    fetched = documents.lookup_signed(url)
    if fetched is None:
        return _check(Outcome.UNKNOWN, documents.why_missing(url), url)
    status_list = documents.once("list", url, lambda: read_list(fetched))
    if isinstance(status_list, Reason):
        return _check(Outcome.UNKNOWN, status_list, url)
    if documents.was_sent(url) and status_list.issuer != credential.issuer.id:
        # Only whoever answers at the address can say that somebody else's list is the one the credential names
        return _check(Outcome.UNKNOWN, Reason.NEEDS_NETWORK, url)
    return _read_bit(entry, kind, index, status_list, documents)


def _read_bit(
    entry: StatusEntry, kind: str, index: int, status_list: CheckedList, documents: RunMemory
) -> Check:
    url, purpose = str(entry.list_url), str(entry.purpose)
    try:
        bits = _bits(status_list, kind, purpose, url, documents)
    except CodecError as error:
        return _check(Outcome.UNKNOWN, Reason.STATUS_LIST_INVALID, error.detail)
    if index >= len(bits) * 8:
        return _check(Outcome.UNKNOWN, Reason.STATUS_LIST_INVALID, "index outside the list")
    # Index 0 is the most significant bit of the first byte
    if bits[index // 8] >> (7 - index % 8) & 1:
        return _check(Outcome.FAILED, _PURPOSES[purpose], url)
    if status_list.doubt is not None:
        # Withdrawn counts even so, because the signed credential itself names this list; "not withdrawn" does not
        return _check(Outcome.UNKNOWN, status_list.doubt, url)
    short = Reason.STATUS_LIST_SHORT if len(bits) * 8 < _RECOMMENDED_ENTRIES else None
    return _check(Outcome.PASSED, short, f"{url} ({status_list.issuer})")


def _bits(status_list: CheckedList, kind: str, purpose: str, url: str, documents: RunMemory) -> bytes:
    """The unpacked list, after checking that it is a list of this kind and purpose.

    Raises:
        CodecError: STATUS_LIST_INVALID or what is wrong with the packed text.

    Source: Bitstring Status List 1.0, section 3.2, steps 5 to 9.
    """
    list_type, subject_type, prefix = _BITSTRING[kind]
    subject = status_list.document.get("credentialSubject")
    if list_type not in _texts(status_list.document.get("type")) or not isinstance(subject, Mapping):
        raise CodecError(Reason.STATUS_LIST_INVALID, "list type")
    if subject_type not in _texts(subject.get("type")):
        raise CodecError(Reason.STATUS_LIST_INVALID, "list subject type")
    if purpose not in _texts(subject.get("statusPurpose")):
        raise CodecError(Reason.STATUS_LIST_INVALID, "list purpose")

    def unpack() -> bytes:
        bits = _unpack(subject.get("encodedList"), prefix)
        documents.work.spend(len(bits) // BYTES_PER_UNIT)
        return bits

    return documents.once("bits", f"{kind} {url}", unpack, keep=lambda bits: len(bits) <= _REMEMBERED_BYTES)


def _unpack(encoded: Any, prefix: str) -> bytes:
    """The bits of an `encodedList`: base64url of gzip, with or without a multibase prefix."""
    if not isinstance(encoded, str) or not encoded.startswith(prefix):
        raise CodecError(Reason.STATUS_LIST_INVALID, "encodedList")
    packed = base64url.decode_strict(encoded[len(prefix) :].rstrip("="))
    from wallet.codecs import deflate  # noqa: PLC0415 - only where there is a list

    return deflate.inflate_gzip(packed, limit=MAX_LIST_BYTES)


def _index(text: str | None) -> int | None:
    if text is None or not text.isascii() or not text.isdigit() or len(text) > 12:  # noqa: PLR2004 - beyond any list
        return None
    return int(text)


def _examine_revocation_list(credential: Credential, entry: StatusEntry, documents: RunMemory) -> Check:
    """Nobody signs such a list, so one that was sent along never counts.

    Source: 1EdTech revocation list; an entry without `revoked` counts as revoked.
    """
    if not entry.id or not credential.id:
        return _check(Outcome.UNKNOWN, Reason.STATUS_LIST_INVALID, "entry")
    fetched = documents.lookup(entry.id)
    if fetched is None:
        return _check(Outcome.UNKNOWN, documents.why_missing(entry.id), entry.id)
    body = fetched.body
    try:
        revoked = documents.once("revocations", entry.id, lambda: _revoked_ids(body))
    except CodecError as error:
        return _check(Outcome.UNKNOWN, Reason.STATUS_LIST_INVALID, error.detail)
    if credential.id in revoked:
        return _check(Outcome.FAILED, Reason.REVOKED, entry.id)
    return _check(Outcome.PASSED, None, entry.id)


def _revoked_ids(body: bytes) -> AbstractSet[str]:
    """The ids of the credentials a revocation list withdraws.

    Raises:
        CodecError: it is not JSON of that shape.
    """
    parsed = strict_json.loads(body)
    entries = parsed.get("revokedCredential") if isinstance(parsed, dict) else None
    if not isinstance(entries, list):
        raise CodecError(Reason.STATUS_LIST_INVALID, "revokedCredential")
    found: set[str] = set()
    for entry in entries:
        # a bare id is not what the schema says, but its meaning is plain
        item = {"id": entry} if isinstance(entry, str) else entry
        if not isinstance(item, dict) or not isinstance(item.get("id"), str):
            raise CodecError(Reason.STATUS_LIST_INVALID, "revokedCredential")
        if item.get("revoked", True) is not False:
            found.add(item["id"])
    return found


def _texts(value: Any) -> Sequence[str]:
    return value if isinstance(value, list) else [value] if isinstance(value, str) else []


def _check(outcome: Outcome, reason: Reason | None, detail: str) -> Check:
    return Check(CheckName.STATUS, outcome, reason, detail[:200])
