"""What the sheet for badge sites asks of the program below, and the values that travel between the two.

Lives here: narrow Protocols and frozen values. Does not live here: the implementation (`site_cases`). Names of sites
are their own words: hostile, and checked by nobody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from wallet.errors import WalletError
from wallet.ui.online_ports import SiteAnswer, SiteQuestion

if TYPE_CHECKING:
    from wallet.ui.ports import Incoming


@dataclass(frozen=True, slots=True)
class KeptSite:
    """A site the learner stays connected to. `address` is what they typed; `token` is the use case's own."""

    address: str
    name: str
    connected_at: datetime
    token: object = field(repr=False)


@dataclass(frozen=True, slots=True)
class SitePlan:
    """A visit that is to be made.

    Attributes:
        keeps: access is to last beyond it.
        kept: what an earlier visit left, None for a new sign-in.
        allowed: the websites that may be asked without a question.
    """

    address: str
    keeps: bool
    kept: KeptSite | None = None
    allowed: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SignInPage:
    """The site waits for the learner: `address` is to be opened in their browser. `terms` and `privacy` may be ""."""

    site: str
    name: str
    host: str
    address: str = field(repr=False)
    terms: str = ""
    privacy: str = ""


@dataclass(frozen=True, slots=True)
class ReadSoFar:
    """How many badges came, and of how many; `total` is 0 while the site does not say."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Fetched:
    """The end of a visit.

    Attributes:
        incoming: everything the site holds, for the review; nothing where the visit failed.
        total: how many the site says there are, 0 where it does not.
        error: why it failed, None when it did not.
        token: the use case's own; None where nobody got in.
    """

    site: str
    incoming: "Sequence[Incoming]" = ()
    total: int = 0
    error: WalletError | None = None
    token: object = field(default=None, repr=False)


class Conversation(Protocol):
    """What a visit may ask of the person in front of the window. Every call belongs to the worker."""

    @property
    def stopped(self) -> bool:
        """Whether the person wants no more of it."""
        ...

    def ask(self, question: SiteQuestion) -> SiteAnswer:
        """Waits for the answer; a no when the person stops it all."""
        ...

    def show(self, news: SignInPage | ReadSoFar) -> None:
        """Tells how far the visit is; waits for nothing."""
        ...

    def pause(self, seconds: float) -> None:
        """Lets time pass, less when the person stops it all."""
        ...


class VisitsSites(Protocol):
    """The part of a desk about badge sites. Slow: websites and a person are waited for; needs no open file."""

    def fetch_badges(self, plan: SitePlan, talk: Conversation) -> Fetched:
        """Everything a site holds for the learner, or why not; never raises for what sites do."""
        ...


class KeepsSites(Protocol):
    """The part of an open file about badge sites; every call belongs to the vault's thread."""

    def kept_sites(self) -> Sequence[KeptSite]:
        """The sites the learner stays connected to."""
        ...

    def plan_visit(self, address: str, *, keeps: bool) -> SitePlan:
        """What there is to know before a visit; raises WalletError for what is no address."""
        ...

    def note_visit(self, plan: SitePlan, fetched: Fetched) -> Sequence[KeptSite]:
        """Keeps or wipes the access as the visit left it; the sites that are kept now."""
        ...

    def forget_site(self, address: str) -> Sequence[KeptSite]:
        """Wipes the access to one; the sites that are left."""
        ...
