"""What the offer sheet asks of the use cases, and the values that travel between the two.

Lives here: the narrow Protocols and frozen values. Does not live here: the implementation (`offer_cases`). All texts of
an offer are its sender's own words: hostile, and nobody checked them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from wallet.errors import Reason
from wallet.ui.online_ports import OnlineWork

if TYPE_CHECKING:
    from wallet.ui.ports import Incoming


@dataclass(frozen=True, slots=True)
class OfferedItem:
    """One credential that is offered; what the wallet cannot keep is left out."""

    name: str
    is_supported: bool


@dataclass(frozen=True, slots=True)
class CodeWanted:
    """A code that the issuer sends another way; `length` is 0 where the offer does not say, `description` its words."""

    is_numeric: bool
    length: int
    description: str


@dataclass(frozen=True, slots=True)
class OfferShown:
    """An offer as the learner sees it.

    Attributes:
        host: the website that hands it out.
        issuer: what it calls itself, "" for nothing.
        items: what is offered; empty where the website does not say before.
        sign_in_host: where to sign in, "" when that is not needed.
        code: what has to be typed in, None when nothing.
    """

    host: str
    issuer: str
    items: Sequence[OfferedItem]
    sign_in_host: str
    code: CodeWanted | None


@dataclass(frozen=True, slots=True)
class PromisedItem:
    """A credential that an issuer has ready later."""

    id: str
    host: str
    name: str
    ask_after: datetime
    token: object = field(repr=False, default=None)


@dataclass(frozen=True, slots=True)
class Taken:
    """What came.

    Attributes:
        incoming: to be looked at, as what comes out of a file.
        missing: what did not come although it was offered, and why.
        later: how many are ready later.
        token: the use case's own.
        arrived: tells the issuer that all of it is kept; slow, and it matters to nobody whether it works.
    """

    incoming: "Sequence[Incoming]"
    missing: Sequence[tuple[str, Reason]] = ()
    later: int = 0
    token: object = field(default=None, repr=False)
    arrived: Callable[[], None] | None = None


class OfferWork(OnlineWork, Protocol):
    """An offer that is being looked at, and then taken; away from the vault."""

    def shown(self) -> OfferShown:
        """What is offered, once there is no question left; raises why it cannot be seen."""
        ...

    def take(
        self,
        key: object,
        code: str,
        open_web: Callable[[str], bool],
        page: tuple[str, str],
        stopped: Callable[[], bool],
    ) -> Taken:
        """Takes it. Slow: websites and a sign-in are waited for.

        `open_web` shows the sign-in in the browser, `page` is what the browser says
        afterwards: a heading and a sentence.
        """
        ...


class PromiseWork(OnlineWork, Protocol):
    """Promised credentials that are being asked for, away from the vault."""


class TakesOffers(Protocol):
    """The part of an open file that takes offers; every call belongs to the vault's thread."""

    def offer_key(self) -> object:
        """The key that what is received gets tied to."""
        ...

    def keep_promises(self, taken: Taken) -> None:
        """Keeps what is ready later."""
        ...

    def promised(self) -> Sequence[PromisedItem]:
        """What issuers have ready later."""
        ...

    def settle_promised(self, work: PromiseWork) -> Taken:
        """Keeps what asking has changed; what came is forgotten as a promise and has to be looked at now."""
        ...
