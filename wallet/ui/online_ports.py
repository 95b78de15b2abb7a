"""What the detail pane asks of an open file to check with the network, and the values that travel between the two.

Lives here: the narrow Protocol and frozen values. Does not live here: the implementation (`online_cases`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from wallet.ui.ports import Details


@dataclass(frozen=True, slots=True)
class SiteQuestion:
    """A website that is to be asked. With `of_one` it learns which credential is checked; `came_from` sends us on."""

    host: str
    of_one: bool
    came_from: str = ""


@dataclass(frozen=True, slots=True)
class SiteAnswer:
    """What the learner said to it."""

    agreed: bool
    remember: bool = False


class OnlineWork(Protocol):
    """Work with the network that is under way, away from the vault: any worker may go on with it, one at a time."""

    def step(self, answer: SiteAnswer | None, stopped: Callable[[], bool]) -> SiteQuestion | None:
        """Goes on, with the answer to the last question; the next one, None at the end. Slow: websites are waited for.

        No website is asked before a yes to it.
        """
        ...


@dataclass(frozen=True, slots=True)
class AllowedWebsite:
    """A website that is asked without a question; with `of_one` it may learn which credential is checked."""

    host: str
    of_one: bool


class ChecksOnline(Protocol):
    """The part of an open file about checks with the network; every call belongs to the vault's thread."""

    def begin_online(self, record_id: str) -> OnlineWork:
        """A check of one credential, ready to go on elsewhere; no website is asked yet."""
        ...

    def keep_online(self, record_id: str, work: OnlineWork) -> "Details":
        """Keeps what a check came to; how the credential stands now. Without a yes to any website nothing is kept."""
        ...

    def allow_website(self, host: str, *, of_one: bool) -> None:
        """Notes that the learner allowed a website for good."""
        ...

    def allowed_websites(self) -> Sequence[AllowedWebsite]:
        """The websites the learner allowed for good."""
        ...

    def forget_website(self, host: str) -> Sequence[AllowedWebsite]:
        """Takes one back; those that are left."""
        ...
