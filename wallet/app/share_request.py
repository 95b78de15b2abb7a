"""Answering a receiver's request: which kept credentials fit, the least of them that satisfies it, and the answer.

Lives here: reading a request from a file or a picture, matching it against what is kept, and the answer in the words of
the protocol. Does not live here: the request formats (`wallet.sharing.request`), building and recording a share
(`share`). Nothing is sent.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from wallet.app.browse import list_heads, reopen
from wallet.app.container import Services
from wallet.app.output import refuse_existing, staged_file
from wallet.app.read_codes import text_or_code
from wallet.app.share import CHANNELS, Chosen, PreparedShare, ShareRecord, prepare, record
from wallet.codecs import strict_json
from wallet.credentials.json_pointer import format_pointer, is_within
from wallet.credentials.model import Format, JsonObject, UnverifiedCredential
from wallet.credentials.openbadges2 import FORMATS as OLDER_BADGES
from wallet.errors import AppError, Reason, SharingError, WalletError
from wallet.sharing import disclosure
from wallet.sharing.parts import Choices, Mechanism
from wallet.sharing.qr_reader import is_picture
from wallet.sharing.request import is_request, parse_request
from wallet.sharing.wanted import (
    PathStep,
    RequestProtocol,
    ShareRequest,
    Wanted,
    WantedClaim,
    WantedFormat,
)
from wallet.vault.connection import Vault
from wallet.verification.report import Verdict

__all__ = [
    "Match",
    "ShareRequest",
    "Wanted",
    "WantedClaim",
    "WantedFormat",
    "answer",
    "count_older",
    "find_matches",
    "find_request",
    "prepare_answer",
    "read_request",
    "send_answer",
]

_NOT_FOR_SHARING = (Verdict.INVALID, Verdict.UNREADABLE)


@dataclass(frozen=True, slots=True)
class Match:
    """A kept credential that fits what is wanted, and the least of it that satisfies the request.

    Attributes:
        pointers: as in `Chosen`: None when it can only be shown whole.
        wishes: pointers to what the receiver would like besides; shown only when the learner says so.
        is_beside: an older badge, which no presentation can hold: it leaves only in a form that has room beside one.
    """

    record_id: str
    title: str
    pointers: Sequence[str] | None
    wishes: Sequence[str] = ()
    is_beside: bool = False

    @property
    def chosen(self) -> Chosen:
        """What `prepare` takes."""
        return Chosen(self.record_id, self.pointers)


def read_request(data: bytes, now: datetime) -> ShareRequest:
    """The request in a file or in a picture of its QR code.

    Raises:
        SharingError: as `parse_request`; NO_QR_FOUND and what is wrong with a picture.
    """
    return parse_request(request_text(data), now)


def request_text(data: bytes) -> str:
    """The text of what means to be a request, from a file or from a picture of its QR code.

    Raises:
        SharingError: REQUEST_INVALID for none or several in a picture and for what is no text; NO_QR_FOUND and what
            is wrong with a picture.
    """
    return text_or_code(data, is_request, partial(SharingError, Reason.REQUEST_INVALID))


def find_request(data: bytes) -> str | None:
    """The text of a request, a good one or not, where there is exactly one; None for anything else."""
    if is_picture(data) and b"openbadge" in data:
        return None  # a badge with its credential in it: spares looking for codes in the picture
    try:
        text = request_text(data)
    except WalletError:
        return None
    return text if is_request(text) else None


def find_matches(vault: Vault, request: ShareRequest) -> Sequence[Sequence[Match]]:
    """For each credential that is wanted, what fits; newest first. What is known to be invalid is not offered.

    Raises:
        VaultError: a record cannot be read.
    """
    found: list[list[Match]] = [[] for _ in request.wanted]
    for head in list_heads(vault):
        if head.verdict in _NOT_FOR_SHARING:
            continue
        document = reopen(vault.credentials.get(head.id))
        for matches, wanted in zip(found, request.wanted, strict=True):
            match = _match(head.id, document, wanted)
            if match is not None:
                matches.append(match)
    return found


def count_older(vault: Vault, request: ShareRequest) -> Sequence[int]:
    """For each credential that is wanted, how many older badges do not fit because of what they are.

    Open Badges 1 and 2 are no credentials of the W3C, in whose formats and types OpenID4VP and most queries ask.

    Raises:
        VaultError: a record cannot be read.
    """
    heads = [head for head in list_heads(vault) if head.format in OLDER_BADGES]
    kept = [reopen(vault.credentials.get(head.id)) for head in heads if head.verdict not in _NOT_FOR_SHARING]
    return [
        sum(not (_has_form(one, wanted) and _has_types(one, wanted)) for one in kept)
        for wanted in request.wanted
    ]


def _match(record_id: str, document: UnverifiedCredential, wanted: Wanted) -> Match | None:
    if not _has_form(document, wanted) or not _has_types(document, wanted):
        return None
    if wanted.issuers and document.credential.issuer.id not in wanted.issuers:
        return None
    asked = [(claim.required, list(_pointers(document.document, claim))) for claim in wanted.claims]
    if not all(found for required, found in asked if required):
        return None
    try:
        choices = disclosure.find_choices(document)
    except WalletError:
        return None  # nothing can be derived from it
    pointers, all_of_them = (
        _least(choices, [pointer for required, found in asked if required or wishes for pointer in found])
        for wishes in (False, True)
    )
    wishes = [name for name in all_of_them or () if name not in (pointers or ())]
    return Match(record_id, document.credential.title, pointers, wishes, document.format in OLDER_BADGES)


def _has_form(document: UnverifiedCredential, wanted: Wanted) -> bool:
    if document.format in OLDER_BADGES:
        return wanted.format is WantedFormat.ANY
    if wanted.format is WantedFormat.SD_JWT:
        confirmed = document.jws is not None and "cnf" in document.jws.payload
        return document.format is Format.SD_JWT_VC and (confirmed or not wanted.needs_holder_key)
    if wanted.format is WantedFormat.DATA_INTEGRITY:
        return document.jws is None and bool(document.proofs)
    return document.jws is not None or bool(document.proofs)


def _has_types(document: UnverifiedCredential, wanted: Wanted) -> bool:
    """DCQL writes types as whole addresses, which end in the term; examples write terms."""
    types = set(document.credential.types)
    terms = types | {str(document.document.get("vct", ""))}
    groups = [{one if one in terms else one.rpartition("#")[2] for one in group} for group in wanted.types]
    return not groups or any(group <= terms for group in groups)


def _pointers(document: JsonObject, claim: WantedClaim) -> Iterator[str]:
    """Where in a document the claim stands with one of its values. Source: OpenID4VP 1.0, section 7.1."""
    for steps, value in _walk(document, claim.path):
        if not claim.values or any(type(value) is type(one) and value == one for one in claim.values):
            yield format_pointer(steps)


def _walk(
    value: Any, path: Sequence[PathStep], steps: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    if not path:
        yield steps, value
        return
    step, rest = path[0], path[1:]
    if step is None:
        # a single value stands for a list of one in JSON-LD
        entries: Sequence[Any] = value if isinstance(value, list) else []
        for place, entry in enumerate(entries):
            yield from _walk(entry, rest, (*steps, place))
        if not isinstance(value, list):
            yield from _walk(value, rest, steps)
    elif isinstance(step, int):
        if isinstance(value, list) and step < len(value):
            yield from _walk(value[step], rest, (*steps, step))
    elif isinstance(value, Mapping) and step in value:
        yield from _walk(value[step], rest, (*steps, step))


def _least(choices: Choices, asked: Sequence[str]) -> Sequence[str] | None:
    """The parts that hold what is asked, and no other; None where there is no choice."""
    if choices.mechanism in (Mechanism.WHOLE, Mechanism.CLR_INNER):
        return None
    names = [part.pointer for part in choices.selectable]
    return [name for name in names if any(is_within(one, name) or is_within(name, one) for one in asked)]


def prepare_answer(
    vault: Vault,
    request: ShareRequest,
    chosen: Sequence[Match | None],
    *,
    to: str,
    purpose: str,
    until: datetime | None,
    services: Services,
    page_url: str | None = None,
    with_qr: bool = False,
    as_share: bool = False,
) -> tuple[PreparedShare, bytes]:
    """Builds and signs the answer; nothing is written anywhere.

    Args:
        chosen: for each credential that is wanted, in the same order, what is shown; None for one that does not have
            to be there.
        page_url: where links lead, for the forms that have one.
        with_qr: also draw the code, where the answer is one presentation.
        as_share: it leaves in one of the forms of a share, which have room for older badges beside the presentation.
        to, purpose: in the learner's words; the signature names the receiver as the request does.

    Returns:
        The share as it is recorded, and the answer: JSON in the words of the request's protocol.

    Raises:
        SharingError: NOT_FOR_PRESENTATION when an older badge is chosen and it does not leave as a share.
        AppError, SharingError, CredentialError, ProofError, VaultError: as `share.prepare`.
    """

    def prepared(entries: Sequence[Match]) -> PreparedShare:
        share = prepare(
            vault,
            [entry.chosen for entry in entries],
            to=to,
            purpose=purpose,
            until=until,
            services=services,
            nonce=request.nonce,
            audience=request.verifier,
            with_qr=with_qr and len(shown) == 1,
            page_url=page_url,
        )
        if share.items and not as_share:
            # an answer in the words of a protocol is a presentation and nothing beside it
            raise SharingError(Reason.NOT_FOR_PRESENTATION, "answer")
        return share

    shown = [(wanted, one) for wanted, one in zip(request.wanted, chosen, strict=True) if one is not None]
    if not shown:
        raise SharingError(Reason.NOTHING_CHOSEN)
    if request.protocol is RequestProtocol.VC_API:
        share = prepared(_without_repetition([one for _, one in shown]))
        return share, _encode({"verifiablePresentation": strict_json.loads(share.presentation)})
    shares = [prepared([one]) for _, one in shown]
    tokens = {wanted.id: [_token(wanted, share)] for (wanted, _), share in zip(shown, shares, strict=True)}
    state = {} if request.state is None else {"state": request.state}
    return _joined(shares), _encode({"vp_token": tokens, **state})


def _token(wanted: Wanted, share: PreparedShare) -> Any:
    """Source: OpenID4VP 1.0, sections 8.1 (vp_token), B.1.3.2 (Data Integrity) and B.3.6 (SD-JWT VC)."""
    if wanted.format is not WantedFormat.SD_JWT:
        return strict_json.loads(share.presentation)
    (document,) = share.documents
    if document.sd_jwt is None or (wanted.needs_holder_key and document.sd_jwt.key_binding is None):
        # named for a key that is not this wallet's
        raise SharingError(Reason.REQUEST_NOTHING_FITS, "key binding")
    return document.sd_jwt.token


def _without_repetition(chosen: Sequence[Match]) -> Sequence[Match]:
    """One credential may be the answer to two queries; then all that either asks for is shown."""
    joined: dict[str, Match] = {}
    for one in chosen:
        before = joined.get(one.record_id)
        if before is not None and before.pointers is not None and one.pointers is not None:
            both = tuple(dict.fromkeys([*before.pointers, *one.pointers]))
            joined[one.record_id] = replace(one, pointers=both)
        else:
            joined[one.record_id] = one
    return list(joined.values())


def _joined(shares: Sequence[PreparedShare]) -> PreparedShare:
    """One entry for the history out of several presentations."""
    return replace(
        shares[0],
        credential_ids=tuple(dict.fromkeys(name for share in shares for name in share.credential_ids)),
        titles=tuple(dict.fromkeys(title for share in shares for title in share.titles)),
        reports=tuple(report for share in shares for report in share.reports),
        revealed=tuple(dict.fromkeys(name for share in shares for name in share.revealed)),
        hidden=tuple(dict.fromkeys(name for share in shares for name in share.hidden)),
        documents=tuple(document for share in shares for document in share.documents),
    )


def answer(
    request: ShareRequest, matches: Sequence[Sequence[Match]], named: Sequence[str]
) -> Sequence[Match | None]:
    """What is shown for each wanted credential; None for what does not have to be there and was not named.

    Args:
        matches: what fits, for each.
        named: ids the learner chose, or their first letters; where only one fits, nothing has to be named.

    Raises:
        SharingError: REQUEST_NOTHING_FITS, REQUEST_CHOICE_NEEDED.
        AppError: USAGE when a credential is named that is not asked for.
    """
    picked: list[Match | None] = []
    used = set[str]()
    for wanted, offered in zip(request.wanted, matches, strict=True):
        wished = [one for one in offered if any(one.record_id.startswith(name) for name in named)]
        if not wanted.required and not wished:
            picked.append(None)
            continue
        if not offered:
            raise SharingError(Reason.REQUEST_NOTHING_FITS)
        if len(wished) > 1 or (not wished and len(offered) > 1):
            raise SharingError(Reason.REQUEST_CHOICE_NEEDED)
        taken = (wished or list(offered))[0]
        picked.append(taken)
        used |= {name for name in named if taken.record_id.startswith(name)}
    if used != set(named):
        raise AppError(Reason.USAGE, "a credential is named that this request does not ask for")
    return picked


def send_answer(
    vault: Vault, share: PreparedShare, content: bytes, out: Path, services: Services
) -> ShareRecord:
    """Writes the answer and records it, in the order of `share.send`.

    Raises:
        AppError: OUTPUT_EXISTS, OUTPUT_NOT_WRITABLE, DISK_FULL.
        VaultError: the record could not be made; then there is no file either.
    """
    refuse_existing(out)
    with staged_file(out, content) as publish:
        made = record(vault, share, CHANNELS[".json"], services, content=content)
        publish()
    return made


def _encode(body: JsonObject) -> bytes:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
