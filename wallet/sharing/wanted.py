"""What a receiver asks for, in the same terms whatever protocol it asks in.

Does not live here: reading requests (`request`), or what of the kept credentials fits (`wallet.app.share_request`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

PathStep = str | int | None
"""A member, a place in a list, or every entry of a list."""


class RequestProtocol(StrEnum):
    """In whose words the request is, and the answer has to be."""

    OPENID4VP = "openid4vp"
    VC_API = "vc-api"


class WantedFormat(StrEnum):
    """In which form a credential is asked for; the names of DCQL."""

    DATA_INTEGRITY = "ldp_vc"
    SD_JWT = "dc+sd-jwt"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class WantedClaim:
    """One value that is asked for.

    Attributes:
        values: one of these, or anything when empty.
        required: whether it has to be shown; else the receiver would like it.
    """

    path: Sequence[PathStep]
    values: Sequence[Any] = ()
    required: bool = True


@dataclass(frozen=True, slots=True)
class Wanted:
    """One credential that is asked for.

    Attributes:
        id: what the answer calls it.
        types: of each group, one credential has to have all of one group's types; empty for any.
        issuers: who may have issued it; empty for anybody.
        claims: what is asked of it. Empty asks for what is always shown.
        reason: why, in the receiver's words.
        needs_holder_key: whether the issuer has to have named the holder's key.
        required: whether an answer without it is one; else the receiver would like it.
    """

    id: str
    format: WantedFormat
    types: Sequence[Sequence[str]] = ()
    issuers: Sequence[str] = ()
    claims: Sequence[WantedClaim] = ()
    reason: str | None = None
    needs_holder_key: bool = True
    required: bool = True


@dataclass(frozen=True, slots=True)
class ShareRequest:
    """A request as it was read. Every text in it is hostile.

    Attributes:
        verifier: who asks, in its own words; what the holder's signature names.
        host: of the one web address in the request, None when there is none.
        nonce: what the holder's signature repeats.
        purpose: what it is for, when the request says so.
        until: when the request ends.
        state: to be given back with the answer.
    """

    protocol: RequestProtocol
    verifier: str
    host: str | None
    nonce: str
    purpose: str | None
    until: datetime | None
    wanted: Sequence[Wanted]
    state: str | None = None
