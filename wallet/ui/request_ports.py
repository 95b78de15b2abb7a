"""What the pages ask about a receiver's request, and the values that travel between the two.

Lives here: that part of `ports.OpenWallet`. Does not live here: the implementation (`request_cases`). All texts of a
request are its sender's own words: hostile, and signed by nobody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Fitting:
    """A kept credential that fits what is asked for.

    Attributes:
        shown: names of the parts that would be shown besides what always is; None when it can only be shown whole.
        wishes: what the receiver would like besides, pointer and name.
        token: the use case's own.
    """

    record_id: str
    title: str
    issuer: str
    shown: Sequence[str] | None
    wishes: Sequence[tuple[str, str]]
    token: object = field(repr=False)


@dataclass(frozen=True, slots=True)
class AskedCredential:
    """One credential that is asked for.

    Attributes:
        types: what kinds would do, in the words of the request; none for any.
        claims: names of what it has to show.
        reason: why, "" when the request does not say.
        required: whether an answer has to have it.
        older_beside: how many older badges (Open Badges 1 and 2) would fit, but no answer made here can hold them.
        older_unfit: how many do not fit because of what they are.
    """

    types: Sequence[str]
    claims: Sequence[str]
    reason: str
    required: bool
    fitting: Sequence[Fitting]
    older_beside: int = 0
    older_unfit: int = 0


@dataclass(frozen=True, slots=True)
class AskedShare:
    """A request as its receiver reads it.

    Attributes:
        verifier: who asks, as the request says; the answer names them so.
        host: of the web address in it, "" for none.
        purpose: "" when the request does not say.
        as_code: whether an answer may also be a code: it is one presentation.
        token: the use case's own.
    """

    verifier: str
    host: str
    purpose: str
    until: datetime | None
    asked: Sequence[AskedCredential]
    as_code: bool
    token: object = field(repr=False)

    @property
    def name(self) -> str:
        """What to call who asks: the shortest name the request has."""
        return self.host or self.verifier

    @property
    def answerable(self) -> bool:
        """Whether everything that is needed is there, and anything at all."""
        needed = all(one.fitting for one in self.asked if one.required)
        return needed and any(one.fitting for one in self.asked)


@dataclass(frozen=True, slots=True)
class Answer:
    """What is chosen for a request.

    Attributes:
        chosen: for each credential that is asked for, by its place; what is not there is left out.
        wishes: pointers to what is shown besides, by the same place.
    """

    asked: AskedShare
    chosen: Mapping[int, Fitting]
    wishes: Mapping[int, Sequence[str]]


class RequestWallet(Protocol):
    """The part of an open file that reads requests. Every call belongs to the vault's thread."""

    def asked(self, text: str) -> AskedShare:
        """Who asks for what, and what fits."""
        ...
