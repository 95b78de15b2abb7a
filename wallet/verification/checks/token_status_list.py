"""Token Status List: the status of a token by its place in a list that is itself a signed token.

Lives here: reading such a list (`statuslist+jwt`) and the value at one index. Does not live here: other kinds of lists
(`status`) or fetching one. A list that cannot be had or trusted means "unknown", never "not revoked".
Source: Token Status List (draft-ietf-oauth-status-list), sections 4 (encoding), 5.1 (JWT), 7 (status types) and 8.3.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wallet.codecs import base64url, deflate
from wallet.credentials import jwt_vc
from wallet.credentials.model import JsonObject, StatusEntry
from wallet.errors import CodecError, ProofError, Reason, UndecidableProofError
from wallet.proofs import jose
from wallet.proofs.work import BYTES_PER_UNIT, DOCUMENT_UNITS
from wallet.verification.checks.dates import CLOCK_SKEW
from wallet.verification.checks.issuer_binding import check_issuer_binding
from wallet.verification.checks.structure import claim_moment
from wallet.verification.key_resolution import KeyResolver
from wallet.verification.report import Check, CheckName, Outcome
from wallet.verification.run_memory import RunMemory
from wallet.verification.sources import FetchedDocument

LIST_TYPE = "statuslist+jwt"
# Unpacked size of one list, as for other lists.
MAX_LIST_BYTES = 16 * 1024 * 1024
_MAX_INDEX_DIGITS = 12  # beyond any list
_ASSERTION = "assertionMethod"
_BITS = (1, 2, 4, 8)
_VALID = 0
_WITHDRAWN = {1: Reason.REVOKED, 2: Reason.SUSPENDED}


@dataclass(frozen=True, slots=True)
class TokenList:
    """A status list token whose signature holds and which is in force.

    Attributes:
        claims: its payload.
        issuer: who signed it.
        doubt: why it is still not known to be this issuer's own; None when it is.
    """

    claims: JsonObject
    issuer: str
    doubt: Reason | None = None


ReadToken = Callable[[FetchedDocument], TokenList | Reason]
"""Verifies a status list token; the reason when its signature does not hold or it is not in force."""


def read_token_list(fetched: FetchedDocument, issuer: str, resolver: KeyResolver) -> TokenList | Reason:
    """Verifies a status list token.

    Args:
        issuer: the issuer of the credential; a list that names no issuer is this one's.

    Source: Token Status List, section 8.3, steps 3 and 4.
    """
    resolver.documents.work.spend(DOCUMENT_UNITS)
    try:
        jws = jwt_vc.parse_compact_jws(fetched.body.strip().decode("ascii", "replace"))
        jose.check_header(jws.header, frozenset({LIST_TYPE}))
        named = jws.payload.get("iss", issuer)
        signer = named if isinstance(named, str) else ""
        method = resolver.resolve_jws(jws.header, signer, _ASSERTION)
        jose.verify(jws, method.key)
    except UndecidableProofError as error:
        return error.reason
    except (CodecError, ProofError):
        return Reason.STATUS_LIST_INVALID
    binding = check_issuer_binding(signer, method, resolver, _ASSERTION)
    if binding.outcome is Outcome.FAILED:
        return Reason.STATUS_LIST_INVALID
    wrong = _out_of_force(jws.payload, fetched.url, resolver.now)
    return wrong or TokenList(jws.payload, signer, binding.reason)


def examine_token_list(entry: StatusEntry, issuer: str, documents: RunMemory, read: ReadToken) -> Check:
    """What the list says at the entry's index.

    Args:
        issuer: the issuer of the credential, under which a list is remembered.

    Source: Token Status List, section 8.3, steps 5 to 8.
    """
    url = entry.list_url
    index = _index(entry.index or "")
    if not url or index is None:
        return _unknown(Reason.STATUS_LIST_INVALID, "entry")
    fetched = documents.lookup_signed(url)
    if fetched is None:
        return _unknown(documents.why_missing(url), url)
    found = documents.once("token list", f"{issuer} {url}", lambda: read(fetched))
    if isinstance(found, Reason):
        return _unknown(found, url)
    if documents.was_sent(url) and found.issuer != issuer:
        return _unknown(
            Reason.NEEDS_NETWORK, url
        )  # as for other lists: anybody could have signed one of their own
    try:
        value = _value(found.claims.get("status_list"), index, documents)
    except CodecError as error:
        return _unknown(Reason.STATUS_LIST_INVALID, error.detail)
    if value in _WITHDRAWN:
        return Check(CheckName.STATUS, Outcome.FAILED, _WITHDRAWN[value], url[:200])
    if value != _VALID:
        return _unknown(Reason.UNSUPPORTED_STATUS, f"status {value}")
    if found.doubt is not None:
        # as for other lists: withdrawn counts even so, "not withdrawn" does not
        return _unknown(found.doubt, url)
    return Check(CheckName.STATUS, Outcome.PASSED, None, f"{url} ({found.issuer})"[:200])


def _index(text: str) -> int | None:
    if not text.isascii() or not text.isdigit() or len(text) > _MAX_INDEX_DIGITS:
        return None
    return int(text)


def _out_of_force(claims: JsonObject, url: str, now: datetime) -> Reason | None:
    """Why the list does not count: it is another one, not yet made, or ended. Source: section 8.3, step 4."""
    issued, ends = claim_moment(claims.get("iat")), claim_moment(claims.get("exp"))
    if claims.get("sub") != url or issued is None or issued > now + CLOCK_SKEW:
        return Reason.STATUS_LIST_INVALID
    if "exp" not in claims:
        return None
    if ends is None:
        return Reason.STATUS_LIST_INVALID
    return Reason.STATUS_LIST_EXPIRED if ends < now else None


def _value(status_list: Any, index: int, documents: RunMemory) -> int:
    """The status at an index: the list is packed from the lowest bits of each byte up.

    Raises:
        CodecError: STATUS_LIST_INVALID or what is wrong with the packed text.

    Source: Token Status List, section 4.1.
    """
    bits = status_list.get("bits") if isinstance(status_list, dict) else None
    packed = status_list.get("lst") if isinstance(status_list, dict) else None
    if (
        not isinstance(bits, int)
        or isinstance(bits, bool)
        or bits not in _BITS
        or not isinstance(packed, str)
    ):
        raise CodecError(Reason.STATUS_LIST_INVALID, "status_list")
    values = deflate.inflate_zlib(base64url.decode_strict(packed), limit=MAX_LIST_BYTES)
    documents.work.spend(len(values) // BYTES_PER_UNIT)
    place, offset = divmod(index * bits, 8)
    if place >= len(values):
        raise CodecError(Reason.STATUS_LIST_INVALID, "index outside the list")
    return values[place] >> offset & (1 << bits) - 1


def _unknown(reason: Reason, detail: str) -> Check:
    return Check(CheckName.STATUS, Outcome.UNKNOWN, reason, detail[:200])
